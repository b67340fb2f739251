#include "core/markdown/source/dialects.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace lectern::core {

namespace {

/// The cells of the table that \a markdown becomes, with bars around them and a line for each row;
/// those of the head in capitals' company: behind `#`.
std::string cellsOf(std::string markdown)
{
    std::string html = htmlOf(std::move(markdown));
    std::erase(html, '\n');
    std::string cells;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at) + 1;
        const std::string tag = html.substr(at, end - at);
        const bool isHead = tag.starts_with("<th") && !tag.starts_with("<thead");
        if (isHead || tag.starts_with("<td")) {
            const std::size_t mark = tag.find("align=\"");
            cells += isHead ? "#" : "|";
            cells += mark == std::string::npos ? "" : std::string(1, tag[mark + 7]) + ":";
            cells += html.substr(end, html.find(isHead ? "</th>" : "</td>", end) - end);
        }
        cells += tag == "</tr>" ? "\n" : "";
    }
    return cells;
}

} // namespace

TEST(RuledTables, haveARuleAboveWhenTheyHaveNoHead)
{
    EXPECT_EQ(cellsOf("---- ----\na    b\nc    d\n---- ----\n"), "|a|b\n|c|d\n");
    EXPECT_EQ(cellsOf("---- ----\na    b\n"), "") << "nothing closes it";
}

TEST(RuledTables, endWithABlankLine_whenTheyHaveAHead)
{
    EXPECT_EQ(cellsOf("A    B\n---- ----\na    b\n\nc    d\n"), "#A#B\n|a|b\n");
    EXPECT_EQ(cellsOf("A    B\n---- ----\na    b"), "#A#B\n|a|b\n");
    EXPECT_EQ(cellsOf("A    B\n---- ----\n"), "");
}

TEST(RuledTables, alignAsTheirHeadStandsOverTheDashes)
{
    EXPECT_EQ(cellsOf("Left     Right   Mid   Whole\n"
                      "------ ------- ------- -----\n"
                      "a            1    b    c\n"),
              "#Left#r:Right#c:Mid#Whole\n|a|r:1|c:b|c\n");
    EXPECT_EQ(cellsOf("------ -------\n"
                      "a            1\n"
                      "------ -------\n"),
              "|a|r:1\n");
}

TEST(RuledTables, mayHaveEmptyCells)
{
    EXPECT_EQ(cellsOf("A    B\n---- ----\n     b\na\n"), "#A#B\n||b\n|a|\n");
}

TEST(RuledTables, keepMarkdownInTheirCells)
{
    EXPECT_EQ(cellsOf("A    B\n---- --------\n*a*  `b | c`\n"),
              "#A#B\n|<em>a</em>|<code>b | c</code>\n");
}

TEST(RuledTables, needTwoGroupsOfDashes)
{
    for (const char *const text :
         {"A\n----\na\n", "A    B\n---- -\na    b\n", "A  B\n-- --\na  b\n", "- - -\na b\n",
          "A    B\n---- ---x\na    b\n"}) {
        EXPECT_EQ(cellsOf(text), "") << text;
    }
}

TEST(RuledTables, areNotMadeOfIndentedCode)
{
    EXPECT_EQ(cellsOf("x\n\n    A    B\n    ---- ----\n    a    b\n"), "");
    EXPECT_EQ(cellsOf("    -----------\n    A    B\n    ---- ----\n    a    b\n    -----------\n"),
              "");
    EXPECT_EQ(cellsOf("- x\n\n    A    B\n    ---- ----\n    a    b\n"), "#A#B\n|a|b\n");
    EXPECT_EQ(cellsOf("      A  B\n  -----  ----\n      a  b\n"), "#r:A#B\n|r:a|b\n");
}

