#include "core/base/text.h"
#include "core/markdown/tree/passes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lectern::core {

namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// \a length of a style or of braces as HTML has it: `200px` as 200, `50%`; empty for others.
std::string plainLength(std::string_view length)
{
    length = trimmed(length);
    const bool isPixels = length.ends_with("px");
    const bool isPercent = length.ends_with('%');
    const std::string_view number = length.substr(0,
                                                  length.size()
                                                      - (isPixels        ? 2
                                                             : isPercent ? 1
                                                                         : 0));
    const std::string_view whole = number.substr(0, number.find('.'));
    return isDigits(whole) ? std::string(whole) + (isPercent ? "%" : "") : std::string();
}

/// The value of `key=` or `:key ` in braces such as `{width=50% .right}` and `{:width 120}`.
std::string braceValue(std::string_view braces, const std::string &key)
{
    for (const std::string &mark : {key + "=", ":" + key + " "}) {
        const std::size_t at = braces.find(mark);
        if (at != std::string_view::npos) {
            std::string_view value = braces.substr(at + mark.size());
            value.remove_prefix(value.starts_with('"') ? 1 : 0);
            return std::string(value.substr(0, value.find_first_of("\" ,}")));
        }
    }
    return {};
}

/// The value of \a key in a style such as `width: 200px; zoom:50%`.
std::string styleValue(std::string_view style, std::string_view key)
{
    while (!style.empty()) {
        const std::string_view rule = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), rule.size() + 1));
        const std::size_t colon = rule.find(':');
        if (colon != std::string_view::npos && trimmed(rule.substr(0, colon)) == key) {
            return plainLength(rule.substr(colon + 1));
        }
    }
    return {};
}

void setSize(HtmlNode &image, std::string_view name, std::string value)
{
    if (!value.empty()) {
        image.setAttribute(name, std::move(value));
    }
}

/// The nearest of the parts that the page's style sheet has for `zoom: 33%`.
std::string zoomClass(std::string_view percent)
{
    constexpr std::array<int, 6> parts{25, 33, 50, 67, 75, 80};
    if (!percent.ends_with('%') || percent.size() > 3) {
        return {};
    }
    int wanted = 0;
    for (const char digit : percent.substr(0, percent.size() - 1)) {
        wanted = 10 * wanted + (digit - '0');
    }
    const auto *nearest = std::min_element(parts.begin(), parts.end(), [wanted](int a, int b) {
        return std::abs(a - wanted) < std::abs(b - wanted);
    });
    return wanted > 90 ? std::string() : "zoom-" + std::to_string(*nearest);
}

/// `words|120` and `words|120x40` as Obsidian has them.
void takeSizeOfText(HtmlNode &image)
{
    const std::string alt(image.attribute("alt"));
    const std::size_t bar = alt.rfind('|');
    const std::string_view size = std::string_view(alt).substr(bar + 1);
    const std::size_t cross = std::min(size.find('x'), size.size());
    const std::string_view height = size.substr(std::min(cross + 1, size.size()));
    if (bar == std::string::npos || !isDigits(size.substr(0, cross))
        || (cross < size.size() && !isDigits(height))) {
        return;
    }
    setSize(image, "width", std::string(size.substr(0, cross)));
    setSize(image, "height", std::string(height));
    image.setAttribute("alt", alt.substr(0, bar));
}

} // namespace

void takeImageSize(HtmlNode &image)
{
    takeSizeOfText(image);
    const std::string style(image.attribute("style"));
    for (const std::string_view name : {"width", "height"}) {
        const std::string length = plainLength(image.attribute(name));
        setSize(image, name, length.empty() ? styleValue(style, name) : length);
    }
    if (const std::string zoom = zoomClass(styleValue(style, "zoom")); !zoom.empty()) {
        image.setAttribute("class", zoom);
    }
}

void takeImageBraces(HtmlNode &image, std::string &behind)
{
    const std::size_t end = behind.find('}');
    if (!behind.starts_with('{') || end == std::string::npos
        || behind.find_first_of("=.#:") > end) {
        return;
    }
    const std::string braces = behind.substr(0, end);
    setSize(image, "width", plainLength(braceValue(braces, "width")));
    setSize(image, "height", plainLength(braceValue(braces, "height")));
    behind.erase(0, end + 1);
}

} // namespace lectern::core
