#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/drawn_table.h"

#include <algorithm>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxHeadLines = 8;
constexpr std::size_t kMaxLines = 500;
constexpr std::size_t kMinRule = 6; ///< dashes of the rules around a table

/// Columns [start, end) that a group of dashes has.
struct Column
{
    std::size_t start = 0;
    std::size_t end = 0;

    bool operator==(const Column &) const = default;
};

/// The groups of dashes that \a line consists of; none when there is something else.
std::vector<Column> groupsOf(std::string_view line)
{
    std::vector<Column> groups;
    line = line.substr(0, line.find_last_not_of(" \r\n") + 1);
    if (line.find_first_not_of("- ") != std::string_view::npos) {
        return groups;
    }
    for (std::size_t at = line.find('-'); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        groups.push_back({at, end});
        at = line.find('-', end);
    }
    return groups;
}

/// The groups of a line with a group for each of two columns or more; `- - -` is a rule.
std::vector<Column> columnsOf(std::string_view line)
{
    std::vector<Column> groups = groupsOf(line);
    const bool isRuler = groups.size() > 1
        && std::all_of(groups.begin(), groups.end(),
                       [](const Column &group) { return group.end - group.start > 1; })
        && std::any_of(groups.begin(), groups.end(),
                       [](const Column &group) { return group.end - group.start > 2; });
    return isRuler ? groups : std::vector<Column>();
}

bool isFullRule(std::string_view line)
{
    const std::vector<Column> groups = groupsOf(line);
    return groups.size() == 1 && groups[0].end - groups[0].start >= kMinRule;
}

/// Cells of lines below a ruler.
class Cells final
{
public:
    Cells(const std::vector<Column> &columns, Wide wide)
        : m_columns(columns)
        , m_wide(wide)
    {}

    /// Adds what \a line has of each cell; false when it runs over the gap between two columns.
    bool add(std::string_view line, DrawnTable::Row &row) const
    {
        const LineColumns text(line, m_wide);
        row.resize(m_columns.size());
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const bool isLast = i + 1 == m_columns.size();
            const std::size_t end = isLast ? text.count() : m_columns[i + 1].start;
            const std::size_t start = i == 0 ? 0 : m_columns[i].start;
            if (!isLast && text.at(end - 1) != ' ') {
                return false;
            }
            const std::string_view words = trimmed(text.slice(start, std::max(start, end)));
            std::string &cell = row[i].text;
            cell.append(cell.empty() || words.empty() ? "" : "\n").append(words);
        }
        return true;
    }

    /// Where the words of \a line stand above the dashes of column \a i.
    std::string_view alignment(std::string_view line, std::size_t i) const
    {
        const LineColumns text(line, m_wide);
        const Column &column = m_columns[i];
        const bool isLeft = text.at(column.start) != ' ';
        const bool isRight = text.at(column.end - 1) != ' ';
        return isLeft ? (isRight ? "" : "left") : isRight ? "right" : "center";
    }

    std::size_t count() const { return m_columns.size(); }

private:
    const std::vector<Column> &m_columns;
    Wide m_wide;
};

/// The lines of one table: rules, words of the head, and of the rows.
struct Parts
{
    std::vector<Column> columns;
    std::size_t head = 0; ///< lines [head, ruler)
    std::size_t ruler = 0;
    std::size_t end = 0; ///< behind the rows
    std::size_t behind = 0; ///< behind the rule that closes it
    bool hasBlanks = false; ///< rows are set apart by them
};

class RuledTables final
{
public:
    explicit RuledTables(std::string_view markdown)
        : m_lines(sourceLines(markdown))
    {}

    std::string write()
    {
        for (std::size_t i = 0; i < m_lines.size();) {
            const std::size_t end = mayStart(i) ? writeTable(i) : i;
            m_result += end == i ? m_lines[i].text : "";
            i = std::max(end, i + 1);
        }
        return std::move(m_result);
    }

private:
    bool isBlank(std::size_t i) const
    {
        return i >= m_lines.size() || trimmed(m_lines[i].text).empty();
    }

    bool mayStart(std::size_t i) const
    {
        return !m_lines[i].isFenced && !isBlank(i) && (i == 0 || isBlank(i - 1));
    }

    std::string_view line(std::size_t i) const
    {
        return i < m_lines.size() && !m_lines[i].isFenced ? m_lines[i].text : std::string_view();
    }

