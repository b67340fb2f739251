#include "core/base/disk.h"
#include "tests/support/lowered_privileges.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::LoweredPrivileges;
using tests::TemporaryFolder;

constexpr std::size_t kCap = 1'000;

ErrorCode errorOf(const TemporaryFolder &folder, std::string_view path,
                  LinkPolicy links = LinkPolicy::StayInside)
{
    const Result<FileBytes> file = readFileBelow(folder.path(), path, kCap, links);
    EXPECT_FALSE(file) << path << " was read";
    return file ? ErrorCode::Io : file.error().code;
}

std::string contentOf(const std::string &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> namesIn(const std::string &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename());
    }
    return names;
}

} // namespace

TEST(ReadFileBelow, givesTheBytes_asTheyAre)
{
    const TemporaryFolder folder;
    const std::string bytes("\xEF\xBB\xBF文\r\n\0\xFF", 10);
    folder.write("a/文.md", bytes);

    const Result<FileBytes> file = readFileBelow(folder.path(), "a/文.md", kCap);

    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file.value().bytes, bytes);
    EXPECT_FALSE(file.value().isCut);
}

TEST(ReadFileBelow, givesTheStamp_ofTheFile)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a.md", "12345");
    const timespec times[2] = {{0, 0}, {1'700'000'000, 123'456'789}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);

    struct stat status
    {
    };

    ASSERT_EQ(::stat(path.c_str(), &status), 0);

    const Result<FileBytes> file = readFileBelow(folder.path(), "a.md", kCap);

    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().stamp, (FileStamp{5, 1'700'000'000'123'456'789, status.st_ino}));
}

TEST(ReadFileBelow, cutsOnlyFiles_largerThanTheCap)
{
    const TemporaryFolder folder;
    folder.write("a.md", "123456");

    const Result<FileBytes> cut = readFileBelow(folder.path(), "a.md", 5);
    const Result<FileBytes> whole = readFileBelow(folder.path(), "a.md", 6);

    EXPECT_EQ(cut.value().bytes, "12345");
    EXPECT_TRUE(cut.value().isCut);
    EXPECT_EQ(whole.value().bytes, "123456");
    EXPECT_FALSE(whole.value().isCut);
}

TEST(ReadFileBelow, readsEmptyFiles)
{
    const TemporaryFolder folder;
    folder.write("a.md", "");

    const Result<FileBytes> file = readFileBelow(folder.path(), "a.md", kCap);

    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().bytes, "");
    EXPECT_FALSE(file.value().isCut);
}

TEST(ReadFileBelow, asksForNoMoreThanTheCap_whenTheFileIsSparseAndHuge)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a.md", "start");
    ASSERT_EQ(::truncate(path.c_str(), off_t{1} << 40), 0);

    const Result<FileBytes> file = readFileBelow(folder.path(), "a.md", kCap);

    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().bytes.size(), kCap);
    EXPECT_TRUE(file.value().isCut);
}

TEST(ReadFileBelow, refusesPathsThatLeave)
{
    const TemporaryFolder folder;
    folder.write("secret.md", "secret");
    folder.write("library/sub/a.md", "a");
    const std::string root = folder.path("library");

    for (const std::string &path :
         {std::string("../secret.md"), std::string("sub/../../secret.md"), std::string(".."),
          folder.path("secret.md"), folder.path("library/sub/a.md")}) {
        const Result<FileBytes> file = readFileBelow(root, path, kCap);

        ASSERT_FALSE(file) << path;
        EXPECT_EQ(file.error().code, ErrorCode::Outside) << path;
    }
}

TEST(ReadFileBelow, refusesPathsWithNul)
{
    const TemporaryFolder folder;
    folder.write("a.md", "a");

    EXPECT_EQ(errorOf(folder, std::string_view("a.md\0.png", 9)), ErrorCode::NotFound);
}

TEST(ReadFileBelow, followsLinks_thatStayInside)
{
    const TemporaryFolder folder;
    folder.write("real/a.md", "a");
    std::filesystem::create_directories(folder.path("links"));
    std::filesystem::create_symlink("../real/a.md", folder.path("links/a.md"));
    std::filesystem::create_directory_symlink("../real", folder.path("links/folder"));

    EXPECT_EQ(readFileBelow(folder.path(), "links/a.md", kCap).value().bytes, "a");
    EXPECT_EQ(readFileBelow(folder.path(), "links/folder/a.md", kCap).value().bytes, "a");
}

