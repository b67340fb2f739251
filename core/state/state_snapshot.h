#pragma once

#include "core/library/library.h"
#include "core/state/placement.h"
#include "core/state/reading_state.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

enum class StateFlag : std::uint8_t {
    Starred = 1,
    Changed = 2, ///< its text is no longer the one that was read
    HasHighlight = 4,
    HasNote = 8,
    IsCopy = 16, ///< another row is the same article and shares the state
};

/// The states of one library at one moment, by row, for lists and filters: immutable, any thread.
/// An article without a state has zeros everywhere.
struct StateSnapshot
{
    std::string root;

    // One entry a row.
    std::vector<StateId> article;
    std::vector<ReadStatus> status;
    std::vector<std::uint8_t> flags; ///< of StateFlag
    std::vector<std::uint16_t> progress; ///< of kWholeProgress
    std::vector<std::int64_t> openedAt;
    std::vector<std::int64_t> readAt;
    std::vector<std::int64_t> starredAt;
    std::vector<std::uint32_t> labelStarts; ///< into \c labelIds, and one more
    std::vector<LabelId> labelIds;

    std::vector<Label> labels; ///< all of them, by name
    std::vector<UnplacedState> unplaced;
    std::vector<KnownArticle> unplacedArticles; ///< what each of \c unplaced was
    std::vector<std::vector<Row>> copies; ///< rows that are one article, two or more each

    /// Of all libraries, by article and place; null where none is kept. Another one when any of
    /// them changed.
    std::shared_ptr<const std::vector<Highlight>> highlights;

    std::size_t size() const { return status.size(); }

    bool has(Row row, StateFlag flag) const
    {
        return (flags[row] & static_cast<std::uint8_t>(flag)) != 0;
    }

    std::span<const LabelId> labelsOf(Row row) const
    {
        return std::span(labelIds).subspan(labelStarts[row],
                                           labelStarts[row + 1] - labelStarts[row]);
    }
};

/// The rows that are the same article as \a row, itself among them; empty where it is the only one.
/// O(articles that are there twice).
std::span<const Row> copiesOf(const StateSnapshot &snapshot, Row row);

/// Whether a note at the article at \a row holds \a needle, which is folded. O(length of its
/// notes).
bool hasNote(const StateSnapshot &snapshot, Row row, std::string_view needle);

/// \a snapshot for a library whose row \c n was row \a former[n], kNoRow where it is new: what is
/// shown until the states were placed on it. What names rows itself (copies, candidates) is left
/// out. O(n).
StateSnapshot withRows(const StateSnapshot &snapshot, std::span<const Row> former);

} // namespace lectern::core
