#pragma once

#include "core/state/reading_state.h"

#include <QColor>
#include <QIcon>
#include <QString>

#include <array>

namespace lectern::ui {

/// As they are offered.
inline constexpr std::array kHighlightColours{
    core::HighlightColour::Yellow, core::HighlightColour::Green, core::HighlightColour::Blue,
    core::HighlightColour::Red};

QString highlightColourName(core::HighlightColour colour);
/// As it stands beside text; behind text a page has a paler one.
QColor highlightColour(core::HighlightColour colour);
QIcon highlightDot(core::HighlightColour colour);

} // namespace lectern::ui
