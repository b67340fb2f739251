#include "core/markdown/links/files_by_name.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

} // namespace

TEST(FilesByNameCases, find_prefersTheShortest_whereNoneIsNearer)
{
    const TemporaryFolder folder;
    folder.write("b/long/p.png", "");
    folder.write("c/p.png", "");
    const FilesByName files(folder.path());

    EXPECT_EQ(files.find("p.png", "z.md"), "c/p.png");
    EXPECT_EQ(files.find("p.png", ""), "c/p.png");
    EXPECT_EQ(files.find("p.png", "b/x.md"), "b/long/p.png");
}

TEST(FilesByNameCases, find_ignoresCaseAndWidth)
{
    const TemporaryFolder folder;
    folder.write("Photo.JPG", "");
    const FilesByName files(folder.path());

    EXPECT_EQ(files.find("photo.jpg", ""), "Photo.JPG");
    EXPECT_EQ(files.find("PHOTO.jpg", ""), "Photo.JPG");
}

TEST(FilesByNameCases, find_asksForTheWholeName)
{
    const TemporaryFolder folder;
    folder.write("a/ab.png", "");
    const FilesByName files(folder.path());

    EXPECT_EQ(files.find("b.png", ""), std::nullopt);
    EXPECT_EQ(files.find("ab", ""), std::nullopt);
    EXPECT_EQ(files.find("ab.png/", ""), std::nullopt);
    EXPECT_EQ(files.find("a/ab.png", ""), "a/ab.png");
    EXPECT_EQ(files.find("/ab.png", ""), "a/ab.png");
}

TEST(FilesByNameCases, find_leavesOutArticlesAndHiddenFolders)
{
    const TemporaryFolder folder;
    folder.write("a.md", "");
    folder.write(".obsidian/p.png", "");
    folder.write("node_modules/q.png", "");
    const FilesByName files(folder.path());

    EXPECT_EQ(files.find("a.md", ""), std::nullopt);
    EXPECT_EQ(files.find("p.png", ""), std::nullopt);
    EXPECT_EQ(files.find("q.png", ""), std::nullopt);
}

TEST(FilesByNameCases, find_isNothing_inAFolderThatIsNotThere)
{
    EXPECT_EQ(FilesByName("/no/such/folder").find("p.png", ""), std::nullopt);
}

} // namespace lectern::core
