#pragma once

#include "core/markdown/repairs.h"
#include "core/search/query.h"
#include "ui/common/theme_choice.h"

class QAction;
class QActionGroup;
class QWidget;

namespace lectern::ui {

/// The choices of the window's submenus, each made from a table of its own. Owned by \a window.

/// One is checked; data: ThemeChoice as int.
QActionGroup *makeThemes(QWidget *window);

/// Any number is checked, at first all; data: core::Repair as int.
QActionGroup *makeRepairs(QWidget *window);

/// One is checked.
QActionGroup *makeOrders(QWidget *window);
core::SortOrder orderOf(const QAction *action);

void check(QActionGroup *themes, ThemeChoice choice);
void check(QActionGroup *repairs, core::Repairs chosen);
/// The first, when \a order is none of them.
void check(QActionGroup *orders, core::SortOrder order);

core::Repairs checkedRepairs(const QActionGroup *repairs);

} // namespace lectern::ui
