#pragma once

#include "core/page/theme.h"

#include <cstdint>
#include <optional>
#include <string>

namespace lectern::core {

/// How pages look. What is not set is as article.css has it, which may depend on the language of
/// the text. A page carries its style in the class and the style of <html>, so that another one
/// takes effect without loading the page again.
struct PageStyle
{
    enum class Alignment : std::uint8_t { Start, Justified };
    enum class Direction : std::uint8_t { OfPage, LeftToRight, RightToLeft };

    Theme theme = Theme::Light;
    double zoom = 1; ///< of all there is on a page; the engine's, not a part of the page
    std::string latinFont{}; ///< family that letters of the text are first looked for in
    std::string hanFont{}; ///< the same for Chinese, Japanese and Korean
    std::string codeFont{};
    std::optional<double> textSizePx{};
    std::optional<double> lineHeight{}; ///< in text sizes
    std::optional<double> columnEm{}; ///< the width of the text, in text sizes
    double indentEm = 0; ///< of the first line of a paragraph
    Alignment alignment = Alignment::Start;
    Direction direction = Direction::OfPage;

    bool operator==(const PageStyle &) const = default;
};

/// The declarations of \a style for the style attribute of <html>: one variable for each value that
/// is set. Not escaped for HTML. The theme is not among them but a class, see ThemeRow.
std::string styleDeclarations(const PageStyle &style);

} // namespace lectern::core
