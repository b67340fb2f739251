#include "ui/session/state_undo.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

namespace {

/// \a now with what a deed of \a kind had changed as it was in \a former.
core::ReadingState takenBack(core::ReadingState now, const core::ReadingState &former,
                             StateDeed::Kind kind)
{
    using Kind = StateDeed::Kind;
    switch (kind) {
    case Kind::Read:
    case Kind::Unread:
        now.status = former.status;
        now.readAt = former.readAt;
        now.readVersion = former.readVersion;
        now.readHash = former.readHash;
        break;
    case Kind::Starred:
    case Kind::Unstarred:
        now.starredAt = former.starredAt;
        break;
    case Kind::Labels:
        now.labels = former.labels;
        break;
    case Kind::LabelEdited:
    case Kind::LabelRemoved:
    case Kind::Placed:
    case Kind::Discarded:
    case Kind::Highlighted:
    case Kind::HighlightChanged:
    case Kind::HighlightRemoved:
        break; // change no state
    }
    return now;
}

} // namespace

core::Status takeBack(core::PlacedStates &states, StateDeed::Kind kind,
                      const std::vector<core::ReadingState> &former)
{
    std::vector<core::StateId> ids;
    for (const core::ReadingState &state : former) {
        ids.push_back(state.id);
    }
    core::Result<std::vector<core::ReadingState>> now = states.store().states(ids);
    if (!now) {
        return now.error();
    }
    auto was = former.begin();
    for (core::ReadingState &state : now.value()) { // in their order, but for those that are gone
        was = std::find_if(was, former.end(),
                           [&](const core::ReadingState &one) { return one.id == state.id; });
        state = takenBack(std::move(state), *was, kind);
    }
    return states.restore(now.value());
}

core::Label labelNow(const core::PlacedStates &states, core::LabelId id)
{
    const std::vector<core::Label> &labels = states.snapshot()->labels;
    const auto found = std::ranges::find(labels, id, &core::Label::id);
    return found == labels.end() ? core::Label() : *found;
}

core::Status takeBackLabel(core::PlacedStates &states, const core::Label &former,
                           const core::Label &edited)
{
    core::Label label = labelNow(states, edited.id);
    if (label.id == 0) {
        return core::Ok{}; // it is gone
    }
    label.name = label.name == edited.name ? former.name : label.name;
    label.colour = label.colour == edited.colour ? former.colour : label.colour;
    const core::Result<core::LabelId> saved = states.saveLabel(label);
    return saved ? core::Status(core::Ok{}) : saved.error();
}

} // namespace lectern::ui
