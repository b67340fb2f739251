#include "core/search/facet_counts.h"

#include "core/library/library_columns.h"
#include "core/library/library_lookups.h"
#include "core/search/row_set.h"

#include <algorithm>

namespace lectern::core {

namespace {

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

} // namespace

std::vector<std::uint32_t> countTerms(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows)
{
    std::vector<std::uint32_t> counts(library.termCount(taxonomy));
    const LibraryColumns &columns = library.columns();
    const auto starts = columns.column<std::uint32_t>(sectionOf(taxonomy, TaxonomyPart::RowStarts));
    const auto terms = columns.column<TermId>(sectionOf(taxonomy, TaxonomyPart::RowTerms));
    const auto termsOf
        = [&](Row row) { return terms.subspan(starts[row], starts[row + 1] - starts[row]); };
    const std::vector<std::vector<TermId>> &above = library.lookups().nestedTerms(taxonomy).above;
    std::vector<Row> countedFor(above.empty() ? 0 : counts.size(), UINT32_MAX);
    const auto countOnce = [&](TermId term, Row row) {
        counts[term] += countedFor[term] != row ? 1U : 0U;
        countedFor[term] = row;
    };
    forEachAscending(library, rows, [&](Row row) {
        for (const TermId term : termsOf(row)) {
            if (above.empty()) {
                ++counts[term];
                continue;
            }
            countOnce(term, row);
            std::ranges::for_each(above[term], [&](TermId other) { countOnce(other, row); });
        }
    });
    return counts;
}

std::vector<std::uint32_t> countNames(const Library &library, Taxonomy taxonomy,
                                      std::span<const Row> rows,
                                      std::span<const std::size_t> nameOf,
                                      std::span<const std::size_t> parents)
{
    std::vector<std::uint32_t> counts(parents.size());
    std::vector<Row> countedFor(parents.size(), UINT32_MAX);
    forEachAscending(library, rows, [&](Row row) {
        for (const TermId term : library.terms(taxonomy, row)) {
            std::size_t name = nameOf[term];
            while (countedFor[name] != row) { // Those above it are counted then, too.
                countedFor[name] = row;
                ++counts[name];
                name = parents[name];
            }
        }
    });
    return counts;
}

std::vector<TermInUse> termsInUse(const Library &library, Taxonomy taxonomy, const Query &query)
{
    std::vector<TermInUse> used;
    const FoldedTexts &names = library.lookups().termNames(taxonomy);
    for (const OwnTerm &own : ownTerms(query)) {
        if (taxonomyOf(own.term->field) != taxonomy) {
            continue;
        }
        for (TermId term = 0; term < names.size(); ++term) {
            if (names.at(term) == own.term->folded) {
                std::erase_if(used, [term](const TermInUse &other) { return other.term == term; });
                used.push_back({term, own.use});
            }
        }
    }
    return used;
}

std::vector<std::uint32_t> countFolders(const Library &library, std::span<const Row> rows)
{
    const LibraryFolders &folders = library.lookups().folders();
    std::vector<std::uint32_t> counts(folders.all.size());
    forEachAscending(library, rows, [&](Row row) {
        if (folders.ofRow[row] != LibraryFolders::kTop) {
            ++counts[folders.ofRow[row]];
        }
    });
    for (std::size_t index = counts.size(); index-- > 0;) { // what is within comes before
        if (folders.all[index].parent != LibraryFolders::kTop) {
            counts[folders.all[index].parent] += counts[index];
        }
    }
    return counts;
}

std::vector<TermUse> folderUses(const Library &library, const Query &query)
{
    const FoldedTexts &names = library.lookups().folderNames();
    std::vector<TermUse> uses(names.size(), TermUse::Ignored);
    for (const OwnTerm &own : ownTerms(query)) {
        for (std::size_t index = 0; index < names.size(); ++index) {
            if (own.term->field == QueryField::Folder && names.at(index) == own.term->folded) {
                uses[index] = own.use;
            }
        }
    }
    return uses;
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

} // namespace lectern::core
