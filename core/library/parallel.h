#pragma once

#include "core/library/indexer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace lectern::core {

inline bool isCancelled(const IndexOptions &options)
{
    return options.isCancelled != nullptr && options.isCancelled->load(std::memory_order_relaxed);
}

/// Calls the observer of \c IndexOptions at most every 50 ms and at the end, from whichever thread
/// gets there.
class ProgressReporter final
{
public:
    ProgressReporter(const IndexOptions &options, std::size_t found)
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
    const IndexOptions &m_options;
    std::uint32_t m_found;
    std::uint32_t m_read = 0;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
};

/// Cuts 0 to \a count into batches and calls \a work(first, last) for each, over all threads asked
/// for, the calling one among them. Stops early when cancelled; returns when all threads are done.
template <typename Work>
void forEachBatch(std::size_t count, const IndexOptions &options, const Work &work)
{
    constexpr std::size_t kBatch = 64; // Many enough to make the shared counter cheap, few enough
                                       // to let all threads end together.
    ProgressReporter progress(options, count);
    std::atomic<std::size_t> taken = 0;
    const auto run = [&] {
        for (std::size_t first = taken.fetch_add(kBatch); first < count && !isCancelled(options);
             first = taken.fetch_add(kBatch)) {
            const std::size_t last = std::min(first + kBatch, count);
            work(first, last);
            progress.add(last - first);
        }
    };
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned threads = options.threads == 0 ? cores : options.threads;
    std::vector<std::jthread> helpers;
    for (unsigned thread = 1; thread < threads && thread * kBatch < count; ++thread) {
        helpers.emplace_back(run);
    }
    run();
}

} // namespace lectern::core
