#include "core/page/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace lectern::core {

namespace {

/// The relative luminance of WCAG 2.1.
double luminanceOf(Rgb color)
{
    const auto part = [color](int shift) {
        const double value = ((color >> shift) & 0xFFU) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

double contrastOf(Rgb a, Rgb b)
{
    const double ratio = (luminanceOf(a) + 0.05) / (luminanceOf(b) + 0.05);
    return std::max(ratio, 1 / ratio);
}

/// What WCAG asks of text (AA).
constexpr double kReadable = 4.5;

} // namespace

TEST(ThemeColors, wordsOfAPage_areReadableOnItsPaperAndPanels)
{
    for (const ThemeRow &row : themes()) {
        const PageColors &page = row.page;
        for (const Rgb color :
             {page.ink, page.soft, page.accent, page.note, page.tip, page.important, page.warning,
              page.caution, page.codeKeyword, page.codeString, page.codeNumber, page.codeTitle}) {
            EXPECT_GE(contrastOf(color, page.paper), kReadable) << row.name << std::hex << color;
            EXPECT_GE(contrastOf(color, page.panel), kReadable) << row.name << std::hex << color;
        }
    }
}

TEST(ThemeColors, markedWords_areReadable)
{
    for (const ThemeRow &row : themes()) {
        EXPECT_GE(contrastOf(row.page.ink, row.page.mark), kReadable) << row.name;
    }
}

TEST(ThemeColors, wordsOfTheWindow_areReadable)
{
    for (const ThemeRow &row : themes()) {
        const WindowColors &window = row.window;

        EXPECT_GE(contrastOf(window.text, window.window), kReadable) << row.name;
        EXPECT_GE(contrastOf(window.text, window.base), kReadable) << row.name;
        EXPECT_GE(contrastOf(window.accentText, window.accent), kReadable) << row.name;
        EXPECT_GE(contrastOf(window.link, window.base), kReadable) << row.name;
    }
}

TEST(ThemeColors, theGround_isWhatThePaperIs)
{
    for (const ThemeRow &row : themes()) {
        const bool isDark = row.ground == ThemeRow::Ground::Dark;

        EXPECT_EQ(luminanceOf(row.page.paper) < luminanceOf(row.page.ink), isDark) << row.name;
        EXPECT_EQ(luminanceOf(row.window.base) < luminanceOf(row.window.text), isDark) << row.name;
    }
}

TEST(ThemeColors, names_areClassesOfTheirOwn)
{
    std::set<std::string_view> names;
    for (const ThemeRow &row : themes()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos);
        EXPECT_EQ(&rowOf(row.theme), &row);
    }
}

TEST(ThemeColors, theStyleSheet_hasEveryVariableInEachRule)
{
    const std::string css = themeStyleSheet();

    for (const char *const name : {"--paper:#", "--mark:#", "--caution:#", "--code-title:#"}) {
        std::size_t count = 0;
        for (std::size_t at = css.find(name); at != std::string::npos;
             at = css.find(name, at + 1)) {
            ++count;
        }
        EXPECT_EQ(count, themes().size()) << name;
    }
    EXPECT_EQ(std::ranges::count(css, '{'), std::ranges::count(css, '}'));
}

} // namespace lectern::core
