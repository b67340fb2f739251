#include "core/markdown/tree/text_passes.h"

#include "core/base/byte_set.h"
#include "core/markdown/emoji_names.h"

#include <algorithm>
#include <iterator>

namespace lectern::core {

namespace {

constexpr ByteSet kInlineMarks("=^~:");

bool isLeftAlone(const HtmlNode &node)
{
    return node.is("a") || node.is("code") || node.is("pre") || node.is("kbd") || node.is("samp")
        || node.attribute("class").starts_with("formula");
}

bool isAlphanumeric(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
}

/// A marked piece of a text: what stands between two equal marks.
struct Marked
{
    std::string_view element;
    std::string_view content;
    std::size_t end = 0;
};

bool isTightContent(std::string_view content, std::size_t limit)
{
    return !content.empty() && content.size() <= limit && content.front() != ' '
        && content.back() != ' ' && content.find('\n') == std::string_view::npos;
}

/// `==text==` that is not a comparison.
Marked highlightAt(std::string_view text, std::size_t at)
{
    const bool isGlued = at > 0
        && (isAlphanumeric(text[at - 1]) || text[at - 1] == '=' || text[at - 1] == '!'
            || text[at - 1] == '<');
    const std::size_t close = text.substr(at).starts_with("==") && !isGlued
        ? text.find("==", at + 2)
        : std::string_view::npos;
    if (close == std::string_view::npos) {
        return {};
    }
    const std::string_view content = text.substr(at + 2, close - at - 2);
    const char next = close + 2 < text.size() ? text[close + 2] : ' ';
    const bool isMark = isTightContent(content, 400) && content.front() != '='
        && !isAlphanumeric(next) && next != '=';
    return isMark ? Marked{"mark", content, close + 2} : Marked{};
}

/// `x^2^` and `H~2~O`: a short word right behind another.
Marked scriptAt(std::string_view text, std::size_t at, char mark, std::string_view element)
{
    const std::size_t close = text.find(mark, at + 1);
    if (at == 0 || !isAlphanumeric(text[at - 1]) || close == std::string_view::npos
        || close - at > 9) {
        return {};
    }
    const std::string_view content = text.substr(at + 1, close - at - 1);
    for (const char character : content) {
        if (!isAlphanumeric(character) && character != '+' && character != '-') {
            return {};
        }
    }
    const bool isRange = mark == '~' && text[at - 1] >= '0' && text[at - 1] <= '9';
    return content.empty() || isRange ? Marked{} : Marked{element, content, close + 1};
}

/// `:name:` of a known emoji.
Marked emojiAt(std::string_view text, std::size_t at)
{
    const std::size_t close = text.find(':', at + 1);
    const bool isGlued = at > 0 && isAlphanumeric(text[at - 1]);
    if (isGlued || close == std::string_view::npos || close - at > 32) {
        return {};
    }
    return {"", emojiByName(text.substr(at + 1, close - at - 1)), close + 1};
}

Marked markAt(std::string_view text, std::size_t at)
{
    switch (text[at]) {
    case '=':
        return highlightAt(text, at);
    case '^':
        return scriptAt(text, at, '^', "sup");
    case '~':
        return scriptAt(text, at, '~', "sub");
    default:
        return emojiAt(text, at);
    }
}

std::vector<HtmlNode> expanded(std::string_view text)
{
    std::vector<HtmlNode> nodes;
    std::size_t start = 0;
    for (std::size_t at = kInlineMarks.findIn(text); at != std::string_view::npos;
         at = kInlineMarks.findIn(text, at + 1)) {
        const Marked marked = markAt(text, at);
        if (marked.content.empty()) {
            continue;
        }
        nodes.push_back(makeText(std::string(text.substr(start, at - start))));
        HtmlNode content = makeText(std::string(marked.content));
        if (marked.element.empty()) {
            nodes.push_back(std::move(content));
        } else {
            nodes.push_back(makeElement(marked.element, {std::move(content)}));
        }
        start = marked.end;
        at = marked.end - 1;
    }
    if (!nodes.empty()) {
        nodes.push_back(makeText(std::string(text.substr(start))));
    }
    return nodes;
}

bool isAsciiWord(std::string_view text, std::size_t at)
{
    return at < text.size() && isAlphanumeric(text[at]);
}

/// Where the asterisks that close the \a run of two or three at \a open stand; npos when they mean
/// something else.
std::size_t closingStars(std::string_view text, std::size_t open, std::size_t run)
{
    const std::size_t start = open + run;
    const std::size_t close = text.find(text.substr(open, run), start);
    if (close == std::string_view::npos || text.substr(close + run).starts_with('*')) {
        return std::string_view::npos;
    }
    const std::string_view content = text.substr(start, close - start);
    const bool isPower = open > 0 && isAsciiWord(text, open - 1)
        && content.find_first_of(" :") == std::string_view::npos
        && content.find_first_not_of(".,;!?") != std::string_view::npos;
    const bool isOpening = content.ends_with(' ') && isAsciiWord(text, close + run);
    const bool isWord = content.find_first_not_of(" \t\n") != std::string_view::npos
        && content.find_first_of("*\n") == std::string_view::npos && content.size() < 300;
    return isWord && !isPower && !isOpening ? close : std::string_view::npos;
}

bool isEmptyStrong(std::string_view text, std::size_t at)
{
    const bool isMask = at > 0 && isAsciiWord(text, at - 1) && isAsciiWord(text, at + 4);
    return text.substr(at).starts_with("****") && !text.substr(at + 4).starts_with('*') && !isMask;
}

/// What is left of a text inside emphasis whose parts a converter glued together: `**0****1**` and
/// `*a**b*` end one part and begin the next.
std::string withoutSeams(std::string_view text, std::string_view seam, std::uint32_t &count)
{
    std::string joined;
    std::size_t start = 0;
    for (std::size_t at = text.find(seam); at != std::string_view::npos;
         at = text.find(seam, start)) {
        const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
        joined.append(text.substr(start, at - start));
        joined.append(end - at == seam.size() ? "" : text.substr(at, end - at));
        count += end - at == seam.size() ? 1 : 0;
        start = end;
    }
    return joined.append(text.substr(start));
}

void joinSeams(HtmlNode &node, std::string_view seam, std::uint32_t &count)
{
    for (HtmlNode &child : node.children) {
        if (child.isText()) {
            if (!seam.empty() && child.text.find(seam) != std::string::npos) {
                child.text = withoutSeams(child.text, seam, count);
            }
        } else if (!child.is("code") && !child.is("pre")) {
            joinSeams(child, child.is("strong") ? "****" : child.is("em") ? "**" : seam, count);
        }
    }
}

std::vector<HtmlNode> withoutStars(std::string_view text, std::uint32_t &count)
{
    std::vector<HtmlNode> nodes;
    std::size_t start = 0;
    for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at)) {
        const std::size_t run = std::min(text.find_first_not_of('*', at), text.size()) - at;
        const bool isEmpty = isEmptyStrong(text, at);
        const std::size_t close
            = run == 2 || run == 3 ? closingStars(text, at, run) : std::string_view::npos;
        if (!isEmpty && close == std::string_view::npos) {
            at += run;
            continue;
        }
        ++count;
        nodes.push_back(makeText(std::string(text.substr(start, at - start))));
        if (!isEmpty) {
            const std::string_view content = text.substr(at + run, close - at - run);
            nodes.push_back(makeElement("strong", {makeText(std::string(content))}));
        }
        start = isEmpty ? at + 4 : close + run;
        at = start;
    }
    if (!nodes.empty()) {
        nodes.push_back(makeText(std::string(text.substr(start))));
    }
    return nodes;
}

