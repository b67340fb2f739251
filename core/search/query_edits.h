#pragma once

#include "core/search/query.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What a query says about one name of a field, outside parentheses and OR.
enum class TermUse : std::uint8_t { Ignored, Included, Excluded };

struct OwnTerm
{
    const QueryTerm *term; ///< of the query
    TermUse use; ///< not Ignored
};

/// The conditions of \a query outside parentheses and OR, in their order.
std::vector<OwnTerm> ownTerms(const Query &query);

/// How \a query uses \a name in \a field.
TermUse termUse(const Query &query, QueryField field, std::string_view name);

/// The line of \a query changed so that it uses \a name in \a field as \a use says: the condition
/// stands in front, the rest is left as typed; one folder takes the place of another.
std::string withTerm(const Query &query, QueryField field, std::string_view name, TermUse use);

/// The dates that \a query asks for outside parentheses and OR, by the calendar, all of them
/// together; nothing when it names none.
std::optional<QueryRange> datesInUse(const Query &query);

/// The line of \a query with `date:value` in front in place of the dates it asks for outside
/// parentheses and OR; an empty \a value only takes those out.
std::string withDate(const Query &query, std::string_view value);

/// \a query without the dates it asks for outside parentheses and OR (its line and the places in
/// it stay); nothing when it asks for none.
std::optional<Query> withoutDates(const Query &query);

} // namespace lectern::core
