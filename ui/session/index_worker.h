#pragma once

#include "core/base/result.h"
#include "core/library/indexer.h"
#include "core/search/text_pack.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace lectern::ui {

/// One request to read a folder. \c generation comes back with everything that it causes.
struct RefreshJob
{
    std::uint64_t generation = 0;
    std::string root;
    std::string zone; ///< of dates written without one; empty: the local one
    std::string cacheFolder; ///< where the index is kept between runs; empty: nowhere
    std::shared_ptr<const core::Library> previous; ///< may be null
    std::shared_ptr<const core::TextPack> pack; ///< texts known so far; may be null
};

using IndexResult = core::Result<std::shared_ptr<const core::Library>>;

/// Runs one RefreshJob at a time on a thread of its own; a new job stops the one before. The
/// callbacks run on worker threads. start() and cancel() never block; the destructor waits for the
/// job to notice that it was cancelled.
class IndexWorker final
{
public:
    struct Callbacks
    {
        /// The library as it was kept, before the folder is looked at.
        std::function<void(std::uint64_t generation, std::shared_ptr<const core::Library>)> onKept;
        std::function<void(std::uint64_t generation, core::TaskProgress)> onProgress;
        /// With a library that is not the previous one, what its rows find in the job's pack.
        std::function<void(std::uint64_t generation, IndexResult,
                           std::shared_ptr<const core::BodySearch>)>
            onFinished;
    };

    explicit IndexWorker(Callbacks callbacks);
    ~IndexWorker();
    IndexWorker(const IndexWorker &) = delete;
    IndexWorker &operator=(const IndexWorker &) = delete;

    void start(RefreshJob job);
    void cancel();
    /// After onKept the folder is only looked at when this is called: reading it takes all cores,
    /// and the window needs one to show what was kept.
    void goOn();

private:
    void runJobs();
    void run(const RefreshJob &job);
    std::shared_ptr<const core::Library> loadKept(const RefreshJob &job);
    std::optional<RefreshJob> waitForJob();
    void waitToGoOn();

    const Callbacks m_callbacks;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<RefreshJob> m_next;
    bool m_isStopping = false;
    bool m_mayGoOn = false;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace lectern::ui
