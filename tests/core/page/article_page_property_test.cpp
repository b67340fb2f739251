#include "core/article/article.h"
#include "core/markdown/html/html_tree.h"
#include "core/page/article_page.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern::core {

namespace {

constexpr const char *kAttack = "\"><script>alert(1)</script><img src=x onerror='a'>&lt;";

/// An article whose every field is an attack.
Article hostileArticle()
{
    Article article;
    ArticleMeta &meta = article.meta;
    meta.title = kAttack;
    meta.lead = std::string("lead ") + kAttack;
    meta.summary = std::string("summary ") + kAttack;
    meta.authors = {kAttack, "Ada"};
    meta.categories = {kAttack};
    meta.tags = {kAttack, "a/b?c#d%"};
    meta.languages = {kAttack};
    meta.source = "https://a.b/\"><script>x</script>";
    meta.date = parseTimestamp("2025-02-10");
    meta.dateOrigin = DateOrigin::LastModified;
    meta.dateText = kAttack;
    return article;
}

const HtmlNode *find(const HtmlNode &node, std::string_view name, std::string_view className = "")
{
    for (const HtmlNode &child : node.children) {
        const bool hasClass
            = className.empty() || child.attribute("class").find(className) != std::string::npos;
        if (child.is(name) && hasClass) {
            return &child;
        }
        if (const HtmlNode *found = find(child, name, className)) {
            return found;
        }
    }
    return nullptr;
}

/// The page's body, as an HTML parser reads it.
HtmlNode bodyOf(const std::string &page)
{
    const std::size_t start = page.find("<article>");
    EXPECT_NE(start, std::string::npos);
    return *parseHtml(page.substr(start));
}

} // namespace

TEST(ArticlePageProperty, showsEveryFieldAsText_whateverItHolds)
{
    RenderedBody body;
    body.thumbnail = "https://a.b/\" onerror=\"x";
    const std::string page = articlePage(hostileArticle(), body, {});

    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<img src=x"), std::string::npos);
    const HtmlNode tree = bodyOf(page);
    ASSERT_NE(find(tree, "h1"), nullptr);
    EXPECT_EQ(textContent(*find(tree, "h1")), kAttack);
    ASSERT_NE(find(tree, "img", "thumbnail"), nullptr);
    EXPECT_EQ(find(tree, "img", "thumbnail")->attribute("src"), body.thumbnail);
    EXPECT_FALSE(find(tree, "img", "thumbnail")->hasAttribute("onerror"));
    EXPECT_NE(textContent(tree).find("summary " + std::string(kAttack)), std::string::npos);
    EXPECT_NE(textContent(tree).find("lead " + std::string(kAttack)), std::string::npos);
}

TEST(ArticlePageProperty, hidesTheSummary_whenItIsSaidElsewhere)
{
    Article article;
    article.meta.title = "Title";
    article.meta.summary = "A summary";
    const auto isShown = [&](const RenderedBody &body) {
        return articlePage(article, body, {}).find("class=\"summary\"") != std::string::npos;
    };

    EXPECT_TRUE(isShown({}));
    RenderedBody repeating;
    repeating.repeatsSummary = true;
    EXPECT_FALSE(isShown(repeating));
    article.meta.lead = "A summary";
    EXPECT_FALSE(isShown({}));
    article.meta.lead = "";
    article.meta.summary = "Title";
    EXPECT_FALSE(isShown({}));
    article.meta.summary = "";
    EXPECT_FALSE(isShown({}));
}

TEST(ArticlePageProperty, linksTheSource_onlyWhenThatIsAWebAddress)
{
    const auto isLinked = [](const std::string &source) {
        Article article;
        article.meta.source = source;
        return articlePage(article, {}, {}).find("class=\"source\"") != std::string::npos;
    };

    EXPECT_TRUE(isLinked("https://a.b/c"));
    EXPECT_TRUE(isLinked("http://a.b"));
    for (const char *const source :
         {"", "a.b/c", "/c", "javascript:x", "data:text/html,x", "file:///a", "java\nscript:x"}) {
        EXPECT_FALSE(isLinked(source)) << source;
    }
    Article article;
    RenderedBody body;
    body.source = "https://from.the/body";
    EXPECT_NE(articlePage(article, body, {}).find("href=\"https://from.the/body\""),
              std::string::npos);
}

TEST(ArticlePageProperty, saysThatTheRestIsMissing_onlyWhenItIs)
{
    RenderedBody body;
    PageOptions options;
    options.strings.cutNotice = "<cut>";
    EXPECT_EQ(articlePage({}, body, options).find("&lt;cut&gt;"), std::string::npos);

    body.isCut = true;

    EXPECT_NE(articlePage({}, body, options).find("&lt;cut&gt;"), std::string::npos);
}

TEST(ArticlePageProperty, linksTheStylesOfFormulas_onlyWhereTheyAreNeeded)
{
    RenderedBody body;
    const std::string plain = articlePage({}, body, {});
    body.hasMath = true;
    const std::string formulas = articlePage({}, body, {});

    EXPECT_NE(formulas.find("katex"), std::string::npos);
    EXPECT_EQ(plain.find("katex"), std::string::npos);
}

TEST(ArticlePageProperty, tellsOriginAndPrecisionOfEveryDate)
{
    struct Case
    {
        DateOrigin origin;
        const char *written;
        const char *shown;
    };

    constexpr std::array<Case, 6> kCases{{
        {DateOrigin::Date, "2025-02-10", ">2025-02-10</time>"},
        {DateOrigin::PublishDate, "2025-02-10 11:43", ">2025-02-10 11:43 (published)</time>"},
        {DateOrigin::Created, "2025-02-10 11:43:17", ">2025-02-10 11:43 (created)</time>"},
        {DateOrigin::LastModified, "2025-02-10T11:43:17+08:00",
         ">2025-02-10 11:43 (changed)</time>"},
        {DateOrigin::FileName, "2025-02-10", ">2025-02-10 (from its name)</time>"},
        {DateOrigin::FileTime, "2025-02-10T11:43:17Z",
         ">2025-02-10 11:43 (time of the file)</time>"},
    }};
    for (const Case &one : kCases) {
        Article article;
        article.meta.date = parseTimestamp(one.written);
        article.meta.dateOrigin = one.origin;
        const std::string page = articlePage(article, {}, {});
        EXPECT_NE(page.find(one.shown), std::string::npos) << one.shown;
    }
    EXPECT_EQ(articlePage({}, {}, {}).find("<time"), std::string::npos);
}

TEST(ArticlePageProperty, carriesEachThemeAndLanguage)
{
    const std::array<std::pair<Theme, std::string_view>, 3> themes{
        {{Theme::Light, "light"}, {Theme::Sepia, "sepia"}, {Theme::Dark, "dark"}}};
    for (const auto &[theme, name] : themes) {
        PageOptions options;
        options.style.theme = theme;
        options.uiLanguage = "zh-CN";
        const std::string page = articlePage({}, {}, options);
        EXPECT_NE(page.find("class=\"" + std::string(name) + "\""), std::string::npos);
        EXPECT_NE(page.find("<html lang=\"zh-CN\""), std::string::npos);
    }
}

} // namespace lectern::core
