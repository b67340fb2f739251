#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// Whether \a line is `| words` and no row of a table.
bool isVerse(std::string_view line)
{
    line = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
    return line == "|"
        || (line.starts_with("| ") && line.find('|', 1) == std::string_view::npos
            && line.find_first_not_of("-:| ") != std::string_view::npos);
}

class LineBlocks final
{
public:
    explicit LineBlocks(std::string_view markdown)
        : m_lines(sourceLines(markdown))
    {}

    std::string write()
    {
        for (std::size_t i = 0; i < m_lines.size();) {
            const std::size_t end = blockEnd(i);
            if (end == i) {
                m_result += m_lines[i++].text;
                continue;
            }
            m_result += "\n";
            for (; i < end; ++i) {
                addVerse(m_lines[i].text, i + 1 == end);
            }
            m_result += "\n";
        }
        return std::move(m_result);
    }

private:
    /// Behind the block that begins at \a start: two verses or more between blank lines.
    std::size_t blockEnd(std::size_t start) const
    {
        std::size_t end = start;
        if (start > 0 && !trimmed(m_lines[start - 1].text).empty()) {
            return start;
        }
        while (end < m_lines.size() && !m_lines[end].isCode() && isVerse(m_lines[end].text)) {
            ++end;
        }
        const bool isWhole = end == m_lines.size() || trimmed(m_lines[end].text).empty();
        return isWhole && end > start + 1 ? end : start;
    }

    void addVerse(std::string_view line, bool isLast)
    {
        line = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
        const std::string_view words = line.substr(std::min<std::size_t>(2, line.size()));
        const std::size_t indent = std::min(words.find_first_not_of(' '), words.size());
        for (std::size_t i = 0; i < indent; ++i) {
            m_result += "&nbsp;";
        }
        m_result.append(words.empty() ? "&nbsp;" : words.substr(indent));
        m_result += isLast ? "\n" : "\\\n";
    }

    std::vector<SourceLine> m_lines;
    std::string m_result;
};

} // namespace

std::string withLineBlocks(std::string markdown)
{
    const bool hasVerses = markdown.starts_with("| ") || markdown.find("\n| ") != std::string::npos;
    return hasVerses ? LineBlocks(markdown).write() : std::move(markdown);
}

} // namespace lectern::core
