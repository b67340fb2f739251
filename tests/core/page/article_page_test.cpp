#include "core/article/article.h"
#include "core/page/article_page.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

Article titled(std::string title)
{
    Article article;
    article.meta.title = std::move(title);
    return article;
}

bool showsSubtitle(std::string title, std::string subtitle)
{
    Article article = titled(std::move(title));
    article.meta.subtitle = std::move(subtitle);
    return articlePage(article, {}, {}).find("class=\"subtitle\"") != std::string::npos;
}

} // namespace

TEST(ArticlePage, articlePage_putsThePolicyBeforeAnythingThatLoads)
{
    const std::string page = articlePage(titled("T"), {}, {});

    const std::size_t policy = page.find("Content-Security-Policy");
    ASSERT_NE(policy, std::string::npos);
    EXPECT_LT(policy, page.find("<link"));
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    EXPECT_NE(page.find("script-src 'none'"), std::string::npos);
}

TEST(ArticlePage, articlePage_escapesMetadata)
{
    Article article = titled("<script>");
    article.meta.tags = {"a\"b"};

    const std::string page = articlePage(article, {}, {});

    EXPECT_EQ(page.find("<script>"), std::string::npos);
    EXPECT_NE(page.find("<a href=\"lectern-filter:tag/a%22b\">a&quot;b</a>"), std::string::npos);
}

TEST(ArticlePage, articlePage_setsChineseAndLatinOfTheTitleApart)
{
    EXPECT_NE(articlePage(titled("用Qt"), {}, {}).find("<span class=\"gap\""), std::string::npos);
}

TEST(ArticlePage, articlePage_showsTheSubtitleBelowTheTitle)
{
    Article article = titled("Tides");
    article.meta.subtitle = "A <short> history";
    article.meta.lead = "The lead";

    const std::string page = articlePage(article, {}, {});

    EXPECT_NE(page.find("Tides</h1><p class=\"subtitle\">A &lt;short&gt; history</p>"
                        "<p class=\"lead\">"),
              std::string::npos)
        << page;
}

TEST(ArticlePage, articlePage_hasNoSubtitle_thatTheTitleHas)
{
    EXPECT_FALSE(showsSubtitle("Tides", ""));
    EXPECT_FALSE(showsSubtitle("Tides", "Tides"));
    EXPECT_FALSE(showsSubtitle("Tides: A Short History", "a short history"));
    EXPECT_FALSE(showsSubtitle("潮汐——一段簡史", "一段简史"));
    EXPECT_FALSE(showsSubtitle("Maintaining an AI", "AI"));
}

TEST(ArticlePage, articlePage_hasASubtitle_thatTheTitleOnlyResembles)
{
    EXPECT_TRUE(showsSubtitle("Maintaining", "AI"));
    EXPECT_TRUE(showsSubtitle("Tides", "Tides: a short history"));
    EXPECT_TRUE(showsSubtitle("Tide", "Tides"));
    EXPECT_TRUE(showsSubtitle("Part 10", "Part 1"));
    EXPECT_TRUE(showsSubtitle("潮汐简史", "潮汐与简史"));
}

TEST(ArticlePage, articlePage_saysNothingTwice_ofSubtitleLeadAndSummary)
{
    Article article = titled("T");
    article.meta.subtitle = "Once";
    article.meta.lead = "Once";
    article.meta.summary = "Once";

    const std::string page = articlePage(article, {}, {});

    EXPECT_EQ(page.find("Once"), page.rfind("Once"));
    EXPECT_NE(page.find("class=\"subtitle\""), std::string::npos);
}

TEST(ArticlePage, articlePage_showsTheSummary_whenTheBodyIsEmpty)
{
    Article article = titled("T");
    article.meta.summary = "What it says";
    article.meta.source = "https://a.b/c";

    const std::string page = articlePage(article, renderBody(article), {});

    EXPECT_NE(page.find("What it says"), std::string::npos);
    EXPECT_NE(page.find("href=\"https://a.b/c\""), std::string::npos);
}

TEST(ArticlePage, articlePage_hidesASummaryThatTheBodyRepeats)
{
    Article article = titled("T");
    article.meta.summary = "The first words of...";
    article.body = "The **first** words of the text.";

    EXPECT_EQ(articlePage(article, renderBody(article), {}).find("summary"), std::string::npos);
}

TEST(ArticlePage, articlePage_showsTheThumbnailOnce)
{
    Article article = titled("T");
    article.meta.thumbnail = "https://h.x/0";

    EXPECT_NE(articlePage(article, renderBody(article), {}).find("class=\"thumbnail\""),
              std::string::npos);

    article.body = "![](https://h.x/0)";
    EXPECT_EQ(articlePage(article, renderBody(article), {}).find("class=\"thumbnail\""),
              std::string::npos);
}

TEST(ArticlePage, articlePage_namesAuthors_withoutTheirMarkdown)
{
    Article article = titled("T");
    article.meta.authors = {"[A B](https://a.b)", "c_d_e [f]"};

    const std::string page = articlePage(article, {}, {});

    EXPECT_NE(page.find("<span class=\"author\">A B</span>"), std::string::npos);
    EXPECT_NE(page.find("<span class=\"author\">c_d_e [f]</span>"), std::string::npos);
}

TEST(ArticlePage, articlePage_carriesTheThemeAsAClass)
{
    PageOptions options;
    options.style.theme = Theme::Dark;

    EXPECT_NE(articlePage(titled("T"), {}, options).find("class=\"dark\""), std::string::npos);
}

TEST(ArticlePage, articlePage_carriesItsStyle)
{
    PageOptions options;
    options.style.latinFont = "A <B>";
    options.style.textSizePx = 20;

    const std::string page = articlePage(titled("T"), {}, options);

    EXPECT_NE(page.find("class=\"light\" style=\"--latin-font:&quot;A &lt;B&gt;&quot;,;"
                        "--text-size:20px;\">"),
              std::string::npos)
        << page;
}

TEST(ArticlePage, articlePage_hasNoSourceLink_whenTheAddressIsUnsafe)
{
    Article article = titled("T");
    article.meta.source = "javascript:alert(1)";

    EXPECT_EQ(articlePage(article, {}, {}).find("javascript:"), std::string::npos);
}

TEST(ArticlePage, articlePage_tellsWhereTheDateIsFrom)
{
    Article article = titled("T");
    article.meta.date = parseTimestamp("2025-02-10 11:43:17");
    article.meta.dateOrigin = DateOrigin::Date;
    article.meta.dateText = "2025年2月10日 \"11\":43:17";
    EXPECT_NE(
        articlePage(article, {}, {})
            .find("<time title=\"2025年2月10日 &quot;11&quot;:43:17\">2025-02-10 11:43</time>"),
        std::string::npos);

    article.meta.dateOrigin = DateOrigin::FileTime;
    article.meta.dateText = "";
    EXPECT_NE(articlePage(article, {}, {}).find("<time>2025-02-10 11:43 (time of the file)</time>"),
              std::string::npos);
}

} // namespace lectern::core
