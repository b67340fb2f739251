#include "core/markdown/source/tex.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Tex, isTexBeyondDoubt_seesCommandsAndBracedIndices)
{
    for (const std::string_view text : {"\\alpha", "a \\Sigma", "x_{1}", "x^{2}", "中\\le文"}) {
        EXPECT_TRUE(isTexBeyondDoubt(text)) << text;
    }
    for (const std::string_view text :
         {"", "a", "x_1", "x^2", "\\", "a\\", "\\1", "\\_", "_", "{x}"}) {
        EXPECT_FALSE(isTexBeyondDoubt(text)) << text;
    }
}

TEST(Tex, isDollarFormula_takesAnything_whereTheArticleAsks)
{
    EXPECT_TRUE(isDollarFormula("x", ' ', ' ', true));
    EXPECT_TRUE(isDollarFormula("量", ' ', ' ', true));
    EXPECT_TRUE(isDollarFormula("a\nb", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula("x", ' ', ' ', false));
    EXPECT_TRUE(isDollarFormula("\\pi", ' ', ' ', false));
}

TEST(Tex, isDollarFormula_isNoPrice)
{
    EXPECT_FALSE(isDollarFormula("1,013 million (", ' ', '3', true));
    EXPECT_FALSE(isDollarFormula("\\pi", ' ', '0', true));
    EXPECT_FALSE(isDollarFormula("5 and ", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula(" 5", ' ', ' ', true));
}

TEST(Tex, isDollarFormula_isNothing_whereTheDollarsAreEscapedOrFarApart)
{
    EXPECT_FALSE(isDollarFormula("x_{1}", '\\', ' ', true));
    EXPECT_FALSE(isDollarFormula("x_{1}\\", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula("", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula("\nx_{1}", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula("x_{1}\n\ny", ' ', ' ', true));
}

TEST(Tex, isDollarFormula_withBlanksInsideHasToLookLikeOne)
{
    EXPECT_TRUE(isDollarFormula(" a = b ", ' ', ' ', true));
    EXPECT_TRUE(isDollarFormula(" x_1 ", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula(" a = b ", ' ', ' ', false));
    EXPECT_FALSE(isDollarFormula(" a and b ", ' ', ' ', true));
    EXPECT_FALSE(isDollarFormula(" 甲 = 乙 ", ' ', ' ', true));
}

TEST(Tex, hasNoMarkdown_refusesMarksAndTheirEscapes)
{
    for (const std::string_view text : {"", "a * b", "x_1", "[a]", "(b)", "中文"}) {
        EXPECT_TRUE(hasNoMarkdown(text)) << text;
    }
    for (const std::string_view text : {"**a**", "file\\_name", "\\*", "[a](b)", "`a`"}) {
        EXPECT_FALSE(hasNoMarkdown(text)) << text;
    }
}

TEST(Tex, hasIndex_isRaisedOrLowered)
{
    for (const std::string_view tex :
         {"a^2", "x_1 + y", "2x_1", "(x_i)", "\\alpha_1 + b_2", "\\sum^n"}) {
        EXPECT_TRUE(hasIndex(tex)) << tex;
    }
}

TEST(Tex, hasIndex_isNoNameAndNoProse)
{
    for (const std::string_view tex :
         {"", "ab", "_", "_x", "PROJECT_DIR", "snake_case", "a_b_c name", "x^2 and", "量^2"}) {
        EXPECT_FALSE(hasIndex(tex)) << tex;
    }
}

TEST(Tex, isDollarSpan_onlyProtectsTex)
{
    for (const std::string_view code :
         {"`$x$`", "`$a_1 = 1$`", "`$a<b$`", "`$x^2$`", "`$\\pi$`", "`$ \\pi $`", "`$1+1$`"}) {
        EXPECT_TRUE(isDollarSpan(code)) << code;
    }
}

TEST(Tex, isDollarSpan_isNoVariableOfAShell)
{
    for (const std::string_view code : {"`$$`", "`$`", "`$PATH$`", "`$HOME/$x`", "`$a$b$`", "$x$",
                                        "`$5$`", "`$ a = b $`", "``$x$``", "`$a b$`"}) {
        EXPECT_FALSE(isDollarSpan(code)) << code;
    }
}

TEST(Tex, isEnvironmentSpan_isWhole)
{
    EXPECT_TRUE(isEnvironmentSpan("`\\begin{align}a\\end{align}`"));
    EXPECT_FALSE(isEnvironmentSpan("`\\begin{align}`"));
    EXPECT_FALSE(isEnvironmentSpan("`\\begin{a} \\end{a} b`"));
    EXPECT_FALSE(isEnvironmentSpan("`x \\begin{a}\\end{a}`"));
}

TEST(Tex, environmentName_isOneOfFormulas)
{
    EXPECT_EQ(environmentName("\\begin{align}x"), "align");
    EXPECT_EQ(environmentName("\\begin{align*}"), "align*");
    EXPECT_EQ(environmentName("\\begin{cases}"), "cases");
}

TEST(Tex, environmentName_isEmpty_forTheRest)
{
    for (const std::string_view text :
         {"", "\\begin", "\\begin{", "\\begin{itemize}", "\\begin{align**}", "\\begin{*}",
          " \\begin{align}", "\\begin{Align}"}) {
        EXPECT_EQ(environmentName(text), "") << text;
    }
}

TEST(Tex, withoutBlogEscapes_keepsNamesApartFromIndices)
{
    EXPECT_EQ(withoutBlogEscapes("x\\_1"), "x_1");
    EXPECT_EQ(withoutBlogEscapes("x\\_{12}"), "x_{12}");
    EXPECT_EQ(withoutBlogEscapes("\\hat{x}\\_i"), "\\hat{x}_i");
    EXPECT_EQ(withoutBlogEscapes("f(x)\\_i"), "f(x)_i");
    EXPECT_EQ(withoutBlogEscapes("first\\_name"), "first\\_name");
    EXPECT_EQ(withoutBlogEscapes("a \\* b"), "a * b");
}

TEST(Tex, withoutBlogEscapes_keepsLineBreaksOfTex)
{
    EXPECT_EQ(withoutBlogEscapes("a\\\\_1"), "a\\\\_1");
    EXPECT_EQ(withoutBlogEscapes("a\\\\*b"), "a\\\\*b");
    EXPECT_EQ(withoutBlogEscapes("\\"), "\\");
    EXPECT_EQ(withoutBlogEscapes("\\_"), "\\_");
    EXPECT_EQ(withoutBlogEscapes(""), "");
}

TEST(Tex, withoutQuoteMarks_keepsTheFirstLine)
{
    EXPECT_EQ(withoutQuoteMarks("a\n> b\n> > c"), "a\nb\nc");
    EXPECT_EQ(withoutQuoteMarks("a > b\n"), "a > b\n");
    EXPECT_EQ(withoutQuoteMarks(""), "");
    EXPECT_EQ(withoutQuoteMarks("a\n>\n> c\n"), "a\n\nc\n");
}

} // namespace lectern::core
