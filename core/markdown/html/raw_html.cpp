#include "core/markdown/html/raw_html.h"

#include "core/base/name_table.h"
#include "core/markdown/html/html_escape.h"
#include "core/markdown/source/next_place.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxOpenTags = 100;
// How often the rest of a piece is looked through for the end of a tag that has none.
constexpr std::size_t kMaxWastedScans = 64;

enum class Treatment {
    Pass,
    PassBare, ///< as another element, without attributes
    Drop, ///< the tag goes, what is inside stays
    Hide, ///< what is inside goes as well
    Player,
};

struct TagRule
{
    std::string_view name;
    Treatment treatment;
    std::string_view as;
};

/// Sorted by name.
constexpr std::array kTagRules{
    TagRule{"a", Treatment::Pass, "a"},
    TagRule{"abbr", Treatment::Pass, "abbr"},
    TagRule{"acronym", Treatment::PassBare, "abbr"},
    TagRule{"address", Treatment::PassBare, "div"},
    TagRule{"area", Treatment::Drop, ""},
    TagRule{"article", Treatment::PassBare, "div"},
    TagRule{"aside", Treatment::Pass, "aside"},
    TagRule{"audio", Treatment::Player, ""},
    TagRule{"b", Treatment::Pass, "b"},
    TagRule{"base", Treatment::Drop, ""},
    TagRule{"bdi", Treatment::Pass, "bdi"},
    TagRule{"bdo", Treatment::Pass, "bdo"},
    TagRule{"big", Treatment::Drop, ""},
    TagRule{"blockquote", Treatment::Pass, "blockquote"},
    TagRule{"body", Treatment::Drop, ""},
    TagRule{"br", Treatment::Pass, "br"},
    TagRule{"button", Treatment::Drop, ""},
    TagRule{"canvas", Treatment::Drop, ""},
    TagRule{"caption", Treatment::Pass, "caption"},
    TagRule{"center", Treatment::PassBare, "div"},
    TagRule{"cite", Treatment::Pass, "cite"},
    TagRule{"code", Treatment::Pass, "code"},
    TagRule{"col", Treatment::Pass, "col"},
    TagRule{"colgroup", Treatment::Pass, "colgroup"},
    TagRule{"data", Treatment::Drop, ""},
    TagRule{"datalist", Treatment::Hide, ""},
    TagRule{"dd", Treatment::Pass, "dd"},
    TagRule{"del", Treatment::Pass, "del"},
    TagRule{"details", Treatment::Pass, "details"},
    TagRule{"dfn", Treatment::Pass, "dfn"},
    TagRule{"dialog", Treatment::PassBare, "div"},
    TagRule{"dir", Treatment::PassBare, "ul"},
    TagRule{"div", Treatment::Pass, "div"},
    TagRule{"dl", Treatment::Pass, "dl"},
    TagRule{"dt", Treatment::Pass, "dt"},
    TagRule{"em", Treatment::Pass, "em"},
    TagRule{"embed", Treatment::Player, ""},
    TagRule{"fieldset", Treatment::PassBare, "div"},
    TagRule{"figcaption", Treatment::Pass, "figcaption"},
    TagRule{"figure", Treatment::Pass, "figure"},
    TagRule{"font", Treatment::Drop, ""},
    TagRule{"footer", Treatment::PassBare, "div"},
    TagRule{"form", Treatment::PassBare, "div"},
    TagRule{"frame", Treatment::Player, ""},
    TagRule{"frameset", Treatment::Drop, ""},
    TagRule{"h1", Treatment::Pass, "h1"},
    TagRule{"h2", Treatment::Pass, "h2"},
    TagRule{"h3", Treatment::Pass, "h3"},
    TagRule{"h4", Treatment::Pass, "h4"},
    TagRule{"h5", Treatment::Pass, "h5"},
    TagRule{"h6", Treatment::Pass, "h6"},
    TagRule{"head", Treatment::Drop, ""},
    TagRule{"header", Treatment::PassBare, "div"},
    TagRule{"hgroup", Treatment::PassBare, "div"},
    TagRule{"hr", Treatment::Pass, "hr"},
    TagRule{"html", Treatment::Drop, ""},
    TagRule{"i", Treatment::Pass, "i"},
    TagRule{"iframe", Treatment::Player, ""},
    TagRule{"image", Treatment::Pass, "img"},
    TagRule{"img", Treatment::Pass, "img"},
    TagRule{"input", Treatment::Drop, ""},
    TagRule{"ins", Treatment::Pass, "ins"},
    TagRule{"kbd", Treatment::Pass, "kbd"},
    TagRule{"label", Treatment::Drop, ""},
    TagRule{"legend", Treatment::PassBare, "div"},
    TagRule{"li", Treatment::Pass, "li"},
    TagRule{"link", Treatment::Drop, ""},
    TagRule{"main", Treatment::PassBare, "div"},
    TagRule{"map", Treatment::Drop, ""},
    TagRule{"mark", Treatment::Pass, "mark"},
    TagRule{"marquee", Treatment::Drop, ""},
    TagRule{"math", Treatment::Drop, ""},
    TagRule{"menu", Treatment::PassBare, "ul"},
    TagRule{"meta", Treatment::Drop, ""},
    TagRule{"nav", Treatment::PassBare, "div"},
    TagRule{"nobr", Treatment::Drop, ""},
    TagRule{"noembed", Treatment::Drop, ""},
    TagRule{"noframes", Treatment::Drop, ""},
    TagRule{"noscript", Treatment::Drop, ""},
    TagRule{"object", Treatment::Drop, ""},
    TagRule{"ol", Treatment::Pass, "ol"},
    TagRule{"optgroup", Treatment::Drop, ""},
    TagRule{"option", Treatment::Drop, ""},
    TagRule{"output", Treatment::Drop, ""},
    TagRule{"p", Treatment::Pass, "p"},
    TagRule{"param", Treatment::Drop, ""},
    TagRule{"picture", Treatment::Drop, ""},
    TagRule{"plaintext", Treatment::Drop, ""},
    TagRule{"pre", Treatment::Pass, "pre"},
    TagRule{"progress", Treatment::Drop, ""},
    TagRule{"q", Treatment::Pass, "q"},
    TagRule{"rp", Treatment::Pass, "rp"},
    TagRule{"rt", Treatment::Pass, "rt"},
    TagRule{"ruby", Treatment::Pass, "ruby"},
    TagRule{"s", Treatment::Pass, "s"},
    TagRule{"samp", Treatment::Pass, "samp"},
    TagRule{"script", Treatment::Hide, ""},
    TagRule{"section", Treatment::Pass, "section"},
    TagRule{"select", Treatment::Drop, ""},
    TagRule{"small", Treatment::Pass, "small"},
    TagRule{"source", Treatment::Drop, ""},
    TagRule{"span", Treatment::Pass, "span"},
    TagRule{"strike", Treatment::PassBare, "s"},
    TagRule{"strong", Treatment::Pass, "strong"},
    TagRule{"style", Treatment::Hide, ""},
    TagRule{"sub", Treatment::Pass, "sub"},
    TagRule{"summary", Treatment::Pass, "summary"},
    TagRule{"sup", Treatment::Pass, "sup"},
    TagRule{"svg", Treatment::Hide, ""},
    TagRule{"table", Treatment::Pass, "table"},
    TagRule{"tbody", Treatment::Pass, "tbody"},
    TagRule{"td", Treatment::Pass, "td"},
    TagRule{"template", Treatment::Drop, ""},
    TagRule{"textarea", Treatment::Drop, ""},
    TagRule{"tfoot", Treatment::Pass, "tfoot"},
    TagRule{"th", Treatment::Pass, "th"},
    TagRule{"thead", Treatment::Pass, "thead"},
    TagRule{"time", Treatment::Pass, "time"},
    TagRule{"title", Treatment::Drop, ""},
    TagRule{"tr", Treatment::Pass, "tr"},
    TagRule{"track", Treatment::Drop, ""},
    TagRule{"tt", Treatment::PassBare, "code"},
    TagRule{"u", Treatment::Pass, "u"},
    TagRule{"ul", Treatment::Pass, "ul"},
    TagRule{"var", Treatment::Pass, "var"},
    TagRule{"video", Treatment::Player, ""},
    TagRule{"wbr", Treatment::Pass, "wbr"},
    TagRule{"xmp", Treatment::Drop, ""},
};
static_assert(std::is_sorted(kTagRules.begin(), kTagRules.end(),
                             [](const TagRule &a, const TagRule &b) { return a.name < b.name; }));

