#include "core/base/text.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/next_place.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// An element that converters open and do not close, and what its start tag is in Markdown.
struct OpenTag
{
    std::string_view name;
    std::string_view mark;
};

constexpr std::array kOpenTags{
    OpenTag{"h1", "# "},    OpenTag{"h2", "## "},    OpenTag{"h3", "### "},
    OpenTag{"h4", "#### "}, OpenTag{"h5", "##### "}, OpenTag{"h6", "###### "},
    OpenTag{"p", ""},       OpenTag{"li", "- "},     OpenTag{"ul", ""},
    OpenTag{"ol", ""},
};

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool isList(std::string_view name)
{
    return name == "ul" || name == "ol";
}

/// Whether \a text begins with an item as Markdown has it.
bool startsWithItem(std::string_view text)
{
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(digits);
    const std::string_view mark = text.substr(0, 2);
    return digits == 0 ? mark == "- " || mark == "* " || mark == "+ "
                       : digits < 10 && (mark == ". " || mark == ") ");
}

/// The start tag that \a line begins with; null when it is none of ours.
const OpenTag *startTagOf(std::string_view line)
{
    const std::string_view tag = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    if (!tag.starts_with('<') || line.size() - tag.size() >= 4) {
        return nullptr;
    }
    const std::string_view name = tag.substr(1, tag.find_first_of(" >", 1) - 1);
    const auto *const found = std::ranges::find(kOpenTags, name, &OpenTag::name);
    return found != kOpenTags.end() && tag.find('>') < tag.find('\n') ? found : nullptr;
}

class TagMender final
{
public:
    TagMender(std::string_view source, RepairCounts &counts)
        : m_source(source)
        , m_code(codeRegions(source))
        , m_next(source)
        , m_counts(counts)
    {}

    std::string mend()
    {
        bool isAfterBlank = true;
        for (std::size_t at = 0; at < m_source.size();) {
            const std::size_t end = lineEnd(at);
            const std::string_view line = m_source.substr(at, end - at);
            const OpenTag *const tag = isAfterBlank && !isCode(at) ? startTagOf(line) : nullptr;
            const std::size_t blockEnd = tag == nullptr ? end : blockEndOf(end);
            if (tag != nullptr && isLeftOpen(*tag, at, blockEnd)) {
                write(*tag, textOf(at, blockEnd));
                at = blockEnd;
            } else {
                m_result += line;
                isAfterBlank = isBlankLine(line);
                at = end;
            }
        }
        return std::move(m_result);
    }

private:
    std::size_t lineEnd(std::size_t start) const
    {
        return std::min(m_source.find('\n', start), m_source.size() - 1) + 1;
    }

    bool isCode(std::size_t at)
    {
        while (m_region < m_code.size() && m_code[m_region].end <= at) {
            ++m_region;
        }
        return m_region < m_code.size() && m_code[m_region].start <= at;
    }

    /// Where the text that begins on the line before \a line ends: at a blank line, or where
    /// another such tag begins.
    std::size_t blockEndOf(std::size_t line) const
    {
        while (line < m_source.size()) {
            const std::size_t end = lineEnd(line);
            const std::string_view text = m_source.substr(line, end - line);
            if (isBlankLine(text) || startTagOf(text) != nullptr) {
                break;
            }
            line = end;
        }
        return line;
    }

    std::string_view textOf(std::size_t at, std::size_t end) const
    {
        const std::size_t start = m_source.find('>', at) + 1;
        return trimmed(m_source.substr(start, end - start));
    }

    bool isLeftOpen(const OpenTag &tag, std::size_t at, std::size_t end)
    {
        const std::size_t start = m_source.find('>', at) + 1;
        const std::string_view text = m_source.substr(start, end - start);
        if (isBlankLine(text.substr(0, text.find('\n'))) || m_source[start - 2] == '/') {
            return false;
        }
        if (isList(tag.name)) {
            return startsWithItem(trimmed(text)) && text.find("<li") == std::string_view::npos;
        }
        return !isClosedLater(tag, start);
    }

    /// Whether the element's end tag comes before another of its kind begins; for an item, whether
    /// any list is closed.
    bool isClosedLater(const OpenTag &tag, std::size_t from)
    {
        const std::string name(tag.name);
        if (name == "li") {
            return isAnyAfter({"</li", "</ul", "</ol"}, from);
        }
        const std::size_t opened
            = std::min(m_next.of("<" + name + ">", from), m_next.of("<" + name + " ", from));
        const std::size_t closed = m_next.of("</" + name, from);
        return closed != std::string_view::npos && closed < opened;
    }

    bool isAnyAfter(std::initializer_list<std::string_view> ends, std::size_t from)
    {
        return std::ranges::any_of(ends, [this, from](std::string_view end) {
            return m_next.of(end, from) != std::string_view::npos;
        });
    }

    void write(const OpenTag &tag, std::string_view text)
    {
        m_result += m_result.empty() || m_result.ends_with("\n\n") ? "" : "\n";
        m_result += tag.mark;
        const std::size_t start = m_result.size();
        m_result.append(text).append("\n");
        if (tag.mark.starts_with('#')) {
            std::replace(m_result.begin() + static_cast<std::ptrdiff_t>(start), m_result.end() - 1,
                         '\n', ' ');
        }
        ++m_counts[Repair::OpenTags];
    }

    std::string_view m_source;
    std::vector<TextRange> m_code;
    std::size_t m_region = 0;
    NextPlace m_next;
    RepairCounts &m_counts;
    std::string m_result;
};

} // namespace

std::string withoutOpenTags(std::string markdown, RepairCounts &counts)
{
    if (markdown.find("<h") == std::string::npos && markdown.find("<p") == std::string::npos
        && markdown.find("<l") == std::string::npos && markdown.find("<u") == std::string::npos
        && markdown.find("<o") == std::string::npos) {
        return markdown;
    }
    return TagMender(markdown, counts).mend();
}

} // namespace lectern::core
