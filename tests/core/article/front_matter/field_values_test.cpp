#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/yaml_front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FieldTree treeOf(std::string_view yaml)
{
    return std::get<FieldTree>(parseYaml(yaml));
}

std::string textIn(std::string_view yaml)
{
    const FieldTree tree = treeOf(yaml);
    return std::string(textOf(tree, 0));
}

std::vector<std::string> listIn(std::string_view yaml)
{
    const FieldTree tree = treeOf(yaml);
    std::vector<std::string> items;
    addItemsOf(tree, 0, items);
    return items;
}

} // namespace

TEST(FieldValues, compareAsciiWithoutCase)
{
    EXPECT_TRUE(equalsIgnoringCase("TRUE", "true"));
    EXPECT_TRUE(equalsIgnoringCase("", ""));
    EXPECT_FALSE(equalsIgnoringCase("true", "truer"));
    EXPECT_FALSE(equalsIgnoringCase("tru", "true"));
    EXPECT_FALSE(equalsIgnoringCase("Ä", "ä"));
}

TEST(FieldValues, readTruth_inEverySpelling)
{
    for (const std::string_view yes : {"true", "True", "TRUE", "yes", "Yes", "on", "ON", "1"}) {
        EXPECT_EQ(toBool(yes), true) << yes;
    }
    for (const std::string_view no : {"false", "False", "FALSE", "no", "No", "off", "OFF", "0"}) {
        EXPECT_EQ(toBool(no), false) << no;
    }
    for (const std::string_view neither : {"", "y", "n", "2", "-1", "true ", "是", "maybe"}) {
        EXPECT_EQ(toBool(neither), std::nullopt) << neither;
    }
}

TEST(FieldValues, seeTheHolesOfTemplates)
{
    EXPECT_TRUE(isPlaceholder("{{ .Date }}"));
    EXPECT_TRUE(isPlaceholder("{{}}"));
    EXPECT_TRUE(isPlaceholder("<% tp.file.title %>"));
    EXPECT_FALSE(isPlaceholder("{{ .Date }} and more"));
    EXPECT_FALSE(isPlaceholder("the {{ hole }}"));
    EXPECT_FALSE(isPlaceholder("{ a }"));
    EXPECT_FALSE(isPlaceholder(""));
}

TEST(TextOf, takesTheTextThatIsMeant)
{
    EXPECT_EQ(textIn("a: T"), "T");
    EXPECT_EQ(textIn("a: \" T \""), "T");
    EXPECT_EQ(textIn("a: \"\\u3000T\\u00A0\""), "T");
    EXPECT_EQ(textIn("a:"), "");
    EXPECT_EQ(textIn("a: [x, y]"), "x");
    EXPECT_EQ(textIn("a: [~, y]"), "y");
    EXPECT_EQ(textIn("a: [[x], y]"), "y");
    EXPECT_EQ(textIn("a: []"), "");
}

TEST(TextOf, takesTheChildOfAMap_thatSaysWhereOrWho)
{
    for (const std::string_view key :
         {"src", "image", "url", "path", "name", "title", "href", "SRC"}) {
        EXPECT_EQ(textIn("a: {alt: no, " + std::string(key) + ": yes}"), "yes") << key;
    }
    EXPECT_EQ(textIn("a: {alt: no}"), "");
    EXPECT_EQ(textIn("a: {src: {url: deep}}"), "");
}

TEST(ListOf, splitsOneTextAtCommasAndSemicolons)
{
    EXPECT_THAT(listIn("a: x"), ElementsAre("x"));
    EXPECT_THAT(listIn("a: x, y;z"), ElementsAre("x", "y", "z"));
    EXPECT_THAT(listIn("a: \"甲，乙、丙；丁\""), ElementsAre("甲", "乙", "丙", "丁"));
    EXPECT_THAT(listIn("a: \", x,, y ,\""), ElementsAre("x", "y"));
    EXPECT_THAT(listIn("a: x y/z"), ElementsAre("x y/z"));
}

TEST(ListOf, leavesTheItemsOfAListWhole)
{
    EXPECT_THAT(listIn("a: [\"x, y\", z]"), ElementsAre("x, y", "z"));
    EXPECT_THAT(listIn("a: [\" x \", ~, \"\", x]"), ElementsAre("x"));
    EXPECT_THAT(listIn("a: [{name: x, age: 1}, {age: 2}]"), ElementsAre("x"));
    EXPECT_THAT(listIn("a: [[x], y]"), ElementsAre("x", "y"));
}

TEST(ListOf, isEmpty_whenThereIsNoItem)
{
    EXPECT_THAT(listIn("a:"), IsEmpty());
    EXPECT_THAT(listIn("a: []"), IsEmpty());
    EXPECT_THAT(listIn("a: \" \""), IsEmpty());
    EXPECT_THAT(listIn("a: {b: c}"), IsEmpty());
    EXPECT_THAT(listIn("a: \"{{ .Tags }}\""), IsEmpty());
}

TEST(ListOf, isCut_whenItIsEndless)
{
    std::string yaml = "a: \"0";
    for (int i = 1; i < 2000; ++i) {
        yaml += ',' + std::to_string(i);
    }

    const std::vector<std::string> items = listIn(yaml + '"');

    ASSERT_EQ(items.size(), 1000U);
    EXPECT_EQ(items.back(), "999");
}

} // namespace lectern::core
