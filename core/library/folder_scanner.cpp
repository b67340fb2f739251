#include "core/library/folder_scanner.h"

#include "core/article/article_names.h"
#include "core/base/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <iterator>
#include <memory>
#include <mutex>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

using FolderHandle = std::unique_ptr<DIR, CloseFolder>;

FolderHandle openFolder(int parent, const char *name)
{
    const int descriptor
        = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    FolderHandle folder(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    if (!folder && descriptor >= 0) {
        ::close(descriptor);
    }
    return folder;
}

/// The path that the kernel knows an open folder by; "/" is empty, so that a slash may follow.
std::string pathOf(int descriptor)
{
    std::error_code unknown; // then no path begins like it
    const std::filesystem::path link = "/proc/self/fd/" + std::to_string(descriptor);
    const std::string path = std::filesystem::read_symlink(link, unknown).string();
    return path == "/" ? std::string() : path;
}

/// One folder and what is in it. A folder's name ends with `/`, so that its children, ordered by
/// name, are in the order of their whole paths.
struct Folder
{
    struct Child
    {
        std::uint32_t nameAt; ///< in the folder's names
        std::uint32_t nameBytes;
        FileStamp stamp;
        std::unique_ptr<Folder> folder; ///< null for a file
    };

    std::string_view nameOf(const Child &child) const
    {
        return std::string_view(names).substr(child.nameAt, child.nameBytes);
    }

    void add(std::string_view name, std::string_view ending, const FileStamp &stamp,
             std::unique_ptr<Folder> folder)
    {
        children.push_back({static_cast<std::uint32_t>(names.size()),
                            static_cast<std::uint32_t>(name.size() + ending.size()), stamp,
                            std::move(folder)});
        names.append(name).append(ending);
    }

    /// Orders the children and spells the paths of the files, while other folders are read.
    void finish()
    {
        std::sort(children.begin(), children.end(), [this](const Child &left, const Child &right) {
            return nameOf(left) < nameOf(right);
        });
        pathBytes.reserve(children.size() * path.size() + names.size());
        for (const Child &child : children) {
            if (!child.folder) {
                const std::string_view name = nameOf(child);
                pathBytes.insert(pathBytes.end(), path.begin(), path.end());
                pathBytes.insert(pathBytes.end(), name.begin(), name.end());
            }
        }
    }

    std::string path; ///< with a `/` at its end; empty for the root
    std::string names;
    std::vector<Child> children;
    std::vector<char> pathBytes; ///< of the files, one after the other
    std::vector<std::pair<std::string, Problem>> problems;
};

/// Walks with a list of folders instead of recursion: depth costs no stack and one descriptor. The
/// threads share the list.
class Walk final
{
public:
    Walk(int root, const ScanOptions &options)
        : m_root(root)
        , m_rootPath(pathOf(root) + '/')
        , m_options(options)
    {}

    FolderScan run()
    {
        Folder top;
        m_pending.push_back(&top);
        const unsigned threads = m_options.threads != 0
            ? m_options.threads
            : std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::thread> helpers;
        for (unsigned helper = 1; helper < threads; ++helper) {
            helpers.emplace_back([this] { readFolders(); });
        }
        readFolders();
        for (std::thread &helper : helpers) {
            helper.join();
        }
        FolderScan scan;
        collect(top, scan);
        std::ranges::stable_sort(scan.problems, {}, &std::pair<std::string, Problem>::first);
        return scan;
    }

    bool isCancelled() const
    {
        return m_options.isCancelled != nullptr && m_options.isCancelled->load();
    }

private:
    void readFolders()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return !m_pending.empty() || m_busy == 0; });
            if (m_pending.empty() || isCancelled()) {
                m_pending.clear();
                m_changed.notify_all();
                return;
            }
            Folder *const folder = m_pending.back();
            m_pending.pop_back();
            ++m_busy;
            lock.unlock();
            readFolder(*folder);
            lock.lock();
            --m_busy;
            for (const Folder::Child &child : folder->children) {
                if (child.folder) {
                    m_pending.push_back(child.folder.get());
                }
            }
            m_changed.notify_all();
        }
    }

    void readFolder(Folder &folder) const
    {
        // Without its `/`, which would make the kernel follow a link in the folder's place.
        const std::string path = folder.path.substr(0, folder.path.rfind('/'));
        const FolderHandle handle = openFolder(m_root, path.empty() ? "." : path.c_str());
        if (!handle) {
            reportError(path, errno, folder);
            return;
        }
        errno = 0;
        while (const dirent *entry = ::readdir(handle.get())) {
            visit(::dirfd(handle.get()), *entry, folder);
            errno = 0;
        }
        if (errno != 0) {
            reportError(path, errno, folder);
        }
        folder.finish();
    }

    void visit(int descriptor, const dirent &entry, Folder &folder) const
    {
        const std::string_view name = entry.d_name;
        const bool isMarkdown = isArticleName(name);
        unsigned char type = entry.d_type;
        if (type == DT_LNK && isWalkedFolderName(name)) {
            checkLink(descriptor, entry.d_name, folder);
        }
        if (!isMarkdown && type != DT_DIR && type != DT_UNKNOWN) {
            return;
        }

        struct stat status
        {
        };

        const bool isPlain = type == DT_REG && m_options.stamps == ScanOptions::Stamps::Leave;
        const bool hasStatus = !isPlain && (isMarkdown || type == DT_UNKNOWN)
            && ::fstatat(descriptor, entry.d_name, &status, 0) == 0;
        if (type == DT_UNKNOWN && hasStatus) {
            type = S_ISDIR(status.st_mode) ? DT_DIR : DT_REG;
        }
        if (type == DT_DIR) {
            if (isWalkedFolderName(name)) {
                addFolder(name, folder);
            }
        } else if (isMarkdown && !(hasStatus && S_ISDIR(status.st_mode))) {
            folder.add(name, "", hasStatus ? stampOf(status) : FileStamp{}, nullptr);
        }
    }

    /// Links to folders are not followed. One that leads to a folder below the root loses nothing;
    /// of the others a reader should know.
    void checkLink(int parent, const char *name, Folder &folder) const
    {
        const int descriptor = ::openat(parent, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) {
            return; // a link to a file, or to nothing
        }
        const std::string target = pathOf(descriptor) + '/';
        ::close(descriptor);
        const std::string here = pathOf(parent) + '/';
        if (here.starts_with(target)) {
            report(folder.path + name, ProblemCode::FolderLoop, worded(ProblemReason::LinkLeadsUp),
                   folder);
        } else if (!target.starts_with(m_rootPath)) {
            report(folder.path + name, ProblemCode::FileOutside,
                   worded(ProblemReason::LinkLeadsOutside), folder);
        }
    }

    static void addFolder(std::string_view name, Folder &parent)
    {
        auto folder = std::make_unique<Folder>();
        folder->path.append(parent.path).append(name).append(1, '/');
        parent.add(name, "/", {}, std::move(folder));
    }

    /// The files in the order of their paths. Takes the tree apart from the top with a list of its
    /// own: a destructor that recurses would overflow the stack on a deep one.
    static void collect(Folder &top, FolderScan &scan)
    {
        struct Place
        {
            std::unique_ptr<Folder> owner;
            Folder *folder;
            std::size_t next;
            const char *path; ///< of the next file
        };

        std::vector<Place> open;
        open.push_back({nullptr, &top, 0, top.pathBytes.data()});
        while (!open.empty()) {
            Place &place = open.back();
            if (place.next == 0) {
                std::ranges::move(place.folder->problems, std::back_inserter(scan.problems));
            }
            if (place.next == place.folder->children.size()) {
                scan.pathBytes.push_back(std::move(place.folder->pathBytes));
                open.pop_back();
                continue;
            }
            Folder::Child &child = place.folder->children[place.next++];
            if (child.folder) {
                Folder *const folder = child.folder.get();
                open.push_back({std::move(child.folder), folder, 0, folder->pathBytes.data()});
            } else {
                const std::size_t bytes = place.folder->path.size() + child.nameBytes;
                scan.files.push_back(
                    {{std::exchange(place.path, place.path + bytes), bytes}, child.stamp});
            }
        }
    }

    static void reportError(const std::string &path, int number, Folder &folder)
    {
        report(path, ProblemCode::FolderUnreadable,
               worded(ProblemReason::FolderRefused, {std::generic_category().message(number)}),
               folder);
    }

    static void report(const std::string &path, ProblemCode code, ProblemWording wording,
                       Folder &folder)
    {
        Problem problem;
        problem.code = code;
        problem.wording = std::move(wording);
        folder.problems.emplace_back(path, std::move(problem));
    }

    const int m_root;
    const std::string m_rootPath; ///< as the kernel names it, with a slash at its end
    const ScanOptions &m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Folder *> m_pending;
    int m_busy = 0;
};

Error openError(const std::string &root, int number)
{
    const std::string reason = root + ": " + std::generic_category().message(number);
    switch (number) {
    case ENOENT:
        return {ErrorCode::NotFound, reason + ". Check how the folder is spelled."};
    case ENOTDIR:
        return {ErrorCode::NotRegular, reason + ". Name the folder that holds the articles."};
    case EACCES:
    case EPERM:
        return {ErrorCode::Unreadable, reason + ". Ask for the right to read the folder."};
    default:
        return {ErrorCode::Io, reason};
    }
}

} // namespace

Result<FolderScan> scanFolder(const std::string &root, const ScanOptions &options)
{
    const FolderHandle folder(::opendir(root.c_str()));
    if (!folder) {
        return openError(root, errno);
    }
    Walk walk(::dirfd(folder.get()), options);
    FolderScan scan = walk.run();
    if (walk.isCancelled()) {
        return Error{ErrorCode::Cancelled, root + ": opening was cancelled"};
    }
    return scan;
}

} // namespace lectern::core
