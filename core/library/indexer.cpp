#include "core/library/indexer.h"

#include "core/article/article_file.h"
#include "core/library/folder_scanner.h"
#include "core/library/library_builder.h"

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

constexpr std::chrono::milliseconds kProgressInterval{50};
/// Articles a thread takes at once: enough to make the shared counter cheap, few enough to end
/// together.
constexpr std::size_t kBatch = 64;

bool isCancelled(const IndexOptions &options)
{
    return options.isCancelled != nullptr && options.isCancelled->load(std::memory_order_relaxed);
}

std::string absolutePath(const std::string &root)
{
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(root.c_str(), nullptr),
                                                               &std::free);
    return resolved ? std::string(resolved.get()) : root;
}

/// Characters of valid UTF-8: every byte but the continuation bytes.
std::uint32_t countCharacters(std::string_view text)
{
    return static_cast<std::uint32_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

ArticleRecord readRecord(const std::string &root, const std::string &path)
{
    ArticleFile file = readArticleFile(root, path);
    ArticleRecord record;
    record.path = path;
    record.meta = std::move(file.article.meta);
    record.problems = std::move(file.article.problems);
    record.stamp = file.stamp;
    record.bodyLength = countCharacters(file.article.body);
    record.hasImage = !record.meta.thumbnail.empty()
        || file.article.body.find("![") != std::string::npos
        || file.article.body.find("<img") != std::string::npos;
    record.hasMath = record.meta.mathjax.value_or(false);
    return record;
}

/// Calls the observer at most every kProgressInterval, from whichever thread gets there.
class Progress final
{
public:
    Progress(const IndexOptions &options, std::size_t found)
        : m_options(options)
        , m_found(static_cast<std::uint32_t>(found))
    {}

    void add(std::size_t articles)
    {
        if (!m_options.onProgress) {
            return;
        }
        const std::scoped_lock lock(m_mutex);
        m_read += static_cast<std::uint32_t>(articles);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last >= kProgressInterval || m_read == m_found) {
            m_last = now;
            m_options.onProgress({m_found, m_read});
        }
    }

private:
    const IndexOptions &m_options;
    std::uint32_t m_found;
    std::uint32_t m_read = 0;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
};

/// Runs \a work(index) for each index below \a count, over all threads.
template <typename Work>
void forEachIndex(std::size_t count, const IndexOptions &options, Progress &progress,
                  const Work &work)
{
    std::atomic<std::size_t> taken = 0;
    const auto run = [&] {
        for (std::size_t first = taken.fetch_add(kBatch); first < count && !isCancelled(options);
             first = taken.fetch_add(kBatch)) {
            const std::size_t last = std::min(first + kBatch, count);
            for (std::size_t index = first; index < last; ++index) {
                work(index);
            }
            progress.add(last - first);
        }
    };
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned threads = options.threads == 0 ? cores : options.threads;
    std::vector<std::jthread> helpers;
    for (unsigned thread = 1; thread < threads && thread * kBatch < count; ++thread) {
        helpers.emplace_back(run);
    }
    run();
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
    Result<FolderScan> scan = scanFolder(folder, options.isCancelled);
    if (!scan) {
        return scan.error();
    }
    const std::vector<ScannedFile> &files = scan.value().files;
    if (previous && isSameFolder(scan.value(), folder, *previous)) {
        return previous;
    }
    const bool isReusable = previous && previous->root() == folder;
    std::vector<ArticleRecord> records(files.size());
    Progress progress(options, files.size());
    forEachIndex(files.size(), options, progress, [&](std::size_t index) {
        const std::optional<Row> row
            = isReusable ? previous->findPath(files[index].path) : std::nullopt;
        records[index] = row && isUnchanged(files[index], *previous, *row)
            ? recordOf(*previous, *row)
            : readRecord(folder, files[index].path);
    });
    if (isCancelled(options)) {
        return Error{ErrorCode::Cancelled, folder + ": opening was cancelled"};
    }
    return buildLibrary(folder, std::move(records), scan.value().problems);
}

} // namespace lectern::core
