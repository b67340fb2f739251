#include "core/base/text.h"
#include "core/markdown/cjk_marks.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
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
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
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

/// `#标题`: one run of `#`, then Chinese, and no second tag behind it.
std::size_t gluedHeadingMark(std::string_view line)
{
    const std::size_t marks = line.starts_with('#') ? line.find_first_not_of('#') : 0;
    const bool isHeading = marks != std::string_view::npos && marks > 0 && marks <= 6
        && startsWithCjk(line.substr(marks))
        && line.substr(marks).find('#') == std::string_view::npos;
    return isHeading ? marks : 0;
}

/// `![]()address![]()` in \a text becomes one image.
std::string joinedImages(std::string_view text, RepairCounts &counts)
{
    constexpr std::string_view empty = "![]()";
    std::string joined;
    std::size_t start = 0;
    for (std::size_t at = text.find("![]()http"); at != std::string_view::npos;
         at = text.find("![]()http", start)) {
        const std::size_t address = at + empty.size();
        const std::size_t end = text.find_first_of(" \n<>!", address);
        joined.append(text.substr(start, at - start));
        if (end != std::string_view::npos && text.substr(end).starts_with(empty)) {
            joined.append("![](<").append(text.substr(address, end - address)).append(">)");
            start = end + empty.size();
            ++counts[Repair::Images];
        } else {
            joined.append(empty);
            start = address;
        }
    }
    return joined.append(text.substr(start));
}

/// Where the address of `![text](an address with blanks.png)` begins in \a line, when the line is
/// nothing else; or 0.
std::size_t blankAddressStart(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(' ');
    const std::size_t bracket = line.find("](");
    if (start == std::string_view::npos || start > 3 || bracket == std::string_view::npos
        || !line.substr(start).starts_with("![") || !line.ends_with(')')) {
        return 0;
    }
    const std::string_view address = line.substr(bracket + 2, line.size() - bracket - 3);
    constexpr std::array<std::string_view, 7> endings{
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif",
    };
    const std::string folded = foldForSearch(address);
    const bool isImage
        = std::any_of(endings.begin(), endings.end(),
                      [&folded](std::string_view ending) { return folded.ends_with(ending); });
    return isImage && trimmed(address).find(' ') != std::string_view::npos
            && address.find_first_of("<>()\"") == std::string_view::npos
        ? bracket + 2
        : 0;
}

class LineRepairs final
{
public:
    LineRepairs(Repairs repairs, RepairCounts &counts, GluedMarks gluedMarks)
        : m_mayMendHeadings(repairs.has(Repair::Headings))
        , m_mayMendImages(repairs.has(Repair::Images))
        , m_mayMendTables(repairs.has(Repair::Tables))
        , m_counts(counts)
        , m_gluedMarks(gluedMarks)
    {}

    void add(std::string_view piece, bool isCode)
    {
        if (isCode) {
            m_result += piece;
            return;
        }
        const std::string joined
            = m_mayMendImages ? joinedImages(piece, m_counts) : std::string(piece);
        std::vector<std::string_view> lines;
        for (std::string_view rest = joined; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
            lines.push_back(rest.substr(0, end + 1));
            rest.remove_prefix(end + 1);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            i += addLine(lines, i);
        }
    }

    std::string take() { return std::move(m_result); }

private:
    static std::string_view content(std::string_view line)
    {
        return line.substr(0, line.find_last_not_of("\r\n") + 1);
    }

    /// Adds line \a i and gives how many more lines it took.
    std::size_t addLine(const std::vector<std::string_view> &lines, std::size_t i)
    {
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
        const std::size_t mark
            = m_mayMendHeadings && isLineStart && m_gluedMarks == GluedMarks::Headings
            ? gluedHeadingMark(line)
            : 0;
        const std::size_t address = m_mayMendImages && isLineStart ? blankAddressStart(line) : 0;
        if (address > 0) {
            m_result.append(line.substr(0, address)).append("<");
            m_result.append(trimmed(line.substr(address, line.size() - address - 1)));
            m_result.append(">").append(lines[i].substr(line.size() - 1));
            ++m_counts[Repair::Images];
        } else if (mark > 0) {
            m_result.append(line.substr(0, mark)).append(" ").append(lines[i].substr(mark));
            ++m_counts[Repair::Headings];
        } else if (isLineStart && i > 0 && isShortDelimiterRow(line)
                   && content(lines[i - 1]).find('|') != std::string_view::npos) {
            m_result.append(widenedDelimiters(lines[i]));
        } else {
            m_result += lines[i];
        }
        return 0;
    }

    /// Puts a blank line before line \a i if it is the header of a table below a line of text.
    void setTableApart(const std::vector<std::string_view> &lines, std::size_t i)
    {
        const std::string_view line = content(lines[i]);
        const std::string_view next = i + 1 < lines.size() ? content(lines[i + 1]) : "";
        m_isInTable = m_isInTable && !isBlankLine(line);
        const bool isHeader = !m_isInTable && line.find('|') != std::string_view::npos
            && isShortDelimiterRow(next) && cellCount(line) == cellCount(next);
        if (isHeader && m_mayMendTables && i > 0 && isTextLine(content(lines[i - 1]))) {
            m_result += "\n";
            ++m_counts[Repair::Tables];
        }
        m_isInTable = m_isInTable || isHeader;
    }

    void addHeading(std::string_view line, std::string_view marks)
    {
        const std::size_t mark = blockMarkLength(line);
        m_result.append(marks);
        m_result.append(line.substr(0, mark - 1)).append("\\").append(line.substr(mark - 1));
        m_result += "\n";
        ++m_counts[Repair::Headings];
    }

    bool m_mayMendHeadings;
    bool m_mayMendImages;
    bool m_mayMendTables;
    RepairCounts &m_counts;
    GluedMarks m_gluedMarks;
    std::string m_result;
    bool m_isBlankBefore = true;
    bool m_isInTable = false;
};

} // namespace

std::string withRepairedLines(std::string_view markdown, Repairs repairs, RepairCounts &counts,
                              GluedMarks gluedMarks)
{
    LineRepairs lines(repairs, counts, gluedMarks);
    forEachRegion(markdown,
                  [&lines](std::string_view piece, bool isCode) { lines.add(piece, isCode); });
    return lines.take();
}

} // namespace lectern::core