/// Elements that take no content, or whose end tag the parser implies so that they never nest by
/// themselves.
constexpr std::array<std::string_view, 18> kNeverNested{
    "br", "hr", "img", "wbr", "col", "p",     "li",    "dd",    "dt",
    "td", "th", "tr",  "rp",  "rt",  "tbody", "tfoot", "thead", "colgroup",
};

constexpr std::string_view nameOf(const TagRule &rule)
{
    return rule.name;
}

constexpr NameTable kRulesByName(kTagRules);

const TagRule *findRule(std::string_view name)
{
    return kRulesByName.find(name);
}

bool isNested(std::string_view name)
{
    return std::find(kNeverNested.begin(), kNeverNested.end(), name) == kNeverNested.end();
}

bool isLetter(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'z';
}

bool isSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r'
        || character == '\f';
}

/// Behind the `>` that ends the tag at \a start, or npos.
std::size_t tagEnd(std::string_view html, std::size_t start)
{
    char quote = 0;
    for (std::size_t i = start + 1; i < html.size(); ++i) {
        const char character = html[i];
        if (quote != 0) {
            quote = character == quote ? '\0' : quote;
        } else if (character == '>') {
            return i + 1;
        } else if ((character == '"' || character == '\'') && html[i - 1] == '=') {
            quote = character;
        }
    }
    return std::string_view::npos;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20)
                                                    : character;
    });
    return result;
}

