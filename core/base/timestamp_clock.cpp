#include "core/base/timestamp_clock.h"

namespace lectern::core {

namespace {

struct Zone
{
    std::string_view name;
    int minutes;
};

/// CST is missing on purpose: it is +08:00 where Chinese articles come from and -06:00 in RFC 822,
/// so such a time stays wall-clock time.
constexpr std::array kZones{
    Zone{"z", 0},      Zone{"utc", 0},    Zone{"gmt", 0},    Zone{"ut", 0},     Zone{"wet", 0},
    Zone{"est", -300}, Zone{"edt", -240}, Zone{"cdt", -300}, Zone{"mst", -420}, Zone{"mdt", -360},
    Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"bst", 60},   Zone{"cet", 60},   Zone{"west", 60},
    Zone{"cest", 120}, Zone{"eet", 120},  Zone{"eest", 180}, Zone{"msk", 180},  Zone{"hkt", 480},
    Zone{"sgt", 480},  Zone{"awst", 480}, Zone{"jst", 540},  Zone{"kst", 540},  Zone{"aest", 600},
    Zone{"aedt", 660}, Zone{"nzst", 720}, Zone{"nzdt", 780},
};

} // namespace

std::optional<std::int16_t> zoneNamed(std::string_view name)
{
    const auto *const zone = std::ranges::find_if(
        kZones, [&](const Zone &known) { return equalsIgnoringCase(name, known.name); });
    if (zone == kZones.end()) {
        return std::nullopt;
    }
    return static_cast<std::int16_t>(zone->minutes);
}

std::optional<std::int16_t> takeOffset(Cursor &cursor)
{
    const bool isWest = cursor.peek() == '-';
    if (!isWest && cursor.peek() != '+') {
        return std::nullopt;
    }
    cursor.skip();
    const Number first = cursor.takeNumber();
    std::int64_t hours = first.value;
    std::int64_t minutes = 0;
    if (first.digits == 4) {
        hours = first.value / 100;
        minutes = first.value % 100;
    } else if (first.digits == 0 || first.digits > 2) {
        return std::nullopt;
    } else if (cursor.take(":")) {
        minutes = cursor.takeNumber().value;
    }
    if (hours > 15 || minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t total = hours * 60 + minutes;
    return static_cast<std::int16_t>(isWest ? -total : total);
}

namespace {

/// An offset, a name of a zone, or both (`GMT+0800`).
std::optional<std::int16_t> takeZone(Cursor &cursor)
{
    cursor.skipBlanks();
    if (const auto offset = takeOffset(cursor)) {
        return offset;
    }
    const std::optional<std::int16_t> named = zoneNamed(cursor.takeWord());
    const std::optional<std::int16_t> offset
        = named == std::int16_t{0} ? takeOffset(cursor) : std::nullopt;
    return offset ? offset : named;
}

enum class HalfDay : std::uint8_t { None, Morning, Afternoon };

constexpr std::array<std::string_view, 2> kMorning{"\xE4\xB8\x8A\xE5\x8D\x88",
                                                   "\xE5\x87\x8C\xE6\x99\xA8"}; // 上午 凌晨
constexpr std::array<std::string_view, 2> kAfternoon{"\xE4\xB8\x8B\xE5\x8D\x88",
                                                     "\xE6\x99\x9A\xE4\xB8\x8A"}; // 下午 晚上
constexpr std::array<std::string_view, 4> kAfterHour{":", "\xEF\xBC\x9A", "\xE6\x97\xB6",
                                                     "\xE7\x82\xB9"}; // : ： 时 点
constexpr std::array<std::string_view, 3> kAfterMinute{":", "\xEF\xBC\x9A",
                                                       "\xE5\x88\x86"}; // : ： 分

HalfDay takeHalfDayBefore(Cursor &cursor)
{
    if (cursor.takeAny(kMorning)) {
        return HalfDay::Morning;
    }
    return cursor.takeAny(kAfternoon) ? HalfDay::Afternoon : HalfDay::None;
}

HalfDay takeHalfDayAfter(Cursor &cursor)
{
    Cursor ahead = cursor;
    ahead.skipBlanks();
    const std::string_view word = ahead.takeWord();
    const bool isMorning = equalsIgnoringCase(word, "am");
    if (!isMorning && !equalsIgnoringCase(word, "pm")) {
        return HalfDay::None;
    }
    cursor = ahead;
    return isMorning ? HalfDay::Morning : HalfDay::Afternoon;
}

struct Clock
{
    Number hour;
    Number minute;
    Number second;
};

/// `11:43:17`, `11:43`, `11时43分`, `114317`; false if there is no such thing.
bool takeClock(Cursor &cursor, Clock &clock)
{
    clock.hour = cursor.takeNumber();
    if (clock.hour.digits == 6 || clock.hour.digits == 4) {
        const std::int64_t packed = clock.hour.value * (clock.hour.digits == 4 ? 100 : 1);
        clock.second = {packed % 100, clock.hour.digits == 4 ? 0U : 2U};
        clock.minute = {packed / 100 % 100, 2};
        clock.hour = {packed / 10000, 2};
        return true;
    }
    if (clock.hour.digits == 0 || clock.hour.digits > 2 || !cursor.takeAny(kAfterHour)) {
        return false;
    }
    clock.minute = cursor.takeNumber();
    if (cursor.takeAny(kAfterMinute)) {
        clock.second = cursor.takeNumber();
        cursor.take("\xE7\xA7\x92"); // 秒
        if (cursor.peek() == '.' || cursor.peek() == ',') {
            cursor.skip();
            cursor.takeNumber(); // fractions of a second
        }
    }
    return clock.minute.digits == 1 || clock.minute.digits == 2;
}

} // namespace

void takeTime(Cursor &cursor, Timestamp &timestamp)
{
    cursor.skipBlanks();
    const HalfDay before = takeHalfDayBefore(cursor);
    cursor.skipBlanks();
    Clock clock;
    if (!takeClock(cursor, clock)) {
        return;
    }
    const HalfDay halfDay = before == HalfDay::None ? takeHalfDayAfter(cursor) : before;
    std::int64_t hour = clock.hour.value;
    if (halfDay == HalfDay::Afternoon && hour < 12) {
        hour += 12;
    } else if (halfDay == HalfDay::Morning && hour == 12) {
        hour = 0;
    }
    if (hour > 24 || clock.minute.value > 59 || clock.second.value > 60) {
        return;
    }
    timestamp.wallSeconds
        += hour * 3600 + clock.minute.value * 60 + std::min<std::int64_t>(clock.second.value, 59);
    timestamp.precision = clock.second.digits == 0 ? Precision::Minute : Precision::Second;
    timestamp.offsetMinutes = takeZone(cursor);
}

} // namespace lectern::core
