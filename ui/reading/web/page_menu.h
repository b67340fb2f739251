#pragma once

#include <QList>

class QAction;
class QWebEngineView;

namespace lectern::ui {

class Navigation;

/// The menu of what was clicked on in \a view, at the mouse, with \a ofSelection where words are
/// selected; returns when it is closed.
void showPageMenu(QWebEngineView *view, Navigation *navigation,
                  const QList<QAction *> &ofSelection);

} // namespace lectern::ui
