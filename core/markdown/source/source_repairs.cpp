#include "core/base/byte_set.h"
#include "core/base/text.h"
#include "core/markdown/cjk_marks.h"
#include "core/markdown/source/address_repairs.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <vector>

namespace lectern::core {

namespace {

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

bool isRowOf(std::string_view line, char mark)
{
    return !line.empty() && line.find_first_not_of(mark) == std::string_view::npos;
}

bool isBlankLine(std::string_view line)
{
    constexpr ByteSet kBlanks(" \t\r");
    return kBlanks.findNotIn(line) == std::string_view::npos;
}

/// The length of what makes \a line a list item or quotation rather than a title.
std::size_t blockMarkLength(std::string_view line)
{
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && digits < 10
        && (line[digits] == '.' || line[digits] == ')') && digits + 1 < line.size()
        && line[digits + 1] == ' ') {
        return digits + 1;
    }
    const bool isMark = line.size() > 1 && line[1] == ' '
        && std::string_view("-+*>#").find(line[0]) != std::string_view::npos;
    return isMark ? 1 : 0;
}

/// `|-|:-|` with each cell's row of dashes made three long.
std::string widenedDelimiters(std::string_view line)
{
    std::string wide;
    for (std::size_t i = 0; i < line.size(); ++i) {
        wide += line[i];
        const bool isLast = line[i] == '-' && (i + 1 == line.size() || line[i + 1] != '-');
        if (isLast) {
            wide += "--";
        }
    }
    return wide;
}

bool isShortDelimiterRow(std::string_view line)
{
    return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos
        && line.find_first_not_of("|:- \t\r") == std::string_view::npos && line.size() < 2000;
}

std::size_t cellCount(std::string_view row)
{
    row = trimmed(row);
    row.remove_prefix(row.starts_with('|') ? 1 : 0);
    std::size_t cells = 1;
    for (std::size_t bar = row.find('|'); bar < row.size(); bar = row.find('|', bar + 1)) {
        const bool isEscaped = bar > 0 && row[bar - 1] == '\\';
        cells += isEscaped || bar + 1 == row.size() ? 0 : 1;
    }
    return cells;
}

/// Whether a table may begin right below \a line, with GitHub and Hugo but not with CommonMark's
/// paragraphs: not what is a block of its own, where a table may stand anyway.
bool isTextLine(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const bool isBreak = text.starts_with("<br");
    return !text.empty() && blockMarkLength(text) == 0 && !line.starts_with("    ")
        && text.find_first_not_of("-=*_# ") != std::string_view::npos
        && (isBreak || (text.front() != '<' && text.front() != '#' && text.front() != '>'));
}

bool startsWithCjk(std::string_view text)
{
    if (text.empty()) {
        return false;
    }
    std::int32_t index = 0;
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), index,
                    static_cast<std::int32_t>(text.size()), character);
    return isCjk(static_cast<char32_t>(character));
}

/// The words of a heading without the run of `#` that closes it, if it is as long as \a marks.
std::string_view withoutClosingMarks(std::string_view words, std::size_t marks)
{
    const std::size_t end = words.find_last_not_of('#') + 1;
    return words.size() - end == marks ? trimmed(words.substr(0, end)) : words;
}

/// `#标题`, `###性能###`, `##View`, `###1、x`: the run of `#` of a heading without its blank. After
/// one mark only Chinese is a title, and no second tag may stand behind it.
std::size_t gluedHeadingMark(std::string_view line)
{
    const std::size_t marks = line.starts_with('#') ? line.find_first_not_of('#') : 0;
    if (marks == std::string_view::npos || marks == 0 || marks > 6) {
        return 0;
    }
    const std::string_view written = line.substr(marks);
    const std::string_view words = marks > 1 ? withoutClosingMarks(written, marks) : written;
    const bool isTitle = startsWithCjk(words)
        || (marks > 1 && (std::isalnum(static_cast<unsigned char>(words.front())) != 0));
    return isTitle && words.find('#') == std::string_view::npos ? marks : 0;
}

/// Seven to nine `#` and a short line: an exporter of more levels than Markdown has.
bool isDeepHeading(std::string_view line)
{
    const std::size_t marks = line.starts_with("#######") ? line.find_first_not_of('#') : 0;
    return marks != std::string_view::npos && marks >= 7 && marks <= 9 && line[marks] == ' '
        && line.size() < 300 && !trimmed(line.substr(marks)).empty();
}

