#pragma once

#include "core/base/disk.h"

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace lectern::core {

/// A descriptor of the system's, closed at the end; not open where it is negative.
class FileDescriptor final
{
public:
    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {}

    ~FileDescriptor()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }

    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    int get() const { return m_descriptor; }

    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

/// The stamp of the file that has \a status.
inline FileStamp stampOf(const struct stat &status)
{
    FileStamp stamp;
    stamp.sizeBytes = static_cast<std::uint64_t>(status.st_size);
    stamp.modifiedNs = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    stamp.inode = status.st_ino;
    return stamp;
}

/// How files of the folder are opened: nothing blocks, whatever they are.
inline constexpr int kReadingFlags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

/// The folder \a relativePath below the one open as \a root, for opening what is in it; negative
/// where a link leads there or it cannot be entered.
inline int openFolderBelow(int root, const std::string &relativePath)
{
    open_how how{};
    how.flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    return static_cast<int>(::syscall(SYS_openat2, root, relativePath.c_str(), &how, sizeof(how)));
}

/// The name of the folder that the file \a relativePath is in; "." for the root itself.
inline std::string_view folderNameOf(std::string_view relativePath)
{
    const std::size_t slash = relativePath.rfind('/');
    return slash == std::string_view::npos ? "." : relativePath.substr(0, slash);
}

/// Nanoseconds since the epoch, at most a clock tick ago.
inline std::int64_t recentNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

/// Whether a file with \a stamp was last written to over a second before \a nowNs. It may still be
/// written to from here on; its stamp then differs, and the next look at the folder finds it.
inline bool hasRested(const FileStamp &stamp, std::int64_t nowNs)
{
    return stamp.modifiedNs + 1'000'000'000 < nowNs;
}

/// Whether the open file \a descriptor still has \a stamp.
inline bool hasStamp(int descriptor, const FileStamp &stamp)
{
    struct stat status
    {
    };

    return ::fstat(descriptor, &status) == 0 && stampOf(status) == stamp;
}

} // namespace lectern::core
