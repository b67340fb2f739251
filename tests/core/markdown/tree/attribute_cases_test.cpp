#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

TEST(AttributeCases, quotedValues_mayHoldBlanks_whereverTheyStand)
{
    for (const std::string list :
         {"{: title=\"x y\" .c}", "{: .c title=\"x y\"}", "{.c t=\"x y\" #i}",
          "{: a=b title=\"x y\" c=d}", "{: title=\"\"}"}) {
        EXPECT_EQ(htmlOf("[a](b)" + list), "<p><a href=\"b\">a</a></p>") << list;
    }
}

TEST(AttributeCases, anOpenQuote_makesNoList)
{
    EXPECT_EQ(htmlOf("[a](b){: title=\"x}"), "<p><a href=\"b\">a</a>{: title=&quot;x}</p>");
}

TEST(AttributeCases, listsOfBlocks_standOnALineOfTheirOwn)
{
    EXPECT_EQ(htmlOf("a\n{: .c}"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a {: .c}"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a { .c }"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a {.c}"), "<p>a {.c}</p>");
    EXPECT_EQ(htmlOf("a{ .c }"), "<p>a{ .c }</p>");
    EXPECT_EQ(htmlOf("a\n{.c} b"), "<p>a\n{.c} b</p>");
}

TEST(AttributeCases, listsOfItemsAndCells_go)
{
    EXPECT_EQ(htmlOf("- 甲 {: .c}\n- 乙\n"), "<ul><li>甲</li><li>乙</li></ul>");
    EXPECT_EQ(htmlOf("- a\n{:toc}\n"), "");
    EXPECT_EQ(htmlOf("# 题 {: .c}\n"), "<h1 id=\"题\">题</h1>");
}

TEST(AttributeCases, listsBehindLinesOfCode_stay)
{
    EXPECT_EQ(htmlOf("```\na\n{: .c}\n```\n"), "<pre><code>a\n{: .c}\n</code></pre>");
    EXPECT_EQ(htmlOf("`a`{: .c}"), "<p><code>a</code></p>");
}

} // namespace lectern::core
