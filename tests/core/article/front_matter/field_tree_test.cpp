#include "core/article/front_matter/field_tree.h"
#include "core/article/front_matter/tree_writer.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

constexpr std::size_t kAmple = 1000;

/// `a: 1`, `b: [x, {c: 2}, null, []]`, `d: {}`
FieldTree sampleTree()
{
    TreeWriter writer;
    writer.setKey("a", 0);
    writer.addText("1", 3, false);
    writer.setKey("b", 5);
    writer.open(ValueKind::List, 8);
    writer.addText("x", 9, true);
    writer.open(ValueKind::Map, 12);
    writer.setKey("c", 13);
    writer.addText("2", 16, false);
    writer.close();
    writer.addNull(20);
    writer.open(ValueKind::List, 26);
    writer.close();
    writer.close();
    writer.setKey("d", 30);
    writer.open(ValueKind::Map, 33);
    writer.close();
    return std::move(writer.tree);
}

} // namespace

TEST(TreeWriter, countsWhatLiesBelowEachNode)
{
    const FieldTree tree = sampleTree();

    ASSERT_EQ(tree.nodes.size(), 8U);
    EXPECT_EQ(tree.nodes[0].span, 1U);
    EXPECT_EQ(tree.nodes[1].span, 6U);
    EXPECT_EQ(tree.nodes[3].span, 2U);
    EXPECT_EQ(tree.nodes[6].span, 1U);
    EXPECT_EQ(tree.nodes[7].span, 1U);
}

TEST(TreeWriter, keepsThePlacesOfKeysAndValues)
{
    const FieldTree tree = sampleTree();

    EXPECT_EQ(tree.nodes[1].key, "b");
    EXPECT_EQ(tree.nodes[1].offset, 5U);
    EXPECT_EQ(tree.nodes[1].valueOffset, 8U);
    EXPECT_EQ(tree.nodes[2].key, "");
    EXPECT_EQ(tree.nodes[2].offset, 9U);
    EXPECT_EQ(tree.nodes[2].valueOffset, 9U);
    EXPECT_TRUE(tree.nodes[2].isQuoted);
    EXPECT_FALSE(tree.nodes[0].isQuoted);
    EXPECT_EQ(tree.nodes[5].kind, ValueKind::Null);
}

TEST(TreeWriter, knowsHowDeepItStands)
{
    TreeWriter writer;

    writer.open(ValueKind::Map, 0);
    writer.open(ValueKind::List, 0);
    EXPECT_EQ(writer.depth(), 2U);

    writer.close();
    EXPECT_EQ(writer.depth(), 1U);
}

TEST(FieldTree, keepsTextsInPlace_whileMoreAreAdded)
{
    FieldTree tree;

    const std::string_view first = tree.keep("first");
    for (int i = 0; i < 100; ++i) {
        tree.keep(std::to_string(i));
    }

    EXPECT_EQ(first, "first");
}

TEST(FlowText, writesAnyValueOnOneLine)
{
    const FieldTree tree = sampleTree();

    EXPECT_EQ(flowText(tree, 0, kAmple), "1");
    EXPECT_EQ(flowText(tree, 1, kAmple), "[x, {c: 2}, , []]");
    EXPECT_EQ(flowText(tree, 3, kAmple), "{c: 2}");
    EXPECT_EQ(flowText(tree, 5, kAmple), "");
    EXPECT_EQ(flowText(tree, 7, kAmple), "{}");
}

TEST(FlowText, isCut_atAWholeCharacter)
{
    TreeWriter writer;
    writer.setKey("a", 0);
    writer.addText("中文标题", 3, false);

    EXPECT_EQ(flowText(writer.tree, 0, 12), "中文标题");
    EXPECT_EQ(flowText(writer.tree, 0, 11), "中文标");
    EXPECT_EQ(flowText(writer.tree, 0, 2), "");
}

TEST(FlowText, isCut_insideALongList)
{
    TreeWriter writer;
    writer.open(ValueKind::List, 0);
    for (int i = 0; i < 1000; ++i) {
        writer.addText("item", 0, false);
    }
    writer.close();

    EXPECT_EQ(flowText(writer.tree, 0, 15), "[item, item, it");
}

} // namespace lectern::core
