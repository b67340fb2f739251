#pragma once

#include "core/base/result.h"

#include <string>

namespace lectern::core {

/// Puts back the pages of \a file in which a state file says what tables it has and where, from a
/// new one that is made at \a scratch for it and removed. Every state file has them at the same
/// places, since the same statements made it. Not for a file that can be opened.
Status putBackSchema(const std::string &file, const std::string &scratch);

} // namespace lectern::core
