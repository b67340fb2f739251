#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

/// A piece of a page: an element, or text when \c name is empty.
struct HtmlNode
{
    std::string name; ///< lower case
    std::string text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<HtmlNode> children;

    bool isText() const { return name.empty(); }

    bool is(std::string_view element) const { return name == element; }

    /// Empty when there is none.
    std::string_view attribute(std::string_view key) const;
    bool hasAttribute(std::string_view key) const;
    void setAttribute(std::string_view key, std::string value);
    void removeAttribute(std::string_view key);
    void addClass(std::string_view token);
};

HtmlNode makeText(std::string text);
HtmlNode makeElement(std::string_view name, std::vector<HtmlNode> children = {});

/// The text of \a node and all below it, in order. O(size).
std::string textContent(const HtmlNode &node);

/// Whether \a node is text of nothing but white space.
bool isBlank(const HtmlNode &node);

/// The tree that an HTML5 parser builds from \a html as the content of a body; its root is a
/// nameless div. Comments are left out. Empty when the tree would take more memory than an article
/// may. \a html must be valid UTF-8 and hold no deep nesting (see RawHtmlFilter). Any thread.
std::optional<HtmlNode> parseHtml(std::string_view html);

/// The same tree, made some ten times as fast, of HTML that an HTML5 parser would not have to mend:
/// every element is closed and stands where it may. Empty for all other HTML. Control characters
/// stay as they are. Any thread.
std::optional<HtmlNode> parseTidyHtml(std::string_view html);

/// The text of a character reference such as `&amp;`, or the reference itself when it is unknown.
std::string decodedEntity(std::string_view reference);

} // namespace lectern::core
