#pragma once

#include "core/base/wall_clock.h"
#include "core/library/library.h"
#include "core/library/row_columns.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

using FolderProblem = std::pair<std::string, Problem>;

/// Rows \c first to \c last (exclusive) of \c columns, or of the previous library where that is
/// null.
struct RowRun
{
    const RowColumns *columns = nullptr;
    Row first = 0;
    Row last = 0;
};

struct LibraryParts
{
    std::string_view root;
    std::string_view zone; ///< of the clock that times without a zone were read off
    std::string_view conventions; ///< of the folder that the articles were read with
    /// All rows by ascending path, no path twice.
    std::vector<RowRun> runs;
    /// What the runs without columns are copied from; read off the same clock.
    const Library *previous = nullptr;
    std::span<const FolderProblem> folderProblems;
    TitleOrdering titles = TitleOrdering::Now;
    unsigned threads = 1;
};

/// Makes one library of \a parts. The same rows give the same bytes, whatever parts they come in.
/// Copies unchanged rows in runs and puts new ones into the orders of the previous library, so that
/// a small change costs little more than the copy. Pure; any thread.
std::shared_ptr<const Library> assembleLibrary(const LibraryParts &parts);

/// \a library with the order of its titles, for keeping: itself where it has one. O(n log n). Any
/// thread.
std::shared_ptr<const Library> withTitleOrder(const std::shared_ptr<const Library> &library);

/// Makes the library of \a root out of \a records, whose paths are distinct; their order does not
/// matter. O(n log n). Pure; any thread.
std::shared_ptr<const Library> buildLibrary(std::string_view root,
                                            std::vector<ArticleRecord> records,
                                            const std::vector<FolderProblem> &folderProblems,
                                            const WallClock &clock = WallClock());

} // namespace lectern::core
