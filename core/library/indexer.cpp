#include "core/library/indexer.h"

#include "core/article/article_file.h"
#include "core/article/folder_conventions.h"
#include "core/article/front_matter/field_values.h"
#include "core/base/large_pages.h"
#include "core/base/task.h"
#include "core/base/text.h"
#include "core/base/text_scan.h"
#include "core/base/wall_clock.h"
#include "core/library/folder_scanner.h"
#include "core/library/library_builder.h"
#include "core/library/library_columns.h"
#include "core/library/library_root.h"
#include "core/library/row_columns.h"
#include "core/markdown/links/settings.h"

#include <algorithm>
#include <climits>
#include <deque>
#include <iterator>
#include <memory_resource>
#include <mutex>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// The coarsest clock tick that stamps files on Linux is 10 ms.
constexpr std::int64_t kClockTickNs = 10'000'000;

/// A file written within the clock tick in which it was read could change once more under the same
/// stamp: its stamp is not trusted, so that the next refresh reads it again.
FileStamp trustedStamp(const FileStamp &stamp, std::int64_t startedNs)
{
    return stamp.modifiedNs + kClockTickNs < startedNs ? stamp : FileStamp{};
}

/// Whether the Markdown \a body shows an image.
bool showsImage(std::string_view body)
{
    static const TextScan kMarkdown("![", ByteHistogram{});
    static const TextScan kHtml("<img", ByteHistogram{});
    return kMarkdown.find(body) != TextScan::kNotFound || kHtml.find(body) != TextScan::kNotFound;
}

void addArticle(ArticleReader &reader, std::string_view path, RowColumns &columns)
{
    const ArticleReader::Reading reading = reader.read(path);
    const ArticleMeta &meta = reading.article.meta;
    columns.add({.path = path,
                 .meta = meta,
                 .problems = reading.article.problems,
                 .stamp = trustedStamp(reading.stamp, reading.startedNs),
                 .bodyLength = static_cast<std::uint32_t>(countCharacters(reading.body)),
                 .hasImage = !meta.thumbnail.empty() || showsImage(reading.body),
                 .hasMath = meta.mathjax.value_or(false)});
}

constexpr Row kNotKnown = UINT32_MAX;

/// The row of each file in \a previous, kNotKnown where it must be read. Both are ordered by path.
std::vector<Row> knownRows(const std::vector<ScannedFile> &files, const Library &previous)
{
    std::vector<Row> rows(files.size(), kNotKnown);
    Row row = 0;
    for (std::size_t index = 0; index < files.size() && row < previous.size(); ++index) {
        while (row < previous.size() && previous.path(row) < files[index].path) {
            ++row;
        }
        const bool isUnchanged = row < previous.size() && previous.path(row) == files[index].path
            && files[index].stamp != FileStamp{} && files[index].stamp == previous.stamp(row);
        if (isUnchanged) {
            rows[index] = row;
        }
    }
    return rows;
}

/// Whether the page of a section that \a row of \a previous knows hands something down.
bool hadCascade(const Library &previous, Row row)
{
    return std::ranges::any_of(previous.others(row), [](const auto &field) {
        return equalsIgnoringCase(field.first, "cascade");
    });
}

bool isSectionPage(std::string_view path)
{
    return path.ends_with("_index.md") && (path.size() == 9 || path[path.size() - 10] == '/');
}

/// Hugo's pages of sections among \a files. Those that \a previous, which may be null, knows to
/// hand nothing down are left out.
std::vector<std::string_view> sectionsIn(const std::vector<ScannedFile> &files,
                                         const Library *previous)
{
    std::vector<std::string_view> sections;
    for (const ScannedFile &file : files) {
        if (!isSectionPage(file.path)) {
            continue;
        }
        const std::optional<Row> row
            = previous == nullptr ? std::nullopt : previous->findPath(file.path);
        const bool isKnown
            = row && file.stamp != FileStamp{} && file.stamp == previous->stamp(*row);
        if (!isKnown || hadCascade(*previous, *row)) {
            sections.push_back(file.path);
        }
    }
    return sections;
}

/// What lies beside the articles of \a folder and says how they are read.
FolderConventions conventionsFor(const std::string &folder, const std::vector<ScannedFile> &files,
                                 const Library *previous)
{
    FolderConventions conventions = conventionsOf(folder, siteAround(folder));
    addCascades(conventions, folder, sectionsIn(files, previous));
    return conventions;
}

/// A row among those that were read.
struct ReadRow
{
    const RowColumns *columns = nullptr;
    Row row = 0;
};

/// What one thread reads, and how.
class Worker final
{
public:
    Worker(const std::string &folder, const FolderConventions &conventions, const WallClock &clock)
        : m_reader(folder, &conventions)
        , m_clock(clock)
    {}

