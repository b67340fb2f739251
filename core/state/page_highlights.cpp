#include "core/state/page_highlights.h"

#include "core/state/quote_anchor.h"
#include "core/state/text_map.h"

#include <utility>

namespace lectern::core {

std::vector<PlacedHighlight> placedOnPage(std::vector<Highlight> highlights, std::string_view text,
                                          std::string_view pageText)
{
    std::vector<PlacedHighlight> placed;
    if (highlights.empty()) {
        return placed;
    }
    QuoteFinder finder(text);
    const TextMap map(text, pageText);
    placed.reserve(highlights.size());
    for (Highlight &highlight : highlights) {
        const auto range = finder.find(highlight.place);
        placed.push_back({std::move(highlight), range ? map.map(*range) : std::nullopt});
    }
    return placed;
}

std::optional<QuoteSelector> selectorOnPage(std::string_view text, std::string_view pageText,
                                            TextRange selection)
{
    const auto range = TextMap(pageText, text).map(selection);
    return range ? selectorOf(text, *range) : std::nullopt;
}

} // namespace lectern::core
