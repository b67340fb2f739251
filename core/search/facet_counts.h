#pragma once

#include "core/library/library.h"
#include "core/search/query_edits.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lectern::core {

/// How many of \a rows carry each term of \a taxonomy or one that lies in it, by TermId. O(rows).
/// Pure; any thread.
std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows);

/// How many of \a rows carry a term that is called, or lies in, each name of a tree: \a nameOf has
/// the name of each term of \a taxonomy, \a parents the one that each name lies in, itself at the
/// first level. O(rows + names). Pure; any thread.
std::vector<std::uint32_t> countNames(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows,
                                      std::span<const std::size_t> nameOf,
                                      std::span<const std::size_t> parents);

struct TermInUse
{
    TermId term = 0;
    TermUse use = TermUse::Included;
};

/// The terms of \a taxonomy that \a query names outside parentheses and OR, as termUse() tells
/// for one of them. O(terms). Any thread.
std::vector<TermInUse> termsInUse(const Library &library, Taxonomy taxonomy, const Query &query);

/// How many of \a rows lie in each of the library's folders or below, in the order of
/// LibraryFolders. O(rows + folders). Pure; any thread.
std::vector<std::uint32_t> countFolders(const Library &library, std::span<const Row> rows);

/// How \a query uses each of the library's folders outside parentheses and OR. O(folders). Any
/// thread.
std::vector<TermUse> folderUses(const Library &library, const Query &query);

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

} // namespace lectern::core
