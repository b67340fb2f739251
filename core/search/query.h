#pragma once

#include "core/search/query_fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lectern::core {

// The query line is the one state of the filter: the search field shows it, facets edit it with
// withTerm(), sessions store it. Who holds the line parses it once with parseQuery() and hands the
// Query to all who ask.
//
//   line     = part { part }                all parts must hold
//   part     = unit { "OR" unit }           OR binds tighter than the blank between parts
//   unit     = [ "-" ] ( "(" line ")" | [ field ":" ] ( word | '"' phrase '"' ) )
//
// Whatever does not fit is searched as words or left out, and named in Query::mistakes.

enum class SortKey : std::uint8_t {
    Date,
    Title,
    Weight, ///< lightest first, then those without one, newest first
    Relevance, ///< title over summary over body, then newest first
    Opened, ///< by the reader, last first, then those that never were, newest first
};
enum class SortDirection : std::uint8_t { Descending, Ascending };

struct SortOrder
{
    SortKey key = SortKey::Date;
    SortDirection direction = SortDirection::Descending;

    bool operator==(const SortOrder &) const = default;
};

enum class QueryState : std::uint8_t {
    Image,
    Math,
    Broken,
    Draft,
    // Of what a reader did.
    Unread,
    Reading,
    Read,
    Starred,
    Changed,
    Highlight,
    Note,
};

/// Numbers from \c first to before \c last. For dates: wall-clock seconds, or seconds of age.
struct QueryRange
{
    std::int64_t first = INT64_MIN;
    std::int64_t last = INT64_MAX;
    bool isAge = false; ///< a date range counted back from now

    bool operator==(const QueryRange &) const = default;
};

/// One condition of a query.
struct QueryTerm
{
    QueryField field = QueryField::Text;
    std::string value; ///< as typed, without quotes
    std::string folded; ///< foldedName(), of what \c value names
    bool isExact = false; ///< the term itself, without those that lie in it
    std::string key; ///< for QueryField::Key
    QueryRange range; ///< for dates and lengths
    QueryState state = QueryState::Image; ///< for has: and is:
    std::size_t start = 0; ///< where it stands in the line, in bytes, with its minus sign
    std::size_t end = 0;
};

/// A tree of conditions; depth is at most kMaxQueryDepth.
struct QueryNode
{
    enum class Kind : std::uint8_t { All, Any, Not, Term };

    Kind kind = Kind::All;
    std::vector<QueryNode> children; ///< for All and Any; one for Not
    QueryTerm term; ///< for Term
    std::size_t start = 0; ///< where it stands in the line, in bytes, with its minus sign
    std::size_t end = 0;
};

inline constexpr int kMaxQueryDepth = 16;

struct QueryMistake
{
    enum class Kind : std::uint8_t {
        UnclosedQuote,
        UnclosedParenthesis,
        StrayParenthesis,
        DanglingOr,
        MissingValue, ///< `tag:` with nothing after it
        BadDate,
        BadLength,
        BadState, ///< unknown word after has: or is:
        BadShare,
        BadSort,
        TooDeep,
    };

    Kind kind = Kind::UnclosedQuote;
    std::string text; ///< the part of the line it is about
};

/// One word, phrase or `field:value` as it stands in the line, understood or not. In bytes.
struct QueryPiece
{
    std::size_t start = 0; ///< behind the minus sign
    std::size_t valueStart = 0; ///< behind the colon; \c start where there is none
    std::size_t end = 0;
    bool isOpen = false; ///< a phrase without its closing quote
};

struct Query
{
    std::string line; ///< as typed
    QueryNode root; ///< Kind::All
    std::vector<QueryPiece> pieces; ///< from left to right
    std::optional<SortOrder> sort;
    std::vector<QueryMistake> mistakes;

    bool isEmpty() const { return root.children.empty(); }
};

/// Calls \a visit for each term of \a node, with whether an odd number of Not stands above it.
template <typename Visitor>
void forEachTerm(const QueryNode &node, const Visitor &visit, bool isExcluded = false)
{
    if (node.kind == QueryNode::Kind::Term) {
        visit(node.term, isExcluded);
    }
    for (const QueryNode &child : node.children) {
        forEachTerm(child, visit, isExcluded != (node.kind == QueryNode::Kind::Not));
    }
}

/// Whether what \a query finds, or its order, depends on what the reader does.
bool asksForReading(const Query &query);

} // namespace lectern::core
