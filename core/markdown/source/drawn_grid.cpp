#include "core/markdown/source/drawn_grid.h"

#include "core/markdown/source/dialects.h"

#include <algorithm>
#include <set>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxColumns = 100; // What a page may say of a cell.
constexpr std::size_t kMaxRows = 1000;

bool isRule(char byte)
{
    return byte == '-' || byte == '=' || byte == ':';
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
    return withFancyLists(text.substr(0, text.find_last_not_of('\n') + 1));
}

class Grid final
{
public:
    Grid(std::span<const std::string_view> lines, Wide wide)
    {
        for (const std::string_view line : lines) {
            m_lines.emplace_back(line, wide);
        }
    }

    std::optional<DrawnTable> read()
    {
        if (m_lines.size() < 3 || !hasFrame()) {
            return std::nullopt;
        }
        findColumns();
        findRows();
        return m_rows.size() > 1 && findOwners() ? std::optional(table()) : std::nullopt;
    }

private:
    std::size_t width() const { return m_lines.front().count(); }

    std::size_t columnCount() const { return m_columns.size() - 1; }

    std::size_t rowCount() const { return m_rows.size() - 1; }

    bool isRuleBetween(std::size_t line, std::size_t start, std::size_t end) const
    {
        for (std::size_t column = start; column < end; ++column) {
            if (!isRuleAt(line, column)) {
                return false;
            }
        }
        return true;
    }

    bool isCorner(std::size_t line, std::size_t column) const
    {
        const bool isBefore = column > 0 && isRule(m_lines[line].at(column - 1));
        return m_lines[line].at(column) == '+'
            && (isBefore || isRule(m_lines[line].at(column + 1)));
    }

    /// Whether \a line is a border from one end to the other.
    bool isBorder(std::size_t line) const
    {
        for (std::size_t column = m_start; column < width(); ++column) {
            const char byte = m_lines[line].at(column);
            if (!isRule(byte) && byte != '+') {
                return false;
            }
        }
        return true;
    }

    /// Whether all lines are equally long and end in a line of the drawing.
    bool hasFrame()
    {
        const LineColumns &first = m_lines.front();
        while (m_start < width() && first.at(m_start) != '+') {
            ++m_start;
        }
        return isBorder(0) && isBorder(m_lines.size() - 1)
            && std::ranges::all_of(m_lines, [this](const LineColumns &line) {
                   const auto isEdge = [](char byte) { return byte == '|' || byte == '+'; };
                   return line.count() == width() && isEdge(line.at(m_start))
                       && isEdge(line.at(width() - 1));
               });
    }

    /// The columns of corners; a plus in a text does not stand between two bars.
    void findColumns()
    {
        std::set<std::size_t> columns{m_start, width() - 1};
        for (std::size_t line = 0; line < m_lines.size(); ++line) {
            for (std::size_t column = m_start; column < width(); ++column) {
                if (isCorner(line, column) && isBesideBar(line, column)) {
                    columns.insert(column);
                }
            }
        }
        m_columns.assign(columns.begin(), columns.end());
    }

    bool isBesideBar(std::size_t line, std::size_t column) const
    {
        const auto isBar = [this, column](std::size_t other) {
            return other < m_lines.size()
                && (m_lines[other].at(column) == '|' || isCorner(other, column));
        };
        return isBar(line + 1) || (line > 0 && isBar(line - 1));
    }

    /// The lines that end a cell.
    void findRows()
    {
        for (std::size_t line = 0; line < m_lines.size(); ++line) {
            bool ends = false;
            for (std::size_t i = 0; i < columnCount() && !ends; ++i) {
                ends = isEnd(line, i);
            }
            if (ends) {
                m_rows.push_back(line);
            }
        }
    }

    /// Whether \a line is a border below what is in column \a i.
    bool isEnd(std::size_t line, std::size_t i) const
    {
        return isRuleBetween(line, m_columns[i], m_columns[i + 1] + 1);
    }

    bool isRuleAt(std::size_t line, std::size_t column) const
    {
        return m_lines[line].at(column) == '+' || isRule(m_lines[line].at(column));
    }

    enum class Bar { None, Broken, Whole };

    /// What stands in row \a row on the left of column \a i.
    Bar barAt(std::size_t row, std::size_t i) const
    {
        const std::size_t height = m_rows[row + 1] - m_rows[row] - 1;
        std::size_t bars = 0;
        for (std::size_t line = m_rows[row] + 1; line < m_rows[row + 1]; ++line) {
            bars += m_lines[line].at(m_columns[i]) == '|' ? 1 : 0;
        }
        const bool isHeld = !isRule(m_lines[m_rows[row]].at(m_columns[i]))
            && !isRule(m_lines[m_rows[row + 1]].at(m_columns[i]));
        return bars == 0 ? Bar::None : bars == height && isHeld ? Bar::Whole : Bar::Broken;
    }