TEST(RuledTables, ofMoreLinesThanTheirLimit_areNone)
{
    const auto tableOf = [](int rows) {
        std::string text = "---- ----\n";
        for (int row = 0; row < rows; ++row) {
            text += "a    b\n";
        }
        return cellsOf(text + "---- ----\n");
    };

    EXPECT_EQ(std::ranges::count(tableOf(499), '\n'), 499);
    EXPECT_EQ(tableOf(501), "");
}

TEST(GridTables, areCutWhereTheirCornersStand)
{
    EXPECT_EQ(cellsOf("+---+---+\n| a | b |\n+---+---+\n| 中| d |\n+---+---+\n"), "|a|b\n|中|d\n");
    EXPECT_EQ(cellsOf("+----+---+\n| 甲 | b |\n+====+===+\n| 乙 | d |\n+----+---+"),
              "#甲#b\n|乙|d\n");
}

TEST(GridTables, haveTheAlignmentsOfTheirColons)
{
    EXPECT_EQ(cellsOf("+:--+--:+:-:+---+\n| a | b | c | d |\n+---+---+---+---+\n"),
              "|l:a|r:b|c:c|d\n");
    EXPECT_EQ(cellsOf("+---+---+\n| A | B |\n+==:+:=:+\n| a | b |\n+---+---+\n"),
              "#r:A#c:B\n|r:a|c:b\n");
}

TEST(GridTables, holdBlocksInTheirCells)
{
    EXPECT_EQ(cellsOf("+-----+-------+\n| a   | - b   |\n|     | - c   |\n| d   |       |\n"
                      "+-----+-------+\n"),
              "|<p>a</p><p>d</p>|<ul><li>b</li><li>c</li></ul>\n");
}

TEST(GridTables, mayHaveEmptyCells)
{
    EXPECT_EQ(cellsOf("+---+---+\n|   | b |\n+---+---+\n"), "||b\n");
}

TEST(GridTables, areNone_whereALineDoesNotFit)
{
    for (const char *const text :
         {"+---+---+\n| a | b\n+---+---+\n", "+---+---+\n| a | b |\n| c   d |\n+---+---+\n",
          "+---+---+\n| a | b |\n+----+--+\n", "+---+---+\n| a | b |\n", "+---+\n+---+\n",
          "+---+---+\n| a | b |\n+---+---+\n+---+---+\n", "+---++\n| a ||\n+---++\n",
          "+---+---+\n| a | b |\n| c |\n+---+---+\n"}) {
        EXPECT_EQ(cellsOf(text), "") << text;
    }
}

TEST(GridTables, withoutTwo_areNotTouched)
{
    const std::string drawing = "+--\n a\n+==\n";

    EXPECT_EQ(withGridTables(drawing), drawing);
    EXPECT_EQ(withRuledTables("a -- b --- c\n"), "a -- b --- c\n");
}

TEST(LineBlocks, needTwoLinesBetweenBlankOnes)
{
    EXPECT_EQ(withLineBlocks("| 春\n| 夏\n"), "\n春\\\n夏\n\n");
    EXPECT_EQ(withLineBlocks("| 春\n| 夏"), "\n春\\\n夏\n\n");
    EXPECT_EQ(withLineBlocks("| a\n"), "| a\n");
    EXPECT_EQ(withLineBlocks("x\n| a\n| b\n"), "x\n| a\n| b\n");
    EXPECT_EQ(withLineBlocks("| a\n| b\nx\n"), "| a\n| b\nx\n");
}

TEST(LineBlocks, keepTheIndentAndEmptyLines)
{
    EXPECT_EQ(withLineBlocks("| a\n|   b\n|\n| c\n"), "\na\\\n&nbsp;&nbsp;b\\\n&nbsp;\\\nc\n\n");
}

TEST(LineBlocks, areNoTablesAndNoCode)
{
    for (const char *const text : {"| a |\n| b |\n", "| a | b\n| c | d\n", "| -\n| :-:\n",
                                   "```\n| a\n| b\n```\n", "|a\n|b\n", "||\n||\n"}) {
        EXPECT_EQ(withLineBlocks(text), text);
    }
}

} // namespace lectern::core
