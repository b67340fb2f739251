#include "core/markdown/markdown_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

struct Sample
{
    std::string_view markdown;
    std::string_view html;
};

std::string htmlOf(std::string_view markdown)
{
    return parseMarkdown(markdown, RawHtml::Clean).html;
}

void expectAll(std::initializer_list<Sample> samples)
{
    for (const Sample &sample : samples) {
        EXPECT_EQ(htmlOf(sample.markdown), sample.html) << sample.markdown;
    }
}

} // namespace

TEST(MarkdownParser, parseMarkdown_writesParagraphsAndBreaks)
{
    expectAll({
        {"", ""},
        {"a", "<p>a</p>"},
        {"a\n\nb", "<p>a</p><p>b</p>"},
        {"a\nb", "<p>a\nb</p>"},
        {"a  \nb", "<p>a<br>\nb</p>"},
        {"a\\\nb", "<p>a<br>\nb</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesHeadings)
{
    expectAll({
        {"# a", "<h1>a</h1>"},
        {"###### a", "<h6>a</h6>"},
        {"a\n===", "<h1>a</h1>"},
        {"a\n---", "<h2>a</h2>"},
        {"####### a", "<p>####### a</p>"},
        {"#a", "<p>#a</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesLists)
{
    expectAll({
        {"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
        {"- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"},
        {"1. a", "<ol><li>a</li></ol>"},
        {"3. a", "<ol start=\"3\"><li>a</li></ol>"},
        {"0. a", "<ol start=\"0\"><li>a</li></ol>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesTasks)
{
    expectAll({
        {"- [ ] a", "<ul><li class=\"task\"><input type=\"checkbox\" disabled=\"\"> a</li></ul>"},
        {"- [x] a",
         "<ul><li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> a</li></ul>"},
        {"- [X] a",
         "<ul><li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> a</li></ul>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesQuotationsAndRules)
{
    expectAll({
        {"> a", "<blockquote><p>a</p></blockquote>"},
        {"> > a", "<blockquote><blockquote><p>a</p></blockquote></blockquote>"},
        {"a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesCode)
{
    expectAll({
        {"`a<b`", "<p><code>a&lt;b</code></p>"},
        {"```\na\n```", "<pre><code>a\n</code></pre>"},
        {"    a", "<pre><code>a\n</code></pre>"},
        {"```cpp\na\n```", "<pre><code class=\"language-cpp\">a\n</code></pre>"},
        {"```go {hl_lines=2}\na\n```",
         "<pre><code class=\"language-go\" data-info=\"go {hl_lines=2}\">a\n</code></pre>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesEmphasis)
{
    expectAll({
        {"*a* _b_", "<p><em>a</em> <em>b</em></p>"},
        {"**a**", "<p><strong>a</strong></p>"},
        {"***a***", "<p><em><strong>a</strong></em></p>"},
        {"~~a~~", "<p><del>a</del></p>"},
        {"a_b_c", "<p>a_b_c</p>"},
        {"\\*a\\*", "<p>*a*</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_takesASingleTildeForText)
{
    expectAll({{"10~20 and 30~40", "<p>10~20 and 30~40</p>"}, {"~a~", "<p>~a~</p>"}});
}

TEST(MarkdownParser, parseMarkdown_closesEmphasisBetweenChineseAndPunctuation)
{
    expectAll({
        {"**重要。**然后", "<p><strong>重要。</strong>然后</p>"},
        {"他说**“好”**了", "<p>他说<strong>“好”</strong>了</p>"},
        {"中*（文）*字", "<p>中<em>（文）</em>字</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesLinks)
{
    expectAll({
        {"[a](b)", "<p><a href=\"b\">a</a></p>"},
        {"[a](b \"c\")", "<p><a href=\"b\" title=\"c\">a</a></p>"},
        {"[a][r]\n\n[r]: /u", "<p><a href=\"/u\">a</a></p>"},
        {"<https://a.b>", "<p><a href=\"https://a.b\">https://a.b</a></p>"},
        {"[a]", "<p>[a]</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_encodesAddresses)
{
    expectAll({
        {"[a](<b c>)", "<p><a href=\"b%20c\">a</a></p>"},
        {"[a](中)", "<p><a href=\"%E4%B8%AD\">a</a></p>"},
        {"[a](b?c=1&d=2)", "<p><a href=\"b?c=1&amp;d=2\">a</a></p>"},
        {"[a](%20)", "<p><a href=\"%20\">a</a></p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesImages)
{
    expectAll({
        {"![a](b)", "<p><img src=\"b\" alt=\"a\"></p>"},
        {"![](b \"c\")", "<p><img src=\"b\" title=\"c\" alt=\"\"></p>"},
        {"[![a](b)](c)", "<p><a href=\"c\"><img src=\"b\" alt=\"a\"></a></p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_keepsOnlyWordsOfAnAltText)
{
    expectAll({
        {"![a *b* [c](d)](e)", "<p><img src=\"e\" alt=\"a b c\"></p>"},
        {"![a <b>c</b>](d)", "<p><img src=\"d\" alt=\"a c\"></p>"},
        {"![a \\\" b](c)", "<p><img src=\"c\" alt=\"a &quot; b\"></p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_writesTables)
{
    EXPECT_EQ(htmlOf("|a|b|\n|---|---|\n|1|2|\n"),
              "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
              "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>");
}

TEST(MarkdownParser, parseMarkdown_alignsColumns)
{
    EXPECT_EQ(htmlOf("|a|b|c|\n|:--|:-:|--:|\n"),
              "<table><thead><tr><th align=\"left\">a</th><th align=\"center\">b</th>"
              "<th align=\"right\">c</th></tr></thead></table>");
}

TEST(MarkdownParser, parseMarkdown_decodesEntities)
{
    expectAll({
        {"&copy; &#65; &#x42;", "<p>\u00A9 A B</p>"},
        {"&lt;b&gt;", "<p>&lt;b&gt;</p>"},
        {"&nonsense;", "<p>&amp;nonsense;</p>"},
    });
}

TEST(MarkdownParser, parseMarkdown_replacesNullCharacters)
{
    EXPECT_EQ(htmlOf(std::string_view("a\0b", 3)), "<p>a\uFFFDb</p>");
}

TEST(MarkdownParser, parseMarkdown_keepsHtml_whenItIsAsked)
{
    const ParserOutput output = parseMarkdown("a <b onclick=\"x\">c</b>", RawHtml::Keep);

    EXPECT_EQ(output.html, "<p>a <b onclick=\"x\">c</b></p>");
}

TEST(MarkdownParser, parseMarkdown_dropsScripts)
{
    EXPECT_EQ(htmlOf("<script>alert(1)</script>\n\na").find("alert"), std::string::npos);
}

TEST(MarkdownParser, parseMarkdown_isNotCut_whenTheTextIsOrdinary)
{
    EXPECT_FALSE(parseMarkdown("# a\n\nb", RawHtml::Clean).isCut);
}

TEST(MarkdownParser, parseMarkdown_isCut_whenTheBudgetIsReached)
{
    std::string markdown;
    for (int i = 0; i < 5000; ++i) {
        markdown += "[a] ";
    }
    markdown += "\n\n[a]: /" + std::string(5000, 'x') + "\n";

    const ParserOutput output = parseMarkdown(markdown, RawHtml::Clean);

    EXPECT_TRUE(output.isCut);
    EXPECT_TRUE(output.html.ends_with("</p>"));
}

TEST(MarkdownParser, outputBudget_growsWithTheInput)
{
    EXPECT_EQ(outputBudget(0), 65536U);
    EXPECT_EQ(outputBudget(100), 67136U);
}

TEST(MarkdownParser, parseVisibleText_keepsWordsOfEachBlock)
{
    EXPECT_EQ(parseVisibleText("# a\n\nb *c* `d`\n\n> e\n"), "a\nb c d\ne\n");
    EXPECT_EQ(parseVisibleText("- a\n- b\n"), "a\nb\n");
    EXPECT_EQ(parseVisibleText("- a\n  - b\n    1. c\n- d\n"), "a\nb\nc\nd\n");
}

TEST(MarkdownParser, parseVisibleText_leavesOutAddressesImagesAndTags)
{
    EXPECT_EQ(parseVisibleText("[a](u) ![b](v)<i>c</i>"), "a c\n");
}

TEST(MarkdownParser, parseVisibleText_decodesEntitiesAndKeepsTildes)
{
    EXPECT_EQ(parseVisibleText("&lt; 1~2 **重点。**后"), "< 1~2 重点。后\n");
}

} // namespace lectern::core
