#include "core/markdown/source/drawn_table.h"

#include "core/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace lectern::core {

namespace {

std::size_t columnsOf(UChar32 character, Wide wide)
{
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    const bool isMark
        = u_charType(character) == U_NON_SPACING_MARK || u_charType(character) == U_FORMAT_CHAR;
    const bool isWide = wide != Wide::None && (width == U_EA_WIDE || width == U_EA_FULLWIDTH);
    const bool isWideMark = wide == Wide::Marks && width == U_EA_AMBIGUOUS;
    return isMark ? 0 : isWide || isWideMark ? 2 : 1;
}

void appendIndented(std::string &markdown, std::string_view text, std::string_view indent)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        markdown.append(trimmed(line).empty() ? "" : indent).append(line).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void appendAttribute(std::string &markdown, std::string_view name, std::string_view value)
{
    markdown.append(" ").append(name).append("=\"").append(value).append("\"");
}

/// `<td>`, its Markdown, `</td>`.
void appendCell(std::string &markdown, std::string_view element, const DrawnCell &cell,
                std::string_view indent)
{
    markdown.append(indent).append("<").append(element);
    if (!cell.alignment.empty()) {
        appendAttribute(markdown, "align", cell.alignment);
    }
    if (cell.columns > 1) {
        appendAttribute(markdown, "colspan", std::to_string(cell.columns));
    }
    if (cell.rows > 1) {
        appendAttribute(markdown, "rowspan", std::to_string(cell.rows));
    }
    markdown.append(">");
    if (!trimmed(cell.text).empty()) {
        markdown.append("\n\n");
        appendIndented(markdown, cell.text, indent);
        markdown.append("\n").append(indent);
    }
    markdown.append("</").append(element).append(">\n");
}

void appendRows(std::string &markdown, const std::vector<DrawnTable::Row> &rows,
                std::string_view element, std::string_view indent)
{
    for (const DrawnTable::Row &row : rows) {
        markdown.append(indent).append("<tr>\n");
        for (const DrawnCell &cell : row) {
            appendCell(markdown, element, cell, indent);
        }
        markdown.append(indent).append("</tr>\n");
    }
}

} // namespace

void appendDrawnTable(std::string &markdown, const DrawnTable &table, std::string_view indent)
{
    markdown.append("\n").append(indent).append("<table class=\"drawn\">\n");
    if (!table.head.empty()) {
        markdown.append(indent).append("<thead>\n");
        appendRows(markdown, table.head, "th", indent);
        markdown.append(indent).append("</thead>\n");
    }
    markdown.append(indent).append("<tbody>\n");
    appendRows(markdown, table.rows, "td", indent);
    markdown.append(indent).append("</tbody>\n").append(indent).append("</table>\n\n");
}

LineColumns::LineColumns(std::string_view line, Wide wide)
    : m_line(line.substr(0, line.find_last_not_of(" \t\r\n") + 1))
{
    const auto length = static_cast<std::int32_t>(m_line.size());
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t start = i;
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(m_line.data(), i, length, character);
        const std::size_t columns = columnsOf(character, wide);
        for (std::size_t column = 0; column < columns; ++column) {
            m_starts.push_back(static_cast<std::size_t>(column == 0 ? start : i));
        }
    }
}

std::size_t LineColumns::byteOf(std::size_t column) const
{
    return column < m_starts.size() ? m_starts[column] : m_line.size();
}

std::string_view LineColumns::slice(std::size_t start, std::size_t end) const
{
    const std::size_t from = byteOf(start);
    return m_line.substr(from, byteOf(end) - from);
}

char LineColumns::at(std::size_t column) const
{
    if (column >= m_starts.size()) {
        return ' ';
    }
    const std::size_t next = byteOf(column + 1);
    return m_starts[column] == next ? '\0' : m_line[m_starts[column]];
}

} // namespace lectern::core
