#include "core/page/page_style.h"

#include <array>
#include <charconv>
#include <string_view>

namespace lectern::core {

namespace {

/// With a point whatever the locale is.
std::string toNumber(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// A CSS string that can end neither itself nor its declaration.
std::string quoted(std::string_view text)
{
    std::string css = "\"";
    for (const char c : text) {
        const bool isPlain = static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
        css += isPlain ? c : ' ';
    }
    return css += '"';
}

void declare(std::string &css, std::string_view name, std::string_view value)
{
    css.append(name).append(":").append(value).append(";");
}

/// With the comma to the families that follow: article.css puts it before its own.
void declareFont(std::string &css, std::string_view name, std::string_view family)
{
    if (!family.empty()) {
        declare(css, name, quoted(family) + ",");
    }
}

void declareNumber(std::string &css, std::string_view name, const std::optional<double> &value,
                   std::string_view unit)
{
    if (value) {
        declare(css, name, toNumber(*value).append(unit));
    }
}

} // namespace

std::string styleDeclarations(const PageStyle &style)
{
    std::string css;
    declareFont(css, "--latin-font", style.latinFont);
    declareFont(css, "--han-font", style.hanFont);
    declareFont(css, "--code-font", style.codeFont);
    declareNumber(css, "--text-size", style.textSizePx, "px");
    declareNumber(css, "--line-height", style.lineHeight, "");
    declareNumber(css, "--column", style.columnEm, "rem");
    if (style.indentEm != 0) {
        declareNumber(css, "--indent", style.indentEm, "em");
    }
    if (style.alignment == PageStyle::Alignment::Justified) {
        declare(css, "--text-align", "justify");
    }
    if (style.direction != PageStyle::Direction::OfPage) {
        declare(css, "--direction",
                style.direction == PageStyle::Direction::RightToLeft ? "rtl" : "ltr");
    }
    return css;
}

} // namespace lectern::core
