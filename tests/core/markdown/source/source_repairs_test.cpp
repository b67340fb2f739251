#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

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

TEST(SourceRepairs, withRepairedLines_readsGluedHeadingsOfMoreMarks)
{
    EXPECT_EQ(repaired("###性能###\n"), "### 性能\n");
    EXPECT_EQ(repaired("##View\n"), "## View\n");
    EXPECT_EQ(repaired("###1、x\n"), "### 1、x\n");
    EXPECT_EQ(repaired("##2021 年##"), "## 2021 年");
    EXPECT_EQ(countsOf("###性能###\n\n##View\n")[Repair::Headings], 2U);
}

TEST(SourceRepairs, withRepairedLines_keepsWhatIsNoGluedHeading)
{
    for (const char *const text :
         {"#View\n", "#1、x\n", "#!/bin/sh\n", "##标签##另一个\n", "###性能##\n", "##!\n", "## \n",
          "##-x\n", "#include <a>\n", "a ##View\n"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_readsSevenToNineMarksAsTheSixthLevel)
{
    EXPECT_EQ(repaired("####### 结论\n"), "###### 结论\n");
    EXPECT_EQ(repaired("######## a\n"), "###### a\n");
    EXPECT_EQ(repaired("######### 注"), "###### 注");
    EXPECT_EQ(countsOf("####### 结论\n")[Repair::Headings], 1U);
    for (const char *const text : {"#######标题\n", "########## a\n", "#######\n", "#######  \n",
                                   "见 ####### a\n", "####### \n"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_takesTheBackslashOffAnUnderlinedTitle)
{
    EXPECT_EQ(repaired("标题\\\n===\n"), "标题\n===\n");
    EXPECT_EQ(repaired("Title\\\n-----\n\na"), "Title\n-----\n\na");
    EXPECT_EQ(countsOf("标题\\\n===\n")[Repair::Headings], 1U);
    for (const char *const text : {"a\\\nb\n", "a\\\\\n===\n", "a\\\n- b\n", "a\\\n--\n"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_setsATableApart_fromItsListItem)
{
    EXPECT_EQ(repaired("- a\n  | b |\n  |---|\n"), "- a\n\n  | b |\n  |-----|\n");
    EXPECT_EQ(repaired("1. a\n   b | c\n   ---|---\n"), "1. a\n\n   b | c\n   -----|-----\n");
    EXPECT_EQ(countsOf("* a\n  | b |\n  |---|\n")[Repair::Tables], 1U);
    EXPECT_EQ(htmlOf("- a\n  | b |\n  | - |\n  | c |"),
              "<ul><li><p>a</p><div class=\"scroll\"><table><thead><tr><th>b</th></tr></thead>"
              "<tbody><tr><td>c</td></tr></tbody></table></div></li></ul>");
}

TEST(SourceRepairs, withRepairedLines_endsATableWithAHeading)
{
    EXPECT_EQ(repaired("a | b\n--- | ---\n1 | 2\n# H\nx\n"),
              "a | b\n----- | -----\n1 | 2\n\n# H\nx\n");
    EXPECT_EQ(repaired("|a|\n|---|\n### H\n"), "|a|\n|-----|\n\n### H\n");
    for (const char *const text : {"|#|a|\n|-----|-----|\n|# 1|b|\n", "a|b\n-----|-----\n# 1|b\n",
                                   "a\n# H\n", "|a|\n|-----|\n#1\n"}) {
        EXPECT_EQ(repaired(text).find("\n\n"), std::string::npos) << text;
    }
}

TEST(SourceRepairs, withRepairedLines_changesNoTextThatIsNoTable)
{
    for (const char *const text : {"text\na | b\nnot a table\n", "a | b | c\n-|-\n", "x | y\n|\n",
                                   "a || b\n--\n", "|a|\ntext\n|-|\n"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_takesANumberSignForAPartOfANameWithBlanks)
{
    EXPECT_EQ(repaired("[z](a #1.md)"), "[z](<a %231.md>)");
    EXPECT_EQ(repaired("![z](图 #2 (b).png)"), "![z](<图 %232 (b).png>)");
    EXPECT_EQ(repaired("[y](c d[1].md)"), "[y](<c d[1].md>)");
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

TEST(SourceRepairs, withRepairedLines_widensARow_belowCodeAndInAList)
{
    EXPECT_EQ(repaired("| A | `B` |\n| :- | -: |\n"), "| A | `B` |\n| :--- | ---: |\n");
    EXPECT_EQ(repaired("`A`|`B`\n-|-\n"), "`A`|`B`\n---|---\n");
    EXPECT_EQ(repaired("| **`x-y`** | **Z** |\n| -- | -- |\n"),
              "| **`x-y`** | **Z** |\n| ---- | ---- |\n");
    EXPECT_EQ(repaired("- |A|B|\n  |--|--|\n"), "- |A|B|\n  |----|----|\n");
    EXPECT_EQ(repaired("1. A|B\n   -|-\n"), "1. A|B\n   ---|---\n");
    expectUnchanged("|A|`B`\n-|-|-\n"); // of three cells below two
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

TEST(SourceRepairs, withRepairedLines_readsNamesWithBlanks_whereverTheyStand)
{
    EXPECT_EQ(repaired("![截图](pier (1).png)\n"), "![截图](<pier (1).png>)\n");
    EXPECT_EQ(repaired("文字 ![a](b (1).png) 文字 ![c](d e.JPG)"),
              "文字 ![a](<b (1).png>) 文字 ![c](<d e.JPG>)");
    EXPECT_EQ(repaired("- ![a]( b c.png )"), "- ![a](<b c.png>)");
    EXPECT_EQ(repaired("[手册](My manual (v2).pdf)"), "[手册](<My manual (v2).pdf>)");
    EXPECT_EQ(repaired("[![a](b c.png)](d e.html)"), "[![a](<b c.png>)](<d e.html>)");
    const RepairCounts counts = countsOf("![a](b c.png) [d](e f.md)");
    EXPECT_EQ(counts[Repair::Images], 1U);
    EXPECT_EQ(counts[Repair::Links], 1U);
}

TEST(SourceRepairs, withRepairedLines_keepsAddressesWithTitles)
{
    for (const char *const text :
         {"![a](b.png \"c d.png\")\n", "![a](b.png 'c d.png')\n", "[a](b.png (c))\n",
          "[a](<b c.png>)\n", "[a](b_(c).png)\n", "[a](see the text)\n", "[a](b c.png\n)\n",
          "`![a](b c.png)`\n", "f(a, b](c d.png)\n", "[a](b (c.png)\n"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_readsAddressesOfPagesWithBlanks)
{
    EXPECT_EQ(repaired("[研究](https://a.b/tag/Wolfe Research)近期"),
              "[研究](https://a.b/tag/Wolfe%20Research)近期");
    EXPECT_EQ(repaired("[x](mailto:a@b.c?subject=Two words)"),
              "[x](mailto:a@b.c?subject=Two%20words)");
    EXPECT_EQ(repaired("[z](a.md#b c) [实战](#Cgroups 实战)"),
              "[z](a.md#b%20c) [实战](#Cgroups%20实战)");
    EXPECT_EQ(repaired("[x](http://a/ http://a/ http://a/ )"), "[x](http://a/)");
    EXPECT_EQ(repaired("[`f()`](http://a/f(b, c))"), "[`f()`](http://a/f(b,%20c))");
    for (const char *const text : {"[x](http://a (title))", "[x](http://a \"b c\")",
                                   "[x](http://a 'b c')", "`f()`](http://a b)", "a[i](b, c)"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_readsTitlesInTypographicQuotes)
{
    EXPECT_EQ(repaired("见[详解](https://a.b/c.html “Java 详解”)。"),
              "见[详解](https://a.b/c.html \"Java 详解\")。");
    EXPECT_EQ(repaired("[a](http://b  “c”)"), "[a](http://b \"c\")");
    EXPECT_EQ(repaired("[a](http://b “c d” )"), "[a](http://b \"c d\")");
    expectUnchanged("[a](b “c”)");
}

TEST(SourceRepairs, withRepairedLines_joinsAddressesOfTwoLines)
{
    EXPECT_EQ(repaired("[this\nfile](https://a.b/lit/s\nrc/format.md) that"),
              "[this\nfile](https://a.b/lit/src/format.md) that");
    EXPECT_EQ(repaired("![x](http://a/\nb)"), "![x](http://a/b)");
    EXPECT_EQ(repaired("[x](http://a\n/b.c)y"), "[x](http://a/b.c)y");
    for (const char *const text :
         {"[x](http://a\n\"title\")", "[x](http://a\n)", "[x](http://a\n\nb)", "[x](a\nb)"}) {
        expectUnchanged(text);
    }
}

TEST(SourceRepairs, withRepairedLines_makesLinksWhole_thatBlankLinesTear)
{
    EXPECT_EQ(repaired("[http://a/b.rar\n\n](http://a/b.rar)游戏"),
              "[http://a/b.rar](http://a/b.rar)游戏");
    EXPECT_EQ(repaired("5.  [http://a/b\n\n    ](http://a/b)\n"), "5.  [http://a/b](http://a/b)\n");
    EXPECT_EQ(repaired("[\n\nA\n\n](b)"), "[A](b)");
    EXPECT_EQ(repaired("#### [\nPython（总）](b)\n"), "#### [Python（总）](b)\n");
    EXPECT_EQ(repaired("[![a](b)\n\n![c](d)](e)F"), "[![a](b)\n![c](d)](e)F");
    EXPECT_EQ(countsOf("[a\n\n](b)")[Repair::Links], 1U);
}

TEST(SourceRepairs, withRepairedLines_keepsBracketsOfDifferentParagraphs)
{
    for (const char *const text : {"[1, 2)\n\n- x](b)", "[a]\n\n](b)", "[a\nb](c)", "\\[a\n\n](b)",
                                   "[a\n\n\\](b)", "[a\n\n# b\n\n](c)", "```\n[a\n\n](b)\n```\n"}) {
        expectUnchanged(text);
    }
}

} // namespace lectern::core
