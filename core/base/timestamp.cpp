#include "core/base/timestamp.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace lectern::core {

namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const auto date = std::chrono::year{*year} / *month / *day;
    if (!date.ok()) {
        return std::nullopt;
    }
    Timestamp timestamp;
    timestamp.wallSeconds = std::chrono::sys_days(date).time_since_epoch().count() * kSecondsPerDay;
    timestamp.precision = Precision::Day;
    if (text.size() >= 19 && (text[10] == ' ' || text[10] == 'T')) {
        const auto hour = number(text.substr(11, 2));
        const auto minute = number(text.substr(14, 2));
        const auto second = number(text.substr(17, 2));
        if (hour && minute && second) {
            timestamp.wallSeconds += *hour * 3600 + *minute * 60 + *second;
            timestamp.precision = Precision::Second;
        }
    }
    return timestamp;
}

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
