#pragma once

#include "core/base/folded_text.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Finds the places of one text in another that says nearly the same: the visible text of an
/// article and the words of its page, which has other blanks, numbers at its footnotes, and words
/// that were mended. Characters are followed in their order, so that a place is never taken for
/// another that has the same words. Immutable. Any thread.
class TextMap final
{
public:
    /// Reads both, which may be gone afterwards. O(length) where they differ little: 60 MB/s.
    TextMap(std::string_view from, std::string_view to);

    /// Where the characters of \a range are, from the first of them that is there to the last.
    /// Empty where most of them are not. Blanks at the ends do not count.
    std::optional<TextRange> map(TextRange range) const;

private:
    struct Pair
    {
        std::uint32_t from = 0; ///< where the character begins
        std::uint32_t to = 0;
        std::uint32_t toEnd = 0; ///< 0: it is not there
    };

    std::vector<Pair> m_pairs; ///< of all characters that are no blanks
};

} // namespace lectern::core
