#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(AbbreviationLines, abbreviationOf_isANameAndItsMeaning)
{
    const Abbreviation html = abbreviationOf("*[HTML]: Hyper Text\r\n");
    EXPECT_EQ(html.name, "HTML");
    EXPECT_EQ(html.meaning, "Hyper Text");

    const Abbreviation chinese = abbreviationOf("   *[ 世博 ]:世界 博览会");
    EXPECT_EQ(chinese.name, "世博");
    EXPECT_EQ(chinese.meaning, "世界 博览会");

    EXPECT_EQ(abbreviationOf("*[a]: b]: c").meaning, "b]: c");
    EXPECT_EQ(abbreviationOf("*[a]:").name, "a");
    EXPECT_EQ(abbreviationOf("*[a]:").meaning, "");
}

TEST(AbbreviationLines, abbreviationOf_isNothing_forOtherLines)
{
    for (const std::string_view line :
         {"", " ", "*[a]", "[a]: b", "x *[a]: b", "    *[a]: b", "* [a]: b", "*[a[b]]: c", "*[]: b",
          "\t*[a]: b", "*[a] : b"}) {
        EXPECT_EQ(abbreviationOf(line).name, "") << line;
    }
}

TEST(AbbreviationLines, mayAbbreviate_asksWhetherALineBeginsLikeOne)
{
    for (const std::string_view text : {"*[a]: b", "x\n*[a]: b", "x\n  *[a]: b", "a *[b\n*[c]"}) {
        EXPECT_TRUE(mayAbbreviate(text)) << text;
    }
    for (const std::string_view text :
         {"", "a *[b]: c", "* [a]: b", "[a]: b", "a\n\t*[b]", "**[a]"}) {
        EXPECT_FALSE(mayAbbreviate(text)) << text;
    }
}

} // namespace lectern::core
