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
    result.text = withFormulas(markdown, meta, result.hasMath);
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

TEST(Formulas, withFormulas_marksUnaskedBrackets_whenTheyHoldAnEquation)
{
    EXPECT_EQ(unasked("\\(a=b\\)"), "<span class=\"formula\">a&#61;b</span>");
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
