#include "core/base/text.h"
#include "core/base/timestamp.h"
#include "core/base/timestamp_clock.h"
#include "core/base/timestamp_cursor.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxLength = 128;
constexpr std::int64_t kSecondsPerDay = 86'400;

/// Go writes the year 1 and databases the year 0 for "no date".
constexpr int kFirstYear = 1000;

std::optional<Timestamp> dayOf(std::int64_t year, std::int64_t month, std::int64_t day)
{
    if (year < kFirstYear || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const auto date = std::chrono::year(static_cast<int>(year)) / static_cast<int>(month)
        / static_cast<int>(day);
    if (!date.ok()) {
        return std::nullopt;
    }
    Timestamp timestamp;
    timestamp.wallSeconds = std::chrono::sys_days(date).time_since_epoch().count() * kSecondsPerDay;
    timestamp.precision = Precision::Day;
    return timestamp;
}

/// `20250210`, `20250210114317`, seconds or milliseconds since the epoch.
std::optional<Timestamp> fromDigits(const Number &number)
{
    if (number.digits == 8) {
        return dayOf(number.value / 10'000, number.value / 100 % 100, number.value % 100);
    }
    if (number.digits == 9 || number.digits == 10 || number.digits == 13) {
        const std::int64_t seconds = number.digits == 13 ? number.value / 1000 : number.value;
        return Timestamp{seconds, std::int16_t{0}, Precision::Second};
    }
    if (number.digits != 14) {
        return std::nullopt;
    }
    const std::int64_t day = number.value / 1'000'000;
    const std::int64_t time = number.value % 1'000'000;
    auto timestamp = dayOf(day / 10'000, day / 100 % 100, day % 100);
    if (timestamp && time / 10'000 < 24 && time / 100 % 100 < 60 && time % 100 < 60) {
        timestamp->wallSeconds += time / 10'000 * 3600 + time / 100 % 100 * 60 + time % 100;
        timestamp->precision = Precision::Second;
    }
    return timestamp;
}

/// Slashes are read as month/day unless that cannot be; dots as day.month, as their users do.
std::optional<Timestamp> fromYearLast(std::int64_t first, std::int64_t second, std::int64_t year,
                                      char separator)
{
    const bool isDayFirst = separator == '.' || first > 12;
    return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

constexpr std::array<std::string_view, 4> kAfterYear{"-", "/", ".", "\xE5\xB9\xB4"}; // 年
constexpr std::array<std::string_view, 4> kAfterMonth{"-", "/", ".", "\xE6\x9C\x88"}; // 月
constexpr std::array<std::string_view, 2> kAfterDay{"\xE6\x97\xA5", "\xE5\x8F\xB7"}; // 日 号
constexpr std::array<std::string_view, 3> kWeekday{
    "\xE6\x98\x9F\xE6\x9C\x9F", "\xE7\xA4\xBC\xE6\x8B\x9C", "\xE5\x91\xA8"}; // 星期 礼拜 周

void skipWeekday(Cursor &cursor)
{
    cursor.skipBlanks();
    if (cursor.takeAny(kWeekday)) {
        for (int byte = 0; byte < 3 && !cursor.isAtEnd(); ++byte) { // 一 to 日, three bytes each
            cursor.skip();
        }
    }
}

/// Three numbers with marks between them, the year first or last, then perhaps a time.
std::optional<Timestamp> fromNumbers(Cursor cursor)
{
    const Number first = cursor.takeNumber();
    if (cursor.isAtEnd()) {
        return fromDigits(first);
    }
    std::optional<Timestamp> timestamp;
    if (first.digits == 8) {
        timestamp = fromDigits(first);
    } else {
        const char separator = cursor.peek();
        cursor.skipBlanks();
        const bool hasFirstMark = cursor.takeAny(kAfterYear);
        cursor.skipBlanks();
        const Number second = cursor.takeNumber();
        cursor.skipBlanks();
        const bool hasSecondMark = hasFirstMark && cursor.takeAny(kAfterMonth);
        cursor.skipBlanks();
        const Number third = cursor.takeNumber();
        if (!hasSecondMark || second.digits == 0 || second.digits > 2) {
            return std::nullopt;
        }
        if (first.digits == 4 && third.digits >= 1 && third.digits <= 2) {
            timestamp = dayOf(first.value, second.value, third.value);
        } else if (first.digits <= 2 && third.digits == 4) {
            timestamp = fromYearLast(first.value, second.value, third.value, separator);
        }
    }
    if (!timestamp) {
        return std::nullopt;
    }
    cursor.takeAny(kAfterDay);
    skipWeekday(cursor);
    cursor.skipBlanks();
    static_cast<void>(cursor.take("T") || cursor.take("t") || cursor.take(","));
    takeTime(cursor, *timestamp);
    return timestamp;
}

constexpr std::array<std::string_view, 12> kMonths{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
};
constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                "friday", "saturday", "sunday"};

/// The position in \a names of the one that \a word is or shortens to three letters or more.
template <std::size_t N>
std::optional<std::size_t> named(const std::array<std::string_view, N> &names,
                                 std::string_view word)
{
    if (word.size() < 3) {
        return std::nullopt;
    }
    const auto *const found = std::ranges::find_if(names, [&](std::string_view name) {
        return equalsIgnoringCase(word, name.substr(0, word.size()));
    });
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

struct WordyDate
{
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    Timestamp time; ///< seconds into the day, zone, precision
};

bool takeDateWord(Cursor &cursor, WordyDate &date)
{
    const std::string_view word = cursor.takeWord();
    if (const auto month = named(kMonths, word)) {
        date.month = static_cast<std::int64_t>(*month) + 1;
        return true;
    }
    if (named(kDays, word)) {
        return true;
    }
    if (date.time.precision == Precision::Day) { // only ordinals may follow: 3rd of May
        return equalsIgnoringCase(word, "of") || equalsIgnoringCase(word, "at")
            || (date.day != 0
                && std::ranges::any_of(
                    std::array<std::string_view, 4>{"st", "nd", "rd", "th"},
                    [&](std::string_view end) { return equalsIgnoringCase(word, end); }));
    }
    if (!date.time.offsetMinutes) {
        date.time.offsetMinutes = zoneNamed(word);
    }
    return true;
}

bool takeDateNumber(Cursor &cursor, WordyDate &date)
{
    Cursor ahead = cursor;
    const Number number = ahead.takeNumber();
    if (ahead.peek() == ':') {
        takeTime(cursor, date.time);
        return date.time.precision != Precision::Day;
    }
    cursor = ahead;
    if (number.digits == 4 && date.year == 0) {
        date.year = number.value;
    } else if (number.digits <= 2 && date.day == 0) {
        date.day = number.value;
    } else if (number.digits == 2 && date.year == 0) { // RFC 822
        date.year = number.value + (number.value < 50 ? 2000 : 1900);
    } else {
        return false;
    }
    return true;
}

/// Dates with the month in words, in any order: RFC 2822, ctime, JavaScript, `May 3rd, 2024`.
std::optional<Timestamp> fromWords(Cursor cursor)
{
    WordyDate date;
    date.time.precision = Precision::Day;
    while (!cursor.isAtEnd() && cursor.peek() != '(') {
        const char next = cursor.peek();
        bool isUnderstood = true;
        if (isLetter(next)) {
            isUnderstood = takeDateWord(cursor, date);
        } else if (isDigit(next)) {
            isUnderstood = takeDateNumber(cursor, date);
        } else if ((next == '+' || next == '-') && date.time.precision != Precision::Day) {
            date.time.offsetMinutes = takeOffset(cursor);
        } else if (next == ',' || next == '-' || next == '/' || next == '.') {
            cursor.skip();
        } else {
            const std::size_t before = cursor.size();
            cursor.skipBlanks();
            isUnderstood = cursor.size() < before;
        }
        if (!isUnderstood) {
            return std::nullopt;
        }
    }
    auto timestamp = dayOf(date.year, date.month, date.day);
    if (timestamp) {
        timestamp->wallSeconds += date.time.wallSeconds;
        timestamp->offsetMinutes = date.time.offsetMinutes;
        timestamp->precision = date.time.precision;
    }
    return timestamp;
}

} // namespace

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.size() > kMaxLength) {
        return std::nullopt;
    }
    const Cursor cursor(text);
    if (isDigit(text.front())) {
        if (auto timestamp = fromNumbers(cursor)) {
            return timestamp;
        }
    }
    return fromWords(cursor);
}

} // namespace lectern::core
