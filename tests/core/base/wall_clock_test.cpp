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

} // namespace lectern::core
