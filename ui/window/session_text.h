#pragma once

#include "ui/common/state_page.h"

namespace lectern::ui {

class LibrarySession;
class WindowActions;

/// What the window says while \a session has no article to show, and the buttons that help.
StateText sessionText(const LibrarySession &session, const WindowActions &actions);

/// \a folder as people write it, with `~` for their home.
QString readableFolder(const QString &folder);

} // namespace lectern::ui
