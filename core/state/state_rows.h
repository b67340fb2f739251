#pragma once

#include "core/state/placement.h"
#include "core/state/reading_state.h"
#include "core/state/sqlite.h"

#include <string_view>
#include <vector>

namespace lectern::core {

// How what is kept becomes rows and back. What stands in a file may be damaged: numbers that mean
// nothing become ones that do.

inline constexpr std::string_view kKeyColumns
    = "id, path, source, title, stamp_bytes, stamp_ns, print_version, text_hash, text_bytes, "
      "sketch";
inline constexpr std::string_view kStateColumns
    = "id, status, opened_at, read_at, starred_at, progress, paragraph, anchor, read_version, "
      "read_hash";
inline constexpr std::string_view kHighlightColumns
    = "id, uid, article, colour, note, quote, prefix, suffix, start, text_hash, "
      "is_unique, created_at, changed_at";

KnownArticle articleOf(const Statement &row); ///< of kKeyColumns
ReadingState stateOf(const Statement &row); ///< of kStateColumns, without labels
Highlight highlightOf(const Statement &row); ///< of kHighlightColumns
ReadingDay dayOf(const Statement &row); ///< of article, day, seconds, characters

/// Calls \a take for each row of \a statement.
template <typename Take>
Status forEachRow(Statement &statement, const Take &take)
{
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return Ok{};
        }
        take(statement);
    }
}

/// All rows of \a sql, each as \a make makes it; \a values are its parameters.
template <typename Make, typename... Values>
auto rowsOf(const Database &database, std::string_view sql, const Make &make,
            const Values &...values)
    -> Result<std::vector<decltype(make(std::declval<const Statement &>()))>>
{
    std::vector<decltype(make(std::declval<const Statement &>()))> all;
    Result<Statement> statement = database.prepare(sql);
    if (!statement) {
        return statement.error();
    }
    statement.value().bind(values...);
    const Status read
        = forEachRow(statement.value(), [&](const Statement &row) { all.push_back(make(row)); });
    if (!read) {
        return read.error();
    }
    return all;
}

/// Runs \a sql once.
template <typename... Values>
Status runOnce(const Database &database, std::string_view sql, const Values &...values)
{
    Result<Statement> statement = database.prepare(sql);
    return statement ? statement.value().bind(values...).run() : Status(statement.error());
}

} // namespace lectern::core
