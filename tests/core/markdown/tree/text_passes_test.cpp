#include "core/markdown/html/html_output.h"
#include "core/markdown/tree/text_passes.h"
#include "tests/core/markdown/rendering.h"

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
    EXPECT_EQ(repaired("src/**/a and lib/**/b"), "src/**/a and lib/**/b");
}

TEST(TextPasses, expandInlineMarks_goesOverElements)
{
    EXPECT_EQ(htmlOf("==**x** y=="), "<p><mark><strong>x</strong> y</mark></p>");
    EXPECT_EQ(htmlOf("a ==b `c` d== e"), "<p>a <mark>b <code>c</code> d</mark> e</p>");
    EXPECT_EQ(htmlOf("一==二**三**四==五"), "<p>一<mark>二<strong>三</strong>四</mark>五</p>");
    EXPECT_EQ(htmlOf("- ==[a](b.md)=="), "<ul><li><mark><a href=\"b.md\">a</a></mark></li></ul>");
}

TEST(TextPasses, expandInlineMarks_losesNoTextBetweenTextsSideBySide)
{
    HtmlNode root = makeElement("div", {makeText("a ==b"), makeText("c== d"), makeText("e")});

    expandInlineMarks(root);

    EXPECT_EQ(writeHtml(root, 1000).html, "a <mark>bc</mark> de");
}

TEST(TextPasses, expandInlineMarks_joinsNoComparisons)
{
    for (const char *const text : {"a == **b** == c", "a==**b**==c", "=== **a** ===", "==**a**"}) {
        EXPECT_EQ(htmlOf(text).find("<mark>"), std::string::npos) << text;
    }
    EXPECT_EQ(htmlOf("==**a**\n\nb==").find("<mark>"), std::string::npos);
    EXPECT_EQ(htmlOf("==**a**\nb==").find("<mark>"), std::string::npos);
}

TEST(TextPasses, expandInlineMarks_deletesBetweenSingleTildes_whereThereAreNoDouble)
{
    EXPECT_EQ(htmlOf("a ~del~ b"), "<p>a <del>del</del> b</p>");
    EXPECT_EQ(htmlOf("~整句话~"), "<p><del>整句话</del></p>");
    EXPECT_EQ(htmlOf("(~a b~), c"), "<p>(<del>a b</del>), c</p>");
    EXPECT_EQ(htmlOf("a ~del~ b ~~two~~"), "<p>a ~del~ b <del>two</del></p>");
    for (const char *const text : {"10~20 and 30~40", "约 3~5 天，7~9 天", "~/bin and ~/lib",
                                   "好的~谢谢~", "a ~ b ~ c", "~ 5 ~", "~5 to ~6", "x~1 y~2"}) {
        EXPECT_EQ(htmlOf(text), "<p>" + std::string(text) + "</p>");
    }
}

TEST(EmphasisRepairs, repairUnderscores_readsThemBesideChinese)
{
    EXPECT_EQ(htmlOf("中_强调_文"), "<p>中<em>强调</em>文</p>");
    EXPECT_EQ(htmlOf("中__强调__文"), "<p>中<strong>强调</strong>文</p>");
    EXPECT_EQ(htmlOf("中文**_x_**中文"), "<p>中文<strong><em>x</em></strong>中文</p>");
    EXPECT_EQ(htmlOf("这是_emphasis_，是"), "<p>这是<em>emphasis</em>，是</p>");
    EXPECT_EQ(renderBody(articleOf("中_强调_文")).repairs[Repair::Emphasis], 1U);
    EXPECT_EQ(htmlOf("中_强调_文", Repairs::none()), "<p>中_强调_文</p>");
}

TEST(EmphasisRepairs, repairUnderscores_leavesNames)
{
    for (const char *const text :
         {"数据_终稿_2.docx", "报告_甲_乙_丙", "a_b_c", "中_ x _文", "用 snake_case_name 写",
          "/路径_甲_乙", "中_文", "中___文___", "中_强调__文", "在__init__函数里", "中__main__"}) {
        EXPECT_EQ(htmlOf(text), "<p>" + std::string(text) + "</p>");
    }
    EXPECT_EQ(htmlOf("中\\_强调\\_文"), "<p>中_强调_文</p>");
}

TEST(EmphasisRepairs, repairEmphasis_closesAtALineEnd)
{
    EXPECT_EQ(htmlOf("**标题  \n**正文"), "<p><strong>标题</strong><br>\n正文</p>");
    EXPECT_EQ(htmlOf("**Title\\\n**text"), "<p><strong>Title</strong><br>\ntext</p>");
    EXPECT_EQ(htmlOf("甲**标题  \n**正文"), "<p>甲<strong>标题</strong><br>\n正文</p>");
    EXPECT_EQ(htmlOf("**标题\n**正文"), "<p><strong>标题</strong>正文</p>");
    EXPECT_EQ(htmlOf("**a**  \n**b**"), "<p><strong>a</strong><br>\n<strong>b</strong></p>");
    EXPECT_EQ(htmlOf("2**3  \n**4"), "<p>2**3<br>\n**4</p>");
    EXPECT_EQ(htmlOf("a ** b  \n** c"), "<p>a ** b<br>\n** c</p>");
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
