#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::core {

/// How much of a date was written down.
enum class Precision : std::uint8_t { Day, Minute, Second };

/// A date as an article states it: the wall clock that was written, and the zone if one was.
struct Timestamp
{
    /// Seconds from 1970-01-01T00:00:00 to the written wall clock, as if it were UTC.
    std::int64_t wallSeconds = 0;
    /// Minutes east of UTC; empty when no zone was written (then it is wall-clock time).
    std::optional<std::int16_t> offsetMinutes;
    Precision precision = Precision::Second;

    bool operator==(const Timestamp &) const = default;
};

/// Reads every shape that real front matter uses (ISO 8601 and its relatives, slashes, Chinese
/// dates, RFC 822/2822, epoch seconds). Empty when \a text means no date. O(length). Pure; any
/// thread.
std::optional<Timestamp> parseTimestamp(std::string_view text);

/// ISO 8601: `2025-02-10`, `2025-02-10T11:43:17`, `2025-02-10T11:43:17+08:00`, `…Z`.
std::string toIso8601(const Timestamp &timestamp);

/// The instant in seconds since the epoch. A time without a zone is read in the zone of the
/// process.
std::int64_t toInstant(const Timestamp &timestamp);

} // namespace lectern::core
