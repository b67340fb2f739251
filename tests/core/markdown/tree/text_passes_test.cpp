#include "core/markdown/html/html_output.h"
#include "core/markdown/tree/text_passes.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string marked(std::string text)
{
    HtmlNode root = makeElement("div", {makeText(std::move(text))});
    expandInlineMarks(root);
    return writeHtml(root, 10000).html;
}

std::string repaired(std::string text)
{
    HtmlNode root = makeElement("div", {makeText(std::move(text))});
    repairEmphasis(root);
    return writeHtml(root, 10000).html;
}

} // namespace

TEST(TextPasses, expandInlineMarks_makesMarksScriptsAndEmoji)
{
    EXPECT_EQ(marked("一==重点==二"), "一<mark>重点</mark>二");
    EXPECT_EQ(marked("x^2^+H~2~O"), "x<sup>2</sup>+H<sub>2</sub>O");
    EXPECT_EQ(marked("a :bug: b"), "a 🐛 b");
}

TEST(TextPasses, expandInlineMarks_keepsComparisonsRangesAndTimes)
{
    for (const char *text : {"a==b==c", "x === y === z", "1~2~3", "10:bug:30", ":nothing:"}) {
        EXPECT_EQ(marked(text), text);
    }
}

TEST(TextPasses, expandInlineMarks_leavesCodeAlone)
{
    HtmlNode root = makeElement("div", {makeElement("code", {makeText(":bug:")})});

    expandInlineMarks(root);

    EXPECT_EQ(writeHtml(root, 100).html, "<code>:bug:</code>");
}

TEST(TextPasses, repairEmphasis_makesStrongWhatIsGluedToItsNeighbours)
{
    EXPECT_EQ(repaired("前**“重点”**后"), "前<strong>“重点”</strong>后");
    EXPECT_EQ(repaired("a****b"), "a****b");
    EXPECT_EQ(repaired("一****二"), "一二");
}

TEST(TextPasses, repairEmphasis_keepsPowersAndLongRuns)
{
    EXPECT_EQ(repaired("2**3**4"), "2**3**4");
    EXPECT_EQ(repaired("a ***** b"), "a ***** b");
}

TEST(TextPasses, flattenStrong_dropsStrongInsideStrong)
{
    HtmlNode root
        = *parseHtml("<p><strong>a<strong>b<em><b>c</b></em></strong></strong><b>d</b></p>"
                     "<strong><code>e</code></strong>");

    flattenStrong(root);

    EXPECT_EQ(writeHtml(root, 1000).html,
              "<p><strong>ab<em>c</em></strong><b>d</b></p><strong><code>e</code></strong>");
}

TEST(TextPasses, flattenStrong_keepsWhatHasAnIdOrStandsBeside)
{
    const std::string html
        = "<p><strong>a<strong id=\"x\">b</strong></strong> <strong>c</strong></p>";
    HtmlNode root = *parseHtml(html);

    flattenStrong(root);

    EXPECT_EQ(writeHtml(root, 1000).html, html);
}

} // namespace lectern::core
