#include "core/state/state_store.h"

#include "core/state/deflated.h"
#include "core/state/state_rows.h"

#include <algorithm>
#include <unordered_map>

namespace lectern::core {

namespace {

std::int64_t columnOf(std::uint64_t hash)
{
    return static_cast<std::int64_t>(hash);
}

std::int64_t columnOf(ReadStatus status)
{
    return static_cast<std::int64_t>(status);
}

std::string select(std::string_view columns, std::string_view rest)
{
    return "SELECT " + std::string(columns) + " FROM " + std::string(rest);
}

/// Labels come in the order of states, each state's in ascending order.
void addLabels(std::vector<ReadingState> &states,
               const std::vector<std::pair<StateId, LabelId>> &labels)
{
    std::unordered_map<StateId, ReadingState *> byId;
    for (ReadingState &state : states) {
        byId[state.id] = &state;
    }
    for (const auto &[article, label] : labels) {
        const auto found = byId.find(article);
        if (found != byId.end()) {
            found->second->labels.push_back(label);
        }
    }
}

std::pair<StateId, LabelId> pairOf(const Statement &row)
{
    return {row.integer(0), row.integer(1)};
}

Result<std::int64_t> libraryId(const Database &database, std::string_view root)
{
    Status made = runOnce(database, "INSERT OR IGNORE INTO library (root) VALUES (?)", root);
    if (!made) {
        return made.error();
    }
    const auto ids = rowsOf(
        database, "SELECT id FROM library WHERE root = ?",
        [](const Statement &row) { return row.integer(0); }, root);
    return ids ? Result<std::int64_t>(ids.value().at(0)) : ids.error();
}

/// The state \a state after \a change.
ReadingState changed(ReadingState state, const StateChange &change)
{
    if (change.status && *change.status != state.status) {
        state.status = *change.status;
        state.readAt = state.status == ReadStatus::Read ? change.now : 0;
    }
    if (change.isStarred && *change.isStarred != state.isStarred()) {
        state.starredAt = *change.isStarred ? change.now : 0;
    }
    if (change.isOpened) {
        state.openedAt = change.now;
    }
    state.progress = std::min(change.progress.value_or(state.progress), kWholeProgress);
    state.position = change.position.value_or(state.position);
    for (const LabelId label : change.addedLabels) {
        state.labels.push_back(label);
    }
    for (const LabelId label : change.removedLabels) {
        std::erase(state.labels, label);
    }
    std::ranges::sort(state.labels);
    state.labels.erase(std::ranges::unique(state.labels).begin(), state.labels.end());
    return state;
}

/// Writes states over those that are there.
class StateWriter final
{
public:
    static Result<StateWriter> open(const Database &database)
    {
        Result<Statement> update = database.prepare(
            "UPDATE article SET status=?, opened_at=?, read_at=?, starred_at=?, progress=?, "
            "paragraph=?, anchor=?, read_version=?, read_hash=?, changed_at=unixepoch() "
            "WHERE id=?");
        Result<Statement> clear = database.prepare("DELETE FROM article_label WHERE article=?");
        Result<Statement> label
            = database.prepare("INSERT OR IGNORE INTO article_label (article, label) "
                               "SELECT ?1, id FROM label WHERE id=?2"); // it may be gone since
        if (!update || !clear || !label) {
            return database.lastError();
        }
        return StateWriter(std::move(update).value(), std::move(clear).value(),
                           std::move(label).value());
    }

    Status write(const ReadingState &state)
    {
        Status done
            = m_update
                  .bind(columnOf(state.status), state.openedAt, state.readAt, state.starredAt,
                        std::int64_t{state.progress}, std::int64_t{state.position.paragraph},
                        std::string_view(state.position.anchor), std::int64_t{state.readVersion},
                        columnOf(state.readHash), state.id)
                  .run();
        return done ? writeLabels(state) : done;
    }

private:
    StateWriter(Statement update, Statement clear, Statement label)
        : m_update(std::move(update))
        , m_clear(std::move(clear))
        , m_label(std::move(label))
    {}

    Status writeLabels(const ReadingState &state)
    {
        Status done = m_clear.bind(state.id).run();
        for (const LabelId label : state.labels) {
            if (done) {
                done = m_label.bind(state.id, label).run();
            }
        }
        return done;
    }

