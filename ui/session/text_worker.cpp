#include "ui/session/text_worker.h"

#include <utility>

namespace lectern::ui {

TextWorker::TextWorker(Callbacks callbacks)
    : m_callbacks(std::move(callbacks))
    , m_thread([this] { runJobs(); })
{}

TextWorker::~TextWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_isCancelled = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void TextWorker::start(TextJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(job);
    }
    m_wake.notify_one();
}

void TextWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_next.reset();
    m_isCancelled = true;
}

void TextWorker::runJobs()
{
    while (const std::optional<TextJob> job = waitForJob()) {
        m_callbacks.onFinished(*job, update(*job));
    }
}

std::optional<TextJob> TextWorker::waitForJob()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isStopping || m_next.has_value(); });
    if (m_isStopping) {
        return std::nullopt;
    }
    m_isCancelled = false;
    return std::exchange(m_next, std::nullopt);
}

TextResult TextWorker::update(const TextJob &job) const
{
    core::IndexOptions options;
    options.isCancelled = &m_isCancelled;
    options.onProgress
        = [this, &job](core::TaskProgress progress) { m_callbacks.onProgress(job, progress); };
    const auto pack = core::TextPack::update(job.cacheFolder, *job.library, options);
    if (!pack) {
        return pack.error();
    }
    return LibraryTexts{pack.value(),
                        std::make_shared<core::BodySearch>(pack.value(), *job.library)};
}

} // namespace lectern::ui
