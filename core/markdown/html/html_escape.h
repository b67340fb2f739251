#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// Appends \a text to \a html so that it means itself both between tags and inside a quoted
/// attribute. The only way text becomes HTML in this program.
void appendEscaped(std::string &html, std::string_view text);

std::string escaped(std::string_view text);

/// ` name="value"`, or nothing if \a value is empty.
std::string escapedAttribute(std::string_view name, std::string_view value);

/// ` name="url"` with every byte that no address has written as `%41`.
std::string escapedUrlAttribute(std::string_view name, std::string_view url);

} // namespace lectern::core
