#include "ui/common/style_choice.h"

#include "ui/common/appearance.h"

#include <algorithm>

namespace lectern::ui {

namespace {

constexpr double kMinZoom = 0.3;
constexpr double kMaxZoom = 3;

core::Theme chosenTheme(ThemeChoice choice, const QPalette &desktop)
{
    switch (choice) {
    case ThemeChoice::System:
        return themeOf(desktop);
    case ThemeChoice::Light:
        return core::Theme::Light;
    case ThemeChoice::Sepia:
        return core::Theme::Sepia;
    case ThemeChoice::Dark:
        return core::Theme::Dark;
    }
    return core::Theme::Light;
}

} // namespace

core::PageStyle pageStyleOf(const StyleChoice &choice, const QPalette &desktop)
{
    core::PageStyle style;
    style.theme = chosenTheme(choice.theme, desktop);
    style.zoom = std::clamp(choice.zoom, kMinZoom, kMaxZoom);
    return style;
}

} // namespace lectern::ui
