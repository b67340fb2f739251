#include "core/base/file_reader.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <vector>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

constexpr std::size_t kCap = 100'000;

/// A file that nobody has written to for an hour.
void writeLongAgo(const TemporaryFolder &folder, std::string_view path, std::string_view bytes)
{
    std::filesystem::last_write_time(folder.write(path, bytes),
                                     std::filesystem::file_time_type::clock::now()
                                         - std::chrono::hours(1));
}

enum class Reading { OneByOne, Expected };

std::string nameOf(const testing::TestParamInfo<Reading> &info)
{
    return info.param == Reading::Expected ? "expected" : "oneByOne";
}

/// Reads files that were announced, many at once where the system can, and files that were not.
class FileReaderTest : public testing::TestWithParam<Reading>
{
protected:
    void expect(std::vector<std::string_view> paths)
    {
        m_paths = std::move(paths);
        if (GetParam() == Reading::Expected) {
            m_reader.expect(m_paths);
        }
    }

    Result<FileReader::File> read(std::string_view path) { return m_reader.read(path, kCap); }

    TemporaryFolder m_folder;
    FileReader m_reader{m_folder.path()};

private:
    std::vector<std::string_view> m_paths;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Each, FileReaderTest,
                         testing::Values(Reading::OneByOne, Reading::Expected), nameOf);

TEST_P(FileReaderTest, readsWhatReadFileBelowReads_inAnyFolder)
{
    const std::vector<std::string_view> paths{"a.md", "sub/b.md", "sub/deep/c.md", "sub/d.md",
                                              "e.md"};
    for (const std::string_view path : paths) {
        writeLongAgo(m_folder, path, "text of " + std::string(path));
    }
    expect(paths);

    for (const std::string_view path : paths) {
        const auto file = read(path);

        ASSERT_TRUE(file) << path;
        EXPECT_EQ(file.value().bytes, "text of " + std::string(path));
        EXPECT_EQ(file.value().stamp, readFileBelow(m_folder.path(), path, kCap).value().stamp);
        EXPECT_FALSE(file.value().isUnsteady || file.value().isCut);
    }
}

TEST_P(FileReaderTest, readsManyMoreThanFitAtOnce)
{
    constexpr std::size_t kFiles = 5 * ReadAhead::kFiles + 7;
    std::vector<std::string> names;
    for (std::size_t number = 0; number < kFiles; ++number) {
        names.push_back((number % 3 == 0 ? "a/" : "b/") + std::to_string(number) + ".md");
        writeLongAgo(m_folder, names.back(), std::string(number * 300, 'a' + number % 26));
    }
    std::ranges::sort(names);
    expect({names.begin(), names.end()});

    for (const std::string &name : names) {
        const auto file = read(name);

        ASSERT_TRUE(file) << name;
        EXPECT_EQ(file.value().bytes, readFileBelow(m_folder.path(), name, kCap).value().bytes);
    }
}

TEST_P(FileReaderTest, readsFreshEmptyAndLargeFilesToo)
{
    m_folder.write("fresh.md", "fresh");
    writeLongAgo(m_folder, "empty.md", "");
    writeLongAgo(m_folder, "large.md", std::string(kCap + 1, 'x'));
    writeLongAgo(m_folder, "nearly.md", std::string(kCap - 1, 'y'));
    expect({"fresh.md", "empty.md", "large.md", "nearly.md"});

    EXPECT_EQ(read("fresh.md").value().bytes, "fresh");
    EXPECT_EQ(read("empty.md").value().bytes, "");
    const auto large = read("large.md");
    EXPECT_TRUE(large.value().isCut);
    EXPECT_EQ(large.value().bytes.size(), kCap);
    EXPECT_EQ(read("nearly.md").value().bytes, std::string(kCap - 1, 'y'));
}

