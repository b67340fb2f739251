#pragma once

#include "core/article/article.h"

#include <QString>

namespace lectern::ui {

/// What is wrong, in the user's language: `The date cannot be read`.
QString problemKindText(core::ProblemCode code);

/// `line 3, column 12`; empty for the file as a whole.
QString problemPlace(const core::Problem &problem);

/// One line for a reader: where, what is wrong, and what is shown instead.
QString problemSentence(const core::Problem &problem);

/// What the program took instead, on one line and not too long; empty if nothing.
QString valueUsed(const core::Problem &problem);

} // namespace lectern::ui
