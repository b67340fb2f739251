#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

TEST(Escapes, renderBody_showsWhatTheAuthorEscaped)
{
    for (const auto &[markdown, text] : std::vector<std::pair<std::string, std::string>>{
             {"\\[file\\_name\\]", "[file_name]"},
             {"\\[a=b\\]", "[a=b]"},
             {"\\[TOC\\]", "[TOC]"},
             {"\\==x==", "==x=="},
             {"\\=\\=x\\=\\=", "==x=="},
             {"H\\~2\\~O", "H~2~O"},
             {"x\\^2\\^", "x^2^"},
             {"a \\:bug: b", "a :bug: b"},
             {"\\*\\*x\\*\\*", "**x**"},
             {"\\`x\\`", "`x`"},
             {"\\$x_{1}$", "$x_{1}$"},
             {"\\~\\~x\\~\\~", "~~x~~"},
             {"1\\. a", "1. a"},
             {"\\# a", "# a"},
             {"中\\=文", "中=文"},
         }) {
        EXPECT_EQ(htmlOf(markdown), "<p>" + text + "</p>") << markdown;
    }
    EXPECT_EQ(htmlOf("\\[The **A\\_B** structure is gone.\\]"),
              "<p>[The <strong>A_B</strong> structure is gone.]</p>");
}

TEST(Escapes, renderBody_readsMarksThatAreNotEscaped)
{
    EXPECT_EQ(htmlOf("==x== \\= y"), "<p><mark>x</mark> = y</p>");
    EXPECT_EQ(htmlOf("H~2~O \\~"), "<p>H<sub>2</sub>O ~</p>");
    EXPECT_EQ(htmlOf("[TOC]\n\na"), "<p>a</p>");
    EXPECT_EQ(htmlOf("[[toc]]\n\na"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a [TOC] b"), "<p>a [TOC] b</p>");
}

TEST(Escapes, withMarkedEscapes_leavesNoTrace)
{
    EXPECT_EQ(htmlOf("[a\\=\\=b](c\\~d \"e\\^f\")"),
              "<p><a href=\"c~d\" title=\"e^f\">a==b</a></p>");
    EXPECT_EQ(htmlOf("https://a.b/\\~c/d"),
              "<p><a href=\"https://a.b/~c/d\">https://a.b/~c/d</a></p>");
    EXPECT_EQ(htmlOf("# a\\~b"), "<h1 id=\"ab\">a~b</h1>");
    EXPECT_EQ(htmlOf("<p>x <p>y\n\na \\=\\= b [c](d\\~e)\n"),
              "<p>x </p><p>y</p><p>a == b <a href=\"d~e\">c</a></p>");
    EXPECT_EQ(htmlOf("中\\=**（文）**字"), "<p>中=<strong>（文）</strong>字</p>");
}

TEST(Escapes, withMarkedEscapes_leavesCodeAndOrdinaryText)
{
    for (const std::string text : {"`a\\=\\=b`", "```\na\\~b\n```\n", "    a\\^b\n", "a\\_b \\* c",
                                   "==x==", "a \\\\= b", "\\"}) {
        EXPECT_EQ(withMarkedEscapes(text), text);
    }
}

TEST(Escapes, renderBody_takesTheBackslashOffBarsInCodeOfATable)
{
    const auto cell = [](const std::string &code) {
        return "<div "
               "class=\"scroll\"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>"
            + code + "</code></td></tr></tbody></table></div>";
    };
    EXPECT_EQ(htmlOf("| a |\n| --- |\n| `a\\|b` |"), cell("a|b"));
    EXPECT_EQ(htmlOf("| a |\n| --- |\n| `\\|` |"), cell("|"));
    EXPECT_EQ(htmlOf("| a |\n| --- |\n| `x\\|\\|y\\n` |"), cell("x||y\\n"));
    EXPECT_EQ(htmlOf("`a\\|b`"), "<p><code>a\\|b</code></p>");
}

} // namespace lectern::core