std::string tagName(std::string_view tag)
{
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    return lowered(tag.substr(0, tag.find_first_of(" \t\n\r\f/>")));
}

/// Behind the comment or declaration at \a start, or npos when it does not end.
std::size_t declarationEnd(std::string_view html, std::size_t start, NextPlace &next)
{
    const bool isComment = html.substr(start).starts_with("<!--");
    const std::string_view closing = isComment ? "-->" : ">";
    const std::size_t stop = next.of(closing, start + 2);
    return stop == std::string_view::npos ? stop : stop + closing.size();
}

} // namespace

void RawHtmlFilter::append(std::string &output, std::string_view html)
{
    NextPlace next(html);
    std::size_t wasted = 0;
    std::size_t start = 0;
    while (start < html.size()) {
        const std::size_t tag = html.find('<', start);
        if (!isHiding()) {
            output += html.substr(start, tag - start);
        }
        if (tag == std::string_view::npos) {
            return;
        }
        start = appendTag(output, html, tag, next, wasted);
    }
}

void RawHtmlFilter::endBlock(std::size_t depth)
{
    m_hidden.clear();
    if (m_open.size() > depth) {
        m_open.resize(depth);
    }
}

std::size_t RawHtmlFilter::appendTag(std::string &output, std::string_view html, std::size_t start,
                                     NextPlace &next, std::size_t &wasted)
{
    const char first = start + 1 < html.size() ? html[start + 1] : '\0';
    const bool isEndTag = first == '/' && start + 2 < html.size() && isLetter(html[start + 2]);
    std::size_t end = std::string_view::npos;
    if (first == '!' || first == '?') {
        end = declarationEnd(html, start, next);
        if (end != std::string_view::npos) {
            return end;
        }
    } else if ((isEndTag || isLetter(first)) && wasted < kMaxWastedScans * html.size()) {
        end = tagEnd(html, start);
        wasted += end == std::string_view::npos ? html.size() - start : 0;
    }
    if (end == std::string_view::npos) {
        output += isHiding() ? "" : "&lt;";
        return start + 1;
    }
    const std::string_view tag = html.substr(start, end - start);
    const std::string name = tagName(tag);
    if (isHiding()) {
        m_hidden = isEndTag && name == m_hidden ? std::string() : m_hidden;
    } else if (isEndTag) {
        appendEndTag(output, name);
    } else {
        appendStartTag(output, name, tag);
    }
    return end;
}

