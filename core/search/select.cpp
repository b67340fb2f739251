#include "core/search/select.h"

#include "core/base/task.h"
#include "core/base/text.h"
#include "core/base/text_scan.h"
#include "core/library/library_image.h"
#include "core/library/library_lookups.h"
#include "core/library/problem_codec.h"
#include "core/search/query_edits.h"

#include <algorithm>
#include <ctime>
#include <iterator>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxConditionsTried = 64; // a longer line is a pasted text

/// `en` stands for `en-US` too; tags and categories are whole names.
bool isTermMeant(Taxonomy taxonomy, std::string_view folded, std::string_view wanted)
{
    return folded == wanted
        || (taxonomy == Taxonomy::Language && folded.starts_with(wanted)
            && folded.substr(wanted.size()).starts_with('-'));
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
            constexpr std::size_t kFew = 8; // Among more, looking at each takes longer than at all.
            const bool isText = node.kind == QueryNode::Kind::Term && isInSearchText(node.term);
            const bool isAmongFew = isText && rows.count() < m_library.size() / kFew;
            rows.keepOnly(isAmongFew ? rowsAmong(rows, node.term) : rowsOf(node));
        }
        return rows;
    }

    /// Rows where \a needle stands in the folded title (or summary) and nowhere else asked for.
    /// Over all cores where there is much to search: hits are so many jumps that memory comes late.
    RowSet rowsWithText(QueryField field, std::string_view needle) const
    {
        constexpr std::size_t kPartBytes = 2U << 20U; // Less is not worth starting another thread.
        constexpr Row kRowsAWord = 64; // Threads share no word of a set.
        RowSet rows = none();
        const TextScan scan(needle, searchHistogram());
        const Row words = (m_library.size() + kRowsAWord - 1) / kRowsAWord;
        const std::size_t parts
            = m_library.image().bytesOf(Section::SearchBytes).size() / kPartBytes + 1;
        const auto firstOf = [&](std::size_t part) {
            const auto row = static_cast<Row>(words * part / parts * kRowsAWord);
            return std::min(row, m_library.size());
        };
        forEachIndex(parts, threadsFor(0), [&](unsigned, std::size_t part) {
            findText(scan, field, firstOf(part), firstOf(part + 1), rows);
        });
        return rows;
    }

