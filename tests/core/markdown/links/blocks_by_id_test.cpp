#include "core/markdown/links/blocks_by_id.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

std::optional<std::string> blockOf(std::string_view note, std::string_view id = "i")
{
    const TemporaryFolder folder;
    folder.write("a.md", note);
    return BlocksById(folder.path()).find(id);
}

} // namespace

TEST(BlocksById, find_isTheItemAboveTheId)
{
    EXPECT_EQ(blockOf("- 甲\n  id:: i\n- 乙\n"), "甲");
    EXPECT_EQ(blockOf("- 甲\n- 乙\n  id:: i\n"), "乙");
    EXPECT_EQ(blockOf("- 甲\n\t- 乙\n\t  id:: i"), "乙");
    EXPECT_EQ(blockOf("- 甲\n  key:: v\n  id:: i\n"), "甲");
}

TEST(BlocksById, find_readsLineEndsOfWindows)
{
    EXPECT_EQ(blockOf("- 甲\r\n  id:: i\r\n"), "甲");
}

TEST(BlocksById, find_isTheFirst_ofTwoWithOneId)
{
    EXPECT_EQ(blockOf("- 甲\n  id:: i\n- 乙\n  id:: i\n"), "甲");
}

TEST(BlocksById, find_isNothing_forAnUnknownId)
{
    EXPECT_EQ(blockOf("- 甲\n  id:: i\n", "j"), std::nullopt);
    EXPECT_EQ(blockOf("- 甲\n  id:: i\n", ""), std::nullopt);
    EXPECT_EQ(blockOf("- 甲 id:: i\n"), std::nullopt);
    EXPECT_EQ(blockOf("- 甲\n  id::i\n"), std::nullopt);
}

TEST(BlocksById, find_isNothing_whereABlockShowsOthers)
{
    for (const std::string_view shown : {"((x))", "{{embed a}}", "![[a]]"}) {
        EXPECT_EQ(blockOf("- 见 " + std::string(shown) + "\n  id:: i\n"), std::nullopt) << shown;
    }
    EXPECT_EQ(blockOf("- 见 [[a]] (b)\n  id:: i\n"), "见 [[a]] (b)");
}

TEST(BlocksById, find_isNothing_forABlockOfMoreThanItsLimit)
{
    EXPECT_EQ(blockOf("- " + std::string(400, 'x') + "\n  id:: i\n"), std::string(400, 'x'));
    EXPECT_EQ(blockOf("- " + std::string(401, 'x') + "\n  id:: i\n"), std::nullopt);
}

TEST(BlocksById, find_readsTheBeginningOfALongNote)
{
    const std::string head = "- 甲\n  id:: i\n";
    const std::string tail = "- 乙\n  id:: j\n";
    const std::string long1 = head + std::string(256U << 10U, 'x') + "\n" + tail;

    EXPECT_EQ(blockOf(long1, "i"), "甲");
    EXPECT_EQ(blockOf(long1, "j"), std::nullopt);
}

TEST(BlocksById, find_looksIntoArticlesBelowTheRoot)
{
    const TemporaryFolder folder;
    folder.write("pages/deep/a.md", "- 甲\n  id:: 1\n");
    folder.write("b.markdown", "- 乙\n  id:: 2\n");
    folder.write("c.json", "- 丙\n  id:: 3\n");
    folder.write(".git/d.md", "- 丁\n  id:: 4\n");
    const BlocksById blocks(folder.path());

    EXPECT_EQ(blocks.find("1"), "甲");
    EXPECT_EQ(blocks.find("2"), "乙");
    EXPECT_EQ(blocks.find("3"), std::nullopt);
    EXPECT_EQ(blocks.find("4"), std::nullopt);
}

TEST(BlocksById, find_passesOverNotesThatAreNoText)
{
    EXPECT_EQ(blockOf("- \xFF\n  id:: i\n"), std::nullopt);
    EXPECT_EQ(blockOf(""), std::nullopt);
    EXPECT_EQ(BlocksById("/no/such/folder").find("i"), std::nullopt);
}

TEST(BlocksById, find_keepsWhatItReadOnce)
{
    const TemporaryFolder folder;
    folder.write("a.md", "- 甲\n  id:: i\n");
    const BlocksById blocks(folder.path());
    ASSERT_EQ(blocks.find("i"), "甲");

    folder.write("a.md", "- 乙\n  id:: i\n");

    EXPECT_EQ(blocks.find("i"), "甲");
}

} // namespace lectern::core
