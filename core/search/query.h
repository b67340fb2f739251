#pragma once

#include "core/library/library.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

// The query line is the one state of the filter: the search field shows it, facets edit it with
// withTerm(), sessions store it.
//
//   line     = part { part }                all parts must hold
//   part     = unit { "OR" unit }           OR binds tighter than the blank between parts
//   unit     = [ "-" ] ( "(" line ")" | [ field ":" ] ( word | '"' phrase '"' ) )
//
// Whatever does not fit is searched as words or left out, and named in Query::mistakes.

enum class SortKey : std::uint8_t {
    Date,
    Title,
    Relevance, ///< title over summary over body, then newest first
};
enum class SortDirection : std::uint8_t { Descending, Ascending };

struct SortOrder
{
    SortKey key = SortKey::Date;
    SortDirection direction = SortDirection::Descending;

    bool operator==(const SortOrder &) const = default;
};

enum class QueryField : std::uint8_t {
    Text, ///< title or summary (and body where the search asks for it)
    Title,
    Summary,
    Body,
    Category,
    Tag,
    Language,
    Author,
    Site, ///< host of the article's source, or a domain above it
    Date,
    Has,
    Is,
    Length, ///< characters of the body
    Key, ///< any other front-matter key
};

enum class QueryState : std::uint8_t { Image, Math, Broken, Draft, Unread, Starred };

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
    std::string folded; ///< foldForSearch(value)
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
    QueryNode root; ///< Kind::All
    std::vector<QueryPiece> pieces; ///< from left to right
    std::optional<SortOrder> sort;
    std::vector<QueryMistake> mistakes;

    bool isEmpty() const { return root.children.empty(); }
};

/// The query that \a line means. Never fails. O(length). Pure; any thread.
Query parseQuery(std::string_view line);

/// What a query line says about one term of a taxonomy, outside parentheses and OR.
enum class TermUse : std::uint8_t { Ignored, Included, Excluded };

/// How \a line uses the term \a name of \a taxonomy.
TermUse termUse(std::string_view line, Taxonomy taxonomy, std::string_view name);

/// \a line changed so that it uses the term \a name as \a use says: the term stands in front, the
/// rest is left as typed.
std::string withTerm(std::string_view line, Taxonomy taxonomy, std::string_view name, TermUse use);

/// The dates that \a query asks for outside parentheses and OR, by the calendar, all of them
/// together; nothing when it names none.
std::optional<QueryRange> datesInUse(const Query &query);

/// \a line with `date:value` in front in place of the dates it asks for outside parentheses and
/// OR; an empty \a value only takes those out.
std::string withDate(std::string_view line, std::string_view value);

/// `tag:name`, quoted where it must be.
std::string queryTermText(QueryField field, std::string_view name);

/// The words that mean something before a colon, the most useful first.
std::span<const std::string_view> queryKeywords();

/// The name of a field as typed: `tag`, `lang`, ...; empty for Text and Key.
std::string_view queryFieldName(QueryField field);

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

} // namespace lectern::core
