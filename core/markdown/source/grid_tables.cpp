#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/drawn_grid.h"

#include <optional>

namespace lectern::core {

namespace {

/// `+---+:==:+`, also with the blanks it may be indented by.
bool isBorder(std::string_view line)
{
    line = trimmed(line);
    return line.size() > 3 && line.front() == '+' && line.back() == '+'
        && line.find_first_not_of("+-=:") == std::string_view::npos
        && line.find("++") == std::string_view::npos;
}

/// Whether \a line may be a part of a table that is indented as \a indent.
bool belongsTo(std::string_view line, std::size_t indent)
{
    return indentOf(line) == indent && line.size() > indent
        && (line[indent] == '|' || line[indent] == '+');
}

class GridWriter final
{
public:
    explicit GridWriter(std::string_view markdown)
        : m_lines(sourceLines(markdown))
    {}

    std::string write()
    {
        for (std::size_t i = 0; i < m_lines.size();) {
            const bool mayStart = isStart(i);
            const std::size_t end = mayStart ? tableEnd(i) : i + 1;
            if (!mayStart || !writeTable(i, end)) {
                for (std::size_t line = i; line < end; ++line) {
                    m_result += m_lines[line].text;
                }
            }
            i = end;
        }
        return std::move(m_result);
    }

private:
    bool isStart(std::size_t i) const { return !m_lines[i].isCode() && isBorder(m_lines[i].text); }

    std::size_t tableEnd(std::size_t start) const
    {
        const std::size_t indent = indentOf(m_lines[start].text);
        std::size_t end = start;
        // What is code begins and ends in a cell.
        while (end < m_lines.size() && belongsTo(m_lines[end].text, indent)) {
            ++end;
        }
        return end;
    }

    bool writeTable(std::size_t start, std::size_t end)
    {
        std::vector<std::string_view> lines;
        for (std::size_t i = start; i < end; ++i) {
            lines.push_back(m_lines[i].text);
        }
        std::optional<DrawnTable> table;
        for (auto wide = kWides.begin(); !table && wide != kWides.end(); ++wide) {
            table = readGrid(lines, *wide);
        }
        if (table) {
            const std::string_view line = m_lines[start].text;
            appendDrawnTable(m_result, *table, line.substr(0, line.find('+')));
        }
        return table.has_value();
    }

    std::vector<SourceLine> m_lines;
    std::string m_result;
};

} // namespace

std::string withGridTables(std::string markdown)
{
    const auto has
        = [&markdown](std::string_view mark) { return markdown.find(mark) != std::string::npos; };
    return has("+--") || has("+:-") || has("+==") ? GridWriter(markdown).write()
                                                  : std::move(markdown);
}

} // namespace lectern::core
