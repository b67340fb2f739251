#include "core/article/front_matter/yaml_subset.h"
#include "tests/core/article/front_matter/field_outline.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct SubsetCase
{
    std::string_view block;
    std::string_view outline;
};

void PrintTo(const SubsetCase &subset, std::ostream *out)
{
    *out << testing::PrintToString(subset.block);
}

class SubsetValue : public testing::TestWithParam<SubsetCase>
{
};

const SubsetCase kPlain[]{
    {"a: x\n", "a = x\n"},
    {"a:  x  \n", "a = x\n"},
    {"a: x y # note\n", "a = x y\n"},
    {"a: x#y\n", "a = x#y\n"},
    {"a: x:y ::z\n", "a = x:y ::z\n"},
    {"a: x, y]\n", "a = x, y]\n"},
    {"a: -1\n", "a = -1\n"},
    {"a: it's \"x\"\n", "a = it's \"x\"\n"},
    {"a.b-c_d: x\n", "a.b-c_d = x\n"},
    {"标题: 中文：题\n", "标题 = 中文：题\n"},
    {"2024: x\n", "2024 = x\n"},
    {"a:\nb: ~\nc: null # x\nd: NULL\n", "a = null\nb = null\nc = null\nd = null\n"},
    {"a: nUll\n", "a = nUll\n"},
    {"a: x\na: y\n", "a = x\na = y\n"},
    {"\n# c\n\na: x\n \n# c\nb: y", "a = x\nb = y\n"},
};

const SubsetCase kQuoted[]{
    {"a: \"\"\n", "a = \"\"\n"},
    {"a: \"x: #y\" # note\n", "a = \"x: #y\"\n"},
    {"a: \"\\\"x\\\" \\\\ \\/ \\n\\t.\"\n", "a = \"\"x\" \\ / \n\t.\"\n"},
    {"a: ''\n", "a = \"\"\n"},
    {"a: 'C:\\x'\n", "a = \"C:\\x\"\n"},
    {"a: 'it''s ''x'''\n", "a = \"it's 'x'\"\n"},
    {"a: 'null'\n", "a = \"null\"\n"},
};

const SubsetCase kLists[]{
    {"a: []\n", "a = list\n"},
    {"a: [ ]  # none\n", "a = list\n"},
    {"a: [x]\n", "a = list\n  - x\n"},
    {"a: [x y, \"z, \\\"w\\\"\" , 'v''s', ~]\n",
     "a = list\n  - x y\n  - \"z, \"w\"\"\n  - \"v's\"\n  - null\n"},
    {"a:\n- x\n- y z # note\n", "a = list\n  - x\n  - y z\n"},
    {"a:\n  - x\n\n  # note\n  - \"y\"\nb: 1\n", "a = list\n  - x\n  - \"y\"\nb = 1\n"},
    {"a:\n-\n- x\n", "a = list\n  - null\n  - x\n"},
    {"a:\n- [x, y]\n", "a = list\n  - list\n    - x\n    - y\n"},
};

const SubsetCase kMaps[]{
    {"a:\n  b: x\n  c: y\nd: z\n", "a = map\n  b = x\n  c = y\nd = z\n"},
    {"a:\n    b:\n     c: x\n    d: y\n", "a = map\n  b = map\n    c = x\n  d = y\n"},
    {"a: # note\n  b:\n  - x\n", "a = map\n  b = list\n    - x\n"},
    {"a:\n  b:\nc: x\n", "a = map\n  b = null\nc = x\n"},
};

const SubsetCase kProperties[]{
    {"a: &x y\nb: *x # note\n", "a = y\nb = y\n"},
    {"a: &x [y, \"z\"]\nb: *x\n", "a = list\n  - y\n  - \"z\"\nb = list\n  - y\n  - \"z\"\n"},
    {"a: &x y\nb: &x z\nc: *x\n", "a = y\nb = z\nc = z\n"},
    {"a: !!str x\nb: !!str \"y\"\n", "a = x\nb = y\n"},
};

const SubsetCase kFlowMaps[]{
    {"{}\n", ""},
    {"{a: x, b: \"y, }\" ,c: [p, 'q'] } # note\n\n",
     "a = x\nb = \"y, }\"\nc = list\n  - p\n  - \"q\"\n"},
};

