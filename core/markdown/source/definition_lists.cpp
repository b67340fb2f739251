#include "core/base/text.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTermBytes = 200;
constexpr int kMaxDepth = 4; ///< of lists in definitions

/// The columns up to the words behind the colon that \a line begins with; 0 if there is none.
std::size_t markLength(std::string_view line)
{
    const std::size_t colon = line.find_first_not_of(' ');
    if (colon == std::string_view::npos || colon > 3 || (line[colon] != ':' && line[colon] != '~')
        || line.size() < colon + 2 || (line[colon + 1] != ' ' && line[colon + 1] != '\t')) {
        return 0;
    }
    const std::size_t words = line.find_first_not_of(" \t", colon + 1);
    // A hyphenless `~ 5 people` may begin a line of text.
    const bool isText = line[colon] == '~' && colon == 0 && words < colon + 3;
    return words == std::string_view::npos || line[words] == '\n' || isText ? 0 : words;
}

/// Whether \a line may be a term: words, and not the beginning of a block.
bool isTerm(std::string_view line)
{
    const std::string_view words = trimmed(line);
    if (words.empty() || words.size() > kMaxTermBytes || indentOf(line) > 3
        || words.find('|') != std::string_view::npos || markLength(line) > 0) {
        return false;
    }
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    const std::string_view mark = words.substr(digits, 2);
    const bool isItem = digits > 0 && (mark == ". " || mark == ") ");
    const bool isBullet = words.substr(1).starts_with(' ')
        && std::string_view("-*+#>").find(words.front()) != std::string_view::npos;
    const bool isBlock = std::string_view("#>{<~").find(words.front()) != std::string_view::npos
        || words.starts_with(":::") || words.starts_with("```") || words.starts_with("[^");
    const bool hasWords = std::any_of(words.begin(), words.end(), [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
    });
    return hasWords && !isItem && !isBullet && !isBlock;
}

std::string_view withoutColumns(std::string_view line, std::size_t columns)
{
    std::size_t passed = 0;
    while (passed < columns && !line.empty() && (line[0] == ' ' || line[0] == '\t')) {
        passed += line[0] == '\t' ? 4 : 1;
        line.remove_prefix(1);
    }
    return line;
}

class DefinitionLists final
{
public:
    DefinitionLists(std::string_view markdown, int depth)
        : m_lines(sourceLines(markdown))
        , m_depth(depth)
    {}

    std::string write()
    {
        for (std::size_t i = 0; i < m_lines.size();) {
            const std::size_t end = mayStart(i) ? listEnd(i) : i;
            if (end == i || !m_isLoose) {
                for (const std::size_t stop = std::max(end, i + 1); i < stop; ++i) {
                    m_result += m_lines[i].text;
                }
            } else {
                m_result += "\n<dl class=\"drawn\">\n" + m_list + "</dl>\n\n";
                i = end;
            }
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
        return (i == 0 || isBlank(i - 1)) && !m_lines[i].isCode() && isTerm(m_lines[i].text);
    }

    bool isMark(std::size_t i) const
    {
        return i < m_lines.size() && !m_lines[i].isFenced && markLength(m_lines[i].text) > 0;
    }

    /// The first definition of the term at \a i; \a i when there is none.
    std::size_t definitionOf(std::size_t i) const
    {
        if (m_lines[i].isCode() || !isTerm(m_lines[i].text)) {
            return i;
        }
        const std::size_t next = isBlank(i + 1) ? i + 2 : i + 1;
        return isMark(next) ? next : i;
    }

    /// Makes m_list of the terms from \a i on and gives where they end; \a i when there are none.
    std::size_t listEnd(std::size_t i)
    {
        m_list.clear();
        m_isLoose = false;
        std::size_t end = i;
        for (std::size_t at = definitionOf(i); at != i; at = definitionOf(i)) {
            m_isLoose = m_isLoose || at == i + 2;
            appendElement("dt", m_lines[i].text);
            while (isMark(at)) {
                at = addDefinition(at);
                end = at;
                at = isBlank(at) ? at + 1 : at;
            }
            i = at;
            if (i >= m_lines.size()) {
                break;
            }
        }
        return end;
    }

    /// Takes the definition at \a i and gives where it ends.
    std::size_t addDefinition(std::size_t i)
    {
        const std::size_t mark = markLength(m_lines[i].text);
        const std::size_t indent = std::clamp<std::size_t>(mark, 2, 4);
        std::string text(m_lines[i].text.substr(mark));
        std::size_t end = ++i;
        for (; i < m_lines.size(); ++i) {
            if (isBlank(i)) {
                text += '\n';
                continue;
            }
            const bool isAfterBlank = isBlank(i - 1);
            const bool isInFence = m_lines[i].isFenced && m_lines[i - 1].isFenced;
            if (!isInFence && (isMark(i) || (isAfterBlank && indentOf(m_lines[i].text) < indent))) {
                break;
            }
            m_isLoose = m_isLoose || isAfterBlank;
            text += withoutColumns(m_lines[i].text, indent);
            end = i + 1;
        }
        appendElement("dd", text);
        return end;
    }

    void appendElement(std::string_view name, std::string_view content)
    {
        m_list.append("<").append(name).append(">\n\n");
        const bool hasLists = m_depth < kMaxDepth && name == "dd";
        const std::string inner = hasLists ? DefinitionLists(trimmed(content), m_depth + 1).write()
                                           : std::string(trimmed(content));
        m_list.append(inner).append("\n\n</").append(name).append(">\n");
    }

    std::vector<SourceLine> m_lines;
    int m_depth;
    std::string m_list;
    bool m_isLoose = false; ///< blank lines stand in it: a parser would not see one list
    std::string m_result;
};

bool hasMark(std::string_view markdown)
{
    for (std::size_t end = markdown.find('\n'); end != std::string_view::npos;
         end = markdown.find('\n', end + 1)) {
        const std::size_t start = markdown.find_first_not_of(' ', end + 1);
        if (start == std::string_view::npos) {
            return false;
        }
        const char mark = markdown[start];
        const std::string_view line = markdown.substr(end + 1, 4);
        if ((mark == ':' || mark == '~') && start <= end + 3
            && (line.starts_with(": ") || line.starts_with(":\t") || line.starts_with("  : ")
                || line.starts_with("  ~ ") || line.starts_with("~  ")
                || line.starts_with(" ~ "))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string withDefinitionLists(std::string markdown)
{
    return hasMark(markdown) ? DefinitionLists(markdown, 0).write() : std::move(markdown);
}

} // namespace lectern::core