    /// Reads the files \a unknown of \a files and says where their rows are.
    void read(const std::vector<ScannedFile> &files, std::span<const std::size_t> unknown,
              std::span<ReadRow> rows)
    {
        m_paths.clear();
        for (const std::size_t file : unknown) {
            m_paths.push_back(files[file].path);
        }
        m_reader.expect(m_paths);
        std::ranges::transform(m_paths, rows.begin(),
                               [this](std::string_view path) { return read(path); });
    }

private:
    ReadRow read(std::string_view path)
    {
        constexpr Row kMaxRows = 4096;
        if (m_columns.empty()) {
            m_columns.emplace_back(m_clock, &m_memory);
        } else if (m_columns.back().size() == kMaxRows) {
            const RowColumns &full = m_columns.back();
            m_columns.emplace_back(m_clock, &m_memory).reserveLike(full);
        }
        RowColumns &columns = m_columns.back();
        addArticle(m_reader, path, columns);
        return {&columns, columns.size() - 1};
    }

    ArticleReader m_reader;
    const WallClock &m_clock;
    std::vector<std::string_view> m_paths; ///< of the files being read
    std::pmr::monotonic_buffer_resource m_memory{64U << 10U, &largePages()};
    std::deque<RowColumns> m_columns; ///< places in it do not change
};

/// Puts the rows of the files together in runs, in order.
std::vector<RowRun> runsOf(const std::vector<Row> &known, const std::vector<ReadRow> &read)
{
    std::vector<RowRun> runs;
    auto next = read.begin();
    for (const Row row : known) {
        const ReadRow place = row == kNotKnown ? *next++ : ReadRow{nullptr, row};
        if (runs.empty() || runs.back().columns != place.columns || runs.back().last != place.row) {
            runs.push_back({place.columns, place.row, place.row});
        }
        ++runs.back().last;
    }
    return runs;
}

} // namespace

Result<std::shared_ptr<const Library>> indexFolder(const std::string &root,
                                                   const std::shared_ptr<const Library> &previous,
                                                   const IndexOptions &options)
{
    const std::string folder = libraryRoot(root);
    const WallClock clock(options.zone);
    const std::string zone = clock.name();
    bool isReusable = previous && previous->root() == folder
        && previous->columns().bytesOf(Section::Zone) == zone;
    Result<FolderScan> scan
        = scanFolder(folder,
                     {.stamps = isReusable ? ScanOptions::Stamps::Take : ScanOptions::Stamps::Leave,
                      .threads = options.threads,
                      .isCancelled = options.isCancelled});
    if (!scan) {
        return scan.error();
    }
    const std::vector<ScannedFile> &files = scan.value().files;
    const FolderConventions conventions
        = conventionsFor(folder, files, isReusable ? previous.get() : nullptr);
    std::ranges::copy(conventions.problems, std::back_inserter(scan.value().problems));
    isReusable = isReusable
        && previous->columns().bytesOf(Section::Conventions) == conventions.fingerprint;
    const std::vector<Row> known
        = isReusable ? knownRows(files, *previous) : std::vector<Row>(files.size(), kNotKnown);
    std::vector<std::size_t> unknown;
    for (std::size_t index = 0; index < files.size(); ++index) {
        if (known[index] == kNotKnown) {
            unknown.push_back(index);
        }
    }
    if (isReusable && unknown.empty() && files.size() == previous->size()
        && scan.value().problems == previous->folderProblems()) {
        return previous;
    }

    std::vector<std::unique_ptr<Worker>> workers(threadsFor(options.threads));
    std::vector<ReadRow> read(unknown.size());
    forEachBatch(unknown.size(), options,
                 [&](unsigned thread, std::size_t first, std::size_t last) {
                     std::unique_ptr<Worker> &worker = workers[thread];
                     if (!worker) {
                         worker = std::make_unique<Worker>(folder, conventions, clock);
                     }
                     worker->read(files, std::span(unknown).subspan(first, last - first),
                                  std::span(read).subspan(first, last - first));
                 });
    if (isCancelled(options)) {
        return Error{ErrorCode::Cancelled, folder + ": opening was cancelled"};
    }
    auto library = assembleLibrary({.root = folder,
                                    .zone = zone,
                                    .conventions = conventions.fingerprint,
                                    .runs = runsOf(known, read),
                                    .previous = isReusable ? previous.get() : nullptr,
                                    .folderProblems = scan.value().problems,
                                    .titles = isReusable ? TitleOrdering::Now : options.titles,
                                    .threads = threadsFor(options.threads)});
    const bool isSame = isReusable && library->columns().isSameAs(previous->columns());
    return isSame ? previous : library;
}

} // namespace lectern::core
