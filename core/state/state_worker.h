#pragma once

#include "core/base/result.h"
#include "core/state/placed_states.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace lectern::core {

/// Who wants to know what the worker does. All are called on its thread and may be left out.
struct StateListener
{
    std::function<void(const StateFileReport &)> onOpened;
    /// The file cannot be opened; no job will be done. Unsupported: a newer program made it.
    std::function<void(const Error &)> onRefused;
    /// The file turned out to be damaged; the next start salvages what can be read.
    std::function<void(const Error &)> onDamaged;
    /// What lists and filters show from now on.
    std::function<void(std::shared_ptr<const StateSnapshot>)> onSnapshot;
};

/// The one thread of a process that reads and writes the reading state, so that no window ever
/// waits for a disk. Jobs are done in the order they came, each whole; the destructor waits until
/// all are done. When it has time for the first time it looks at the whole file and makes the day's
/// backup. run() and snapshot() never block; any thread.
class StateWorker final
{
public:
    using Job = std::function<void(PlacedStates &)>;

    /// Opens \a file, first thing on its thread.
    StateWorker(std::string file, StateListener listener);
    ~StateWorker();
    StateWorker(const StateWorker &) = delete;
    StateWorker &operator=(const StateWorker &) = delete;

    /// Does \a job after those before it. What another process wrote is taken over by a job that
    /// calls refresh(); every half second is often enough.
    void run(Job job);

    /// The latest; null before the file is open.
    std::shared_ptr<const StateSnapshot> snapshot() const;

private:
    void work();
    bool takeJob(Job &job);
    bool hasTime() const;
    void check(const PlacedStates &states) const;
    void publish(const PlacedStates &states);

    std::string m_file;
    StateListener m_listener;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isStopping = false;
    std::shared_ptr<const StateSnapshot> m_snapshot;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace lectern::core
