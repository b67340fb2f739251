#pragma once

#include "core/article/front_matter/lines.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace lectern::core {

/// Whether \a words begin an item of a block list.
inline bool isYamlItem(std::string_view words)
{
    return words.starts_with('-') && (words.size() == 1 || words[1] == ' ');
}

/// The current line of a block of YAML, and the way to the next one that says something.
class YamlLines final
{
public:
    explicit YamlLines(std::string_view block)
        : m_block(block)
    {}

    std::string_view block() const { return m_block; }

    bool isAtEnd() const { return m_at >= m_block.size(); }

    std::size_t at() const { return m_at; } ///< where the current line starts

    std::string_view line() const { return m_line; }

    std::size_t indent() const { return m_indent; } ///< blanks before the line's first word

    /// Whether the block ends with the current line, without a line feed.
    bool isCut() const { return m_at + m_line.size() == m_block.size(); }

    void next() { m_at = std::min(m_at + m_line.size() + 1, m_block.size()); }

    /// Reads the line at the current place; its indent is npos where the line is blank.
    void readLine()
    {
        m_line = lineAt(m_block, m_at);
        m_indent = m_line.find_first_not_of(' ');
    }

    /// Goes to the next line that says something; false where that is a fence.
    bool skipEmpty()
    {
        while (!isAtEnd()) {
            readLine();
            if (m_indent != std::string_view::npos && m_line[m_indent] != '#') {
                return isNoFence(m_line);
            }
            next();
        }
        m_line = {};
        m_indent = 0;
        return true;
    }

    /// The same, where the value of a key or dash at \a indent has ended: false where a deeper
    /// line, even a comment, might continue the value.
    bool skipBehindValue(std::size_t indent)
    {
        while (!isAtEnd()) {
            readLine();
            if (m_indent != std::string_view::npos) {
                return m_indent <= indent
                    && (m_line[m_indent] == '#' ? skipEmpty() : isNoFence(m_line));
            }
            next();
        }
        return skipEmpty();
    }

private:
    static bool isNoFence(std::string_view line)
    {
        return (line.front() != '-' || !line.starts_with("---"))
            && (line.front() != '.' || !line.starts_with("..."));
    }

    std::string_view m_block;
    std::size_t m_at = 0;
    std::string_view m_line;
    std::size_t m_indent = 0;
};

} // namespace lectern::core
