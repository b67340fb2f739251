#include "core/markdown/source/drawn_table.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string drawn(const DrawnTable &table, std::string_view indent = {})
{
    std::string markdown;
    appendDrawnTable(markdown, table, indent);
    return markdown;
}

} // namespace

TEST(DrawnTable, appendDrawnTable_writesAHeadOnlyWhereThereIsOne)
{
    DrawnTable table;
    table.rows = {{{"a"}}};
    EXPECT_EQ(drawn(table),
              "\n<table class=\"drawn\">\n<tbody>\n<tr>\n<td>\n\na\n\n</td>\n</tr>\n</tbody>\n"
              "</table>\n\n");

    table.head = {{{"H"}}};
    EXPECT_EQ(drawn(table),
              "\n<table class=\"drawn\">\n<thead>\n<tr>\n<th>\n\nH\n\n</th>\n</tr>\n</thead>\n"
              "<tbody>\n<tr>\n<td>\n\na\n\n</td>\n</tr>\n</tbody>\n</table>\n\n");
}

TEST(DrawnTable, appendDrawnTable_writesAlignmentsOfTheColumnsThatHaveThem)
{
    DrawnTable table;
    table.rows = {{{"1", "right"}, {"2", ""}, {"3"}}};

    const std::string markdown = drawn(table);

    EXPECT_NE(markdown.find("<td align=\"right\">\n\n1\n"), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("<td>\n\n2\n"), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("<td>\n\n3\n"), std::string::npos) << markdown;
}

TEST(DrawnTable, appendDrawnTable_saysOverHowManyACellGoes)
{
    DrawnTable table;
    table.rows = {{{"1", "", 2, 3}, {"2"}}};

    EXPECT_NE(drawn(table).find("<td colspan=\"2\" rowspan=\"3\">\n\n1\n"), std::string::npos);
}

TEST(DrawnTable, appendDrawnTable_leavesEmptyCellsWithoutLines)
{
    DrawnTable table;
    table.rows = {{{""}, {" \n "}}};

    EXPECT_NE(drawn(table).find("<tr>\n<td></td>\n<td></td>\n</tr>"), std::string::npos);
}

TEST(DrawnTable, appendDrawnTable_putsEveryLineBehindTheIndent)
{
    DrawnTable table;
    table.rows = {{{"a\n\nb"}}};

    EXPECT_EQ(drawn(table, "  "),
              "\n  <table class=\"drawn\">\n  <tbody>\n  <tr>\n  <td>\n\n  a\n\n  b\n\n  </td>\n"
              "  </tr>\n  </tbody>\n  </table>\n\n");
}

TEST(LineColumns, chineseCharacters_takeTwoColumns_orOneWhereAProgramCounted)
{
    EXPECT_EQ(LineColumns("a中b", Wide::Chinese).count(), 4U);
    EXPECT_EQ(LineColumns("a中b", Wide::None).count(), 3U);
    EXPECT_EQ(LineColumns("ａ，한か", Wide::Chinese).count(), 8U);
    EXPECT_EQ(LineColumns("é", Wide::Chinese).count(), 1U);
}

TEST(LineColumns, marksOfAChineseFont_areWideWhereTheyAreAskedFor)
{
    EXPECT_EQ(LineColumns("“①—”", Wide::Marks).count(), 8U);
    EXPECT_EQ(LineColumns("“①—”", Wide::Chinese).count(), 4U);
    EXPECT_EQ(LineColumns("“①—”", Wide::None).count(), 4U);
}

TEST(LineColumns, marksWithoutAWidth_takeNoColumn)
{
    EXPECT_EQ(LineColumns("e\u0301", Wide::Chinese).count(), 1U);
    EXPECT_EQ(LineColumns("a\u200Bb", Wide::Chinese).count(), 2U);
    EXPECT_EQ(LineColumns("a\u200Bb", Wide::Chinese).slice(0, 2), "a\u200Bb");
}

TEST(LineColumns, slice_isWhatStandsBetweenTwoColumns)
{
    const LineColumns columns("甲 乙b  ", Wide::Chinese);

    EXPECT_EQ(columns.slice(0, 2), "甲");
    EXPECT_EQ(columns.slice(3, 5), "乙");
    EXPECT_EQ(columns.slice(3, 6), "乙b");
    EXPECT_EQ(columns.slice(0, 99), "甲 乙b");
    EXPECT_EQ(columns.slice(50, 99), "");
    EXPECT_EQ(columns.slice(2, 2), "");
}

TEST(LineColumns, at_isABlankBehindTheEndAndNothingInTheMiddle)
{
    const LineColumns columns("|中|", Wide::Chinese);

    EXPECT_EQ(columns.at(0), '|');
    EXPECT_EQ(columns.at(1), "中"[0]);
    EXPECT_EQ(columns.at(2), '\0');
    EXPECT_EQ(columns.at(3), '|');
    EXPECT_EQ(columns.at(4), ' ');
}

TEST(LineColumns, blanksAndTheLineEnd_areNotCounted)
{
    EXPECT_EQ(LineColumns("ab \t\r\n", Wide::Chinese).count(), 2U);
    EXPECT_EQ(LineColumns("", Wide::Chinese).count(), 0U);
    EXPECT_EQ(LineColumns(" \n", Wide::Chinese).count(), 0U);
}

TEST(LineColumns, brokenBytes_takeAColumnEach)
{
    EXPECT_EQ(LineColumns("a\xFF\xFE", Wide::None).count(), 3U);
}

} // namespace lectern::core