bool isStrong(const HtmlNode &node)
{
    return node.is("strong") || node.is("b");
}

/// Puts what strong children of \a node hold in their place.
void dropStrongChildren(HtmlNode &node)
{
    std::vector<HtmlNode> children;
    for (HtmlNode &child : node.children) {
        if (isStrong(child) && child.attributes.empty()) {
            std::move(child.children.begin(), child.children.end(), std::back_inserter(children));
        } else {
            children.push_back(std::move(child));
        }
    }
    node.children = std::move(children);
}

void flattenStrongIn(HtmlNode &node, bool isInside)
{
    isInside = isInside || isStrong(node);
    for (HtmlNode &child : node.children) {
        flattenStrongIn(child, isInside);
    }
    if (isInside && std::ranges::any_of(node.children, isStrong)) {
        dropStrongChildren(node);
    }
}

} // namespace

void flattenStrong(HtmlNode &root)
{
    flattenStrongIn(root, false);
}

std::uint32_t repairEmphasis(HtmlNode &root)
{
    std::uint32_t count = 0;
    joinSeams(root, {}, count);
    replaceText(root, [&count](std::string_view text) { return withoutStars(text, count); });
    return count;
}

void replaceText(HtmlNode &root,
                 const std::function<std::vector<HtmlNode>(std::string_view)> &replace)
{
    std::vector<HtmlNode> children;
    bool isChanged = false;
    for (std::size_t i = 0; i < root.children.size(); ++i) {
        HtmlNode &child = root.children[i];
        std::vector<HtmlNode> pieces;
        if (child.isText()) {
            pieces = replace(child.text);
        } else if (!isLeftAlone(child)) {
            replaceText(child, replace);
        }
        if (!pieces.empty() && !isChanged) {
            isChanged = true;
            std::move(root.children.begin(), root.children.begin() + static_cast<std::ptrdiff_t>(i),
                      std::back_inserter(children));
        }
        if (!pieces.empty()) {
            std::move(pieces.begin(), pieces.end(), std::back_inserter(children));
        } else if (isChanged) {
            children.push_back(std::move(child));
        }
    }
    if (isChanged) {
        root.children = std::move(children);
    }
}

void expandInlineMarks(HtmlNode &root)
{
    replaceText(root, expanded);
}

} // namespace lectern::core
