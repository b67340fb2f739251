#pragma once

#include "core/library/library.h"
#include "core/state/article_key.h"
#include "core/state/reading_state.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lectern::core {

/// What an article was when its state was last placed.
struct KnownArticle
{
    StateId state = 0;
    ArticleKey key;
};

enum class PlacedBy : std::uint8_t {
    File, ///< the file did not change
    Source, ///< it is from the same address
    Text, ///< it has the same text
    Path, ///< it is at the same place, and what it says is not another's
    Likeness, ///< it is an edited one somewhere else
    Copy, ///< another row that is the same article has the state
};

struct Placement
{
    StateId state = 0;
    Row row = 0;
    PlacedBy by = PlacedBy::File;

    bool operator==(const Placement &) const = default;
};

/// A state whose article is not there, or could be several.
struct UnplacedState
{
    StateId state = 0;
    std::vector<Row> candidates; ///< what it could belong to; empty: nothing is like it

    bool operator==(const UnplacedState &) const = default;
};

struct Placements
{
    std::vector<Placement> placed; ///< by row; a row has at most one
    std::vector<UnplacedState> unplaced; ///< in the order of the states
    std::vector<std::vector<Row>> copies; ///< rows that are the same article; two or more each
};

/// Reads the print of a row that has none in its key. May give none.
using PrintReader = std::function<TextPrint(Row)>;

/// Finds the article of each of \a states among \a articles, whose places are their rows. Where two
/// could be meant, or only a look-alike is there, the state stays unplaced. \a printOf is asked for
/// the few rows where the rest does not decide; without it, and without prints, these are unplaced.
/// O(n) hashing: 0.2 s for 100,000 of both. Pure but for \a printOf; any thread.
Placements placeArticles(std::span<const KnownArticle> states, std::span<const ArticleKey> articles,
                         const PrintReader &printOf = {});

} // namespace lectern::core
