#include "core/markdown/html/html_tree.h"
#include "core/markdown/tree/drawn_blocks.h"
#include "tests/core/markdown/html/tree_outline.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

HtmlNode treeOf(std::string_view html)
{
    return *parseHtml(html);
}

std::string listOf(std::string_view html)
{
    HtmlNode tree = treeOf(html);
    makeDefinitionList(tree.children.front());
    return outlineOf(tree);
}

std::string unwrapped(std::string_view html)
{
    HtmlNode tree = treeOf(html);
    unwrapDrawn(tree.children.front());
    return outlineOf(tree);
}

std::string captioned(std::string_view html)
{
    HtmlNode tree = treeOf(html);
    takeCaptions(tree);
    return outlineOf(tree);
}

constexpr const char *kTable = "<div class=\"scroll\"><table><tr><td>x</td></tr></table></div>";

} // namespace

TEST(DrawnBlocks, makeDefinitionList_takesTheLinesBehindATerm)
{
    EXPECT_EQ(listOf("<p>T\n: a\n: b</p>"), "(dl(dt'T')(dd'a')(dd'b'))");
    EXPECT_EQ(listOf("<p><b>甲</b>\n:   <i>乙</i> 丙</p>"), "(dl(dt(b'甲')'')(dd''(i'乙')' 丙'))");
    EXPECT_EQ(listOf("<p>T\n: a\nmore</p>"), "(dl(dt'T')(dd'a''\nmore'))");
}

TEST(DrawnBlocks, makeDefinitionList_leavesOutWhatWasHidden)
{
    EXPECT_EQ(listOf("<p>T\n: a\n:</p>"), "(dl(dt'T')(dd'a'))");
}

TEST(DrawnBlocks, makeDefinitionList_leavesOtherParagraphs)
{
    for (const char *const html : {"<p></p>", "<p>T</p>", "<p>: a\n: b</p>", "<p>T\nU\n: a</p>",
                                   "<p>T\n:a</p>", "<p><b>T\n: a</b></p>"}) {
        EXPECT_EQ(listOf(html), outlineOf(treeOf(html))) << html;
    }
}

TEST(DrawnBlocks, unwrapDrawn_takesLoneParagraphsOutOfCells)
{
    EXPECT_EQ(unwrapped("<table class=\"drawn\"><tbody><tr><td>\n<p>a <b>c</b></p>\n</td><td></td>"
                        "</tr></tbody></table>"),
              "(table(tbody(tr(td'a '(b'c'))(td))))");
    EXPECT_EQ(unwrapped("<dl class=\"drawn\"><dt><p>a</p></dt><dd><p>b</p></dd></dl>"),
              "(dl(dt'a')(dd'b'))");
}

TEST(DrawnBlocks, unwrapDrawn_keepsSeveralBlocksOfACell)
{
    EXPECT_EQ(unwrapped("<dl class=\"drawn\"><dd><p>a</p><p>b</p></dd><dd><p id=\"x\">c</p></dd>"
                        "<dd><ul></ul></dd></dl>"),
              "(dl(dd(p'a')(p'b'))(dd(p id=x'c'))(dd(ul)))");
}

TEST(DrawnBlocks, unwrapDrawn_leavesWhatWasNotDrawn)
{
    for (const char *const html : {"<table><tbody><tr><td><p>a</p></td></tr></tbody></table>",
                                   "<dl class=\"x\"><dd><p>a</p></dd></dl>"}) {
        EXPECT_EQ(unwrapped(html), outlineOf(treeOf(html)));
    }
}

TEST(DrawnBlocks, takeCaptions_movesTheParagraphBelowATable)
{
    const std::string cells = "(tbody(tr(td'x')))";

    EXPECT_EQ(captioned(std::string(kTable) + "\n<p>: 说 <b>明</b></p>"),
              "(div class=scroll(table(caption'说 '(b'明'))" + cells + "))'\n'''");
    EXPECT_EQ(captioned(std::string(kTable) + "<p>Table:  a {#id}</p>"),
              "(div class=scroll(table(caption'a ')" + cells + "))''");
}

TEST(DrawnBlocks, takeCaptions_leavesOtherParagraphs)
{
    const std::string table = kTable;
    for (const std::string &html :
         {table + "<p>a</p>", table + "<p>:a</p>", table + "<p>a</p><p>: b</p>",
          "<p>: b</p>" + table, table + "<div>: b</div>", table + "<p></p>",
          table + "<p>table: a</p>",
          std::string("<div class=\"x\"><table></table></div><p>: b</p>")}) {
        EXPECT_EQ(captioned(html), outlineOf(treeOf(html))) << html;
    }
}

} // namespace lectern::core
