#pragma once

#include "core/search/facet_counts.h"
#include "core/search/query.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace lectern::ui {

/// A stretch of time and how many articles are from it. Months are numbered year * 12 + month - 1.
struct TimelineBar
{
    int first = 0;
    int last = 0; ///< inclusive
    std::uint32_t articles = 0;
    bool isChosen = false; ///< the search asks for dates in it

    bool operator==(const TimelineBar &) const = default;
};

/// \a months as at most \a maxBars bars without gaps, oldest first: the months of the years that
/// \a chosen touches when it is short, else the whole time, in months when that is short, in years
/// or several years when it is not. Empty when \a months is.
std::vector<TimelineBar> timelineBars(const std::vector<core::MonthCount> &months,
                                      const std::optional<core::QueryRange> &chosen, int maxBars);

/// What `date:` wants for the months from \a first to \a last: `2025-02`, `2025`,
/// `2025-02..2025-04`, `2024..2025`.
QString dateValue(int first, int last);

/// `12 articles from February 2025` in the user's language.
QString timelineText(int first, int last, std::uint32_t articles);

} // namespace lectern::ui
