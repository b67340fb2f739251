#include "core/base/timestamp.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace lectern::core {

std::string toIso8601(const Timestamp &timestamp)
{
    const std::time_t seconds = timestamp.wallSeconds;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> buffer{};
    const char *format = timestamp.precision == Precision::Day ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S";
    std::strftime(buffer.data(), buffer.size(), format, &parts);
    std::string text = buffer.data();
    if (timestamp.offsetMinutes && timestamp.precision != Precision::Day) {
        const int offset = *timestamp.offsetMinutes;
        const int distance = offset < 0 ? -offset : offset;
        std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset < 0 ? '-' : '+',
                      distance / 60, distance % 60);
        text += offset == 0 ? "Z" : buffer.data();
    }
    return text;
}

std::int64_t toInstant(const Timestamp &timestamp)
{
    if (timestamp.offsetMinutes) {
        return timestamp.wallSeconds - std::int64_t{*timestamp.offsetMinutes} * 60;
    }
    const std::time_t seconds = timestamp.wallSeconds;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    parts.tm_isdst = -1;
    return std::mktime(&parts);
}

} // namespace lectern::core
