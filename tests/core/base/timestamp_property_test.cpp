#include "core/base/timestamp.h"
#include "core/base/timestamp_clock.h"
#include "core/base/timestamp_cursor.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::int64_t kDay = 86'400;

/// A calendar that counts day after day, without arithmetic that could share a fault with ours.
struct Calendar
{
    int year = 1970;
    int month = 1;
    int day = 1;

    int daysOfMonth() const
    {
        const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeap ? 1 : 0);
    }

    void advance()
    {
        if (++day > daysOfMonth()) {
            day = 1;
            month = month % 12 + 1;
            year += month == 1 ? 1 : 0;
        }
    }
};

std::string formatted(const char *format, int first, int second, int third)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, first, second, third);
    return text.data();
}

std::string parsed(std::string_view text)
{
    const auto timestamp = parseTimestamp(text);
    return timestamp ? toIso8601(*timestamp) : "";
}

constexpr std::array<const char *, 12> kMonths{"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};

} // namespace

TEST(TimestampProperty, readsEveryDayOfACenturyAndAHalf_inEachShape)
{
    Calendar date;
    for (std::int64_t number = 0; date.year < 2120; ++number, date.advance()) {
        const int year = date.year;
        const int month = date.month;
        const int day = date.day;
        for (const std::string &text :
             {formatted("%04d-%02d-%02d", year, month, day),
              formatted("%d/%d/%d", year, month, day), formatted("%04d%02d%02d", year, month, day),
              formatted("%d年%d月%d日", year, month, day),
              formatted("%02d.%02d.%04d", day, month, year),
              std::to_string(day) + " " + kMonths[static_cast<std::size_t>(month - 1)] + " "
                  + std::to_string(year)}) {
            const auto timestamp = parseTimestamp(text);
            ASSERT_TRUE(timestamp) << text;
            ASSERT_EQ(timestamp->wallSeconds, number * kDay) << text;
            ASSERT_EQ(timestamp->precision, Precision::Day) << text;
        }
    }
}

TEST(TimestampProperty, writesWhatItReads_whateverTheTimeAndZone)
{
    std::mt19937 random(15); // NOLINT(cert-msc51-cpp): the same times in every run
    for (int round = 0; round < 20'000; ++round) {
        Timestamp timestamp;
        timestamp.wallSeconds
            = std::uniform_int_distribution<std::int64_t>(-30'610'224'000, 253'402'300'799)(random);
        timestamp.precision = Precision::Second;
        if (random() % 3 != 0) {
            timestamp.offsetMinutes
                = static_cast<std::int16_t>(static_cast<int>(random() % (2 * 960 - 1)) - 959);
        }
        const std::string text = toIso8601(timestamp);

        EXPECT_EQ(parseTimestamp(text), timestamp) << text;
    }
}

TEST(TimestampProperty, countsAZoneFromTheWrittenClock)
{
    const std::int64_t noon = toInstant(*parseTimestamp("2025-02-10T12:00:00Z"));
    for (int minutes = -959; minutes < 960; ++minutes) {
        const int distance = minutes < 0 ? -minutes : minutes;
        const std::string zone
            = formatted(minutes < 0 ? "-%02d:%02d" : "+%02d:%02d", distance / 60, distance % 60, 0);

        const auto timestamp = parseTimestamp("2025-02-10T12:00:00" + zone);

        ASSERT_TRUE(timestamp && timestamp->offsetMinutes) << zone;
        EXPECT_EQ(*timestamp->offsetMinutes, minutes);
        EXPECT_EQ(toInstant(*timestamp), noon - minutes * 60) << zone;
    }
}

TEST(TimestampProperty, readsEveryMinuteOfTheDay)
{
    for (int minute = 0; minute < 24 * 60; ++minute) {
        const std::string clock = formatted("%02d:%02d", minute / 60, minute % 60, 0);

        EXPECT_EQ(parsed("2025-02-10 " + clock), "2025-02-10T" + clock + ":00");
        EXPECT_EQ(parsed("2025-02-10T" + clock + ":59Z"), "2025-02-10T" + clock + ":59Z");
        EXPECT_EQ(parsed(formatted("2025年2月10日%d时%d分", minute / 60, minute % 60, 0)),
                  "2025-02-10T" + clock + ":00");
    }
}

