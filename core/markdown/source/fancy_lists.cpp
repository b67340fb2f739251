#include "core/base/byte_set.h"
#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/list_marks.h"

#include <algorithm>
#include <cctype>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxIndent = 40; // Each line is looked at once for each list around it.

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n>") == std::string_view::npos;
}

/// Whether a paragraph cannot go on with \a line.
bool startsBlock(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t");
    return start == std::string_view::npos
        || std::string_view("#>-*+|<`~:=").find(line[start]) != std::string_view::npos;
}

/// The period or bracket of the number that \a line begins with; 0 when it begins with none.
char delimiterOf(std::string_view line)
{
    const std::size_t start = std::min(line.find_first_not_of(" \t>"), line.size());
    const std::size_t end = line.find_first_not_of("0123456789", start);
    const bool isNumber = end != std::string_view::npos && end > start
        && (line[end] == '.' || line[end] == ')') && end + 1 < line.size() && line[end + 1] == ' ';
    return isNumber ? line[end] : '\0';
}

/// Whether a mark can stand before \a words without making something else of them.
bool holdsMark(std::string_view words)
{
    constexpr std::string_view starts = "-+>#~|<:`";
    const bool isCode = words.starts_with('`') && !words.starts_with("```");
    const bool isStar = words.starts_with("* ") || words.starts_with("***");
    const bool isTask = words.starts_with("[ ]") || words.starts_with("[x]")
        || words.starts_with("[X]") || words.starts_with("[^");
    const bool isDefinition = words.starts_with('[') && words.find("]:") != std::string_view::npos;
    return !isStar && !isTask && !isDefinition && delimiterOf(words) == '\0'
        && (isCode || starts.find(words.front()) == std::string_view::npos);
}

/// Items whose marks count up.
struct Run
{
    std::vector<std::size_t> items; ///< lines
    ListCount count;
    std::size_t end = 0; ///< the line that is none of its own
};

class FancyLists final
{
public:
    explicit FancyLists(std::string_view markdown)
        : m_lines(sourceLines(markdown))
    {}

    std::string write()
    {
        m_delimiters.resize(m_lines.size());
        m_counts.resize(m_lines.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            noteBlock(i);
            if (m_delimiters[i] == '\0' && mayStart(i)) {
                takeRun(runAt(i));
            }
            addLine(i);
        }
        return std::move(m_result);
    }

private:
    /// Lines that follow one that begins with a tag are HTML.
    void noteBlock(std::size_t i)
    {
        const std::string_view line = m_lines[i].text;
        const std::size_t start = line.find_first_not_of(" \t");
        m_isInHtml = !isBlank(line)
            && (m_isInHtml || (line[start] == '<' && (i == 0 || isBlank(m_lines[i - 1].text))));
    }

    bool mayStart(std::size_t i) const
    {
        return !m_isInHtml && !m_lines[i].isCode() && !listMarkOf(m_lines[i].text).text.empty();
    }

    /// The items from the one at \a i on.
    Run runAt(std::size_t i) const
    {
        const ListMark first = listMarkOf(m_lines[i].text);
        Run run{{i}, {}, i + 1};
        ListMark last = first;
        while (first.column <= kMaxIndent) {
            run.end = contentEnd(run.end, last.column);
            const ListMark next = run.end < m_lines.size() && !m_lines[run.end].isFenced
                ? listMarkOf(m_lines[run.end].text)
                : ListMark();
            const ListCount count = next.text.empty() || next.indent != first.indent
                ? ListCount()
                : countOf(last.text, next.text);
            if (count.type == 0 || (run.count.type != 0 && run.count.type != count.type)) {
                break;
            }
            run.count = run.items.size() == 1 ? count : run.count;
            run.items.push_back(run.end++);
            last = next;
        }
        // Below a line of text they are text, as pandoc has it, but for the first in an item.
        const bool isBelowText = i > 0 && !isBlank(m_lines[i - 1].text);
        const bool isInItem = indentOf(first.indent) > 1 && run.count.start == 1;
        return isBelowText && !isInItem ? Run() : run;
    }

