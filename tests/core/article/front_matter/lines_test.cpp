#include "core/article/front_matter/lines.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct KeyCase
{
    std::string_view line;
    std::size_t end;
};

} // namespace

TEST(Lines, areWalkedWithoutTheirEnds)
{
    const std::string_view text = "one\n\nthree";

    EXPECT_EQ(lineAt(text, 0), "one");
    EXPECT_EQ(afterLine(text, 0), 4U);
    EXPECT_EQ(lineAt(text, 4), "");
    EXPECT_EQ(afterLine(text, 4), 5U);
    EXPECT_EQ(lineAt(text, 5), "three");
    EXPECT_EQ(afterLine(text, 5), 10U);
}

TEST(Lines, areBlank_whenOnlyBlanksAndTabsStandThere)
{
    EXPECT_TRUE(isBlankLine(""));
    EXPECT_TRUE(isBlankLine(" \t "));
    EXPECT_FALSE(isBlankLine(" a"));
    EXPECT_FALSE(isBlankLine("\u00A0"));
}

TEST(Lines, countTabsAsIndent)
{
    EXPECT_EQ(indentOf("a"), 0U);
    EXPECT_EQ(indentOf("  a"), 2U);
    EXPECT_EQ(indentOf("\t a"), 2U);
    EXPECT_EQ(indentOf("   "), 3U);
}

TEST(YamlKey, endsAtAColonBeforeABlank)
{
    for (const KeyCase &expected : {
             KeyCase{"title: T", 5},
             KeyCase{"title:", 5},
             KeyCase{"title:\tT", 5},
             KeyCase{"标题: T", 6},
             KeyCase{"og:title: T", 8},
             KeyCase{"a b: c: d", 3},
             KeyCase{"\"a: b\": c", 6},
             KeyCase{"'a' : c", 4},
             KeyCase{"\"a\":c", 3},
         }) {
        EXPECT_EQ(yamlKeyEnd(expected.line), expected.end) << expected.line;
    }
}

TEST(YamlKey, isNotFound_inLinesThatAreNoField)
{
    for (const std::string_view line :
         {"",       "words",  "https://a.com", ": a",    " a: b",  "\ta: b",     "# a: b",
          "- a: b", "* a: b", "> a: b",        "`a`: b", "[a]: b", "(a): b",     "{a: b",
          "|a: b",  "!a: b",  "%a: b",         "&a: b",  "\"a: b", "\"a\" b: c", "'a"}) {
        EXPECT_EQ(yamlKeyEnd(line), kNone) << line;
    }
}

TEST(TomlKey, endsAtTheEqualsSign)
{
    for (const KeyCase &expected : {
             KeyCase{"title = \"T\"", 6},
             KeyCase{"title=\"T\"", 5},
             KeyCase{"title\t=", 6},
             KeyCase{"a.b = 1", 4},
             KeyCase{"\"a = b\" = 1", 8},
             KeyCase{"'a'= 1", 3},
         }) {
        EXPECT_EQ(tomlKeyEnd(expected.line), expected.end) << expected.line;
    }
}

TEST(TomlKey, isNotFound_inLinesThatAreNoField)
{
    for (const std::string_view line :
         {"", "words", "two words = 1", "a: b", "= 1", " a = 1", "# a = 1", "[a]", "]", "{", "}",
          ", a = 1", "\"a = 1", "\"a\" b = 1"}) {
        EXPECT_EQ(tomlKeyEnd(line), kNone) << line;
    }
}

TEST(JsonKey, needsItsQuotes)
{
    EXPECT_EQ(jsonKeyEnd("\"title\": \"T\""), 7U);
    EXPECT_EQ(jsonKeyEnd("\"title\" : 1"), 8U);
    EXPECT_EQ(jsonKeyEnd("title: 1"), kNone);
    EXPECT_EQ(jsonKeyEnd("'title': 1"), kNone);
    EXPECT_EQ(jsonKeyEnd("\"title: 1"), kNone);
    EXPECT_EQ(jsonKeyEnd("\"item\","), kNone);
    EXPECT_EQ(jsonKeyEnd(""), kNone);
}

} // namespace lectern::core
