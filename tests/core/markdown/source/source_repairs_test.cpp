#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string repaired(std::string_view markdown)
{
    RepairCounts counts;
    return withRepairedLines(markdown, Repairs::all(), counts);
}

RepairCounts countsOf(std::string_view markdown)
{
    RepairCounts counts;
    withRepairedLines(markdown, Repairs::all(), counts);
    return counts;
}

void expectUnchanged(std::string_view markdown)
{
    RepairCounts counts;

    EXPECT_EQ(withRepairedLines(markdown, Repairs::all(), counts), markdown);

    EXPECT_EQ(counts.total(), 0U) << markdown;
}

} // namespace

TEST(SourceRepairs, withRepairedLines_keepsOrdinaryText)
{
    expectUnchanged("");
    expectUnchanged("a");
    expectUnchanged("# A\n\nb\nc\n\n- d\n- e\n");
    expectUnchanged("中文，标点。\n\n1. 一\n2. 二\n");
}

TEST(SourceRepairs, withRepairedLines_keepsLineEnds)
{
    expectUnchanged("a\r\nb\r\n");
    expectUnchanged("a\n\n\n");
}

TEST(SourceRepairs, withRepairedLines_makesAHeading_whenANumberedTitleIsUnderlined)
{
    EXPECT_EQ(repaired("1. Why\n------\n"), "## 1\\. Why\n");
    EXPECT_EQ(repaired("1. Why\n======\n"), "# 1\\. Why\n");
    EXPECT_EQ(repaired("12) Why\n-------\n\ntext"), "## 12\\) Why\n\ntext");
}

TEST(SourceRepairs, withRepairedLines_countsCharactersOfATitle_notBytes)
{
    EXPECT_EQ(repaired("1. 为什么\n------\n"), "## 1\\. 为什么\n");
}

TEST(SourceRepairs, withRepairedLines_makesAHeading_whenATitleWithAListMarkIsUnderlined)
{
    EXPECT_EQ(repaired("- Why\n-----\n"), "## \\- Why\n");
    EXPECT_EQ(repaired("> Why\n=====\n"), "# \\> Why\n");
}

TEST(SourceRepairs, withRepairedLines_countsHeadings)
{
    EXPECT_EQ(countsOf("1. Why\n------\n\n2. How\n------\n")[Repair::Headings], 2U);
}

TEST(SourceRepairs, withRepairedLines_keepsAnUnderlineOfAnotherLength)
{
    expectUnchanged("1. Why\n-----\n");
    expectUnchanged("1. Why\n-------\n");
}

TEST(SourceRepairs, withRepairedLines_keepsAnUnderlinedTitleWithoutMark)
{
    expectUnchanged("Why\n---\n");
}

TEST(SourceRepairs, withRepairedLines_keepsAListItem_whenNoBlankLineIsBefore)
{
    expectUnchanged("text\n1. Why\n------\n");
}

TEST(SourceRepairs, withRepairedLines_keepsAListItem_whenTextFollowsTheRow)
{
    expectUnchanged("1. Why\n------\ntext\n");
}

TEST(SourceRepairs, withRepairedLines_keepsAListItem_whenNoBlankIsBehindTheNumber)
{
    expectUnchanged("1.5\n---\n");
    expectUnchanged("2024\n----\n");
}

TEST(SourceRepairs, withRepairedLines_putsABlankBehindTheMarks_ofAChineseHeading)
{
    EXPECT_EQ(repaired("#标题\n"), "# 标题\n");
    EXPECT_EQ(repaired("###标题"), "### 标题");
    EXPECT_EQ(repaired("######标题\n文"), "###### 标题\n文");
    EXPECT_EQ(repaired("##かな\n"), "## かな\n");
}

TEST(SourceRepairs, withRepairedLines_countsChineseHeadings)
{
    EXPECT_EQ(countsOf("#一\n\n##二\n")[Repair::Headings], 2U);
}

TEST(SourceRepairs, withRepairedLines_keepsTags)
{
    expectUnchanged("#标签 #另一个\n");
    expectUnchanged("#标签#\n");
    expectUnchanged("#tag\n");
    expectUnchanged("#1\n");
}

TEST(SourceRepairs, withRepairedLines_keepsSevenMarks)
{
    expectUnchanged("#######标题\n");
}

TEST(SourceRepairs, withRepairedLines_keepsMarksWithinALine)
{
    expectUnchanged("见 #标题\n");
    expectUnchanged("`code`#标题\n");
}

