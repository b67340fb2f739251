#include "core/base/byte_set.h"
#include "core/base/text.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxLinkBytes = 1000;
constexpr ByteSet kMarks("<![`*"); // that tags and marks begin with

/// Elements that begin a block of HTML, in which no parser looks for Markdown.
constexpr std::array<std::string_view, 36> kBlocks{
    "address", "article", "aside",    "blockquote", "center", "dd",     "details", "dialog", "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",    "h1",     "h2",
    "h3",      "h4",      "h5",       "h6",         "header", "li",     "main",    "nav",    "ol",
    "p",       "section", "summary",  "table",      "tbody",  "td",     "th",      "tr",     "ul",
};

bool isAlphanumeric(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::string tagName(std::string_view text)
{
    std::string name; // short enough for no memory of its own
    text.remove_prefix(text.starts_with("</") ? 2 : 1);
    for (const char byte : text.substr(0, 12)) {
        if (!isAlphanumeric(byte)) {
            break;
        }
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    }
    return name;
}

bool startsBlock(std::string_view line)
{
    const std::string_view words = trimmed(line);
    return words.starts_with('<')
        && std::find(kBlocks.begin(), kBlocks.end(), tagName(words)) != kBlocks.end();
}

/// Whether \a line is one tag and nothing else, which begins a block below a blank line
/// (CommonMark 4.6, the seventh kind).
bool isLoneTag(std::string_view line)
{
    const std::string_view words = trimmed(line);
    return words.size() > 2 && words.starts_with('<')
        && (isAlphanumeric(words[1]) || words[1] == '/') && words.find('>') == words.size() - 1
        && words.find(':') == std::string_view::npos && words.find('@') == std::string_view::npos;
}

bool isVerbatim(std::string_view name)
{
    return name == "pre" || name == "code" || name == "script" || name == "style" || name == "kbd";
}

/// Whether a line of \a source begins with `<`.
bool mayHaveBlocks(std::string_view source)
{
    for (std::size_t at = source.find('<'); at != std::string_view::npos;
         at = source.find('<', at + 1)) {
        const std::size_t before = source.substr(0, at).find_last_not_of(" \t");
        if (before == std::string_view::npos || source[before] == '\n') {
            return true;
        }
    }
    return false;
}

/// `[words](address)` at the start of a text.
struct WrittenLink
{
    std::string_view words;
    std::string_view address;
    std::size_t length = 0; ///< 0: there is none
};

/// The address in \a brackets, which may have `<` and `>` around it or a title behind it.
std::string_view addressOf(std::string_view brackets)
{
    if (brackets.starts_with('<') && brackets.ends_with('>')) {
        return brackets.substr(1, brackets.size() - 2);
    }
    const std::size_t blank = std::min(brackets.find(' '), brackets.size());
    const std::string_view title = trimmed(brackets.substr(blank));
    const bool hasTitle = title.starts_with('"') || title.starts_with('\'');
    return title.empty() || hasTitle ? brackets.substr(0, blank) : std::string_view();
}

WrittenLink linkAt(std::string_view text)
{
    text = text.substr(0, kMaxLinkBytes);
    text = text.substr(0, text.find('\n'));
    const std::size_t middle = text.find("](");
    const std::string_view words
        = text.substr(1, middle == std::string_view::npos ? 0 : middle - 1);
    if (middle == std::string_view::npos || words.find_first_of("[]") != std::string_view::npos) {
        return {};
    }
    int depth = 0;
    for (std::size_t at = middle + 2; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth < 0) {
            const std::string_view address
                = addressOf(trimmed(text.substr(middle + 2, at - middle - 2)));
            return {words, address, address.empty() ? 0 : at + 1};
        }
    }
    return {};
}

/// `*words*` at the start of a text; 0 if there is none.
std::size_t emphasisLength(std::string_view text)
{
    const std::size_t close = text.find_first_of("*\n<", 1);
    const bool isOne = close != std::string_view::npos && text[close] == '*' && close > 1
        && text[1] != ' ' && text[close - 1] != ' ' && !text.substr(close + 1).starts_with('*');
    return isOne ? close + 1 : 0;
}

class HtmlMarks final
{
public:
    HtmlMarks(Repairs repairs, RepairCounts &counts)
        : m_repairs(repairs)
        , m_counts(counts)
    {}

