#include "core/markdown/html/html_tree.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

struct Case
{
    const char *written;
    const char *expected;
};

template <std::size_t N>
void expectHtml(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(htmlOf(row.written), row.expected) << row.written;
    }
}

std::string calloutOf(const std::string &kind, const char *language)
{
    Article article = articleOf("> [!" + kind + "]\n> x");
    article.meta.languages = {language};
    return renderBody(article, eagerly()).html;
}

std::string callout(const std::string &look, const std::string &title)
{
    return "<aside class=\"" + look + "\"><p class=\"callout-title\">" + title
        + "</p><p>x</p></aside>";
}

} // namespace

TEST(CalloutCases, eachKind_hasItsLookAndItsTitles)
{
    struct Kind
    {
        const char *name;
        const char *look;
        const char *title;
        const char *chinese;
    };

    constexpr Kind kinds[] = {
        {"note", "callout callout-note", "Note", "注"},
        {"info", "callout callout-note", "Info", "信息"},
        {"abstract", "callout callout-note", "Abstract", "摘要"},
        {"todo", "callout callout-note", "To do", "待办"},
        {"tip", "callout callout-tip", "Tip", "提示"},
        {"success", "callout callout-tip", "Success", "成功"},
        {"important", "callout callout-important", "Important", "重要"},
        {"example", "callout callout-important", "Example", "示例"},
        {"question", "callout callout-important", "Question", "问题"},
        {"warning", "callout callout-warning", "Warning", "警告"},
        {"attention", "callout callout-warning", "Attention", "注意"},
        {"caution", "callout callout-caution", "Caution", "小心"},
        {"danger", "callout callout-caution", "Danger", "危险"},
        {"bug", "callout callout-caution", "Bug", "缺陷"},
        {"quote", "callout", "Quote", "引用"},
    };
    for (const Kind &kind : kinds) {
        EXPECT_EQ(calloutOf(kind.name, "en"), callout(kind.look, kind.title));
        EXPECT_EQ(calloutOf(kind.name, "zh-CN"), callout(kind.look, kind.chinese));
    }
    EXPECT_EQ(calloutOf("WARNING", "en"), callout("callout callout-warning", "Warning"));
    EXPECT_EQ(calloutOf("自定义", "zh-CN"), callout("callout", "自定义"));
}

TEST(CalloutCases, titlesAreText)
{
    constexpr Case cases[] = {
        {"> [!note] a < b & c\n> x",
         "<aside class=\"callout callout-note\"><p class=\"callout-title\">a &lt; b &amp; c</p>"
         "<p>x</p></aside>"},
        {"> [!note] 标题\n> x\n> y",
         "<aside class=\"callout callout-note\"><p class=\"callout-title\">标题</p><p>x\ny</p>"
         "</aside>"},
        {"> [!note]\n> > [!tip]\n> > x",
         "<aside class=\"callout callout-note\"><p class=\"callout-title\">Note</p>"
         "<aside class=\"callout callout-tip\"><p class=\"callout-title\">Tip</p><p>x</p></aside>"
         "</aside>"},
        {"> [!note]",
         "<aside class=\"callout callout-note\"><p class=\"callout-title\">Note</p></aside>"},
    };
    expectHtml(cases);
}

TEST(CodeCases, informationOfAFence_isReadInEveryDialect)
{
    struct Row
    {
        const char *info;
        const char *language;
        const char *rest;
    };

    constexpr Row rows[] = {
        {"rust", "rust", ""},
        {"rs", "rust", ""},
        {"Shell-Session", "shell", ""},
        {"{python}", "python", ""},
        {"{.python #id}", "python", ""},
        {"python=", "python", ""},
        {"js{1,3}", "javascript", " data-lines=\"1,3\""},
        {"js {1-2} title=\"甲.js\"", "javascript", " data-lines=\"1-2\" data-file=\"甲.js\""},
        {"go {linenos=inline,hl_lines=[2]}", "go", " data-lines=\"2\" data-start=\"1\""},
        {"c linenums=\"5\"", "c", " data-start=\"5\""},
        {"ts file=a.ts", "typescript", " data-file=\"a.ts\""},
    };
    for (const Row &row : rows) {
        const std::string name = row.language;
        EXPECT_EQ(htmlOf("```" + std::string(row.info) + "\nx\n```"),
                  "<pre data-language=\"" + name + "\"" + row.rest + "><code class=\"language-"
                      + name + "\">x\n</code></pre>")
            << row.info;
    }
}

