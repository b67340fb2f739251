#pragma once

#include "core/base/disk.h"

#include <cstddef>
#include <cstdint>
#include <liburing.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Opens and reads a handful of plain files below one root at once (io_uring, Linux 5.6): one call
/// of the kernel for all of them, and a disk that is given 32 things to do answers three times as
/// fast as one that is given two. One thread.
class ReadAhead final
{
public:
    /// How many files are read at once.
    static constexpr std::size_t kFiles = 32;

    /// Null where the system has no io_uring or forbids it, as many containers do. \a root is the
    /// descriptor of the folder, which must stay open.
    static std::unique_ptr<ReadAhead> make(int root);

    ~ReadAhead();
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    struct File
    {
        std::string_view path;
        std::string_view bytes; ///< until the next readAll()
        FileStamp stamp;
        std::int64_t startedNs = 0; ///< since the epoch: when reading began
        bool isRead = false;
    };

    /// Reads at most kFiles \a relativePaths. Not read, for somebody else to find out why, are
    /// links, devices, large files, what cannot be opened and files that were written to meanwhile.
    /// The answer is valid until the next call.
    std::span<const File> readAll(std::span<const std::string_view> relativePaths);

private:
    /// A file while it is read.
    struct Request
    {
        int folder = -1; ///< descriptor
        std::size_t nameAt = 0; ///< in m_names
        int file = -1; ///< descriptor
        FileStamp stamp;
        bool isWanted = false; ///< a plain file that is not too large
        std::size_t bytesAt = 0; ///< in m_bytes
        std::int32_t got = -1;
    };

    struct Folder
    {
        std::string path;
        int descriptor;
    };

    ReadAhead(int root, const io_uring &ring);

    void plan(std::span<const std::string_view> relativePaths);
    int folderOf(std::string_view relativePath);
    bool openPlanned();
    void leaveFolders();
    void makeRoom();
    bool readOpened();
    void finish(const Request &request, File &file);
    template <typename Handler>
    bool complete(std::size_t operations, const Handler &handle);

    int m_root;
    io_uring m_ring;
    bool m_isBroken = false; ///< the kernel refused to go on; nothing more is read
    std::vector<Folder> m_folders; ///< of the files being read
    std::string m_names; ///< each ended by NUL
    std::vector<Request> m_requests;
    std::vector<int> m_toClose;
    std::vector<char> m_bytes;
    std::vector<File> m_files;
};

} // namespace lectern::core
