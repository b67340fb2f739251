#pragma once

#include "core/page/page_style.h"
#include "ui/common/theme_choice.h"

class QPalette;

namespace lectern::ui {

/// What a person chose of how articles look.
struct StyleChoice
{
    ThemeChoice theme = ThemeChoice::System;
    double zoom = 1;
};

/// The style that the pages of a window get, made here and nowhere else: of what was chosen, kept
/// within reason, and of the palette that the \a desktop gives to programs.
core::PageStyle pageStyleOf(const StyleChoice &choice, const QPalette &desktop);

} // namespace lectern::ui
