#include "core/page/page.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string pageOf(const ArticleMeta &meta, const PageOptions &options = {})
{
    Article article;
    article.meta = meta;
    return articlePage(article, {}, options);
}

std::string languageOf(std::vector<std::string> languages, std::string ofBody)
{
    ArticleMeta meta;
    meta.languages = std::move(languages);
    RenderedBody body;
    body.language = std::move(ofBody);
    PageOptions options;
    options.uiLanguage = "zh-CN";
    return std::string(pageLanguage(meta, body, options));
}

} // namespace

TEST(PageCases, pageLanguage_isTheTexts_beforeTheArticlesAndTheWindows)
{
    EXPECT_EQ(languageOf({"en", "fr"}, "ja"), "ja");
    EXPECT_EQ(languageOf({"fr", "en"}, ""), "fr");
    EXPECT_EQ(languageOf({}, ""), "zh-CN");
}

TEST(PageCases, aDateThatIsNone_isShownAsWritten)
{
    ArticleMeta meta;
    meta.dateText = "去年 <春>";

    EXPECT_NE(pageOf(meta).find("<time>去年 &lt;春&gt;</time>"), std::string::npos);
}

TEST(PageCases, aDateShownAsItIsWritten_hasNoTip)
{
    ArticleMeta meta;
    meta.date = parseTimestamp("2025-02-10");
    meta.dateText = "2025-02-10";
    meta.dateOrigin = DateOrigin::Date;

    EXPECT_NE(pageOf(meta).find("<time>2025-02-10</time>"), std::string::npos);
}

TEST(PageCases, terms_leadToTheirFilters)
{
    ArticleMeta meta;
    meta.categories = {"技术/Qt"};
    meta.tags = {"a&b"};

    const std::string page = pageOf(meta);

    EXPECT_NE(page.find("<ul class=\"terms category\"><li><a href=\"lectern-filter:category/"
                        "%E6%8A%80%E6%9C%AF%2FQt\">技术/Qt</a></li></ul>"),
              std::string::npos)
        << page;
    EXPECT_NE(page.find("<ul class=\"terms tag\"><li><a href=\"lectern-filter:tag/a%26b\">a&amp;b"
                        "</a></li></ul>"),
              std::string::npos)
        << page;
}

TEST(PageCases, tagsThatAreTheCategories_standOnce)
{
    ArticleMeta meta;
    meta.categories = {"a", "b"};
    meta.tags = {"a", "b"};
    EXPECT_EQ(pageOf(meta).find("terms tag"), std::string::npos);

    meta.tags = {"b", "a"};
    EXPECT_NE(pageOf(meta).find("terms tag"), std::string::npos);
}

TEST(PageCases, aPageWithoutFacts_hasNoEmptyLists)
{
    const std::string page = pageOf({});

    for (const char *const part : {"<ul", "<time", "class=\"author\"", "class=\"source\"",
                                   "class=\"lead\"", "thumbnail", " style="}) {
        EXPECT_EQ(page.find(part), std::string::npos) << part;
    }
    EXPECT_TRUE(page.starts_with("<!doctype html><html lang=\"en\" class=\"light\">")) << page;
    EXPECT_TRUE(page.ends_with("</div></article></body></html>")) << page;
}

TEST(PageCases, theWordsOfTheWindow_areText)
{
    ArticleMeta meta;
    meta.source = "https://a.b";
    meta.date = parseTimestamp("2025-02-10");
    meta.dateOrigin = DateOrigin::Created;
    PageOptions options;
    options.strings.source = "来源 <b>";
    options.strings.dateOrigins[static_cast<std::size_t>(DateOrigin::Created)] = "（创建 & 写）";

    const std::string page = pageOf(meta, options);

    EXPECT_NE(page.find(">来源 &lt;b&gt;</a>"), std::string::npos) << page;
    EXPECT_NE(page.find("2025-02-10（创建 &amp; 写）</time>"), std::string::npos) << page;
}

TEST(PageCases, readingMinutes_changeWithTheFirstWordOfTheNext)
{
    EXPECT_EQ(readingMinutes({.words = 460}), 2U);
    EXPECT_EQ(readingMinutes({.words = 461}), 3U);
    EXPECT_EQ(readingMinutes({.ideographs = 500}), 1U);
    EXPECT_EQ(readingMinutes({.ideographs = 250, .words = 116}), 2U);
    EXPECT_EQ(readingMinutes({.characters = 90'000}), 0U) << "signs are not read";
}

TEST(PageCases, readPage_takesTheAuthorThatItsFoldersHandDown)
{
    const tests::TemporaryFolder folder;
    folder.write("hugo.toml", "[[cascade]]\nauthor = '李'\n");
    folder.write("content/blog/_index.md", "---\ncascade: {author: 王}\n---\n");
    folder.write("content/a.md", "a\n");
    folder.write("content/blog/b.md", "b\n");
    folder.write("content/blog/c.md", "---\nauthor: 张\n---\nc\n");
    PageSetup setup;
    setup.root = folder.path();

    const auto hasAuthor = [&setup](const char *path, const char *name) {
        return readPage(setup, path).html.find("class=\"author\">" + std::string(name))
            != std::string::npos;
    };
    EXPECT_TRUE(hasAuthor("content/a.md", "李"));
    EXPECT_TRUE(hasAuthor("content/blog/b.md", "王"));
    EXPECT_TRUE(hasAuthor("content/blog/c.md", "张"));
}

TEST(PageCases, readPage_linksToArticlesByTheirNames)
{
    const tests::TemporaryFolder folder;
    folder.write("a.md", "[[none]] and [[b]]\n");
    folder.write("deep/b.md", "b\n");
    PageSetup setup;
    setup.root = folder.path();
    setup.findArticle = [](std::string_view name, std::string_view near) {
        EXPECT_EQ(near, "a.md");
        return name == "b" ? std::optional<std::string>("deep/b.md") : std::nullopt;
    };

    const std::string html = readPage(setup, "a.md").html;

    EXPECT_NE(html.find("<a href=\"/deep/b.md\">b</a>"), std::string::npos) << html;
    EXPECT_NE(html.find("[[none]]"), std::string::npos) << html;
}

TEST(PageCases, readPage_mendsNothing_whenItIsShownAsWritten)
{
    const tests::TemporaryFolder folder;
    folder.write("a.md", "---\ntitle: T\n---\n# T\n\n## 图片\n\nx\n");
    PageSetup setup;
    setup.root = folder.path();
    EXPECT_EQ(readPage(setup, "a.md").facts.repairs.total(), 1U);

    setup.repairs = Repairs::none();
    const Page page = readPage(setup, "a.md");

    EXPECT_EQ(page.facts.repairs.total(), 0U);
    EXPECT_EQ(page.facts.outline.size(), 2U);
}

TEST(PageCases, readPage_staysBelowItsFolder)
{
    const tests::TemporaryFolder folder;
    folder.write("secret.md", "secret words\n");
    folder.write("library/a.md", "a\n");
    PageSetup setup;
    setup.root = folder.path("library");

    for (const char *const path : {"../secret.md", "a/../../secret.md", "/secret.md"}) {
        EXPECT_EQ(readPage(setup, path).html.find("secret words"), std::string::npos) << path;
    }
}

} // namespace lectern::core
