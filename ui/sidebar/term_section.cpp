#include "ui/sidebar/term_section.h"

#include "core/search/facet_counts.h"

#include <algorithm>
#include <tuple>

namespace lectern::ui {

std::size_t TermSection::shownOf(std::size_t all) const
{
    return isFull ? all : std::min(all, kShort);
}

int TermSection::rowCount() const
{
    return static_cast<int>(shown + (shown < entries.size() ? 1 : 0));
}

std::vector<TermEntry> countedTerms(const core::Library &library, core::Taxonomy taxonomy,
                                    const std::vector<core::Row> &rows, const core::Query &query)
{
    const std::vector<std::uint32_t> counts = core::countTerms(library, taxonomy, rows);
    const std::vector<core::TermInUse> used = core::termsInUse(library, taxonomy, query);
    std::vector<TermEntry> entries;
    for (const core::TermInUse &term : used) {
        entries.push_back({.term = term.term, .count = counts[term.term], .use = term.use});
    }
    for (core::TermId term = 0; term < counts.size(); ++term) {
        if (counts[term] > 0
            && std::ranges::find(used, term, &core::TermInUse::term) == used.end()) {
            entries.push_back({.term = term, .count = counts[term]});
        }
    }
    return entries;
}

void sortShown(std::vector<TermEntry> &entries, std::size_t shown)
{
    // Terms are numbered by their count in the whole library, which breaks ties.
    const auto place = [](const TermEntry &entry) {
        return std::tuple(entry.use == core::TermUse::Ignored, -std::int64_t(entry.count),
                          entry.term);
    };
    std::ranges::partial_sort(entries, entries.begin() + static_cast<std::ptrdiff_t>(shown), {},
                              place);
}

} // namespace lectern::ui
