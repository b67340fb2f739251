#include "core/library/folder_watcher.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

namespace lectern::core {

namespace {

using namespace std::chrono_literals;

/// Counts what a watcher tells.
class Witness final
{
public:
    FolderWatcher::Callbacks callbacks()
    {
        return {.onChanged =
                    [this](const std::string &first) {
                        {
                            const std::scoped_lock lock(m_mutex);
                            m_first = first;
                        }
                        count(m_changes);
                    },
                .onLimited = [this] { count(m_limits); }};
    }

    bool waitForChange(std::chrono::milliseconds patience = 20s)
    {
        std::unique_lock lock(m_mutex);
        const bool isTold = m_told.wait_for(lock, patience, [this] { return m_changes > m_seen; });
        m_seen = m_changes;
        return isTold;
    }

    bool waitForLimit()
    {
        std::unique_lock lock(m_mutex);
        return m_told.wait_for(lock, 20s, [this] { return m_limits > 0; });
    }

    int changes()
    {
        const std::scoped_lock lock(m_mutex);
        return m_changes;
    }

    /// What the latest change began with.
    std::string first()
    {
        const std::scoped_lock lock(m_mutex);
        return m_first;
    }

    int limits()
    {
        const std::scoped_lock lock(m_mutex);
        return m_limits;
    }

private:
    void count(int &number)
    {
        {
            const std::scoped_lock lock(m_mutex);
            ++number;
        }
        m_told.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_told;
    std::string m_first;
    int m_changes = 0;
    int m_limits = 0;
    int m_seen = 0;
};

class FolderWatcherTest : public testing::Test
{
protected:
    static constexpr WatchLimits kQuick{.quiet = 5ms, .longest = 20ms};
    /// Long enough for what kQuick would tell.
    static constexpr auto kSilence = 200ms;

    FolderWatcherTest()
    {
        folder.write("root/a.md", "A");
        folder.write("root/sub/deep/b.md", "B");
    }

    /// Starts watching and waits until all is watched.
    void watch(const WatchLimits &limits = kQuick)
    {
        watcher.emplace(folder.path("root"), limits, witness.callbacks());
        ASSERT_TRUE(witness.waitForChange());
        while (witness.waitForChange(100ms)) {}
    }

    void rename(std::string_view from, std::string_view to) const
    {
        std::filesystem::rename(folder.path(from), folder.path(to));
    }

    void remove(std::string_view path) const { std::filesystem::remove_all(folder.path(path)); }

