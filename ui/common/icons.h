#pragma once

#include <QIcon>
#include <QString>

class QWidget;

namespace lectern::ui {

/// The program's own icon \a name (resources/icons/name.svg) in the colour of the text of \a owner:
/// it is drawn anew each time, so a change of theme needs no new icons.
QIcon icon(const QString &name, const QWidget *owner);

/// The icon of the program itself, in its own colours.
QIcon programIcon();

} // namespace lectern::ui