TEST(SourceRepairs, withRepairedLines_keepsMarksAlone)
{
    expectUnchanged("#\n");
    expectUnchanged("##");
}

TEST(SourceRepairs, withRepairedLines_widensAShortDelimiterRow)
{
    EXPECT_EQ(repaired("|a|b|\n|-|-|\n|1|2|\n"), "|a|b|\n|---|---|\n|1|2|\n");
    EXPECT_EQ(repaired("a|b\n-|-\n1|2\n"), "a|b\n---|---\n1|2\n");
}

TEST(SourceRepairs, withRepairedLines_keepsAlignment_whenItWidensARow)
{
    EXPECT_EQ(repaired("|a|b|c|\n|:-|-:|:-:|\n"), "|a|b|c|\n|:---|---:|:---:|\n");
}

TEST(SourceRepairs, withRepairedLines_keepsARowOfDashes_whenNoTableIsAbove)
{
    expectUnchanged("a\n|-|-|\n");
    expectUnchanged("|-|-|\n");
}

TEST(SourceRepairs, withRepairedLines_keepsARowThatHoldsText)
{
    expectUnchanged("|a|b|\n|-|x|\n");
}

TEST(SourceRepairs, withRepairedLines_joinsAnAddressBetweenEmptyImages)
{
    EXPECT_EQ(repaired("![]()https://a.b/c.png![]()\n"), "![](<https://a.b/c.png>)\n");
    EXPECT_EQ(repaired("x ![]()http://a.b/c![]() y"), "x ![](<http://a.b/c>) y");
}

TEST(SourceRepairs, withRepairedLines_joinsEveryImageOfALine)
{
    const std::string_view markdown = "![]()http://a/1![]() ![]()http://a/2![]()";

    EXPECT_EQ(repaired(markdown), "![](<http://a/1>) ![](<http://a/2>)");
    EXPECT_EQ(countsOf(markdown)[Repair::Images], 2U);
}

TEST(SourceRepairs, withRepairedLines_keepsAnEmptyImage_whenTheSecondIsMissing)
{
    expectUnchanged("![]()https://a.b/c.png\n");
    expectUnchanged("![]()https://a.b/c.png x ![]()\n");
    expectUnchanged("![]()text![]()\n");
}

TEST(SourceRepairs, withRepairedLines_leavesCodeAsItIs)
{
    expectUnchanged("```\n#标题\n1. Why\n------\n\n|a|\n|-|\n```\n");
    expectUnchanged("`![]()http://a/1![]()`\n");
    expectUnchanged("<!--\n#标题\n-->\n");
}

TEST(SourceRepairs, withRepairedLines_repairsBehindCode)
{
    EXPECT_EQ(repaired("```\n#一\n```\n#二\n"), "```\n#一\n```\n# 二\n");
}

TEST(SourceRepairs, withRepairedLines_setsATableApart_fromTheTextAbove)
{
    EXPECT_EQ(repaired("**价格：**\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
              "**价格：**\n\n| a | b |\n|-----|-----|\n| 1 | 2 |\n");
    EXPECT_EQ(repaired("x\ny\na | b\n---|---\n"), "x\ny\n\na | b\n-----|-----\n");
    EXPECT_EQ(repaired("![x](y.png)\n|a|\n|---|\n"), "![x](y.png)\n\n|a|\n|-----|\n");
    EXPECT_EQ(repaired("x<br>\n|a|\n|---|\n"), "x<br>\n\n|a|\n|-----|\n");
    EXPECT_EQ(repaired("<br>\n|a|\n|---|\n"), "<br>\n\n|a|\n|-----|\n");
    EXPECT_EQ(countsOf("x\n|a|\n|---|\n")[Repair::Tables], 1U);
}

TEST(SourceRepairs, withRepairedLines_keepsTablesThatStandApart)
{
    for (const char *const text :
         {"|a|\n|---|\n|b|\n|---|\n", "x\n\n|a|\n|---|\n|b|\n", "# x\n|a|\n|---|\n",
          "x\n---\n|a|\n|---|\n", "<div>\n|a|\n|---|\n</div>\n", "- x\n|a|\n|---|\n",
          "x\n|a|b|\n|---|\n", "x\n|a\\|b|\n|---|---|\n", "> x\n> |a|\n> |---|\n"}) {
        EXPECT_EQ(countsOf(text)[Repair::Tables], 0U) << text;
    }
}

} // namespace lectern::core