const SubsetCase kBlocks[]{
    {"a: |\n  x\n    y\n\n  z\nb: 1\n", "a = \"x\n  y\n\nz\n\"\nb = 1\n"},
    {"a: |-\n  x\n\nb: 1\n", "a = \"x\"\nb = 1\n"},
    {"a: >\n  x\n  y\n\n  z\n", "a = \"x y\nz\n\"\n"},
    {"a: >-\n  x\n  y\n", "a = \"x y\"\n"},
    {"a: |\n  # no comment\n  b: no key\n", "a = \"# no comment\nb: no key\n\"\n"},
    {"a: |\n  x", "a = \"x\"\n"},
    {"a:\n  b: |\n    x\n  c: y\n", "a = map\n  b = \"x\n\"\n  c = y\n"},
};

struct Refusal
{
    std::string_view reason;
    std::string_view block;
};

constexpr Refusal kRefused[]{
    {"a key in quotes", "\"a\": x\n"},
    {"a key with blanks", "a b: x\n"},
    {"a key that begins with a dash", "-a: x\n"},
    {"a key that begins with a dot", ".a: x\n"},
    {"a key that is null", "null: x\n"},
    {"no key", ": x\n"},
    {"no blank after the colon", "a:x\n"},
    {"a colon in a plain value", "a: b: c\n"},
    {"a colon at the end of a plain value", "a: b:\n"},
    {"an alias of nothing", "a: *x\n"},
    {"an alias before its anchor", "a: *x\nb: &x y\n"},
    {"words after an alias", "a: &x y\nb: *x z\n"},
    {"an alias in a flow list", "a: &x y\nb: [*x]\n"},
    {"an anchor of nothing", "a: &x\nb: y\n"},
    {"an anchor before a comment", "a: &x # y\n"},
    {"an anchor of a block", "a: &x |\n  y\n"},
    {"an anchor without a name", "a: & x\n"},
    {"an anchor with a rare name", "a: &x/y z\n"},
    {"two anchors", "a: &x &y z\n"},
    {"a tag", "a: !x y\n"},
    {"a tag of another kind", "a: !!int 1\n"},
    {"a tag of nothing", "a: !!str\n"},
    {"a tag of null", "a: !!str ~\n"},
    {"a tag of a list", "a: !!str [x]\n"},
    {"a tag before an anchor", "a: !!str &x y\n"},
    {"an open flow map", "{a: x\n"},
    {"a flow map on two lines", "{a: x,\n b: y}\n"},
    {"a comma at the end of a flow map", "{a: x,}\n"},
    {"a flow map without a value", "{a: , b: x}\n"},
    {"a key alone in a flow map", "{a, b: x}\n"},
    {"a key in quotes in a flow map", "{\"a\": x}\n"},
    {"a flow map in a flow map", "{a: {b: x}}\n"},
    {"a colon in a flow map's value", "{a: 10:30}\n"},
    {"a comment in a flow map", "{a: x #y, b: z}\n"},
    {"words after a flow map", "{a: x} y\n"},
    {"a field after a flow map", "{a: x}\nb: y\n"},
    {"an indented flow map", "  {a: x}\n"},
    {"a kept sign", "a: @x\n"},
    {"a percent sign", "a: %x\n"},
    {"a backtick", "a: `x`\n"},
    {"a question mark", "a: ?x\n"},
    {"a comma in front", "a: ,x\n"},
    {"a flow map", "a: {b: c}\n"},
    {"a list beside its key", "a: - x\n"},
    {"words after double quotes", "a: \"x\" y\n"},
    {"words after single quotes", "a: 'x' y\n"},
    {"a comment without a blank", "a: \"x\"#y\n"},
    {"open double quotes", "a: \"x\n"},
    {"open double quotes with an escape", "a: \"x\\\"\n"},
    {"open single quotes", "a: 'x\n"},
    {"open single quotes with a pair", "a: 'x''\n"},
    {"a rare escape", "a: \"\\u4e2d\"\n"},
    {"a plain value on two lines", "a: x\n  y\n"},
    {"a quoted value on two lines", "a: \"x\n  y\"\n"},
    {"a deeper comment below a value", "a: x\n  # y\n"},
    {"a nested flow list", "a: [x, [y]]\n"},
    {"a map in a flow list", "a: [x: y]\n"},
    {"a flow list on two lines", "a: [x,\n  y]\n"},
    {"an open flow list", "a: [x, y\n"},
    {"a comma at the end of a flow list", "a: [x,]\n"},
    {"an empty item of a flow list", "a: [x,,y]\n"},
    {"words after a flow list", "a: [x] y\n"},
    {"a comment in a flow list", "a: [x #y, z]\n"},
    {"a map in a list", "a:\n- b: c\n"},
    {"a list in a list", "a:\n- - b\n"},
    {"a list that is less deep at its end", "a:\n    - b\n  - c\n"},
    {"a list at the top", "- a\n"},
    {"words at the top", "words\n"},
    {"an indented top", "  a: x\n"},
    {"a map with two indents", "a:\n    b: x\n  c: y\n"},
    {"a tab", "a:\tx\n"},
    {"a carriage return", "a: x\r\n"},
    {"a control character", "a: x\x01\n"},
    {"a byte order mark", "a: \xEF\xBB\xBFx\n"},
    {"a document mark", "a: x\n---\nb: y\n"},
    {"an end mark", "a: x\n...\n"},
    {"kept line ends", "a: |+\n  x\n"},
    {"a stated indent", "a: |2\n  x\n"},
    {"a block without lines", "a: |\nb: x\n"},
    {"a deeper line in a folded block", "a: >\n  x\n    y\n"},
    {"blanks that belong to a block", "a: |\n  x\n     \n  y\n"},
};

} // namespace

