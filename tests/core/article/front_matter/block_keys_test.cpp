#include "core/article/front_matter/block_keys.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

BlockKeys yaml(std::string_view block)
{
    return {block, FrontMatterKind::Yaml};
}

/// The key that \a line has at \a indent; `-` for none.
std::string keyOf(std::string_view line, FrontMatterKind kind = FrontMatterKind::Yaml,
                  std::size_t indent = 0)
{
    const std::size_t end = BlockKeys(line, kind).keyEndOf(line, indent);
    return end == kNone ? "-" : std::string(line.substr(0, end));
}

/// The lines that belong to the first key of \a block.
std::string firstChunk(std::string_view block, FrontMatterKind kind = FrontMatterKind::Yaml)
{
    return std::string(block.substr(0, BlockKeys(block, kind).chunkEnd(0, 0)));
}

} // namespace

TEST(SkipBlanks, stopsAtTheFirstThatIsNone)
{
    EXPECT_EQ(skipBlanks(" \t a", 0), 3U);
    EXPECT_EQ(skipBlanks("a b", 0), 0U);
    EXPECT_EQ(skipBlanks("a b", 1), 2U);
    EXPECT_EQ(skipBlanks("a  ", 1), 3U);
    EXPECT_EQ(skipBlanks("", 0), 0U);
    EXPECT_EQ(skipBlanks("a", 9), 1U);
    EXPECT_EQ(skipBlanks("\u3000a", 0), 0U); // the wide blank is no blank of YAML
}

TEST(BlockKeys, keyEndOf_isItsSeparator)
{
    EXPECT_EQ(keyOf("title: A"), "title");
    EXPECT_EQ(keyOf("标题: A"), "标题");
    EXPECT_EQ(keyOf("title:"), "title");
    EXPECT_EQ(keyOf("title = 'A'", FrontMatterKind::Toml).substr(0, 5), "title");
    EXPECT_EQ(keyOf("\"title\": \"A\"", FrontMatterKind::Json), "\"title\"");
}

TEST(BlockKeys, keyEndOf_isOfTheMapsIndentAlone)
{
    EXPECT_EQ(keyOf("  title: A", FrontMatterKind::Yaml, 2), "  title");
    EXPECT_EQ(keyOf("  title: A", FrontMatterKind::Yaml, 0), "-");
    EXPECT_EQ(keyOf("title: A", FrontMatterKind::Yaml, 2), "-");
    EXPECT_EQ(keyOf("    \"title\": 1", FrontMatterKind::Json, 0), "    \"title\"");
}

TEST(BlockKeys, keyEndOf_isNone_whereNoKeyIs)
{
    for (const char *const line : {"", "words alone", "- item", "# title: A"}) {
        EXPECT_EQ(keyOf(line), "-") << line;
    }
    EXPECT_EQ(keyOf("title: A", FrontMatterKind::Toml), "-");
    EXPECT_EQ(keyOf("title: A", FrontMatterKind::Json), "-");
}

TEST(BlockKeys, isGlued_whereTheBlankIsMissing)
{
    const auto isGlued = [](std::string_view line) {
        return yaml(line).isGlued({0, line.size(), 0, line.find(':')});
    };

    EXPECT_TRUE(isGlued("title:A"));
    EXPECT_TRUE(isGlued("title：桥"));
    EXPECT_FALSE(isGlued("title: A"));
    EXPECT_FALSE(isGlued("words alone"));
    EXPECT_FALSE(BlockKeys("title:A", FrontMatterKind::Toml).isGlued({0, 7, 0, 5}));
}

TEST(BlockKeys, indentBetween_isTheSmallestOfAKey)
{
    constexpr std::string_view kBlock = "words\n    deep: 1\n  title: A\n# note\n";

    EXPECT_EQ(yaml(kBlock).indentBetween(0, kBlock.size()), 2U);
    EXPECT_EQ(yaml(kBlock).indentBetween(0, kBlock.find("  title")), 4U);
    EXPECT_EQ(yaml("words\n").indentBetween(0, 6), 0U);
    EXPECT_EQ(yaml("").indentBetween(0, 0), 0U);
    EXPECT_EQ(BlockKeys("  \"a\": 1\n", FrontMatterKind::Json).indentBetween(0, 9), 0U);
}

TEST(BlockKeys, chunkEnd_isBehindWhatBelongsToTheKey)
{
    EXPECT_EQ(firstChunk("tags:\n- a\n- b\ntitle: A\n"), "tags:\n- a\n- b\n");
    EXPECT_EQ(firstChunk("tags:\n  - a\n\n# note\ntitle: A\n"), "tags:\n  - a\n\n# note\n");
    EXPECT_EQ(firstChunk("tags: [a,\n  b\n]\ntitle: A\n"), "tags: [a,\n  b\n]\n");
    EXPECT_EQ(firstChunk("title: A\ndate: B\n"), "title: A\n");
    EXPECT_EQ(firstChunk("title: A"), "title: A"); // the last line without an end
    EXPECT_EQ(firstChunk("a = [\n  1\n]\n[table]\n", FrontMatterKind::Toml), "a = [\n  1\n]\n");
    EXPECT_EQ(firstChunk("\"a\": [\n1\n],\n\"b\": 2\n", FrontMatterKind::Json),
              "\"a\": [\n1\n],\n");
}

TEST(BlockKeys, textOf_isAllOfTheChunk)
{
    EXPECT_EQ(yaml("a: 1\nb: 2\n").textOf({5, 10, 5, 6}), "b: 2\n");
}

TEST(BlockKeys, isClosing_isOfJsonAlone)
{
    const BlockKeys json("", FrontMatterKind::Json);

    EXPECT_TRUE(json.isClosing("}"));
    EXPECT_TRUE(json.isClosing("{"));
    EXPECT_FALSE(json.isClosing("},"));
    EXPECT_FALSE(yaml("").isClosing("}"));
}

TEST(BlockKeys, hasKeyBelow_looksAtTheFirstLineThatSaysSomething)
{
    EXPECT_TRUE(yaml("").hasKeyBelow("\n  \ntitle: A\n"));
    EXPECT_TRUE(yaml("").hasKeyBelow("   title: A"));
    EXPECT_FALSE(yaml("").hasKeyBelow("words\ntitle: A\n"));
    EXPECT_FALSE(yaml("").hasKeyBelow("\n\n"));
    EXPECT_FALSE(yaml("").hasKeyBelow(""));
}

} // namespace lectern::core
