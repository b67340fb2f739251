#include "core/search/select.h"

#include "core/search/search_text.h"
#include "core/search/selector.h"

#include <algorithm>

namespace lectern::core {

namespace {

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

/// Those of the same weight, and those without one at the end, from the newest to the oldest.
std::vector<Row> byWeight(const Library &library, const RowSet &rows, SortDirection direction)
{
    std::vector<Row> ordered = keep(library.rowsByDate(), rows);
    const std::span<const std::int64_t> weights
        = library.columns().column<std::int64_t>(Section::Weights);
    const auto weighted = std::stable_partition(ordered.begin(), ordered.end(),
                                                [&](Row row) { return weights[row] != 0; });
    std::stable_sort(ordered.begin(), weighted, [&](Row left, Row right) {
        return direction == SortDirection::Ascending ? weights[left] < weights[right]
                                                     : weights[left] > weights[right];
    });
    return ordered;
}

std::vector<Row> byOpening(const Library &library, const RowSet &rows, const SelectContext &context,
                           SortDirection direction)
{
    std::vector<Row> ordered = keep(library.rowsByDate(), rows);
    if (!context.readingOf) {
        return ordered;
    }
    std::vector<std::int64_t> openedAt(library.size());
    for (const Row row : ordered) {
        openedAt[row] = context.readingOf(row).openedAt;
    }
    const auto opened = std::stable_partition(ordered.begin(), ordered.end(),
                                              [&](Row row) { return openedAt[row] != 0; });
    std::stable_sort(ordered.begin(), opened, [&](Row left, Row right) {
        return direction == SortDirection::Ascending ? openedAt[left] < openedAt[right]
                                                     : openedAt[left] > openedAt[right];
    });
    return ordered;
}

/// Articles whose title holds every word first, then those whose summary does, then the rest.
std::vector<Row> byRelevance(const Library &library, const Query &query, const RowSet &rows)
{
    RowSet inTitle(library.size(), RowSet::Fill::All);
    RowSet inEither(library.size(), RowSet::Fill::All);
    forEachTerm(query.root, [&](const QueryTerm &term, bool isExcluded) {
        if (term.field == QueryField::Text && !isExcluded && !term.folded.empty()) {
            inTitle.keepOnly(rowsWithText(library, QueryField::Title, term.folded));
            inEither.keepOnly(rowsWithText(library, QueryField::Text, term.folded));
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
                        const SelectContext &context, const RowSet *kept)
{
    RowSet rows = Selector(library, context).rowsOf(query.root);
    if (kept != nullptr) {
        rows.addAll(*kept);
    }
    const SortOrder asked = query.sort.value_or(order);
    switch (asked.key) {
    case SortKey::Title:
        return byTitle(library, rows, asked.direction);
    case SortKey::Weight:
        return byWeight(library, rows, asked.direction);
    case SortKey::Relevance:
        return byRelevance(library, query, rows);
    case SortKey::Opened:
        return byOpening(library, rows, context, asked.direction);
    case SortKey::Date:
        break;
    }
    return byDate(library, rows, asked.direction);
}

std::size_t countRows(const Library &library, const Query &query, const SelectContext &context)
{
    return Selector(library, context).rowsOf(query.root).count();
}

} // namespace lectern::core
