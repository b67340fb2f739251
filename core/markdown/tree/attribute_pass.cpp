#include "core/base/text.h"
#include "core/markdown/tree/passes.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

/// Whether all words of \a text are `.class`, `#id` or `key=value`.
bool isAttributes(std::string_view text)
{
    text = trimmed(text);
    bool isFound = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n=\"{}"), text.size());
        const bool isPair = end > 0 && end < text.size() && text[end] == '=';
        if (!isPair && (end < 2 || (text[0] != '.' && text[0] != '#'))) {
            return false;
        }
        text.remove_prefix(isPair ? end + 1 : end);
        if (isPair) {
            const bool isQuoted = text.starts_with('"');
            const std::size_t close
                = isQuoted ? text.find('"', 1) : std::min(text.find_first_of(" \n"), text.size());
            if (close == std::string_view::npos) {
                return false;
            }
            text.remove_prefix(close + (isQuoted ? 1 : 0));
        }
        text = trimmed(text);
        isFound = true;
    }
    return isFound;
}

/// Whether \a braces are `{.class}` or kramdown's `{: .class}`, `{:toc}`.
bool isAttributeList(std::string_view braces)
{
    const std::string_view inner = braces.substr(1, braces.size() - 2);
    if (!inner.starts_with(':')) {
        return isAttributes(inner);
    }
    const std::string_view rest = trimmed(inner.substr(1));
    const bool isName = !rest.empty()
        && rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz-_ ") == std::string_view::npos;
    return isName || isAttributes(rest);
}

/// The length of the list that \a text begins with; 0 if there is none.
std::size_t listLength(std::string_view text)
{
    const std::size_t end = text.starts_with('{') ? text.find('}') : std::string_view::npos;
    return end != std::string_view::npos && isAttributeList(text.substr(0, end + 1)) ? end + 1 : 0;
}

bool isInline(const HtmlNode &node)
{
    return node.is("a") || node.is("strong") || node.is("em") || node.is("code") || node.is("del");
}

/// Where the list that \a text ends with begins: on a line of its own, or kramdown's; or npos.
std::size_t closingList(std::string_view text)
{
    const std::size_t end = text.find_last_not_of(" \n");
    const std::size_t open = text.rfind('{');
    if (open == std::string_view::npos || end == std::string_view::npos || text[end] != '}'
        || listLength(text.substr(open)) != end - open + 1) {
        return std::string_view::npos;
    }
    const bool isOwnLine = open == 0 || text[open - 1] == '\n';
    const bool isMarked = text.substr(open).starts_with("{:")
        || (!isOwnLine && text[open - 1] == ' ' && text.substr(open).starts_with("{ ."));
    return isOwnLine || isMarked ? open : std::string_view::npos;
}

bool holdsText(const HtmlNode &node)
{
    return node.is("p") || node.is("li") || node.is("td") || node.is("th") || node.is("dd")
        || (node.name.size() == 2 && node.name[0] == 'h' && node.name[1] >= '1'
            && node.name[1] <= '6');
}

/// Marks \a node as nothing to see when there was nothing but lists in it.
void takeClosingLists(HtmlNode &node)
{
    while (!node.children.empty() && node.children.back().isText()) {
        std::string &text = node.children.back().text;
        const std::size_t open = closingList(text);
        const std::size_t count = node.children.size();
        const bool isOfImage = open == 0 && count > 1 && node.children[count - 2].is("img");
        if (open == std::string_view::npos || isOfImage) {
            return;
        }
        const bool isContents = text.substr(open).starts_with("{:toc}")
            || text.substr(open).starts_with("{: toc")
            || text.substr(open).starts_with("{:.no_toc");
        text.erase(text.find_last_not_of(" \n", open == 0 ? std::string::npos : open - 1) + 1);
        if (open == 0) {
            node.children.pop_back();
        }
        if (node.children.empty() || (isContents && node.is("li"))) {
            node.name = "dropped";
            return;
        }
    }
}

void takeIn(HtmlNode &node)
{
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        HtmlNode &child = node.children[i];
        if (!child.isText()) {
            if (!child.is("pre") && !child.is("code")) {
                takeIn(child);
            }
        } else if (i > 0 && isInline(node.children[i - 1]) && child.text.starts_with('{')) {
            child.text.erase(0, listLength(child.text));
        }
    }
    if (holdsText(node)) {
        takeClosingLists(node);
    }
    const auto isDropped = [](const HtmlNode &child) { return child.is("dropped"); };
    if (std::erase_if(node.children, isDropped) > 0 && (node.is("ul") || node.is("ol"))
        && std::all_of(node.children.begin(), node.children.end(), isBlank)) {
        node.name = "dropped";
    }
}

} // namespace

void takeAttributeLists(HtmlNode &root, std::string_view markdown)
{
    constexpr std::array<std::string_view, 6> marks{"{:", "{.", "{ .", "){", "`{", "{#"};
    if (std::any_of(marks.begin(), marks.end(), [markdown](std::string_view mark) {
            return markdown.find(mark) != std::string_view::npos;
        })) {
        takeIn(root);
    }
}

} // namespace lectern::core
