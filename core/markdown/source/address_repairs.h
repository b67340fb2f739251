#pragma once

#include "core/markdown/repairs.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::core {

/// Longer ones, and longer words of links, are left as they are.
inline constexpr std::size_t kMaxAddressBytes = 1000;

/// \a address with `%20` for each blank, so that a parser reads it as one.
std::string withEncodedBlanks(std::string_view address);

// For texts without code. What they mend they count.

/// `![]()address![]()` in \a text as one image.
std::string joinedImages(std::string text, RepairCounts &counts);

/// \a text with addresses that no parser would read, of images and links, mended: those of files
/// and pages with blanks in them (`[a](b c.md)`, `[a](http://b/c d)`), with a title in typographic
/// quotes, or with a line end inside. \a lineBefore is the line's beginning before \a text, where
/// the link may begin when there is code in its words.
std::string withBlankAddresses(std::string text, std::string_view lineBefore, Repairs repairs,
                               RepairCounts &counts);

/// \a text with links whose words end or begin with blank lines whole: `[a⏎⏎](b)`.
std::string withWholeLinks(std::string text, RepairCounts &counts);

} // namespace lectern::core
