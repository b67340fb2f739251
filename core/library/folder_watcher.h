#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace lectern::core {

/// How changes are gathered, and what is done where the system cannot tell them.
struct WatchLimits
{
    std::chrono::milliseconds quiet{300}; ///< a change is told when nothing followed for so long
    std::chrono::milliseconds longest{1000}; ///< and at the latest so long after it
    std::chrono::milliseconds rescan{30'000}; ///< between two looks at what cannot be watched
    std::size_t watches = SIZE_MAX; ///< folders to watch at most
};

/// Tells that articles below a folder may have changed. It watches the folders, never the files
/// (inotify), on a thread of its own, which also sets the watches, so that the start of a large
/// library waits for nothing. Folders that appear, move or come back are watched in their turn, the
/// root too. Where watches run out, or on file systems that tell nothing, it asks for a rescan at
/// intervals instead.
class FolderWatcher final
{
public:
    struct Callbacks
    {
        /// Something may have changed, also while the watches were being set: \a first of all the
        /// article or folder of this path, relative to the root; empty where none is known. On the
        /// watcher's thread.
        std::function<void(const std::string &first)> onChanged;
        /// Once: from now on some changes are only seen by the rescans. On the watcher's thread.
        std::function<void()> onLimited;
    };

    /// Starts watching the folder \a root.
    FolderWatcher(std::string root, const WatchLimits &limits, Callbacks callbacks);
    /// Returns within milliseconds; no callback runs afterwards.
    ~FolderWatcher();
    FolderWatcher(const FolderWatcher &) = delete;
    FolderWatcher &operator=(const FolderWatcher &) = delete;

private:
    class Loop;

    std::unique_ptr<Loop> m_loop;
    std::thread m_thread; ///< last: it uses the loop
};

} // namespace lectern::core
