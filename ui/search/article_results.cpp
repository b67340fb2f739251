#include "ui/search/article_results.h"

#include "core/base/text.h"
#include "core/library/row_matches.h"
#include "core/search/excluding_condition.h"
#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "ui/common/qt_text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lectern::ui {

namespace {

constexpr std::size_t kMaxKeptNeedles = 16;

core::RowSet rowSet(const core::Library &library, const std::vector<core::Row> &rows)
{
    core::RowSet set(library.size(), core::RowSet::Fill::None);
    for (const core::Row row : rows) {
        set.add(row);
    }
    return set;
}

} // namespace

void ArticleResults::setLibrary(std::shared_ptr<const core::Library> library,
                                std::shared_ptr<const core::BodySearch> texts,
                                std::shared_ptr<const core::StateSnapshot> states)
{
    takeStates(std::move(states));
    const auto former = std::exchange(m_library, std::move(library));
    m_texts = std::move(texts);
    m_bodyRows.clear();
    const std::optional<core::RowSet> kept = rowsToKeep(former.get());
    update(Change::Library, kept ? &*kept : nullptr);
}

void ArticleResults::setTexts(std::shared_ptr<const core::BodySearch> texts)
{
    if (texts == m_texts) {
        return;
    }
    m_texts = std::move(texts);
    m_bodyRows.clear();
    update(Change::Texts);
}

void ArticleResults::setStates(std::shared_ptr<const core::StateSnapshot> states)
{
    const bool areFirst = !m_states;
    takeStates(std::move(states));
    if (!m_library || !core::asksForReading(m_query)) {
        emit statesChanged();
        return;
    }
    if (areFirst) {
        update(Change::States);
        return;
    }
    const core::RowSet listed = rowSet(*m_library, m_rows);
    const std::vector<core::Row> found = core::select(*m_library, m_query, shownOrder(), context());
    if (std::ranges::all_of(found, [&](core::Row row) { return listed.contains(row); })) {
        emit statesChanged();
    } else {
        update(Change::States, &listed);
    }
}

void ArticleResults::takeStates(std::shared_ptr<const core::StateSnapshot> states)
{
    m_states = std::move(states);
    m_labelNames.clear();
    for (const core::Label &label : m_states ? m_states->labels : std::vector<core::Label>()) {
        m_labelNames.push_back(core::foldForSearch(label.name));
    }
}

std::vector<std::string> ArticleResults::labelNames() const
{
    std::vector<std::string> names;
    for (const core::Label &label : m_states ? m_states->labels : std::vector<core::Label>()) {
        names.push_back(label.name);
    }
    return names;
}

core::ArticleReading ArticleResults::readingOf(core::Row row) const
{
    const core::StateSnapshot &states = *m_states;
    return {.status = static_cast<core::ArticleReading::Status>(states.status[row]),
            .isStarred = states.has(row, core::StateFlag::Starred),
            .isChanged = states.has(row, core::StateFlag::Changed),
            .hasHighlight = states.has(row, core::StateFlag::HasHighlight),
            .hasNote = states.has(row, core::StateFlag::HasNote),
            .percent = states.progress[row] * 100 / core::kWholeProgress,
            .openedAt = states.openedAt[row],
            .readAt = states.readAt[row]};
}

bool ArticleResults::hasLabel(core::Row row, std::string_view folded) const
{
    return std::ranges::any_of(m_states->labelsOf(row), [&](core::LabelId id) {
        const auto label = std::ranges::find(m_states->labels, id, &core::Label::id);
        return label != m_states->labels.end()
            && m_labelNames[static_cast<std::size_t>(label - m_states->labels.begin())] == folded;
    });
}

