#include "core/markdown/links/link_resolver.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

/// The address that the only link of \a markdown leads to; `-` when it leads nowhere.
std::string hrefOf(const std::string &markdown, const RenderOptions &options = eagerly(),
                   const std::string &source = "")
{
    Article article = articleOf(markdown);
    article.meta.source = source;
    const std::string html = renderBody(article, options).html;
    const std::size_t start = html.find("href=\"");
    if (start == std::string::npos) {
        return "-";
    }
    return html.substr(start + 6, html.find('"', start + 6) - start - 6);
}

} // namespace

TEST(Links, leadWhereTheySay_orNowhereWhenThatIsUnsafe)
{
    struct Case
    {
        const char *markdown;
        const char *href;
    };

    constexpr Case rows[] = {
        {"[a](https://b.c/d)", "https://b.c/d"},
        {"[a](HTTP://b.c)", "HTTP://b.c"},
        {"[a](//b.c/d)", "https://b.c/d"},
        {"[a](mailto:x@y.z)", "mailto:x@y.z"},
        {"[a](d.md)", "d.md"},
        {"[a](../d/e.md#f)", "../d/e.md#f"},
        {"[a](javascript:alert(1))", "-"},
        {"[a](JavaScript:alert)", "-"},
        {"[a](java&#115;cript:alert)", "-"},
        {"[a](&#x6A;avascript:alert)", "-"},
        {"[a](<java\tscript:alert>)", "java%09script:alert"},
        {"[a](data:text/html,x)", "-"},
        {"[a](file:///etc/passwd)", "-"},
        {"[a](vbscript:x)", "-"},
        {"[a](lectern-filter:tag/x)", "-"},
        {"[a](ssh://b.c)", "-"},
        {"<a href=\"javascript:1\">a</a>", "-"},
        {"<a href=' javascript:1'>a</a>", "-"},
        {"<javascript:alert(1)>", "-"},
        {"[a][r]\n\n[r]: javascript:x", "-"},
    };
    for (const Case &row : rows) {
        EXPECT_EQ(hrefOf(row.markdown), row.href) << row.markdown;
    }
}

TEST(Links, leadToTheHeadingThatIsMeant)
{
    struct Case
    {
        const char *target;
        const char *href;
    };

    constexpr Case rows[] = {
        {"#one", "#one"},
        {"#One", "#one"},
        {"#%E4%BA%8C", "#二"},
        {"#二", "#二"},
        {"#Two Words", "#two-words"},
        {"#nowhere", "#nowhere"},
        {"#top", "#top"},
    };
    for (const Case &row : rows) {
        EXPECT_EQ(hrefOf("[x](<" + std::string(row.target)
                         + ">)\n\n## One\n\n## 二\n\n## Two words\n\n<a id=\"top\"></a>"),
                  row.href)
            << row.target;
    }
}

TEST(Links, areReadFromTheSource_whenTheyBeginAtItsRoot)
{
    const std::string source = "https://news.example.org/a/b.html";

    EXPECT_EQ(hrefOf("[a](/c)", eagerly(), source), "https://news.example.org/c");
    EXPECT_EQ(hrefOf("[a](c)", eagerly(), source), "c");
    EXPECT_EQ(hrefOf("[a](/c)"), "/c");
    EXPECT_EQ(hrefOf("[a](/c)", eagerly(Repairs::none()), source), "/c");
    EXPECT_EQ(hrefOf("[a](/c)", eagerly(), "javascript:x"), "/c");
    EXPECT_EQ(hrefOf("[a](/c)", eagerly(), "https://h.example?x=/y"), "https://h.example/c");
}

TEST(Links, leadToTheFileThatIsThere_beforeTheSource)
{
    const tests::TemporaryFolder folder;
    folder.write("c.md", "");
    const LinkResolver resolver(folder.path(), "a.md");
    RenderOptions options = eagerly();
    options.resolver = &resolver;

    EXPECT_EQ(hrefOf("[a](/c)", options, "https://news.example.org/"), "/c.md");
    EXPECT_EQ(hrefOf("[a](/d)", options, "https://news.example.org/"),
              "https://news.example.org/d");
    EXPECT_EQ(hrefOf("[a](c.md#e)", options), "/c.md#e");
}

