#pragma once

#include "core/base/result.h"
#include "core/library/indexer.h"
#include "core/search/text_pack.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace lectern::ui {

/// The texts of one library: on disk, and seen with its rows.
struct LibraryTexts
{
    std::shared_ptr<const core::TextPack> pack;
    std::shared_ptr<const core::BodySearch> search;
};

struct TextJob
{
    std::string cacheFolder;
    std::shared_ptr<const core::Library> library;
};

using TextResult = core::Result<LibraryTexts>;

/// Brings the text pack up to date with one library after another, on a thread of its own. A new
/// job does not stop the one before, so that a folder which keeps changing gets its texts at all;
/// of those that wait only the latest is done. The callbacks run on worker threads. start() and
/// cancel() never block; the destructor waits for the job to notice that it was cancelled.
class TextWorker final
{
public:
    struct Callbacks
    {
        std::function<void(const TextJob &, core::TaskProgress)> onProgress;
        std::function<void(const TextJob &, TextResult)> onFinished;
    };

    explicit TextWorker(Callbacks callbacks);
    ~TextWorker();
    TextWorker(const TextWorker &) = delete;
    TextWorker &operator=(const TextWorker &) = delete;

    void start(TextJob job);
    void cancel();

private:
    void runJobs();
    TextResult update(const TextJob &job) const;
    std::optional<TextJob> waitForJob();

    const Callbacks m_callbacks;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<TextJob> m_next;
    bool m_isStopping = false;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace lectern::ui