    tests::TemporaryFolder folder;
    Witness witness;
    std::optional<FolderWatcher> watcher;
};

} // namespace

TEST_F(FolderWatcherTest, tellsOfAnArticleThatIsAddedChangedRenamedAndRemoved)
{
    watch();

    folder.write("root/new.md", "1");
    EXPECT_TRUE(witness.waitForChange());
    folder.write("root/sub/deep/b.md", "changed");
    EXPECT_TRUE(witness.waitForChange());
    rename("root/new.md", "root/sub/moved.md");
    EXPECT_TRUE(witness.waitForChange());
    remove("root/a.md");
    EXPECT_TRUE(witness.waitForChange());
    ASSERT_EQ(::utimes(folder.path("root/sub/moved.md").c_str(), nullptr), 0);
    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, tellsWhatChangedFirst)
{
    watch({.quiet = 50ms, .longest = 1000ms});

    folder.write("root/sub/deep/b.md", "B, again");
    folder.write("root/a.md", "A, again");

    ASSERT_TRUE(witness.waitForChange());
    EXPECT_EQ(witness.first(), "sub/deep/b.md");
}

TEST_F(FolderWatcherTest, isSilent_aboutWhatIsNoArticle)
{
    std::filesystem::create_directories(folder.path("root/.git"));
    watch();

    folder.write("root/picture.png", "1");
    folder.write("root/.git/notes.md", "1");
    folder.write("root/node_modules/readme.md", "1");

    EXPECT_FALSE(witness.waitForChange(kSilence));
}

TEST_F(FolderWatcherTest, watchesFoldersThatAppear)
{
    watch();

    std::filesystem::create_directories(folder.path("root/x/y/z"));
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/x/y/z/late.md", "1");

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, followsARenamedFolder)
{
    watch();

    rename("root/sub", "root/other");
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/other/deep/b.md", "again");
    EXPECT_TRUE(witness.waitForChange());
    std::filesystem::create_directories(folder.path("root/other/deep/more"));
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/other/deep/more/c.md", "c");

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, forgetsAFolderThatIsMovedAway)
{
    watch();

    rename("root/sub", "away");
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("away/deep/b.md", "again");

    EXPECT_FALSE(witness.waitForChange(kSilence));
}

TEST_F(FolderWatcherTest, watchesAFolderThatIsMadeAgain)
{
    watch();

    for (int round = 0; round < 20; ++round) {
        remove("root/sub");
        std::filesystem::create_directories(folder.path("root/sub"));
    }
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/sub/back.md", "1");

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, findsTheRootAgain)
{
    watch();

    rename("root", "gone");
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("gone/a.md", "unseen");
    EXPECT_FALSE(witness.waitForChange(kSilence));
    folder.write("root/a.md", "new");
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/b.md", "b");

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, waitsForARootThatIsNotThereYet)
{
    watcher.emplace(folder.path("later"), kQuick, witness.callbacks());

    folder.write("later/a.md", "1");

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, asksForRescans_whenWatchesRunOut)
{
    WatchLimits few = kQuick;
    few.watches = 1;
    few.rescan = 20ms;

    watcher.emplace(folder.path("root"), few, witness.callbacks());

    ASSERT_TRUE(witness.waitForLimit());
    for (int rescan = 0; rescan < 3; ++rescan) {
        EXPECT_TRUE(witness.waitForChange());
    }
    EXPECT_EQ(witness.limits(), 1);
}

TEST_F(FolderWatcherTest, tellsOfEverySave_whenAnEditorSavesByRenaming)
{
    watch();

    for (int save = 0; save < 3; ++save) {
        folder.write("root/sub/.b.md.swp", std::to_string(save));
        rename("root/sub/.b.md.swp", "root/sub/a.md");
        EXPECT_TRUE(witness.waitForChange()) << "save " << save;
        while (witness.waitForChange(50ms)) {}
    }
}

TEST_F(FolderWatcherTest, tellsOfWhatIsAppended_toAnArticleThatStood)
{
    watch();
    std::ofstream stream(folder.path("root/sub/deep/b.md"), std::ios::app);

    stream << "one more line\n";
    stream.close();

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, tellsOfALinkThatIsPutInPlaceOfAnArticle)
{
    watch();

    std::filesystem::create_symlink("sub/deep/b.md", folder.path("root/link.md"));

    EXPECT_TRUE(witness.waitForChange());
}

TEST_F(FolderWatcherTest, watchesThousandsOfFolders_withoutHoldingUpWhoeverMadeIt)
{
    for (int number = 0; number < 3000; ++number) {
        std::filesystem::create_directories(
            folder.path("root/d" + std::to_string(number % 60) + "/" + std::to_string(number)));
    }
    const std::clock_t start = std::clock();

    watcher.emplace(folder.path("root"), kQuick, witness.callbacks());

    // Setting the watches takes longer than this, on a thread of its own.
    EXPECT_LT(std::clock() - start, CLOCKS_PER_SEC / 10);
    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(300ms)) {}
    EXPECT_EQ(witness.limits(), 0);
    for (const char *const path : {"root/d0/0/a.md", "root/d59/2999/a.md", "root/d30/1530/a.md"}) {
        folder.write(path, "1");
        EXPECT_TRUE(witness.waitForChange()) << path;
        while (witness.waitForChange(50ms)) {}
    }
}

TEST_F(FolderWatcherTest, asksForRescans_whenTheSystemGivesNoWatcher)
{
    // The sanitizer needs descriptors to check the first object of a class, and none is left below.
    watcher.emplace(folder.path("root"), kQuick,
                    FolderWatcher::Callbacks{[](const std::string &) {}, [] {}});
    watcher.reset();
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    std::vector<int> taken;
    for (int number = ::dup(0); number >= 0; number = ::dup(0)) {
        taken.push_back(number);
        if (taken.size() == 8) {
            const rlimit full{static_cast<rlim_t>(number) + 1, before.rlim_max};
            ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &full), 0);
        }
    }
    ASSERT_FALSE(taken.empty());
    ::close(taken.back()); // The thread needs one to be woken by; none is left to watch with.
    WatchLimits limits = kQuick;
    limits.rescan = 20ms;

    watcher.emplace(folder.path("root"), limits, witness.callbacks());

    taken.pop_back();
    for (const int number : taken) {
        ::close(number);
    }
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    EXPECT_TRUE(witness.waitForLimit());
    for (int rescan = 0; rescan < 3; ++rescan) {
        EXPECT_TRUE(witness.waitForChange());
    }
    EXPECT_EQ(witness.limits(), 1);
}

TEST_F(FolderWatcherTest, keepsWatchingWhatItCould_whenWatchesRunOut)
{
    WatchLimits few = kQuick;
    few.watches = 1;
    few.rescan = 1h;
    watcher.emplace(folder.path("root"), few, witness.callbacks());
    ASSERT_TRUE(witness.waitForLimit());
    while (witness.waitForChange(100ms)) {}

    folder.write("root/new.md", "1");
    EXPECT_TRUE(witness.waitForChange());
    while (witness.waitForChange(100ms)) {}
    folder.write("root/sub/deep/b.md", "nobody looks here before the next rescan");

    EXPECT_FALSE(witness.waitForChange(kSilence));
    EXPECT_EQ(witness.limits(), 1);
}

TEST_F(FolderWatcherTest, tellsOfManyFilesFewTimes)
{
    watch({.quiet = 300ms, .longest = 1000ms});
    const int before = witness.changes();

    for (int number = 0; number < 1000; ++number) {
        folder.write("root/many/" + std::to_string(number) + ".md", "text");
    }

    ASSERT_TRUE(witness.waitForChange());
    while (witness.waitForChange(700ms)) {}
    EXPECT_LE(witness.changes() - before, 100);
}

TEST_F(FolderWatcherTest, ends_whileItSetsWatches)
{
    for (int number = 0; number < 500; ++number) {
        std::filesystem::create_directories(folder.path("root/d" + std::to_string(number) + "/e"));
    }

    for (int round = 0; round < 20; ++round) {
        watcher.emplace(folder.path("root"), kQuick, witness.callbacks());
        watcher.reset();
    }

    SUCCEED();
}

} // namespace lectern::core
