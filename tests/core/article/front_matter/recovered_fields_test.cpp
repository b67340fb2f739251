#include "core/article/front_matter/recovery.h"
#include "tests/core/article/front_matter/field_outline.h"
#include "tests/support/problem_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct BreakCase
{
    std::string_view name;
    FrontMatterKind kind;
    std::string_view block;
    std::string_view outline; ///< of the fields that are recovered
    std::size_t offset; ///< of the one place that had to be guessed
    std::string_view key;
    std::string_view reason;
    std::string_view valueUsed;
    std::string_view proposal;
};

void PrintTo(const BreakCase &broken, std::ostream *out)
{
    *out << broken.name;
}

class BrokenBlock : public testing::TestWithParam<BreakCase>
{
};

constexpr FrontMatterKind kYaml = FrontMatterKind::Yaml;
constexpr FrontMatterKind kToml = FrontMatterKind::Toml;
constexpr FrontMatterKind kJson = FrontMatterKind::Json;

const BreakCase kBreaks[]{
    {"a colon in a value", kYaml, "a: 1\nb: x: y\nc: 2\n", "a = 1\nb = x: y\nc = 2\n", 9, "b",
     "has a colon before a blank", "x: y", "b: \"x: y\""},
    {"a kept sign", kYaml, "a: 1\nb: @x\nc: 2\n", "a = 1\nb = @x\nc = 2\n", 8, "b",
     "begins with \"@\", which YAML keeps for itself", "@x", "b: \"@x\""},
    {"a quote in quotes", kYaml, "a: \"x \"y\" z\"\nb: 2\n", "a = x \"y\" z\nb = 2\n", 6, "a",
     "has an unescaped quote", "x \"y\" z", "a: \"x \\\"y\\\" z\""},
    {"an escape of nothing", kYaml, "a: \"\\d\"\nb: 2\n", "a = \\d\nb = 2\n", 4, "a",
     "has a backslash that escapes nothing", "\\d", "a: \"\\\\d\""},
    {"an open list", kYaml, "a: [x, y\nb: 2\n", "a = list\n  - x\n  - y\nb = 2\n", 3, "a",
     "opens a list that is not closed", "x, y", "a: [\"x\", \"y\"]"},
    {"words after a list", kYaml, "a: [x] y\nb: 2\n", "a = [x] y\nb = 2\n", 7, "a",
     "goes on after a closing \"]\"", "[x] y", "a: \"[x] y\""},
    {"an unknown alias", kYaml, "a: *x\nb: 2\n", "a = *x\nb = 2\n", 3, "a",
     "begins with \"*\", which YAML keeps for itself", "*x", "a: \"*x\""},
    {"a stray line", kYaml, "a: 1\nstray\nb: 2\n", "a = 1\nb = 2\n", 5, "", "belongs to no key", "",
     "# stray"},
    {"a deeper key by mistake", kYaml, "a: 1\n  b: 2\nc: 3\n", "a = 1\nb = 2\nc = 3\n", 5, "",
     "is indented unlike the keys around it", "b: 2", "b: 2"},
    {"a broken item", kYaml, "a:\n- x\n- @y\nb: 2\n", "a = list\n  - x\n  - @y\nb = 2\n", 9, "a",
     "has an item that begins with \"@\", which YAML keeps for itself", "@y", "- \"@y\""},
    {"an item without a blank", kYaml, "a:\n  - x\n  -y\nb: 2\n", "a = list\n  - x\n  - y\nb = 2\n",
     12, "a", "has an item without \"- \" in front", "y", "- \"y\""},
    {"a broken value in a map", kYaml, "a:\n  b: @x\n  c: 2\nd: 3\n",
     "a = map\n  b = @x\n  c = 2\nd = 3\n", 8, "b",
     "begins with \"@\", which YAML keeps for itself", "@x", "b: \"@x\""},
    {"a quote in a TOML text", kToml, "a = \"x \"y\" z\"\nb = 2\n", "a = x \"y\" z\nb = 2\n", 7,
     "a", "has an unescaped quote", "x \"y\" z", "a = \"x \\\"y\\\" z\""},
    {"an open TOML quote", kToml, "a = \"x\nb = 2\n", "a = x\nb = 2\n", 4, "a",
     "opens a quote that is not closed", "x", "a = \"x\""},
    {"a break in a TOML table", kToml, "[t]\na = \"\\d\"\nb = 2\n", "t = map\n  a = \\d\n  b = 2\n",
     9, "a", "has a backslash that escapes nothing", "\\d", "a = \"\\\\d\""},
    {"a stray line in TOML", kToml, "stray words\na = 1\n[t]\nb = 2\n", "a = 1\nt = map\n  b = 2\n",
     0, "", "belongs to no key", "", "# stray words"},
    {"a line without its sign in TOML", kToml, "a = \"x\"\nb [\"y\"]\nc = 2\n",
     "a = \"x\"\nc = 2\n", 8, "", "belongs to no key", "", "# b [\"y\"]"},
    {"text without quotes in TOML", kToml, "a = x y\nb = 2\n", "a = x y\nb = 2\n", 4, "a",
     "is text without quotes", "x y", "a = \"x y\""},
    {"a line without its sign in JSON", kJson, "{\n\"a\": \"x\",\n\"b\" 1,\n\"c\": 2\n}",
     "a = \"x\"\nc = 2\n", 12, "", "belongs to no key", "", ""},
    {"text without quotes in JSON", kJson, "{\n\"a\": x y,\n\"b\": 2\n}", "a = x y\nb = 2\n", 7,
     "a", "is text without quotes", "x y", "\"a\": \"x y\","},
    {"an escape of nothing in JSON", kJson, "{\n\"a\": \"\\d\",\n\"b\": 2\n}", "a = \\d\nb = 2\n",
     8, "a", "has a backslash that escapes nothing", "\\d", "\"a\": \"\\\\d\","},
};

} // namespace