class LineRepairs final
{
public:
    LineRepairs(Repairs repairs, RepairCounts &counts, GluedMarks gluedMarks, std::size_t bytes)
        : m_repairs(repairs)
        , m_mayMendHeadings(repairs.has(Repair::Headings))
        , m_mayMendImages(repairs.has(Repair::Images))
        , m_mayMendTables(repairs.has(Repair::Tables))
        , m_counts(counts)
        , m_gluedMarks(gluedMarks)
    {
        m_result.reserve(bytes);
    }

    void add(std::string_view piece, bool isCode)
    {
        if (isCode) {
            m_result += piece;
            return;
        }
        std::string mended;
        if (piece.find("](") != std::string_view::npos) {
            mended = piece;
            if (m_mayMendImages) {
                mended = joinedImages(std::move(mended), m_counts);
            }
            if (m_repairs.has(Repair::Links)) {
                mended = withWholeLinks(std::move(mended), m_counts);
            }
            mended = withBlankAddresses(std::move(mended), openLine(), m_repairs, m_counts);
            piece = mended;
        }
        m_hasBars = piece.find('|') != std::string_view::npos;
        m_lines.clear();
        while (!piece.empty()) {
            const std::size_t end = std::min(piece.find('\n'), piece.size() - 1);
            m_lines.push_back(piece.substr(0, end + 1));
            piece.remove_prefix(end + 1);
        }
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            i += addLine(m_lines, i);
        }
    }

    std::string take() { return std::move(m_result); }

