#pragma once

#include "core/base/folded_text.h"
#include "core/state/reading_state.h"

#include <optional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Highlights have their places in the visible text of an article (visibleText()), of which a page
/// shows the words in its own way; both texts are UTF-8. Any thread.

struct PlacedHighlight
{
    Highlight highlight;
    std::optional<TextRange> place; ///< in the words of the page; empty: not found for certain

    bool operator==(const PlacedHighlight &) const = default;
};

/// Where each of \a highlights is in \a pageText, in their order. O(length of both texts).
std::vector<PlacedHighlight> placedOnPage(std::vector<Highlight> highlights, std::string_view text,
                                          std::string_view pageText);

/// What is kept of the place in \a text that \a selection of \a pageText shows. Empty where it
/// shows none: what only the page says cannot be highlighted.
std::optional<QuoteSelector> selectorOnPage(std::string_view text, std::string_view pageText,
                                            TextRange selection);

} // namespace lectern::core
