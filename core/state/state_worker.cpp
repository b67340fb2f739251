#include "core/state/state_worker.h"

#include <ctime>
#include <utility>

namespace lectern::core {

StateWorker::StateWorker(std::string file, StateListener listener)
    : m_file(std::move(file))
    , m_listener(std::move(listener))
    , m_thread([this] { work(); })
{}

StateWorker::~StateWorker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StateWorker::run(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

std::shared_ptr<const StateSnapshot> StateWorker::snapshot() const
{
    const std::scoped_lock lock(m_mutex);
    return m_snapshot;
}

/// False when there is none and never will be.
bool StateWorker::takeJob(Job &job)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_isStopping || !m_jobs.empty(); });
    if (m_jobs.empty()) {
        return false;
    }
    job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return true;
}

/// Nothing waits to be done, and nobody for the end.
bool StateWorker::hasTime() const
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs.empty() && !m_isStopping;
}

void StateWorker::check(const PlacedStates &states) const
{
    const Status fine = states.store().check(std::time(nullptr));
    if (!fine && m_listener.onDamaged) {
        m_listener.onDamaged(fine.error());
    }
}

void StateWorker::publish(const PlacedStates &states)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_snapshot == states.snapshot()) {
            return;
        }
        m_snapshot = states.snapshot();
    }
    if (m_listener.onSnapshot) {
        m_listener.onSnapshot(states.snapshot());
    }
}

void StateWorker::work()
{
    Result<StateStore> store = StateStore::open(m_file);
    if (!store) {
        if (m_listener.onRefused) {
            m_listener.onRefused(store.error());
        }
        return;
    }
    if (m_listener.onOpened) {
        m_listener.onOpened(store.value().report());
    }
    PlacedStates states(std::move(store).value());
    bool isChecked = false;
    Job job;
    while (takeJob(job)) {
        job(states);
        job = nullptr; // what it holds goes with it
        publish(states);
        if (!isChecked && hasTime()) {
            isChecked = true;
            check(states);
        }
    }
}

} // namespace lectern::core
