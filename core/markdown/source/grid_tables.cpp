#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/drawn_table.h"

#include <algorithm>
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

/// Where the corners of the border \a line stand.
std::vector<std::size_t> cornersOf(std::string_view line)
{
    std::vector<std::size_t> corners;
    for (std::size_t at = line.find('+'); at != std::string_view::npos;
         at = line.find('+', at + 1)) {
        corners.push_back(at);
    }
    return corners;
}

std::string_view alignmentOf(std::string_view dashes)
{
    const bool isLeft = dashes.starts_with(':');
    const bool isRight = dashes.ends_with(':');
    return isLeft && isRight ? "center" : isLeft ? "left" : isRight ? "right" : "";
}

/// The lines of a cell without the blanks that all of them begin with.
std::string cellText(const std::vector<std::string_view> &lines)
{
    std::size_t indent = std::string_view::npos;
    for (const std::string_view line : lines) {
        indent = std::min(indent, line.find_first_not_of(' '));
    }
    std::string text;
    for (const std::string_view line : lines) {
        text += line.substr(std::min(indent, line.size()));
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text.substr(0, text.find_last_not_of('\n') + 1);
}

/// A table between borders; its lines all have the same corners.
class GridReader final
{
public:
    GridReader(std::string_view border, Wide wide)
        : m_corners(cornersOf(border))
        , m_wide(wide)
        , m_cells(m_corners.size() - 1)
    {}

    /// Takes \a line; false when it is none of this table's.
    bool add(std::string_view line) { return isBorder(line) ? addBorder(line) : addContent(line); }

    /// The table, if its last line was a border.
    std::optional<DrawnTable> take()
    {
        if (!m_isClosed || m_table.rows.empty()) {
            return std::nullopt;
        }
        return std::move(m_table);
    }

private:
    bool addBorder(std::string_view line)
    {
        line = line.substr(0, line.find_last_not_of(" \r\n") + 1);
        if (cornersOf(line) != m_corners) {
            return false;
        }
        const bool isHead = line.find('=') != std::string_view::npos;
        if (m_isFirst || isHead) {
            takeAlignments(line);
        }
        if (!m_isFirst && !addRow(isHead)) {
            return false;
        }
        m_isFirst = false;
        m_isClosed = true;
        return true;
    }

    bool addRow(bool isHead)
    {
        DrawnTable::Row row;
        for (std::vector<std::string> &cell : m_cells) {
            const std::vector<std::string_view> lines(cell.begin(), cell.end());
            row.push_back(cellText(lines));
            cell.clear();
        }
        const bool isEmpty = m_isClosed;
        if (isHead && m_table.head.empty() && m_table.rows.empty() && !isEmpty) {
            m_table.head = std::move(row);
        } else if (!isEmpty) {
            m_table.rows.push_back(std::move(row));
        }
        return !isEmpty;
    }

    bool addContent(std::string_view line)
    {
        const LineColumns columns(line, m_wide);
        const bool isRow = columns.count() == m_corners.back() + 1
            && std::all_of(m_corners.begin(), m_corners.end(),
                           [&columns](std::size_t corner) { return columns.at(corner) == '|'; });
        for (std::size_t i = 0; isRow && i + 1 < m_corners.size(); ++i) {
            m_cells[i].emplace_back(columns.slice(m_corners[i] + 1, m_corners[i + 1]));
        }
        m_isClosed = false;
        return isRow;
    }

    void takeAlignments(std::string_view line)
    {
        m_table.alignments.clear();
        for (std::size_t i = 0; i + 1 < m_corners.size(); ++i) {
            const std::size_t start = m_corners[i] + 1;
            m_table.alignments.push_back(alignmentOf(line.substr(start, m_corners[i + 1] - start)));
        }
    }

    std::vector<std::size_t> m_corners;
    Wide m_wide;
    std::vector<std::vector<std::string>> m_cells; ///< the lines of each in the current row
    DrawnTable m_table;
    bool m_isFirst = true;
    bool m_isClosed = false;
};

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
        while (end < m_lines.size() && !m_lines[end].isCode()
               && belongsTo(m_lines[end].text, indent)) {
            ++end;
        }
        return end;
    }

    bool writeTable(std::size_t start, std::size_t end)
    {
        std::optional<DrawnTable> table;
        for (auto wide = kWides.begin(); !table && wide != kWides.end(); ++wide) {
            table = read(start, end, *wide);
        }
        if (table) {
            const std::string_view line = m_lines[start].text;
            appendDrawnTable(m_result, *table, line.substr(0, line.find('+')));
        }
        return table.has_value();
    }

    std::optional<DrawnTable> read(std::size_t start, std::size_t end, Wide wide) const
    {
        const std::string_view border = m_lines[start].text;
        GridReader reader(border.substr(0, border.find_last_not_of(" \r\n") + 1), wide);
        for (std::size_t i = start; i < end; ++i) {
            if (!reader.add(m_lines[i].text)) {
                return std::nullopt;
            }
        }
        return reader.take();
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
