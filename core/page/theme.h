#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

enum class Theme : std::uint8_t { Light, Sepia, Dark };

/// A colour as 0xRRGGBB.
using Rgb = std::uint32_t;

/// What article.css draws with, each as the variable of its name.
struct PageColors
{
    Rgb paper;
    Rgb ink;
    Rgb soft;
    Rgb line;
    Rgb panel;
    Rgb accent;
    Rgb mark;
    Rgb note;
    Rgb tip;
    Rgb important;
    Rgb warning;
    Rgb caution;
    Rgb codeKeyword;
    Rgb codeString;
    Rgb codeNumber;
    Rgb codeTitle;
};

/// What the palette of a window around such pages is made of.
struct WindowColors
{
    Rgb window;
    Rgb base;
    Rgb text;
    Rgb accent;
    Rgb accentText;
    Rgb link;
};

/// All about one theme.
struct ThemeRow
{
    enum class Ground : std::uint8_t { Light, Dark };

    Theme theme;
    std::string_view name; ///< the class of <html>
    Ground ground;
    PageColors page;
    WindowColors window;
};

/// One row a theme, in the order of Theme.
std::span<const ThemeRow> themes();
const ThemeRow &rowOf(Theme theme);

/// A style sheet that gives pages the colours of their class; without one, of the first theme.
std::string themeStyleSheet();

} // namespace lectern::core
