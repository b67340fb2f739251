#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string mended(std::string_view markdown)
{
    RepairCounts counts;
    return withoutOpenTags(std::string(markdown), counts);
}

void expectUnchanged(std::string_view markdown)
{
    RepairCounts counts;

    EXPECT_EQ(withoutOpenTags(std::string(markdown), counts), markdown);

    EXPECT_EQ(counts.total(), 0U) << markdown;
}

} // namespace

TEST(OpenTags, become_headingsParagraphsAndLists)
{
    EXPECT_EQ(
        mended("<h3 class=\"wp\">Ingredients\n\n<p>**Filling:**\n\n<ul>- nuts\n- sugar\n\nend\n"),
        "### Ingredients\n\n**Filling:**\n\n- nuts\n- sugar\n\nend\n");
    EXPECT_EQ(mended("<h1>一\n二\n\n三"), "# 一 二\n\n三");
    EXPECT_EQ(mended("<ol start=\"3\">3. a\n4. b"), "3. a\n4. b\n");
    EXPECT_EQ(mended("<li>a\n\n<li class=\"x\">*b*\n"), "- a\n\n- *b*\n");
}

TEST(OpenTags, end_whereAnotherBegins)
{
    EXPECT_EQ(mended("<h2>a\n<p>b\nc\n<p>d"), "## a\n\nb\nc\n\nd\n");
}

TEST(OpenTags, areCountedOnceEach)
{
    RepairCounts counts;

    withoutOpenTags("<p>a\n\n<p>b\n\n<p>c</p>\n", counts);

    EXPECT_EQ(counts[Repair::OpenTags], 2U);
    EXPECT_EQ(counts.total(), 2U);
}

TEST(OpenTags, thatAreClosed_stay)
{
    for (const char *const text :
         {"<p>a</p>\n", "<h1 align=\"center\">\n  Title\n</h1>\n", "<h1>Title\n</h1>\n\na",
          "<p align=\"center\">a\n\n![b](c)\n\n</p>\n", "<p align=\"center\">\n\n![b](c)\n\n</p>",
          "<ul>\n<li>a\n<li>b\n</ul>\n", "<li>a\n\n</ul>", "<p />a\n", "<p\nclass=\"x\">a\n\nb"}) {
        expectUnchanged(text);
    }
}

TEST(OpenTags, thatAreNone_stay)
{
    for (const char *const text :
         {"", "a < b\n", "text <p>a\n", "a\n<p>b\n", "    <p>a\n", "```\n\n<p>a\n\n```\n",
          "<pre>a\n\n<path>b\n", "<hr>\n\n<h7>a\n\n<listing>b\n\n<ul>a\n\n<ul>-a\n",
          "<!-- a\n\n<p>b\n\n-->\n", "`a\n<p>b`\n", "<p>\n\n*a*\n", "<P>a\n"}) {
        expectUnchanged(text);
    }
}

TEST(OpenTags, takeLinearTime)
{
    std::string text;
    for (int i = 0; i < 50'000; ++i) {
        text += "<p>a\n<li>b\n<ul>- c\n\n";
    }
    RepairCounts counts;

    withoutOpenTags(text, counts);

    EXPECT_EQ(counts[Repair::OpenTags], 150'000U);
}

} // namespace lectern::core
