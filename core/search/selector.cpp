#include "core/search/selector.h"

#include "core/base/text.h"
#include "core/library/library_columns.h"
#include "core/library/library_lookups.h"
#include "core/library/problem_codec.h"
#include "core/search/search_text.h"

#include <ctime>

namespace lectern::core {

namespace {

/// Whether \a folded is what \a term names or lies in it: `en-US` in `en`, `science/physics` in
/// `science`.
bool isTermMeant(Taxonomy taxonomy, std::string_view folded, const QueryTerm &term)
{
    const char step = taxonomy == Taxonomy::Language ? '-' : '/';
    return folded == term.folded
        || (!term.isExact && folded.starts_with(term.folded)
            && folded.substr(term.folded.size()).starts_with(step));
}

bool isHostBelow(std::string_view host, std::string_view domain)
{
    return host == domain
        || (host.size() > domain.size() && host.ends_with(domain)
            && host[host.size() - domain.size() - 1] == '.');
}

bool isWithin(const QueryRange &range, std::int64_t number)
{
    return number >= range.first && number < range.last;
}

/// When the clocks here show \a seconds; the ends of time stay.
std::int64_t instantOfWall(std::int64_t seconds)
{
    if (seconds == INT64_MIN || seconds == INT64_MAX) {
        return seconds;
    }
    const std::time_t wall = seconds;
    std::tm parts{};
    gmtime_r(&wall, &parts);
    parts.tm_isdst = -1;
    return std::mktime(&parts);
}

bool isReading(const ArticleReading &reading, QueryState state)
{
    using Status = ArticleReading::Status;
    switch (state) {
    case QueryState::Unread:
        return reading.status == Status::Unread;
    case QueryState::Reading:
        return reading.status == Status::Reading;
    case QueryState::Read:
        return reading.status == Status::Read;
    case QueryState::Starred:
        return reading.isStarred;
    case QueryState::Changed:
        return reading.isChanged;
    case QueryState::Highlight:
        return reading.hasHighlight;
    case QueryState::Note:
        return reading.hasNote;
    default:
        return false;
    }
}

/// Rows of \a library for which \a predicate holds.
template <typename Predicate>
RowSet rowsWhere(const Library &library, const Predicate &predicate)
{
    RowSet rows(library.size(), RowSet::Fill::None);
    for (Row row = 0; row < library.size(); ++row) {
        if (predicate(row)) {
            rows.add(row);
        }
    }
    return rows;
}

/// Rows whose text holds \a needle, which is folded.
RowSet rowsHolding(const Library &library, const FoldedTexts &texts, std::string_view needle)
{
    return rowsWhere(library, [&](Row row) {
        const std::string_view text = texts.at(row);
        return !text.empty() && text.find(needle) != std::string_view::npos;
    });
}

} // namespace

RowSet Selector::rowsOf(const QueryNode &node) const
{
    switch (node.kind) {
    case QueryNode::Kind::All:
        return rowsOfAll(node.children);
    case QueryNode::Kind::Any:
        return rowsOfAny(node.children);
    case QueryNode::Kind::Not: {
        RowSet rows = rowsOf(node.children.front());
        rows.invert();
        return rows;
    }
    case QueryNode::Kind::Term:
        break;
    }
    return rowsOf(node.term);
}

RowSet Selector::rowsOfAll(std::span<const QueryNode> nodes) const
{
    RowSet rows(m_library.size(), RowSet::Fill::All);
    for (const QueryNode &node : nodes) {
        constexpr std::size_t kFew = 8; // Among more, looking at each takes longer than at all.
        const bool isText = node.kind == QueryNode::Kind::Term && isInSearchText(node.term);
        const bool isAmongFew = isText && rows.count() < m_library.size() / kFew;
        rows.keepOnly(isAmongFew ? rowsWithText(m_library, node.term.field, node.term.folded, rows)
                                 : rowsOf(node));
    }
    return rows;
}

bool Selector::isInSearchText(const QueryTerm &term) const
{
    return !term.folded.empty()
        && (term.field == QueryField::Title || term.field == QueryField::Summary
            || (term.field == QueryField::Text && !m_context.alsoSearchBodies));
}

RowSet Selector::rowsOfAny(std::span<const QueryNode> nodes) const
{
    RowSet rows = none();
    for (const QueryNode &node : nodes) {
        rows.addAll(rowsOf(node));
    }
    return rows;
}

RowSet Selector::rowsOf(const QueryTerm &term) const
{
    switch (term.field) {
    case QueryField::Text:
    case QueryField::Title:
    case QueryField::Summary:
    case QueryField::Body:
        return rowsOfText(term);
    case QueryField::Category:
    case QueryField::Tag:
    case QueryField::Language:
        return rowsOfTaxonomy(*taxonomyOf(term.field), term);
    case QueryField::Date:
        return rowsOfDate(term.range);
    case QueryField::Length:
        return rowsOfLength(term.range);
    case QueryField::Author:
        return rowsHolding(m_library, m_library.lookups().authors(), term.folded);
    case QueryField::Site:
        return rowsOfSite(term);
    case QueryField::Folder:
        return rowsOfFolder(term);
    case QueryField::Path:
        return rowsHolding(m_library, m_library.lookups().paths(), term.folded);
    case QueryField::Key:
        return rowsOfKey(term);
    case QueryField::Label:
        return rowsOfLabel(term);
    case QueryField::Note:
        return rowsOfNote(term);
    case QueryField::Read:
        return rowsReadIn(term.range);
    case QueryField::Progress:
        return rowsOfProgress(term.range);
    case QueryField::Has:
    case QueryField::Is:
        break;
    }
    return rowsOfState(term.state);
}

RowSet Selector::rowsOfText(const QueryTerm &term) const
{
    if (term.folded.empty()) {
        return {m_library.size(), RowSet::Fill::All};
    }
    RowSet rows = term.field == QueryField::Body ? none()
                                                 : rowsWithText(m_library, term.field, term.folded);
    const bool isBodyMeant = term.field == QueryField::Body
        || (term.field == QueryField::Text && m_context.alsoSearchBodies);
    if (isBodyMeant && m_context.searchBodies) {
        m_context.searchBodies(term.folded, rows);
    }
    return rows;
}

RowSet Selector::rowsOfTaxonomy(Taxonomy taxonomy, const QueryTerm &term) const
{
    RowSet rows = none();
    const FoldedTexts &names = m_library.lookups().termNames(taxonomy);
    for (TermId id = 0; id < names.size(); ++id) {
        if (isTermMeant(taxonomy, names.at(id), term)) {
            for (const Row row : m_library.rowsWith(taxonomy, id)) {
                rows.add(row);
            }
        }
    }
    return rows;
}

RowSet Selector::rowsOfDate(const QueryRange &range) const
{
    const LibraryColumns &columns = m_library.columns();
    const auto kinds = columns.column<std::uint8_t>(Section::DateKinds);
    const auto seconds
        = columns.column<std::int64_t>(range.isAge ? Section::Instants : Section::WallSeconds);
    const std::int64_t now = this->now();
    return rowsWhere(m_library, [&](Row row) {
        return statesDate(kinds[row])
            && isWithin(range, range.isAge ? now - seconds[row] : seconds[row]);
    });
}

RowSet Selector::rowsOfLength(const QueryRange &range) const
{
    const auto lengths = m_library.columns().column<std::uint32_t>(Section::BodyLengths);
    return rowsWhere(m_library, [&](Row row) { return isWithin(range, lengths[row]); });
}

RowSet Selector::rowsOfSite(const QueryTerm &term) const
{
    const FoldedTexts &sites = m_library.lookups().sites();
    return rowsWhere(m_library, [&](Row row) {
        const std::string_view host = sites.at(row);
        return !host.empty() && isHostBelow(host, term.folded);
    });
}

RowSet Selector::rowsOfFolder(const QueryTerm &term) const
{
    if (term.folded.empty()) { // the root
        return {m_library.size(), RowSet::Fill::All};
    }
    RowSet rows = none();
    const LibraryFolders &folders = m_library.lookups().folders();
    const FoldedTexts &names = m_library.lookups().folderNames();
    for (std::size_t index = 0; index < folders.all.size(); ++index) {
        if (names.at(index) == term.folded) { // several, where only their case differs
            for (Row row = folders.all[index].first; row < folders.all[index].last; ++row) {
                rows.add(row);
            }
        }
    }
    return rows;
}

RowSet Selector::rowsOfKey(const QueryTerm &term) const
{
    const std::string key = foldForSearch(term.key);
    const auto isMeant = [&](std::string_view name, std::string_view value) {
        // Folding is dear: the few names of that length are folded, and the values behind them.
        return name.size() == key.size() && foldForSearch(name) == key && !value.empty()
            && foldForSearch(value).find(term.folded) != std::string::npos;
    };
    return rowsWhere(m_library, [&](Row row) {
        std::string_view fields = m_library.columns().text(Section::Others, row);
        while (!fields.empty()) {
            const std::string_view name = takeUntilNul(fields);
            if (isMeant(name, takeUntilNul(fields))) {
                return true;
            }
        }
        return false;
    });
}

RowSet Selector::rowsOfState(QueryState state) const
{
    switch (state) {
    case QueryState::Image:
        return rowsWithFlag(RowFlag::HasImage);
    case QueryState::Math:
        return rowsWithFlag(RowFlag::HasMath);
    case QueryState::Broken:
        return rowsWithFlag(RowFlag::Broken);
    case QueryState::Draft:
        return rowsWithFlag(RowFlag::Draft);
    default:
        return rowsOfReading(state);
    }
}

RowSet Selector::rowsOfReading(QueryState state) const
{
    return rowsWhere(m_library, [&](Row row) { return isReading(readingOf(row), state); });
}

RowSet Selector::rowsOfLabel(const QueryTerm &term) const
{
    return rowsWhere(m_library, [&](Row row) {
        return m_context.hasLabel && m_context.hasLabel(row, term.folded);
    });
}

RowSet Selector::rowsOfNote(const QueryTerm &term) const
{
    return rowsWhere(m_library, [&](Row row) {
        return m_context.hasNote && m_context.hasNote(row, term.folded);
    });
}

RowSet Selector::rowsReadIn(const QueryRange &range) const
{
    const std::int64_t now = this->now();
    const QueryRange instants{range.isAge ? range.first : instantOfWall(range.first),
                              range.isAge ? range.last : instantOfWall(range.last)};
    return rowsWhere(m_library, [&](Row row) {
        const std::int64_t readAt = readingOf(row).readAt;
        return readAt != 0 && isWithin(instants, range.isAge ? now - readAt : readAt);
    });
}

RowSet Selector::rowsOfProgress(const QueryRange &range) const
{
    return rowsWhere(m_library, [&](Row row) { return isWithin(range, readingOf(row).percent); });
}

ArticleReading Selector::readingOf(Row row) const
{
    return m_context.readingOf ? m_context.readingOf(row) : ArticleReading();
}

std::int64_t Selector::now() const
{
    return m_context.now != 0 ? m_context.now : std::time(nullptr);
}

RowSet Selector::rowsWithFlag(RowFlag flag) const
{
    const auto flags = m_library.columns().column<std::uint8_t>(Section::Flags);
    return rowsWhere(m_library,
                     [&](Row row) { return (flags[row] & static_cast<std::uint8_t>(flag)) != 0; });
}

} // namespace lectern::core
