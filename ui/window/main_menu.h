#pragma once

class QMenu;
class QMenuBar;
class QWidget;

namespace lectern::ui {

struct WindowActions;

/// Puts \a actions into the menus of \a bar; \a recentFolders becomes a part of the first.
void fillMenuBar(QMenuBar *bar, const WindowActions &actions, QMenu *recentFolders);

/// Shows what this program is. Does not block.
void showAbout(QWidget *window);

} // namespace lectern::ui
