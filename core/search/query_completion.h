#pragma once

#include "core/search/query.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lectern::core {

/// Something that may stand where the cursor is.
struct QueryCompletion
{
    std::string name; ///< `tag` or `machine learning`
    std::string text; ///< what to put into the line: `tag:` or `tag:"machine learning"`
    std::uint32_t articles = 0; ///< of the whole library; 0 where they are not counted
    Query example = {}; ///< what the choice may come to, where its articles are not counted
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

/// What may stand in the line of \a query at \a cursor (a byte offset): keywords, and values for
/// those that take words or terms. Names that begin with what was typed before the
/// cursor come before those that hold it, each by the number of their articles. O(terms).
/// \a library may be null; \a labels are the names of the reader's.
QueryCompletions completeQuery(const Library *library, const Query &query, std::size_t cursor,
                               CompletionTrigger trigger,
                               const std::vector<std::string> &labels = {});

} // namespace lectern::core
