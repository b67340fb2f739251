#include "core/library/indexer.h"
#include "core/library/library_columns.h"
#include "core/library/snapshot.h"
#include "core/search/body_search.h"
#include "core/search/text_pack.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace lectern::core {

namespace {

using tests::TemporaryFolder;

constexpr int kArticles = 120;

/// A folder and a cache that a process writes to until it is killed.
class InterruptionTest : public testing::Test
{
protected:
    void write(int article)
    {
        std::string text = "---\ntitle: T" + std::to_string(m_writes % 50) + "\ntags: [t"
            + std::to_string(m_writes % 9) + "]\n---\n" + wordOf(article) + "\n\n";
        text.append(2000, 'x');
        folder.write(pathOf(article), text);
        touch(article);
    }

    /// Makes the article look changed, in one step that a kill cannot cut in two.
    void touch(int article)
    {
        const auto age = std::chrono::hours(1) + std::chrono::seconds(m_writes++);
        std::filesystem::last_write_time(folder.path(pathOf(article)),
                                         std::filesystem::file_time_type::clock::now() - age);
    }

    static std::string pathOf(int article)
    {
        return "d" + std::to_string(article % 7) + "/" + std::to_string(article) + ".md";
    }

    static std::string wordOf(int article) { return "word" + std::to_string(article) + "end"; }

    /// What the program does when it opens a folder.
    std::shared_ptr<const Library> open() const
    {
        const auto kept = loadSnapshot(cache.path(), folder.path());
        const auto library
            = indexFolder(folder.path(), kept ? kept.value() : nullptr, IndexOptions{});
        if (!library || !saveSnapshot(cache.path(), *library.value())) {
            return nullptr;
        }
        const auto pack = TextPack::update(cache.path(), *library.value(), {});
        return pack ? library.value() : nullptr;
    }

    /// Starts a process that opens the folder over and over, and kills it after \a delay.
    void killWhileOpening(std::chrono::microseconds delay)
    {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (int article = 0;; article = (article + 1) % kArticles) {
                touch(article);
                open();
            }
        }
        std::this_thread::sleep_for(delay);
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status));
        ASSERT_EQ(WTERMSIG(status), SIGKILL);
    }

    TemporaryFolder folder;
    TemporaryFolder cache;

private:
    int m_writes = 0;
};

std::vector<std::string> found(const BodySearch &texts, const Library &library,
                               const std::string &needle)
{
    RowSet rows(library.size(), RowSet::Fill::None);
    texts.search(needle, rows);
    std::vector<std::string> paths;
    for (Row row = 0; row < library.size(); ++row) {
        if (rows.contains(row)) {
            paths.emplace_back(library.path(row));
        }
    }
    return paths;
}

} // namespace

TEST_F(InterruptionTest, leavesACacheThatOpens_wheneverItIsKilled)
{
#ifdef __SANITIZE_THREAD__
    GTEST_SKIP() << "ThreadSanitizer does not follow a process that starts threads after a fork";
#endif
    constexpr int kKills = 200;
    std::mt19937 random(5); // NOLINT(cert-msc51-cpp): the same moments in every run
    for (int article = 0; article < kArticles; ++article) {
        write(article);
    }
    int kept = 0;

    for (int kill = 0; kill < kKills; ++kill) {
        write(kill % kArticles);
        killWhileOpening(std::chrono::microseconds(random() % 40'000));

        kept += loadSnapshot(cache.path(), folder.path()) ? 1 : 0;
        const auto library = open();
        ASSERT_TRUE(library) << "kill " << kill;
        const auto fresh = indexFolder(folder.path(), nullptr, {});
        ASSERT_TRUE(fresh);
        ASSERT_EQ(library->size(), static_cast<Row>(kArticles));
        ASSERT_TRUE(library->columns().isSameAs(fresh.value()->columns())) << "kill " << kill;
        const auto pack = TextPack::open(cache.path(), folder.path());
        ASSERT_TRUE(pack) << pack.error().message;
        const int article = static_cast<int>(random() % kArticles);
        EXPECT_THAT(found(BodySearch(pack.value(), *library), *library, wordOf(article)),
                    testing::ElementsAre(pathOf(article)));
    }

    EXPECT_GT(kept, kKills / 2); // else it was never killed in the midst of anything
    std::vector<std::string> left;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(cache.path())) {
        if (entry.is_regular_file()) {
            left.push_back(entry.path().extension());
        }
    }
    EXPECT_THAT(left, testing::UnorderedElementsAre(".index", ".text", ".textindex"));
}

} // namespace lectern::core
