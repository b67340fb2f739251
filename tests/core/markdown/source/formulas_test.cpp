#include "core/article/article.h"
#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

struct Result
{
    std::string text;
    bool hasMath = false;
};

Result formulas(std::string_view markdown, bool isAsked)
{
    ArticleMeta meta;
    meta.mathjax = isAsked;
    Result result;
    result.text = withFormulas(std::string(markdown), meta, result.hasMath);
    return result;
}

std::string asked(std::string_view markdown)
{
    return formulas(markdown, true).text;
}

std::string unasked(std::string_view markdown)
{
    return formulas(markdown, false).text;
}

void expectUnchanged(std::string_view markdown, bool isAsked)
{
    const Result result = formulas(markdown, isAsked);

    EXPECT_EQ(result.text, markdown);
    EXPECT_FALSE(result.hasMath) << markdown;
}

} // namespace

TEST(Formulas, withFormulas_keepsTextWithoutDelimiters)
{
    expectUnchanged("", true);
    expectUnchanged("a (b) [c] 文字", true);
}

TEST(Formulas, withFormulas_marksInlineFormulas_whenTheyAreAsked)
{
    EXPECT_EQ(asked("a $x$ b"), "a <span class=\"formula\">x</span> b");
    EXPECT_EQ(asked("设$n$个"), "设<span class=\"formula\">n</span>个");
}

TEST(Formulas, withFormulas_saysThatThereIsMath)
{
    EXPECT_TRUE(formulas("$x$", true).hasMath);
    EXPECT_TRUE(formulas("$$x=1$$", false).hasMath);
}

TEST(Formulas, withFormulas_keepsWhatTheCallerKnows_whenThereIsNoMath)
{
    bool hasMath = true;

    withFormulas("a", ArticleMeta{}, hasMath);

    EXPECT_TRUE(hasMath);
}

TEST(Formulas, withFormulas_hidesTexFromMarkdown)
{
    EXPECT_EQ(asked("$a_1*b$"), "<span class=\"formula\">a&#95;1&#42;b</span>");
    EXPECT_EQ(asked("$a<b$"), "<span class=\"formula\">a&#60;b</span>");
}

TEST(Formulas, withFormulas_marksDisplayFormulas)
{
    EXPECT_EQ(asked("$$x$$"), "<span class=\"formula formula-display\">x</span>");
    EXPECT_EQ(asked("\\[x\\]"), "<span class=\"formula formula-display\">x</span>");
}

TEST(Formulas, withFormulas_marksFormulasInRoundBrackets)
{
    EXPECT_EQ(asked("a \\(x\\) b"), "a <span class=\"formula\">x</span> b");
}

TEST(Formulas, withFormulas_takesADisplayFormulaOverLines)
{
    EXPECT_EQ(asked("$$\nx\n$$\n"), "<span class=\"formula formula-display\">&#10;x&#10;</span>\n");
}

TEST(Formulas, withFormulas_marksDollars_whenTheirTexIsBeyondDoubt)
{
    EXPECT_EQ(unasked("$\\pi$"), "<span class=\"formula\">&#92;pi</span>");
    EXPECT_EQ(unasked("$x_{1}$"), "<span class=\"formula\">x&#95;&#123;1&#125;</span>");
    EXPECT_EQ(unasked("$x^{1}$"), "<span class=\"formula\">x&#94;&#123;1&#125;</span>");
}

TEST(Formulas, withFormulas_keepsDollars_whenNobodyAsksAndTheyMayBeMoney)
{
    expectUnchanged("between $5 and $10", false);
    expectUnchanged("$a$", false);
    expectUnchanged("$1,013 million ($3.2 each)", false);
}

TEST(Formulas, withFormulas_keepsMoney_evenWhenFormulasAreAsked)
{
    expectUnchanged("$5 and $10", true);
    expectUnchanged("costs $5 or 6 $ more", true);
    expectUnchanged("a$x$1", true);
}

TEST(Formulas, withFormulas_keepsDollarsWithBlanksInside)
{
    expectUnchanged("$ x$", true);
    expectUnchanged("$x $", true);
    expectUnchanged("$\nx$", true);
}

TEST(Formulas, withFormulas_keepsDollarsInDifferentParagraphs)
{
    expectUnchanged("a $x\n\ny$ b", true);
}

TEST(Formulas, withFormulas_keepsEscapedDollars)
{
    expectUnchanged("\\$x$", true);
    expectUnchanged("$x\\$", true);
}

TEST(Formulas, withFormulas_keepsDelimitersThatAreNotClosed)
{
    expectUnchanged("a $x", true);
    expectUnchanged("a $$x", true);
    expectUnchanged("a \\[x", true);
    expectUnchanged("a \\(x", true);
}

TEST(Formulas, withFormulas_keepsEmptyFormulas)
{
    expectUnchanged("$$$$", true);
    expectUnchanged("\\[\\]", true);
    expectUnchanged("\\(\\)", true);
}

TEST(Formulas, withFormulas_keepsEscapedBracketsOfOrdinaryText)
{
    expectUnchanged("\\[citation needed\\]", false);
    expectUnchanged("\\(see there\\)", false);
}

TEST(Formulas, withFormulas_keepsUnaskedBracketsOfText)
{
    for (const char *const text :
         {"\\[file\\_name\\]", "\\[a=b\\]", "\\(a=b\\)", "\\[The **A\\_B** one is gone.\\]",
          "\\[PROJECT_DIR\\]", "\\[TOC\\]", "\\[a\\](b_{1}\\]", "\\[见 x^2 一节\\]",
          "\\(see also\\)", "\\[`\\alpha`\\]"}) {
        expectUnchanged(text, false);
    }
}

