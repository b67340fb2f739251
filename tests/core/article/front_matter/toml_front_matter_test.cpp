#include "core/article/front_matter/toml_front_matter.h"
#include "tests/core/article/front_matter/field_outline.h"
#include "tests/support/problem_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct TomlCase
{
    std::string_view block;
    std::string_view outline;
};

} // namespace

TEST(Toml, givesEveryKindOfValue)
{
    for (const TomlCase &expected : {
             TomlCase{"", ""},
             TomlCase{"# only a comment\n", ""},
             TomlCase{"a = \"x\"\n", "a = \"x\"\n"},
             TomlCase{"a = \"\\\"x\\\" \\u4e2d\"\n", "a = \"\"x\" 中\"\n"},
             TomlCase{"a = 'C:\\path'\n", "a = \"C:\\path\"\n"},
             TomlCase{"a = \"\"\"\none\ntwo\"\"\"\n", "a = \"one\ntwo\"\n"},
             TomlCase{"a = 1_000 # many\n", "a = 1_000\n"},
             TomlCase{"a = 0x1F\n", "a = 0x1F\n"},
             TomlCase{"a = 1.50\n", "a = 1.50\n"},
             TomlCase{"a = true\n", "a = true\n"},
             TomlCase{"a = 2015-02-02T02:20:38+08:00\n", "a = 2015-02-02T02:20:38+08:00\n"},
             TomlCase{"a = 2015-02-02\n", "a = 2015-02-02\n"},
             TomlCase{"a = [1, \"x\"]\n", "a = list\n  - 1\n  - \"x\"\n"},
             TomlCase{"a = [\n  \"x\",\n  \"y\",\n]\n", "a = list\n  - \"x\"\n  - \"y\"\n"},
             TomlCase{"a = []\n", "a = list\n"},
             TomlCase{"a = {b = 1, c = \"x\"}\n", "a = map\n  b = 1\n  c = \"x\"\n"},
             TomlCase{"\"a b\" = 1\n", "a b = 1\n"},
         }) {
        EXPECT_EQ(outlineOf(parseToml(expected.block)), expected.outline) << expected.block;
    }
}

TEST(Toml, givesTablesAsMaps)
{
    EXPECT_EQ(
        outlineOf(parseToml("title = \"T\"\n[taxonomies]\ntags = [\"a\"]\n[extra]\nb.c = 1\n")),
        "title = \"T\"\n"
        "taxonomies = map\n"
        "  tags = list\n"
        "    - \"a\"\n"
        "extra = map\n"
        "  b = map\n"
        "    c = 1\n");
    EXPECT_EQ(outlineOf(parseToml("[[menu]]\nname = \"x\"\n[[menu]]\nname = \"y\"\n")),
              "menu = list\n"
              "  - map\n"
              "    name = \"x\"\n"
              "  - map\n"
              "    name = \"y\"\n");
}

TEST(Toml, keepsTheOrderOfTheFile)
{
    EXPECT_EQ(outlineOf(parseToml("z = 1\na = 2\nm = 3\n")), "z = 1\na = 2\nm = 3\n");
}

TEST(Toml, knowsThePlaces_inBytes)
{
    const BlockFields fields = parseToml("\"中\" = \"文\"\nb = 2\n");

    const auto &tree = std::get<FieldTree>(fields);
    ASSERT_EQ(tree.nodes.size(), 2U);
    EXPECT_EQ(tree.nodes[0].offset, 0U);
    EXPECT_EQ(tree.nodes[0].valueOffset, 8U);
    EXPECT_EQ(tree.nodes[1].offset, 14U);
    EXPECT_EQ(tree.nodes[1].valueOffset, 18U);
}

TEST(Toml, saysWhere_whenItRefuses)
{
    struct Refused
    {
        std::string_view block;
        std::size_t first; ///< the place lies between these
        std::size_t last;
    };

    for (const Refused &expected : {
             Refused{"a = 1\nb = \n", 6, 11},
             Refused{"a = 1\nb = \"open\n", 10, 16},
             Refused{"a = 1\na = 2\n", 6, 11},
             Refused{"a = 1\nwords here\n", 6, 16},
             Refused{"a = [1, 2\nb = 1\n", 4, 15},
             Refused{"a = 2015-13-45\n", 4, 14},
             Refused{"a: 1\n", 0, 4},
         }) {
        const BlockFields fields = parseToml(expected.block);

        const auto *error = std::get_if<BlockError>(&fields);
        ASSERT_NE(error, nullptr) << expected.block;
        EXPECT_GE(error->offset, expected.first) << expected.block;
        EXPECT_LE(error->offset, expected.last) << expected.block;
        EXPECT_NE(tests::textOf(error->reason), "") << expected.block;
    }
}

TEST(Toml, refusesKeysOfManyParts_beforeTheParserSeesThem)
{
    std::string key = "a";
    for (int i = 0; i < 16; ++i) {
        key += ".a";
    }

    EXPECT_TRUE(std::holds_alternative<FieldTree>(parseToml(key + " = 1\n")));
    EXPECT_EQ(outlineOf(parseToml(key + ".a = 1\n")), "33: a key has too many parts");
    EXPECT_EQ(outlineOf(parseToml("[" + key + ".a]\n")), "34: a key has too many parts");
}

TEST(Toml, takesDotsOfProse_forNoKey)
{
    std::string prose;
    for (int i = 0; i < 40; ++i) {
        prose += "One sentence. ";
    }

    const BlockFields fields = parseToml("a = \"" + prose + "\"\n");

    EXPECT_EQ(outlineOf(fields), "a = \"" + prose + "\"\n");
}

TEST(Toml, leavesOut_whatLiesTooDeep)
{
    EXPECT_EQ(outlineOf(parseToml("a = [[[[[[[[[1]]]]]]]]]\n")),
              "a = list\n"
              "  - list\n"
              "    - list\n"
              "      - list\n"
              "        - list\n"
              "          - list\n"
              "            - list\n"
              "              - list\n"
              "                - null\n");
}

} // namespace lectern::core
