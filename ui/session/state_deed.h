#pragma once

#include "core/state/reading_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lectern::ui {

/// What was done to articles, so that it can be said and undone.
struct StateDeed
{
    enum class Kind : std::uint8_t {
        Read,
        Unread,
        Starred,
        Unstarred,
        Labels,
        LabelEdited,
        LabelRemoved,
        Placed,
        Discarded,
        Highlighted,
        HighlightChanged,
        HighlightRemoved,
    };

    Kind kind = Kind::Read;
    int articles = 0; ///< or highlights, where these were deleted
    std::string name = {}; ///< UTF-8, of the label, or of the first article

    bool operator==(const StateDeed &) const = default;
};

/// What becomes of the labels of some articles.
struct LabelEdit
{
    std::vector<core::LabelId> added;
    std::vector<core::LabelId> removed;
    std::vector<core::Label> made; ///< new ones, which are given to them

    bool isEmpty() const { return added.empty() && removed.empty() && made.empty(); }
};

/// Why what a reader does is not kept, or what became of it.
enum class StateTrouble : std::uint8_t {
    None,
    Newer, ///< a newer program made the file
    CannotOpen,
    CannotWrite, ///< what is there is shown; nothing new is kept
    Salvaged, ///< the file was damaged, and all of it could be read
    PartlySalvaged,
    Damaged, ///< found while it is open; the next start salvages what can be read
};

/// When an article that was opened counts as read.
struct ReadRule
{
    bool isOn = true; ///< else only when a person says so
    int secondsAtEnd = 3; ///< on screen, when the end was seen
    int seconds = 30; ///< on screen, when the share was seen
    int percent = 70;

    bool operator==(const ReadRule &) const = default;
};

} // namespace lectern::ui