/// What is listed of \a former stays when its folder was read again.
std::optional<core::RowSet> ArticleResults::rowsToKeep(const core::Library *former) const
{
    if (former == nullptr || !m_library || !m_states || former->root() != m_library->root()
        || !core::asksForReading(m_query)) {
        return std::nullopt;
    }
    const core::RowSet listed = rowSet(*former, m_rows);
    const std::vector<core::Row> before = core::rowsBefore(*former, *m_library);
    core::RowSet kept(m_library->size(), core::RowSet::Fill::None);
    for (core::Row row = 0; row < before.size(); ++row) {
        if (before[row] != core::kNoRow && listed.contains(before[row])) {
            kept.add(row);
        }
    }
    return kept;
}

void ArticleResults::setTextSearch(TextSearch use)
{
    if (use != m_textSearch) {
        m_textSearch = use;
        update(Change::TextSearch);
    }
}

void ArticleResults::setLine(const QString &line)
{
    if (line != m_line) {
        m_line = line;
        m_query = core::parseQuery(line.toStdString());
        update(Change::Line);
    }
}

void ArticleResults::setOrder(core::SortOrder order)
{
    if (order != m_order) {
        m_order = order;
        update(Change::Order);
    }
}

void ArticleResults::setTermUse(core::QueryField field, const QString &name, core::TermUse use)
{
    setLine(toQString(core::withTerm(m_query, field, name.toStdString(), use)));
}

core::SelectContext ArticleResults::context() const
{
    core::SelectContext context;
    context.alsoSearchBodies = m_textSearch == TextSearch::On;
    if (m_states) {
        context.readingOf = [this](core::Row row) { return readingOf(row); };
        context.hasLabel
            = [this](core::Row row, std::string_view folded) { return hasLabel(row, folded); };
        context.hasNote = [this](core::Row row, std::string_view needle) {
            return core::hasNote(*m_states, row, needle);
        };
    }
    if (m_texts) {
        context.searchBodies = [this](std::string_view needle, core::RowSet &rows) {
            rows.addAll(rowsWithBody(std::string(needle)));
        };
    }
    return context;
}

const core::RowSet &ArticleResults::rowsWithBody(const std::string &needle) const
{
    const auto known = m_bodyRows.find(needle);
    if (known != m_bodyRows.end()) {
        return known->second;
    }
    if (m_bodyRows.size() >= kMaxKeptNeedles) {
        m_bodyRows.clear();
    }
    core::RowSet rows(m_library->size(), core::RowSet::Fill::None);
    m_texts->search(needle, rows);
    return m_bodyRows.emplace(needle, std::move(rows)).first->second;
}

core::SortOrder ArticleResults::shownOrder() const
{
    const bool isRanked = m_words.needTexts() && m_order == core::SortOrder{};
    return isRanked ? core::SortOrder{.key = core::SortKey::Relevance} : m_order;
}

void ArticleResults::setDate(const QString &value)
{
    setLine(toQString(core::withDate(m_query, value.toStdString())));
}

int ArticleResults::count(const QString &line) const
{
    return m_library ? static_cast<int>(
               core::countRows(*m_library, core::parseQuery(line.toStdString()), context()))
                     : 0;
}

std::vector<core::MonthCount> ArticleResults::months() const
{
    if (!m_library) {
        return {};
    }
    const std::optional<core::Query> undated = core::withoutDates(m_query);
    return undated
        ? core::countMonths(*m_library, core::select(*m_library, *undated, {}, context()))
        : core::countMonths(*m_library, m_rows);
}

QString ArticleResults::excludingCondition() const
{
    const auto condition = m_library && m_rows.empty()
        ? core::excludingCondition(*m_library, m_query, context())
        : std::nullopt;
    return toQString(condition.value_or(std::string()));
}

void ArticleResults::update(Change change, const core::RowSet *kept)
{
    m_words = searchWords(m_query, m_textSearch);
    m_rows.clear();
    if (m_library) {
        m_rows = core::select(*m_library, m_query, shownOrder(), context(), kept);
    }
    emit changed(change);
}

} // namespace lectern::ui
