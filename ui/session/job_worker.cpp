#include "ui/session/job_worker.h"

#include <utility>

namespace lectern::ui {

JobWorker::JobWorker()
    : m_thread([this] { runJobs(); })
{}

JobWorker::~JobWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_isCancelled = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void JobWorker::start(Job job, Before before)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = std::move(job);
        m_isCancelled = m_isCancelled || before == Before::Cancelled;
    }
    m_wake.notify_one();
}

void JobWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_next.reset();
    m_isCancelled = true;
}

void JobWorker::runJobs()
{
    while (const std::optional<Job> job = waitForJob()) {
        (*job)(m_isCancelled);
    }
}

std::optional<JobWorker::Job> JobWorker::waitForJob()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isStopping || m_next.has_value(); });
    if (m_isStopping) {
        return std::nullopt;
    }
    m_isCancelled = false;
    return std::exchange(m_next, std::nullopt);
}

} // namespace lectern::ui