TEST(Images, areReadFromTheSource_whenTheFolderHasThemNot)
{
    Article article = articleOf("![](/img/a.png)");
    article.meta.source = "https://news.example.org/x";

    const RenderedBody body = renderBody(article, eagerly());

    EXPECT_NE(body.html.find("src=\"https://news.example.org/img/a.png\""), std::string::npos)
        << body.html;
    EXPECT_EQ(body.repairs[Repair::Links], 1U);
}

TEST(SourceLine, movesToTheHeader_whenItNamesTheSource)
{
    struct Case
    {
        const char *line;
        const char *source;
    };

    constexpr Case rows[] = {
        {"[qq](https://new.qq.com/rain/a/1)", "https://new.qq.com/rain/a/1"},
        {"[new.qq.com](https://new.qq.com/rain/a/1)", "https://new.qq.com/rain/a/1"},
        {"[read more](https://new.qq.com/rain/a/1)", ""},
        {"[qq](/rain)", ""},
        {"[qq](javascript:x)", ""},
        {"see [qq](https://new.qq.com/)", ""},
        {"[qq](https://a.b/) [qq](https://c.d/)", ""},
        {"- [qq](https://new.qq.com/)", ""},
    };
    for (const Case &row : rows) {
        Article article = articleOf("text\n\n" + std::string(row.line) + "\n");
        article.meta.categories = {"QQ"};

        const RenderedBody repaired = renderBody(article);
        const RenderedBody written = renderBody(article, eagerly(Repairs::none()));

        EXPECT_EQ(repaired.source, row.source) << row.line;
        EXPECT_EQ(repaired.repairs[Repair::SourceLine] > 0, *row.source != '\0') << row.line;
        if (*row.source != '\0') {
            EXPECT_EQ(repaired.html, "<p>text</p>") << row.line;
            EXPECT_NE(written.html.find("<a href="), std::string::npos) << "nothing is lost";
        }
    }
}

TEST(SourceLine, isNotTaken_whenAnythingFollows)
{
    Article article = articleOf("[qq](https://new.qq.com/)\n\ntext");
    article.meta.tags = {"qq"};

    EXPECT_EQ(renderBody(article).source, "");
}

TEST(DescribeBody, seesWhetherTheSummaryIsReadTwice)
{
    Article article = articleOf("## 导语\n\n今天，天气很好。我们去公园散步。");
    article.meta.summary = "今天，天气很好。 我们去公园";
    EXPECT_TRUE(renderBody(article).repeatsSummary);

    article.meta.summary = "明天下雨";
    EXPECT_FALSE(renderBody(article).repeatsSummary);

    article.meta.summary = "";
    EXPECT_FALSE(renderBody(article).repeatsSummary);

    article.meta.summary = "the end";
    article.body = std::string(2000, 'x') + " the end";
    EXPECT_FALSE(renderBody(article).repeatsSummary) << "it is far from the beginning";
}

TEST(DescribeBody, givesTheThumbnail_unlessTheBodyShowsIt)
{
    Article article = articleOf("text\n\n![](https://a.b/c.png)");
    article.meta.thumbnail = "https://a.b/other.png";
    EXPECT_EQ(renderBody(article).thumbnail, "https://a.b/other.png");

    article.meta.thumbnail = "https://a.b/c.png";
    EXPECT_EQ(renderBody(article).thumbnail, "");

    article.meta.thumbnail = "javascript:alert(1)";
    EXPECT_EQ(renderBody(article).thumbnail, "");

    article.meta.thumbnail = "//a.b/d.png";
    EXPECT_EQ(renderBody(article).thumbnail, "https://a.b/d.png");
}

TEST(DescribeBody, isEmpty_onlyWithoutWordsAndImages)
{
    for (const char *const body : {"", "\n\n", "<!-- x -->", "<script>x</script>", "[toc]", "##"}) {
        EXPECT_TRUE(renderBody(articleOf(body)).isEmpty) << body;
    }
    for (const char *const body : {"a", "。", "![](https://a.b/c.png)", "`x`"}) {
        EXPECT_FALSE(renderBody(articleOf(body)).isEmpty) << body;
    }
}

} // namespace lectern::core
