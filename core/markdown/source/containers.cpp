#include "core/base/text.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxDepth = 16;

enum class Look { Callout, Folded, Open, Quiet, Tab };

/// The line that opens a container.
struct Opening
{
    Look look = Look::Callout;
    std::string_view kind;
    std::string title;
    std::string_view id{}; ///< that links lead to
};

struct Container
{
    bool isIndented = false; ///< its content is, and its end is where that ends
    std::size_t indent = 0; ///< of the content
    std::string prefix; ///< blanks before its marks in the result
    std::string_view closing; ///< the tag of its element; empty: it has none
};

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-' || byte == '_';
}

std::string_view wordOf(std::string_view text)
{
    return text.substr(0,
                       static_cast<std::size_t>(
                           std::find_if_not(text.begin(), text.end(), isWordByte) - text.begin()));
}

/// A title without marks that would be visible in it.
std::string plainTitle(std::string_view written)
{
    std::string title(trimmed(written));
    for (const std::string_view mark : {"**", "`", "\""}) {
        for (std::size_t at = title.find(mark); at != std::string::npos; at = title.find(mark)) {
            title.erase(at, mark.size());
        }
    }
    return title;
}

bool isKnownKind(std::string_view kind)
{
    constexpr std::array<std::string_view, 23> kinds{
        "note",      "info",     "tip",     "hint",    "important", "warning",
        "warn",      "caution",  "danger",  "error",   "success",   "example",
        "question",  "abstract", "summary", "quote",   "bug",       "failure",
        "attention", "todo",     "seealso", "details", "secondary",
    };
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// `{.tip title="T"}` of pandoc, or what stands behind the name.
Opening attributeOpening(std::string_view braces)
{
    Opening opening;
    const std::size_t dot = braces.find('.');
    opening.kind = dot == std::string_view::npos ? "" : wordOf(braces.substr(dot + 1));
    const std::size_t hash = braces.find('#');
    if (hash != std::string_view::npos && (braces[hash - 1] == '{' || braces[hash - 1] == ' ')) {
        const std::string_view id = braces.substr(hash + 1);
        opening.id = id.substr(0, id.find_first_of(" }\"'<>&"));
    }
    const std::size_t title = braces.find("title=\"");
    if (title != std::string_view::npos) {
        const std::string_view value = braces.substr(title + 7);
        opening.title = plainTitle(value.substr(0, value.find('"')));
    }
    return opening;
}

/// What stands behind the colons of `:::tip T`, `::: tip[T]` or `::: {.tip}`.
std::optional<Opening> colonOpening(std::string_view rest)
{
    Opening opening;
    if (rest.starts_with('{') && rest.ends_with('}')) {
        opening = attributeOpening(rest);
    } else {
        opening.kind = wordOf(rest);
        rest = trimmed(rest.substr(opening.kind.size()));
        const std::size_t braces = std::min(rest.find('{'), rest.size());
        const std::size_t bracket = rest.starts_with('[') ? rest.rfind(']') : std::string::npos;
        opening.title = plainTitle(bracket == std::string::npos ? rest.substr(0, braces)
                                                                : rest.substr(1, bracket - 1));
        while (opening.title.ends_with(':')) {
            opening.title.pop_back();
        }
        if (opening.kind.empty()) {
            return std::nullopt;
        }
    }
    opening.look = opening.kind == "details" ? Look::Folded
        : isKnownKind(opening.kind)          ? Look::Callout
                                             : Look::Quiet;
    return opening;
}

/// `tip "T"` behind `!!! `.
std::optional<Opening> markOpening(std::string_view rest, Look look)
{
    Opening opening{look, wordOf(rest), {}};
    const std::size_t open = rest.find('"');
    const std::size_t close = rest.rfind('"');
    const bool hasTitle = open != std::string_view::npos && close > open;
    const std::string_view words = rest.substr(0, open);
    const bool isText = std::any_of(words.begin(), words.end(), [](char byte) {
        return !isWordByte(byte) && byte != ' ' && byte != '|';
    });
    if (opening.kind.empty() || isText || (hasTitle && close + 1 != rest.size())
        || (!hasTitle && !isKnownKind(opening.kind))) {
        return std::nullopt;
    }
    opening.title = hasTitle ? plainTitle(rest.substr(open, close - open)) : "";
    opening.look = hasTitle && opening.title.empty() && look == Look::Callout ? Look::Quiet : look;
    return opening;
}

/// The container with indented content that \a line opens.
std::optional<Opening> indentedOpening(std::string_view line)
{
    if (line.starts_with("!!! ")) {
        return markOpening(trimmed(line.substr(4)), Look::Callout);
    }
    if (line.starts_with("???+ ")) {
        return markOpening(trimmed(line.substr(5)), Look::Open);
    }
    if (line.starts_with("??? ")) {
        return markOpening(trimmed(line.substr(4)), Look::Folded);
    }
    const std::size_t quote = line.find('"');
    const std::string_view mark = line.substr(0, quote);
    const bool isTab = (mark == "=== " || mark == "===! " || mark == "===+ ")
        && line.size() > quote + 2 && line.ends_with('"');
    return isTab ? std::optional(Opening{Look::Tab, "tab", plainTitle(line.substr(quote))})
                 : std::nullopt;
}

/// \a line without as many as \a columns of its indentation.
std::string_view dedented(std::string_view line, std::size_t columns)
{
    std::size_t passed = 0;
    while (passed < columns && !line.empty() && (line[0] == ' ' || line[0] == '\t')) {
        passed += line[0] == '\t' ? 4 - passed % 4 : 1;
        line.remove_prefix(1);
    }
    return line;
}

class Containers final
{
public:
    std::string write(std::string_view markdown)
    {
        bool wasFenced = false;
        for (const SourceLine &line : sourceLines(markdown)) {
            addLine(line, line.isFenced && wasFenced);
            wasFenced = line.isFenced;
        }
        while (!m_open.empty()) {
            close();
        }
        return std::move(m_result);
    }

private:
    void addLine(const SourceLine &line, bool isInFence)
    {
        const std::string_view words = trimmed(line.text);
        const std::size_t indent = indentOf(line.text);
        while (!words.empty() && !isInFence && !m_open.empty() && m_open.back().isIndented
               && indent < m_open.back().indent) {
            close();
        }
        const std::string_view text = dedented(line.text, 4 * m_indented);
        const bool mayMark = !line.isFenced && (!line.isIndentedCode || m_indented > 0);
        if (!mayMark || !addMark(words, text, indent)) {
            m_result += text;
        }
    }

    /// Whether \a words open or close a container; if so, it is written.
    bool addMark(std::string_view words, std::string_view text, std::size_t indent)
    {
        const std::string prefix(text.substr(0, text.find_first_not_of(" \t")));
        if (words.starts_with(":::")) {
            return addColons(trimmed(words.substr(words.find_first_not_of(':') == std::string::npos
                                                      ? words.size()
                                                      : words.find_first_not_of(':'))),
                             prefix, indent);
        }
        if (words.starts_with("@tab") && !m_open.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            m_result.append("\n").append(prefix).append("**");
            appendLiteral(m_result, plainTitle(words.substr(end)));
            m_result.append("**\n\n");
            return true;
        }
        const std::optional<Opening> opening = indentedOpening(words);
        if (!opening || m_open.size() >= kMaxDepth) {
            return false;
        }
        ++m_indented;
        open(*opening, {true, indent + 4, prefix, closingOf(*opening)});
        return true;
    }

    bool addColons(std::string_view rest, const std::string &prefix, std::size_t indent)
    {
        if (rest.empty()) {
            const bool isClosing = !m_open.empty() && !m_open.back().isIndented;
            if (isClosing) {
                close();
            }
            return isClosing;
        }
        const std::optional<Opening> opening = colonOpening(rest);
        if (!opening || m_open.size() >= kMaxDepth) {
            return false;
        }
        open(*opening, {false, indent, prefix, closingOf(*opening)});
        return true;
    }

    static std::string_view closingOf(const Opening &opening)
    {
        const bool isPlain = opening.look == Look::Tab || opening.look == Look::Quiet;
        return !isPlain ? "</blockquote>" : opening.id.empty() ? "" : "</div>";
    }

    /// The tag that \a closing ends, and a blank line.
    void appendOpeningTag(std::string_view closing, std::string_view id)
    {
        m_result.append("<").append(closing.substr(2, closing.size() - 3));
        if (!id.empty()) {
            m_result.append(" id=\"").append(id).append("\"");
        }
        m_result.append(">\n\n");
    }

    /// A quotation that begins with `[!kind] title` is what callouts are made of.
    void open(const Opening &opening, Container container)
    {
        m_result.append("\n");
        if (!container.closing.empty()) {
            m_result.append(container.prefix);
            appendOpeningTag(container.closing, opening.id);
        }
        if (opening.look == Look::Tab || opening.look == Look::Quiet) {
            if (!opening.title.empty()) {
                m_result.append(container.prefix).append("**");
                appendLiteral(m_result, opening.title);
                m_result.append("**\n");
            }
        } else {
            const std::string_view fold = opening.look == Look::Folded ? "-"
                : opening.look == Look::Open                           ? "+"
                                                                       : "";
            m_result.append(container.prefix)
                .append("[!")
                .append(opening.kind)
                .append("]")
                .append(fold)
                .append(" ");
            appendLiteral(m_result, opening.title);
            m_result.append("\n");
        }
        m_result.append("\n");
        m_open.push_back(std::move(container));
    }

    void close()
    {
        const Container &container = m_open.back();
        m_result.append(m_result.ends_with('\n') ? "\n" : "\n\n");
        if (!container.closing.empty()) {
            m_result.append(container.prefix).append(container.closing).append("\n\n");
        }
        m_indented -= container.isIndented ? 1 : 0;
        m_open.pop_back();
    }

    std::string m_result;
    std::vector<Container> m_open;
    std::size_t m_indented = 0; ///< how many of them have indented content
};

} // namespace

std::string withContainers(std::string markdown)
{
    const auto has
        = [&markdown](std::string_view mark) { return markdown.find(mark) != std::string::npos; };
    return has(":::") || has("!!! ") || has("??? ") || has("???+ ") || has("=== \"")
        ? Containers().write(markdown)
        : std::move(markdown);
}

} // namespace lectern::core
