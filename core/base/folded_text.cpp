#include "core/base/folded_text.h"

#include <algorithm>

namespace lectern::core {

TextRange FoldedText::originalOf(std::size_t start, std::size_t end) const
{
    const auto partOf = [this](std::size_t position) {
        return std::ranges::upper_bound(m_parts, position, {}, &Part::folded) - 1;
    };
    const auto first = partOf(start);
    const auto last = partOf(end - 1);
    return {first->isRun != 0 ? first->original + (start - first->folded) : first->original,
            last->isRun != 0 ? last->original + (end - last->folded) : (last + 1)->original};
}

std::vector<TextRange> findFolded(const FoldedText &text, std::span<const std::string> needles)
{
    std::vector<TextRange> hits;
    for (const std::string &needle : needles) {
        if (needle.empty()) {
            continue;
        }
        for (std::size_t hit = text.folded().find(needle); hit != std::string::npos;
             hit = text.folded().find(needle, hit + needle.size())) {
            hits.push_back(text.originalOf(hit, hit + needle.size()));
        }
    }
    std::ranges::sort(hits, {}, &TextRange::start);
    std::vector<TextRange> joined;
    for (const TextRange &hit : hits) {
        if (!joined.empty() && hit.start < joined.back().end) {
            joined.back().end = std::max(joined.back().end, hit.end);
        } else {
            joined.push_back(hit);
        }
    }
    return joined;
}

std::vector<TextRange> findFolded(std::string_view original, std::span<const std::string> needles)
{
    constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;
    if (original.size() > kMaxBytes) {
        return {};
    }
    return findFolded(FoldedText(original), needles);
}

} // namespace lectern::core
