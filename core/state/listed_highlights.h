#pragma once

#include "core/library/row_matches.h"
#include "core/state/highlight_export.h"
#include "core/state/state_record.h"
#include "core/state/state_snapshot.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace lectern::core {

/// One of the highlights of a library, by where it is found.
struct ListedHighlight
{
    std::size_t number = 0; ///< among StateSnapshot::highlights
    Row row = kNoRow; ///< of its article; kNoRow: that is not placed
    std::size_t lost = 0; ///< then, among StateSnapshot::unplacedArticles

    bool operator==(const ListedHighlight &) const = default;
};

/// The highlights of the articles of \a snapshot, placed or not, by article and place. Of an
/// article that is there several times the first row is named. O(rows + highlights). Pure; any
/// thread.
std::vector<ListedHighlight> listedHighlights(const StateSnapshot &snapshot);

const Highlight &highlightAt(const StateSnapshot &snapshot, const ListedHighlight &listed);

/// The title of its article, or the path where there is none.
std::string titleOf(const Library &library, const StateSnapshot &snapshot,
                    const ListedHighlight &listed);

/// What is exported of \a listed, in this order, the files read for the sentences. Stops early with
/// what it has where \a isCancelled says so. Blocks: some 1 ms an article.
std::vector<ExportedHighlight> exportedHighlights(const Library &library,
                                                  const StateSnapshot &snapshot,
                                                  std::span<const ListedHighlight> listed,
                                                  const std::function<bool()> &isCancelled);

/// The same of all that is kept in \a record, whose libraries are read where they are still there.
std::vector<ExportedHighlight> exportedHighlights(const StateRecord &record);

/// Whether the quote of each of \a highlights is found for certain in the article at \a path of the
/// folder \a root. Blocks.
std::vector<bool> areFound(const std::string &root, std::string_view path,
                           std::span<const Highlight> highlights);

} // namespace lectern::core
