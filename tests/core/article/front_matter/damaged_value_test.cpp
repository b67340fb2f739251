#include "core/article/front_matter/damaged_value.h"
#include "tests/support/problem_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct MeantCase
{
    std::string_view raw;
    std::string_view meant;
};

struct FaultCase
{
    std::string_view raw;
    std::size_t offset;
    std::string_view reason;
};

} // namespace

TEST(MeantText, isWithoutTheQuotesAroundAllOfIt)
{
    for (const MeantCase &expected : {
             MeantCase{"plain", "plain"},
             MeantCase{"  plain  ", "plain"},
             MeantCase{"\"all\"", "all"},
             MeantCase{"'all'", "all"},
             MeantCase{"\"A \"q\" B\"", "A \"q\" B"},
             MeantCase{"\"a \\\"b\\\" \\\\ \\n\"", "a \"b\" \\ \\n"},
             MeantCase{"'a\\\"b'", "a\\\"b"},
             MeantCase{"'it's'", "it's"},
             MeantCase{"\"open", "open"},
             MeantCase{"'open", "open"},
         }) {
        EXPECT_EQ(meantText(expected.raw), expected.meant) << expected.raw;
    }
}

TEST(MeantText, keepsTheQuotesOfWordsInIt)
{
    for (const std::string_view raw : {"\"a\" b", "a \"b\"", "\"a\" b \"c\"", "'a' or 'b'",
                                       "[AI] news", "it's", "\"", "5\" disk", ""}) {
        EXPECT_EQ(meantText(raw), raw) << raw;
    }
}

TEST(MeantAsList, needsBracketsAroundAllOfIt)
{
    for (const std::string_view raw : {"[]", "[a]", " [a, b] ", "[a, b", "[", "[[a], b]"}) {
        EXPECT_TRUE(isMeantAsList(raw)) << raw;
    }
    for (const std::string_view raw : {"", "a", "a]", "[AI] news", "{a}", "a [b]"}) {
        EXPECT_FALSE(isMeantAsList(raw)) << raw;
    }
}

TEST(MeantItems, areCutAtCommasOutsideQuotes)
{
    EXPECT_THAT(meantItems("[a, b]"), ElementsAre("a", "b"));
    EXPECT_THAT(meantItems("[a, b"), ElementsAre("a", "b"));
    EXPECT_THAT(meantItems("[\"a, b\", 'c, d']"), ElementsAre("a, b", "c, d"));
    EXPECT_THAT(meantItems("[\"a, b]"), ElementsAre("a", "b"));
    EXPECT_THAT(meantItems("[@a, b: c]"), ElementsAre("@a", "b: c"));
    EXPECT_THAT(meantItems("[a,, ,b,]"), ElementsAre("a", "b"));
    EXPECT_THAT(meantItems("[]"), IsEmpty());
    EXPECT_THAT(meantItems("["), IsEmpty());
}

TEST(FindFault, saysWhyAndWhere)
{
    for (const FaultCase &expected : {
             FaultCase{"\"open", 0, "opens a quote that is not closed"},
             FaultCase{"'open", 0, "opens a quote that is not closed"},
             FaultCase{"\"C:\\path\"", 3, "has a backslash that escapes nothing"},
             FaultCase{"\"a\\", 2, "has a backslash that escapes nothing"},
             FaultCase{"\"A \"q\" B\"", 3, "has an unescaped quote"},
             FaultCase{"\"a\" b", 4, "goes on after its closing quote"},
             FaultCase{"'a' b", 4, "goes on after its closing quote"},
             FaultCase{"[a, b", 0, "opens a list that is not closed"},
             FaultCase{"{a: b", 0, "opens a map that is not closed"},
             FaultCase{"[AI] news", 5, "goes on after a closing \"]\""},
             FaultCase{"{AI} news", 5, "goes on after a closing \"}\""},
             FaultCase{"@x", 0, "begins with \"@\", which YAML keeps for itself"},
             FaultCase{"`x`", 0, "begins with \"`\", which YAML keeps for itself"},
             FaultCase{"%x", 0, "begins with \"%\", which YAML keeps for itself"},
             FaultCase{"*x", 0, "begins with \"*\", which YAML keeps for itself"},
             FaultCase{"&x", 0, "begins with \"&\", which YAML keeps for itself"},
             FaultCase{"!x", 0, "begins with \"!\", which YAML keeps for itself"},
             FaultCase{"|x", 0, "begins with \"|\", which YAML keeps for itself"},
             FaultCase{">x", 0, "begins with \">\", which YAML keeps for itself"},
             FaultCase{",x", 0, "begins with \",\", which YAML keeps for itself"},
             FaultCase{"]x", 0, "begins with \"]\", which YAML keeps for itself"},
             FaultCase{"}x", 0, "begins with \"}\", which YAML keeps for itself"},
             FaultCase{"a: b", 1, "has a colon before a blank"},
             FaultCase{"http://a.com:", 12, "has a colon before a blank"},
             FaultCase{"- a", 0, "begins with \"- \", which YAML reads as a list"},
             FaultCase{"a\tb", 1, "has a tab"},
         }) {
        const ValueFault fault = findFault(FrontMatterKind::Yaml, expected.raw);

        EXPECT_EQ(tests::textOf(fault.reason), expected.reason) << expected.raw;
        EXPECT_EQ(fault.offset, expected.offset) << expected.raw;
    }
}

