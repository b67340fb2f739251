#include "core/state/likeness_index.h"

#include <algorithm>
#include <array>
#include <xxhash.h>

namespace lectern::core {

namespace {

/// In a family of one template all share a band. So many are enough to see that none stands out.
constexpr std::size_t kMaxInBand = 64;

} // namespace

std::uint64_t LikenessIndex::bandOf(const TextSketch &sketch, std::size_t first)
{
    std::array<std::uint32_t, kBand + 1> band{static_cast<std::uint32_t>(first)};
    std::copy_n(sketch.bins.begin() + static_cast<std::ptrdiff_t>(first), kBand, band.begin() + 1);
    return XXH3_64bits(band.data(), sizeof(band));
}

void LikenessIndex::add(std::uint32_t number, const TextPrint &print)
{
    if (print.version == 0) {
        return;
    }
    const auto place = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back({number, print.version, print.sketch});
    for (std::size_t first = 0; first < kSketchBins; first += kBand) {
        std::vector<std::uint32_t> &band = m_bands[bandOf(print.sketch, first)];
        if (band.size() < kMaxInBand) {
            band.push_back(place);
        }
    }
}

LikenessIndex::Match LikenessIndex::find(const TextPrint &print) const
{
    std::vector<std::uint32_t> places;
    for (std::size_t first = 0; first < kSketchBins; first += kBand) {
        const auto found = m_bands.find(bandOf(print.sketch, first));
        if (found != m_bands.end()) {
            places.insert(places.end(), found->second.begin(), found->second.end());
        }
    }
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    Match match;
    for (const std::uint32_t place : places) {
        const Entry &entry = m_entries[place];
        const double alike
            = entry.version == print.version ? likeness(entry.sketch, print.sketch) : 0;
        if (alike > match.likeness) {
            match = {entry.number, alike, match.likeness};
        } else {
            match.second = std::max(match.second, alike);
        }
    }
    return match;
}

} // namespace lectern::core
