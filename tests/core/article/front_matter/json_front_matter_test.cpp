#include "core/article/front_matter/json_front_matter.h"
#include "tests/core/article/front_matter/field_outline.h"
#include "tests/support/problem_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct JsonCase
{
    std::string_view block;
    std::string_view outline;
};

} // namespace

TEST(Json, givesEveryKindOfValue)
{
    for (const JsonCase &expected : {
             JsonCase{"{}", ""},
             JsonCase{"{\"a\": \"x\"}", "a = \"x\"\n"},
             JsonCase{"{\"a\": \"\\\"x\\\" \\u4e2d\\/\"}", "a = \"\"x\" 中/\"\n"},
             JsonCase{"{\"a\": 10}", "a = 10\n"},
             JsonCase{"{\"a\": -10}", "a = -10\n"},
             JsonCase{"{\"a\": 10.50}", "a = 10.50\n"},
             JsonCase{"{\"a\": true, \"b\": false}", "a = true\nb = false\n"},
             JsonCase{"{\"a\": null}", "a = null\n"},
             JsonCase{"{\"a\": []}", "a = list\n"},
             JsonCase{"{\"a\": [1, \"x\", null]}", "a = list\n  - 1\n  - \"x\"\n  - null\n"},
             JsonCase{"{\"a\": {\"b\": {}}}", "a = map\n  b = map\n"},
             JsonCase{"{\"a\": [{\"b\": 1}, [2]], \"c\": 3}",
                      "a = list\n  - map\n    b = 1\n  - list\n    - 2\nc = 3\n"},
             JsonCase{"{\"z\": 1, \"a\": 2}", "z = 1\na = 2\n"},
             JsonCase{"{\"a\": 1, \"a\": 2}", "a = 1\na = 2\n"},
             JsonCase{"\n {\n \"a\" : 1 } \n", "a = 1\n"},
         }) {
        EXPECT_EQ(outlineOf(parseJson(expected.block)), expected.outline) << expected.block;
    }
}

TEST(Json, knowsThePlacesOfItsKeys)
{
    const BlockFields fields = parseJson("{\n  \"中\": \"b\",\n  \"b\": 1\n}");

    const auto &tree = std::get<FieldTree>(fields);
    ASSERT_EQ(tree.nodes.size(), 2U);
    EXPECT_EQ(tree.nodes[0].offset, 4U);
    EXPECT_TRUE(tree.nodes[0].isQuoted);
    EXPECT_FALSE(tree.nodes[1].isQuoted);
}

TEST(Json, isNoFrontMatter_whenItIsNoObject)
{
    for (const std::string_view block : {"1", "\"text\"", "[]", "[1]", "null", "true"}) {
        EXPECT_EQ(outlineOf(parseJson(block)), "0: not an object") << block;
    }
}

TEST(Json, saysWhere_whenItRefuses)
{
    struct Refused
    {
        std::string_view block;
        std::size_t offset;
    };

    for (const Refused &expected : {
             Refused{"", 0},
             Refused{"{\"a\": 1,}", 8},
             Refused{"{\"a\" 1}", 5},
             Refused{"{a: 1}", 1},
             Refused{"{\"a\": \"C:\\path\"}", 10},
             Refused{"{\"a\": 'x'}", 6},
             Refused{"{\"a\": [1, 2}", 11},
             Refused{"{\"a\": 1} more", 9},
             Refused{"{\"a\": // note\n1}", 6},
         }) {
        const BlockFields fields = parseJson(expected.block);

        const auto *error = std::get_if<BlockError>(&fields);
        ASSERT_NE(error, nullptr) << expected.block;
        EXPECT_EQ(error->offset, expected.offset) << expected.block;
        EXPECT_NE(tests::textOf(error->reason), "") << expected.block;
    }
}

TEST(Json, doesNotRecurse_whateverNests)
{
    const std::string open(20'000, '[');
    const std::string close(20'000, ']');

    const BlockFields fields = parseJson("{\"a\": " + open + close + "}");

    EXPECT_EQ(std::get<FieldTree>(fields).nodes.size(), 20'000U);
    EXPECT_TRUE(std::holds_alternative<BlockError>(parseJson("{\"a\": " + open)));
}

} // namespace lectern::core
