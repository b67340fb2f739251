#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown_parser.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

/// The tree as text: `div(p[a="b"]("text" br()))`.
std::string outlined(const HtmlNode &node)
{
    if (node.isText()) {
        return "\"" + node.text + "\"";
    }
    std::string text = node.name;
    for (const auto &[name, value] : node.attributes) {
        text += "[" + name + "=\"" + value + "\"]";
    }
    text += "(";
    for (std::size_t index = 0; index < node.children.size(); ++index) {
        text += (index == 0 ? "" : " ") + outlined(node.children[index]);
    }
    return text + ")";
}

std::string parsed(std::string_view html)
{
    const auto tree = parseHtml(html);
    return tree ? outlined(*tree) : "nothing";
}

int depthOf(const HtmlNode &node)
{
    int deepest = 0;
    for (const HtmlNode &child : node.children) {
        deepest = std::max(deepest, depthOf(child));
    }
    return deepest + 1;
}

} // namespace

TEST(HtmlNode, keepsItsAttributes_eachOnce)
{
    HtmlNode node = makeElement("a");
    node.setAttribute("href", "one");
    node.setAttribute("title", "");
    node.setAttribute("href", "two");

    EXPECT_EQ(outlined(node), "a[href=\"two\"][title=\"\"]()");
    EXPECT_EQ(node.attribute("href"), "two");
    EXPECT_TRUE(node.hasAttribute("title")) << "an empty one is there";
    EXPECT_FALSE(node.hasAttribute("Href"));
    EXPECT_EQ(node.attribute("none"), "");

    node.removeAttribute("href");
    node.removeAttribute("none");

    EXPECT_EQ(outlined(node), "a[title=\"\"]()");
}

TEST(HtmlNode, addsClassesBehindTheOthers)
{
    HtmlNode node = makeElement("p");
    node.addClass("one");
    node.addClass("two");

    EXPECT_EQ(node.attribute("class"), "one two");
}

TEST(HtmlNode, isTextOrAnElement)
{
    EXPECT_TRUE(makeText("").isText());
    EXPECT_FALSE(makeElement("p").isText());
    EXPECT_TRUE(makeElement("p").is("p"));
    EXPECT_FALSE(makeElement("p").is("P"));
    EXPECT_FALSE(makeElement("pre").is("p"));
}

TEST(HtmlTree, textContent_joinsEverythingBelow)
{
    EXPECT_EQ(textContent(*parseHtml("a<b>b<i>c</i></b><!-- x --><p>d</p>&amp;")), "abcd&");
    EXPECT_EQ(textContent(makeElement("div")), "");
}

TEST(HtmlTree, isBlank_onlyForTextOfWhiteSpace)
{
    EXPECT_TRUE(isBlank(makeText("")));
    EXPECT_TRUE(isBlank(makeText(" \t\r\n")));
    EXPECT_FALSE(isBlank(makeText("\u00A0"))) << "a blank that was meant to be there";
    EXPECT_FALSE(isBlank(makeText(" x ")));
    EXPECT_FALSE(isBlank(makeElement("br")));
}

TEST(HtmlTree, parseHtml_readsAsBrowsersDo)
{
    struct Row
    {
        std::string_view html;
        std::string_view tree;
    };

    constexpr std::array<Row, 14> kRows{{
        {"", "div()"},
        {"a", "div(\"a\")"},
        {"<P>a<p>b", "div(p(\"a\") p(\"b\"))"},
        {"<b>a<i>b</b>c</i>", "div(b(\"a\" i(\"b\")) i(\"c\"))"},
        {"<a HREF='x' href='y'>z</a>", "div(a[href=\"x\"](\"z\"))"},
        {"<br/>a</br>", "div(br() \"a\" br())"},
        {"<table><tr><td>a", "div(table(tbody(tr(td(\"a\")))))"},
        {"<table>x<tr></tr></table>", "div(\"x\" table(tbody(tr())))"},
        {"<!-- a --><p>b</p><!DOCTYPE x>", "div(p(\"b\"))"},
        {"a &lt; b &amp;amp; &#20013; &bogus;", "div(\"a < b &amp; 中 &bogus;\")"},
        {"<my-tag a=b>c</my-tag>", "div(my-tag[a=\"b\"](\"c\"))"},
        {"<ul><li>a<li>b</ul>", "div(ul(li(\"a\") li(\"b\")))"},
        {"<pre>\n a</pre>", "div(pre(\" a\"))"},
        {"</div></body></html>a", "div(\"a\")"},
    }};
    for (const Row &row : kRows) {
        EXPECT_EQ(parsed(row.html), row.tree) << row.html;
    }
}

