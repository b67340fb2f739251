#include "core/base/timestamp.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>
#include <string_view>

namespace lectern::core {

namespace {

struct Shape
{
    std::string_view written;
    std::string_view read; ///< ISO 8601, empty for "no date"
};

void PrintTo(const Shape &shape, std::ostream *out)
{
    *out << shape.written;
}

class TimestampShape : public testing::TestWithParam<Shape>
{
};

constexpr Shape kShapes[]{
    // ISO 8601 and its relatives
    {"2025-02-10", "2025-02-10"},
    {"2025-02-10 11:43:17", "2025-02-10T11:43:17"},
    {"2025-02-10T11:43:17", "2025-02-10T11:43:17"},
    {"2025-02-10t11:43:17z", "2025-02-10T11:43:17Z"},
    {"2025-02-10T11:43:17Z", "2025-02-10T11:43:17Z"},
    {"2025-02-10T11:43:17.000Z", "2025-02-10T11:43:17Z"},
    {"2025-02-10T11:43:17+08:00", "2025-02-10T11:43:17+08:00"},
    {"2025-02-10 11:43:17 +0800", "2025-02-10T11:43:17+08:00"},
    {"2025-02-10 11:43:17 -0800", "2025-02-10T11:43:17-08:00"},
    {"2025-02-10 11:43:17 +08:00", "2025-02-10T11:43:17+08:00"},
    {"2025-02-10 11:43:17 +8", "2025-02-10T11:43:17+08:00"},
    {"2025-02-10 11:43:17 -03:30", "2025-02-10T11:43:17-03:30"},
    {"2025-02-10 11:43:17.123456789 +01:00", "2025-02-10T11:43:17+01:00"},
    {"2017-02-10 11:43:17.123456789 +0100 CET m=+0.001", "2017-02-10T11:43:17+01:00"},
    {"2025-02-10 11:43:17,123", "2025-02-10T11:43:17"},
    {"2025-02-10 11:43:17 UTC", "2025-02-10T11:43:17Z"},
    {"2025-02-10 11:43:17 UTC+8", "2025-02-10T11:43:17+08:00"},
    {"2025-02-10 11:43:17 CST", "2025-02-10T11:43:17"},
    {"2025-02-10T11:43", "2025-02-10T11:43:00"},
    {"2025-02-10T11:43+08:00", "2025-02-10T11:43:00+08:00"},
    {"2025-02-10 11:43", "2025-02-10T11:43:00"},
    {"2025-02-10 5:00:00", "2025-02-10T05:00:00"},
    {"2025-02-10  11:43:17", "2025-02-10T11:43:17"},
    {" 2025-02-10 ", "2025-02-10"},
    {"2025-02-10 24:00:00", "2025-02-11T00:00:00"},
    {"2016-12-31 23:59:60", "2016-12-31T23:59:59"},
    {"2018-1-1 11:42:50", "2018-01-01T11:42:50"},
    {"2018-01-01 00:10::00", "2018-01-01T00:10:00"},
    {"2018-01-01 soon", "2018-01-01"},
    {"2018-01-01 25:00:00", "2018-01-01"},
    {"20250210", "2025-02-10"},
    {"20250210114317", "2025-02-10T11:43:17"},
    {"20250210T114317Z", "2025-02-10T11:43:17Z"},
    {"2024-02-29", "2024-02-29"},
    // slashes and dots
    {"2025/02/10", "2025-02-10"},
    {"2025/2/1 9:05", "2025-02-01T09:05:00"},
    {"2025.02.10 11:43:17", "2025-02-10T11:43:17"},
    {"02/10/2025", "2025-02-10"},
    {"2/3/2025", "2025-02-03"},
    {"2/13/2025", "2025-02-13"},
    {"13/2/2025", "2025-02-13"},
    {"02-10-2025", "2025-02-10"},
    {"10.02.2025", "2025-02-10"},
    {"02/10/2025 3:05 PM", "2025-02-10T15:05:00"},
    {"02/10/2025 12:05:09 am", "2025-02-10T00:05:09"},
    // Chinese
    {"2025年02月10日", "2025-02-10"},
    {"2025年02月10日 11:43", "2025-02-10T11:43:00"},
    {"2025年2月10日11时43分17秒", "2025-02-10T11:43:17"},
    {"2025年2月10日 星期一 11:43", "2025-02-10T11:43:00"},
    {"2025年2月10日 下午3:05", "2025-02-10T15:05:00"},
    {"2025年2月10日 上午 12:05", "2025-02-10T00:05:00"},
    {"2025 年 2 月 10 日", "2025-02-10"},
    {"2025-02-10 11：43：17", "2025-02-10T11:43:17"},
    {"2025-02-10\u00A011:43:17", "2025-02-10T11:43:17"},
    // words: RFC 822 and 2822, ctime, JavaScript, English
    {"Fri, 21 Aug 2026 21:38:00 GMT", "2026-08-21T21:38:00Z"},
    {"Fri, 21 Aug 2026 21:38:00 +0800", "2026-08-21T21:38:00+08:00"},
    {"21 Aug 26 21:38 EST", "2026-08-21T21:38:00-05:00"},
    {"21 Aug 98", "1998-08-21"},
    {"Fri Sep 3 11:21:31 CEST 2021", "2021-09-03T11:21:31+02:00"},
    {"Fri Sep  3 11:21:31 2021", "2021-09-03T11:21:31"},
    {"Fri Sep 3 11:21:31 CST 2021", "2021-09-03T11:21:31"},
    {"Fri Aug 21 2026 21:38:00 GMT+0800 (中国标准时间)", "2026-08-21T21:38:00+08:00"},
    {"May 3rd, 2024", "2024-05-03"},
    {"3rd of May 2024", "2024-05-03"},
    {"December 24, 2025 10:00 AM", "2025-12-24T10:00:00"},
    {"Sept. 9, 2021", "2021-09-09"},
    {"21-Aug-2026", "2026-08-21"},
    {"2026-Aug-21", "2026-08-21"},
    // seconds and milliseconds since the epoch
    {"1739187797", "2025-02-10T11:43:17Z"},
    {"1739187797123", "2025-02-10T11:43:17Z"},
    {"999999999", "2001-09-09T01:46:39Z"},
    // no date
    {"", ""},
    {"   ", ""},
    {"Invalid date", ""},
    {"Invalid Date", ""},
    {"{{ .Date }}", ""},
    {"false", ""},
    {"null", ""},
    {"2025", ""},
    {"2025-13-01", ""},
    {"2025-02-30", ""},
    {"2023-02-29", ""},
    {"0001-01-01T00:00:00Z", ""},
    {"0000-00-00 00:00:00", ""},
    {"13/13/2025", ""},
    {"11:43:17", ""},
    {"version 2025-02", ""},
    {"12345678901234567890123", ""},
    {"99999999999999", ""},
    {"May", ""},
    {"May release 3 2024", ""},
    {"3 May 2024 5 6 7", ""},
    {"+0800", ""},
    {"----", ""},
};

} // namespace

TEST_P(TimestampShape, meansWhatAPersonReads)
{
    const Shape &shape = GetParam();

    const auto timestamp = parseTimestamp(shape.written);

    EXPECT_EQ(timestamp ? toIso8601(*timestamp) : "", shape.read);
}

INSTANTIATE_TEST_SUITE_P(All, TimestampShape, testing::ValuesIn(kShapes));

TEST(Timestamp, keepsTheWallClock_whenNoZoneIsWritten)
{
    const auto timestamp = parseTimestamp("2025-02-10 11:43:17");

    ASSERT_TRUE(timestamp);
    EXPECT_FALSE(timestamp->offsetMinutes);
    EXPECT_EQ(timestamp->precision, Precision::Second);
}

TEST(Timestamp, remembersHowMuchWasWritten)
{
    EXPECT_EQ(parseTimestamp("2025-02-10").value().precision, Precision::Day);
    EXPECT_EQ(parseTimestamp("2025-02-10 11:43").value().precision, Precision::Minute);
    EXPECT_EQ(parseTimestamp("2025-02-10 11:43:00").value().precision, Precision::Second);
}

TEST(Timestamp, isTheSameInstant_whenTwoZonesSayTheSame)
{
    const auto east = parseTimestamp("2025-02-10T11:43:17+08:00");
    const auto zulu = parseTimestamp("2025-02-10T03:43:17Z");

    EXPECT_EQ(toInstant(*east), 1'739'158'997);
    EXPECT_EQ(toInstant(*zulu), 1'739'158'997);
}

TEST(Timestamp, isReadInTheZoneOfTheProcess_whenNoneIsWritten)
{
    ::setenv("TZ", "CST-8", 1);
    ::tzset();

    const std::int64_t instant = toInstant(*parseTimestamp("2025-02-10 11:43:17"));

    EXPECT_EQ(instant, 1'739'158'997);
    ::unsetenv("TZ");
    ::tzset();
}

TEST(Timestamp, printsYearsBeforeTheEpoch)
{
    EXPECT_EQ(toIso8601(*parseTimestamp("1912-01-01 08:00:00")), "1912-01-01T08:00:00");
}

} // namespace lectern::core
