#include "core/state/state_rows.h"
#include "core/state/state_store.h"

#include <utility>

// The labels and highlights of StateStore.

namespace lectern::core {

namespace {

Label labelOf(const Statement &row)
{
    return {row.integer(0), std::string(row.text(1)),
            static_cast<std::uint32_t>(row.integer(2)) & 0xFFFFFFU};
}

std::int64_t firstOf(const Statement &row)
{
    return row.integer(0);
}

Result<Highlight> highlightWith(const Database &database, HighlightId id)
{
    auto found = rowsOf(database,
                        "SELECT " + std::string(kHighlightColumns) + " FROM highlight WHERE id = ?",
                        highlightOf, id);
    if (!found) {
        return found.error();
    }
    return found.value().empty()
        ? Result<Highlight>(Error{ErrorCode::NotFound, "there is no such highlight"})
        : std::move(found.value().front());
}

/// Runs \a sql, whose first parameter is \a first and whose others are what a highlight says.
template <typename First, typename... More>
Status runWith(const Database &database, std::string_view sql, const Highlight &highlight,
               const First &first, const More &...more)
{
    const QuoteSelector &place = highlight.place;
    return runOnce(database, sql, first, static_cast<std::int64_t>(highlight.colour),
                   std::string_view(highlight.note), std::string_view(place.quote),
                   std::string_view(place.prefix), std::string_view(place.suffix),
                   static_cast<std::int64_t>(place.start),
                   static_cast<std::int64_t>(place.textHash), std::int64_t{place.isUnique},
                   highlight.changedAt, more...);
}

Status insertHighlight(const Database &database, const Highlight &highlight)
{
    return runWith(database,
                   "INSERT INTO highlight (uid, colour, note, quote, prefix, suffix, start, "
                   "text_hash, is_unique, changed_at, article, created_at) VALUES "
                   "(CASE WHEN length(?1) = 32 THEN ?1 "
                   "ELSE CAST(lower(hex(randomblob(16))) AS BLOB) END, "
                   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   highlight, std::string_view(highlight.uid), highlight.article,
                   highlight.createdAt);
}

Status updateHighlight(const Database &database, const Highlight &highlight)
{
    return runWith(database,
                   "UPDATE highlight SET colour=?2, note=?3, quote=?4, prefix=?5, suffix=?6, "
                   "start=?7, text_hash=?8, is_unique=?9, changed_at=?10 WHERE id=?1",
                   highlight, highlight.id);
}

} // namespace

Result<std::vector<Label>> StateStore::labels() const
{
    return rowsOf(m_database, "SELECT id, name, colour FROM label ORDER BY name", labelOf);
}

Result<LabelId> StateStore::saveLabel(const Label &label) const
{
    const bool isNew = label.id == 0;
    const std::string_view name = label.name;
    if (name.empty()) {
        return Error{ErrorCode::Malformed, "a label needs a name"};
    }
    const auto others = rowsOf(m_database, "SELECT id FROM label WHERE name = ? AND id <> ?",
                               firstOf, name, label.id);
    if (!others || !others.value().empty()) {
        return others ? Error{ErrorCode::Malformed, label.name + ": a label has this name already"}
                      : others.error();
    }
    const auto former = rowsOf(m_database, "SELECT id FROM label WHERE id = ?", firstOf, label.id);
    if (!isNew && (!former || former.value().empty())) {
        return former ? Error{ErrorCode::NotFound, "there is no such label"} : former.error();
    }
    const std::int64_t colour = label.colour;
    Status done = isNew
        ? runOnce(m_database, "INSERT INTO label (name, colour) VALUES (?, ?)", name, colour)
        : runOnce(m_database, "UPDATE label SET name = ?, colour = ? WHERE id = ?", name, colour,
                  label.id);
    return done ? Result<LabelId>(isNew ? m_database.lastRow() : label.id) : done.error();
}

Result<RemovedLabel> StateStore::removeLabel(LabelId id) const
{
    const auto labels
        = rowsOf(m_database, "SELECT id, name, colour FROM label WHERE id = ?", labelOf, id);
    auto articles
        = rowsOf(m_database, "SELECT article FROM article_label WHERE label = ? ORDER BY article",
                 firstOf, id);
    if (!labels || !articles) {
        return labels ? articles.error() : labels.error();
    }
    if (labels.value().empty()) {
        return Error{ErrorCode::NotFound, "there is no such label"};
    }
    Status done = runOnce(m_database, "DELETE FROM label WHERE id = ?", id);
    return done ? Result<RemovedLabel>({labels.value().front(), std::move(articles).value()})
                : done.error();
}

Status StateStore::restore(const RemovedLabel &removed) const
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    const Label &label = removed.label;
    Status done = runOnce(m_database, "INSERT INTO label (id, name, colour) VALUES (?, ?, ?)",
                          label.id, std::string_view(label.name), std::int64_t{label.colour});
    Result<Statement> give = m_database.prepare(
        "INSERT OR IGNORE INTO article_label (article, label) SELECT id, ?2 FROM article "
        "WHERE id = ?1");
    for (const StateId article : removed.articles) {
        if (done) {
            done = give ? give.value().bind(article, label.id).run() : Status(give.error());
        }
    }
    return done ? transaction.value().commit() : done;
}

Result<std::vector<Highlight>> StateStore::highlights(StateId article) const
{
    return rowsOf(m_database,
                  "SELECT " + std::string(kHighlightColumns)
                      + " FROM highlight WHERE article = ? ORDER BY start, id",
                  highlightOf, article);
}

Result<std::vector<Highlight>> StateStore::allHighlights() const
{
    return rowsOf(m_database,
                  "SELECT " + std::string(kHighlightColumns)
                      + " FROM highlight ORDER BY article, start, id",
                  highlightOf);
}

Result<Highlight> StateStore::saveHighlight(const Highlight &highlight) const
{
    const bool isNew = highlight.id == 0;
    const Status done
        = isNew ? insertHighlight(m_database, highlight) : updateHighlight(m_database, highlight);
    return done ? highlightWith(m_database, isNew ? m_database.lastRow() : highlight.id)
                : done.error();
}

Result<Highlight> StateStore::removeHighlight(HighlightId id) const
{
    Result<Highlight> gone = highlightWith(m_database, id);
    if (!gone) {
        return gone;
    }
    const Status done = runOnce(m_database, "DELETE FROM highlight WHERE id = ?", id);
    return done ? gone : done.error();
}

} // namespace lectern::core
