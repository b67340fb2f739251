#include "core/library/row_matches.h"
#include "core/state/state_snapshot.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

using testing::ElementsAre;

TEST(RowMatches, findEachRowByItsPath)
{
    const auto before = buildLibrary(
        "/r", {makeRecord("a.md", "A"), makeRecord("b.md", "B"), makeRecord("d.md", "D")}, {});
    const auto now = buildLibrary("/r",
                                  {makeRecord("a-.md", "N"), makeRecord("b.md", "B2"),
                                   makeRecord("c.md", "C"), makeRecord("d.md", "D")},
                                  {});

    EXPECT_THAT(rowsBefore(*before, *now), ElementsAre(kNoRow, 1, kNoRow, 2));
    EXPECT_THAT(rowsBefore(*now, *before), ElementsAre(kNoRow, 1, 3));
}

TEST(StateSnapshot, withRows_movesEveryColumn)
{
    const StateSnapshot snapshot{.root = "/r",
                                 .article = {7, 0, 9},
                                 .status
                                 = {ReadStatus::Read, ReadStatus::Unread, ReadStatus::Reading},
                                 .flags = {1, 0, 2},
                                 .progress = {1000, 0, 300},
                                 .openedAt = {70, 0, 90},
                                 .readAt = {71, 0, 0},
                                 .starredAt = {72, 0, 0},
                                 .labelStarts = {0, 2, 2, 3},
                                 .labelIds = {4, 5, 5},
                                 .labels = {{4, "a", 0}, {5, "b", 0}},
                                 .unplaced = {{3, {1}}},
                                 .unplacedArticles = {{}},
                                 .copies = {{0, 1}},
                                 .highlights = std::make_shared<const std::vector<Highlight>>(2)};
    const std::vector<Row> former{2, kNoRow, 0};

    const StateSnapshot moved = withRows(snapshot, former);

    EXPECT_THAT(moved.article, ElementsAre(9, 0, 7));
    EXPECT_THAT(moved.status,
                ElementsAre(ReadStatus::Reading, ReadStatus::Unread, ReadStatus::Read));
    EXPECT_THAT(moved.flags, ElementsAre(2, 0, 1));
    EXPECT_THAT(moved.progress, ElementsAre(300, 0, 1000));
    EXPECT_THAT(moved.openedAt, ElementsAre(90, 0, 70));
    EXPECT_THAT(moved.readAt, ElementsAre(0, 0, 71));
    EXPECT_THAT(moved.starredAt, ElementsAre(0, 0, 72));
    EXPECT_THAT(moved.labelsOf(0), ElementsAre(5));
    EXPECT_THAT(moved.labelsOf(1), ElementsAre());
    EXPECT_THAT(moved.labelsOf(2), ElementsAre(4, 5));
    EXPECT_EQ(moved.labels, snapshot.labels);
    EXPECT_EQ(moved.unplaced, (std::vector<UnplacedState>{{3, {}}}));
    EXPECT_TRUE(moved.copies.empty());
    EXPECT_EQ(moved.highlights, snapshot.highlights);
}

} // namespace lectern::core
