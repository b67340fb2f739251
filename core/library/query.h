#pragma once

#include "core/library/library.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

enum class SortKey : std::uint8_t { Date, Title };
enum class SortDirection : std::uint8_t { Descending, Ascending };

struct SortOrder
{
    SortKey key = SortKey::Date;
    SortDirection direction = SortDirection::Descending;

    bool operator==(const SortOrder &) const = default;
};

/// What a query line says about one term of a taxonomy.
enum class TermUse : std::uint8_t { Ignored, Included, Excluded };

/// A query line taken apart. The line is the one state of the filter: the search field shows it,
/// facets edit it with withTerm(), sessions store it.
struct Query;

/// The query that \a line means. Never fails: what is half typed or wrong is searched as words.
Query parseQuery(std::string_view line);

/// How \a line uses the term \a name of \a taxonomy.
TermUse termUse(std::string_view line, Taxonomy taxonomy, std::string_view name);

/// \a line changed so that it uses the term \a name as \a use says; the rest is left as typed.
std::string withTerm(std::string_view line, Taxonomy taxonomy, std::string_view name, TermUse use);

/// Rows of \a library that match \a query, in \a order. O(size of the searched text). Pure; any
/// thread.
std::vector<Row> select(const Library &library, const Query &query, SortOrder order);

/// How many of \a rows carry each term of \a taxonomy, by TermId. O(rows). Pure; any thread.
std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      const std::vector<Row> &rows);

/// One required or excluded piece of a Query.
struct QueryTerm
{
    enum class Field : std::uint8_t { Text, Title, Summary, Category, Tag, Language };

    Field field = Field::Text;
    bool isExcluded = false;
    std::string value; ///< as typed
    std::string folded; ///< foldForSearch(value)
};

struct Query
{
    std::vector<QueryTerm> terms; ///< all must hold

    bool isEmpty() const { return terms.empty(); }
};

} // namespace lectern::core
