#include "core/state/state_exchange.h"

#include "core/state/state_rows.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace lectern::core {

namespace {

struct Origin
{
    StateId id = 0;
    std::string uid;
    std::string library;
    std::int64_t changedAt = 0;
};

Origin originOf(const Statement &row)
{
    return {row.integer(0), std::string(row.text(1)), std::string(row.text(2)), row.integer(3)};
}

/// The articles of \a record by number.
using Places = std::unordered_map<StateId, KeptArticle *>;

/// Those that \a where, an SQL clause, lets through.
Result<StateRecord> readArticles(const StateStore &store, const std::string &where, Places &places)
{
    const Database &database = store.database();
    const auto origins = rowsOf(database,
                                "SELECT article.id, uid, root, changed_at FROM article "
                                "LEFT JOIN library ON library.id = library "
                                    + where + " ORDER BY article.id",
                                originOf);
    auto keys = rowsOf(
        database, "SELECT " + std::string(kKeyColumns) + " FROM article " + where + " ORDER BY id",
        articleOf);
    auto states
        = rowsOf(database,
                 "SELECT " + std::string(kStateColumns) + " FROM article " + where + " ORDER BY id",
                 stateOf);
    if (!origins || !keys || !states) {
        return database.lastError();
    }
    StateRecord record;
    record.articles.resize(
        std::min({origins.value().size(), keys.value().size(), states.value().size()}));
    for (std::size_t place = 0; place < record.articles.size(); ++place) {
        const Origin &origin = origins.value()[place];
        KeptArticle &article = record.articles[place];
        article.uid = origin.uid;
        article.library = origin.library;
        article.changedAt = origin.changedAt;
        article.key = std::move(keys.value()[place].key);
        article.state = std::move(states.value()[place]);
        places[origin.id] = &article;
    }
    return record;
}

/// What hangs on the articles.
Status readParts(const StateStore &store, StateRecord &record, const Places &places)
{
    Result<std::vector<Label>> labels = store.labels();
    Result<std::vector<Highlight>> highlights = store.allHighlights();
    const Result<std::vector<ReadingDay>> days = store.readingDays();
    const auto given = rowsOf(
        store.database(),
        "SELECT article, name FROM article_label "
        "JOIN label ON label.id = label ORDER BY article, name",
        [](const Statement &row) { return std::pair(row.integer(0), std::string(row.text(1))); });
    if (!labels || !highlights || !days || !given) {
        return store.database().lastError();
    }
    record.labels = std::move(labels).value();
    for (const auto &[article, label] : given.value()) {
        if (const auto found = places.find(article); found != places.end()) {
            found->second->labels.push_back(label);
        }
    }
    for (const ReadingDay &day : days.value()) {
        if (const auto found = places.find(day.article); found != places.end()) {
            found->second->days.push_back(day);
        }
    }
    for (Highlight &highlight : highlights.value()) {
        if (const auto found = places.find(highlight.article); found != places.end()) {
            found->second->highlights.push_back(std::move(highlight));
        }
    }
    for (KeptArticle &article : record.articles) {
        Result<std::string> text = store.readText(article.state.id);
        if (text) { // one that cannot be unpacked is no reason to export nothing
            article.readText = std::move(text).value();
        }
    }
    return Ok{};
}

/// The state of one article of which \a there and \a added are two.
ReadingState merged(const ReadingState &there, const ReadingState &added, bool isAddedLater)
{
    const ReadingState &former = isAddedLater ? there : added;
    ReadingState state = isAddedLater ? added : there;
    state.id = there.id;
    state.openedAt = std::max(there.openedAt, added.openedAt);
    state.starredAt = state.starredAt != 0 ? state.starredAt : former.starredAt;
    state.labels.clear();
    std::ranges::set_union(there.labels, added.labels, std::back_inserter(state.labels));
    return state;
}

/// By what the articles of a record are known in a store.
enum class KnownBy : std::uint8_t { NumberAlone, NumberOrKey };

/// Adds one record to one store.
class Merge final
{
public:
    Merge(const StateStore &store, KnownBy knownBy)
        : m_store(store)
        , m_database(store.database())
        , m_knownBy(knownBy)
    {}

    Result<StateImport> run(const StateRecord &record)
    {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction) {
            return transaction.error();
        }
        for (const KeptArticle &article : record.articles) {
            m_uids.insert(article.uid);
        }
        Status done = addLabels(record.labels);
        for (const KeptArticle &article : record.articles) {
            done = done ? add(article) : done;
        }
        done = done ? transaction.value().commit() : done;
        if (!done) {
            return done.error();
        }
        m_import.articles = record.articles.size();
        return m_import;
    }

private:
    Status addLabels(const std::vector<Label> &labels)
    {
        const Result<std::vector<Label>> there = m_store.labels();
        if (!there) {
            return there.error();
        }
        for (const Label &label : there.value()) {
            m_labels[label.name] = label.id;
        }
        for (const Label &label : labels) {
            if (Status made = addLabel(label); !made) {
                return made;
            }
        }
        return Ok{};
    }