TEST_P(SubsetValue, isGivenAsMeant)
{
    const std::optional<FieldTree> tree = parseYamlSubset(GetParam().block);

    ASSERT_TRUE(tree);
    EXPECT_EQ(outlineOf(*tree), GetParam().outline);
}

INSTANTIATE_TEST_SUITE_P(Plain, SubsetValue, testing::ValuesIn(kPlain));
INSTANTIATE_TEST_SUITE_P(Quoted, SubsetValue, testing::ValuesIn(kQuoted));
INSTANTIATE_TEST_SUITE_P(Lists, SubsetValue, testing::ValuesIn(kLists));
INSTANTIATE_TEST_SUITE_P(Maps, SubsetValue, testing::ValuesIn(kMaps));
INSTANTIATE_TEST_SUITE_P(Properties, SubsetValue, testing::ValuesIn(kProperties));
INSTANTIATE_TEST_SUITE_P(FlowMaps, SubsetValue, testing::ValuesIn(kFlowMaps));
INSTANTIATE_TEST_SUITE_P(Blocks, SubsetValue, testing::ValuesIn(kBlocks));

TEST(YamlSubsetValues, areLeftToTheParser_whenAnythingIsUnusual)
{
    for (const Refusal &refused : kRefused) {
        EXPECT_FALSE(parseYamlSubset(refused.block)) << refused.reason;
    }
}

TEST(YamlSubsetValues, areLeftToTheParser_whenMapsNestTooDeep)
{
    std::string eight;
    for (std::size_t depth = 0; depth < 8; ++depth) {
        eight += std::string(depth, ' ') + "a:\n";
    }

    EXPECT_TRUE(parseYamlSubset(eight + std::string(8, ' ') + "a: x\n"));
    EXPECT_FALSE(
        parseYamlSubset(eight + std::string(8, ' ') + "a:\n" + std::string(9, ' ') + "a: x\n"));
}

TEST(YamlSubsetValues, areLeftToTheParser_whenAliasesMultiplyThem)
{
    std::string block = "a: &x [p";
    for (int item = 0; item < 1000; ++item) {
        block += ", p";
    }
    block += "]\n";
    EXPECT_TRUE(parseYamlSubset(block + "b: *x\n"));
    for (int copy = 0; copy < 20; ++copy) {
        block += "b: *x\n";
    }
    EXPECT_FALSE(parseYamlSubset(block));
}

TEST(YamlSubsetValues, areLeftToTheParser_whenAKeyIsVeryLong)
{
    EXPECT_TRUE(parseYamlSubset(std::string(128, 'k') + ": x\n"));
    EXPECT_FALSE(parseYamlSubset(std::string(129, 'k') + ": x\n"));
}

TEST(YamlSubsetValues, knowTheirPlaces)
{
    const std::optional<FieldTree> tree
        = parseYamlSubset("a:  x\nb:\n  - \"y\"\n  - z\nc: [p, 'q']\n");

    ASSERT_TRUE(tree);
    ASSERT_EQ(tree->nodes.size(), 7U);
    EXPECT_EQ(tree->nodes[0].offset, 0U);
    EXPECT_EQ(tree->nodes[0].valueOffset, 4U);
    EXPECT_EQ(tree->nodes[1].offset, 6U);
    EXPECT_EQ(tree->nodes[2].valueOffset, 13U);
    EXPECT_EQ(tree->nodes[3].valueOffset, 21U);
    EXPECT_EQ(tree->nodes[4].offset, 23U);
    EXPECT_EQ(tree->nodes[4].valueOffset, 26U);
    EXPECT_EQ(tree->nodes[6].valueOffset, 30U);
}

} // namespace lectern::core
