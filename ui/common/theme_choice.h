#pragma once

namespace lectern::ui {

/// What a person chose: a theme, or whatever the desktop has.
enum class ThemeChoice { System, Light, Sepia, Dark };

} // namespace lectern::ui
