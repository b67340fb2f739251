#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lectern::core {

/// Collects the words that a reader sees: blocks are lines, and a line end inside a paragraph is a
/// blank where one is read.
class VisibleText final
{
public:
    /// \a bytes are expected; only references may need more.
    explicit VisibleText(std::size_t bytes) { m_text.reserve(bytes); }

    void append(std::string_view words);

    /// A line of a paragraph ends, and another may follow.
    void breakLine() { m_isAtLineEnd = true; }

    void endBlock();

    std::size_t size() const { return m_text.size(); }

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_isAtLineEnd = false;
};

/// \a code of a cell of a table, where each bar is written `\|`, which md4c leaves as it is.
std::string withoutEscapedBars(std::string_view code);

/// Whether \a tag is `<br>`.
bool isLineBreak(std::string_view tag);

} // namespace lectern::core
