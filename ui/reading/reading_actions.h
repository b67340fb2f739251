#pragma once

class QAction;
class QActionGroup;

namespace lectern::ui {

/// The window's actions that the reading pane shows as buttons and menus. Not owned.
struct ReadingActions
{
    QAction *back;
    QAction *forward;
    QAction *previousArticle;
    QAction *nextArticle;
    QAction *find;
    QAction *contents;
    QAction *findPrevious;
    QAction *findNext;
    QAction *asWritten;
    QAction *changes;
    QActionGroup *repairs; ///< data: core::Repair as int
};

} // namespace lectern::ui
