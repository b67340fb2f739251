#include "core/markdown/html/html_output.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string written(HtmlNode node)
{
    return writeHtml(makeElement("div", {std::move(node)}), 1000).html;
}

struct AttributeCase
{
    const char *element;
    const char *name;
    const char *value;
};

} // namespace

TEST(HtmlOutput, isAllowedElement_refusesWhatRunsLoadsOrAsks)
{
    for (const char *name :
         {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "link", "meta",
          "base", "video", "audio", "template", "button", "textarea", "body", "A", ""}) {
        EXPECT_FALSE(isAllowedElement(name)) << name;
    }
}

TEST(HtmlOutput, isAllowedElement_acceptsPlainContent)
{
    for (const char *name : {"a", "p", "h1", "h6", "img", "table", "ruby", "details", "wbr"}) {
        EXPECT_TRUE(isAllowedElement(name)) << name;
    }
}

TEST(HtmlOutput, isAllowedAttribute_acceptsTheList)
{
    constexpr AttributeCase cases[] = {
        {"p", "id", "x"},
        {"p", "dir", "rtl"},
        {"p", "class", "card image"},
        {"code", "class", "language-go"},
        {"a", "href", "https://a"},
        {"img", "src", "a.png"},
        {"img", "width", "9999"},
        {"td", "align", "center"},
        {"th", "colspan", "100"},
        {"td", "rowspan", "1000"},
        {"ol", "start", "-3"},
        {"li", "value", "7"},
        {"input", "type", "checkbox"},
        {"pre", "data-lines", "1"},
        {"details", "open", ""},
        {"time", "datetime", "x"},
        {"col", "span", "2"},
    };
    for (const auto &[element, name, value] : cases) {
        EXPECT_TRUE(isAllowedAttribute(element, name, value)) << element << ' ' << name;
    }
}

TEST(HtmlOutput, isAllowedAttribute_refusesTheRest)
{
    constexpr AttributeCase cases[] = {
        {"p", "style", "color:red"}, {"p", "onclick", "x"},       {"p", "class", "article-header"},
        {"p", "dir", "up"},          {"p", "href", "https://a"},  {"a", "href", "javascript:x"},
        {"a", "target", "_blank"},   {"img", "src", "file:///a"}, {"img", "srcset", "a 2x"},
        {"img", "onerror", "x"},     {"img", "width", "10000"},   {"img", "width", "101%"},
        {"td", "align", "char"},     {"td", "colspan", "101"},    {"td", "rowspan", "1001"},
        {"ol", "start", "x"},        {"input", "type", "text"},   {"div", "data-lines", "1"},
        {"p", "open", ""},           {"td", "span", "2"},         {"col", "span", "101"},
    };
    for (const auto &[element, name, value] : cases) {
        EXPECT_FALSE(isAllowedAttribute(element, name, value)) << element << ' ' << name;
    }
}

TEST(HtmlOutput, writeHtml_escapesTextAndAttributes)
{
    HtmlNode node = makeElement("p", {makeText("a<b>&")});
    node.setAttribute("title", "\"><script>");

    EXPECT_EQ(written(node), "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt;&amp;</p>");
}

TEST(HtmlOutput, writeHtml_keepsTheContent_whenTheElementIsUnknown)
{
    EXPECT_EQ(written(makeElement("blink", {makeElement("b", {makeText("x")})})), "<b>x</b>");
}

TEST(HtmlOutput, writeHtml_dropsTheAttributeOnly_whenItIsUnsafe)
{
    HtmlNode link = makeElement("a", {makeText("x")});
    link.setAttribute("href", "javascript:x");
    link.setAttribute("title", "t");

    EXPECT_EQ(written(link), "<a title=\"t\">x</a>");
}

TEST(HtmlOutput, writeHtml_closesNoVoidElement)
{
    EXPECT_EQ(written(makeElement("br")), "<br>");
    EXPECT_EQ(written(makeElement("p")), "<p></p>");
}

TEST(HtmlOutput, writeHtml_doublesTheFirstNewlineOfAPre)
{
    EXPECT_EQ(written(makeElement("pre", {makeText("\nx")})), "<pre>\n\nx</pre>");
}

TEST(HtmlOutput, writeHtml_stopsAndStaysBalanced_whenTheBudgetIsReached)
{
    const HtmlNode root
        = makeElement("div", {makeElement("p", {makeText("12345"), makeText("6")}), makeText("7")});

    const HtmlOutput output = writeHtml(root, 4);

    EXPECT_TRUE(output.isCut);
    EXPECT_EQ(output.html, "<p>12345</p>");
}

TEST(HtmlOutput, writeHtml_isNotCut_whenEverythingFits)
{
    EXPECT_FALSE(writeHtml(makeElement("div", {makeText("x")}), 1).isCut);
}

} // namespace lectern::core
