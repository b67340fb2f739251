#include "core/page/theme.h"

#include <array>
#include <cstddef>
#include <utility>

namespace lectern::core {

namespace {

constexpr ThemeRow kThemes[] = {
    {.theme = Theme::Light,
     .name = "light",
     .ground = ThemeRow::Ground::Light,
     .page = {.paper = 0xfdfcfa,
              .ink = 0x24211d,
              .soft = 0x665f56,
              .line = 0xe3ded5,
              .panel = 0xf5f2ec,
              .accent = 0x8a3b12,
              .mark = 0xffe9a8,
              .note = 0x2f6690,
              .tip = 0x3b7a3f,
              .important = 0x7a4fa3,
              .warning = 0x8a5a00,
              .caution = 0xb3261e,
              .codeKeyword = 0x8a2f5f,
              .codeString = 0x33691e,
              .codeNumber = 0x0f5c8a,
              .codeTitle = 0x7a4a00},
     .window = {.window = 0xf4f4f2,
                .base = 0xffffff,
                .text = 0x23282b,
                .accent = 0x2f6f76,
                .accentText = 0xffffff,
                .link = 0x1f6670}},
    {.theme = Theme::Sepia,
     .name = "sepia",
     .ground = ThemeRow::Ground::Light,
     .page = {.paper = 0xf5ecd9,
              .ink = 0x3a2e1f,
              .soft = 0x66543d,
              .line = 0xdccdb0,
              .panel = 0xece0c8,
              .accent = 0x85380f,
              .mark = 0xf0d27c,
              .note = 0x2a5a80,
              .tip = 0x356b38,
              .important = 0x6d4594,
              .warning = 0x7a4f00,
              .caution = 0xa1221b,
              .codeKeyword = 0x7f2a57,
              .codeString = 0x2f5f1c,
              .codeNumber = 0x0d527b,
              .codeTitle = 0x6b4100},
     .window = {.window = 0xf1e9d8,
                .base = 0xf9f3e5,
                .text = 0x40362a,
                .accent = 0x8a5a2b,
                .accentText = 0xffffff,
                .link = 0x7a4a1d}},
    {.theme = Theme::Dark,
     .name = "dark",
     .ground = ThemeRow::Ground::Dark,
     .page = {.paper = 0x1b1b1d,
              .ink = 0xd6d2ca,
              .soft = 0xa09a8f,
              .line = 0x3a393c,
              .panel = 0x262629,
              .accent = 0xe6a070,
              .mark = 0x5e4d14,
              .note = 0x7fb3dc,
              .tip = 0x8cc890,
              .important = 0xc3a1e6,
              .warning = 0xe0b050,
              .caution = 0xf2938c,
              .codeKeyword = 0xe39ac0,
              .codeString = 0xa5cf86,
              .codeNumber = 0x86bfe6,
              .codeTitle = 0xe0b877},
     .window = {.window = 0x1f2224,
                .base = 0x26292c,
                .text = 0xdcdfe1,
                .accent = 0x3f7d84,
                .accentText = 0xffffff,
                .link = 0x7fc4cb}},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < std::size(kThemes); ++i) {
        if (kThemes[i].theme != static_cast<Theme>(i)) {
            return false;
        }
    }
    return true;
}

static_assert(isInOrder());

constexpr std::pair<std::string_view, Rgb PageColors::*> kVariables[] = {
    {"--paper", &PageColors::paper},
    {"--ink", &PageColors::ink},
    {"--soft", &PageColors::soft},
    {"--line", &PageColors::line},
    {"--panel", &PageColors::panel},
    {"--accent", &PageColors::accent},
    {"--mark", &PageColors::mark},
    {"--note", &PageColors::note},
    {"--tip", &PageColors::tip},
    {"--important", &PageColors::important},
    {"--warning", &PageColors::warning},
    {"--caution", &PageColors::caution},
    {"--code-keyword", &PageColors::codeKeyword},
    {"--code-string", &PageColors::codeString},
    {"--code-number", &PageColors::codeNumber},
    {"--code-title", &PageColors::codeTitle},
};
static_assert(std::size(kVariables) * sizeof(Rgb) == sizeof(PageColors));

void appendColor(std::string &css, Rgb color)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    css += '#';
    for (int shift = 20; shift >= 0; shift -= 4) {
        css += kDigits[(color >> shift) & 0xf];
    }
}

void appendRule(std::string &css, const ThemeRow &row)
{
    for (const auto &[name, color] : kVariables) {
        css.append(name).append(":");
        appendColor(css, row.page.*color);
        css += ';';
    }
    css += row.ground == ThemeRow::Ground::Dark ? "color-scheme:dark}" : "color-scheme:light}";
}

} // namespace

std::span<const ThemeRow> themes()
{
    return kThemes;
}

const ThemeRow &rowOf(Theme theme)
{
    return kThemes[static_cast<std::size_t>(theme)];
}

std::string themeStyleSheet()
{
    std::string css;
    for (const ThemeRow &row : kThemes) {
        if (&row == kThemes) {
            css += ":root{";
        } else {
            css.append("html.").append(row.name).append("{");
        }
        appendRule(css, row);
    }
    return css;
}

} // namespace lectern::core
