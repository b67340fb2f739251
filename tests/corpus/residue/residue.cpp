#include "tests/corpus/residue/residue.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace lectern::tests {

namespace {

constexpr std::array<std::string_view, 9> kMarks{
    "**", "](", "![", "{{", "{%", "[[", ":::", "|---|", "{: ",
};

bool isCode(const core::HtmlNode &node)
{
    return node.is("code") || node.is("pre") || node.is("kbd") || node.is("samp")
        || node.attribute("class").starts_with("formula");
}

bool isBlock(const core::HtmlNode &node)
{
    constexpr std::array<std::string_view, 18> blocks{
        "p",  "li", "div", "aside", "td", "th",      "h1",      "h2",         "h3",
        "h4", "h5", "h6",  "dt",    "dd", "summary", "details", "blockquote", "br",
    };
    return std::find(blocks.begin(), blocks.end(), node.name) != blocks.end();
}

/// The words of \a node; a code is a single replacement character, so that nothing around it joins.
void appendProse(const core::HtmlNode &node, std::string &text)
{
    text += node.text;
    for (const core::HtmlNode &child : node.children) {
        text += isBlock(child) ? "\n" : "";
        if (isCode(child)) {
            text += "\xEF\xBF\xBD";
        } else {
            appendProse(child, text);
        }
        text += isBlock(child) ? "\n" : "";
    }
}

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-' || byte == '_';
}

/// `key::` and a blank or nothing behind it.
bool isProperty(std::string_view line)
{
    const std::size_t end = static_cast<std::size_t>(
        std::find_if_not(line.begin(), line.end(), isWordByte) - line.begin());
    const std::string_view rest = line.substr(end);
    return end > 0 && rest.starts_with("::") && (rest.size() == 2 || rest[2] == ' ');
}

/// ` ^id` at the end of \a line, but no key, index of shares or note: `^C`, `^DJI`.
bool endsInBlockId(std::string_view line)
{
    const std::size_t mark = line.rfind('^');
    return mark != std::string_view::npos && mark + 1 < line.size()
        && (mark == 0 || line[mark - 1] == ' ')
        && std::isupper(static_cast<unsigned char>(line[mark + 1])) == 0
        && std::all_of(line.begin() + static_cast<std::ptrdiff_t>(mark) + 1, line.end(),
                       isWordByte);
}

/// `==text==`, but no comparison: blanks inside its marks.
bool hasHighlight(std::string_view line)
{
    const std::size_t open = line.find("==");
    const std::size_t close = open == std::string_view::npos ? open : line.find("==", open + 2);
    return close != std::string_view::npos && close > open + 2 && line[open + 2] != ' '
        && !line.substr(open + 2).starts_with("\u00A0") && line[open + 2] != '='
        && line[close - 1] != ' ';
}

std::string_view markOfLine(std::string_view line)
{
    if (line.starts_with("!!! ") || line.starts_with("??? ") || line.starts_with("???+ ")) {
        return "!!!";
    }
    return isProperty(line)   ? "key::"
        : endsInBlockId(line) ? "^id"
        : hasHighlight(line)  ? "=="
                              : "";
}

/// Whether the \a mark at \a at is of a program or a formula: `/** x */`, `2 ** 3`, the number
/// `(**)` of a formula, a grade of three stars, `<![CDATA[`, brackets of lists that no others
/// close.
bool isOfCode(std::string_view line, std::string_view mark, std::size_t at)
{
    const char before = at > 0 ? line[at - 1] : ' ';
    if (mark == "[[") {
        const std::size_t close = line.find_first_of("[]", at + 2);
        return close == std::string_view::npos || !line.substr(close).starts_with("]]")
            || close == at + 2;
    }
    if (mark == "![") {
        return before == '<';
    }
    const std::size_t end = std::min(line.find_first_not_of('*', at), line.size());
    const char behind = end < line.size() ? line[end] : ' ';
    const bool isWhole = at == 0 && end == line.size();
    const bool isOperator = before == ' ' && behind == ' ' && (!isWhole || end - at > 2);
    return mark == "**" && (before == '/' || isOperator || (before == '(' && behind == ')'));
}

std::size_t markIn(std::string_view line, std::string_view mark)
{
    std::size_t at = line.find(mark);
    while (at != std::string_view::npos && isOfCode(line, mark, at)) {
        const std::size_t end = line.find_first_not_of(mark[0], at);
        at = end == std::string_view::npos ? end : line.find(mark, end);
    }
    return at;
}

Residue residueOfLine(std::string_view line)
{
    for (const std::string_view mark : kMarks) {
        const std::size_t at = markIn(line, mark);
        if (at != std::string_view::npos) {
            return {std::string(mark), std::string(line.substr(at < 40 ? 0 : at - 40, 110))};
        }
    }
    return {std::string(markOfLine(line)), std::string(line.substr(0, 110))};
}

} // namespace

Residue visibleMarkup(const core::HtmlNode &page)
{
    std::string prose;
    appendProse(page, prose);
    for (std::string_view rest = prose; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const Residue residue = residueOfLine(core::trimmed(rest.substr(0, end)));
        if (!residue.mark.empty()) {
            return residue;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

} // namespace lectern::tests
