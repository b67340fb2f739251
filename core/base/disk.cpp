#include "core/base/disk.h"

#include "core/base/file_descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

Error systemError(int number, const std::string &path)
{
    const std::string reason = path + ": " + std::generic_category().message(number);
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound, reason};
    case EACCES:
    case EPERM:
        return {ErrorCode::Unreadable, reason};
    case EXDEV:
        return {ErrorCode::Outside, path + ": the link leads outside the folder"};
    case ELOOP:
        return {ErrorCode::Outside, path + ": the link leads back to itself"};
    case ENXIO:
        return {ErrorCode::NotRegular, path + ": not a regular file"};
    default:
        return {ErrorCode::Io, reason};
    }
}

/// The kernel itself refuses paths that leave the root, by `..` or by links (openat2, Linux 5.6).
int openBelow(int rootDescriptor, const std::string &path, LinkPolicy links)
{
    open_how how{};
    how.flags = kReadingFlags;
    if (links == LinkPolicy::StayInside) {
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    }
    // While any file of the system is renamed, the kernel cannot be sure of a `..` and says so; one
    // in 400 reads failed beside a busy renamer.
    constexpr int kAttempts = 100;
    int descriptor = -1;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        descriptor = static_cast<int>(
            ::syscall(SYS_openat2, rootDescriptor, path.c_str(), &how, sizeof(how)));
        if (descriptor >= 0 || (errno != EAGAIN && errno != EINTR)) {
            break;
        }
    }
    return descriptor;
}

/// Reads up to \a capBytes; one byte more is asked for to learn whether the file goes on.
Result<FileBytes> readOpenFile(int descriptor, const std::string &path, std::size_t capBytes)
{
    struct stat status
    {
    };

    if (::fstat(descriptor, &status) != 0) {
        return systemError(errno, path);
    }
    if (!S_ISREG(status.st_mode)) {
        return Error{ErrorCode::NotRegular, path + ": not a regular file"};
    }
    FileBytes file;
    file.stamp = stampOf(status);
    const std::size_t wanted = std::min(capBytes, static_cast<std::size_t>(status.st_size)) + 1;
    file.bytes.resize(wanted);
    std::size_t filled = 0;
    while (filled < wanted) {
        const ssize_t got = ::pread(descriptor, file.bytes.data() + filled, wanted - filled,
                                    static_cast<off_t>(filled));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return systemError(errno, path);
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    file.isCut = filled > capBytes || static_cast<std::size_t>(status.st_size) > capBytes;
    file.bytes.resize(std::min(filled, capBytes));
    return file;
}

Status writeAll(int descriptor, std::string_view bytes, const std::string &path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return systemError(errno, path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Ok{};
}

/// Writes by way of a file with a name of its own.
Status writeWithTemporary(const std::string &path, std::string_view bytes)
{
    std::string temporary = path + ".XXXXXX";
    const FileDescriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.isOpen()) {
        return systemError(errno, temporary);
    }
    Status written = writeAll(file.get(), bytes, temporary);
    if (written && ::fsync(file.get()) != 0) {
        written = systemError(errno, temporary);
    }
    if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
        written = systemError(errno, path);
    }
    if (!written) {
        ::unlink(temporary.c_str());
    }
    return written;
}

/// Puts the file without a name \a descriptor in the place of what is at \a path; false when that
/// cannot be done. The name it has in between is always the same, so that a kill at that moment
/// leaves one file, which the next write takes away.
bool putInPlace(int descriptor, const std::string &path)
{
    const std::string self = "/proc/self/fd/" + std::to_string(descriptor);
    const std::string temporary = path + ".new";
    ::unlink(temporary.c_str());
    if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, temporary.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        return false;
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        ::unlink(temporary.c_str());
        return false;
    }
    return true;
}

} // namespace

Result<FileBytes> readFileBelow(const std::string &root, std::string_view relativePath,
                                std::size_t capBytes, LinkPolicy links)
{
    const std::string path(relativePath);
    const std::string shownPath = root + "/" + path;
    if (path.find('\0') != std::string::npos) { // The kernel would see only what is before it.
        return systemError(ENOENT, shownPath);
    }
    const FileDescriptor folder(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen()) {
        return systemError(errno, root);
    }
    const FileDescriptor opened(openBelow(folder.get(), path, links));
    if (!opened.isOpen()) {
        return systemError(errno, shownPath);
    }
    Result<FileBytes> file = readOpenFile(opened.get(), shownPath, capBytes);
    if (file && !hasStamp(opened.get(), file.value().stamp)) {
        file = readOpenFile(opened.get(), shownPath, capBytes);
        if (file && !hasStamp(opened.get(), file.value().stamp)) {
            file.value().isUnsteady = true;
        }
    }
    return file;
}

Result<FileBytes> readFile(const std::string &path, std::size_t capBytes)
{
    const FileDescriptor opened(::open(path.c_str(), kReadingFlags));
    if (!opened.isOpen()) {
        return systemError(errno, path);
    }
    return readOpenFile(opened.get(), path, capBytes);
}

Status writeFileAtomically(const std::string &path, std::string_view bytes)
{
    std::error_code ignored; // A missing folder shows as a failure to open just below.
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    const std::string folder = path.substr(0, path.rfind('/') + 1); // npos + 1 is 0
    // A file without a name leaves nothing behind when the program is killed. Not every file system
    // has such files, and another program that writes to the same place may get in between.
    const FileDescriptor file(
        ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
    const bool isDone = file.isOpen() && writeAll(file.get(), bytes, path)
        && ::fsync(file.get()) == 0 && putInPlace(file.get(), path);
    return isDone ? Status(Ok{}) : writeWithTemporary(path, bytes);
}

} // namespace lectern::core
