#include "core/state/reading_statistics.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kDay = 86'400;

std::int32_t dayInUtc(std::int64_t time)
{
    return static_cast<std::int32_t>(time / kDay);
}

/// Articles a.md, b.md and c.md; the first two are of one category and from two sites.
std::shared_ptr<const Library> madeLibrary()
{
    std::vector<ArticleRecord> records{makeRecord("a.md", "A"), makeRecord("b.md", "B"),
                                       makeRecord("c.md", "C")};
    records[0].meta.categories = {"rivers"};
    records[0].meta.source = "https://www.example.org/a";
    records[1].meta.categories = {"rivers", "towns"};
    records[1].meta.source = "http://example.net/b?utm_source=x";
    return buildLibrary("/articles", std::move(records), {});
}

/// States 11, 12 and 13, none of them read.
StateSnapshot madeStates()
{
    StateSnapshot states;
    states.article = {11, 12, 13};
    states.status.assign(3, ReadStatus::Unread);
    states.readAt.assign(3, 0);
    return states;
}

} // namespace

TEST(ReadingStatistics, countByDayCategoryAndSite)
{
    StateSnapshot states = madeStates();
    states.status = {ReadStatus::Read, ReadStatus::Reading, ReadStatus::Read};
    states.readAt = {5 * kDay + 1, 0, 7 * kDay};
    const std::vector<ReadingDay> days{{11, 4, 60, 500}, {11, 5, 30, 100}, {12, 5, 10, 40}};

    const ReadingStatistics found = readingStatistics(*madeLibrary(), states, days, dayInUtc);

    EXPECT_EQ(found.all, (ReadingAmount{2, 640, 100}));
    EXPECT_THAT(found.days,
                ElementsAre(DayAmount{4, {0, 500, 60}}, DayAmount{5, {1, 140, 40}},
                            DayAmount{7, {1, 0, 0}}));
    EXPECT_THAT(
        found.categories,
        ElementsAre(NamedAmount{"rivers", {1, 640, 100}}, NamedAmount{"towns", {0, 40, 10}}));
    EXPECT_THAT(found.sites,
                ElementsAre(NamedAmount{"example.org", {1, 600, 90}},
                            NamedAmount{"example.net", {0, 40, 10}}));
}

TEST(ReadingStatistics, countCopiesOnce)
{
    StateSnapshot states = madeStates();
    states.article = {11, 11, 0};
    states.status = {ReadStatus::Read, ReadStatus::Read, ReadStatus::Unread};
    states.readAt = {kDay, kDay, 0};

    EXPECT_EQ(readingStatistics(*madeLibrary(), states, {}, dayInUtc).all.articles, 1U);
}

TEST(ReadingStatistics, knowNothingOfOtherLibraries_andOfUnplacedTheDays)
{
    StateSnapshot states = madeStates();
    states.unplaced = {{77, {}}};
    const std::vector<ReadingDay> days{{99, 4, 60, 500}, {77, 5, 30, 100}};

    const ReadingStatistics found = readingStatistics(*madeLibrary(), states, days, dayInUtc);

    EXPECT_THAT(found.days, ElementsAre(DayAmount{5, {0, 100, 30}}));
    EXPECT_THAT(found.categories, IsEmpty());
}

} // namespace lectern::core
