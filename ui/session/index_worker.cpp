#include "ui/session/index_worker.h"

#include "core/library/library_builder.h"
#include "core/library/snapshot.h"

#include <utility>

namespace lectern::ui {

IndexWorker::IndexWorker(Callbacks callbacks)
    : m_callbacks(std::move(callbacks))
    , m_thread([this] { runJobs(); })
{}

IndexWorker::~IndexWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_isCancelled = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void IndexWorker::start(RefreshJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(job);
        m_isCancelled = true;
    }
    m_wake.notify_one();
}

void IndexWorker::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_next.reset();
        m_isCancelled = true;
    }
    m_wake.notify_one();
}

void IndexWorker::goOn()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mayGoOn = true;
    }
    m_wake.notify_one();
}

void IndexWorker::waitToGoOn()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_mayGoOn || m_isCancelled; });
}

void IndexWorker::runJobs()
{
    while (const std::optional<RefreshJob> job = waitForJob()) {
        run(*job);
    }
}

std::optional<RefreshJob> IndexWorker::waitForJob()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isStopping || m_next.has_value(); });
    if (m_isStopping) {
        return std::nullopt;
    }
    m_isCancelled = false;
    m_mayGoOn = false;
    return std::exchange(m_next, std::nullopt);
}

void IndexWorker::run(const RefreshJob &job)
{
    const std::shared_ptr<const core::Library> previous
        = job.previous ? job.previous : loadKept(job);
    core::IndexOptions options;
    options.zone = job.zone;
    options.titles = core::TitleOrdering::WhenAsked; // The list is by date at first.
    options.isCancelled = &m_isCancelled;
    options.onProgress = [this, &job](core::TaskProgress progress) {
        m_callbacks.onProgress(job.generation, progress);
    };
    const IndexResult result = core::indexFolder(job.root, previous, options);
    const bool isNew = result && result.value() != previous;
    // Made here, because looking up 100,000 paths would stop the window for two frames.
    m_callbacks.onFinished(job.generation, result,
                           isNew && job.pack
                               ? std::make_shared<core::BodySearch>(job.pack, *result.value())
                               : nullptr);
    if (isNew && !job.cacheFolder.empty()) {
        // A cache that cannot be written only makes the next start slower.
        static_cast<void>(
            core::saveSnapshot(job.cacheFolder, *core::withTitleOrder(result.value())));
    }
}

std::shared_ptr<const core::Library> IndexWorker::loadKept(const RefreshJob &job)
{
    if (job.cacheFolder.empty()) {
        return nullptr;
    }
    const IndexResult kept = core::loadSnapshot(job.cacheFolder, job.root);
    if (!kept) {
        return nullptr;
    }
    m_callbacks.onKept(job.generation, kept.value());
    waitToGoOn();
    return kept.value();
}

} // namespace lectern::ui
