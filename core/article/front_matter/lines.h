#pragma once

#include "core/base/find_byte.h"

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// The line of \a text that starts at \a start, without its end.
inline std::string_view lineAt(std::string_view text, std::size_t start)
{
    return text.substr(start, findByte(text, '\n', start) - start);
}

/// Where the line after the one at \a start begins; the size of \a text after the last.
inline std::size_t afterLine(std::string_view text, std::size_t start)
{
    const std::size_t end = findByte(text, '\n', start);
    return end == std::string_view::npos ? text.size() : end + 1;
}

inline bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// How many blanks and tabs \a line begins with.
inline std::size_t indentOf(std::string_view line)
{
    const std::size_t indent = line.find_first_not_of(" \t");
    return indent == std::string_view::npos ? line.size() : indent;
}

/// Where the key of a YAML line without indent ends (`key:`, `"key": value`), npos if it has none.
std::size_t yamlKeyEnd(std::string_view line);

/// The same for TOML (`key = value`).
std::size_t tomlKeyEnd(std::string_view line);

/// The same for JSON (`"key": value`).
std::size_t jsonKeyEnd(std::string_view line);

} // namespace lectern::core
