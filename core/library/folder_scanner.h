#pragma once

#include "core/article/article.h"
#include "core/base/disk.h"
#include "core/base/result.h"

#include <atomic>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// A Markdown file that the walk met.
struct ScannedFile
{
    std::string_view path; ///< relative to the root, raw bytes; lives as long as the scan
    FileStamp stamp; ///< of what a link points to; empty if that cannot be known
};

struct FolderScan
{
    std::vector<ScannedFile> files; ///< ordered by path
    std::vector<std::pair<std::string, Problem>> problems; ///< folders not walked
    std::vector<std::vector<char>> pathBytes; ///< what the paths are views of
};

struct ScanOptions
{
    /// Whether to ask for each file's stamp. A file that is read anyway tells its stamp then.
    enum class Stamps { Take, Leave };

    Stamps stamps = Stamps::Take;
    unsigned threads = 0; ///< 0: as many as the machine has cores
    const std::atomic<bool> *isCancelled = nullptr;
};

/// Finds every .md and .markdown file below \a root (names compared without case), by file
/// descriptor. Hidden folders, node_modules and links to folders are left out, so no walk can loop;
/// links that lead up or outside are reported. Fails with NotFound, Unreadable, NotRegular (not a
/// folder) or Cancelled. Blocks; any thread.
Result<FolderScan> scanFolder(const std::string &root, const ScanOptions &options = {});

} // namespace lectern::core
