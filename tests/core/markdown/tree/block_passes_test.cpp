#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

struct Rendered
{
    const char *markdown;
    const char *html;
};

template <std::size_t N>
void expectRendered(const Rendered (&rows)[N])
{
    for (const Rendered &row : rows) {
        EXPECT_EQ(htmlOf(row.markdown), row.html) << row.markdown;
    }
}

std::string fenced(const std::string &info)
{
    const std::string html = htmlOf("```" + info + "\nx\n```");
    const std::size_t end = html.find("x\n</code>");
    EXPECT_NE(end, std::string::npos) << html;
    return html.substr(0, end);
}

} // namespace

TEST(Callouts, haveATitleAndALook)
{
    constexpr Rendered rows[] = {
        {"> [!NOTE]\n> text",
         "<aside class=\"callout callout-note\"><p class=\"callout-title\">Note</p><p>text</p>"
         "</aside>"},
        {"> [!warning] Mind the gap\n> text",
         "<aside class=\"callout callout-warning\"><p class=\"callout-title\">Mind the gap</p>"
         "<p>text</p></aside>"},
        {"> [!tip]\n> a\n>\n> b",
         "<aside class=\"callout callout-tip\"><p class=\"callout-title\">Tip</p><p>a</p><p>b</p>"
         "</aside>"},
        {"> [!quote]\n> text",
         "<aside class=\"callout\"><p class=\"callout-title\">Quote</p><p>text</p></aside>"},
        {"> [!custom]\n> text",
         "<aside class=\"callout\"><p class=\"callout-title\">custom</p><p>text</p></aside>"},
    };
    expectRendered(rows);
}

TEST(Callouts, canBeFolded)
{
    constexpr Rendered rows[] = {
        {"> [!note]- Closed\n> text",
         "<details class=\"callout callout-note\"><summary class=\"callout-title\">Closed</summary>"
         "<p>text</p></details>"},
        {"> [!note]+\n> text",
         "<details class=\"callout callout-note\" open=\"\"><summary class=\"callout-title\">Note"
         "</summary><p>text</p></details>"},
    };
    expectRendered(rows);
}

TEST(Callouts, areTitledInChinese_whenTheArticleIs)
{
    Article article = articleOf("> [!danger]\n> 高压电");
    article.meta.languages = {"zh-Hans"};

    EXPECT_EQ(renderBody(article).html,
              "<aside class=\"callout callout-caution\"><p class=\"callout-title\">危险</p>"
              "<p>高压电</p></aside>");
}

TEST(Callouts, holdWhateverAQuotationHolds)
{
    const std::string html
        = htmlOf("> [!bug] **Title**\n> - a\n> - b\n>\n> > [!note]\n> > inner\n");

    EXPECT_NE(html.find("<aside class=\"callout callout-caution\">"), std::string::npos) << html;
    EXPECT_NE(html.find("<li>a</li>"), std::string::npos) << html;
    EXPECT_NE(html.find("<aside class=\"callout callout-note\">"), std::string::npos) << html;
    EXPECT_NE(html.find("inner"), std::string::npos) << html;
}

TEST(Callouts, areQuotations_whenTheMarkIsNone)
{
    for (const char *const markdown : {"> text [!note]", "> [note]\n> x", "> [!note", "> [! ",
                                       "> [!no\n> te] x", "> [!]\n> x"}) {
        const std::string html = htmlOf(markdown);
        EXPECT_TRUE(html.starts_with("<blockquote>")) << html;
    }
    EXPECT_TRUE(htmlOf("> [!" + std::string(60, 'x') + "]\n> a").starts_with("<blockquote>"));
}

TEST(Code, isCalledWhatTheHighlighterCallsIt)
{
    struct Row
    {
        const char *info;
        const char *language; ///< empty: none
    };

    constexpr Row rows[] = {
        {"js", "javascript"},
        {"JavaScript", "javascript"},
        {"golang", "go"},
        {"c++", "cpp"},
        {"C#", "csharp"},
        {"sh", "bash"},
        {"yml", "yaml"},
        {"py", "python"},
        {"objective-c", "objectivec"},
        {"text", "text"},
        {"", ""},
        {"123", ""},
        {"{.rust .numberLines}", "rust"},
        {"ts:app.ts", "typescript"},
        {"go{1,3}", "go"},
        {"python title=\"a.py\"", "python"},
    };
    for (const Row &row : rows) {
        const std::string start = fenced(row.info);
        if (*row.language == '\0') {
            EXPECT_EQ(start.find("data-language"), std::string::npos) << row.info << ": " << start;
            EXPECT_EQ(start.find("class="), std::string::npos) << row.info << ": " << start;
        } else {
            const std::string language = row.language;
            EXPECT_NE(start.find("data-language=\"" + language + "\""), std::string::npos)
                << row.info << ": " << start;
            EXPECT_NE(start.find("class=\"language-" + language + "\""), std::string::npos)
                << row.info << ": " << start;
        }
    }
}

