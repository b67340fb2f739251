#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::core {

/// What identifies one state of a file: any difference means "read it again", never "newer than".
struct FileStamp
{
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0; ///< since the epoch
    std::uint64_t inode = 0;

    bool operator==(const FileStamp &) const = default;
};

struct FileBytes
{
    std::string bytes;
    FileStamp stamp;
    bool isUnsteady = false; ///< the file changed both times it was read
    bool isCut = false; ///< the file was larger than the cap; \c bytes holds its beginning
};

/// Whether reading may leave the library through symbolic links.
enum class LinkPolicy { StayInside, Follow };

/// Reads at most \a capBytes of the regular file \a relativePath (raw bytes) below \a root. A file
/// that changed while it was read is read once more. Never blocks on a FIFO or a device. Fails with
/// NotFound, Unreadable, NotRegular, Outside or Io; never throws. Any thread.
Result<FileBytes> readFileBelow(const std::string &root, std::string_view relativePath,
                                std::size_t capBytes, LinkPolicy links = LinkPolicy::StayInside);

/// Reads at most \a capBytes of a file of our own, by its whole path. Fails like readFileBelow().
Result<FileBytes> readFile(const std::string &path, std::size_t capBytes);

/// Writes \a bytes to a temporary file beside \a path, syncs it and renames it over \a path, so
/// that a reader sees the old or the new content and nothing between. Creates missing folders.
Status writeFileAtomically(const std::string &path, std::string_view bytes);

} // namespace lectern::core