private:
    /// Adds the rows from \a first to before \a last.
    void findText(const TextScan &scan, QueryField field, Row first, Row last, RowSet &rows) const
    {
        const LibraryImage &image = m_library.image();
        const auto titles = image.column<std::uint32_t>(Section::SearchTitles);
        const auto summaries = image.column<std::uint32_t>(Section::SearchSummaries);
        const std::string_view bytes = image.bytesOf(Section::SearchBytes).substr(0, titles[last]);
        Row row = first;
        std::size_t from = titles[first];
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
    }

    /// Whether the folded titles and summaries alone decide where \a term holds.
    bool isInSearchText(const QueryTerm &term) const
    {
        return !term.folded.empty()
            && (term.field == QueryField::Title || term.field == QueryField::Summary
                || (term.field == QueryField::Text && !m_context.alsoSearchBodies));
    }

    /// Those of \a candidates where \a term holds. What lies between them is read only as far as
    /// the next hit, which with many articles is less for the memory to bring.
    RowSet rowsAmong(const RowSet &candidates, const QueryTerm &term) const
    {
        RowSet rows = none();
        const LibraryImage &image = m_library.image();
        const auto titles = image.column<std::uint32_t>(Section::SearchTitles);
        const auto summaries = image.column<std::uint32_t>(Section::SearchSummaries);
        const std::string_view bytes = image.bytesOf(Section::SearchBytes);
        const TextScan scan(term.folded, searchHistogram());
        std::size_t hit = scan.find(bytes);
        candidates.forEach([&](Row row) {
            // What is asked for in this row is between first and last.
            const std::size_t first
                = term.field == QueryField::Summary ? summaries[row] : titles[row];
            const std::size_t last
                = term.field == QueryField::Title ? summaries[row] : titles[row + 1];
            if (hit < first) {
                hit = scan.find(bytes, first);
            }
            if (hit < last) {
                rows.add(row);
            }
        });
        return rows;
    }

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
            return rowsOfLength(term.range);
        case QueryField::Author:
            return rowsOfAuthor(term);
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
        const FoldedTexts &names = m_library.lookups().termNames(taxonomy);
        for (TermId id = 0; id < names.size(); ++id) {
            if (isTermMeant(taxonomy, names.at(id), term.folded)) {
                for (const Row row : m_library.rowsWith(taxonomy, id)) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    RowSet rowsOfDate(const QueryRange &range) const
    {
        const LibraryImage &image = m_library.image();
        const auto kinds = image.column<std::uint8_t>(Section::DateKinds);
        const auto seconds
            = image.column<std::int64_t>(range.isAge ? Section::Instants : Section::WallSeconds);
        const std::int64_t now = m_context.now != 0 ? m_context.now : std::time(nullptr);
        return rowsWhere([&](Row row) {
            return statesDate(kinds[row])
                && isWithin(range, range.isAge ? now - seconds[row] : seconds[row]);
        });
    }

    RowSet rowsOfLength(const QueryRange &range) const
    {
        const auto lengths = m_library.image().column<std::uint32_t>(Section::BodyLengths);
        return rowsWhere([&](Row row) { return isWithin(range, lengths[row]); });
    }

    RowSet rowsOfAuthor(const QueryTerm &term) const
    {
        const FoldedTexts &authors = m_library.lookups().authors();
        return rowsWhere([&](Row row) {
            const std::string_view author = authors.at(row);
            return !author.empty() && author.find(term.folded) != std::string_view::npos;
        });
    }

    RowSet rowsOfSite(const QueryTerm &term) const
    {
        const FoldedTexts &sites = m_library.lookups().sites();
        return rowsWhere([&](Row row) {
            const std::string_view host = sites.at(row);
            return !host.empty() && isHostBelow(host, term.folded);
        });
    }

    RowSet rowsOfKey(const QueryTerm &term) const
    {
        const std::string key = foldForSearch(term.key);
        const auto isMeant = [&](std::string_view name, std::string_view value) {
            // Folding is dear: the few names of that length are folded, and the values behind them.
            return name.size() == key.size() && foldForSearch(name) == key && !value.empty()
                && foldForSearch(value).find(term.folded) != std::string::npos;
        };
        return rowsWhere([&](Row row) {
            std::string_view fields = m_library.image().text(Section::Others, row);
            while (!fields.empty()) {
                const std::string_view name = takeUntilNul(fields);
                if (isMeant(name, takeUntilNul(fields))) {
                    return true;
                }
            }
            return false;
        });
    }

    RowSet rowsOfState(QueryState state) const
    {
        switch (state) {
        case QueryState::Image:
            return rowsWithFlag(RowFlag::HasImage);
        case QueryState::Math:
            return rowsWithFlag(RowFlag::HasMath);
        case QueryState::Broken:
            return rowsWithFlag(RowFlag::Broken);
        case QueryState::Draft:
            break;
        }
        return rowsWithFlag(RowFlag::Draft);
    }

    RowSet rowsWithFlag(RowFlag flag) const
    {
        const auto flags = m_library.image().column<std::uint8_t>(Section::Flags);
        return rowsWhere(
            [&](Row row) { return (flags[row] & static_cast<std::uint8_t>(flag)) != 0; });
    }

    const Library &m_library;
    const SelectContext &m_context;
};

/// Calls \a visit with each of \a rows, ascending: what is kept of them lies in that order, and the
/// memory of neighbours is at hand.
template <typename Visit>
void forEachAscending(const Library &library, std::span<const Row> rows, const Visit &visit)
{
    RowSet set(library.size(), RowSet::Fill::None);
    for (const Row row : rows) {
        set.add(row);
    }
    set.forEach(visit);
}

std::vector<Row> keep(std::span<const Row> ordered, const RowSet &rows)
{
    // Each is written, and overwritten where it is not wanted: a branch would be guessed wrong for
    // every third row.
    const std::size_t wanted = rows.count();
    std::vector<Row> kept(wanted + 1);
    std::size_t count = 0;
    for (const Row row : ordered) {
        kept[count] = row;
        count += static_cast<std::size_t>(rows.contains(row) && count < wanted);
    }
    kept.resize(count);
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

std::size_t countRows(const Library &library, const Query &query, const SelectContext &context)
{
    return Selector(library, context).rowsOf(query.root).count();
}

std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows)
{
    std::vector<std::uint32_t> counts(library.termCount(taxonomy));
    const LibraryImage &image = library.image();
    const auto starts = image.column<std::uint32_t>(sectionOf(taxonomy, TaxonomyPart::RowStarts));
    const auto terms = image.column<TermId>(sectionOf(taxonomy, TaxonomyPart::RowTerms));
    forEachAscending(library, rows, [&](Row row) {
        for (std::uint32_t index = starts[row]; index < starts[row + 1]; ++index) {
            ++counts[terms[index]];
        }
    });
    return counts;
}

std::vector<TermInUse> termsInUse(const Library &library, Taxonomy taxonomy, const Query &query)
{
    std::vector<TermInUse> used;
    for (const QueryNode &child : query.root.children) {
        const bool isExcluded = child.kind == QueryNode::Kind::Not;
        const QueryNode &node = isExcluded ? child.children.front() : child;
        if (node.kind != QueryNode::Kind::Term || taxonomyOf(node.term.field) != taxonomy) {
            continue;
        }
        const FoldedTexts &names = library.lookups().termNames(taxonomy);
        for (TermId term = 0; term < names.size(); ++term) {
            if (names.at(term) == node.term.folded) {
                std::erase_if(used, [term](const TermInUse &other) { return other.term == term; });
                used.push_back({term, isExcluded ? TermUse::Excluded : TermUse::Included});
            }
        }
    }
    return used;
}

std::vector<MonthCount> countMonths(const Library &library, std::span<const Row> rows)
{
    const RowMonths &months = library.lookups().months();
    std::vector<std::uint32_t> counts(months.count);
    forEachAscending(library, rows, [&](Row row) {
        if (months.numbers[row] != RowMonths::kUndated) {
            ++counts[months.numbers[row]];
        }
    });
    std::vector<MonthCount> found;
    for (std::uint32_t number = 0; number < counts.size(); ++number) {
        if (counts[number] > 0) {
            const int month = months.first + static_cast<int>(number);
            found.push_back({month / 12, month % 12 + 1, counts[number]});
        }
    }
    return found;
}

std::optional<std::string> excludingCondition(const Library &library, const Query &query,
                                              const SelectContext &context)
{
    const std::vector<QueryNode> &conditions = query.root.children;
    if (conditions.size() > kMaxConditionsTried) {
        return std::nullopt;
    }
    const Selector selector(library, context);
    std::vector<RowSet> rowsOf;
    for (const QueryNode &condition : conditions) {
        rowsOf.push_back(selector.rowsOf(condition));
    }
    const auto textOf = [&](std::size_t number) {
        const QueryNode &node = conditions[number];
        return query.line.substr(node.start, node.end - node.start);
    };
    for (std::size_t number = 0; number < rowsOf.size(); ++number) {
        RowSet others(library.size(), RowSet::Fill::All);
        for (std::size_t other = 0; other < rowsOf.size(); ++other) {
            if (other != number) {
                others.keepOnly(rowsOf[other]);
            }
        }
        if (!others.isEmpty()) {
            return textOf(number);
        }
    }
    for (std::size_t number = 0; number < rowsOf.size(); ++number) {
        if (rowsOf[number].isEmpty()) {
            return textOf(number);
        }
    }
    return std::nullopt;
}

} // namespace lectern::core
