#include "core/base/wall_clock.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <string>

namespace lectern::core {

TEST(WallClock, readsATimeWithoutAZone_inItsOwn)
{
    const Timestamp written = parseTimestamp("2025-02-10 11:43:17").value();

    EXPECT_EQ(WallClock("Asia/Shanghai").instantOf(written), 1'739'158'997);
    EXPECT_EQ(WallClock("UTC").instantOf(written), 1'739'187'797);
}

TEST(WallClock, knowsSummerTime)
{
    const WallClock berlin("Europe/Berlin");

    EXPECT_EQ(berlin.instantOf(parseTimestamp("2025-07-01 12:00").value()), 1'751'364'000);
    EXPECT_EQ(berlin.instantOf(parseTimestamp("2025-01-01 12:00").value()), 1'735'729'200);
}

TEST(WallClock, believesTheZoneThatIsWritten)
{
    const Timestamp written = parseTimestamp("2025-02-10T11:43:17+08:00").value();

    EXPECT_EQ(WallClock("America/New_York").instantOf(written), 1'739'158'997);
}

TEST(WallClock, isThatOfTheProcess_whenNoZoneIsNamedOrKnown)
{
    const Timestamp written = parseTimestamp("2025-02-10 11:43:17").value();

    EXPECT_EQ(WallClock().instantOf(written), toInstant(written));
    EXPECT_EQ(WallClock("Nowhere/At_All").instantOf(written), toInstant(written));
    EXPECT_TRUE(isKnownZone("Asia/Hong_Kong"));
    EXPECT_FALSE(isKnownZone("Nowhere/At_All"));
    EXPECT_FALSE(isKnownZone(""));
}

TEST(WallClock, followsTheEnvironment)
{
    const char *const before = std::getenv("TZ");
    const std::string kept = before != nullptr ? before : "";
    const Timestamp written = parseTimestamp("2025-02-10 11:43:17").value();

    ASSERT_EQ(::setenv("TZ", "Asia/Shanghai", 1), 0);
    ::tzset();
    const WallClock clock;
    EXPECT_EQ(clock.instantOf(written), 1'739'158'997);
    EXPECT_EQ(clock.name(), "Asia/Shanghai");
    EXPECT_EQ(toInstant(written), 1'739'158'997);

    before != nullptr ? ::setenv("TZ", kept.c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

namespace {

struct Reading
{
    const char *zone;
    const char *wall;
    const char *utc; ///< the same instant
};

constexpr Reading kReadings[] = {
    {"UTC", "2025-02-10 11:43:17", "2025-02-10T11:43:17Z"},
    {"Asia/Shanghai", "2025-07-01 00:00:00", "2025-06-30T16:00:00Z"},
    {"Asia/Shanghai", "1988-07-01 12:00:00", "1988-07-01T03:00:00Z"}, // summer time, 1986 to 1991
    {"Asia/Shanghai", "1992-07-01 12:00:00", "1992-07-01T04:00:00Z"},
    {"Asia/Kolkata", "2025-02-10 05:30:00", "2025-02-10T00:00:00Z"},
    {"Asia/Kathmandu", "2025-02-10 05:45:00", "2025-02-10T00:00:00Z"},
    {"America/New_York", "2025-01-15 12:00:00", "2025-01-15T17:00:00Z"},
    {"America/New_York", "2025-07-15 12:00:00", "2025-07-15T16:00:00Z"},
    {"America/St_Johns", "2025-01-15 12:00:00", "2025-01-15T15:30:00Z"},
    {"Australia/Lord_Howe", "2025-01-15 11:00:00", "2025-01-15T00:00:00Z"},
    {"Australia/Lord_Howe", "2025-07-15 10:30:00", "2025-07-15T00:00:00Z"},
    {"Pacific/Kiritimati", "2025-02-10 14:00:00", "2025-02-10T00:00:00Z"},
    {"Pacific/Pago_Pago", "2025-02-09 13:00:00", "2025-02-10T00:00:00Z"},
    {"Europe/Berlin", "2025-03-30 01:59:59", "2025-03-30T00:59:59Z"}, // the last before summer
    {"Europe/Berlin", "2025-03-30 03:00:00", "2025-03-30T01:00:00Z"}, // the first of it
    {"Europe/Berlin", "2025-10-26 01:59:59", "2025-10-25T23:59:59Z"},
    {"Europe/Berlin", "2025-10-26 03:00:00", "2025-10-26T02:00:00Z"},
};

} // namespace

TEST(WallClock, readsEachZoneByItsRules)
{
    for (const Reading &reading : kReadings) {
        EXPECT_EQ(WallClock(reading.zone).instantOf(parseTimestamp(reading.wall).value()),
                  toInstant(parseTimestamp(reading.utc).value()))
            << reading.zone << " " << reading.wall;
    }
}

TEST(WallClock, staysWithinTheHour_whenTheClockWasSetForwardOrBack)
{
    const WallClock berlin("Europe/Berlin");
    const auto instantOf
        = [&](const char *wall) { return berlin.instantOf(parseTimestamp(wall).value()); };

    // 02:30 does not exist on the one day and comes twice on the other.
    const std::int64_t skipped = instantOf("2025-03-30 02:30:00");
    EXPECT_LE(std::abs(skipped - toInstant(parseTimestamp("2025-03-30T01:00:00Z").value())), 3600);
    const std::int64_t twice = instantOf("2025-10-26 02:30:00");
    const std::int64_t first = toInstant(parseTimestamp("2025-10-26T00:30:00Z").value());
    EXPECT_TRUE(twice == first || twice == first + 3600) << twice;
}

TEST(WallClock, neverRunsBackwards_throughADecadeOfHours)
{
    for (const char *const zone : {"Asia/Shanghai", "Asia/Kolkata", "UTC"}) {
        const WallClock clock(zone);
        Timestamp timestamp = parseTimestamp("1995-01-01 00:00:00").value();
        std::int64_t before = clock.instantOf(timestamp) - 3600;
        for (int hour = 0; hour < 10 * 365 * 24; ++hour, timestamp.wallSeconds += 3600) {
            const std::int64_t instant = clock.instantOf(timestamp);
            ASSERT_EQ(instant - before, 3600) << zone << " " << toIso8601(timestamp);
            before = instant;
        }
    }
}

TEST(WallClock, knowsZonesByTheirWholeName)
{
    for (const char *const zone : {"UTC", "Etc/UTC", "Asia/Shanghai", "GMT+8", "PRC", "Japan"}) {
        EXPECT_TRUE(isKnownZone(zone)) << zone;
    }
    for (const char *const zone :
         {"Asia", "Asia/", "shanghai", "../etc/passwd", "\xFF\xFE", "中国", "Asia/Shanghai "}) {
        EXPECT_FALSE(isKnownZone(zone)) << zone;
    }
}

} // namespace lectern::core
