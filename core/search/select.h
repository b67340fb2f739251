#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "core/search/row_set.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
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
    std::int64_t now = 0; ///< seconds since the epoch, for ages; 0: ask the clock
};

/// Rows of \a library that match \a query, in the order the query states, else in \a order.
/// O(searched text). Pure but for the context's functions; any thread.
std::vector<Row> select(const Library &library, const Query &query, SortOrder order,
                        const SelectContext &context = {});

/// How many rows of \a library match \a query. O(searched text).
std::size_t countRows(const Library &library, const Query &query,
                      const SelectContext &context = {});

/// How many of \a rows carry each term of \a taxonomy, by TermId. O(rows). Pure; any thread.
std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows);

struct TermInUse
{
    TermId term = 0;
    TermUse use = TermUse::Included;
};

/// The terms of \a taxonomy that \a query names outside parentheses and OR, as termUse() tells
/// for one of them. O(terms). Any thread.
std::vector<TermInUse> termsInUse(const Library &library, Taxonomy taxonomy, const Query &query);

struct MonthCount
{
    int year = 0;
    int month = 1; ///< 1 to 12
    std::uint32_t articles = 0;

    bool operator==(const MonthCount &) const = default;
};

/// How many of \a rows fall into each month of the wall clock, months without any left out, oldest
/// first.
std::vector<MonthCount> countMonths(const Library &library, std::span<const Row> rows);

/// For a query that matches nothing: the first condition, as typed, without which something would
/// match, else the first that matches nothing by itself.
std::optional<std::string> excludingCondition(const Library &library, const Query &query,
                                              const SelectContext &context = {});

} // namespace lectern::core
