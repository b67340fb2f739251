#pragma once

#include "core/state/reading_state.h"

class QWidget;

namespace lectern::ui {

class ReadingStates;

// What the sidebar offers for the label \a id of \a states, which outlives \a window; nothing
// where the label is gone.

/// Has a person give it another name. A name that another label has is not taken.
void askForLabelName(QWidget *window, ReadingStates &states, core::LabelId id);

void setLabelColour(ReadingStates &states, core::LabelId id, std::uint32_t rgb);

/// Says what becomes of the articles that have it, and deletes it if a person still wants that.
void askToDeleteLabel(QWidget *window, ReadingStates &states, core::LabelId id);

} // namespace lectern::ui
