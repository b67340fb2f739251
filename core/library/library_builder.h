#pragma once

#include "core/article/article.h"
#include "core/base/disk.h"
#include "core/base/wall_clock.h"
#include "core/library/library.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// What the index keeps of one article.
struct ArticleRecord
{
    std::string path;
    ArticleMeta meta;
    std::vector<Problem> problems;
    FileStamp stamp;
    std::uint32_t bodyLength = 0; ///< characters of Markdown
    bool hasImage = false;
    bool hasMath = false;
};

/// The record that \a library was built from, for articles that have not changed since.
ArticleRecord recordOf(const Library &library, Row row);

using FolderProblem = std::pair<std::string, Problem>;

/// Makes the library of \a root out of \a records, whose paths are distinct; their order does not
/// matter. Dates without a zone are read on \a clock. O(n log n). Pure; any thread.
std::shared_ptr<const Library> buildLibrary(std::string_view root,
                                            std::vector<ArticleRecord> records,
                                            const std::vector<FolderProblem> &folderProblems,
                                            const WallClock &clock = WallClock());

} // namespace lectern::core
