#pragma once

#include "core/library/library.h"
#include "core/search/article_reading.h"
#include "core/search/query.h"
#include "core/search/row_set.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What a query may ask for that the library itself does not know. All may be left out: then
/// `body:` matches nothing.
struct SelectContext
{
    /// Adds the rows whose body holds the folded \c needle.
    std::function<void(std::string_view needle, RowSet &rows)> searchBodies;
    bool alsoSearchBodies = false; ///< words without a field match in bodies too
    /// What the reader did with the article at a row; without it none was ever opened.
    std::function<ArticleReading(Row)> readingOf;
    /// Whether the article at \c row has a label whose folded name is \c folded.
    std::function<bool(Row row, std::string_view folded)> hasLabel;
    /// Whether a note at the article at \c row holds the folded \c needle.
    std::function<bool(Row row, std::string_view needle)> hasNote;
    std::int64_t now = 0; ///< seconds since the epoch, for ages; 0: ask the clock
};

/// Rows of \a library that match \a query, in the order the query states, else in \a order. With
/// them come the rows \a kept, which may be null: what was listed stays when it no longer matches.
/// O(searched text). Pure but for the context's functions; any thread.
std::vector<Row> select(const Library &library, const Query &query, SortOrder order,
                        const SelectContext &context = {}, const RowSet *kept = nullptr);

/// How many rows of \a library match \a query. O(searched text).
std::size_t countRows(const Library &library, const Query &query,
                      const SelectContext &context = {});

} // namespace lectern::core
