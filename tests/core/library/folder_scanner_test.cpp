#include "core/library/folder_scanner.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace lectern::core {

namespace {

std::vector<std::string> pathsOf(const Result<FolderScan> &scan)
{
    std::vector<std::string> paths;
    for (const ScannedFile &file : scan.value().files) {
        paths.push_back(file.path);
    }
    return paths;
}

} // namespace

using testing::ElementsAre;
using tests::TemporaryFolder;

TEST(FolderScanner, findsMarkdownAtAnyDepth_orderedByPath)
{
    const TemporaryFolder folder;
    folder.write("b.markdown", "");
    folder.write("a/deep/er/c.MD", "");
    folder.write("a/中文.md", "");
    folder.write("a/notes.txt", "");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("a/deep/er/c.MD", "a/中文.md", "b.markdown"));
}

TEST(FolderScanner, leavesOutHiddenFoldersAndNodeModules)
{
    const TemporaryFolder folder;
    folder.write(".git/a.md", "");
    folder.write("node_modules/x/readme.md", "");
    folder.write("kept.md", "");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("kept.md"));
}

TEST(FolderScanner, listsHiddenArticles_butNotWhatMacsLeaveBeside)
{
    const TemporaryFolder folder;
    folder.write(".draft.md", "");
    folder.write("._kept.md", "");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre(".draft.md"));
}

TEST(FolderScanner, doesNotFollowLinksToFolders)
{
    const TemporaryFolder folder;
    folder.write("sub/a.md", "");
    std::filesystem::create_directory_symlink("..", folder.path("sub/loop"));
    std::filesystem::create_directory_symlink("/etc", folder.path("etc.md"));

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("sub/a.md"));
}

TEST(FolderScanner, listsOddFilesNamedLikeArticles)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo(folder.path("pipe.md").c_str(), 0600), 0);
    std::filesystem::create_symlink("nowhere", folder.path("dangling.md"));

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("dangling.md", "pipe.md"));
}

TEST(FolderScanner, keepsNamesThatAreNotUtf8)
{
    const TemporaryFolder folder;
    folder.write("caf\xE9.md", "");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("caf\xE9.md"));
}

TEST(FolderScanner, stampsEachFile)
{
    const TemporaryFolder folder;
    folder.write("a.md", "12345");

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    const FileStamp stamp = scan.value().files[0].stamp;
    EXPECT_EQ(stamp.sizeBytes, 5U);
    EXPECT_GT(stamp.modifiedNs, 0);
    EXPECT_NE(stamp.inode, 0U);
}

TEST(FolderScanner, reportsAFolderThatCannotBeRead_andWalksTheRest)
{
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may read every folder";
    }
    const TemporaryFolder folder;
    folder.write("closed/a.md", "");
    folder.write("open/b.md", "");
    std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::none);

    const auto scan = scanFolder(folder.path());

    std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::owner_all);
    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("open/b.md"));
    ASSERT_EQ(scan.value().problems.size(), 1U);
    EXPECT_EQ(scan.value().problems[0].first, "closed");
    EXPECT_EQ(scan.value().problems[0].second.message,
              "The folder cannot be read: Permission denied.");
}

TEST(FolderScanner, reportsAPathThatIsTooLong_andWalksTheRest)
{
    const TemporaryFolder folder;
    folder.write("a.md", "");
    const std::filesystem::path start = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    const std::string name(200, 'd');
    for (int depth = 0; depth < 25; ++depth) {
        std::filesystem::create_directory(name);
        std::filesystem::current_path(name);
    }
    std::filesystem::current_path(start);

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("a.md"));
    ASSERT_EQ(scan.value().problems.size(), 1U);
    EXPECT_EQ(scan.value().problems[0].second.code, ProblemCode::FolderUnreadable);
}

TEST(FolderScanner, failsWithTheReason_whenThereIsNoFolder)
{
    const TemporaryFolder folder;
    folder.write("file", "");

    const auto missing = scanFolder(folder.path("none"));
    const auto file = scanFolder(folder.path("file"));

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::NotRegular);
}

TEST(FolderScanner, stops_whenCancelled)
{
    const TemporaryFolder folder;
    folder.write("a.md", "");
    const std::atomic<bool> isCancelled = true;

    const auto scan = scanFolder(folder.path(), &isCancelled);

    ASSERT_FALSE(scan);
    EXPECT_EQ(scan.error().code, ErrorCode::Cancelled);
}

} // namespace lectern::core
