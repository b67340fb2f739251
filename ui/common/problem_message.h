#pragma once

#include "core/article/problem.h"

#include <QString>

namespace lectern::ui {

/// What \a problem says, in the language of the window.
QString problemMessage(const core::Problem &problem);

/// What a translator is given for \a reason.
const char *problemPattern(core::ProblemReason reason);

} // namespace lectern::ui
