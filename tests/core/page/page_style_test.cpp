#include "core/page/page_style.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(PageStyle, declaresNothing_whenNothingIsSet)
{
    PageStyle style;
    style.theme = Theme::Dark;
    style.zoom = 2;

    EXPECT_EQ(styleDeclarations(style), "");
}

TEST(PageStyle, declaresEachValueThatIsSet)
{
    const PageStyle style{.latinFont = "EB Garamond",
                          .hanFont = "霞鹜文楷",
                          .codeFont = "Hack",
                          .textSizePx = 20.5,
                          .lineHeight = 1.9,
                          .columnEm = 33,
                          .indentEm = 2,
                          .alignment = PageStyle::Alignment::Justified,
                          .direction = PageStyle::Direction::RightToLeft};

    EXPECT_EQ(styleDeclarations(style),
              "--latin-font:\"EB Garamond\",;--han-font:\"霞鹜文楷\",;--code-font:\"Hack\",;"
              "--text-size:20.5px;--line-height:1.9;--column:33rem;--indent:2em;"
              "--text-align:justify;--direction:rtl;");
}

TEST(PageStyle, namesOfFonts_cannotLeaveTheirString)
{
    PageStyle style;
    style.latinFont = "a\";}html{display:none}\\\n\"";

    EXPECT_EQ(styleDeclarations(style), "--latin-font:\"a ;}html{display:none}   \",;");
}

TEST(Theme, rows_haveADifferentNameEach)
{
    EXPECT_EQ(rowOf(Theme::Light).name, "light");
    EXPECT_EQ(rowOf(Theme::Sepia).name, "sepia");
    EXPECT_EQ(rowOf(Theme::Dark).name, "dark");
    EXPECT_EQ(themes().size(), 3U);
}

TEST(Theme, styleSheet_hasTheColoursOfEachTheme)
{
    const std::string css = themeStyleSheet();

    EXPECT_EQ(css.find(":root{--paper:#fdfcfa;--ink:#24211d;"), 0U);
    EXPECT_NE(css.find("--code-title:#7a4a00;color-scheme:light}html.sepia{--paper:#f5ecd9;"),
              std::string::npos);
    EXPECT_NE(css.find("html.dark{--paper:#1b1b1d;"), std::string::npos);
    EXPECT_TRUE(css.ends_with("--code-title:#e0b877;color-scheme:dark}"));
}

} // namespace lectern::core