TEST(HtmlTree, parseHtml_isAsDeepAsIsSafe_whateverIsNested)
{
    std::string html;
    for (int depth = 0; depth < 3000; ++depth) {
        html += "<span>";
    }

    const auto tree = parseHtml(html + "x");

    ASSERT_TRUE(tree);
    EXPECT_LE(depthOf(*tree), 490);
    EXPECT_EQ(textContent(*tree), "x");
}

TEST(HtmlTree, parseHtml_survivesWhateverBytes)
{
    constexpr std::array<std::string_view, 20> kPieces{
        "<",  ">", "/", "<p", "<b>", "</b>", "<table>", "<td>", "<!--", "-->",
        "\"", "'", "=", "&",  "&#x", ";",    "<svg>",   "中",   " ",    "<a b"};
    std::mt19937 random(33); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 3000; ++round) {
        std::string html;
        for (std::size_t count = random() % 25; count > 0; --count) {
            html += kPieces[random() % kPieces.size()];
        }
        const auto tree = parseHtml(html);

        ASSERT_TRUE(tree) << html;
        const std::string written = writeHtml(*tree, 100'000).html;
        const auto again = parseHtml(written);
        ASSERT_TRUE(again);
        ASSERT_EQ(textContent(*again), textContent(*parseHtml(writeHtml(*again, 100'000).html)))
            << html;
    }
}

TEST(HtmlTree, parseRegularHtml_readsWhatTheParserMadeAsAnHtmlParserDoes)
{
    constexpr std::array<std::string_view, 26> kPieces{"word ",
                                                       "中文",
                                                       "**",
                                                       "*",
                                                       "`",
                                                       "``",
                                                       "\n",
                                                       "\n\n",
                                                       "- ",
                                                       "1. ",
                                                       "> ",
                                                       "# ",
                                                       "### ",
                                                       "[a](b)",
                                                       "![c](d.png \"t\")",
                                                       "\\",
                                                       "&amp;",
                                                       "&#65;",
                                                       "| a | b |\n| - | - |\n| c | d |\n",
                                                       "~~x~~",
                                                       "    code\n",
                                                       "```js\nx<y\n```\n",
                                                       "---\n",
                                                       "- [x] done\n",
                                                       "<https://a.b>",
                                                       "  \n"};
    std::mt19937 random(34); // NOLINT(cert-msc51-cpp)
    int compared = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 14; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        const ParserOutput output = parseMarkdown(markdown, RawHtml::Clean);
        const auto tidy = parseTidyHtml(output.html);
        if (!tidy) {
            continue;
        }
        ++compared;
        const auto general = parseHtml(output.html);

        ASSERT_TRUE(general);
        ASSERT_EQ(outlined(*tidy), outlined(*general)) << markdown;
    }
    EXPECT_GT(compared, 3000);
}

TEST(HtmlTree, decodedEntity_readsNamesAndNumbers)
{
    struct Row
    {
        std::string_view reference;
        std::string_view text;
    };

    constexpr std::array<Row, 18> kRows{{
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&nbsp;", "\u00A0"},
        {"&copy;", "©"},
        {"&hellip;", "…"},
        {"&#65;", "A"},
        {"&#x4E2D;", "中"},
        {"&#X4e2d;", "中"},
        {"&#0;", "\uFFFD"},
        {"&#xD800;", "\uFFFD"},
        {"&#x110000;", "\uFFFD"},
        {"&#99999999999;", "\uFFFD"},
        {"&#x10FFFF;", "\U0010FFFF"},
        {"&nosuch;", "&nosuch;"},
        {"&copyx;", "&copyx;"},
        {"&ngE;", "≧̸"},
    }};
    for (const Row &row : kRows) {
        EXPECT_EQ(decodedEntity(row.reference), row.text) << row.reference;
    }
}

TEST(HtmlTree, staysUtf8_whenTheNumberOfACharacterOverflows)
{
    EXPECT_EQ(parsed("<p title=\"&#6666666646;\">&#6666666646;x</p>"),
              "div(p[title=\"\uFFFD\"](\"\uFFFDx\"))");
}

} // namespace lectern::core
