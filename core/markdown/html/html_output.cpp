#include "core/markdown/html/html_output.h"

#include "core/base/name_table.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lectern::core {

namespace {

/// Sorted.
constexpr std::array<std::string_view, 65> kElements{
    "a",     "abbr",    "aside", "b",          "bdi",    "bdo",   "blockquote", "br",   "caption",
    "cite",  "code",    "col",   "colgroup",   "dd",     "del",   "details",    "dfn",  "div",
    "dl",    "dt",      "em",    "figcaption", "figure", "h1",    "h2",         "h3",   "h4",
    "h5",    "h6",      "hr",    "i",          "img",    "input", "ins",        "kbd",  "li",
    "mark",  "ol",      "p",     "pre",        "q",      "rp",    "rt",         "ruby", "s",
    "samp",  "section", "small", "span",       "strong", "sub",   "summary",    "sup",  "table",
    "tbody", "td",      "tfoot", "th",         "thead",  "time",  "tr",         "u",    "ul",
    "var",   "wbr",
};
static_assert(std::is_sorted(kElements.begin(), kElements.end()));
constexpr NameTable kElementsByName(kElements);

constexpr std::array<std::string_view, 6> kVoidElements{"br", "col", "hr", "img", "input", "wbr"};

/// The classes that the page's style sheet knows. Sorted.
constexpr std::array<std::string_view, 34> kClasses{
    "bracket",
    "brackets",
    "callout",
    "callout-body",
    "callout-caution",
    "callout-important",
    "callout-note",
    "callout-tip",
    "callout-title",
    "callout-warning",
    "card",
    "footnote-back",
    "footnote-ref",
    "footnotes",
    "formula",
    "formula-display",
    "gap",
    "image",
    "lead",
    "long",
    "marks-A",
    "marks-I",
    "marks-a",
    "marks-i",
    "missing",
    "scroll",
    "task",
    "video",
    "zoom-25",
    "zoom-33",
    "zoom-50",
    "zoom-67",
    "zoom-75",
    "zoom-80",
};
static_assert(std::is_sorted(kClasses.begin(), kClasses.end()));

template <typename Array>
bool holds(const Array &sorted, std::string_view value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

bool isNumberUpTo(std::string_view value, int highest)
{
    const bool isDigits = !value.empty() && value.size() <= 5
        && value.find_first_not_of("0123456789") == std::string_view::npos;
    return isDigits && std::atoi(std::string(value).c_str()) <= highest; // NOLINT(cert-err34-c)
}

bool isInteger(std::string_view value)
{
    return isNumberUpTo(value.substr(value.starts_with('-') ? 1 : 0), 99999)
        || (value.size() <= 9 && !value.empty()
            && value.find_first_not_of("0123456789") == std::string_view::npos);
}

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool areClassesAllowed(std::string_view classes)
{
    while (!classes.empty()) {
        const std::string_view token = classes.substr(0, classes.find(' '));
        if (!token.empty() && !token.starts_with("language-") && !holds(kClasses, token)) {
            return false;
        }
        classes.remove_prefix(std::min(classes.size(), token.size() + 1));
    }
    return true;
}

bool isAllowedEverywhere(std::string_view name, std::string_view value)
{
    if (name == "class") {
        return areClassesAllowed(value);
    }
    if (name == "dir") {
        return isOneOf(value, {"ltr", "rtl", "auto"});
    }
    return name == "id" || name == "title" || name == "lang";
}

bool isAllowedOnImage(std::string_view name, std::string_view value)
{
    if (name == "src") {
        return isSafeImage(value);
    }
    if (name == "width" || name == "height") {
        const bool isPercent = name == "width" && value.ends_with('%');
        return isPercent ? isNumberUpTo(value.substr(0, value.size() - 1), 100)
                         : isNumberUpTo(value, 9999);
    }
    return name == "alt" || name == "loading" || name == "decoding";
}

bool isAllowedOnCell(std::string_view name, std::string_view value)
{
    if (name == "align") {
        return isOneOf(value, {"left", "center", "right"});
    }
    return (name == "colspan" && isNumberUpTo(value, 100))
        || (name == "rowspan" && isNumberUpTo(value, 1000));
}

class Writer final
{
public:
    explicit Writer(std::size_t budget)
        : m_budget(budget)
    {}

    void writeChildren(const HtmlNode &node)
    {
        for (const HtmlNode &child : node.children) {
            if (m_output.html.size() > m_budget) {
                m_output.isCut = true;
                return;
            }
            write(child);
        }
    }

    HtmlOutput take() { return std::move(m_output); }

private:
    void write(const HtmlNode &node)
    {
        if (node.isText()) {
            appendEscaped(m_output.html, node.text);
        } else if (!isAllowedElement(node.name)) {
            writeChildren(node);
        } else {
            writeElement(node);
        }
    }

    void writeElement(const HtmlNode &node)
    {
        std::string &html = m_output.html;
        html.append("<").append(node.name);
        for (const auto &[name, value] : node.attributes) {
            if (isAllowedAttribute(node.name, name, value)) {
                html.append(" ").append(name).append("=\"");
                appendEscaped(html, value);
                html += '"';
            }
        }
        html += '>';
        if (!holds(kVoidElements, node.name)) {
            // An HTML parser drops the first newline of a pre.
            if (node.is("pre") && !node.children.empty()
                && node.children[0].text.starts_with('\n')) {
                html += '\n';
            }
            writeChildren(node);
            html.append("</").append(node.name).append(">");
        }
    }

    HtmlOutput m_output;
    std::size_t m_budget;
};

} // namespace

bool isAllowedElement(std::string_view name)
{
    return kElementsByName.find(name) != nullptr;
}

bool isAllowedAttribute(std::string_view element, std::string_view name, std::string_view value)
{
    if (isAllowedEverywhere(name, value)) {
        return true;
    }
    if (element == "a") {
        return name == "href" && isSafeLink(value);
    }
    if (element == "img") {
        return isAllowedOnImage(name, value);
    }
    if (element == "td" || element == "th") {
        return isAllowedOnCell(name, value);
    }
    if (element == "ol" || element == "li") {
        return ((name == "start" || name == "value") && isInteger(value))
            || (name == "type" && isOneOf(value, {"1", "a", "A", "i", "I"}));
    }
    if (element == "input") {
        return isOneOf(name, {"disabled", "checked"}) || (name == "type" && value == "checkbox");
    }
    if (element == "code" || element == "pre") {
        return isOneOf(name, {"data-language", "data-lines", "data-start", "data-file"});
    }
    return (name == "open" && element == "details") || (name == "datetime" && element == "time")
        || (name == "span" && (element == "col" || element == "colgroup")
            && isNumberUpTo(value, 100));
}

HtmlOutput writeHtml(const HtmlNode &root, std::size_t budget)
{
    Writer writer(budget);
    writer.writeChildren(root);
    return writer.take();
}

} // namespace lectern::core
