#pragma once

#include "core/base/folded_text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A few lines of a text around what was looked for.
struct Snippet
{
    std::string text; ///< in one line; begins with `…` where it was cut
    std::vector<TextRange> hits; ///< in \c text
};

/// The part of the visible text \a text around the first of the folded \a needles in it, as it is
/// written; empty when none is there. Enough for two or three lines of a list, no more. O(length).
/// Pure; any thread.
Snippet snippetOf(std::string_view text, std::span<const std::string> needles);

/// The snippet of the article file \a path below the folder \a root; empty when it cannot be read.
/// Reads the disk; any thread.
Snippet readSnippet(const std::string &root, std::string_view path,
                    std::span<const std::string> needles);

/// How the visible text \a text begins, in one line and not longer than a snippet; without a first
/// line that is \a title once more. O(length of what it gives). Pure; any thread.
std::string openingOf(std::string_view text, std::string_view title);

/// The opening of the article file \a path below the folder \a root; empty when it cannot be read.
/// Reads the disk; any thread.
std::string readOpening(const std::string &root, std::string_view path);

} // namespace lectern::core
