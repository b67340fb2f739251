#include "core/search/text_pack.h"

#include "core/article/article_file.h"
#include "core/base/file_descriptor.h"
#include "core/base/task.h"
#include "core/base/text.h"
#include "core/library/problem_codec.h"
#include "core/library/snapshot.h"
#include "core/markdown/markdown.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <unordered_map>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::array<char, 8> kMagic{'L', 'e', 'c', 't', 'e', 'x', 't', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr std::string_view kTextEnding = ".text";
constexpr std::string_view kIndexEnding = ".textindex";
constexpr Row kNoRow = UINT32_MAX;
constexpr std::size_t kWriteBytes = 1U << 20U;
/// Enough text to know which bytes are rare.
constexpr std::size_t kSampledBytes = 1U << 20U;
/// What one thread searches at a time, in 0.2 ms; less is not worth starting another thread.
constexpr std::size_t kSearchedBytes = 4U << 20U;

struct Header
{
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t entries;
    std::uint64_t textBytes;
    std::uint64_t checksum;
};

int openOwn(const std::string &path, int flags)
{
    return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

Error ioError(const std::string &path)
{
    return {ErrorCode::Io, path + ": " + std::generic_category().message(errno)};
}

bool writeAt(int descriptor, std::string_view bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written
            = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

std::string foldedBody(ArticleReader &reader, std::string_view path)
{
    std::string text = foldForSearch(visibleText(reader.readBody(path)));
    // The search for the first one is many times faster than replacing all.
    const std::size_t first = text.find('\0');
    if (first != std::string::npos) {
        std::replace(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(), '\0', ' ');
    }
    return text;
}

/// What the index file says.
struct PackIndex
{
    std::vector<TextPackEntry> entries;
    std::string pathBytes;
    std::uint64_t textBytes = 0;
};

std::string encode(const PackIndex &index, std::string_view root)
{
    std::string body(reinterpret_cast<const char *>(index.entries.data()),
                     index.entries.size() * sizeof(TextPackEntry));
    body.append(root).append(1, '\0').append(index.pathBytes);
    const Header header{kMagic, kVersion, static_cast<std::uint32_t>(index.entries.size()),
                        index.textBytes, XXH3_64bits(body.data(), body.size())};
    return std::string(reinterpret_cast<const char *>(&header), sizeof(header)) + body;
}

bool areEntriesSound(const PackIndex &index)
{
    std::uint64_t end = 0;
    for (const TextPackEntry &entry : index.entries) {
        if (entry.offset < end || entry.offset >= index.textBytes
            || entry.sizeBytes >= index.textBytes - entry.offset) {
            return false;
        }
        end = entry.offset + entry.sizeBytes + 1;
    }
    return static_cast<std::size_t>(std::ranges::count(index.pathBytes, '\0'))
        == index.entries.size();
}

Result<PackIndex> decode(std::string_view bytes, std::string_view root, const std::string &path)
{
    Header header{};
    if (bytes.size() < sizeof(header)) {
        return Error{ErrorCode::Malformed, path + ": too short"};
    }
    std::memcpy(&header, bytes.data(), sizeof(header));
    bytes.remove_prefix(sizeof(header));
    if (header.magic != kMagic || header.version != kVersion) {
        return Error{ErrorCode::Unsupported, path + ": of another version"};
    }
    const std::size_t entryBytes = std::size_t{header.entries} * sizeof(TextPackEntry);
    if (header.checksum != XXH3_64bits(bytes.data(), bytes.size()) || bytes.size() < entryBytes) {
        return Error{ErrorCode::Malformed, path + ": damaged"};
    }
    PackIndex index;
    index.textBytes = header.textBytes;
    index.entries.resize(header.entries);
    if (entryBytes > 0) { // A vector without entries has no place to copy to.
        std::memcpy(index.entries.data(), bytes.data(), entryBytes);
    }
    bytes.remove_prefix(entryBytes);
    if (takeUntilNul(bytes) != root) {
        return Error{ErrorCode::Malformed, path + ": of another folder"};
    }
    index.pathBytes = bytes;
    if (!areEntriesSound(index)) {
        return Error{ErrorCode::Malformed, path + ": contradicts itself"};
    }
    return index;
}

std::vector<std::string_view> splitPaths(std::string_view bytes)
{
    std::vector<std::string_view> paths;
    while (!bytes.empty()) {
        paths.push_back(takeUntilNul(bytes));
    }
    return paths;
}

/// Writes texts from several threads behind the end of the pack.
class PackWriter final
{
public:
    PackWriter(int descriptor, std::uint64_t end)
        : m_descriptor(descriptor)
        , m_end(end)
    {}

    struct Added
    {
        TextPackEntry entry;
        std::string_view path; ///< in the library or the pack before, which both outlive this
    };

    /// Texts one thread has made and not yet written.
    struct Batch
    {
        std::string bytes;
        std::vector<Added> added;
    };

    void add(Batch &batch, std::string_view path, const FileStamp &stamp, std::string_view text)
    {
        batch.added.push_back(
            {{stamp, batch.bytes.size(), text.size(), XXH3_64bits(text.data(), text.size())},
             path});
        batch.bytes.append(text).append(1, '\0');
        if (batch.bytes.size() >= kWriteBytes) {
            flush(batch);
        }
    }

    void flush(Batch &batch)
    {
        if (batch.added.empty()) {
            return;
        }
        const std::uint64_t start = m_end.fetch_add(batch.bytes.size());
        if (!writeAt(m_descriptor, batch.bytes, start)) {
            m_hasFailed = true;
        }
        // Lets the disk work while texts are still made, so that little is left for the sync at the
        // end. That one says whether all is well.
        ::sync_file_range(m_descriptor, static_cast<off_t>(start),
                          static_cast<off_t>(batch.bytes.size()), SYNC_FILE_RANGE_WRITE);
        for (Added &added : batch.added) {
            added.entry.offset += start;
        }
        const std::scoped_lock lock(m_mutex);
        m_added.push_back(std::move(batch.added));
        batch.added.clear();
        batch.bytes.clear();
    }

    bool hasFailed() const { return m_hasFailed; }

    std::uint64_t end() const { return m_end; }

    /// Appends what was added to \a target, by offset.
    void appendAdded(std::vector<Added> &target)
    {
        std::ranges::sort(m_added, {}, [](const auto &some) { return some.front().entry.offset; });
        for (const std::vector<Added> &some : m_added) {
            target.insert(target.end(), some.begin(), some.end());
        }
    }

private:
    int m_descriptor;
    std::atomic<std::uint64_t> m_end;
    std::atomic<bool> m_hasFailed = false;
    std::mutex m_mutex;
    std::vector<std::vector<Added>> m_added; ///< never empty ones
};

/// What one thread reads with, and what it has not yet written.
struct Worker
{
    explicit Worker(const std::string &root)
        : reader(root)
    {}

    ArticleReader reader;
    std::vector<std::string_view> paths; ///< of what is being read
    PackWriter::Batch batch;
};

/// Entries of \a pack that still are what \a library has, and whose text is undamaged.
std::vector<PackWriter::Added> liveEntries(const TextPack &pack, const Library &library)
{
    std::vector<PackWriter::Added> live;
    for (std::size_t index = 0; index < pack.entries().size(); ++index) {
        const TextPackEntry &entry = pack.entries()[index];
        const std::optional<Row> row = library.findPath(pack.path(index));
        const std::string_view text = pack.text(index);
        if (row && library.stamp(*row) == entry.stamp && entry.stamp != FileStamp{}
            && XXH3_64bits(text.data(), text.size()) == entry.checksum) {
            live.push_back({entry, pack.path(index)});
        }
    }
    return live;
}

bool isMostlyLive(const std::vector<PackWriter::Added> &live, std::size_t textBytes)
{
    std::uint64_t liveBytes = 0;
    for (const PackWriter::Added &added : live) {
        liveBytes += added.entry.sizeBytes + 1;
    }
    return liveBytes >= textBytes - textBytes / 5;
}

std::vector<Row> rowsWithout(const std::vector<PackWriter::Added> &live, const Library &library)
{
    RowSet present(library.size(), RowSet::Fill::None);
    for (const PackWriter::Added &added : live) {
        present.add(*library.findPath(added.path));
    }
    present.invert();
    std::vector<Row> rows;
    for (Row row = 0; row < library.size(); ++row) {
        if (present.contains(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

PackIndex indexOf(const std::vector<PackWriter::Added> &added, std::uint64_t textBytes)
{
    PackIndex index;
    index.textBytes = textBytes;
    index.entries.reserve(added.size());
    for (const PackWriter::Added &one : added) {
        index.entries.push_back(one.entry);
        index.pathBytes.append(one.path).append(1, '\0');
    }
    return index;
}

} // namespace

Result<std::shared_ptr<const TextPack>> TextPack::open(const std::string &cacheFolder,
                                                       std::string_view root)
{
    const std::string indexPath = cacheFileOf(cacheFolder, root, kIndexEnding);
    const std::string textPath = cacheFileOf(cacheFolder, root, kTextEnding);
    const Result<FileBytes> bytes = readFile(indexPath, SIZE_MAX / 2);
    if (!bytes) {
        return bytes.error();
    }
    Result<PackIndex> index = decode(bytes.value().bytes, root, indexPath);
    if (!index) {
        return index.error();
    }
    const FileDescriptor file(openOwn(textPath, O_RDONLY | O_NONBLOCK));

    struct stat status
    {
    };

    if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || static_cast<std::uint64_t>(status.st_size) < index.value().textBytes) {
        return Error{ErrorCode::Malformed, textPath + ": missing or too short"};
    }
    const std::shared_ptr<TextPack> pack(new TextPack);
    pack->m_entries = std::move(index.value().entries);
    pack->m_pathBytes = std::move(index.value().pathBytes);
    pack->m_paths = splitPaths(pack->m_pathBytes);
    const std::size_t size = index.value().textBytes;
    if (size == 0) {
        return std::shared_ptr<const TextPack>(pack);
    }
    void *const mapping = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
    if (mapping == MAP_FAILED) {
        return ioError(textPath);
    }
    pack->m_text = {static_cast<const char *>(mapping), size};
    return std::shared_ptr<const TextPack>(pack);
}

TextPack::~TextPack()
{
    if (!m_text.empty()) {
        ::munmap(const_cast<char *>(m_text.data()), m_text.size());
    }
}

std::string_view TextPack::text(std::size_t entry) const
{
    return m_text.substr(m_entries[entry].offset, m_entries[entry].sizeBytes);
}

Result<std::shared_ptr<const TextPack>> TextPack::update(const std::string &cacheFolder,
                                                         const Library &library,
                                                         const IndexOptions &options)
{
    const std::string root(library.root());
    const Result<std::shared_ptr<const TextPack>> previous = open(cacheFolder, root);
    std::vector<PackWriter::Added> live;
    std::uint64_t end = 0;
    if (previous) {
        live = liveEntries(*previous.value(), library);
        end = previous.value()->allText().size();
        if (live.size() == library.size() && previous.value()->entries().size() == live.size()) {
            return previous;
        }
    }
    const bool isAppended = previous && isMostlyLive(live, end);
    if (!isAppended) {
        live.clear();
        end = 0;
    }
    const std::string textPath = cacheFileOf(cacheFolder, root, kTextEnding);
    std::error_code ignored; // Opening the file just below says what is wrong.
    std::filesystem::create_directories(std::filesystem::path(textPath).parent_path(), ignored);
    if (!isAppended) {
        ::unlink(textPath.c_str()); // Whoever has the old one mapped keeps it.
    }
    const FileDescriptor file(openOwn(textPath, O_RDWR | O_CREAT));
    if (!file.isOpen()) {
        return ioError(textPath);
    }
    const std::vector<Row> rows = rowsWithout(live, library);
    PackWriter writer(file.get(), end);
    std::vector<std::unique_ptr<Worker>> workers(threadsFor(options.threads));
    forEachBatch(rows.size(), options, [&](unsigned thread, std::size_t first, std::size_t last) {
        std::unique_ptr<Worker> &worker = workers[thread];
        if (!worker) {
            worker = std::make_unique<Worker>(root);
        }
        worker->paths.clear();
        for (std::size_t index = first; index < last; ++index) {
            worker->paths.push_back(library.path(rows[index]));
        }
        worker->reader.expect(worker->paths);
        for (std::size_t index = first; index < last; ++index) {
            const std::string_view path = worker->paths[index - first];
            writer.add(worker->batch, path, library.stamp(rows[index]),
                       foldedBody(worker->reader, path));
        }
    });
    for (const std::unique_ptr<Worker> &worker : workers) {
        if (worker) {
            writer.flush(worker->batch);
        }
    }
    if (isCancelled(options)) {
        return Error{ErrorCode::Cancelled, root + ": reading the texts was cancelled"};
    }
    if (writer.hasFailed() || ::fdatasync(file.get()) != 0) {
        return ioError(textPath);
    }
    live.reserve(library.size());
    writer.appendAdded(live); // All lie behind what was there before.
    const Status saved = writeFileAtomically(cacheFileOf(cacheFolder, root, kIndexEnding),
                                             encode(indexOf(live, writer.end()), root));
    if (!saved) {
        return saved.error();
    }
    return open(cacheFolder, root);
}

BodySearch::BodySearch(std::shared_ptr<const TextPack> pack, const Library &library)
    : m_pack(std::move(pack))
    , m_histogram(histogramOf(m_pack->allText().substr(0, kSampledBytes)))
    , m_rowOfEntry(m_pack->entries().size(), kNoRow)
    , m_entryOfRow(library.size(), kNoRow)
{
    for (std::size_t entry = 0; entry < m_rowOfEntry.size(); ++entry) {
        const std::optional<Row> row = library.findPath(m_pack->path(entry));
        if (row) {
            m_rowOfEntry[entry] = *row;
            m_entryOfRow[*row] = static_cast<std::uint32_t>(entry);
        }
    }
}

void BodySearch::search(std::string_view needle, RowSet &rows) const
{
    if (needle.empty()) {
        return;
    }
    const std::size_t entries = m_pack->entries().size();
    const std::size_t parts = m_pack->allText().size() / kSearchedBytes + 1;
    const unsigned threads = threadsFor(0);
    const TextScan scan(needle, m_histogram);
    std::vector<RowSet> found(threads,
                              RowSet(static_cast<Row>(m_entryOfRow.size()), RowSet::Fill::None));
    forEachIndex(parts, threads, [&](unsigned thread, std::size_t part) {
        searchEntries(scan, entries * part / parts, entries * (part + 1) / parts, found[thread]);
    });
    for (const RowSet &some : found) {
        rows.addAll(some);
    }
}

void BodySearch::searchEntries(const TextScan &scan, std::size_t first, std::size_t last,
                               RowSet &rows) const
{
    if (first == last) {
        return;
    }
    const auto entries = m_pack->entries();
    const std::string_view bytes
        = m_pack->allText().substr(0, entries[last - 1].offset + entries[last - 1].sizeBytes);
    std::size_t entry = first;
    for (std::size_t hit = scan.find(bytes, entries[entry].offset); hit != TextScan::kNotFound;) {
        while (entries[entry].offset + entries[entry].sizeBytes < hit) {
            ++entry; // The last one ends where the bytes do.
        }
        const bool isLive = hit >= entries[entry].offset && m_rowOfEntry[entry] != kNoRow;
        if (isLive) {
            rows.add(m_rowOfEntry[entry]);
        }
        const std::size_t next = hit < entries[entry].offset
            ? entries[entry].offset
            : entries[entry].offset + entries[entry].sizeBytes;
        hit = scan.find(bytes, next);
    }
}

std::string_view BodySearch::text(Row row) const
{
    return m_entryOfRow[row] == kNoRow ? std::string_view() : m_pack->text(m_entryOfRow[row]);
}

} // namespace lectern::core
