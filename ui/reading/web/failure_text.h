#pragma once

#include "core/image/image_failure.h"

#include <QString>

namespace lectern::ui {

/// Why an image is not shown, in the reader's language. GUI thread.
QString failureText(core::ImageFailure failure);

} // namespace lectern::ui
