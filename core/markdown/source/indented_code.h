#pragma once

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// The number of columns that \a line begins with; a tab goes to the next multiple of four.
std::size_t indentOf(std::string_view line);

/// Whether \a line begins preformatted HTML.
bool isPre(std::string_view line);

/// Tells indented code from what belongs to a list, a note or another container. Lines in their
/// order, without fences; O(line).
class IndentedCode final
{
public:
    /// Whether \a line is code.
    bool add(std::string_view line);

private:
    bool m_isInContainer = false;
    bool m_isAfterBlank = true;
    bool m_isCode = false;
};

} // namespace lectern::core
