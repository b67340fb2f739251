#pragma once

class QMenuBar;
class QWidget;

namespace lectern::ui {

class WindowActions;

/// Puts \a actions into the menus of \a bar, as their table says.
void fillMenuBar(QMenuBar *bar, const WindowActions &actions);

/// Shows what this program is. Does not block.
void showAbout(QWidget *window);

} // namespace lectern::ui