    Statement m_update;
    Statement m_clear;
    Statement m_label;
};

/// Writes each of \a states; none where one fails.
Status writeAll(const Database &database, std::span<const ReadingState> states)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    Result<StateWriter> writer = StateWriter::open(database);
    if (!writer) {
        return writer.error();
    }
    for (const ReadingState &state : states) {
        if (Status written = writer.value().write(state); !written) {
            return written;
        }
    }
    return transaction.value().commit();
}

/// Binds \a key behind what \a first binds.
template <typename... First>
Status runWithKey(Statement &statement, const ArticleKey &key, const First &...first)
{
    const std::string sketch = encodeSketch(key.print.sketch);
    return statement
        .bind(first..., std::string_view(key.path), std::string_view(key.source),
              std::string_view(key.title), columnOf(key.stamp.sizeBytes), key.stamp.modifiedNs,
              std::int64_t{key.print.version}, columnOf(key.print.hash),
              std::int64_t{key.print.bytes}, std::string_view(sketch))
        .run();
}

} // namespace

Result<StateStore> StateStore::open(const std::string &file)
{
    Result<StateFile> opened = openStateFile(file);
    if (!opened) {
        return opened.error();
    }
    return StateStore(std::move(opened).value(), file);
}

Result<StateStore> StateStore::openToRead(const std::string &file)
{
    Result<StateFile> opened = openStateFileToRead(file);
    if (!opened) {
        return opened.error();
    }
    return StateStore(std::move(opened).value(), file);
}

Status StateStore::check(std::int64_t now) const
{
    Status fine = checkStateFile(m_database);
    if (m_report.isReadOnly) {
        return fine;
    }
    if (fine) {
        return backUpStateFile(m_database, m_path, now);
    }
    const Status suspected = suspectStateFile(m_path);
    return suspected ? fine : suspected;
}

Result<std::int64_t> StateStore::dataVersion() const
{
    return m_database.number("PRAGMA data_version");
}

Result<std::vector<KnownArticle>> StateStore::articlesOf(std::string_view root) const
{
    return rowsOf(m_database,
                  select(kKeyColumns,
                         "article WHERE library IN (SELECT id FROM library WHERE root = ?1 "
                         "OR substr(root, 1, 1) = CAST('?' AS BLOB)) ORDER BY id"),
                  articleOf, root);
}

Result<std::vector<StateId>> StateStore::add(std::string_view root,
                                             std::span<const ArticleKey> keys) const
{
    if (keys.empty()) {
        return std::vector<StateId>();
    }
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    const Result<std::int64_t> library = libraryId(m_database, root);
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO article (uid, library, path, source, title, stamp_bytes, stamp_ns, "
        "print_version, text_hash, text_bytes, sketch) "
        "VALUES (CAST(lower(hex(randomblob(16))) AS BLOB), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!library || !insert) {
        return m_database.lastError();
    }
    std::vector<StateId> ids;
    for (const ArticleKey &key : keys) {
        if (Status done = runWithKey(insert.value(), key, library.value()); !done) {
            return done.error();
        }
        ids.push_back(m_database.lastRow());
    }
    Status done = transaction.value().commit();
    return done ? Result<std::vector<StateId>>(std::move(ids)) : done.error();
}

Status StateStore::setKeys(std::string_view root, std::span<const KnownArticle> articles) const
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    const Result<std::int64_t> library = libraryId(m_database, root);
    Result<Statement> update = m_database.prepare(
        "UPDATE article SET library=?2, path=?3, source=?4, title=?5, stamp_bytes=?6, stamp_ns=?7, "
        "print_version=?8, text_hash=?9, text_bytes=?10, sketch=?11 WHERE id=?1");
    if (!library || !update) {
        return m_database.lastError();
    }
    for (const KnownArticle &article : articles) {
        Status done = runWithKey(update.value(), article.key, article.state, library.value());
        if (!done) {
            return done;
        }
    }
    return transaction.value().commit();
}

Status StateStore::moveLibrary(std::string_view from, std::string_view to) const
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    const auto taken = rowsOf(
        m_database,
        "SELECT 1 FROM article WHERE library = (SELECT id FROM library WHERE root = ?) LIMIT 1",
        [](const Statement &row) { return row.integer(0); }, to);
    if (!taken || !taken.value().empty()) {
        return taken ? Error{ErrorCode::Unsupported, std::string(to) + ": it has states already"}
                     : taken.error();
    }
    Status done = runOnce(m_database, "DELETE FROM library WHERE root = ?", to);
    if (done) {
        done = runOnce(m_database, "UPDATE library SET root = ?2 WHERE root = ?1", from, to);
    }
    return done ? transaction.value().commit() : done;
}

