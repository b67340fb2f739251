#include "core/base/task.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <set>

namespace lectern::core {

namespace {

constexpr std::size_t kCounts[] = {0, 1, 63, 64, 65, 128, 1000, 10'001};
constexpr unsigned kThreads[] = {0, 1, 2, 7};

TaskOptions withThreads(unsigned threads)
{
    TaskOptions options;
    options.threads = threads;
    return options;
}

} // namespace

TEST(ForEachBatch, coversEveryNumberOnce_whateverTheThreads)
{
    for (const std::size_t count : kCounts) {
        for (const unsigned threads : kThreads) {
            std::vector<std::atomic<int>> seen(count);

            forEachBatch(count, withThreads(threads),
                         [&](unsigned, std::size_t first, std::size_t last) {
                             for (std::size_t index = first; index < last; ++index) {
                                 ++seen[index];
                             }
                         });

            const auto isOnce = [](const std::atomic<int> &times) { return times == 1; };
            EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), isOnce))
                << count << " with " << threads << " threads";
        }
    }
}

TEST(ForEachBatch, callsForNothing_whenThereIsNothing)
{
    forEachBatch(0, withThreads(4), [](unsigned, std::size_t, std::size_t) { ADD_FAILURE(); });
}

TEST(ForEachBatch, staysOnTheCallingThread_whenOneIsAskedFor)
{
    const std::thread::id caller = std::this_thread::get_id();
    std::size_t batches = 0;

    forEachBatch(1000, withThreads(1), [&](unsigned, std::size_t, std::size_t) {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        ++batches;
    });

    EXPECT_GT(batches, 1U);
}

TEST(ForEachBatch, usesNoMoreThreadsThanAsked)
{
    std::mutex mutex;
    std::set<std::thread::id> threads;

    forEachBatch(10'000, withThreads(3), [&](unsigned, std::size_t, std::size_t) {
        const std::scoped_lock lock(mutex);
        threads.insert(std::this_thread::get_id());
    });

    EXPECT_LE(threads.size(), 3U);
}

TEST(ForEachBatch, doesNothing_whenCancelledBefore)
{
    const std::atomic<bool> isCancelled = true;
    TaskOptions options = withThreads(2);
    options.isCancelled = &isCancelled;

    forEachBatch(1000, options, [](unsigned, std::size_t, std::size_t) { ADD_FAILURE(); });

    EXPECT_TRUE(core::isCancelled(options));
}

TEST(ForEachBatch, stopsSoon_whenCancelledMeanwhile)
{
    std::atomic<bool> isCancelled = false;
    std::atomic<std::size_t> done = 0;
    TaskOptions options = withThreads(2);
    options.isCancelled = &isCancelled;

    forEachBatch(1'000'000, options, [&](unsigned, std::size_t first, std::size_t last) {
        done += last - first;
        isCancelled = true;
    });

    EXPECT_GT(done, 0U);
    EXPECT_LE(done, 3U * 64U) << "one batch a thread, and the one that was taken at that moment";
}

TEST(ForEachBatch, reportsTheEnd_howeverFastItComes)
{
    for (const std::size_t count : kCounts) {
        TaskOptions options = withThreads(3);
        std::vector<TaskProgress> reports;
        options.onProgress = [&](TaskProgress progress) { reports.push_back(progress); };

        forEachBatch(count, options, [](unsigned, std::size_t, std::size_t) {});

        ASSERT_EQ(reports.empty(), count == 0) << count;
        std::uint32_t read = 0;
        for (const TaskProgress &report : reports) {
            EXPECT_EQ(report.found, count);
            EXPECT_GT(report.read, read) << "never back, never twice the same";
            read = report.read;
        }
        EXPECT_EQ(read, count);
    }
}

TEST(IsCancelled, isFalse_whenNobodyCanCancel)
{
    EXPECT_FALSE(isCancelled(TaskOptions{}));
}

} // namespace lectern::core