TEST_P(BrokenBlock, losesNothingButSaysWhatWasGuessed)
{
    const BreakCase &expected = GetParam();

    const Recovery recovery = recoverFields(expected.block, expected.kind);

    EXPECT_EQ(outlineOf(recovery.tree), expected.outline);
    ASSERT_EQ(recovery.damages.size(), 1U);
    const Damage &damage = recovery.damages.front();
    EXPECT_EQ(damage.offset, expected.offset);
    EXPECT_EQ(damage.key, expected.key);
    EXPECT_EQ(tests::textOf(damage.reason), expected.reason);
    EXPECT_EQ(damage.valueUsed, expected.valueUsed);
    EXPECT_EQ(damage.proposal, expected.proposal);
}

INSTANTIATE_TEST_SUITE_P(All, BrokenBlock, testing::ValuesIn(kBreaks));

TEST(RecoveredFields, areAllThere_whenNothingIsBroken)
{
    const Recovery recovery = recoverFields("a: 1\nb:\n  - x\nc:\n  d: 2\n", kYaml);

    EXPECT_EQ(outlineOf(recovery.tree), "a = 1\nb = list\n  - x\nc = map\n  d = 2\n");
    EXPECT_TRUE(recovery.damages.empty());
}

TEST(RecoveredFields, areNone_whenThereIsNoKey)
{
    for (const FrontMatterKind kind : {kYaml, kToml}) {
        const Recovery recovery = recoverFields("\n# note\n \n", kind);

        EXPECT_TRUE(recovery.tree.nodes.empty());
        EXPECT_TRUE(recovery.damages.empty());
    }
}

TEST(RecoveredFields, knowTheirPlacesInTheWholeBlock)
{
    const Recovery recovery = recoverFields("a: @x\nb: \"y\"\n", kYaml);

    ASSERT_EQ(recovery.tree.nodes.size(), 2U);
    EXPECT_EQ(recovery.tree.nodes[0].offset, 0U);
    EXPECT_EQ(recovery.tree.nodes[0].valueOffset, 3U);
    EXPECT_EQ(recovery.tree.nodes[1].offset, 6U);
    EXPECT_EQ(recovery.tree.nodes[1].valueOffset, 9U);
}

TEST(RecoveredFields, tellEachBreak_inTheOrderOfTheFile)
{
    const Recovery recovery = recoverFields("a: @x\nb: 1\nstray\nc: y: z\n", kYaml);

    EXPECT_EQ(outlineOf(recovery.tree), "a = @x\nb = 1\nc = y: z\n");
    ASSERT_EQ(recovery.damages.size(), 3U);
    EXPECT_EQ(recovery.damages[0].key, "a");
    EXPECT_EQ(recovery.damages[1].key, "");
    EXPECT_EQ(recovery.damages[2].key, "c");
}

TEST(RecoveredFields, areKept_whenMoreIsBrokenThanIsTold)
{
    std::string block;
    for (int i = 0; i < 300; ++i) {
        block += 'k' + std::to_string(i) + ": @x\n";
    }

    const Recovery recovery = recoverFields(block, kYaml);

    EXPECT_EQ(recovery.tree.nodes.size(), 300U);
    EXPECT_EQ(recovery.tree.nodes.back().key, "k299");
    EXPECT_EQ(recovery.tree.nodes.back().text, "@x");
    EXPECT_EQ(recovery.damages.size(), 20U);
}

} // namespace lectern::core
