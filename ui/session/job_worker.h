#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace lectern::ui {

/// Runs one job at a time on a thread of its own; of those that wait only the latest is done.
/// start() and cancel() never block; the destructor cancels and waits for the job to notice.
class JobWorker final
{
public:
    /// Is to end soon after the flag has become true.
    using Job = std::function<void(const std::atomic<bool> &isCancelled)>;

    /// What a new job means to the one that runs.
    enum class Before : std::uint8_t { Finished, Cancelled };

    JobWorker();
    ~JobWorker();
    JobWorker(const JobWorker &) = delete;
    JobWorker &operator=(const JobWorker &) = delete;

    void start(Job job, Before before);
    /// The job that runs, and the one that waits.
    void cancel();

private:
    void runJobs();
    std::optional<Job> waitForJob();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Job> m_next;
    bool m_isStopping = false;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace lectern::ui