    Status addLabel(const Label &label)
    {
        if (label.name.empty() || m_labels.contains(label.name)) {
            return Ok{};
        }
        const Result<LabelId> id = m_store.saveLabel({0, label.name, label.colour});
        if (id) {
            m_labels[label.name] = id.value();
        }
        return id ? Status(Ok{}) : Status(id.error());
    }

    /// What \a article is here: by its own number, else by what it is.
    Result<std::optional<Origin>> find(const KeptArticle &article) const
    {
        constexpr std::string_view kOf = "SELECT article.id, uid, root, changed_at FROM article "
                                         "JOIN library ON library.id = library WHERE ";
        const auto byUid = rowsOf(m_database, std::string(kOf) + "uid = ?", originOf,
                                  std::string_view(article.uid));
        auto byKey = rowsOf(
            m_database,
            std::string(kOf)
                + "root = ?1 AND ((length(?2) > 0 AND source = ?2) OR (path = ?3 AND title = ?4))",
            originOf, std::string_view(article.library), std::string_view(article.key.source),
            std::string_view(article.key.path), std::string_view(article.key.title));
        if (!byUid || !byKey) {
            return m_database.lastError();
        }
        // Two articles may name one address: what has its own entry in the record is no other.
        std::erase_if(byKey.value(),
                      [this](const Origin &origin) { return m_uids.contains(origin.uid); });
        const bool isByKey = byUid.value().empty() && m_knownBy == KnownBy::NumberOrKey;
        const auto &found = isByKey ? byKey.value() : byUid.value();
        return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
    }

    Result<Origin> findOrMake(const KeptArticle &article)
    {
        Result<std::optional<Origin>> found = find(article);
        if (!found) {
            return found.error();
        }
        if (found.value()) {
            return *found.value();
        }
        const Result<std::vector<StateId>> made = m_store.add(article.library, {&article.key, 1});
        if (!made) {
            return made.error();
        }
        ++m_import.added;
        const Origin origin{made.value().front(), article.uid, article.library, -1};
        Status named = article.uid.empty()
            ? Status(Ok{})
            : runOnce(m_database, "UPDATE article SET uid = ?2 WHERE id = ?1", origin.id,
                      std::string_view(article.uid));
        return named ? Result<Origin>(origin) : named.error();
    }

    Status add(const KeptArticle &article)
    {
        const Result<Origin> origin = findOrMake(article);
        if (!origin) {
            return origin.error();
        }
        const StateId id = origin.value().id;
        const bool isLater = article.changedAt > origin.value().changedAt;
        Status done = addState(id, article, isLater);
        for (const ReadingDay &day : article.days) {
            done = done ? addDay(id, day) : done;
        }
        for (const Highlight &highlight : article.highlights) {
            done = done ? addHighlight(id, highlight) : done;
        }
        return done ? runOnce(m_database, "UPDATE article SET changed_at = ?2 WHERE id = ?1", id,
                              std::max(article.changedAt, origin.value().changedAt))
                    : done;
    }

    Status addState(StateId id, const KeptArticle &article, bool isLater)
    {
        const Result<std::vector<ReadingState>> there = m_store.states({&id, 1});
        if (!there || there.value().empty()) {
            return m_database.lastError();
        }
        ReadingState added = article.state;
        added.labels.clear();
        for (const std::string &name : article.labels) {
            if (Status made = addLabel({0, name, 0x808080}); !made) {
                return made;
            }
            if (m_labels.contains(name)) {
                added.labels.push_back(m_labels.at(name));
            }
        }
        std::ranges::sort(added.labels);
        const ReadingState state = merged(there.value().front(), added, isLater);
        Status done = Ok{};
        if (isLater && !article.readText.empty()) {
            const TextPrint print{state.readVersion, state.readHash, 0, {}};
            done = m_store.setReadText(id, print, article.readText);
        }
        return done ? m_store.restore({&state, 1}) : done;
    }

    Status addDay(StateId id, const ReadingDay &day) const
    {
        return runOnce(m_database,
                       "INSERT INTO reading_day (article, day, seconds, characters) "
                       "VALUES (?, ?, ?, ?) ON CONFLICT (article, day) DO UPDATE SET "
                       "seconds = max(seconds, excluded.seconds), "
                       "characters = max(characters, excluded.characters)",
                       id, std::int64_t{day.day}, std::int64_t{day.seconds},
                       std::int64_t{day.characters});
    }

    Status addHighlight(StateId id, Highlight highlight) const
    {
        const auto there = rowsOf(m_database,
                                  "SELECT " + std::string(kHighlightColumns)
                                      + " FROM highlight WHERE uid = ?1 OR (article = ?2 AND "
                                        "start = ?3 AND quote = ?4) ORDER BY uid = ?1 DESC",
                                  core::highlightOf, std::string_view(highlight.uid), id,
                                  static_cast<std::int64_t>(highlight.place.start),
                                  std::string_view(highlight.place.quote));
        if (!there) {
            return there.error();
        }
        if (!there.value().empty() && there.value().front().changedAt >= highlight.changedAt) {
            return Ok{};
        }
        highlight.id = there.value().empty() ? 0 : there.value().front().id;
        highlight.article = id;
        const Result<Highlight> saved = m_store.saveHighlight(highlight);
        return saved ? Status(Ok{}) : Status(saved.error());
    }

