#pragma once

#include <QString>

namespace lectern::app {

/// Why the web engine would abort this process, as text for standard error; empty when it will not.
/// (Chromium refuses to start as root with its sandbox on.)
QString sandboxProblem();

/// Why Qt would abort for want of a display; empty when there seems to be one. A local X display is
/// tried, others are believed.
QString displayProblem();

} // namespace lectern::app
