#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace lectern::ui {

/// What a person can ask the window to do. Each has its row in action_table.cpp, and its slot where
/// MainWindow connects them.
enum class Action : std::uint8_t {
    OpenFolder,
    RecentFolders,
    Refresh,
    Cancel,
    CopyPath,
    Quit,
    Search,
    TextSearch,
    Clear,
    SaveSearch,
    Find,
    FindNext,
    FindPrevious,
    Sidebar,
    Contents,
    FullScreen,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Themes,
    Orders,
    Repairs,
    AsWritten,
    Problems,
    Statistics,
    Highlights,
    MarkRead,
    Star,
    Labels,
    Changes,
    MarkAllRead,
    MarkAboveRead,
    MarkBelowRead,
    Highlight,
    Note,
    CopyCitation,
    Undo,
    Back,
    Forward,
    NextArticle,
    PreviousArticle,
    About,
};
inline constexpr std::size_t kActionKinds = static_cast<std::size_t>(Action::About) + 1;

/// The menus of the window, from left to right.
enum class Menu : std::uint8_t { File, Search, View, Article, Go, Help };

/// All about one action.
struct ActionRow
{
    enum class Kind : std::uint8_t { Command, Switch, Submenu };
    enum class Section : std::uint8_t { Same, New };
    enum class Needs : std::uint8_t { Nothing, Library, Article, Moment };

    Action id;
    const char *name; ///< object name, for tests and assistive tools
    const char *text; ///< to be translated, as the tip
    const char *tip;
    const char *icon; ///< of resources/icons; empty: none
    const char *keys; ///< as QKeySequence::listFromString takes them; the first is shown
    Menu menu;
    Section section = Section::Same; ///< New: below a line in its menu
    Kind kind = Kind::Command;
    Needs needs = Needs::Nothing; ///< else it is off; Moment: whoever connects it says when
};

/// Menu by menu, each from top to bottom. Texts and tips are of WindowActions for translators.
std::span<const ActionRow> actionTable();

} // namespace lectern::ui
