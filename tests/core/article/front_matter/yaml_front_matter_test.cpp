#include "core/article/front_matter/yaml_front_matter.h"
#include "tests/core/article/front_matter/field_outline.h"
#include "tests/support/problem_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct YamlCase
{
    std::string_view block;
    std::string_view outline;
};

} // namespace

TEST(Yaml, givesEveryKindOfValue)
{
    for (const YamlCase &expected : {
             YamlCase{"", ""},
             YamlCase{"# only a comment\n", ""},
             YamlCase{"a: x\n", "a = x\n"},
             YamlCase{"a: x\n  y\n", "a = x y\n"},
             YamlCase{"a: \"x \\x41 \\u4e2d\"\n", "a = \"x A 中\"\n"},
             YamlCase{"a: \"x\n  y\"\n", "a = \"x y\"\n"},
             YamlCase{"a: 'it''s'\n", "a = \"it's\"\n"},
             YamlCase{"a:\nb: ~\nc: null\n", "a = null\nb = null\nc = null\n"},
             YamlCase{"a: 010\nb: yes\nc: 1.50\n", "a = 010\nb = yes\nc = 1.50\n"},
             YamlCase{"a: {b: 1, c: [x, [y]]}\n",
                      "a = map\n  b = 1\n  c = list\n    - x\n    - list\n      - y\n"},
             YamlCase{"a:\n- b: 1\n  c: 2\n- d\n",
                      "a = list\n  - map\n    b = 1\n    c = 2\n  - d\n"},
             YamlCase{"a: [x,\n  y]\n", "a = list\n  - x\n  - y\n"},
             YamlCase{"{\"a\": \"x\", \"b\": [1]}\n", "a = \"x\"\nb = list\n  - 1\n"},
             YamlCase{"\"a b\": 1\n'c': 2\n", "a b = 1\nc = 2\n"},
             YamlCase{"? a\n: 1\n", "a = 1\n"},
             YamlCase{"a: 1\na: 2\n", "a = 1\na = 2\n"},
             YamlCase{"a: |+\n  x\n\n", "a = \"x\n\n\"\n"},
             YamlCase{"a: !!str 1\n", "a = 1\n"},
         }) {
        EXPECT_EQ(outlineOf(parseYaml(expected.block)), expected.outline) << expected.block;
    }
}

TEST(Yaml, followsAliases)
{
    for (const YamlCase &expected : {
             YamlCase{"a: &x T\nb: *x\n", "a = T\nb = T\n"},
             YamlCase{"a: &x [1, 2]\nb: *x\n", "a = list\n  - 1\n  - 2\nb = list\n  - 1\n  - 2\n"},
             YamlCase{"a: &x 1\nb: &x 2\nc: *x\n", "a = 1\nb = 2\nc = 2\n"},
             YamlCase{"a: &x {c: 1}\nb:\n  <<: *x\n",
                      "a = map\n  c = 1\nb = map\n  << = map\n    c = 1\n"},
             YamlCase{"a: &x [1, *x]\n", "a = list\n  - 1\n  - null\n"},
             YamlCase{"a: &x {b: *x}\n", "a = map\n  b = null\n"},
         }) {
        EXPECT_EQ(outlineOf(parseYaml(expected.block)), expected.outline) << expected.block;
    }
}

TEST(Yaml, stops_whenAliasesMultiply)
{
    std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int level = 1; level < 7; ++level) {
        const std::string below = "*a" + std::to_string(level - 1);
        bomb += 'a' + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
        for (int i = 1; i < 10; ++i) {
            bomb += ',' + below;
        }
        bomb += "]\n";
    }

    EXPECT_EQ(outlineOf(parseYaml(bomb)), "0: more values than a front matter may have");
}

TEST(Yaml, hasNoKey_whereAListOrMapStandsForOne)
{
    EXPECT_EQ(outlineOf(parseYaml("? [a, b]\n: 1\nc: 2\n")), "- 1\nc = 2\n");
    EXPECT_EQ(outlineOf(parseYaml("a: {{ x }}\nb: 1\n")), "a = map\n  - null\nb = 1\n");
}

TEST(Yaml, isNoFrontMatter_whenItIsNoMap)
{
    EXPECT_EQ(outlineOf(parseYaml("- a\n- b\n")), "0: not a map of keys to values");
    EXPECT_EQ(outlineOf(parseYaml("just words\n")), "0: not a map of keys to values");
}

TEST(Yaml, saysWhere_whenItRefuses)
{
    struct Refused
    {
        std::string_view block;
        std::size_t offset;
    };

    for (const Refused &expected : {
             Refused{"a: b: c\n", 4},
             Refused{"a: 1\nb: @x\n", 8},
             Refused{"a: 1\nb: \"\\q\"\n", 11},
             Refused{"a: 1\nb: *unknown\n", 8},
             Refused{"a: 1\n\tb: 2\n", 5},
         }) {
        const BlockFields fields = parseYaml(expected.block);

        const auto *error = std::get_if<BlockError>(&fields);
        ASSERT_NE(error, nullptr) << expected.block;
        EXPECT_EQ(error->offset, expected.offset) << expected.block;
        EXPECT_NE(tests::textOf(error->reason), "") << expected.block;
    }
}

TEST(Yaml, knowsThePlaces_ofKeysAndValues)
{
    const BlockFields fields = parseYaml("a: x\nb:\n  - y\n");

    const auto &tree = std::get<FieldTree>(fields);
    ASSERT_EQ(tree.nodes.size(), 3U);
    EXPECT_EQ(tree.nodes[0].offset, 0U);
    EXPECT_EQ(tree.nodes[0].valueOffset, 3U);
    EXPECT_EQ(tree.nodes[1].offset, 5U);
    EXPECT_EQ(tree.nodes[2].valueOffset, 12U);
}

} // namespace lectern::core