Result<std::vector<ReadingState>> StateStore::statesOf(std::string_view root) const
{
    auto states = rowsOf(m_database,
                         select(kStateColumns,
                                "article WHERE library IN (SELECT id FROM library WHERE root = ?1 "
                                "OR substr(root, 1, 1) = CAST('?' AS BLOB)) ORDER BY id"),
                         stateOf, root);
    const auto labels = rowsOf(
        m_database, "SELECT article, label FROM article_label ORDER BY article, label", pairOf);
    if (!states || !labels) {
        return states ? labels.error() : states.error();
    }
    addLabels(states.value(), labels.value());
    return states;
}

Result<std::vector<ReadingState>> StateStore::states(std::span<const StateId> ids) const
{
    Result<Statement> one = m_database.prepare(select(kStateColumns, "article WHERE id = ?"));
    Result<Statement> labels = m_database.prepare(
        "SELECT article, label FROM article_label WHERE article = ? ORDER BY label");
    if (!one || !labels) {
        return m_database.lastError();
    }
    std::vector<ReadingState> states;
    for (const StateId id : ids) {
        const Status read = forEachRow(
            one.value().bind(id), [&](const Statement &row) { states.push_back(stateOf(row)); });
        if (!read) {
            return read.error();
        }
        if (states.empty() || states.back().id != id) {
            continue; // in a damaged file labels may be left of an article that is not there
        }
        const Status readLabels = forEachRow(labels.value().bind(id), [&](const Statement &row) {
            states.back().labels.push_back(row.integer(1));
        });
        if (!readLabels) {
            return readLabels.error();
        }
    }
    return states;
}

Result<std::vector<ReadingState>> StateStore::change(std::span<const StateId> ids,
                                                     const StateChange &change) const
{
    Result<std::vector<ReadingState>> former = states(ids);
    if (!former) {
        return former;
    }
    std::vector<ReadingState> after;
    for (const ReadingState &state : former.value()) {
        after.push_back(changed(state, change));
    }
    Status written = writeAll(m_database, after);
    return written ? former : written.error();
}

Status StateStore::restore(std::span<const ReadingState> states) const
{
    return writeAll(m_database, states);
}

Status StateStore::setReadText(StateId article, const TextPrint &print, std::string_view text) const
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) {
        return transaction.error();
    }
    const std::string small = deflated(text);
    Status done = runOnce(m_database,
                          "INSERT OR REPLACE INTO read_text (article, size, deflated) "
                          "VALUES (?, ?, ?)",
                          article, static_cast<std::int64_t>(text.size()), std::string_view(small));
    if (done) {
        done = runOnce(m_database, "UPDATE article SET read_version=?2, read_hash=?3 WHERE id=?1",
                       article, std::int64_t{print.version}, columnOf(print.hash));
    }
    return done ? transaction.value().commit() : done;
}

Result<std::string> StateStore::readText(StateId article) const
{
    const auto rows = rowsOf(
        m_database, "SELECT size, deflated FROM read_text WHERE article = ?",
        [](const Statement &row) {
            return inflated(row.text(1), static_cast<std::size_t>(row.integer(0)));
        },
        article);
    if (!rows) {
        return rows.error();
    }
    return rows.value().empty() ? Result<std::string>(std::string()) : rows.value().front();
}

Status StateStore::addReading(const ReadingDay &day) const
{
    return runOnce(m_database,
                   "INSERT INTO reading_day (article, day, seconds, characters) "
                   "VALUES (?, ?, ?, ?) ON CONFLICT (article, day) DO UPDATE SET "
                   "seconds = seconds + excluded.seconds, "
                   "characters = characters + excluded.characters",
                   day.article, std::int64_t{day.day}, std::int64_t{day.seconds},
                   std::int64_t{day.characters});
}

Result<std::vector<ReadingDay>> StateStore::readingDays() const
{
    return rowsOf(m_database,
                  "SELECT article, day, seconds, characters FROM reading_day ORDER BY day, article",
                  dayOf);
}

} // namespace lectern::core
