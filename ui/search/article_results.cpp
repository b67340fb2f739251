#include "ui/search/article_results.h"

#include "core/search/excluding_condition.h"
#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "ui/common/qt_text.h"

#include <optional>
#include <utility>

namespace lectern::ui {

namespace {

constexpr std::size_t kMaxKeptNeedles = 16;

} // namespace

void ArticleResults::setLibrary(std::shared_ptr<const core::Library> library,
                                std::shared_ptr<const core::BodySearch> texts)
{
    m_library = std::move(library);
    m_texts = std::move(texts);
    m_bodyRows.clear();
    update(Change::Library);
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

void ArticleResults::update(Change change)
{
    m_words = searchWords(m_query, m_textSearch);
    m_rows.clear();
    if (m_library) {
        m_rows = core::select(*m_library, m_query, shownOrder(), context());
    }
    emit changed(change);
}

} // namespace lectern::ui
