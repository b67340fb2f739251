#include "core/state/state_worker.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace lectern::core {

namespace {

class StateWorkerTest : public testing::Test
{
protected:
    static void setArticles(PlacedStates &states)
    {
        EXPECT_TRUE(states.setArticles(std::string(kRoot), {keyOf("a.md")}));
    }

    static void markRead(PlacedStates &states)
    {
        const Row row = 0;
        EXPECT_TRUE(states.change({&row, 1}, becomes(ReadStatus::Read)));
    }

    tests::TemporaryFolder folder;
    std::string file = folder.path("state.sqlite");
};

} // namespace

TEST_F(StateWorkerTest, saysHowTheFileWasOpened_beforeTheFirstJob)
{
    std::string order;
    {
        StateWorker worker(file,
                           {.onOpened =
                                [&](const StateFileReport &report) {
                                    EXPECT_FALSE(report.isReadOnly);
                                    order += "opened ";
                                },
                            .onRefused = {},
                            .onDamaged = {},
                            .onSnapshot = {}});
        worker.run([&](PlacedStates &) { order += "job"; });
    }

    EXPECT_EQ(order, "opened job");
}

TEST_F(StateWorkerTest, showsWhatItToldTheListener)
{
    std::vector<std::shared_ptr<const StateSnapshot>> told;
    std::promise<void> done;
    StateWorker worker(
        file, {.onOpened = {}, .onRefused = {}, .onDamaged = {}, .onSnapshot = [&](auto snapshot) {
                   told.push_back(std::move(snapshot));
               }});

    worker.run(setArticles);
    worker.run(markRead);
    worker.run([&](PlacedStates &) { done.set_value(); });
    done.get_future().wait();

    EXPECT_EQ(worker.snapshot(), told.back());
    EXPECT_EQ(told.back()->status.at(0), ReadStatus::Read);
}

TEST_F(StateWorkerTest, tellsNothing_whereAJobChangedNothing)
{
    std::atomic<int> told = 0;
    {
        StateWorker worker(
            file,
            {.onOpened = {}, .onRefused = {}, .onDamaged = {}, .onSnapshot = [&](const auto &) {
                 ++told;
             }});
        worker.run(setArticles);
        worker.run([](PlacedStates &states) { EXPECT_TRUE(states.refresh()); });
        worker.run([](PlacedStates &) {});
    }

    EXPECT_EQ(told, 1);
}

TEST_F(StateWorkerTest, doesTheJobsOfAllThreads_eachThreadsInTheirOrder)
{
    constexpr int kThreads = 4;
    constexpr int kJobs = 100;
    std::array<int, kThreads> done{};
    {
        StateWorker worker(file, {});
        std::vector<std::thread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&worker, &done, thread] {
                for (int job = 0; job < kJobs; ++job) {
                    worker.run([&done, thread, job](PlacedStates &) {
                        EXPECT_EQ(done.at(static_cast<std::size_t>(thread))++, job);
                    });
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
    }

    EXPECT_THAT(done, testing::Each(kJobs));
}

TEST_F(StateWorkerTest, letsGoOfAJob_onceItIsDone)
{
    StateWorker worker(file, {});
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    worker.run([held = std::move(held)](PlacedStates &) { EXPECT_EQ(*held, 1); });
    std::promise<void> next;

    worker.run([&](PlacedStates &) { next.set_value(); });
    next.get_future().wait();

    EXPECT_TRUE(watched.expired());
}

TEST_F(StateWorkerTest, doesNoJob_whenTheFileIsRefused)
{
    {
        const StateStore store = openStore(file);
        ASSERT_TRUE(store.database().run("PRAGMA user_version=99"));
    }
    std::promise<Error> refused;
    std::atomic<bool> isDone = false;
    {
        StateWorker worker(file,
                           {.onOpened = [](const auto &) { ADD_FAILURE() << "it was opened"; },
                            .onRefused = [&](const Error &error) { refused.set_value(error); },
                            .onDamaged = {},
                            .onSnapshot = {}});
        worker.run([&](PlacedStates &) { isDone = true; });
        EXPECT_EQ(refused.get_future().get().code, ErrorCode::Unsupported);
    }

    EXPECT_FALSE(isDone);
}

} // namespace lectern::core