TEST(Code, carriesLinesNumbersAndNameOfItsFile)
{
    struct Row
    {
        const char *info;
        const char *attribute;
    };

    constexpr Row rows[] = {
        {"go {hl_lines=[1,\"3-5\"]}", " data-lines=\"1,3-5\""},
        {"go {1,3-5}", " data-lines=\"1,3-5\""},
        {"js{2}", " data-lines=\"2\""},
        {"go {linenos=true}", " data-start=\"1\""},
        {"go {linenos=table,linenostart=42}", " data-start=\"42\""},
        {"c showLineNumbers", " data-start=\"1\""},
        {"{.c .numberLines startFrom=\"7\"}", " data-start=\"7\""},
        {"ts:line-numbers=12", " data-start=\"12\""},
        {"js title=\"src/a b.js\"", " data-file=\"src/a b.js\""},
        {"js:src/main.js", " data-file=\"src/main.js\""},
        {"yaml filename=config.yml", " data-file=\"config.yml\""},
    };
    for (const Row &row : rows) {
        EXPECT_NE(fenced(row.info).find(row.attribute), std::string::npos)
            << row.info << ": " << fenced(row.info);
    }
    for (const char *const info : {"go", "go {linenos=false}", "go {linenos=none}", "a:b", "x {y}",
                                   "go {linenostart=12345678}", "go {linenostart=x}"}) {
        EXPECT_EQ(fenced(info).find("data-start"), std::string::npos) << info;
        EXPECT_EQ(fenced(info).find("data-lines"), std::string::npos) << info;
        EXPECT_EQ(fenced(info).find("data-file"), std::string::npos) << info;
    }
}

TEST(Code, cannotWriteOutOfItsAttributes)
{
    for (const char *const info :
         {"js title=\"&quot; onclick=&quot;x\"", "\"><script>alert(1)</script>", "js' onx='1",
          "js {hl_lines=[\"><b>\"]}"}) {
        const std::string html = htmlOf("```" + std::string(info) + "\nx\n```");
        EXPECT_EQ(html.find("<script"), std::string::npos) << html;
        EXPECT_EQ(html.find(" onclick=\""), std::string::npos) << html;
        EXPECT_EQ(html.find("<b>"), std::string::npos) << html;
    }
}

TEST(Tables, standInABoxThatScrolls)
{
    EXPECT_EQ(htmlOf("| a |\n| :-: |\n| b |"),
              "<div class=\"scroll\"><table><thead><tr><th align=\"center\">a</th></tr></thead>"
              "<tbody><tr><td align=\"center\">b</td></tr></tbody></table></div>");
}

TEST(Tables, loseAnEmptyHead_unlessShownAsWritten)
{
    const Article article = articleOf("|  |  |\n| --- | --- |\n| a | b |");

    const RenderedBody repaired = renderBody(article);
    const RenderedBody written = renderBody(article, eagerly(Repairs::none()));

    EXPECT_EQ(repaired.html.find("thead"), std::string::npos);
    EXPECT_EQ(repaired.repairs[Repair::Tables], 1U);
    EXPECT_NE(written.html.find("thead"), std::string::npos);
    EXPECT_EQ(written.repairs[Repair::Tables], 0U);
    EXPECT_NE(
        renderBody(articleOf("| ![x](https://a.b/c.png) |\n| --- |\n| a |")).html.find("thead"),
        std::string::npos)
        << "a picture is something";
}

TEST(DefinitionLists, areTermsAndTheirLines)
{
    constexpr Rendered rows[] = {
        {"Term\n: meaning", "<dl><dt>Term</dt><dd>meaning</dd></dl>"},
        {"词\n: 一\n: 二", "<dl><dt>词</dt><dd>一</dd><dd>二</dd></dl>"},
        {"A *b*\n: c `d`\n: e",
         "<dl><dt>A <em>b</em></dt><dd>c <code>d</code></dd><dd>e</dd></dl>"},
        {": no term", "<p>: no term</p>"},
        {"Term\n:no blank", "<p>Term\n:no blank</p>"},
        {"One\n: two\nthree", "<dl><dt>One</dt><dd>two\nthree</dd></dl>"},
    };
    expectRendered(rows);
}

TEST(Contents, marksForATableOfContentsAreNotShown)
{
    for (const char *const mark : {"[TOC]", "[toc]", "[[toc]]", "[[TOC]]"}) {
        EXPECT_EQ(htmlOf(std::string(mark) + "\n\ntext"), "<p>text</p>") << mark;
    }
    EXPECT_EQ(htmlOf("a [TOC]"), "<p>a [TOC]</p>");
}

TEST(BlockPasses, finishBlocks_dropsAnEmptyQuotationInAQuotation)
{
    EXPECT_EQ(htmlOf("> a\n> >\n> b"), "<blockquote><p>a</p><p>b</p></blockquote>");
    EXPECT_EQ(htmlOf("> a\n>\n> >\n>\n> b"), "<blockquote><p>a</p><p>b</p></blockquote>");
    EXPECT_EQ(htmlOf("> a\n> > >\n> b"), "<blockquote><p>a</p><p>b</p></blockquote>");
    EXPECT_EQ(htmlOf("> a\n> > c\n\nb"),
              "<blockquote><p>a</p><blockquote><p>c</p></blockquote></blockquote><p>b</p>");
    EXPECT_EQ(htmlOf(">\n\na"), "<blockquote></blockquote><p>a</p>");
}

} // namespace lectern::core
