#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace lectern::core {

inline constexpr std::size_t kMaxAligned = 512;

/// The piece of one row of words that is most like a piece of another.
struct Alignment
{
    std::size_t same = 0; ///< words in common, in the same order
    std::size_t first = 0; ///< place of the first of them in the other
    std::size_t last = 0; ///< of the last

    /// From 0 to 1: the words in common, over all from the first to the last and all of the \a own.
    double share(std::size_t own) const
    {
        return same == 0
            ? 0
            : 2.0 * static_cast<double>(same) / static_cast<double>(own + last - first + 1);
    }
};

/// A word in common counts one, a word that only one has takes two away: what is at the ends by
/// chance stays outside. O(n m); \a words has at most kMaxAligned. Pure; any thread.
Alignment align(std::span<const std::uint32_t> words, std::span<const std::uint32_t> others);

} // namespace lectern::core
