#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string once(std::string_view text)
{
    RepairCounts counts;
    return withoutFormulaCopies(std::string(text), counts);
}

} // namespace

TEST(FormulaCopies, withoutFormulaCopies_keepsTheTexOfClippedPages)
{
    EXPECT_EQ(once("约为10910^{9}109，"), "约为\\(10^{9}\\)，");
    EXPECT_EQ(once("约为12\\\\frac{1}{2}21\u200B，"), "约为\\(\\frac{1}{2}\\)\u200B，");
    EXPECT_EQ(once("x2x^{2}x2"), "\\(x^{2}\\)");
    EXPECT_EQ(once("a1a_{1}a1 与 b2b\\_{2}b2"), "\\(a_{1}\\) 与 \\(b_{2}\\)");
    EXPECT_EQ(htmlOf("约为10910^{9}109，"), "<p>约为<span class=\"formula\">10^{9}</span>，</p>");
}

TEST(FormulaCopies, withoutFormulaCopies_countsThem_unlessShownAsWritten)
{
    EXPECT_EQ(renderBody(articleOf("10910^{9}109")).repairs[Repair::Repetitions], 1U);
    EXPECT_EQ(htmlOf("10910^{9}109", Repairs::none()), "<p>10910^{9}109</p>");
}

TEST(FormulaCopies, withoutFormulaCopies_leavesOtherText)
{
    for (const char *const text :
         {"10^{9}", "10910^{9}", "10^{9}109", "$10^{9}$", "`10910^{9}109`", "    10910^{9}109\n",
          "x_{1} x_{2}", "10910^{9}108", "a{b}{c}a", "snake_case_{name}", "https://a.b/c_{d}",
          "```\n10910^{9}109\n```\n", "}{", "^{"}) {
        EXPECT_EQ(once(text), text);
    }
}

} // namespace lectern::core
