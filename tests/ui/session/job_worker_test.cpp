#include "ui/session/job_worker.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>
#include <vector>

namespace lectern {
namespace {

using ui::JobWorker;
using Before = JobWorker::Before;

/// A job that runs until it is told to end.
struct LongJob
{
    JobWorker::Job job()
    {
        return [this](const std::atomic<bool> &isCancelled) {
            hasStarted.set_value();
            while (!isCancelled && !mayEnd) {
                std::this_thread::yield();
            }
            wasCancelled = isCancelled.load();
        };
    }

    std::promise<void> hasStarted;
    std::atomic<bool> mayEnd = false;
    std::atomic<bool> wasCancelled = false;
};

/// Runs to its end behind whatever runs.
void drain(JobWorker &worker)
{
    std::promise<void> isDone;
    worker.start([&isDone](const std::atomic<bool> &) { isDone.set_value(); }, Before::Finished);
    isDone.get_future().wait();
}

TEST(JobWorkerTest, newJob_stopsTheOneBefore_whenToldSo)
{
    LongJob first;
    JobWorker worker;
    worker.start(first.job(), Before::Finished);
    first.hasStarted.get_future().wait();
    std::promise<bool> second;

    worker.start([&second](const std::atomic<bool> &isCancelled) { second.set_value(isCancelled); },
                 Before::Cancelled);

    EXPECT_FALSE(second.get_future().get());
    EXPECT_TRUE(first.wasCancelled);
}

TEST(JobWorkerTest, newJob_waitsForTheOneBefore_andOnlyTheLatestIsDone)
{
    LongJob first;
    std::vector<int> done;
    JobWorker worker;
    worker.start(first.job(), Before::Finished);
    first.hasStarted.get_future().wait();

    worker.start([&done](const std::atomic<bool> &) { done.push_back(2); }, Before::Finished);
    std::promise<void> third;
    worker.start(
        [&done, &third](const std::atomic<bool> &) {
            done.push_back(3);
            third.set_value();
        },
        Before::Finished);
    first.mayEnd = true;
    third.get_future().wait();

    EXPECT_FALSE(first.wasCancelled);
    EXPECT_EQ(done, std::vector{3});
}

TEST(JobWorkerTest, cancel_stopsWhatRuns_andForgetsWhatWaits)
{
    LongJob first;
    std::atomic<bool> hasWaitingRun = false;
    JobWorker worker;
    worker.start(first.job(), Before::Finished);
    first.hasStarted.get_future().wait();
    worker.start([&hasWaitingRun](const std::atomic<bool> &) { hasWaitingRun = true; },
                 Before::Finished);

    worker.cancel();
    drain(worker);

    EXPECT_TRUE(first.wasCancelled);
    EXPECT_FALSE(hasWaitingRun);
}

TEST(JobWorkerTest, destructor_stopsWhatRuns)
{
    LongJob first;
    {
        JobWorker worker;
        worker.start(first.job(), Before::Finished);
        first.hasStarted.get_future().wait();
    }

    EXPECT_TRUE(first.wasCancelled);
}

} // namespace
} // namespace lectern
