#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lectern::core {

/// How far a piece of work over many articles is.
struct TaskProgress
{
    std::uint32_t found = 0; ///< articles seen so far
    std::uint32_t read = 0; ///< of these, dealt with
};

/// How a piece of work that takes longer than a frame is run, watched and stopped.
struct TaskOptions
{
    unsigned threads = 0; ///< 0: as many as the machine has cores
    /// Called from worker threads, at most about 20 times a second.
    std::function<void(TaskProgress)> onProgress;
    /// Set to true from any thread to stop early.
    const std::atomic<bool> *isCancelled = nullptr;
};

inline bool isCancelled(const TaskOptions &options)
{
    return options.isCancelled != nullptr && options.isCancelled->load(std::memory_order_relaxed);
}

/// Calls the observer of \c TaskOptions at most every 50 ms and at the end, from whichever thread
/// gets there.
class ProgressReporter final
{
public:
    ProgressReporter(const TaskOptions &options, std::size_t found)
        : m_options(options)
        , m_found(static_cast<std::uint32_t>(found))
    {}

    void add(std::size_t articles)
    {
        if (!m_options.onProgress) {
            return;
        }
        const std::scoped_lock lock(m_mutex);
        m_read += static_cast<std::uint32_t>(articles);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last >= std::chrono::milliseconds(50) || m_read == m_found) {
            m_last = now;
            m_options.onProgress({m_found, m_read});
        }
    }

private:
    const TaskOptions &m_options;
    std::uint32_t m_found;
    std::uint32_t m_read = 0;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
};

/// How many threads \a wanted (0: as many as there are cores) stands for.
inline unsigned threadsFor(unsigned wanted)
{
    return wanted == 0 ? std::max(1U, std::thread::hardware_concurrency()) : wanted;
}

/// Calls \a work(thread, index) for 0 to \a count over \a threads threads, the calling one among
/// them, each with a number from 0; returns when all are done.
template <typename Work>
void forEachIndex(std::size_t count, unsigned threads, const Work &work)
{
    std::atomic<std::size_t> taken = 0;
    const auto run = [&](unsigned thread) {
        for (std::size_t index = taken++; index < count; index = taken++) {
            work(thread, index);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned thread = 1; thread < threads && thread < count; ++thread) {
        helpers.emplace_back(run, thread);
    }
    run(0);
}

/// Cuts 0 to \a count into batches and calls \a work(thread, first, last) for each as
/// forEachIndex() does. Stops early when cancelled.
template <typename Work>
void forEachBatch(std::size_t count, const TaskOptions &options, const Work &work)
{
    constexpr std::size_t kBatch = 64; // Many enough to make the shared counter cheap, few enough
                                       // to let all threads end together.
    ProgressReporter progress(options, count);
    forEachIndex((count + kBatch - 1) / kBatch, threadsFor(options.threads),
                 [&](unsigned thread, std::size_t batch) {
                     if (isCancelled(options)) {
                         return;
                     }
                     const std::size_t first = batch * kBatch;
                     const std::size_t last = std::min(first + kBatch, count);
                     work(thread, first, last);
                     progress.add(last - first);
                 });
}

} // namespace lectern::core
