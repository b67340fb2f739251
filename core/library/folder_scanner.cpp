#include "core/library/folder_scanner.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

using FolderHandle = std::unique_ptr<DIR, CloseFolder>;

bool endsWithoutCase(std::string_view name, std::string_view ending)
{
    return name.size() > ending.size()
        && std::ranges::equal(name.substr(name.size() - ending.size()), ending, {},
                              [](unsigned char letter) { return std::tolower(letter); });
}

bool isMarkdownName(std::string_view name)
{
    return !name.starts_with("._") // What a Mac keeps beside a file on a foreign disk.
        && (endsWithoutCase(name, ".md") || endsWithoutCase(name, ".markdown"));
}

bool isWalkedName(std::string_view name)
{
    return !name.starts_with('.') && name != "node_modules";
}

FileStamp stampOf(const struct stat &status)
{
    FileStamp stamp;
    stamp.sizeBytes = static_cast<std::uint64_t>(status.st_size);
    stamp.modifiedNs = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    stamp.inode = status.st_ino;
    return stamp;
}

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

class Walk final
{
public:
    explicit Walk(const std::atomic<bool> *isCancelled)
        : m_isCancelled(isCancelled)
    {}

    /// Walks with a list of folders instead of recursion: depth costs no stack and one descriptor.
    void run(int root)
    {
        m_root = pathOf(root) + '/';
        std::vector<std::string> pending{""};
        while (!pending.empty() && !isCancelled()) {
            const std::string folder = std::move(pending.back());
            pending.pop_back();
            readFolder(root, folder, pending);
        }
    }

    bool isCancelled() const { return m_isCancelled != nullptr && m_isCancelled->load(); }

    FolderScan takeResult()
    {
        std::ranges::sort(m_scan.files, {}, &ScannedFile::path);
        std::ranges::stable_sort(m_scan.problems, {}, &std::pair<std::string, Problem>::first);
        return std::move(m_scan);
    }

private:
    void readFolder(int root, const std::string &path, std::vector<std::string> &pending)
    {
        const FolderHandle folder = openFolder(root, path.empty() ? "." : path.c_str());
        if (!folder) {
            report(path, errno);
            return;
        }
        errno = 0;
        while (const dirent *entry = ::readdir(folder.get())) {
            visit(::dirfd(folder.get()), path, *entry, pending);
            errno = 0;
        }
        if (errno != 0) {
            report(path, errno);
        }
    }

    void visit(int folder, const std::string &path, const dirent &entry,
               std::vector<std::string> &pending)
    {
        const std::string_view name = entry.d_name;
        const bool isMarkdown = isMarkdownName(name);
        unsigned char type = entry.d_type;
        if (type == DT_LNK && isWalkedName(name)) {
            checkLink(folder, path, entry.d_name);
        }
        if (!isMarkdown && type != DT_DIR && type != DT_UNKNOWN) {
            return;
        }

        struct stat status
        {
        };

        const bool hasStatus = (isMarkdown || type == DT_UNKNOWN)
            && ::fstatat(folder, entry.d_name, &status, 0) == 0;
        if (type == DT_UNKNOWN && hasStatus) {
            type = S_ISDIR(status.st_mode) ? DT_DIR : DT_REG;
        }
        const std::string child = path.empty() ? std::string(name) : path + "/" + entry.d_name;
        if (type == DT_DIR) {
            if (isWalkedName(name)) {
                pending.push_back(child);
            }
        } else if (isMarkdown && !(hasStatus && S_ISDIR(status.st_mode))) {
            m_scan.files.push_back({child, hasStatus ? stampOf(status) : FileStamp{}});
        }
    }

    /// Links to folders are not followed. One that leads to a folder below the root loses nothing;
    /// of the others a reader should know.
    void checkLink(int folder, const std::string &path, const char *name)
    {
        const int descriptor = ::openat(folder, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) {
            return; // a link to a file, or to nothing
        }
        const std::string target = pathOf(descriptor) + '/';
        ::close(descriptor);
        const std::string here = pathOf(folder) + '/';
        const std::string child = path.empty() ? std::string(name) : path + "/" + name;
        if (here.starts_with(target)) {
            report(child, ProblemCode::FolderLoop,
                   "The link leads back to a folder above it and is not followed.");
        } else if (!target.starts_with(m_root)) {
            report(child, ProblemCode::FileOutside,
                   "The link leads to a folder outside and is not followed.");
        }
    }

    void report(const std::string &path, int number)
    {
        report(path, ProblemCode::FolderUnreadable,
               "The folder cannot be read: " + std::generic_category().message(number) + ".");
    }

    void report(const std::string &path, ProblemCode code, std::string message)
    {
        Problem problem;
        problem.code = code;
        problem.message = std::move(message);
        m_scan.problems.emplace_back(path, std::move(problem));
    }

    std::string m_root; ///< as the kernel names it, with a slash at its end
    const std::atomic<bool> *m_isCancelled;
    FolderScan m_scan;
};

Error openError(const std::string &root, int number)
{
    const std::string reason = root + ": " + std::generic_category().message(number);
    switch (number) {
    case ENOENT:
        return {ErrorCode::NotFound, reason};
    case ENOTDIR:
        return {ErrorCode::NotRegular, reason};
    case EACCES:
    case EPERM:
        return {ErrorCode::Unreadable, reason};
    default:
        return {ErrorCode::Io, reason};
    }
}

} // namespace

Result<FolderScan> scanFolder(const std::string &root, const std::atomic<bool> *isCancelled)
{
    const FolderHandle folder(::opendir(root.c_str()));
    if (!folder) {
        return openError(root, errno);
    }
    Walk walk(isCancelled);
    walk.run(::dirfd(folder.get()));
    if (walk.isCancelled()) {
        return Error{ErrorCode::Cancelled, root + ": opening was cancelled"};
    }
    return walk.takeResult();
}

} // namespace lectern::core