TEST(TimestampProperty, readsBothHalvesOfTheDay)
{
    for (int hour = 1; hour <= 12; ++hour) {
        const int morning = hour % 12;
        const std::string clock = formatted("%d:07", hour, 0, 0);
        const std::string early = formatted("2025-02-10T%02d:07:00", morning, 0, 0);
        const std::string late = formatted("2025-02-10T%02d:07:00", morning + 12, 0, 0);
        for (const char *const mark : {" am", "AM", " Am"}) {
            EXPECT_EQ(parsed("2025-02-10 " + clock + mark), early) << mark;
        }
        for (const char *const mark : {" pm", "PM", " pM"}) {
            EXPECT_EQ(parsed("2/10/2025 " + clock + mark), late) << mark;
        }
        for (const char *const mark : {"上午", "凌晨", "上午 "}) {
            EXPECT_EQ(parsed("2025年2月10日 " + (mark + clock)), early) << mark;
        }
        for (const char *const mark : {"下午", "晚上"}) {
            EXPECT_EQ(parsed("2025年2月10日" + (mark + clock)), late) << mark;
        }
    }
}

TEST(TimestampProperty, knowsEveryMonth_byThreeLettersOrMoreInAnyCase)
{
    for (int month = 1; month <= 12; ++month) {
        const std::string name = kMonths[static_cast<std::size_t>(month - 1)];
        const std::string expected = formatted("2024-%02d-03", month, 0, 0);
        for (std::size_t letters = 3; letters <= name.size(); ++letters) {
            std::string word = name.substr(0, letters);
            EXPECT_EQ(parsed("3 " + word + " 2024"), expected) << word;
            EXPECT_EQ(parsed(word + ". 3, 2024"), expected) << word;
            EXPECT_EQ(parsed("2024 " + word + " 3"), expected) << word;
            for (char &letter : word) {
                letter = static_cast<char>(letter & ~0x20);
            }
            EXPECT_EQ(parsed(word + " 3rd 2024"), expected) << word;
        }
        EXPECT_EQ(parsed("3 " + name.substr(0, 2) + " 2024"), "");
        EXPECT_EQ(parsed("3 " + name + "x 2024"), "");
    }
}

TEST(TimestampProperty, passesOverChineseWeekdays)
{
    for (const char *const prefix : {"星期", "礼拜", "周"}) {
        for (const char *const day : {"一", "二", "三", "四", "五", "六", "日"}) {
            const std::string weekday = std::string(prefix) + day;
            EXPECT_EQ(parsed("2025年2月10日 " + weekday + " 11:43"), "2025-02-10T11:43:00");
            EXPECT_EQ(parsed("2025年2月10日" + weekday), "2025-02-10");
        }
        EXPECT_EQ(parsed("2025年2月10日 " + std::string(prefix)), "2025-02-10") << "cut short";
    }
}

TEST(TimestampProperty, refusesDaysThatNoMonthHas)
{
    Calendar date;
    for (date.month = 1; date.month <= 12; ++date.month) {
        for (const int year : {2023, 2024, 1900, 2000}) {
            date.year = year;
            const int last = date.daysOfMonth();
            EXPECT_NE(parsed(formatted("%d-%d-%d", year, date.month, last)), "");
            EXPECT_EQ(parsed(formatted("%d-%d-%d", year, date.month, last + 1)), "");
            EXPECT_EQ(parsed(formatted("%d-%d-%d", year, date.month, 0)), "");
        }
    }
    EXPECT_EQ(parsed("2025-00-10"), "");
    EXPECT_EQ(parsed("0999-01-01"), "");
    EXPECT_EQ(parsed("1000-01-01"), "1000-01-01");
    EXPECT_EQ(parsed("9999-12-31"), "9999-12-31");
    EXPECT_EQ(parsed("10000-01-01"), "");
}

TEST(TimestampProperty, takesTwoDigitsForTheYearsAround2000)
{
    for (int year = 0; year < 100; ++year) {
        EXPECT_EQ(parsed(formatted("21 Aug %02d", year, 0, 0)),
                  formatted("%d-08-21", year < 50 ? 2000 + year : 1900 + year, 0, 0));
    }
}

TEST(TimestampProperty, readsNoMoreThanALineOfText)
{
    const std::string date = "2025-02-10 11:43:17";

    EXPECT_EQ(parsed(date + std::string(109, 'x')), "2025-02-10T11:43:17");
    EXPECT_EQ(parsed(date + std::string(110, 'x')), "");
    EXPECT_EQ(parsed(std::string(1'000'000, ' ') + date), "2025-02-10T11:43:17");
    EXPECT_EQ(parsed(std::string(1'000'000, '1')), "");
}