void RawHtmlFilter::appendStartTag(std::string &output, std::string_view name, std::string_view tag)
{
    const TagRule *rule = findRule(name);
    if (rule == nullptr) {
        // `vector<int>` in running text is no element; `<my-widget a="b">` wanted to be one.
        if (tag.size() == name.size() + 2 && name.find('-') == std::string_view::npos) {
            appendEscaped(output, tag);
        }
        return;
    }
    if (rule->treatment == Treatment::Hide) {
        m_hidden = tag.ends_with("/>") ? "" : std::string(name);
    } else if (rule->treatment == Treatment::Player) {
        output += linkCard(rawAttribute(tag, "src"));
        m_hidden = name == "iframe" ? "iframe" : "";
    } else if (rule->treatment != Treatment::Drop && m_open.size() < kMaxOpenTags) {
        if (isNested(rule->as)) {
            m_open.push_back(rule->as);
        }
        output.append("<").append(rule->as);
        output += rule->treatment == Treatment::Pass ? tag.substr(1 + name.size()) : ">";
    }
}

void RawHtmlFilter::appendEndTag(std::string &output, std::string_view name)
{
    const TagRule *rule = findRule(name);
    if (rule == nullptr || rule->as.empty()) {
        return;
    }
    const auto open = std::find(m_open.rbegin(), m_open.rend(), rule->as);
    if (open != m_open.rend()) {
        m_open.erase(std::prev(open.base()), m_open.end());
    }
    output.append("</").append(rule->as).append(">");
}

bool isKnownTag(std::string_view name)
{
    return findRule(name) != nullptr;
}

std::string_view rawAttribute(std::string_view tag, std::string_view name)
{
    const std::string lower = lowered(tag);
    for (std::size_t at = lower.find(name); at != std::string::npos;
         at = lower.find(name, at + 1)) {
        const std::size_t equals = at + name.size();
        if (!isSpace(tag[at - 1]) || equals + 1 >= tag.size() || tag[equals] != '=') {
            continue;
        }
        const char quote = tag[equals + 1];
        if (quote == '"' || quote == '\'') {
            const std::size_t end = tag.find(quote, equals + 2);
            return end == std::string_view::npos ? "" : tag.substr(equals + 2, end - equals - 2);
        }
        return tag.substr(equals + 1, tag.find_first_of(" \t\n>", equals + 1) - equals - 1);
    }
    return {};
}

std::string linkCard(std::string_view url)
{
    if (url.empty() || url.find_first_of("<>\"") != std::string_view::npos) {
        return {};
    }
    const std::string address = (url.starts_with("//") ? "https:" : "") + std::string(url);
    std::string_view label(address); // of a file in the folder its path, else the host
    const std::size_t slashes = address.find("//");
    if (slashes != std::string::npos) {
        label.remove_prefix(slashes + 2);
        label = label.substr(0, label.find('/'));
    }
    label = label.substr(0, label.find_first_of("?#"));
    if (slashes != std::string::npos && label.starts_with("www.")) {
        label.remove_prefix(4);
    }
    return "<a class=\"card\" href=\"" + address + "\">" + std::string(label) + "</a>";
}

} // namespace lectern::core
