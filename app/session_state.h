#pragma once

#include "core/base/result.h"
#include "ui/window/window_state.h"

#include <QString>

namespace lectern::app {

/// `lectern/window.json` in the XDG state folder ($XDG_STATE_HOME, else ~/.local/state; Qt 6.4 has
/// no name for it).
QString sessionStateFile();

/// What the window looked like when it was last closed: one JSON object, `"version": 1`. Whatever
/// is missing, odd, larger than 1 MB or of a newer version is as if it had never been written.
ui::WindowState loadSessionState(const QString &file);

/// Replaces \a file as a whole, so that a crash leaves the old state or the new.
core::Status saveSessionState(const ui::WindowState &state, const QString &file);

} // namespace lectern::app
