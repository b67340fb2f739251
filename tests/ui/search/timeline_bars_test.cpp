#include "core/search/query.h"
#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "ui/search/timeline_bars.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern {
namespace {

using core::MonthCount;
using ui::TimelineBar;

std::optional<core::QueryRange> dates(std::string_view line)
{
    return core::datesInUse(core::parseQuery(line));
}

/// `2025-01:3 2025-02:0 2025-03*:1`; `*` is chosen.
std::string text(const std::vector<TimelineBar> &bars)
{
    std::string text;
    for (const TimelineBar &bar : bars) {
        text += (text.empty() ? "" : " ") + ui::dateValue(bar.first, bar.last).toStdString()
            + (bar.isChosen ? "*" : "") + ":" + std::to_string(bar.articles);
    }
    return text;
}

const std::vector<MonthCount> kThreeMonths{{2024, 12, 3}, {2025, 2, 1}};
const std::vector<MonthCount> kTenYears{{2015, 3, 1}, {2024, 12, 3}, {2025, 2, 1}};

TEST(TimelineBars, shortTime_isShownByMonths_withoutGaps)
{
    EXPECT_EQ(text(ui::timelineBars(kThreeMonths, {}, 100)), "2024-12:3 2025-01:0 2025-02:1");
}

TEST(TimelineBars, longTime_isShownByYears)
{
    EXPECT_EQ(text(ui::timelineBars(kTenYears, {}, 100)),
              "2015:1 2016:0 2017:0 2018:0 2019:0 2020:0 2021:0 2022:0 2023:0 2024:3 2025:1");
}

TEST(TimelineBars, chosenYear_isShownByItsMonths)
{
    const auto bars = ui::timelineBars(kTenYears, dates("date:2024"), 100);

    ASSERT_EQ(bars.size(), 12U);
    EXPECT_TRUE(bars.front().isChosen);
    EXPECT_EQ(text({bars.back()}), "2024-12*:3");
}

TEST(TimelineBars, chosenMonth_standsAmongThoseOfItsYear)
{
    const auto bars = ui::timelineBars(kTenYears, dates("date:2024-12"), 100);

    ASSERT_EQ(bars.size(), 12U);
    EXPECT_FALSE(bars.front().isChosen);
    EXPECT_TRUE(bars.back().isChosen);
}

TEST(TimelineBars, chosenYears_areMarked_whenTheyAreMany)
{
    const auto bars = ui::timelineBars(kTenYears, dates("date:2016..2022"), 100);

    EXPECT_EQ(text(bars),
              "2015:1 2016*:0 2017*:0 2018*:0 2019*:0 2020*:0 2021*:0 2022*:0 2023:0 "
              "2024:3 2025:1");
}

TEST(TimelineBars, openEnds_reachToTheEnds)
{
    EXPECT_EQ(text(ui::timelineBars(kThreeMonths, dates("after:2024-12"), 100)),
              "2025-01*:0 2025-02*:1 2025-03:0 2025-04:0 2025-05:0 2025-06:0 2025-07:0 2025-08:0 "
              "2025-09:0 2025-10:0 2025-11:0 2025-12:0");
    EXPECT_EQ(ui::timelineBars(kTenYears, dates("before:2024"), 100).size(), 11U);
}

TEST(TimelineBars, datesBeyondTheArticles_chooseNothing)
{
    EXPECT_EQ(text(ui::timelineBars(kThreeMonths, dates("date:1999"), 100)),
              "2024-12:3 2025-01:0 2025-02:1");
    EXPECT_EQ(text(ui::timelineBars(kThreeMonths, dates("after:2026 before:2020"), 100)),
              "2024-12:3 2025-01:0 2025-02:1");
}

TEST(TimelineBars, staysWithinItsRoom)
{
    const std::vector<MonthCount> ages{{1, 1, 1}, {1970, 1, 2}, {9999, 12, 3}};
    for (const int room : {1, 2, 5, 40, 100, 300}) {
        const auto bars = ui::timelineBars(ages, {}, room);

        EXPECT_LE(bars.size(), static_cast<std::size_t>(std::max(room, 3))) << room;
        std::uint32_t articles = 0;
        for (const TimelineBar &bar : bars) {
            articles += bar.articles;
        }
        EXPECT_EQ(articles, 6U) << room;
    }
    EXPECT_EQ(text(ui::timelineBars(kTenYears, {}, 4)), "2015..2019:1 2020..2024:3 2025..2029:1");
    EXPECT_EQ(text(ui::timelineBars(kTenYears, {}, 3)), "2010..2019:1 2020..2029:4");
    EXPECT_EQ(text(ui::timelineBars(kThreeMonths, {}, 2)), "2024:3 2025:1");
}

TEST(TimelineBars, nothingDated_givesNoBars)
{
    EXPECT_TRUE(ui::timelineBars({}, dates("date:2025"), 100).empty());
    EXPECT_TRUE(ui::timelineBars(kThreeMonths, {}, 0).empty());
}

TEST(DateValue, isWhatTheQueryLineReads)
{
    const int january = 2024 * 12;

    EXPECT_EQ(ui::dateValue(january + 1, january + 1), QStringLiteral("2024-02"));
    EXPECT_EQ(ui::dateValue(january, january + 11), QStringLiteral("2024"));
    EXPECT_EQ(ui::dateValue(january, january + 23), QStringLiteral("2024..2025"));
    EXPECT_EQ(ui::dateValue(january, january + 12), QStringLiteral("2024-01..2025-01"));
    EXPECT_EQ(ui::dateValue(12, 12), QStringLiteral("0001-01"));
}

TEST(TimelineText, saysWhatABarHolds)
{
    EXPECT_EQ(ui::timelineText(2024 * 12 + 1, 2024 * 12 + 1, 3),
              QStringLiteral("3 article(s) from February 2024"));
}

} // namespace
} // namespace lectern
