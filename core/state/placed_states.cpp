#include "core/state/placed_states.h"

#include <algorithm>
#include <unordered_set>

namespace lectern::core {

namespace {

/// Of more articles at once their files are not read before what was asked is done.
constexpr std::size_t kMaxReadAtOnce = 32;

std::uint8_t bitOf(StateFlag flag)
{
    return static_cast<std::uint8_t>(flag);
}

/// Whether the text of the article is another one than was read.
bool isChanged(const ReadingState &state, const TextPrint &print)
{
    return state.readHash != 0 && print.version != 0 && state.readVersion == print.version
        && state.readHash != print.hash;
}

/// All columns of \a snapshot for \a rows rows without a state.
void clear(StateSnapshot &snapshot, std::size_t rows)
{
    snapshot.article.assign(rows, 0);
    snapshot.status.assign(rows, ReadStatus::Unread);
    snapshot.flags.assign(rows, 0);
    snapshot.progress.assign(rows, 0);
    snapshot.openedAt.assign(rows, 0);
    snapshot.readAt.assign(rows, 0);
    snapshot.starredAt.assign(rows, 0);
    snapshot.labelStarts.assign(1, 0);
}

void set(StateSnapshot &snapshot, Row row, const ReadingState &state)
{
    snapshot.article[row] = state.id;
    snapshot.status[row] = state.status;
    snapshot.progress[row] = state.progress;
    snapshot.openedAt[row] = state.openedAt;
    snapshot.readAt[row] = state.readAt;
    snapshot.starredAt[row] = state.starredAt;
    snapshot.flags[row] |= state.isStarred() ? bitOf(StateFlag::Starred) : 0;
    snapshot.labelIds.insert(snapshot.labelIds.end(), state.labels.begin(), state.labels.end());
}

} // namespace

PlacedStates::PlacedStates(StateStore store)
    : m_store(std::move(store))
    , m_snapshot(std::make_shared<const StateSnapshot>())
{}

Status PlacedStates::setArticles(std::string root, std::vector<ArticleKey> articles,
                                 PrintReader printOf)
{
    m_root = std::move(root);
    m_articles = std::move(articles);
    m_printOf = std::move(printOf);
    return load();
}

/// Everything anew.
Status PlacedStates::load()
{
    const Result<std::int64_t> version = m_store.dataVersion();
    Result<std::vector<KnownArticle>> known = m_store.articlesOf(m_root);
    Result<std::vector<ReadingState>> states = m_store.statesOf(m_root);
    if (!version || !known || !states) {
        return !known ? known.error() : !states ? states.error() : version.error();
    }
    m_dataVersion = version.value();
    m_known = std::move(known).value();
    m_states.clear();
    for (ReadingState &state : states.value()) {
        const StateId id = state.id;
        m_states.emplace(id, std::move(state));
    }
    if (Status marks = reloadMarks(); !marks) {
        return marks;
    }
    return place();
}

/// What the article of \a known, which is at \a row, is now.
ArticleKey PlacedStates::keyNow(const KnownArticle &known, Row row) const
{
    ArticleKey key = m_articles[row];
    key.stamp.inode = 0; // is not kept: it differs between copies of one folder
    const bool isSame = isSameText(known.key.print, key.print) || isSameFile(known.key, key);
    if (!m_printOf || (isSame && hasSketch(known.key.print.sketch))) {
        key.print = isSame ? known.key.print : key.print;
    } else {
        key.print = m_printOf(row);
    }
    if (key.print.version == 0) { // to be asked again the next time
        key.print = known.key.print;
        key.stamp = known.key.stamp;
    }
    return key;
}

Status PlacedStates::place()
{
    m_placements = placeArticles(m_known, m_articles, m_printOf);
    m_stateOf.assign(m_articles.size(), 0);
    m_copiesOf.clear();
    for (std::size_t place = 0; place < m_placements.copies.size(); ++place) {
        for (const Row row : m_placements.copies[place]) {
            m_copiesOf[row] = place;
        }
    }
    std::unordered_map<StateId, Row> rows;
    for (const Placement &placement : m_placements.placed) {
        m_stateOf[placement.row] = placement.state;
        if (placement.by != PlacedBy::Copy) {
            rows[placement.state] = placement.row;
        }
    }
    std::vector<KnownArticle> moved;
    for (KnownArticle &known : m_known) {
        const auto found = rows.find(known.state);
        if (found == rows.end()) {
            continue;
        }
        ArticleKey key = keyNow(known, found->second);
        m_articles[found->second].print = key.print;
        if (key != known.key) {
            known.key = std::move(key);
            moved.push_back(known);
        }
    }
    publish();
    return moved.empty() || m_store.report().isReadOnly ? Status(Ok{})
                                                        : m_store.setKeys(m_root, moved);
}

void PlacedStates::publish()
{
    auto snapshot = std::make_shared<StateSnapshot>();
    snapshot->root = m_root;
    clear(*snapshot, m_articles.size());
    for (Row row = 0; row < m_articles.size(); ++row) {
        const auto state = m_states.find(m_stateOf[row]);
        if (state != m_states.end()) {
            set(*snapshot, row, state->second);
            const auto marks = m_marks.find(state->first);
            snapshot->flags[row] |= marks != m_marks.end() ? marks->second : 0;
            snapshot->flags[row]
                |= isChanged(state->second, m_articles[row].print) ? bitOf(StateFlag::Changed) : 0;
        }
        snapshot->labelStarts.push_back(static_cast<std::uint32_t>(snapshot->labelIds.size()));
    }
    for (const std::vector<Row> &same : m_placements.copies) {
        for (const Row row : same) {
            snapshot->flags[row] |= bitOf(StateFlag::IsCopy);
        }
    }
    snapshot->labels = m_labels;
    snapshot->highlights = m_highlights;
    snapshot->copies = m_placements.copies;
    snapshot->unplaced = m_placements.unplaced;
    for (const UnplacedState &lost : snapshot->unplaced) {
        snapshot->unplacedArticles.push_back( // both are in the order of their numbers
            *std::ranges::lower_bound(m_known, lost.state, {}, &KnownArticle::state));
    }
    m_snapshot = std::move(snapshot);
}

Status PlacedStates::reloadMarks()
{
    Result<std::vector<Highlight>> highlights = m_store.allHighlights();
    Result<std::vector<Label>> labels = m_store.labels();
    if (!highlights || !labels) {
        return highlights ? labels.error() : highlights.error();
    }
    m_labels = std::move(labels).value();
    m_marks.clear();
    for (const Highlight &highlight : highlights.value()) {
        m_marks[highlight.article] |= bitOf(StateFlag::HasHighlight);
        m_marks[highlight.article] |= highlight.note.empty() ? 0 : bitOf(StateFlag::HasNote);
    }
    if (!m_highlights || *m_highlights != highlights.value()) {
        m_highlights
            = std::make_shared<const std::vector<Highlight>>(std::move(highlights).value());
    }
    return Ok{};
}

Status PlacedStates::reload(std::span<const StateId> ids)
{
    Result<std::vector<ReadingState>> states = m_store.states(ids);
    if (!states) {
        return states.error();
    }
    for (ReadingState &state : states.value()) {
        m_states[state.id] = std::move(state);
    }
    publish();
    return Ok{};
}

/// \a row and the others that are the same article.
std::span<const Row> PlacedStates::copiesOf(const Row &row) const
{
    const auto found = m_copiesOf.find(row);
    return found == m_copiesOf.end() ? std::span(&row, 1)
                                     : std::span<const Row>(m_placements.copies[found->second]);
}

/// The states of \a rows and of their copies, each once, that of the first row first; rows that
/// have none get one, copies of one article the same.
Result<std::vector<StateId>> PlacedStates::idsOf(std::span<const Row> rows)
{
    std::vector<Row> bare; // one of each article
    std::vector<ArticleKey> keys;
    std::unordered_set<Row> seen;
    for (const Row &row : rows) {
        if (row < m_stateOf.size() && m_stateOf[row] == 0
            && seen.insert(copiesOf(row).front()).second) {
            bare.push_back(row);
            keys.push_back(m_articles[row]);
            keys.back().stamp.inode = 0;
            if (rows.size() <= kMaxReadAtOnce) {
                keys.back() = keyNow({0, m_articles[row]}, row);
            }
        }
    }
    const Result<std::vector<StateId>> made = m_store.add(m_root, keys);
    if (!made) {
        return made;
    }
    for (std::size_t index = 0; index < bare.size(); ++index) {
        const StateId id = made.value()[index];
        m_known.push_back({id, std::move(keys[index])});
        for (const Row row : copiesOf(bare[index])) {
            m_stateOf[row] = m_stateOf[row] == 0 ? id : m_stateOf[row];
        }
    }
    std::vector<StateId> ids;
    std::unordered_set<StateId> known;
    const auto addStateOf = [&](Row row) {
        if (m_stateOf[row] != 0 && known.insert(m_stateOf[row]).second) {
            ids.push_back(m_stateOf[row]);
        }
    };
    for (const Row &row : rows) {
        if (row < m_stateOf.size()) {
            addStateOf(row);
            std::ranges::for_each(copiesOf(row), addStateOf); // may have got states of their own
        }
    }
    return ids;
}

Result<StateId> PlacedStates::idOf(Row row)
{
    const Result<std::vector<StateId>> ids = idsOf({&row, 1});
    if (!ids) {
        return ids.error();
    }
    return ids.value().empty() ? Result<StateId>(Error{ErrorCode::NotFound, "there is no such row"})
                               : ids.value().front();
}

Result<std::vector<ReadingState>> PlacedStates::change(std::span<const Row> rows,
                                                       const StateChange &change)
{
    const Result<std::vector<StateId>> ids = idsOf(rows);
    return ids ? changeStates(ids.value(), change) : ids.error();
}

Result<std::vector<ReadingState>> PlacedStates::changeStates(std::span<const StateId> ids,
                                                             const StateChange &change)
{
    Result<std::vector<ReadingState>> former = m_store.change(ids, change);
    if (former) {
        if (Status loaded = reload(ids); !loaded) {
            return loaded.error();
        }
    }
    return former;
}

Status PlacedStates::restore(std::span<const ReadingState> former)
{
    if (Status done = m_store.restore(former); !done) {
        return done;
    }
    std::vector<StateId> ids;
    for (const ReadingState &state : former) {
        ids.push_back(state.id);
    }
    return reload(ids);
}

/// Null where it is none of the library's.
KnownArticle *PlacedStates::knownOf(StateId state)
{
    const auto found = std::ranges::lower_bound(m_known, state, {}, &KnownArticle::state);
    return found != m_known.end() && found->state == state ? &*found : nullptr;
}

Status PlacedStates::setPrints(std::span<const ReadText> texts)
{
    std::vector<KnownArticle> completed;
    for (const ReadText &text : texts) {
        KnownArticle *const known
            = text.row < m_stateOf.size() ? knownOf(m_stateOf[text.row]) : nullptr;
        if (known != nullptr && !hasSketch(known->key.print.sketch)) {
            known->key.print = text.print;
            m_articles[text.row].print = text.print;
            completed.push_back(*known);
        }
    }
    return completed.empty() ? Status(Ok{}) : m_store.setKeys(m_root, completed);
}

Status PlacedStates::setReadTexts(std::span<const ReadText> texts)
{
    Result<Transaction> transaction = Transaction::begin(m_store.database());
    Status done = transaction ? setPrints(texts) : Status(transaction.error());
    bool isOtherwise = false; // most texts are those that are there, and no list shows another
    for (const ReadText &text : texts) {
        const auto state
            = text.row < m_stateOf.size() ? m_states.find(m_stateOf[text.row]) : m_states.end();
        if (!done || state == m_states.end() || state->second.status != ReadStatus::Read) {
            continue;
        }
        done = m_store.setReadText(state->first, text.print, text.text);
        const bool wasChanged = m_snapshot->has(text.row, StateFlag::Changed);
        state->second.readVersion = text.print.version;
        state->second.readHash = text.print.hash;
        isOtherwise
            = isOtherwise || wasChanged != isChanged(state->second, m_articles[text.row].print);
    }
    done = done ? transaction.value().commit() : done;
    if (isOtherwise) {
        publish();
    }
    return done;
}

std::vector<Row> PlacedStates::rowsWithoutReadText() const
{
    constexpr std::int64_t kNsInSecond = 1'000'000'000;
    std::vector<Row> rows;
    std::size_t kept = 0;
    for (Row row = 0; row < m_stateOf.size(); ++row) {
        const auto state = m_states.find(m_stateOf[row]);
        kept += state != m_states.end() && state->second.readHash != 0 ? 1 : 0;
        if (state != m_states.end() && state->second.status == ReadStatus::Read
            && state->second.readHash == 0
            && m_articles[row].stamp.modifiedNs / kNsInSecond <= state->second.readAt) {
            rows.push_back(row);
        }
    }
    rows.resize(std::min(rows.size(), kMaxReadTexts - std::min(kept, kMaxReadTexts)));
    return rows;
}

Status PlacedStates::addReading(Row row, ReadingDay day)
{
    const Result<StateId> id = idOf(row);
    if (!id) {
        return id.error();
    }
    day.article = id.value();
    return m_store.addReading(day);
}

Result<Highlight> PlacedStates::saveHighlight(Row row, Highlight highlight)
{
    const Result<StateId> id = idOf(row);
    if (!id) {
        return id.error();
    }
    highlight.article = id.value();
    return saveHighlight(highlight);
}

Result<Highlight> PlacedStates::saveHighlight(const Highlight &highlight)
{
    Result<Highlight> saved = m_store.saveHighlight(highlight);
    Status loaded = saved ? reloadMarks() : Status(saved.error());
    loaded = loaded ? reload({&highlight.article, 1}) : loaded;
    return loaded ? saved : loaded.error();
}

Result<Highlight> PlacedStates::removeHighlight(HighlightId id)
{
    Result<std::vector<Highlight>> removed = removeHighlights({&id, 1});
    if (!removed) {
        return removed.error();
    }
    return removed.value().empty()
        ? Result<Highlight>(Error{ErrorCode::NotFound, "there is no such highlight"})
        : std::move(removed.value().front());
}

Status PlacedStates::saveHighlights(std::span<const Highlight> highlights)
{
    Result<Transaction> transaction = Transaction::begin(m_store.database());
    if (!transaction) {
        return transaction.error();
    }
    for (const Highlight &highlight : highlights) {
        if (const auto saved = m_store.saveHighlight(highlight); !saved) {
            return saved.error();
        }
    }
    Status done = transaction.value().commit();
    done = done ? reloadMarks() : done;
    if (done) {
        publish();
    }
    return done;
}

Result<std::vector<Highlight>> PlacedStates::removeHighlights(std::span<const HighlightId> ids)
{
    Result<Transaction> transaction = Transaction::begin(m_store.database());
    if (!transaction) {
        return transaction.error();
    }
    std::vector<Highlight> removed;
    for (const HighlightId id : ids) {
        Result<Highlight> gone = m_store.removeHighlight(id);
        if (!gone && gone.error().code != ErrorCode::NotFound) {
            return gone.error();
        }
        if (gone) {
            removed.push_back(std::move(gone).value());
        }
    }
    if (removed.empty()) {
        return removed;
    }
    Status done = transaction.value().commit();
    done = done ? reloadMarks() : done;
    if (!done) {
        return done.error();
    }
    publish();
    return removed;
}

Status PlacedStates::refresh()
{
    const Result<std::int64_t> version = m_store.dataVersion();
    if (!version) {
        return version.error();
    }
    return version.value() == m_dataVersion ? Status(Ok{}) : load();
}

} // namespace lectern::core