    const StateStore &m_store;
    const Database &m_database;
    KnownBy m_knownBy;
    std::map<std::string, LabelId> m_labels;
    std::set<std::string> m_uids; ///< of the record
    StateImport m_import;
};

/// The articles that \a where, an SQL clause, lets through.
Result<StateRecord> read(const StateStore &store, const std::string &where)
{
    // Several statements, one moment.
    Status begun = store.database().run("SAVEPOINT export");
    if (!begun) {
        return begun.error();
    }
    Places places;
    Result<StateRecord> record = readArticles(store, where, places);
    Status parts = record ? readParts(store, record.value(), places) : Status(record.error());
    // Nothing was written that could be lost.
    [[maybe_unused]] const Status ended = store.database().run("RELEASE export");
    return parts ? std::move(record) : parts.error();
}

/// `WHERE article.id IN (…)`
std::string whereIn(std::span<const StateId> ids)
{
    std::string numbers;
    for (const StateId id : ids) {
        numbers += (numbers.empty() ? "" : ",") + std::to_string(id);
    }
    return "WHERE article.id IN (" + numbers + ")";
}

} // namespace

Result<StateRecord> readAll(const StateStore &store)
{
    return read(store, {});
}

Result<StateRecord> readSome(const StateStore &store, std::span<const StateId> ids)
{
    Result<StateRecord> record = read(store, whereIn(ids));
    if (record) {
        std::erase_if(record.value().labels, [&](const Label &label) {
            return std::ranges::none_of(record.value().articles, [&](const KeptArticle &article) {
                return std::ranges::find(article.labels, label.name) != article.labels.end();
            });
        });
    }
    return record;
}

Result<StateRecord> takeOut(const StateStore &store, std::span<const StateId> ids)
{
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction) {
        return transaction.error();
    }
    Result<StateRecord> record = readSome(store, ids);
    Status done = record ? store.database().run("DELETE FROM article " + whereIn(ids))
                         : Status(record.error());
    done = done ? transaction.value().commit() : done;
    return done ? std::move(record) : done.error();
}

Status putBack(const StateStore &store, const StateRecord &record)
{
    const Result<StateImport> merged = Merge(store, KnownBy::NumberAlone).run(record);
    return merged ? Status(Ok{}) : merged.error();
}

Result<StateRecord> joinStates(const StateStore &store, StateId into, StateId from)
{
    const std::array both{into, from};
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction) {
        return transaction.error();
    }
    Result<StateRecord> former = readSome(store, both);
    if (!former || former.value().articles.size() != both.size()) {
        return former ? Error{ErrorCode::NotFound, "there is no such state"} : former.error();
    }
    const Result<StateRecord> taken = takeOut(store, {&from, 1});
    if (!taken) {
        return taken;
    }
    StateRecord added = taken.value();
    KeptArticle &article = added.articles.front();
    const auto target = std::ranges::find_if(
        former.value().articles, [&](const KeptArticle &one) { return one.state.id == into; });
    article.uid = target->uid;
    const bool isReadFurther = article.state.status > target->state.status;
    article.changedAt = isReadFurther ? target->changedAt + 1 : 0;
    Status done = putBack(store, added);
    done = done ? transaction.value().commit() : done;
    return done ? std::move(former) : done.error();
}

Status takeApart(const StateStore &store, StateId joined, StateRecord former)
{
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction) {
        return transaction.error();
    }
    const Result<StateRecord> taken = takeOut(store, {&joined, 1});
    if (!taken || taken.value().articles.empty() || former.articles.empty()) {
        return taken ? Error{ErrorCode::NotFound, "there is no such state"} : taken.error();
    }
    const KeptArticle &now = taken.value().articles.front();
    const auto isOther = [&](const KeptArticle &article) { return article.uid != now.uid; };
    const auto other = std::ranges::find_if(former.articles, isOther);
    KeptArticle &there = other == former.articles.end() ? former.articles.front() : *other;
    for (const Highlight &highlight : now.highlights) {
        const bool isFormer = std::ranges::any_of(former.articles, [&](const KeptArticle &article) {
            return std::ranges::find(article.highlights, highlight.uid, &Highlight::uid)
                != article.highlights.end();
        });
        if (!isFormer) {
            there.highlights.push_back(highlight);
        }
    }
    Status done = putBack(store, former);
    return done ? transaction.value().commit() : done;
}

Result<StateImport> mergeAll(const StateStore &store, const StateRecord &record)
{
    return Merge(store, KnownBy::NumberOrKey).run(record);
}

} // namespace lectern::core
