#pragma once

#include <QString>

class QWidget;

namespace lectern::ui {

class SavedSearches;

// Each opens a dialog over \a window and returns at once; what the person says goes to \a searches,
// which must outlive the window.

/// Under which name to save \a line; the line itself is suggested.
void askForSearchName(QWidget *window, SavedSearches &searches, const QString &line);
void askForNewSearchName(QWidget *window, SavedSearches &searches, const QString &name);
void askToDeleteSearch(QWidget *window, SavedSearches &searches, const QString &name);

} // namespace lectern::ui
