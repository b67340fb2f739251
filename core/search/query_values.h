#pragma once

#include "core/search/query.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What \a name in \a field is compared by: foldForSearch(), of a folder without what does not
/// matter to its path (`./notes/` is `notes`).
std::string foldedName(QueryField field, std::string_view name);

/// Whether \a value, as typed, means the term itself without those that lie in it: `=science`.
bool isExactTerm(QueryValue kind, std::string_view value);

/// The range that the value of `date:` means: `2025`, `2025-02`, `2025-02-10`, `A..B` with either
/// end left out, `<7d` and `>2w` (age in days, weeks, months, years), `<`, `<=`, `>`, `>=` before a
/// date, `today`, `yesterday`. A date that is still being typed counts as far as it is whole.
std::optional<QueryRange> parseDateRange(std::string_view value);

/// The range that the value of `len:` means: `3000` (at least), `>3000`, `<500`, `>=`, `<=`,
/// `A..B`.
std::optional<QueryRange> parseLengthRange(std::string_view value);

/// The range that the value of `progress:` means, as parseLengthRange(), with or without `%`.
std::optional<QueryRange> parseShareRange(std::string_view value);

/// The state that `has:image`, `has:math`, `is:broken`, `is:draft`, `is:unread` ... mean.
std::optional<QueryState> parseState(QueryField field, std::string_view value);

/// The words that parseState() knows for \a field, one a state.
std::vector<std::string_view> stateWords(QueryField field);

/// `date`, `title`, `relevance`, `opened`, each alone or with `-asc`, `-desc`.
std::optional<SortOrder> parseSort(std::string_view value);

/// A word for each order that parseSort() knows.
std::vector<std::string_view> sortWords();

} // namespace lectern::core
