#include "ui/common/appearance.h"
#include "ui/common/style_choice.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using ui::pageStyleOf;
using ui::ThemeChoice;

TEST(StyleChoiceTest, system_followsTheDesktop)
{
    const QPalette dark = ui::paletteFor(core::Theme::Dark);
    const QPalette light = ui::paletteFor(core::Theme::Light);

    EXPECT_EQ(pageStyleOf({ThemeChoice::System}, dark).theme, core::Theme::Dark);
    EXPECT_EQ(pageStyleOf({ThemeChoice::System}, light).theme, core::Theme::Light);
    EXPECT_EQ(pageStyleOf({ThemeChoice::Sepia}, dark).theme, core::Theme::Sepia);
    EXPECT_EQ(pageStyleOf({ThemeChoice::Dark}, light).theme, core::Theme::Dark);
}

TEST(StyleChoiceTest, zoom_isKeptWithinReason)
{
    EXPECT_EQ(pageStyleOf({ThemeChoice::Light, 1e9}, {}).zoom, 3);
    EXPECT_EQ(pageStyleOf({ThemeChoice::Light, -1}, {}).zoom, 0.3);
    EXPECT_EQ(pageStyleOf({ThemeChoice::Light, 1.25}, {}).zoom, 1.25);
}

} // namespace
} // namespace lectern
