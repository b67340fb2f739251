#pragma once

#include "core/article/article.h"

#include <QString>

namespace lectern::ui {

/// What \a problem says, in the language of the window; core says it in English. A sentence that is
/// not known here (from an index of another version) is given as core says it.
QString problemMessage(const core::Problem &problem);

} // namespace lectern::ui
