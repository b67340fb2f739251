#include "ui/session/reading_states.h"
#include "ui/session/state_undo.h"

#include <QDateTime>

#include <utility>

// The labels of ReadingStates.

namespace lectern::ui {

void ReadingStates::setLabels(std::vector<core::Row> rows, LabelEdit edit)
{
    const StateDeed deed{StateDeed::Kind::Labels, static_cast<int>(rows.size()), {}};
    core::StateChange change;
    change.addedLabels = std::move(edit.added);
    change.removedLabels = std::move(edit.removed);
    change.now = QDateTime::currentSecsSinceEpoch();
    run([this, rows = std::move(rows), change, made = std::move(edit.made),
         deed](core::PlacedStates &states) -> core::Status {
        core::StateChange all = change;
        for (const core::Label &label : made) {
            const core::Result<core::LabelId> id = labelCalled(states, label);
            if (!id) {
                return id.error();
            }
            all.addedLabels.push_back(id.value());
        }
        return perform(states, rows, all, deed);
    });
}

void ReadingStates::saveLabel(const core::Label &label)
{
    run([this, label](core::PlacedStates &states) -> core::Status {
        const core::Label former = labelNow(states, label.id);
        const core::Result<core::LabelId> saved = states.saveLabel(label);
        if (!saved && isNameTaken(states, label)) {
            inWindow([this, name = QString::fromStdString(label.name)] { emit nameTaken(name); });
            return core::Ok{};
        }
        if (!saved) {
            return saved.error();
        }
        noteDone(
            {StateDeed::Kind::LabelEdited, 0, label.name},
            [former, label](core::PlacedStates &now) { return takeBackLabel(now, former, label); });
        return core::Ok{};
    });
}

void ReadingStates::removeLabel(core::LabelId id)
{
    run([this, id](core::PlacedStates &states) -> core::Status {
        const core::Result<core::RemovedLabel> removed = states.removeLabel(id);
        if (!removed) {
            return removed.error();
        }
        noteDone({StateDeed::Kind::LabelRemoved, static_cast<int>(removed.value().articles.size()),
                  removed.value().label.name},
                 [removed = removed.value()](core::PlacedStates &now) {
                     return takeBack(now, removed);
                 });
        return core::Ok{};
    });
}

} // namespace lectern::ui
