#include "core/base/read_ahead.h"

#include "core/base/file_descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

/// Larger than nearly every article.
constexpr std::size_t kMaxBytes = 64U << 10U;
/// Files are closed with the opening of the next ones.
constexpr unsigned kOperations = 2 * ReadAhead::kFiles;
/// user_data of an operation that closes a file.
constexpr std::uint64_t kClosing = UINT64_MAX;
/// Of a line of the cache, so that no two files share one.
constexpr std::size_t kAlignment = 64;

/// ThreadSanitizer does not see which files a ring opens and closes, and takes their numbers, when
/// other threads get them next, for a race.
#if defined(__SANITIZE_THREAD__)
constexpr bool kIsAllowed = false;
#else
constexpr bool kIsAllowed = true;
#endif

constexpr std::size_t aligned(std::size_t size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

} // namespace

std::unique_ptr<ReadAhead> ReadAhead::make(int root)
{
    if (!kIsAllowed) {
        return nullptr;
    }
    io_uring ring{};
    if (io_uring_queue_init(kOperations, &ring, 0) != 0) {
        return nullptr;
    }
    // Files that are not in memory are opened by threads of the kernel's, of which it starts few
    // unless it is told.
    std::array<unsigned, 2> threads{kFiles, 0};
    io_uring_register_iowq_max_workers(&ring, threads.data());
    return std::unique_ptr<ReadAhead>(new ReadAhead(root, ring));
}

ReadAhead::ReadAhead(int root, const io_uring &ring)
    : m_root(root)
    , m_ring(ring)
{}

ReadAhead::~ReadAhead()
{
    io_uring_queue_exit(&m_ring);
    for (const int file : m_toClose) {
        ::close(file);
    }
    for (const Folder &folder : m_folders) {
        ::close(folder.descriptor);
    }
}

std::span<const ReadAhead::File> ReadAhead::readAll(std::span<const std::string_view> relativePaths)
{
    plan(relativePaths.first(std::min(relativePaths.size(), kFiles)));
    if (m_isBroken || !openPlanned()) {
        return m_files;
    }
    leaveFolders();
    makeRoom();
    if (readOpened()) {
        for (std::size_t index = 0; index < m_files.size(); ++index) {
            finish(m_requests[index], m_files[index]);
        }
    }
    return m_files;
}

/// Opens the folders of the files, which the walk has just read, and spells their names.
void ReadAhead::plan(std::span<const std::string_view> relativePaths)
{
    const std::int64_t startedNs = recentNs();
    m_names.clear();
    m_requests.clear();
    m_files.clear();
    for (const std::string_view path : relativePaths) {
        m_files.push_back({.path = path, .bytes = {}, .stamp = {}, .startedNs = startedNs});
        Request &request = m_requests.emplace_back();
        const bool hasNul = path.find('\0') != std::string_view::npos;
        request.folder = hasNul ? -1 : folderOf(path);
        request.nameAt = m_names.size();
        m_names.append(path.substr(path.rfind('/') + 1)).append(1, '\0'); // npos + 1 is 0
    }
}

/// The descriptor of the folder that \a relativePath is in, negative where it cannot be entered
/// without a link.
int ReadAhead::folderOf(std::string_view relativePath)
{
    const std::string_view path = folderNameOf(relativePath);
    if (!m_folders.empty() && m_folders.back().path == path) {
        return m_folders.back().descriptor;
    }
    std::string folder(path);
    const int descriptor = openFolderBelow(m_root, folder);
    if (descriptor >= 0) {
        m_folders.push_back({std::move(folder), descriptor});
    }
    return descriptor;
}

/// Also closes the files of the last call.
bool ReadAhead::openPlanned()
{
    std::size_t operations = m_toClose.size();
    for (const int file : m_toClose) {
        io_uring_sqe *const entry = io_uring_get_sqe(&m_ring);
        io_uring_prep_close(entry, file);
        io_uring_sqe_set_data64(entry, kClosing);
    }
    m_toClose.clear();
    for (std::size_t index = 0; index < m_requests.size(); ++index) {
        const Request &request = m_requests[index];
        if (request.folder >= 0) {
            io_uring_sqe *const entry = io_uring_get_sqe(&m_ring);
            io_uring_prep_openat(entry, request.folder, m_names.data() + request.nameAt,
                                 kReadingFlags | O_NOFOLLOW, 0);
            io_uring_sqe_set_data64(entry, index);
            ++operations;
        }
    }
    return complete(operations, [this](std::uint64_t request, std::int32_t result) {
        if (request != kClosing && result >= 0) {
            m_requests[request].file = result;
            m_toClose.push_back(result);
        }
    });
}

/// Closes all folders but the last, in which the next files may be.
void ReadAhead::leaveFolders()
{
    while (m_folders.size() > 1) {
        ::close(m_folders.front().descriptor);
        m_folders.erase(m_folders.begin());
    }
}

/// Learns which files are wanted and where their bytes go.
void ReadAhead::makeRoom()
{
    std::size_t end = 0;
    for (Request &request : m_requests) {
        struct stat status
        {
        };

        if (request.file < 0 || ::fstat(request.file, &status) != 0 || !S_ISREG(status.st_mode)
            || status.st_size >= static_cast<off_t>(kMaxBytes)) {
            continue;
        }
        request.stamp = stampOf(status);
        request.isWanted = true;
        request.bytesAt = end;
        end = aligned(end + static_cast<std::size_t>(status.st_size) + 1);
    }
    m_bytes.resize(std::max(m_bytes.size(), end));
}

/// Asks for one byte more than a file has, to learn whether it grew.
bool ReadAhead::readOpened()
{
    std::size_t operations = 0;
    for (std::size_t index = 0; index < m_requests.size(); ++index) {
        const Request &request = m_requests[index];
        if (request.isWanted) {
            io_uring_sqe *const entry = io_uring_get_sqe(&m_ring);
            io_uring_prep_read(entry, request.file, m_bytes.data() + request.bytesAt,
                               static_cast<unsigned>(request.stamp.sizeBytes) + 1, 0);
            io_uring_sqe_set_data64(entry, index);
            ++operations;
        }
    }
    return complete(operations, [this](std::uint64_t request, std::int32_t result) {
        m_requests[request].got = result;
    });
}

void ReadAhead::finish(const Request &request, File &file)
{
    const bool isWhole = request.isWanted && request.got >= 0
        && static_cast<std::uint64_t>(request.got) == request.stamp.sizeBytes;
    if (isWhole
        && (hasRested(request.stamp, file.startedNs) || hasStamp(request.file, request.stamp))) {
        file.bytes = {m_bytes.data() + request.bytesAt, static_cast<std::size_t>(request.got)};
        file.stamp = request.stamp;
        file.isRead = true;
    }
}

/// Hands the prepared \a operations to the kernel and calls \a handle(user_data, result) for each
/// when it is done.
template <typename Handler>
bool ReadAhead::complete(std::size_t operations, const Handler &handle)
{
    while (operations > 0) {
        const int code = io_uring_submit_and_wait(&m_ring, static_cast<unsigned>(operations));
        if (code < 0 && code != -EINTR && code != -EAGAIN && code != -EBUSY) {
            m_isBroken = true;
            return false;
        }
        unsigned head = 0;
        unsigned done = 0;
        const io_uring_cqe *entry = nullptr;
        io_uring_for_each_cqe(&m_ring, head, entry)
        {
            handle(entry->user_data, entry->res);
            ++done;
        }
        io_uring_cq_advance(&m_ring, done);
        operations -= done;
    }
    return true;
}

} // namespace lectern::core
