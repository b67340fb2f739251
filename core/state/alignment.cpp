#include "core/state/alignment.h"

#include <array>

namespace lectern::core {

namespace {

constexpr int kMissing = 2; ///< what a word takes away that only one of the two has
/// A piece ends where it would lose more than this: six words in a row belong to something else.
constexpr int kMostLost = 6 * kMissing;

/// The best piece that ends in a cell.
struct Piece
{
    int score = 0;
    int peak = 0; ///< the best score it had
    std::uint32_t same = 0;
    std::uint32_t first = 0;

    Piece without() const
    {
        const int less = score - kMissing;
        return less > 0 && peak - less <= kMostLost ? Piece{less, peak, same, first} : Piece();
    }

    Piece with(std::uint32_t place) const
    {
        const int more = score + 1;
        return {more, more > peak ? more : peak, same + 1, same == 0 ? place : first};
    }
};

} // namespace

Alignment align(std::span<const std::uint32_t> words, std::span<const std::uint32_t> others)
{
    std::array<Piece, kMaxAligned + 1> row{}; // by the words up to a place
    Alignment best;
    int bestScore = 0;
    for (std::uint32_t place = 0; place < others.size(); ++place) {
        Piece diagonal; // row[used - 1] before this word of the others
        for (std::size_t used = 1; used <= words.size(); ++used) {
            const Piece above = row[used].without();
            const Piece left = row[used - 1].without();
            const Piece gap = above.score > left.score ? above : left;
            const bool isSame = words[used - 1] == others[place];
            const Piece here = isSame ? diagonal.with(place) : diagonal.without();
            diagonal = row[used];
            row[used] = gap.score > here.score ? gap : here;
            if (row[used].score > bestScore) {
                bestScore = row[used].score;
                best = {row[used].same, row[used].first, place};
            }
        }
    }
    return best;
}

} // namespace lectern::core
