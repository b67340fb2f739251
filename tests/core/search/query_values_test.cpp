#include "core/search/query_values.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string day(std::int64_t seconds)
{
    if (seconds == INT64_MIN || seconds == INT64_MAX) {
        return "";
    }
    Timestamp timestamp;
    timestamp.wallSeconds = seconds;
    timestamp.precision = Precision::Day;
    return toIso8601(timestamp);
}

/// `first..last` with the first day that is no longer in the range, or `none`.
std::string dates(std::string_view value)
{
    const auto range = parseDateRange(value);
    return range ? day(range->first) + ".." + day(range->last) : "none";
}

} // namespace

TEST(DateRange, spansAYearAMonthOrADay)
{
    EXPECT_EQ(dates("2025"), "2025-01-01..2026-01-01");
    EXPECT_EQ(dates("2025-02"), "2025-02-01..2025-03-01");
    EXPECT_EQ(dates("2025-12"), "2025-12-01..2026-01-01");
    EXPECT_EQ(dates("2024-02-29"), "2024-02-29..2024-03-01");
    EXPECT_EQ(dates("2025/2/3"), "2025-02-03..2025-02-04");
}

TEST(DateRange, takesWhatIsTypedSoFar)
{
    EXPECT_EQ(dates("2025-"), "2025-01-01..2026-01-01");
    EXPECT_EQ(dates("2025-0"), "2025-01-01..2026-01-01");
    EXPECT_EQ(dates("2025-02-"), "2025-02-01..2025-03-01");
}

TEST(DateRange, reachesFromOneDateToAnother)
{
    EXPECT_EQ(dates("2025-02-01..2025-03-15"), "2025-02-01..2025-03-16");
    EXPECT_EQ(dates("2025-02.."), "2025-02-01..");
    EXPECT_EQ(dates("..2024"), "..2025-01-01");
    EXPECT_EQ(dates(".."), "none");
    EXPECT_EQ(dates("2025-02..2025"), "2025-02-01..2026-01-01");
    EXPECT_EQ(dates("2025-03..2025-02"), "2025-02-01..2025-04-01");
}

TEST(DateRange, comparesWithADate)
{
    EXPECT_EQ(dates("<2025-02"), "..2025-02-01");
    EXPECT_EQ(dates("<=2025-02"), "..2025-03-01");
    EXPECT_EQ(dates(">2025-02"), "2025-03-01..");
    EXPECT_EQ(dates(">=2025-02"), "2025-02-01..");
}

TEST(DateRange, countsBackFromNow)
{
    constexpr std::int64_t kDay = 86'400;

    EXPECT_EQ(parseDateRange("<7d"), (QueryRange{INT64_MIN, 7 * kDay, true}));
    EXPECT_EQ(parseDateRange("2w"), (QueryRange{INT64_MIN, 14 * kDay, true}));
    EXPECT_EQ(parseDateRange(">1y"), (QueryRange{365 * kDay, INT64_MAX, true}));
}

TEST(DateRange, knowsTodayAndYesterday)
{
    const auto today = parseDateRange("today");
    const auto yesterday = parseDateRange("yesterday");

    ASSERT_TRUE(today && yesterday);
    EXPECT_EQ(today->last - today->first, 86'400);
    EXPECT_EQ(yesterday->last, today->first);
}

TEST(DateRange, refusesWhatIsNoDate)
{
    for (const char *const value :
         {"", "soon", "202", "20255", "2025-13", "2025-02-30", "2025-1-1-1", "<", ">x", "7q"}) {
        EXPECT_EQ(dates(value), "none") << value;
    }
}

TEST(LengthRange, readsBoundsAndRanges)
{
    EXPECT_EQ(parseLengthRange("3000"), (QueryRange{3000, INT64_MAX}));
    EXPECT_EQ(parseLengthRange(">3000"), (QueryRange{3001, INT64_MAX}));
    EXPECT_EQ(parseLengthRange("<=500"), (QueryRange{INT64_MIN, 501}));
    EXPECT_EQ(parseLengthRange("<500"), (QueryRange{INT64_MIN, 500}));
    EXPECT_EQ(parseLengthRange("10..20"), (QueryRange{10, 21}));
    EXPECT_EQ(parseLengthRange("ten"), std::nullopt);
    EXPECT_EQ(parseLengthRange("99999999999999999999"), std::nullopt);
}

} // namespace lectern::core
