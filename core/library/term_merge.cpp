#include "core/library/term_merge.h"

#include <algorithm>

namespace lectern::core {

TermMerge::TermMerge(Taxonomy taxonomy, const std::vector<PlacedRun> &runs)
    : m_taxonomy(taxonomy)
    , m_runs(runs)
{
    for (const PlacedRun &run : runs) {
        if (std::ranges::find(m_parts, run.sections, &Part::sections) == m_parts.end()) {
            addPart(*run.sections);
        }
    }
    count();
    number();
}

void TermMerge::addPart(const Sections &sections)
{
    const std::size_t terms
        = sections.column<std::uint32_t>(section(TaxonomyPart::NameOffsets)).size() - 1;
    Part part{&sections, {}};
    part.ids.reserve(terms);
    for (std::size_t term = 0; term < terms; ++term) {
        const std::string_view name = sections.text(section(TaxonomyPart::NameOffsets), term);
        const auto [known, isNew] = m_known.emplace(name, static_cast<TermId>(m_names.size()));
        if (isNew) {
            m_names.push_back(name);
        }
        part.ids.push_back(known->second);
    }
    m_parts.push_back(std::move(part));
}

const TermMerge::Part &TermMerge::partOf(const PlacedRun &run) const
{
    return *std::ranges::find(m_parts, run.sections, &Part::sections);
}

void TermMerge::count()
{
    m_counts.resize(m_names.size());
    for (const PlacedRun &run : m_runs) {
        const std::vector<TermId> &ids = partOf(run).ids;
        const auto starts = run.sections->column<std::uint32_t>(section(TaxonomyPart::RowStarts));
        const auto terms = run.sections->column<TermId>(section(TaxonomyPart::RowTerms))
                               .subspan(starts[run.first], starts[run.last] - starts[run.first]);
        for (const TermId term : terms) {
            ++m_counts[ids[term]];
        }
        m_rowTerms += terms.size();
    }
}

void TermMerge::number()
{
    for (TermId term = 0; term < m_names.size(); ++term) {
        if (m_counts[term] > 0) {
            m_byName.push_back(term);
        }
    }
    std::ranges::sort(m_byName, {}, [this](TermId term) { return m_names[term]; });
    m_byCount = m_byName;
    std::ranges::stable_sort(m_byCount, std::greater(),
                             [this](TermId term) { return m_counts[term]; });
    m_final.resize(m_names.size());
    for (TermId place = 0; place < m_byCount.size(); ++place) {
        m_final[m_byCount[place]] = place;
    }
}

void TermMerge::reserve(LibraryColumnsWriter &writer) const
{
    std::size_t nameBytes = 0;
    for (const TermId term : m_byCount) {
        nameBytes += m_names[term].size();
    }
    const std::size_t rows
        = m_runs.empty() ? 0 : m_runs.back().row + m_runs.back().last - m_runs.back().first;
    writer.reserve<std::uint32_t>(section(TaxonomyPart::NameOffsets), m_byCount.size() + 1);
    writer.reserve<char>(section(TaxonomyPart::NameBytes), nameBytes);
    writer.reserve<TermId>(section(TaxonomyPart::ByName), m_byCount.size());
    writer.reserve<std::uint32_t>(section(TaxonomyPart::RowStarts), rows + 1);
    writer.reserve<TermId>(section(TaxonomyPart::RowTerms), m_rowTerms);
    writer.reserve<std::uint32_t>(section(TaxonomyPart::TermStarts), m_byCount.size() + 1);
    writer.reserve<Row>(section(TaxonomyPart::TermRows), m_rowTerms);
}

void TermMerge::fill(LibraryColumnsWriter &writer) const
{
    const auto nameOffsets = writer.column<std::uint32_t>(section(TaxonomyPart::NameOffsets));
    const auto nameBytes = writer.column<char>(section(TaxonomyPart::NameBytes));
    const auto termStarts = writer.column<std::uint32_t>(section(TaxonomyPart::TermStarts));
    nameOffsets[0] = 0;
    termStarts[0] = 0;
    for (std::size_t place = 0; place < m_byCount.size(); ++place) {
        const std::string_view name = m_names[m_byCount[place]];
        std::ranges::copy(name, nameBytes.begin() + nameOffsets[place]);
        nameOffsets[place + 1] = nameOffsets[place] + static_cast<std::uint32_t>(name.size());
        termStarts[place + 1] = termStarts[place] + m_counts[m_byCount[place]];
    }
    std::ranges::transform(m_byName, writer.column<TermId>(section(TaxonomyPart::ByName)).begin(),
                           [this](TermId term) { return m_final[term]; });

    const auto rowStarts = writer.column<std::uint32_t>(section(TaxonomyPart::RowStarts));
    const auto rowTerms = writer.column<TermId>(section(TaxonomyPart::RowTerms));
    const auto termRows = writer.column<Row>(section(TaxonomyPart::TermRows));
    std::vector<std::uint32_t> ends(termStarts.begin(), termStarts.end() - 1);
    std::uint32_t end = 0;
    rowStarts[0] = 0;
    for (const PlacedRun &run : m_runs) {
        const std::vector<TermId> &ids = partOf(run).ids;
        const auto starts = run.sections->column<std::uint32_t>(section(TaxonomyPart::RowStarts));
        const auto terms = run.sections->column<TermId>(section(TaxonomyPart::RowTerms));
        for (Row row = run.first; row < run.last; ++row) {
            const Row placed = row - run.first + run.row;
            for (std::uint32_t index = starts[row]; index < starts[row + 1]; ++index) {
                const TermId term = m_final[ids[terms[index]]];
                rowTerms[end++] = term;
                termRows[ends[term]++] = placed;
            }
            rowStarts[placed + 1] = end;
        }
    }
}

} // namespace lectern::core
