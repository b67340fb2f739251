#include "core/article/article_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kFewestFiles = 400;
#ifdef __SANITIZE_THREAD__
constexpr double kMaxCpuSeconds = 20; // ThreadSanitizer costs 5 to 15 times the time.
#else
constexpr double kMaxCpuSeconds = 1.0;
#endif
constexpr long kMaxExtraKilobytes = 512L * 1024;
constexpr rlim_t kKillAfterCpuSeconds = 10;

struct Outcome
{
    int status = 0; ///< of waitpid
    double cpuSeconds = 0;
    long peakKilobytes = 0;
};

/// Reads one file in a process of its own, so that a crash, a hang or its memory is its own.
Outcome readAlone(const std::string &root, const std::string &name)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{kKillAfterCpuSeconds, kKillAfterCpuSeconds};
        ::setrlimit(RLIMIT_CPU, &limit);
        const ArticleFile file = readArticleFile(root, name);
        ::_exit(file.article.meta.title.empty() ? 1 : 0);
    }
    Outcome outcome;
    rusage usage{};
    ::wait4(child, &outcome.status, 0, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    outcome.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    outcome.peakKilobytes = usage.ru_maxrss;
    return outcome;
}

std::size_t contentHash(const std::string &root, const std::vector<std::string> &names)
{
    std::size_t hash = 0;
    for (const std::string &name : names) {
        std::ifstream file(std::filesystem::path(root) / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file),
                                std::istreambuf_iterator<char>()};
        hash = hash * 31 + std::hash<std::string>()(name + bytes);
    }
    return hash;
}

std::vector<std::string> namesIn(const std::string &root)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(root)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

TEST(Hostile, filesAreReadInBoundedTimeAndMemory)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "hostile-XXXXXX").string();
    const std::string root = ::mkdtemp(pattern.data());
    const std::string command
        = std::string("python3 " LECTERN_SOURCE_DIR "/tests/corpus/make_hostile.py ") + root
        + " > /dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0); // NOLINT: a fixed command of our own
    const std::vector<std::string> names = namesIn(root);
    const std::size_t before = contentHash(root, names);
    const Outcome base = readAlone(root, "no such file");
    ArticleReader reader(root);
    double slowest = 0;
    long largest = 0;

    for (const std::string &name : names) {
        const Outcome outcome = readAlone(root, name);

        EXPECT_EQ(outcome.status, 0) << name;
        EXPECT_LE(outcome.cpuSeconds, kMaxCpuSeconds) << name;
        EXPECT_LE(outcome.peakKilobytes - base.peakKilobytes, kMaxExtraKilobytes) << name;
        EXPECT_EQ(reader.readBody(name), readArticleFile(root, name).article.body) << name;
        slowest = std::max(slowest, outcome.cpuSeconds);
        largest = std::max(largest, outcome.peakKilobytes - base.peakKilobytes);
    }

    EXPECT_GE(names.size(), kFewestFiles);
    EXPECT_EQ(contentHash(root, namesIn(root)), before);
    RecordProperty("files", std::to_string(names.size()));
    RecordProperty("slowestCpuSeconds", std::to_string(slowest));
    RecordProperty("largestExtraKilobytes", std::to_string(largest));
    std::filesystem::remove_all(root);
}

} // namespace lectern::core
