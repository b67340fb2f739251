#include "ui/session/state_undo.h"

#include <algorithm>
#include <utility>

namespace lectern::ui {

namespace {

core::Error gone()
{
    return {core::ErrorCode::NotFound, "what was changed is no longer there"};
}

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
    if (now.value().empty() && !former.empty()) {
        return gone();
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

bool isNameTaken(const core::PlacedStates &states, const core::Label &label)
{
    const auto labels = states.store().labels();
    return labels && std::ranges::any_of(labels.value(), [&](const core::Label &other) {
               return other.id != label.id && other.name == label.name;
           });
}

core::Result<core::LabelId> labelCalled(core::PlacedStates &states, const core::Label &label)
{
    const auto labels = states.store().labels();
    if (!labels) {
        return labels.error();
    }
    const auto found = std::ranges::find(labels.value(), label.name, &core::Label::name);
    return found == labels.value().end() ? states.saveLabel(label)
                                         : core::Result<core::LabelId>(found->id);
}

core::Status takeBack(core::PlacedStates &states, const core::RemovedLabel &removed)
{
    return isNameTaken(states, removed.label) ? core::Status(gone()) : states.restore(removed);
}

core::Status takeBackLabel(core::PlacedStates &states, const core::Label &former,
                           const core::Label &edited)
{
    core::Label label = labelNow(states, edited.id);
    label.name = label.name == edited.name ? former.name : label.name;
    label.colour = label.colour == edited.colour ? former.colour : label.colour;
    if (label.id == 0 || isNameTaken(states, label)) {
        return gone();
    }
    const core::Result<core::LabelId> saved = states.saveLabel(label);
    return saved ? core::Status(core::Ok{}) : saved.error();
}

} // namespace lectern::ui