TEST(Formulas, withFormulas_marksEquationsInBrackets_whereThereAreFormulas)
{
    EXPECT_EQ(unasked("\\frac \\(a=b\\)"), "\\frac <span class=\"formula\">a&#61;b</span>");
    EXPECT_EQ(asked("\\(a=b\\)"), "<span class=\"formula\">a&#61;b</span>");
}

TEST(Formulas, withFormulas_takesBlogEscapesOut)
{
    EXPECT_EQ(
        asked("$$ \\lim\\_{x} x\\_1 $$"),
        "<span class=\"formula formula-display\"> &#92;lim&#95;&#123;x&#125; x&#95;1 </span>");
    EXPECT_EQ(asked("$x\\_1$"), "<span class=\"formula\">x&#95;1</span>");
    EXPECT_EQ(asked("$a\\*b$"), "<span class=\"formula\">a&#42;b</span>");
    EXPECT_EQ(asked("$first\\_name$"), "<span class=\"formula\">first&#92;&#95;name</span>");
}

TEST(Formulas, withFormulas_takesDoubledBackslashes)
{
    EXPECT_EQ(asked("\\\\(a_1\\\\) 与"), "<span class=\"formula\">a&#95;1</span> 与");
    EXPECT_EQ(asked("\\\\[c\\\\]"), "<span class=\"formula formula-display\">c</span>");
    EXPECT_EQ(unasked("\\\\(\\pi\\\\)"), "<span class=\"formula\">&#92;pi</span>");
    expectUnchanged("a \\\\(b\\\\) c", false);
}

TEST(Formulas, withFormulas_takesBlanksInsideDollars_whenTheyAreAskedAndLookLikeTex)
{
    EXPECT_EQ(asked("能量 $ E = mc^2 $ 守恒"),
              "能量 <span class=\"formula\"> E &#61; mc&#94;2 </span> 守恒");
    EXPECT_EQ(asked("价格 $5 到 $6 之间"), "价格 $5 到 $6 之间");
    EXPECT_EQ(asked("In PHP $x … $y"), "In PHP $x … $y");
    EXPECT_EQ(asked("a $ 5 and $ 6"), "a $ 5 and $ 6");
    expectUnchanged("a $ x = 1 $ b", false);
}

TEST(Formulas, withFormulas_takesTheMarksOfAQuotationOut)
{
    EXPECT_EQ(asked("> $$\n> y = x\n> $$"),
              "> <span class=\"formula formula-display\">&#10;y &#61; x&#10;</span>");
    EXPECT_EQ(asked("> a $$\n> b$$"),
              "> a <span class=\"formula formula-display\">&#10;&#62; b</span>");
    EXPECT_EQ(asked("$$\na > b\n$$"),
              "<span class=\"formula formula-display\">&#10;a &#62; b&#10;</span>");
}

TEST(Formulas, withFormulas_readsGitLabsAndBareEnvironments)
{
    EXPECT_EQ(unasked("```math\na_1\n```\n"),
              "<span class=\"formula formula-display\">a&#95;1&#10;</span>\n");
    EXPECT_EQ(unasked("a $`b_1`$ c"), "a <span class=\"formula\">b&#95;1</span> c");
    EXPECT_EQ(unasked("\\begin{align}\na\n\\end{align}"),
              "<span class=\"formula formula-display\">&#92;begin&#123;align&#125;&#10;a&#10;"
              "&#92;end&#123;align&#125;</span>");
    expectUnchanged("```maths\na_1\n```\n", false);
    expectUnchanged("$`b`", false);
    expectUnchanged("\\$`b`$", false);
    expectUnchanged("\\begin{document}\na\n\\end{document}", false);
    expectUnchanged("\\begin{align} a", false);
}

TEST(Formulas, withFormulas_marksUnaskedBrackets_whenTheyHoldAnIndex)
{
    EXPECT_EQ(unasked("\\[a^2\\]"), "<span class=\"formula formula-display\">a&#94;2</span>");
}

TEST(Formulas, withFormulas_marksSeveralFormulas)
{
    EXPECT_EQ(asked("$a$, $b$"),
              "<span class=\"formula\">a</span>, <span class=\"formula\">b</span>");
}

TEST(Formulas, withFormulas_leavesCodeAsItIs)
{
    expectUnchanged("`$PATH$`", true);
    expectUnchanged("`echo $HOME`", true);
    expectUnchanged("```\n$$x=1$$\n```\n", true);
}

TEST(Formulas, withFormulas_unwrapsACodeSpanAroundAWholeFormula)
{
    EXPECT_EQ(asked("`$$x=1$$`"), "<span class=\"formula formula-display\">x&#61;1</span>");
    EXPECT_EQ(asked("`\\(ab\\)`"), "<span class=\"formula\">ab</span>");
    EXPECT_TRUE(formulas("`\\begin{align}x\\end{align}`", false).hasMath) << "no dollar is near";
}

TEST(Formulas, withFormulas_keepsAFormulaOfUnboundedLength)
{
    expectUnchanged("$$" + std::string(20000, 'x') + "$$", true);
}

TEST(Formulas, appendLiteral_keepsLettersDigitsBlanksAndOtherScripts)
{
    std::string text = "> ";

    appendLiteral(text, "Az 09 文字 é");

    EXPECT_EQ(text, "> Az 09 文字 é");
}

TEST(Formulas, appendLiteral_encodesWhatMarkdownOrHtmlCouldRead)
{
    std::string text;

    appendLiteral(text, "*_`<&\n");

    EXPECT_EQ(text, "&#42;&#95;&#96;&#60;&#38;&#10;");
}

} // namespace lectern::core
