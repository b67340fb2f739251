#pragma once

#include "core/state/state_record.h"
#include "core/state/state_snapshot.h"
#include "core/state/state_store.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace lectern::core {

/// Some 60 MB on disk.
inline constexpr std::size_t kMaxReadTexts = 20'000;

/// What an article at a row says.
struct ReadText
{
    Row row = 0;
    TextPrint print;
    std::string text;
};

/// The store and one library: what is done to rows is done to the states of their articles, which
/// are made when they are first needed. One thread at a time; StateWorker has one of its own.
class PlacedStates final
{
public:
    explicit PlacedStates(StateStore store);

    /// Places the states of the library at \a root on \a articles, by row, and keeps what these are
    /// now. \a printOf is as for placeArticles(), and gives the prints that new states get. To be
    /// called again when prints have become known.
    Status setArticles(std::string root, std::vector<ArticleKey> articles,
                       PrintReader printOf = {});

    /// The states as they were, for restore(). Those of new states are empty ones.
    Result<std::vector<ReadingState>> change(std::span<const Row> rows, const StateChange &change);
    /// The same by state, for those that are not placed.
    Result<std::vector<ReadingState>> changeStates(std::span<const StateId> ids,
                                                   const StateChange &change);
    Status restore(std::span<const ReadingState> former);
    /// Gives an unplaced state to \a row, because a person said so. Where the row has one, both
    /// become one. What was there before, for takeBackPlacing().
    Result<StateRecord> placeByHand(StateId state, Row row);
    Status takeBackPlacing(StateId state, const StateRecord &former);
    /// Takes states away, because a person does not want them any more: what they were, for
    /// putBack().
    Result<StateRecord> discard(std::span<const StateId> ids);
    Status putBack(const StateRecord &record);

    /// Keeps what was read of articles, those alone that are read; also what these are now, where
    /// change() left that out because it was asked of many. One transaction.
    Status setReadTexts(std::span<const ReadText> texts);
    /// Keeps what articles are now, where change() left that out.
    Status setPrints(std::span<const ReadText> texts);
    /// Rows of what was read of which no text is kept, though the file is as it was read; no more
    /// than kMaxReadTexts texts are kept in all that way.
    std::vector<Row> rowsWithoutReadText() const;
    Status addReading(Row row, ReadingDay day);

    Result<LabelId> saveLabel(const Label &label);
    Result<RemovedLabel> removeLabel(LabelId id);
    Status restore(const RemovedLabel &removed);

    /// Keeps \a highlight of the article at \a row; what was kept is the result.
    Result<Highlight> saveHighlight(Row row, Highlight highlight);
    /// The same for one that has its article already: it was changed, or is put back.
    Result<Highlight> saveHighlight(const Highlight &highlight);
    Result<Highlight> removeHighlight(HighlightId id);
    /// The same for several, in one transaction.
    Status saveHighlights(std::span<const Highlight> highlights);
    /// What they were, for saveHighlights() with the number 0. One transaction; those that are gone
    /// already are left out.
    Result<std::vector<Highlight>> removeHighlights(std::span<const HighlightId> ids);

    /// Takes over what other processes wrote since the last call. Some microseconds where they did
    /// not.
    Status refresh();

    /// Never null; another one after each call that changed something.
    const std::shared_ptr<const StateSnapshot> &snapshot() const { return m_snapshot; }

    const StateStore &store() const { return m_store; }

private:
    Status load();
    KnownArticle *knownOf(StateId state);
    Status place();
    ArticleKey keyNow(const KnownArticle &known, Row row) const;
    std::span<const Row> copiesOf(const Row &row) const;
    Result<StateId> idOf(Row row);
    Result<std::vector<StateId>> idsOf(std::span<const Row> rows);
    Status reload(std::span<const StateId> ids);
    Status reloadMarks();
    void publish();

    StateStore m_store;
    std::int64_t m_dataVersion = 0;
    std::string m_root;
    std::vector<ArticleKey> m_articles; ///< by row
    PrintReader m_printOf;
    Placements m_placements;
    std::vector<StateId> m_stateOf; ///< by row; 0: none
    std::unordered_map<Row, std::size_t> m_copiesOf; ///< of rows with copies, places in copies
    std::vector<KnownArticle> m_known; ///< of the library
    std::unordered_map<StateId, ReadingState> m_states;
    std::unordered_map<StateId, std::uint8_t> m_marks; ///< StateFlag of articles with highlights
    std::shared_ptr<const std::vector<Highlight>> m_highlights;
    std::vector<Label> m_labels;
    std::shared_ptr<const StateSnapshot> m_snapshot;
};

} // namespace lectern::core
