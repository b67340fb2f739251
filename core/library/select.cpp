#include "core/library/select.h"

#include "core/base/text.h"
#include "core/library/library_image.h"
#include "core/library/text_scan.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <map>

namespace lectern::core {

namespace {

std::optional<Taxonomy> taxonomyOf(QueryField field)
{
    switch (field) {
    case QueryField::Category:
        return Taxonomy::Category;
    case QueryField::Tag:
        return Taxonomy::Tag;
    case QueryField::Language:
        return Taxonomy::Language;
    default:
        return std::nullopt;
    }
}

/// `en` stands for `en-US` too; tags and categories are whole names.
bool isTermMeant(Taxonomy taxonomy, std::string_view folded, std::string_view wanted)
{
    return folded == wanted
        || (taxonomy == Taxonomy::Language && folded.starts_with(wanted)
            && folded.substr(wanted.size()).starts_with('-'));
}

/// The host of an address, without `www.`.
std::string_view hostOf(std::string_view address)
{
    const std::size_t start = address.find("://");
    if (start == std::string_view::npos) {
        return {};
    }
    std::string_view host = address.substr(start + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    host.remove_prefix(host.starts_with("www.") ? 4 : 0);
    return host;
}

bool isHostBelow(std::string_view host, std::string_view domain)
{
    return host == domain
        || (host.size() > domain.size() && host.ends_with(domain)
            && host[host.size() - domain.size() - 1] == '.');
}

/// Finds the rows of one query, condition by condition.
class Selector final
{
public:
    Selector(const Library &library, const SelectContext &context)
        : m_library(library)
        , m_context(context)
    {}

    RowSet rowsOf(const QueryNode &node) const
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

    RowSet rowsOfAll(std::span<const QueryNode> nodes) const
    {
        RowSet rows(m_library.size(), RowSet::Fill::All);
        for (const QueryNode &node : nodes) {
            rows.keepOnly(rowsOf(node));
        }
        return rows;
    }

    /// Rows where \a needle stands in the folded title (or summary) and nowhere else asked for.
    RowSet rowsWithText(QueryField field, std::string_view needle) const
    {
        RowSet rows = none();
        const LibraryImage &image = m_library.image();
        const auto titles = image.column<std::uint32_t>(Section::SearchTitles);
        const auto summaries = image.column<std::uint32_t>(Section::SearchSummaries);
        const std::string_view bytes = image.bytesOf(Section::SearchBytes);
        const TextScan scan(needle, searchHistogram());
        Row row = 0;
        std::size_t from = 0;
        for (std::size_t hit = scan.find(bytes, from); hit != TextScan::kNotFound;
             hit = scan.find(bytes, from)) {
            while (titles[row + 1] <= hit) {
                ++row;
            }
            const bool isInSummary = hit >= summaries[row];
            if (field == QueryField::Text || isInSummary == (field == QueryField::Summary)) {
                rows.add(row);
                from = titles[row + 1];
            } else {
                from = isInSummary ? titles[row + 1] : summaries[row];
            }
        }
        return rows;
    }

private:
    ByteHistogram searchHistogram() const
    {
        ByteHistogram histogram{};
        std::ranges::copy(m_library.image().column<std::uint64_t>(Section::SearchHistogram),
                          histogram.begin());
        return histogram;
    }

    RowSet none() const { return {m_library.size(), RowSet::Fill::None}; }

    RowSet rowsOfAny(std::span<const QueryNode> nodes) const
    {
        RowSet rows = none();
        for (const QueryNode &node : nodes) {
            rows.addAll(rowsOf(node));
        }
        return rows;
    }

    RowSet rowsOf(const QueryTerm &term) const
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
            return rowsWhere(
                [&](Row row) { return isWithin(term.range, m_library.bodyLength(row)); });
        case QueryField::Author:
            return rowsWhere([&](Row row) { return holds(m_library.author(row), term); });
        case QueryField::Site:
            return rowsOfSite(term);
        case QueryField::Key:
            return rowsOfKey(term);
        case QueryField::Has:
        case QueryField::Is:
            break;
        }
        return rowsOfState(term.state);
    }

