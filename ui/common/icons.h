#pragma once

#include <QIcon>
#include <QString>

namespace lectern::ui {

/// The program's own icon \a name (resources/icons/name.svg) in the colour of the application's
/// text: it is drawn anew for each palette, so a change of theme needs no new icons.
QIcon icon(const QString &name);

/// The icon of the program itself, in its own colours.
QIcon programIcon();

} // namespace lectern::ui
