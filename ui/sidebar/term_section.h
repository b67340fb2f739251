#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lectern::ui {

/// A term in the sidebar.
struct TermEntry
{
    core::TermId term = 0;
    std::uint32_t count = 0; ///< articles of the current rows
    core::TermUse use = core::TermUse::Ignored;

    bool operator==(const TermEntry &) const = default;
};

/// The terms of a taxonomy in the sidebar. A long list ends in a row that stands for the rest.
struct TermSection
{
    /// Terms that are shown when not all are.
    static constexpr std::size_t kShort = 12;

    std::vector<TermEntry> entries; ///< all that have a count or a use; those shown in order
    std::size_t shown = 0;
    bool isFull = false;

    /// How many of \a all entries would be shown.
    std::size_t shownOf(std::size_t all) const;
    /// With the row for the rest.
    int rowCount() const;
};

/// The terms that articles of \a rows carry or that \a query uses, in no order. O(rows + terms).
std::vector<TermEntry> countedTerms(const core::Library &library, core::Taxonomy taxonomy,
                                    const std::vector<core::Row> &rows, const core::Query &query);

/// Brings the \a shown entries that come first to the front, those in use before the others, then
/// by count; the order of the rest is left open, because 50,000 tags take longer to sort than to
/// count.
void sortShown(std::vector<TermEntry> &entries, std::size_t shown);

} // namespace lectern::ui
