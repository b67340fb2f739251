#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// A title or summary as a person reads it: \a text without the references of HTML, the tags that
/// exporters leave (`<p>`, `<a id="x">`), backslashes before Markdown's signs, code ticks, `**` and
/// `~~` in pairs. Other signs are the author's. O(length).
std::string plainText(std::string_view text);

/// Whether plainText() could change \a text. Cheap.
bool mayHoldMarkup(std::string_view text);

} // namespace lectern::core
