#pragma once

#include "core/library/library.h"

#include <vector>

namespace lectern::core {

inline constexpr Row kNoRow = UINT32_MAX;

/// Which row of \a before has the path of each row of \a now; kNoRow where none has. O(n) of both.
/// Any thread.
std::vector<Row> rowsBefore(const Library &before, const Library &now);

} // namespace lectern::core
