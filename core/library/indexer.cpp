#include "core/library/indexer.h"

#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/base/wall_clock.h"
#include "core/library/folder_scanner.h"
#include "core/library/library_builder.h"
#include "core/library/library_image.h"
#include "core/library/parallel.h"
#include "core/library/text_scan.h"

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// The coarsest clock tick that stamps files on Linux is 10 ms.
constexpr std::int64_t kClockTickNs = 10'000'000;

std::string absolutePath(const std::string &root)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(root.c_str(), nullptr),
                                                               &std::free);
    return resolved ? std::string(resolved.get()) : root;
}

/// A file written within the clock tick in which it was read could change once more under the same
/// stamp: its stamp is not trusted, so that the next refresh reads it again.
FileStamp trustedStamp(const FileStamp &stamp, std::int64_t startedNs)
{
    return stamp.modifiedNs + kClockTickNs < startedNs ? stamp : FileStamp{};
}

std::int64_t nowNs()
{
    return std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Whether the Markdown \a body shows an image.
bool showsImage(std::string_view body)
{
    static const TextScan kMarkdown("![", ByteHistogram{});
    static const TextScan kHtml("<img", ByteHistogram{});
    return kMarkdown.find(body) != TextScan::kNotFound || kHtml.find(body) != TextScan::kNotFound;
}

ArticleRecord readRecord(ArticleReader &reader, const std::string &path)
{
    const std::int64_t startedNs = nowNs();
    ArticleReader::Reading reading = reader.read(path);
    ArticleRecord record;
    record.path = path;
    record.meta = std::move(reading.article.meta);
    record.problems = std::move(reading.article.problems);
    record.stamp = trustedStamp(reading.stamp, startedNs);
    record.bodyLength = static_cast<std::uint32_t>(countCharacters(reading.body));
    record.hasImage = !record.meta.thumbnail.empty() || showsImage(reading.body);
    record.hasMath = record.meta.mathjax.value_or(false);
    return record;
}

bool isUnchanged(const ScannedFile &file, const Library &previous, Row row)
{
    return file.stamp == previous.stamp(row) && file.stamp != FileStamp{};
}

bool isSameFolder(const FolderScan &scan, const std::string &root, const Library &previous)
{
    if (previous.root() != root || previous.size() != scan.files.size()
        || previous.folderProblems() != scan.problems) {
        return false;
    }
    for (Row row = 0; row < previous.size(); ++row) {
        if (scan.files[row].path != previous.path(row)
            || !isUnchanged(scan.files[row], previous, row)) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<std::shared_ptr<const Library>> indexFolder(const std::string &root,
                                                   const std::shared_ptr<const Library> &previous,
                                                   const IndexOptions &options)
{
    const std::string folder = absolutePath(root);
    Result<FolderScan> scan
        = scanFolder(folder,
                     {.stamps = previous ? ScanOptions::Stamps::Take : ScanOptions::Stamps::Leave,
                      .threads = options.threads,
                      .isCancelled = options.isCancelled});
    if (!scan) {
        return scan.error();
    }
    const std::vector<ScannedFile> &files = scan.value().files;
    if (previous && isSameFolder(scan.value(), folder, *previous)) {
        return previous;
    }
    const bool isReusable = previous && previous->root() == folder;
    std::vector<ArticleRecord> records(files.size());
    forEachBatch(files.size(), options, [&](std::size_t first, std::size_t last) {
        ArticleReader reader(folder);
        for (std::size_t index = first; index < last; ++index) {
            const std::optional<Row> row
                = isReusable ? previous->findPath(files[index].path) : std::nullopt;
            records[index] = row && isUnchanged(files[index], *previous, *row)
                ? recordOf(*previous, *row)
                : readRecord(reader, files[index].path);
        }
    });
    if (isCancelled(options)) {
        return Error{ErrorCode::Cancelled, folder + ": opening was cancelled"};
    }
    auto library
        = buildLibrary(folder, std::move(records), scan.value().problems, WallClock(options.zone));
    const bool isSame
        = isReusable && std::ranges::equal(library->image().bytes(), previous->image().bytes());
    return isSame ? previous : library;
}

} // namespace lectern::core
