#include "core/search/text_pack.h"

#include "core/article/article_file.h"
#include "core/base/file_descriptor.h"
#include "core/base/task.h"
#include "core/base/text.h"
#include "core/library/problem_codec.h"
#include "core/library/snapshot.h"
#include "core/markdown/markdown.h"
#include "core/search/pack_writer.h"
#include "core/search/row_set.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::string_view kTextEnding = ".text";
constexpr std::string_view kIndexEnding = ".textindex";

int openOwn(const std::string &path, int flags)
{
    return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

Error ioError(const std::string &path)
{
    return {ErrorCode::Io, path + ": " + std::generic_category().message(errno)};
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

std::vector<std::string_view> splitPaths(std::string_view bytes)
{
    std::vector<std::string_view> paths;
    while (!bytes.empty()) {
        paths.push_back(takeUntilNul(bytes));
    }
    return paths;
}

/// What one thread reads with, and what it has not yet written.
struct Worker
{
    explicit Worker(const std::string &root)
        : reader(root)
    {}

    void add(PackWriter &writer, const Library &library, std::span<const Row> rows)
    {
        paths.clear();
        for (const Row row : rows) {
            paths.push_back(library.path(row));
        }
        reader.expect(paths);
        for (std::size_t index = 0; index < rows.size(); ++index) {
            writer.add(batch, paths[index], library.stamp(rows[index]),
                       foldedBody(reader, paths[index]));
        }
    }

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

/// What stays of the pack before.
struct Kept
{
    std::vector<PackWriter::Added> entries;
    std::uint64_t end = 0; ///< where new texts start; 0: the pack is written anew
    bool isAll = false; ///< nothing is to be read, and nothing dead is there
};

Kept keptOf(const TextPack &pack, const Library &library)
{
    Kept kept{.entries = liveEntries(pack, library), .end = pack.allText().size()};
    kept.isAll
        = kept.entries.size() == library.size() && pack.entries().size() == kept.entries.size();
    return kept.isAll || isMostlyLive(kept.entries, kept.end) ? kept : Kept();
}

/// Makes the folders and opens the file of texts to append to what is kept of it.
FileDescriptor openForWriting(const std::string &path, const Kept &kept)
{
    std::error_code ignored; // Opening the file just below says what is wrong.
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    if (kept.end == 0) {
        ::unlink(path.c_str()); // Whoever has the old one mapped keeps it.
    }
    return FileDescriptor(openOwn(path, O_RDWR | O_CREAT));
}

/// Reads the articles of \a rows over all cores.
void addTexts(PackWriter &writer, const Library &library, const std::vector<Row> &rows,
              const IndexOptions &options)
{
    const std::string root(library.root());
    std::vector<std::unique_ptr<Worker>> workers(threadsFor(options.threads));
    forEachBatch(rows.size(), options, [&](unsigned thread, std::size_t first, std::size_t last) {
        std::unique_ptr<Worker> &worker = workers[thread];
        if (!worker) {
            worker = std::make_unique<Worker>(root);
        }
        worker->add(writer, library, std::span(rows).subspan(first, last - first));
    });
    for (const std::unique_ptr<Worker> &worker : workers) {
        if (worker) {
            writer.flush(worker->batch);
        }
    }
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
    Result<PackIndex> index = decodePackIndex(bytes.value().bytes, root, indexPath);
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
    Kept kept = previous ? keptOf(*previous.value(), library) : Kept();
    if (previous && kept.isAll) {
        return previous;
    }
    const std::string textPath = cacheFileOf(cacheFolder, root, kTextEnding);
    const FileDescriptor file = openForWriting(textPath, kept);
    if (!file.isOpen()) {
        return ioError(textPath);
    }
    PackWriter writer(file.get(), kept.end);
    addTexts(writer, library, rowsWithout(kept.entries, library), options);
    if (isCancelled(options)) {
        return Error{ErrorCode::Cancelled, root + ": reading the texts was cancelled"};
    }
    if (writer.hasFailed() || ::fdatasync(file.get()) != 0) {
        return ioError(textPath);
    }
    kept.entries.reserve(library.size());
    writer.appendAdded(kept.entries); // All lie behind what was there before.
    const Status saved
        = writeFileAtomically(cacheFileOf(cacheFolder, root, kIndexEnding),
                              encodePackIndex(indexOf(kept.entries, writer.end()), root));
    if (!saved) {
        return saved.error();
    }
    return open(cacheFolder, root);
}

} // namespace lectern::core