private:
    /// The end of the line that the result ends in, as much of it as a link's words may be.
    std::string_view openLine() const
    {
        const std::string_view end = std::string_view(m_result).substr(
            m_result.size() - std::min(m_result.size(), kMaxAddressBytes));
        return end.substr(end.rfind('\n') + 1);
    }

    /// The line that the result ends with, which may have code in it.
    std::string_view lineAbove() const
    {
        const std::string_view all = content(m_result);
        return all.substr(all.rfind('\n') + 1); // npos + 1 is 0
    }

    /// Whether \a header has as many cells as \a delimiters; it may begin a list item.
    static bool isHeaderOf(std::string_view header, std::string_view delimiters)
    {
        header = trimmed(header);
        header.remove_prefix(blockMarkLength(header));
        return header.find('|') != std::string_view::npos
            && cellCount(header) == cellCount(delimiters);
    }

    static std::string_view content(std::string_view line)
    {
        return line.substr(0, line.find_last_not_of("\r\n") + 1);
    }

    /// Whether line \a i is none of what addLine() looks for, as nearly all are.
    bool isPlain(const std::vector<std::string_view> &lines, std::size_t i) const
    {
        const char below = i + 1 < lines.size() ? lines[i + 1].front() : '\n';
        return lines[i].front() != '#' && below != '-' && below != '='
            && (!m_hasBars || lines[i].find('|') == std::string_view::npos);
    }

    /// Adds line \a i and gives how many more lines it took.
    std::size_t addLine(const std::vector<std::string_view> &lines, std::size_t i)
    {
        if (isPlain(lines, i)) {
            m_isBlankBefore = isBlankLine(content(lines[i]));
            m_isInTable = m_isInTable && !m_isBlankBefore;
            m_result += lines[i];
            return 0;
        }
        const bool isLineStart = m_result.empty() || m_result.back() == '\n';
        const std::string_view line = content(lines[i]);
        const std::string_view next = i + 1 < lines.size() ? content(lines[i + 1]) : "";
        const bool isAfterBlank = m_isBlankBefore || i == 0;
        m_isBlankBefore = isBlankLine(line);
        setTableApart(lines, i);
        const bool isTitle = m_mayMendHeadings && isLineStart && isAfterBlank
            && (isRowOf(next, '-') || isRowOf(next, '=')) && blockMarkLength(line) > 0
            && characterCount(line) == next.size()
            && (i + 2 >= lines.size() || isBlankLine(content(lines[i + 2])));
        if (isTitle) {
            addHeading(line, next.front() == '=' ? "# " : "## ");
            return 1;
        }
        if (isLineStart && m_mayMendHeadings && mendHeading(lines, i)) {
            return 0;
        }
        if (isLineStart && isShortDelimiterRow(line) && isHeaderOf(lineAbove(), line)) {
            m_result.append(widenedDelimiters(lines[i]));
        } else {
            m_result += lines[i];
        }
        return 0;
    }

    /// Whether line \a i was a heading that the parser would not have read as one.
    bool mendHeading(const std::vector<std::string_view> &lines, std::size_t i)
    {
        const std::string_view line = content(lines[i]);
        const std::string_view next = i + 1 < lines.size() ? content(lines[i + 1]) : "";
        const std::size_t mark = m_gluedMarks == GluedMarks::Headings ? gluedHeadingMark(line) : 0;
        const bool isBroken = line.ends_with('\\') && !line.ends_with("\\\\") && next.size() > 2
            && (isRowOf(next, '-') || isRowOf(next, '='));
        if (mark > 0) {
            const std::string_view words = withoutClosingMarks(line.substr(mark), mark);
            m_result.append(line.substr(0, mark)).append(" ").append(words);
            m_result.append(lines[i].substr(line.size()));
        } else if (isDeepHeading(line)) {
            m_result.append("######").append(lines[i].substr(line.find(' ')));
        } else if (isBroken) {
            m_result.append(line.substr(0, line.size() - 1)).append(lines[i].substr(line.size()));
        } else {
            return false;
        }
        ++m_counts[Repair::Headings];
        return true;
    }

    /// Puts a blank line before line \a i if it is the header of a table below a line of text, or
    /// the heading that ends one.
    void setTableApart(const std::vector<std::string_view> &lines, std::size_t i)
    {
        const std::string_view line = content(lines[i]);
        const std::string_view next = i + 1 < lines.size() ? content(lines[i + 1]) : "";
        const std::string_view before = i > 0 ? content(lines[i - 1]) : "";
        const bool isHeading = isPlainHeading(line) || isGluedHeading(line);
        if (m_isInTable && isHeading) {
            m_result += "\n";
        }
        m_isInTable = m_isInTable && !isBlankLine(line) && !isHeading;
        const bool isHeader = !m_isInTable && line.find('|') != std::string_view::npos
            && isShortDelimiterRow(next) && cellCount(line) == cellCount(next);
        if (isHeader && m_mayMendTables && i > 0
            && (isTextLine(before) || isItemAbove(before, line))) {
            m_result += "\n";
            ++m_counts[Repair::Tables];
        }
        m_isInTable = m_isInTable || isHeader;
    }

    bool isGluedHeading(std::string_view line) const
    {
        return m_mayMendHeadings && m_gluedMarks == GluedMarks::Headings
            && line.find('|') == std::string_view::npos && gluedHeadingMark(line) > 0;
    }

    /// `# Title`, which no row of a table is.
    static bool isPlainHeading(std::string_view line)
    {
        const std::size_t marks = line.starts_with('#') ? line.find_first_not_of('#') : 0;
        return marks != std::string_view::npos && marks > 0 && marks <= 6 && line[marks] == ' '
            && line.find('|') == std::string_view::npos;
    }

    /// Whether \a line is indented so that it belongs to the item that \a before begins.
    static bool isItemAbove(std::string_view before, std::string_view line)
    {
        const std::size_t start = std::min(before.find_first_not_of(' '), before.size());
        const std::size_t mark = blockMarkLength(before.substr(start));
        return mark > 0 && before[start] != '>' && before[start] != '#'
            && line.find_first_not_of(' ') > start + mark;
    }

    void addHeading(std::string_view line, std::string_view marks)
    {
        const std::size_t mark = blockMarkLength(line);
        m_result.append(marks);
        m_result.append(line.substr(0, mark - 1)).append("\\").append(line.substr(mark - 1));
        m_result += "\n";
        ++m_counts[Repair::Headings];
    }

    Repairs m_repairs;
    bool m_mayMendHeadings;
    bool m_mayMendImages;
    bool m_mayMendTables;
    RepairCounts &m_counts;
    GluedMarks m_gluedMarks;
    std::string m_result;
    std::vector<std::string_view> m_lines; ///< of the piece
    bool m_hasBars = true; ///< in the piece
    bool m_isBlankBefore = true;
    bool m_isInTable = false;
};

} // namespace

std::string withRepairedLines(std::string_view markdown, Repairs repairs, RepairCounts &counts,
                              GluedMarks gluedMarks)
{
    LineRepairs lines(repairs, counts, gluedMarks, markdown.size());
    forEachRegion(markdown,
                  [&lines](std::string_view piece, bool isCode) { lines.add(piece, isCode); });
    return lines.take();
}

} // namespace lectern::core
