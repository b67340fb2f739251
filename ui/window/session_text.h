#pragma once

#include "ui/common/state_page.h"

namespace lectern::ui {

class LibrarySession;
class WindowActions;

/// What the window says while \a session has no article to show, and the buttons that help.
StateText sessionText(const LibrarySession &session, const WindowActions &actions);

/// The title of a window with the folder of \a session and its \a article.
QString titleText(const LibrarySession &session, const QByteArray &article);

/// \a folder as people write it, with `~` for their home.
QString readableFolder(const QString &folder);

} // namespace lectern::ui