TEST(TimestampProperty, meansADateOrNothing_whateverIsWritten)
{
    constexpr std::array<std::string_view, 24> kPieces{
        "2025", "02", "10", "-",    "/",  ".",   ":",   " ",          "T", "Z",  "+08:00", "-",
        "年",   "月", "日", "下午", "pm", "May", "Fri", "1739187797", ",", "24", "59",     "星期"};
    std::mt19937 random(16); // NOLINT(cert-msc51-cpp)
    int dates = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string text;
        for (std::size_t count = 1 + random() % 9; count > 0; --count) {
            text += kPieces[random() % kPieces.size()];
        }
        const auto timestamp = parseTimestamp(text);
        if (!timestamp) {
            continue;
        }
        ++dates;
        const std::string written = toIso8601(*timestamp);
        ASSERT_GE(written.size(), 10U) << text;
        ASSERT_TRUE(parseTimestamp(written)) << text << " was read as " << written;
        ASSERT_TRUE(timestamp->precision != Precision::Day || timestamp->wallSeconds % kDay == 0)
            << text;
    }
    EXPECT_GT(dates, 100);
}

TEST(ZoneNamed, knowsItsZones_inAnyCase)
{
    struct Row
    {
        std::string_view name;
        std::optional<std::int16_t> minutes;
    };

    constexpr std::array<Row, 16> kRows{{
        {"z", 0},
        {"UTC", 0},
        {"Gmt", 0},
        {"EST", -300},
        {"edt", -240},
        {"PST", -480},
        {"PDT", -420},
        {"CEST", 120},
        {"MSK", 180},
        {"HKT", 480},
        {"JST", 540},
        {"NZDT", 780},
        {"CST", {}},
        {"", {}},
        {"UTCX", {}},
        {"U", {}},
    }};
    for (const Row &row : kRows) {
        EXPECT_EQ(zoneNamed(row.name), row.minutes) << row.name;
    }
}

TEST(TakeOffset, readsHoursAndMinutes_orNothing)
{
    struct Row
    {
        std::string_view text;
        std::optional<std::int16_t> minutes;
        std::size_t left; ///< bytes that stay
    };

    constexpr std::array<Row, 14> kRows{{
        {"+08:00", 480, 0},
        {"-0330", -210, 0},
        {"+8", 480, 0},
        {"-12", -720, 0},
        {"+00:00", 0, 0},
        {"-00:01", -1, 0},
        {"+15:59", 959, 0},
        {"+16:00", {}, 0},
        {"+08:60", {}, 0},
        {"+123", {}, 0},
        {"+", {}, 0},
        {"08:00", {}, 5},
        {"", {}, 0},
        {"+08:00]", 480, 1},
    }};
    for (const Row &row : kRows) {
        Cursor cursor(row.text);
        EXPECT_EQ(takeOffset(cursor), row.minutes) << row.text;
        EXPECT_EQ(cursor.size(), row.left) << row.text;
    }
}

TEST(TakeTime, leavesTheDayAlone_whenThereIsNoTime)
{
    for (const char *const text :
         {"", "soon", "7", "12345", "25:00", "10:60", "10:00:61", ":30", "11", "1234567"}) {
        Timestamp day = *parseTimestamp("2025-02-10");
        Cursor cursor(text);

        takeTime(cursor, day);

        EXPECT_EQ(toIso8601(day), "2025-02-10") << text;
    }
}

TEST(TimestampCursor, takesNumbersWithoutOverflow)
{
    Cursor cursor("00012345678901234567890 x");

    const Number number = cursor.takeNumber();

    EXPECT_EQ(number.digits, 23U);
    EXPECT_GE(number.value, 0);
    EXPECT_EQ(cursor.peek(), ' ');
    cursor.skipBlanks();
    EXPECT_EQ(cursor.takeNumber().digits, 0U);
    EXPECT_EQ(cursor.takeWord(), "x");
    EXPECT_TRUE(cursor.isAtEnd());
    EXPECT_EQ(cursor.peek(), '\0');
}

TEST(TimestampCursor, skipsBlanksOfEveryKind)
{
    Cursor cursor(" \t\u00A0\u202F\u3000 \u30001");

    cursor.skipBlanks();

    EXPECT_EQ(cursor.peek(), '1');
    EXPECT_FALSE(cursor.take("2"));
    EXPECT_TRUE(cursor.take("1"));
    EXPECT_FALSE(cursor.take("1"));
}

TEST(EqualsIgnoringCase, comparesLettersOnlyWithoutCase)
{
    EXPECT_TRUE(equalsIgnoringCase("GMT", "gmt"));
    EXPECT_TRUE(equalsIgnoringCase("", ""));
    EXPECT_FALSE(equalsIgnoringCase("gm", "gmt"));
    EXPECT_FALSE(equalsIgnoringCase("gmtx", "gmt"));
    EXPECT_FALSE(equalsIgnoringCase("[", "{")) << "they differ in the bit that makes case";
    EXPECT_FALSE(equalsIgnoringCase("@", "`"));
}

} // namespace lectern::core
