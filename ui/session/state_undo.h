#pragma once

#include "core/state/placed_states.h"
#include "ui/session/state_deed.h"

#include <vector>

namespace lectern::ui {

// How deeds are taken back, on the thread of the states. What else was done since, as the place in
// an article, stays.

/// What a deed of \a kind changed becomes as it was in \a former.
core::Status takeBack(core::PlacedStates &states, StateDeed::Kind kind,
                      const std::vector<core::ReadingState> &former);

/// The label with the number \a id; an empty one where there is none.
core::Label labelNow(const core::PlacedStates &states, core::LabelId id);

/// \a former was made \a edited.
core::Status takeBackLabel(core::PlacedStates &states, const core::Label &former,
                           const core::Label &edited);

} // namespace lectern::ui