TEST(TableCases, keepTheirCells)
{
    constexpr Case cases[] = {
        {"|甲|乙|\n|-|-|\n|1|2|",
         "<div class=\"scroll\"><table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr>"
         "<td>1</td><td>2</td></tr></tbody></table></div>"},
        {"a | b\n:-- | --:\n`x` | **y**",
         "<div class=\"scroll\"><table><thead><tr><th align=\"left\">a</th>"
         "<th align=\"right\">b</th></tr></thead><tbody><tr><td align=\"left\"><code>x</code></td>"
         "<td align=\"right\"><strong>y</strong></td></tr></tbody></table></div>"},
        {"<table><tr><td colspan=\"2\" style=\"x\">a</td></tr></table>",
         "<div class=\"scroll\"><table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>"
         "</div>"},
    };
    expectHtml(cases);
}

TEST(DefinitionListCases, needATermAndAMark)
{
    constexpr Case cases[] = {
        {"HTTP\n: 超文本传输协议", "<dl><dt>HTTP</dt><dd>超文本传输协议</dd></dl>"},
        {"**词**\n: [a](https://b.c)",
         "<dl><dt><strong>词</strong></dt><dd><a href=\"https://b.c\">a</a></dd></dl>"},
        {"a\nb\n: c", "<p>a\nb\n: c</p>"},
        {"a : b", "<p>a : b</p>"},
        {"a\n:b", "<p>a\n:b</p>"},
        {"a\n：b", "<p>a\n：b</p>"},
    };
    expectHtml(cases);
}

TEST(ContentsCases, onlyAMarkAloneIsHidden)
{
    for (const char *const markdown :
         {"a [TOC]", "[TOC] a", "`[TOC]`", "[Toc]", "\\[TOC\\] a", "[[TOC]] a", "[TOCs]"}) {
        EXPECT_NE(htmlOf(markdown), "") << markdown;
        EXPECT_FALSE(renderBody(articleOf(markdown)).isEmpty) << markdown;
    }
    EXPECT_EQ(htmlOf("> [TOC]\n\na"), "<blockquote></blockquote><p>a</p>");
}

TEST(BlockPassesProperty, keepEveryLetterOfTheText)
{
    constexpr std::array<std::string_view, 22> kPieces{"> ",    "> [!note] ",
                                                       "[!x]",  "\n",
                                                       "\n\n",  "\n> ",
                                                       "中文",  "abc",
                                                       "\n: ",  "| a |\n| - |\n| b |\n",
                                                       "- ",    "```js\n",
                                                       "```\n", "    ",
                                                       "**",    "# ",
                                                       "-",     "[a](https://b.c)",
                                                       "`c`",   ": ",
                                                       "1. ",   "+"};
    const auto lettersOf = [](const std::string &html) {
        std::string text = textContent(*parseHtml(html));
        std::size_t letters = 0;
        for (std::size_t at = text.find("中文"); at != std::string::npos;
             at = text.find("中文", at + 1)) {
            ++letters;
        }
        return letters;
    };
    std::mt19937 random(131); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 2500; ++round) {
        std::string body = "x\n\n";
        std::size_t written = 0;
        for (std::size_t count = random() % 16; count > 0; --count) {
            const std::string_view piece = kPieces[random() % kPieces.size()];
            body += piece;
            written += piece == "中文" ? 1 : 0;
        }
        // What follows a language on the line of a fence is no text.
        if (body.find("```") == std::string::npos) {
            ASSERT_EQ(lettersOf(htmlOf(body)), written) << body;
        }
    }
}

} // namespace lectern::core