TEST_P(FileReaderTest, followsLinksOnlyInside)
{
    const TemporaryFolder outside;
    writeLongAgo(m_folder, "a.md", "inside");
    writeLongAgo(outside, "b.md", "outside");
    std::filesystem::create_symlink("a.md", m_folder.path("in.md"));
    std::filesystem::create_symlink(outside.path("b.md"), m_folder.path("out.md"));
    std::filesystem::create_directory_symlink(outside.path(), m_folder.path("away"));
    expect({"in.md", "out.md", "away/b.md", "../b.md"});

    EXPECT_EQ(read("in.md").value().bytes, "inside");
    EXPECT_EQ(read("out.md").error().code, ErrorCode::Outside);
    EXPECT_EQ(read("away/b.md").error().code, ErrorCode::Outside);
    EXPECT_EQ(read("../b.md").error().code, ErrorCode::Outside);
}

TEST_P(FileReaderTest, refusesWhatIsNoFileWithoutWaiting)
{
    using namespace std::string_view_literals;
    ASSERT_EQ(::mkfifo(m_folder.path("pipe.md").c_str(), 0600), 0);
    std::filesystem::create_directory(m_folder.path("folder.md"));
    writeLongAgo(m_folder, "a.md", "a");
    expect({"pipe.md", "folder.md", "none.md", "none/none.md", "a.md\0b"sv, "a.md"});

    EXPECT_EQ(read("pipe.md").error().code, ErrorCode::NotRegular);
    EXPECT_EQ(read("folder.md").error().code, ErrorCode::NotRegular);
    EXPECT_EQ(read("none.md").error().code, ErrorCode::NotFound);
    EXPECT_EQ(read("none/none.md").error().code, ErrorCode::NotFound);
    EXPECT_EQ(read("a.md\0b"sv).error().code, ErrorCode::NotFound);
    EXPECT_EQ(read("a.md").value().bytes, "a");
}

TEST_P(FileReaderTest, seesAChangeOfAFileThatDoesNotRest)
{
    const std::string path = m_folder.write("a.md", "old");
    expect({"a.md"});
    const auto file = read("a.md");
    ASSERT_TRUE(file);

    m_folder.write("a.md", "newer");

    EXPECT_EQ(file.value().bytes, "old");
    EXPECT_NE(file.value().stamp, readFileBelow(m_folder.path(), "a.md", kCap).value().stamp);
}

TEST_P(FileReaderTest, readsInAnotherOrderThanWasSaid)
{
    for (const std::string_view name : {"a.md", "b.md", "c.md"}) {
        writeLongAgo(m_folder, name, name);
    }
    expect({"a.md", "b.md", "c.md"});

    EXPECT_EQ(read("b.md").value().bytes, "b.md");
    EXPECT_EQ(read("a.md").value().bytes, "a.md");
    EXPECT_EQ(read("c.md").value().bytes, "c.md");
    EXPECT_EQ(read("c.md").value().bytes, "c.md");
}

TEST_P(FileReaderTest, forgetsWhatItExpectedWhenItExpectsOthers)
{
    writeLongAgo(m_folder, "a.md", "a");
    writeLongAgo(m_folder, "b.md", "b");
    expect({"a.md", "a.md"});
    EXPECT_EQ(read("a.md").value().bytes, "a");

    expect({"b.md"});

    EXPECT_EQ(read("b.md").value().bytes, "b");
}

TEST_P(FileReaderTest, keepsNoFileOpenForLong)
{
    constexpr std::size_t kFiles = 40;
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    std::vector<std::string> names;
    for (std::size_t number = 0; number < kFiles; ++number) {
        names.push_back("folder-" + std::to_string(number) + "/a.md");
        writeLongAgo(m_folder, names.back(), names.back());
    }
    // Fewer than the files that are read at once with their folders.
    const rlimit few{64, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    for (int round = 0; round < 3; ++round) {
        expect({names.begin(), names.end()});
        for (const std::string &name : names) {
            const auto file = read(name);
            EXPECT_TRUE(file && file.value().bytes == name) << name;
        }
    }
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

} // namespace lectern::core