    template <typename Predicate>
    RowSet rowsWhere(const Predicate &predicate) const
    {
        RowSet rows = none();
        for (Row row = 0; row < m_library.size(); ++row) {
            if (predicate(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    static bool isWithin(const QueryRange &range, std::int64_t number)
    {
        return number >= range.first && number < range.last;
    }

    static bool holds(std::string_view text, const QueryTerm &term)
    {
        return !text.empty() && foldForSearch(text).find(term.folded) != std::string::npos;
    }

    RowSet rowsOfText(const QueryTerm &term) const
    {
        if (term.folded.empty()) {
            return {m_library.size(), RowSet::Fill::All};
        }
        RowSet rows
            = term.field == QueryField::Body ? none() : rowsWithText(term.field, term.folded);
        const bool isBodyMeant = term.field == QueryField::Body
            || (term.field == QueryField::Text && m_context.alsoSearchBodies);
        if (isBodyMeant && m_context.searchBodies) {
            m_context.searchBodies(term.folded, rows);
        }
        return rows;
    }

    RowSet rowsOfTaxonomy(Taxonomy taxonomy, const QueryTerm &term) const
    {
        RowSet rows = none();
        for (TermId id = 0; id < m_library.termCount(taxonomy); ++id) {
            if (isTermMeant(taxonomy, foldForSearch(m_library.termName(taxonomy, id)),
                            term.folded)) {
                for (const Row row : m_library.rowsWith(taxonomy, id)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    RowSet rowsOfDate(const QueryRange &range) const
    {
        const std::int64_t now = m_context.now != 0 ? m_context.now : std::time(nullptr);
        return rowsWhere([&](Row row) {
            const auto date = m_library.date(row);
            return m_library.isDated(row)
                && isWithin(range, range.isAge ? now - date->instant : date->written.wallSeconds);
        });
    }

    RowSet rowsOfSite(const QueryTerm &term) const
    {
        return rowsWhere([&](Row row) {
            const std::string_view host = hostOf(m_library.source(row));
            return !host.empty() && isHostBelow(foldForSearch(host), term.folded);
        });
    }

    RowSet rowsOfKey(const QueryTerm &term) const
    {
        const std::string key = foldForSearch(term.key);
        return rowsWhere([&](Row row) {
            return std::ranges::any_of(m_library.others(row), [&](const auto &field) {
                return foldForSearch(field.first) == key && holds(field.second, term);
            });
        });
    }

    RowSet rowsOfState(QueryState state) const
    {
        switch (state) {
        case QueryState::Unread: {
            RowSet rows = m_context.readRows != nullptr ? *m_context.readRows : none();
            rows.invert();
            return rows;
        }
        case QueryState::Starred:
            return m_context.starredRows != nullptr ? *m_context.starredRows : none();
        default:
            return rowsWhere([&](Row row) { return hasState(m_library.flags(row), state); });
        }
    }

    static bool hasState(const ArticleFlags &flags, QueryState state)
    {
        switch (state) {
        case QueryState::Image:
            return flags.hasImage;
        case QueryState::Math:
            return flags.hasMath;
        case QueryState::Broken:
            return flags.isBroken;
        default:
            return flags.isDraft;
        }
    }

    const Library &m_library;
    const SelectContext &m_context;
};

std::vector<Row> keep(std::span<const Row> ordered, const RowSet &rows)
{
    std::vector<Row> kept;
    kept.reserve(rows.count());
    std::ranges::copy_if(ordered, std::back_inserter(kept),
                         [&](Row row) { return rows.contains(row); });
    return kept;
}

std::vector<Row> byDate(const Library &library, const RowSet &rows, SortDirection direction)
{
    std::vector<Row> ordered = keep(library.rowsByDate(), rows);
    if (direction == SortDirection::Ascending) {
        const auto undated
            = std::ranges::find_if(ordered, [&](Row row) { return !library.isDated(row); });
        std::reverse(ordered.begin(), undated);
    }
    return ordered;
}

std::vector<Row> byTitle(const Library &library, const RowSet &rows, SortDirection direction)
{
    std::vector<Row> ordered = keep(library.rowsByTitle(), rows);
    if (direction == SortDirection::Descending) {
        std::ranges::reverse(ordered);
    }
    return ordered;
}

/// Articles whose title holds every word first, then those whose summary does, then the rest.
std::vector<Row> byRelevance(const Library &library, const Query &query, const Selector &selector,
                             const RowSet &rows)
{
    RowSet inTitle(library.size(), RowSet::Fill::All);
    RowSet inEither(library.size(), RowSet::Fill::All);
    forEachTerm(query.root, [&](const QueryTerm &term, bool isExcluded) {
        if (term.field == QueryField::Text && !isExcluded && !term.folded.empty()) {
            inTitle.keepOnly(selector.rowsWithText(QueryField::Title, term.folded));
            inEither.keepOnly(selector.rowsWithText(QueryField::Text, term.folded));
        }
    });
    std::vector<Row> ordered = byDate(library, rows, SortDirection::Descending);
    const auto titleEnd = std::stable_partition(ordered.begin(), ordered.end(),
                                                [&](Row row) { return inTitle.contains(row); });
    std::stable_partition(titleEnd, ordered.end(), [&](Row row) { return inEither.contains(row); });
    return ordered;
}

} // namespace

std::vector<Row> select(const Library &library, const Query &query, SortOrder order,
                        const SelectContext &context)
{
    const Selector selector(library, context);
    const RowSet rows = selector.rowsOf(query.root);
    const SortOrder asked = query.sort.value_or(order);
    switch (asked.key) {
    case SortKey::Title:
        return byTitle(library, rows, asked.direction);
    case SortKey::Relevance:
        return byRelevance(library, query, selector, rows);
    case SortKey::Date:
        break;
    }
    return byDate(library, rows, asked.direction);
}

std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows)
{
    std::vector<std::uint32_t> counts(library.termCount(taxonomy));
    for (const Row row : rows) {
        for (const TermId term : library.terms(taxonomy, row)) {
            ++counts[term];
        }
    }
    return counts;
}

std::vector<MonthCount> countMonths(const Library &library, std::span<const Row> rows)
{
    std::map<std::pair<int, int>, std::uint32_t> counts;
    for (const Row row : rows) {
        const auto date = library.date(row);
        if (!library.isDated(row)) {
            continue;
        }
        const auto day = std::chrono::floor<std::chrono::days>(
            std::chrono::sys_seconds(std::chrono::seconds(date->written.wallSeconds)));
        const std::chrono::year_month_day calendar(day);
        ++counts[{static_cast<int>(calendar.year()),
                  static_cast<int>(static_cast<unsigned>(calendar.month()))}];
    }
    std::vector<MonthCount> months;
    for (const auto &[month, articles] : counts) {
        months.push_back({month.first, month.second, articles});
    }
    return months;
}

std::optional<std::string> excludingCondition(const Library &library, std::string_view line,
                                              const SelectContext &context)
{
    const Query query = parseQuery(line);
    const Selector selector(library, context);
    const auto textOf = [&](const QueryNode &node) {
        std::size_t start = line.size();
        std::size_t end = 0;
        forEachTerm(node, [&](const QueryTerm &term, bool) {
            start = std::min(start, term.start);
            end = std::max(end, term.end);
        });
        return std::string(line.substr(start, end - std::min(start, end)));
    };
    for (const QueryNode &node : query.root.children) {
        std::vector<QueryNode> others;
        for (const QueryNode &other : query.root.children) {
            if (&other != &node) {
                others.push_back(other);
            }
        }
        if (!selector.rowsOfAll(others).isEmpty()) {
            return textOf(node);
        }
    }
    for (const QueryNode &node : query.root.children) {
        if (selector.rowsOf(node).isEmpty()) {
            return textOf(node);
        }
    }
    return std::nullopt;
}

} // namespace lectern::core
