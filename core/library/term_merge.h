#pragma once

#include "core/library/library.h"
#include "core/library/library_columns.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lectern::core {

/// Rows \c first to \c last (exclusive) of \c sections, which become \c row and the following ones.
struct PlacedRun
{
    const Sections *sections = nullptr;
    Row first = 0;
    Row last = 0;
    Row row = 0;
};

/// Brings the terms of several parts of a library, each with numbers of its own, under common
/// numbers: ordered by count, largest first, then by name.
class TermMerge final
{
public:
    /// \a runs and what they point to must outlive it.
    TermMerge(Taxonomy taxonomy, const std::vector<PlacedRun> &runs);

    void reserve(LibraryColumnsWriter &writer) const;
    /// Fills the sections of the taxonomy.
    void fill(LibraryColumnsWriter &writer) const;

private:
    /// The terms of one part, by their numbers there.
    struct Part
    {
        const Sections *sections;
        std::vector<TermId> ids;
    };

    Section section(TaxonomyPart part) const { return sectionOf(m_taxonomy, part); }

    const Part &partOf(const PlacedRun &run) const;
    void addPart(const Sections &sections);
    void count();
    void number();

    Taxonomy m_taxonomy;
    const std::vector<PlacedRun> &m_runs;
    std::vector<Part> m_parts;
    std::unordered_map<std::string_view, TermId> m_known;
    std::vector<std::string_view> m_names; ///< by provisional number
    std::vector<std::uint32_t> m_counts; ///< the same
    std::size_t m_rowTerms = 0;
    std::vector<TermId> m_byName; ///< provisional numbers of the terms in use
    std::vector<TermId> m_byCount; ///< the same
    std::vector<TermId> m_final; ///< by provisional number
};

} // namespace lectern::core
