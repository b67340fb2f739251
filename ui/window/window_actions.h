#pragma once

#include "core/search/query.h"
#include "ui/common/theme_choice.h"
#include "ui/reading/reading_actions.h"

#include <QCoreApplication>
#include <QList>

class QAction;
class QActionGroup;
class QWidget;

namespace lectern::ui {

/// Everything that the window can be asked to do, each with text, shortcut and tip. Menus, buttons
/// and keys all go through these. Owned by the window; they do nothing until it connects them.
struct WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::WindowActions)

public:
    explicit WindowActions(QWidget *window);

    /// All of them, for menus and for the window's shortcuts.
    QList<QAction *> all() const;
    ReadingActions ofReading() const;

    QAction *openFolder;
    QAction *refresh;
    QAction *cancel;
    QAction *quit;
    QAction *search;
    QAction *textSearch; ///< checkable
    QAction *clear;
    QAction *saveSearch;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *back;
    QAction *forward;
    QAction *nextArticle;
    QAction *previousArticle;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *fullScreen;
    QAction *sidebar; ///< checkable
    QAction *asWritten; ///< checkable
    QAction *problems;
    QAction *about;
    QActionGroup *themes; ///< data: ThemeChoice as int
    QActionGroup *repairs; ///< data: core::Repair as int; any number of them is checked
    QActionGroup *orders; ///< data: index into kSortOrders
};

/// The orders that the sort control offers.
inline constexpr core::SortOrder kSortOrders[] = {
    {core::SortKey::Date, core::SortDirection::Descending},
    {core::SortKey::Date, core::SortDirection::Ascending},
    {core::SortKey::Title, core::SortDirection::Ascending},
    {core::SortKey::Title, core::SortDirection::Descending},
};

} // namespace lectern::ui
