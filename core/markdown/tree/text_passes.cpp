#include "core/markdown/tree/text_passes.h"

#include "core/base/byte_set.h"
#include "core/markdown/emoji_names.h"
#include "core/markdown/source/source_passes.h"

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

/// `~words~` between blanks or punctuation.
Marked deletedAt(std::string_view text, std::size_t at)
{
    const std::size_t close = text.find('~', at + 1);
    const char before = at > 0 ? text[at - 1] : ' ';
    const char next
        = close != std::string_view::npos && close + 1 < text.size() ? text[close + 1] : ' ';
    const bool isFree = close != std::string_view::npos && !isAlphanumeric(before)
        && static_cast<unsigned char>(before) < 0x80 && before != '~' && !isAlphanumeric(next)
        && next != '~' && next != '/';
    const std::string_view content
        = isFree ? text.substr(at + 1, close - at - 1) : std::string_view();
    const bool isWord = isTightContent(content, 100)
        && content.find(kEscapeMark) == std::string_view::npos && content.front() != '/';
    return isWord ? Marked{"del", content, close + 1} : Marked{};
}

Marked markAt(std::string_view text, std::size_t at, SingleTildes tildes)
{
    switch (text[at]) {
    case '=':
        return highlightAt(text, at);
    case '^':
        return scriptAt(text, at, '^', "sup");
    case '~': {
        const Marked script = scriptAt(text, at, '~', "sub");
        return script.content.empty() && tildes == SingleTildes::Deletions ? deletedAt(text, at)
                                                                           : script;
    }
    default:
        return emojiAt(text, at);
    }
}

/// Where `==` in \a text opens a mark that a later text closes, or closes one; npos if nowhere.
std::size_t openHighlight(std::string_view text)
{
    const std::size_t at = text.rfind("==");
    const bool isOpen = at != std::string_view::npos
        && (at == 0
            || (!isAlphanumeric(text[at - 1])
                && std::string_view("=!<>").find(text[at - 1]) == std::string_view::npos))
        && !text.substr(at + 2).starts_with(' ') && !text.ends_with("\n");
    return isOpen ? at : std::string_view::npos;
}

std::size_t closingHighlight(std::string_view text)
{
    const std::size_t at = text.find("==");
    const bool isClosing = at != std::string_view::npos && (at == 0 || text[at - 1] != ' ')
        && !text.substr(at + 2).starts_with('=')
        && !(at + 2 < text.size() && isAlphanumeric(text[at + 2]));
    return isClosing ? at : std::string_view::npos;
}

/// Puts what stands in \a nodes behind the mark in the text \a opened, and \a words, into an
/// element.
void wrapHighlight(std::vector<HtmlNode> &nodes, std::size_t opened, std::string words)
{
    const std::size_t open = openHighlight(nodes[opened].text);
    HtmlNode mark = makeElement("mark", {makeText(nodes[opened].text.substr(open + 2))});
    const auto behind = nodes.begin() + static_cast<std::ptrdiff_t>(opened) + 1;
    std::move(behind, nodes.end(), std::back_inserter(mark.children));
    mark.children.push_back(makeText(std::move(words)));
    nodes.erase(behind, nodes.end());
    nodes[opened].text.erase(open);
    nodes.push_back(std::move(mark));
}

/// `==**x** y==`: marks around elements of the same line. The children are written anew, so that
/// many marks take no more than one.
void markOverElements(HtmlNode &node)
{
    constexpr std::size_t kNone = std::string_view::npos;
    std::vector<HtmlNode> nodes;
    nodes.reserve(node.children.size());
    std::size_t opened = kNone;
    for (HtmlNode &child : node.children) {
        const bool endsLine = child.is("br") || child.text.find('\n') != std::string::npos;
        opened = endsLine ? kNone : opened;
        if (!child.isText() && !isLeftAlone(child)) {
            markOverElements(child);
        }
        const std::size_t close
            = child.isText() && opened != kNone ? closingHighlight(child.text) : kNone;
        if (close != kNone) {
            wrapHighlight(nodes, opened, child.text.substr(0, close));
            child.text.erase(0, close + 2);
            opened = kNone;
        }
        opened = child.isText() && openHighlight(child.text) != kNone ? nodes.size() : opened;
        nodes.push_back(std::move(child));
    }
    node.children = std::move(nodes);
}

std::vector<HtmlNode> expanded(std::string_view text, SingleTildes tildes)
{
    std::vector<HtmlNode> nodes;
    std::size_t start = 0;
    for (std::size_t at = kInlineMarks.findIn(text); at != std::string_view::npos;
         at = kInlineMarks.findIn(text, at + 1)) {
        const Marked marked = markAt(text, at, tildes);
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

std::string without(std::string_view text, std::string_view mark)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, start)) {
        result.append(text.substr(start, at - start));
        start = at + mark.size();
    }
    return result.append(text.substr(start));
}

} // namespace

void flattenStrong(HtmlNode &root)
{
    flattenStrongIn(root, false);
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

void expandInlineMarks(HtmlNode &root, SingleTildes tildes)
{
    bool hasHighlights = false;
    replaceText(root, [tildes, &hasHighlights](std::string_view text) {
        hasHighlights = hasHighlights || text.find("==") != std::string_view::npos;
        return expanded(text, tildes);
    });
    if (hasHighlights) {
        markOverElements(root);
    }
}

void dropEscapeMarks(HtmlNode &node)
{
    node.text = without(node.text, kEscapeMark);
    for (auto &[name, value] : node.attributes) {
        value = without(without(value, kEscapeMark), "%F4%8F%BF%BB");
    }
    for (HtmlNode &child : node.children) {
        dropEscapeMarks(child);
    }
}

} // namespace lectern::core