TEST(ReadFileBelow, refusesLinksThatLeave_unlessToldToFollow)
{
    const TemporaryFolder folder;
    folder.write("secret.md", "secret");
    folder.write("library/a.md", "a");
    std::filesystem::create_symlink("../secret.md", folder.path("library/relative.md"));
    std::filesystem::create_symlink(folder.path("secret.md"), folder.path("library/absolute.md"));
    std::filesystem::create_directory_symlink("..", folder.path("library/up"));
    const std::string root = folder.path("library");

    for (const std::string_view path : {"relative.md", "absolute.md", "up/secret.md"}) {
        const Result<FileBytes> inside = readFileBelow(root, path, kCap);
        const Result<FileBytes> followed = readFileBelow(root, path, kCap, LinkPolicy::Follow);

        ASSERT_FALSE(inside) << path;
        EXPECT_EQ(inside.error().code, ErrorCode::Outside) << path;
        ASSERT_TRUE(followed) << path;
        EXPECT_EQ(followed.value().bytes, "secret") << path;
    }
}

TEST(ReadFileBelow, refusesLinksThatLeadBackToThemselves)
{
    const TemporaryFolder folder;
    std::filesystem::create_symlink("b.md", folder.path("a.md"));
    std::filesystem::create_symlink("a.md", folder.path("b.md"));

    EXPECT_EQ(errorOf(folder, "a.md"), ErrorCode::Outside);
}

TEST(ReadFileBelow, refusesWhatIsNoFile_withoutWaiting)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo(folder.path("pipe.md").c_str(), 0644), 0);
    std::filesystem::create_directory(folder.path("folder.md"));
    std::filesystem::create_symlink("/dev/zero", folder.path("zero.md"));

    EXPECT_EQ(errorOf(folder, "pipe.md"), ErrorCode::NotRegular);
    EXPECT_EQ(errorOf(folder, "folder.md"), ErrorCode::NotRegular);
    EXPECT_EQ(errorOf(folder, "."), ErrorCode::NotRegular);
    EXPECT_EQ(errorOf(folder, "zero.md"), ErrorCode::Outside);
    EXPECT_EQ(errorOf(folder, "zero.md", LinkPolicy::Follow), ErrorCode::NotRegular);
}

TEST(ReadFileBelow, findsNothing_whereNothingIs)
{
    const TemporaryFolder folder;
    folder.write("a.md", "a");
    std::filesystem::create_symlink("gone.md", folder.path("dangling.md"));

    EXPECT_EQ(errorOf(folder, "b.md"), ErrorCode::NotFound);
    EXPECT_EQ(errorOf(folder, ""), ErrorCode::NotFound);
    EXPECT_EQ(errorOf(folder, "a.md/b.md"), ErrorCode::NotFound);
    EXPECT_EQ(errorOf(folder, "dangling.md"), ErrorCode::NotFound);
}

TEST(ReadFileBelow, namesTheFile_inItsMessage)
{
    const TemporaryFolder folder;

    const Result<FileBytes> file = readFileBelow(folder.path(), "无.md", kCap);

    EXPECT_THAT(file.error().message, HasSubstr(folder.path("无.md")));
}

TEST(ReadFileBelow, failsWithNotFound_whenTheRootIsMissing)
{
    const TemporaryFolder folder;

    const Result<FileBytes> file = readFileBelow(folder.path("gone"), "a.md", kCap);

    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::NotFound);
    EXPECT_THAT(file.error().message, HasSubstr(folder.path("gone")));
}

TEST(ReadFileBelow, failsWithUnreadable_withoutPermission)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a.md", "a");
    ASSERT_EQ(::chmod(path.c_str(), 0), 0);
    const LoweredPrivileges lowered;
    if (!lowered.isDone()) {
        GTEST_SKIP() << "this system does not let root give up its rights";
    }

    EXPECT_EQ(errorOf(folder, "a.md"), ErrorCode::Unreadable);
}

TEST(ReadFileBelow, givesABeginning_ofAFileThatGrows)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a.md", "");
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        std::ofstream stream(path, std::ios::app);
        for (int line = 0; line < 20'000 && !isDone; ++line) {
            stream << "0123456789" << std::flush;
        }
    });

    for (int round = 0; round < 200; ++round) {
        const Result<FileBytes> file = readFileBelow(folder.path(), "a.md", 1U << 20U);

        ASSERT_TRUE(file);
        const std::string &bytes = file.value().bytes;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            ASSERT_EQ(bytes[at], static_cast<char>('0' + at % 10));
        }
    }
    isDone = true;
    writer.join();
}