    /// Where the item ends whose words begin at \a column and whose second line is \a i.
    std::size_t contentEnd(std::size_t i, std::size_t column) const
    {
        for (; i < m_lines.size(); ++i) {
            const std::string_view line = m_lines[i].text;
            const bool isLazy = !isBlank(m_lines[i - 1].text) && !m_lines[i].isFenced
                && !startsBlock(line) && listMarkOf(line).text.empty() && delimiterOf(line) == '\0';
            if (!isBlank(line) && indentOf(line) < column && !isLazy) {
                break;
            }
        }
        return i;
    }

    /// Gives the lines of \a run their numbers if no other list stands too near.
    void takeRun(const Run &run)
    {
        const bool canTell = std::ranges::any_of(run.items, [this](std::size_t item) {
            return holdsMark(listMarkOf(m_lines[item].text).words);
        });
        const char behind = run.end < m_lines.size() ? delimiterOf(m_lines[run.end].text) : '\0';
        const char delimiter = m_lastDelimiter == ')' || behind == ')' ? '.' : ')';
        if (run.items.size() < 2 || !canTell || m_lastDelimiter == delimiter
            || behind == delimiter) {
            return;
        }
        const std::size_t column = listMarkOf(m_lines[run.items.front()].text).column;
        for (std::size_t i = run.items.front(); i < run.end; ++i) {
            const std::size_t indent = indentOf(m_lines[i].text);
            m_lines[i].isIndentedCode
                = m_lines[i].isIndentedCode && (indent < column || indent >= column + 4);
        }
        for (const std::size_t item : run.items) {
            m_delimiters[item] = delimiter;
            m_counts[item] = run.count;
        }
    }

    void addLine(std::size_t i)
    {
        const std::string_view line = m_lines[i].text;
        if (m_delimiters[i] == '\0') {
            m_result += line;
            const char delimiter = m_lines[i].isCode() ? '\0' : delimiterOf(line);
            const bool isApart = delimiter == '\0' && !isBlank(line) && indentOf(line) == 0;
            m_lastDelimiter = delimiter != '\0' || isApart ? delimiter : m_lastDelimiter;
            return;
        }
        const ListMark mark = listMarkOf(line);
        m_result.append(mark.indent);
        // As wide as what was written, so that what is indented below stays in the item.
        m_result.append(mark.text.size() - 2, '0').append(1, '1').append(1, m_delimiters[i]);
        const std::size_t behind = mark.indent.size() + mark.text.size();
        m_result.append(line.substr(behind, line.size() - behind - mark.words.size()));
        if (holdsMark(mark.words)) {
            m_result.append(kListMark).append(1, m_counts[i].type);
            m_result.append(std::to_string(m_counts[i].start)).append(" ");
            m_result.append(mark.text).append(kListMarkEnd);
        }
        m_result.append(mark.words);
        m_lastDelimiter = m_delimiters[i];
    }

    std::vector<SourceLine> m_lines;
    std::vector<char> m_delimiters; ///< of the lines that become numbered ones
    std::vector<ListCount> m_counts; ///< of their lists
    char m_lastDelimiter = '\0';
    bool m_isInHtml = false;
    std::string m_result;
};

/// Whether a line of \a markdown may begin with a mark, and another one as well.
bool hasMarks(std::string_view markdown)
{
    int count = 0;
    for (std::size_t start = 0; start < markdown.size() && count < 2;) {
        const std::size_t end = std::min(markdown.find('\n', start), markdown.size() - 1) + 1;
        constexpr ByteSet kMargin(" \t>");
        const std::size_t words = kMargin.findNotIn(markdown, start);
        const char byte = words < end ? markdown[words] : ' ';
        const bool mayBegin
            = byte == '(' || byte == '#' || std::isalpha(static_cast<unsigned char>(byte)) != 0;
        count += mayBegin && !listMarkOf(markdown.substr(start, end - start)).text.empty() ? 1 : 0;
        start = end;
    }
    return count > 1;
}

} // namespace

std::string withFancyLists(std::string markdown)
{
    const bool isMeant = markdown.find(kListMark) == std::string::npos && hasMarks(markdown);
    return isMeant ? FancyLists(markdown).write() : std::move(markdown);
}

} // namespace lectern::core