TEST(FindFault, saysWhatTomlAndJsonMind)
{
    for (const FrontMatterKind kind : {FrontMatterKind::Toml, FrontMatterKind::Json}) {
        EXPECT_EQ(tests::textOf(findFault(kind, "plain text").reason), "is text without quotes");
        EXPECT_EQ(tests::textOf(findFault(kind, "@x: y").reason), "is text without quotes");
        EXPECT_EQ(tests::textOf(findFault(kind, "中文").reason), "is text without quotes");
        EXPECT_EQ(tests::textOf(findFault(kind, "\"open").reason),
                  "opens a quote that is not closed");
        EXPECT_EQ(tests::textOf(findFault(kind, "12 13").reason), "");
        EXPECT_EQ(tests::textOf(findFault(kind, "-x").reason), "");
    }
}

TEST(FindFault, isSilent_whenTheValueIsFine)
{
    for (const std::string_view raw :
         {"", "plain", "https://a.com/x", "-1", "\"all\"", "'all'", "\"all\" # note", "[a, b]",
          "[a] # note", "{a: b}", "\"\\u4e2d \\x41\"", "\"\""}) {
        EXPECT_EQ(tests::textOf(findFault(FrontMatterKind::Yaml, raw).reason), "") << raw;
    }
}

TEST(Quoted, escapesWhatNeedsIt)
{
    EXPECT_EQ(quoted(""), "\"\"");
    EXPECT_EQ(quoted("中文"), "\"中文\"");
    EXPECT_EQ(quoted("a \"b\" \\c"), "\"a \\\"b\\\" \\\\c\"");
    EXPECT_EQ(quoted("a\nb\tc"), "\"a\\nb\\tc\"");
    EXPECT_EQ(quoted("\x01\x1F"), "\"\\u0001\\u001f\"");
}

TEST(FieldLine, isWrittenInTheLanguageOfTheBlock)
{
    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "title", "T"), "title: \"T\"");
    EXPECT_EQ(fieldLine(FrontMatterKind::Toml, "title", "T"), "title = \"T\"");
    EXPECT_EQ(fieldLine(FrontMatterKind::Json, "title", "T"), "\"title\": \"T\",");
}

TEST(FieldLine, quotesAKey_thatIsNoWord)
{
    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "last_mod-2", "T"), "last_mod-2: \"T\"");
    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "a b", "T"), "\"a b\": \"T\"");
    EXPECT_EQ(fieldLine(FrontMatterKind::Toml, "a.b", "T"), "\"a.b\" = \"T\"");
    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "", "T"), "\"\": \"T\"");
}

TEST(FieldLine, writesListsOnOneLine)
{
    const std::vector<std::string> items{"a", "b \"c\""};
    const std::vector<std::string> none;

    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "tags", items), "tags: [\"a\", \"b \\\"c\\\"\"]");
    EXPECT_EQ(fieldLine(FrontMatterKind::Toml, "tags", items), "tags = [\"a\", \"b \\\"c\\\"\"]");
    EXPECT_EQ(fieldLine(FrontMatterKind::Json, "tags", items),
              "\"tags\": [\"a\", \"b \\\"c\\\"\"],");
    EXPECT_EQ(fieldLine(FrontMatterKind::Yaml, "tags", none), "tags: []");
}

} // namespace lectern::core