TEST(ReadFileBelow, followsLinksWithDots_whileOtherFilesAreRenamed)
{
    const TemporaryFolder folder;
    folder.write("real/a.md", "a");
    const std::string one = folder.write("one", "");
    const std::string two = folder.path("two");
    std::filesystem::create_directories(folder.path("links"));
    std::filesystem::create_symlink("../real/a.md", folder.path("links/a.md"));
    std::atomic<bool> isDone = false;
    std::thread renamer([&] {
        while (!isDone) {
            ASSERT_EQ(std::rename(one.c_str(), two.c_str()), 0);
            ASSERT_EQ(std::rename(two.c_str(), one.c_str()), 0);
        }
    });

    int failures = 0;
    for (int round = 0; round < 5'000; ++round) {
        failures += readFileBelow(folder.path(), "links/a.md", kCap) ? 0 : 1;
    }
    isDone = true;
    renamer.join();

    EXPECT_EQ(failures, 0);
}

TEST(WriteFileAtomically, writesTheBytes_andCreatesFolders)
{
    const TemporaryFolder folder;
    const std::string bytes("a\0\xFF", 3);

    const Status written = writeFileAtomically(folder.path("a/b/文.index"), bytes);

    ASSERT_TRUE(written) << written.error().message;
    EXPECT_EQ(contentOf(folder.path("a/b/文.index")), bytes);
    EXPECT_THAT(namesIn(folder.path("a/b")), ElementsAre("文.index"));
}

TEST(WriteFileAtomically, replacesWhatWasThere)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a", "something long");

    ASSERT_TRUE(writeFileAtomically(path, "new"));

    EXPECT_EQ(contentOf(path), "new");
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("a"));
}

TEST(WriteFileAtomically, leavesOpenReaders_theOldContent)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("a", "old");
    std::ifstream reader(path);

    ASSERT_TRUE(writeFileAtomically(path, "new"));

    std::string seen;
    reader >> seen;
    EXPECT_EQ(seen, "old");
}

TEST(WriteFileAtomically, replacesALink_notWhatItPointsTo)
{
    const TemporaryFolder folder;
    const std::string target = folder.write("target", "precious");
    std::filesystem::create_symlink(target, folder.path("a"));

    ASSERT_TRUE(writeFileAtomically(folder.path("a"), "new"));

    EXPECT_EQ(contentOf(target), "precious");
    EXPECT_EQ(contentOf(folder.path("a")), "new");
}

TEST(WriteFileAtomically, leavesTheOldContent_whenTheFolderIsNotWritable)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("sub/a", "old");
    ASSERT_EQ(::chmod(path.c_str(), 0644), 0);
    ASSERT_EQ(::chmod(folder.path("sub").c_str(), 0555), 0);
    {
        const LoweredPrivileges lowered;
        if (!lowered.isDone()) {
            GTEST_SKIP() << "this system does not let root give up its rights";
        }
        const Status written = writeFileAtomically(path, "new");

        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::Unreadable);
    }
    EXPECT_EQ(contentOf(path), "old");
    EXPECT_THAT(namesIn(folder.path("sub")), ElementsAre("a"));
    ::chmod(folder.path("sub").c_str(), 0755);
}

TEST(WriteFileAtomically, leavesTheOldContent_whenTheDiskIsFull)
{
    const TemporaryFolder folder;
    const std::string path = folder.write("sub/a", "old");
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1024, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const Status written = writeFileAtomically(path, std::string(4096, 'x'));

    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_FALSE(written);
    EXPECT_EQ(contentOf(path), "old");
    EXPECT_THAT(namesIn(folder.path("sub")), ElementsAre("a"));
}

TEST(WriteFileAtomically, keepsWholeContents_whenTwoWriteAtOnce)
{
    const TemporaryFolder folder;
    const std::string path = folder.path("a");
    const auto write = [&path](char letter) {
        for (int round = 0; round < 100; ++round) {
            const Status written = writeFileAtomically(path, std::string(5000, letter));
            EXPECT_TRUE(written) << written.error().message;
        }
    };
    std::thread other(write, 'b');
    write('a');
    other.join();

    const std::string content = contentOf(path);
    EXPECT_TRUE(content == std::string(5000, 'a') || content == std::string(5000, 'b'));
    EXPECT_THAT(namesIn(folder.path()), ElementsAre("a"));
}

TEST(WriteFileAtomically, leavesNoTemporary_whenItCannotReplace)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path("taken/by"));

    EXPECT_FALSE(writeFileAtomically(folder.path("taken"), "new"));

    EXPECT_THAT(namesIn(folder.path()), ElementsAre("taken"));
}

TEST(WriteFileAtomically, fails_whenAFileIsWhereAFolderShouldBe)
{
    const TemporaryFolder folder;
    const std::string file = folder.write("file", "old");

    const Status written = writeFileAtomically(file + "/a", "new");

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::NotFound);
    EXPECT_EQ(contentOf(file), "old");
}

} // namespace lectern::core
