#pragma once

#include "core/library/library.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Something that may stand where the cursor is.
struct QueryCompletion
{
    std::string name; ///< `tag` or `machine learning`
    std::string text; ///< what to put into the line: `tag:` or `tag:"machine learning"`
    std::uint32_t articles = 0; ///< of the whole library; 0 where they are not counted

    bool operator==(const QueryCompletion &) const = default;
};

struct QueryCompletions
{
    enum class Kind : std::uint8_t { Keywords, Values };

    Kind kind = Kind::Keywords;
    std::size_t start = 0; ///< the part of the line that a choice replaces, in bytes
    std::size_t end = 0;
    std::vector<QueryCompletion> choices; ///< the best first
};

enum class CompletionTrigger : std::uint8_t {
    Typing, ///< a field wants two letters, because plain words begin like fields
    Asked,
};

inline constexpr std::size_t kMaxCompletions = 30;

/// What may stand in \a line at \a cursor (a byte offset): fields, and values for `tag:`,
/// `category:`, `lang:`, `has:`, `is:`, `sort:`. Names that begin with what was typed before the
/// cursor come before those that hold it, each by the number of their articles. O(terms).
/// \a library may be null.
QueryCompletions completeQuery(const Library *library, std::string_view line, std::size_t cursor,
                               CompletionTrigger trigger);

} // namespace lectern::core
