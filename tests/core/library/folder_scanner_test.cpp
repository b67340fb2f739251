#include "core/article/problem_sentence.h"
#include "core/library/folder_scanner.h"
#include "tests/support/lowered_privileges.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace lectern::core {

namespace {

std::vector<std::string> pathsOf(const Result<FolderScan> &scan)
{
    std::vector<std::string> paths;
    for (const ScannedFile &file : scan.value().files) {
        paths.emplace_back(file.path);
    }
    return paths;
}

} // namespace

using testing::ElementsAre;
using tests::LoweredPrivileges;
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
    std::filesystem::create_directory_symlink("sub", folder.path("same"));

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("sub/a.md"));
}

TEST(FolderScanner, reportsLinksToFolders_thatLeadUpOrOutside)
{
    const TemporaryFolder folder;
    folder.write("sub/a.md", "");
    for (const auto &[target, link] : {
             std::pair("..", "sub/up"),
             std::pair("/", "sub/top"),
             std::pair("/etc", "etc.md"),
             std::pair("sub", "inside"),
             std::pair("sub/a.md", "file"),
             std::pair("nowhere", "nothing"),
             std::pair("around", "around"),
             std::pair("/etc", ".hidden"),
         }) {
        std::filesystem::create_symlink(target, folder.path(link));
    }

    const auto scan = scanFolder(folder.path());

    ASSERT_TRUE(scan);
    std::vector<std::pair<std::string, ProblemCode>> found;
    for (const auto &[path, problem] : scan.value().problems) {
        found.emplace_back(path, problem.code);
    }
    EXPECT_THAT(found,
                ElementsAre(std::pair("etc.md", ProblemCode::FileOutside),
                            std::pair("sub/top", ProblemCode::FolderLoop),
                            std::pair("sub/up", ProblemCode::FolderLoop)));
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
    const TemporaryFolder folder;
    folder.write("closed/a.md", "");
    folder.write("open/b.md", "");
    std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::none);
    const LoweredPrivileges lowered;
    if (!lowered.isDone()) {
        GTEST_SKIP() << "this system does not let root give up its rights";
    }

    const auto scan = scanFolder(folder.path());

    std::error_code notTheOwner; // then root removes it
    std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::owner_all,
                                 notTheOwner);
    ASSERT_TRUE(scan);
    EXPECT_THAT(pathsOf(scan), ElementsAre("open/b.md"));
    ASSERT_EQ(scan.value().problems.size(), 1U);
    EXPECT_EQ(scan.value().problems[0].first, "closed");
    EXPECT_EQ(problemSentence(scan.value().problems[0].second),
              "The folder cannot be read: Permission denied.");
}

TEST(FolderScanner, findsTheRest_whileFoldersVanish)
{
    const TemporaryFolder folder;
    folder.write("kept/a.md", "");
    std::atomic<bool> isDone = false;
    std::thread changer([&] {
        for (int round = 0; !isDone; ++round) {
            const std::string name = "gone" + std::to_string(round % 4);
            folder.write(name + "/deep/b.md", "");
            std::filesystem::remove_all(folder.path(name));
        }
    });

    std::size_t withoutKept = 0;
    for (int round = 0; round < 500; ++round) {
        const auto scan = scanFolder(folder.path());
        withoutKept += scan && std::ranges::count(pathsOf(scan), "kept/a.md") == 1 ? 0 : 1;
    }
    isDone = true;
    changer.join();

    EXPECT_EQ(withoutKept, 0U);
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

    const auto scan = scanFolder(folder.path(), {.isCancelled = &isCancelled});

    ASSERT_FALSE(scan);
    EXPECT_EQ(scan.error().code, ErrorCode::Cancelled);
}

TEST(FolderScanner, saysWhatToDo_whenThereIsNoFolder)
{
    const tests::TemporaryFolder folder;
    const std::string file = folder.write("a.md", "x");

    const auto missing = scanFolder(folder.path("none"));
    const auto noFolder = scanFolder(file);

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().message,
              folder.path("none")
                  + ": No such file or directory. Check how the folder is spelled.");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().message,
              file + ": Not a directory. Name the folder that holds the articles.");
}

} // namespace lectern::core