    /// The parts of the table that begins at \a i; no columns when there is none.
    Parts partsAt(std::size_t i) const
    {
        Parts parts;
        const bool isFramed = isFullRule(line(i));
        parts.head = isFramed ? i + 1 : i;
        parts.ruler = parts.head;
        while (parts.ruler < parts.head + (isFramed ? kMaxHeadLines : 1) && !isBlank(parts.ruler)
               && columnsOf(line(parts.ruler)).empty()) {
            ++parts.ruler;
        }
        parts.columns = columnsOf(line(parts.ruler));
        // Words of a head may stand as far to the right as code does; the dashes below them do not.
        if (parts.columns.empty() || m_lines[parts.ruler].isIndentedCode
            || (isFramed && parts.ruler == parts.head)) {
            return {};
        }
        const bool isClosed = isFramed || parts.ruler == parts.head;
        findEnd(parts, isClosed);
        return parts.end > parts.ruler + 1 ? parts : Parts{};
    }

    /// A table with a rule above it goes to the next one, others to a blank line.
    void findEnd(Parts &parts, bool isClosed) const
    {
        std::size_t i = parts.ruler + 1;
        const std::size_t limit = std::min(m_lines.size(), i + kMaxLines);
        for (; i < limit && (isClosed || !isBlank(i)); ++i) {
            const bool isRule = isFullRule(line(i)) || columnsOf(line(i)) == parts.columns;
            if (m_lines[i].isFenced || isRule) {
                break;
            }
            parts.hasBlanks = parts.hasBlanks || isBlank(i);
        }
        const bool hasRule = i < limit && !m_lines[i].isFenced && !isBlank(i);
        if (isClosed ? hasRule && isBlank(i + 1) : isBlank(i) || isBlank(i + 1)) {
            parts.end = i;
            parts.behind = hasRule ? i + 1 : i;
        }
    }

    std::optional<DrawnTable> read(const Parts &parts, Wide wide) const
    {
        const Cells cells(parts.columns, wide);
        DrawnTable table;
        table.head.resize(parts.head < parts.ruler ? 1 : 0);
        for (std::size_t i = parts.head; i < parts.ruler; ++i) {
            if (!cells.add(line(i), table.head.front())) {
                return std::nullopt;
            }
        }
        bool isNew = true;
        for (std::size_t i = parts.ruler + 1; i < parts.end; ++i) {
            if (isBlank(i)) {
                isNew = true;
                continue;
            }
            if (isNew) {
                table.rows.emplace_back();
            }
            if (!cells.add(line(i), table.rows.back())) {
                return std::nullopt;
            }
            isNew = !parts.hasBlanks;
        }
        setAlignments(table, parts, cells);
        return table;
    }

    /// The longest line of the head, or the first row, shows how the column is set.
    void setAlignments(DrawnTable &table, const Parts &parts, const Cells &cells) const
    {
        std::size_t shown = parts.head < parts.ruler ? parts.head : parts.ruler + 1;
        for (std::size_t i = parts.head; i < parts.ruler; ++i) {
            shown = trimmed(line(i)).size() > trimmed(line(shown)).size() ? i : shown;
        }
        for (std::size_t i = 0; i < cells.count(); ++i) {
            const std::string_view alignment = cells.alignment(line(shown), i);
            for (std::vector<DrawnTable::Row> *const rows : {&table.head, &table.rows}) {
                for (DrawnTable::Row &row : *rows) {
                    row[i].alignment = alignment == "left" ? "" : alignment;
                }
            }
        }
    }

    /// Writes the table at \a i and gives where the text goes on: \a i when there is none.
    std::size_t writeTable(std::size_t i)
    {
        const Parts parts = partsAt(i);
        if (parts.columns.empty()) {
            return i;
        }
        std::optional<DrawnTable> table;
        for (auto wide = kWides.begin(); !table && wide != kWides.end(); ++wide) {
            table = read(parts, *wide);
        }
        if (!table) {
            return i;
        }
        const std::size_t indent = indentOf(line(parts.ruler));
        appendDrawnTable(m_result, *table, std::string(indent < 4 ? 0 : indent - 2, ' '));
        return parts.behind;
    }

    std::vector<SourceLine> m_lines;
    std::string m_result;
};

/// Whether dashes, a blank and dashes stand somewhere.
bool hasRuler(std::string_view markdown)
{
    for (std::size_t at = markdown.find("-- "); at != std::string_view::npos;
         at = markdown.find("-- ", at + 3)) {
        const std::size_t next = markdown.find_first_not_of(' ', at + 3);
        if (next != std::string_view::npos && markdown.substr(next).starts_with("--")) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string withRuledTables(std::string markdown)
{
    return hasRuler(markdown) ? RuledTables(markdown).write() : std::move(markdown);
}

} // namespace lectern::core