    std::size_t &ownerAt(std::size_t row, std::size_t i)
    {
        return m_owners[row * columnCount() + i];
    }

    /// Finds which cell, by its first row and column, has what is between the lines; false when
    /// cells are no rectangles.
    bool findOwners()
    {
        m_owners.resize(rowCount() * columnCount());
        for (std::size_t row = 0; row < rowCount(); ++row) {
            if (m_rows[row] + 1 == m_rows[row + 1]) {
                return false;
            }
            for (std::size_t i = 0; i < columnCount(); ++i) {
                const Bar bar = i == 0 ? Bar::Whole : barAt(row, i);
                const std::size_t own = row * columnCount() + i;
                const bool goesOnDown = row > 0 && !isEnd(m_rows[row], i);
                const std::size_t above = goesOnDown ? ownerAt(row - 1, i) : own;
                const std::size_t left = bar == Bar::None ? ownerAt(row, i - 1) : own;
                const bool isSame = i > 0 && above == ownerAt(row, i - 1);
                if (bar == Bar::Broken || (goesOnDown && i > 0 && (bar == Bar::None) != isSame)) {
                    return false;
                }
                ownerAt(row, i) = goesOnDown ? above : left;
            }
        }
        return areRectangles();
    }

    bool areRectangles()
    {
        m_cells.resize(m_owners.size());
        std::vector<std::size_t> counts(m_owners.size());
        for (std::size_t at = 0; at < m_owners.size(); ++at) {
            const std::size_t owner = m_owners[at];
            const std::size_t column = owner % columnCount();
            if (at % columnCount() < column) {
                return false;
            }
            DrawnCell &cell = m_cells[owner];
            cell.columns = std::max(cell.columns, at % columnCount() - column + 1);
            cell.rows = at / columnCount() - owner / columnCount() + 1;
            ++counts[owner];
        }
        for (std::size_t at = 0; at < m_owners.size(); ++at) {
            const DrawnCell &cell = m_cells[at];
            if (counts[at] > 0
                && (counts[at] != cell.columns * cell.rows || cell.columns > kMaxColumns
                    || cell.rows > kMaxRows)) {
                return false;
            }
        }
        return true;
    }

    /// The row below the first border of `=`; 0 when there is no head.
    std::size_t headRows() const
    {
        for (std::size_t row = 1; row < rowCount(); ++row) {
            if (isBorder(m_rows[row]) && m_lines[m_rows[row]].at(m_start + 1) != '-'
                && m_lines[m_rows[row]].slice(m_start, width()).find('=')
                    != std::string_view::npos) {
                return row;
            }
        }
        return 0;
    }

    std::string textOf(std::size_t owner, const DrawnCell &cell) const
    {
        const std::size_t row = owner / columnCount();
        const std::size_t column = owner % columnCount();
        std::vector<std::string_view> lines;
        for (std::size_t line = m_rows[row] + 1; line < m_rows[row + cell.rows]; ++line) {
            lines.push_back(
                m_lines[line].slice(m_columns[column] + 1, m_columns[column + cell.columns]));
        }
        return cellText(lines);
    }

    DrawnTable table()
    {
        DrawnTable table;
        const std::size_t head = headRows();
        const LineColumns &rule = m_lines[m_rows[head]];
        for (std::size_t row = 0; row < rowCount(); ++row) {
            DrawnTable::Row cells;
            for (std::size_t i = 0; i < columnCount(); ++i) {
                const std::size_t at = row * columnCount() + i;
                if (m_owners[at] == at) {
                    DrawnCell cell = m_cells[at];
                    cell.text = textOf(at, cell);
                    cell.alignment
                        = alignmentOf(rule.slice(m_columns[i] + 1, m_columns[i + cell.columns]));
                    cells.push_back(std::move(cell));
                }
            }
            (row < head ? table.head : table.rows).push_back(std::move(cells));
        }
        return table;
    }

    std::vector<LineColumns> m_lines;
    std::size_t m_start = 0; ///< the column of the frame's left line
    std::vector<std::size_t> m_columns; ///< of the lines between cells
    std::vector<std::size_t> m_rows; ///< lines that are borders, of some cells at least
    std::vector<std::size_t> m_owners;
    std::vector<DrawnCell> m_cells; ///< by owner
};

} // namespace

std::optional<DrawnTable> readGrid(std::span<const std::string_view> lines, Wide wide)
{
    return Grid(lines, wide).read();
}

} // namespace lectern::core
