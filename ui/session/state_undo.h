#pragma once

#include "core/state/placed_states.h"
#include "ui/session/state_deed.h"

#include <vector>

namespace lectern::ui {

// How deeds are taken back, on the thread of the states. What else was done since, as the place in
// an article, stays. All fail with NotFound where nothing of it is there any more, as where another
// window joined the states of two articles.

/// What a deed of \a kind changed becomes as it was in \a former.
core::Status takeBack(core::PlacedStates &states, StateDeed::Kind kind,
                      const std::vector<core::ReadingState> &former);

/// The label with the number \a id; an empty one where there is none.
core::Label labelNow(const core::PlacedStates &states, core::LabelId id);

/// Whether a label other than \a label has its name.
bool isNameTaken(const core::PlacedStates &states, const core::Label &label);

/// The label that has the name of \a label; another window may have made it since it was typed
/// here. Made where there is none.
core::Result<core::LabelId> labelCalled(core::PlacedStates &states, const core::Label &label);

/// \a former was made \a edited. Fails with NotFound as well where another has the former name.
core::Status takeBackLabel(core::PlacedStates &states, const core::Label &former,
                           const core::Label &edited);

/// The same of one that was removed.
core::Status takeBack(core::PlacedStates &states, const core::RemovedLabel &removed);

} // namespace lectern::ui
