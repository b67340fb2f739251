#pragma once

#include "core/base/disk.h"

#include <cstdint>
#include <sys/stat.h>
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

} // namespace lectern::core
