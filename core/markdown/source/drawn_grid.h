#pragma once

#include "core/markdown/source/drawn_table.h"

#include <optional>
#include <span>
#include <string_view>

namespace lectern::core {

/// The table that \a lines draw with `+---+` and `|`, also where cells go over several columns or
/// rows; empty when their lines do not meet. O(length * columns).
std::optional<DrawnTable> readGrid(std::span<const std::string_view> lines, Wide wide);

} // namespace lectern::core
