#pragma once

#include "core/base/timestamp.h"
#include "core/base/timestamp_cursor.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lectern::core {

/// Takes a time of day (`11:43:17`, `9:05 pm`, `11时43分`, `114317`) and the zone after it, and
/// adds both to the day in \a timestamp. What is no time is left alone.
void takeTime(Cursor &cursor, Timestamp &timestamp);

/// Takes `+08:00`, `-0800` or `+8`: minutes east of UTC.
std::optional<std::int16_t> takeOffset(Cursor &cursor);

/// The minutes east of UTC of an abbreviation such as `PDT`, in any case.
std::optional<std::int16_t> zoneNamed(std::string_view name);

} // namespace lectern::core
