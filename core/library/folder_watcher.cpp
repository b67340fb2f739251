#include "core/library/folder_watcher.h"

#include "core/article/article_names.h"
#include "core/base/file_descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM
    | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
/// Folders watched between two looks at what has happened meanwhile.
constexpr int kSlice = 64;
/// How often a root that is gone is looked for.
constexpr std::chrono::milliseconds kRootRetry{1000};

std::string join(const std::string &folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

bool isFolder(int parent, const dirent &entry)
{
    struct stat status
    {
    };

    return entry.d_type == DT_DIR
        || (entry.d_type == DT_UNKNOWN
            && ::fstatat(parent, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && S_ISDIR(status.st_mode));
}

/// Names of the folders in the folder at \a path that are walked; none when it cannot be read.
std::vector<std::string> subfolders(const std::string &path)
{
    std::vector<std::string> names;
    DIR *const folder = ::opendir(path.c_str());
    if (folder == nullptr) {
        return names;
    }
    while (const dirent *entry = ::readdir(folder)) {
        if (isWalkedFolderName(entry->d_name) && isFolder(::dirfd(folder), *entry)) {
            names.emplace_back(entry->d_name);
        }
    }
    ::closedir(folder);
    return names;
}

/// Whether the folder lies where inotify only tells what this machine did: NFS, SMB, 9P, FUSE and
/// the shared folders of virtual machines.
bool isElsewhere(const std::string &path)
{
    struct statfs status
    {
    };

    constexpr std::array<std::uint32_t, 7> kTypes{0x6969,     0xFF534D42, 0xFE534D42, 0x517B,
                                                  0x01021997, 0x65735546, 0x786F4256};
    return ::statfs(path.c_str(), &status) == 0
        && std::ranges::find(kTypes, static_cast<std::uint32_t>(status.f_type)) != kTypes.end();
}

} // namespace

/// What the watcher's thread does. Paths are relative to the root, which is the empty path.
class FolderWatcher::Loop final
{
public:
    Loop(std::string root, const WatchLimits &limits, Callbacks callbacks)
        : m_root(std::move(root))
        , m_limits(limits)
        , m_callbacks(std::move(callbacks))
        , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_events(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
    {}

    void stop() const
    {
        const std::uint64_t one = 1;
        // A counter that is too high to be raised wakes the thread as well.
        static_cast<void>(!::write(m_wake.get(), &one, sizeof(one)));
    }

    void run()
    {
        if (!m_events.isOpen() || isElsewhere(m_root)) {
            fallBack();
        }
        watchRoot();
        while (!waitForNews()) {
            readEvents();
            watchSlice();
            lookForRoot();
            tellChanges();
        }
    }

private:
    using Folders = std::unordered_map<int, std::string>; ///< by watch

    /// True when the thread is to end.
    bool waitForNews()
    {
        std::array<pollfd, 2> waits{{{m_wake.get(), POLLIN, 0}, {m_events.get(), POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), timeoutMs()); // A descriptor of -1 is passed over.
        return waits[0].revents != 0 || !m_wake.isOpen();
    }

    int timeoutMs() const
    {
        if (!m_pending.empty()) {
            return 0;
        }
        std::optional<Clock::time_point> next;
        const auto consider
            = [&next](Clock::time_point point) { next = next ? std::min(*next, point) : point; };
        if (m_firstChange) {
            consider(dueTime());
        }
        if (m_isLimited) {
            consider(m_nextRescan);
        }
        if (m_isRootLost) {
            consider(m_nextRootLook);
        }
        if (!next) {
            return -1;
        }
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now());
        return static_cast<int>(std::clamp<std::int64_t>(rest.count(), 0, INT_MAX));
    }

    void watchRoot()
    {
        m_isRootLost = !watch("");
        m_nextRootLook = Clock::now() + kRootRetry;
        if (!m_isRootLost && m_pending.empty()) {
            noteChange();
        }
    }

    void lookForRoot()
    {
        if (m_isRootLost && Clock::now() >= m_nextRootLook) {
            watchRoot();
        }
    }

    /// False when the folder cannot be watched; without it being a problem: it may be gone.
    bool watch(const std::string &folder)
    {
        if (!m_events.isOpen()) {
            return true;
        }
        if (m_folders.size() >= m_limits.watches) {
            fallBack();
            return true;
        }
        const std::string path = folder.empty() ? m_root : m_root + "/" + folder;
        const int number = ::inotify_add_watch(m_events.get(), path.c_str(),
                                               folder.empty() ? kEvents : kEvents | IN_DONT_FOLLOW);
        if (number < 0) {
            if (errno == ENOSPC || errno == ENOMEM) {
                fallBack();
                return true;
            }
            return false;
        }
        m_folders[number] = folder;
        // After the watch was set, so that what comes in between is seen twice, not never.
        for (const std::string &name : subfolders(path)) {
            m_pending.push_back(join(folder, name));
        }
        return true;
    }

    void watchSlice()
    {
        for (int count = 0; count < kSlice && !m_pending.empty(); ++count) {
            const std::string folder = std::move(m_pending.back());
            m_pending.pop_back();
            watch(folder);
            if (m_pending.empty()) {
                noteChange(); // Of files that came before their folder's watch nothing was told.
            }
        }
    }

    void fallBack()
    {
        m_pending.clear();
        if (!std::exchange(m_isLimited, true)) {
            m_nextRescan = Clock::now() + m_limits.rescan;
            m_callbacks.onLimited();
        }
    }

    void readEvents()
    {
        alignas(inotify_event) std::array<char, 1U << 16U> buffer;
        for (;;) {
            const ssize_t bytes = ::read(m_events.get(), buffer.data(), buffer.size());
            if (bytes <= 0) {
                return;
            }
            for (ssize_t at = 0; at < bytes;) {
                const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
                onEvent(*event, event->len == 0 ? "" : event->name);
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
    }

    void onEvent(const inotify_event &event, std::string_view name)
    {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            m_pending.emplace_back(); // Folders may have come unseen: all are looked through again.
            return;
        }
        const auto folder = m_folders.find(event.wd);
        if (folder == m_folders.end()) {
            return; // It was left behind.
        }
        if ((event.mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
            onFolderGone(folder, event.mask);
        } else if (name.empty()) {
            onSubfolder(folder->second, event.mask);
        } else if ((event.mask & IN_ISDIR) == 0) {
            if (isArticleName(name)) {
                noteChange(join(folder->second, name));
            }
        } else if (isWalkedFolderName(name)) {
            onSubfolder(join(folder->second, name), event.mask);
        }
    }

    /// What happens to a folder below the root is told by its parent, by name and in order. Only
    /// the root has none.
    void onFolderGone(Folders::iterator folder, std::uint32_t mask)
    {
        if (folder->second.empty()) {
            forget("");
            m_isRootLost = true;
            m_nextRootLook = Clock::now();
            noteChange();
        } else if ((mask & IN_MOVE_SELF) == 0) {
            m_folders.erase(folder);
        }
    }

    void onSubfolder(const std::string &folder, std::uint32_t mask)
    {
        noteChange(folder);
        if ((mask & (IN_MOVED_FROM | IN_DELETE)) != 0) {
            forget(folder);
        } else {
            m_pending.push_back(folder);
        }
    }

    /// Ends the watches of \a folder and of all below it.
    void forget(const std::string &folder)
    {
        const std::string below = folder.empty() ? folder : folder + "/";
        std::erase_if(m_folders, [&](const auto &entry) {
            const bool isMeant = entry.second == folder || entry.second.starts_with(below);
            if (isMeant) {
                ::inotify_rm_watch(m_events.get(), entry.first);
            }
            return isMeant;
        });
    }

    void noteChange(std::string path = {})
    {
        m_lastChange = Clock::now();
        if (!m_firstChange) {
            m_firstChange = m_lastChange;
            m_firstPath = std::move(path);
        }
    }

    Clock::time_point dueTime() const
    {
        return std::min(m_lastChange + m_limits.quiet, *m_firstChange + m_limits.longest);
    }

    void tellChanges()
    {
        const Clock::time_point now = Clock::now();
        const bool isRescan = m_isLimited && now >= m_nextRescan;
        if (isRescan) {
            m_nextRescan = now + m_limits.rescan;
        }
        if (isRescan || (m_firstChange && now >= dueTime())) {
            m_firstChange.reset();
            m_callbacks.onChanged(std::exchange(m_firstPath, {}));
        }
    }

    const std::string m_root;
    const WatchLimits m_limits;
    const Callbacks m_callbacks;
    const FileDescriptor m_wake;
    const FileDescriptor m_events; ///< inotify; not open where there is none
    Folders m_folders;
    std::vector<std::string> m_pending; ///< to watch, and to look through for more
    std::optional<Clock::time_point> m_firstChange; ///< that was not told yet
    std::string m_firstPath; ///< where it was
    Clock::time_point m_lastChange;
    bool m_isLimited = false;
    Clock::time_point m_nextRescan;
    bool m_isRootLost = false;
    Clock::time_point m_nextRootLook;
};

FolderWatcher::FolderWatcher(std::string root, const WatchLimits &limits, Callbacks callbacks)
    : m_loop(std::make_unique<Loop>(std::move(root), limits, std::move(callbacks)))
    , m_thread([this] { m_loop->run(); })
{}

FolderWatcher::~FolderWatcher()
{
    m_loop->stop();
    m_thread.join();
}

} // namespace lectern::core
