#pragma once

#include "app/application.h"
#include "app/command_line.h"

namespace lectern::app {

/// Opens the folder of \a line in the window of \a application, waits for the article and its
/// images, and saves a picture of the window. Runs the event loop. Returns the exit code; the
/// reason of a failure is on standard error.
int runWindowPicture(Application &application, const CommandLine &line);

} // namespace lectern::app