    std::string write(std::string_view markdown)
    {
        bool isBelowBlank = true;
        for (const SourceLine &line : sourceLines(markdown)) {
            const bool isBlank = trimmed(line.text).empty();
            m_isInBlock = !isBlank && !line.isCode()
                && (m_isInBlock || startsBlock(line.text)
                    || (isBelowBlank && isLoneTag(line.text)));
            isBelowBlank = isBlank;
            if (m_isInBlock) {
                addHtml(line.text);
            } else {
                m_result += line.text;
                m_verbatim = 0;
            }
        }
        return std::move(m_result);
    }

private:
    void addHtml(std::string_view line)
    {
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t mark = std::min(
                m_verbatim > 0 ? line.find('<', at) : kMarks.findIn(line, at), line.size());
            m_result.append(line.substr(at, mark - at));
            at = mark;
            if (at == line.size()) {
                break;
            }
            const std::string_view rest = line.substr(at);
            const std::size_t length = rest[0] == '<' ? addTag(rest)
                : m_verbatim > 0                      ? 0
                                                      : addMark(line, at);
            if (length == 0) {
                m_result += rest[0];
            }
            at += std::max<std::size_t>(length, 1);
        }
    }

    std::size_t addTag(std::string_view text)
    {
        const std::size_t end = text.find('>');
        if (end == std::string_view::npos) {
            return 0;
        }
        if (text[end - 1] != '/' && isVerbatim(tagName(text.substr(0, end)))) {
            m_verbatim = std::max(0, m_verbatim + (text.starts_with("</") ? -1 : 1));
        }
        m_result += text.substr(0, end + 1);
        return end + 1;
    }

    std::size_t addMark(std::string_view line, std::size_t at)
    {
        const std::string_view rest = line.substr(at);
        const char before = at > 0 ? line[at - 1] : ' ';
        if (before == '\\') {
            return 0;
        }
        if (rest.starts_with("![") && m_repairs.has(Repair::Images)) {
            const WrittenLink image = linkAt(rest.substr(1));
            if (image.length > 0) {
                add(Repair::Images,
                    {"<img src=\"", escaped(image.address), "\" alt=\"", escaped(image.words),
                     "\">"});
                return image.length + 1;
            }
        } else if (rest[0] == '[' && before != '!' && m_repairs.has(Repair::Links)) {
            return addLink(linkAt(rest));
        } else if (rest[0] == '`' && m_repairs.has(Repair::Emphasis)) {
            return addCode(rest);
        } else if (rest[0] == '*' && before != '*' && !isAlphanumeric(before)
                   && m_repairs.has(Repair::Emphasis)) {
            return addEmphasis(rest);
        }
        return 0;
    }

    std::size_t addLink(const WrittenLink &link)
    {
        if (link.length == 0 || trimmed(link.words).empty()) {
            return 0;
        }
        add(Repair::Links,
            {"<a href=\"", escaped(link.address), "\">", std::string(link.words), "</a>"});
        return link.length;
    }

    std::size_t addCode(std::string_view text)
    {
        const std::size_t close = text.find_first_of("`\n", 1);
        if (close == std::string_view::npos || text[close] != '`' || close == 1) {
            return 0;
        }
        add(Repair::Emphasis, {"<code>", escaped(text.substr(1, close - 1)), "</code>"});
        return close + 1;
    }

    /// `**[words](address)**`; other strong text is made of the tree, where no link tears it.
    std::size_t addStrongLink(std::string_view text)
    {
        const std::size_t open = std::min(text.find_first_not_of("*!"), text.size());
        const WrittenLink link
            = text.substr(open).starts_with('[') ? linkAt(text.substr(open)) : WrittenLink{};
        const std::size_t end = open + link.length;
        if (link.length == 0 || !text.substr(end).starts_with("**")) {
            return 0;
        }
        m_result += "<strong>";
        addHtml(text.substr(2, end - 2));
        m_result += "</strong>";
        return end + 2;
    }

    std::size_t addEmphasis(std::string_view text)
    {
        if (text.starts_with("**[") || text.starts_with("**![")) {
            return addStrongLink(text);
        }
        const std::size_t length = emphasisLength(text);
        if (length > 0) {
            add(Repair::Emphasis, {"<em>", std::string(text.substr(1, length - 2)), "</em>"});
        }
        return length;
    }

    void add(Repair kind, std::initializer_list<std::string> pieces)
    {
        for (const std::string &piece : pieces) {
            m_result += piece;
        }
        ++m_counts[kind];
    }

    Repairs m_repairs;
    RepairCounts &m_counts;
    std::string m_result;
    bool m_isInBlock = false;
    int m_verbatim = 0; ///< how many elements are open whose text is shown as it is
};

} // namespace

std::string withHtmlMarks(std::string source, Repairs repairs, RepairCounts &counts)
{
    return mayHaveBlocks(source) ? HtmlMarks(repairs, counts).write(source) : std::move(source);
}

} // namespace lectern::core
