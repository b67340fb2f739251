#include "core/state/state_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t kLargest = std::numeric_limits<std::uint32_t>::max();

class StateRowsTest : public testing::Test
{
protected:
    /// What \a make makes of the one row whose columns have \a values.
    template <typename Make>
    auto rowOf(const std::string &values, const Make &make) const
    {
        Statement row = database.prepare("SELECT " + values).value();
        EXPECT_TRUE(row.step().value());
        return make(row);
    }

    ReadingState state(const std::string &values) const { return rowOf(values, stateOf); }

    Database database = Database::openInMemory().value();
};

} // namespace

TEST_F(StateRowsTest, articleOf_readsEachColumn)
{
    const TextPrint print = textPrintOf("a text of some words and 42");
    Statement row
        = database.prepare("SELECT 3, x'C3', 'example.org/a', '标题', 12, -5, 1, ?, 27, ?").value();
    const std::string sketch = encodeSketch(print.sketch);
    row.bind(static_cast<std::int64_t>(print.hash), std::string_view(sketch));
    ASSERT_TRUE(row.step().value());

    const KnownArticle article = articleOf(row);

    EXPECT_EQ(article.state, 3);
    EXPECT_EQ(article.key, (ArticleKey{"\xC3", "example.org/a", "标题", {12, -5, 0}, print}));
}

TEST_F(StateRowsTest, articleOf_makesNearestNumbersOfImpossibleOnes)
{
    const KnownArticle article
        = rowOf("1, '', '', '', -1, 0, 99999999999, -1, -7, 'odd'", articleOf);

    EXPECT_EQ(article.key.stamp.sizeBytes, 0U);
    EXPECT_EQ(article.key.print.version, kLargest);
    EXPECT_EQ(article.key.print.hash, UINT64_MAX); // hashes fill all 64 bits
    EXPECT_EQ(article.key.print.bytes, 0U);
    EXPECT_FALSE(hasSketch(article.key.print.sketch));
}

TEST_F(StateRowsTest, stateOf_readsEachColumn)
{
    ReadingState expected;
    expected.id = 9;
    expected.status = ReadStatus::Reading;
    expected.openedAt = 11;
    expected.readAt = 12;
    expected.starredAt = 13;
    expected.progress = 14;
    expected.position = {15, "从前"};
    expected.readVersion = 16;
    expected.readHash = 17;

    EXPECT_EQ(state("9, 1, 11, 12, 13, 14, 15, '从前', 16, 17"), expected);
}

TEST_F(StateRowsTest, stateOf_takesNoStatusThatThereIsNot)
{
    EXPECT_EQ(state("1, 2, 0, 0, 0, 0, 0, '', 0, 0").status, ReadStatus::Read);
    EXPECT_EQ(state("1, 3, 0, 0, 0, 0, 0, '', 0, 0").status, ReadStatus::Read);
    EXPECT_EQ(state("1, 258, 0, 0, 0, 0, 0, '', 0, 0").status, ReadStatus::Read);
    EXPECT_EQ(state("1, -1, 0, 0, 0, 0, 0, '', 0, 0").status, ReadStatus::Unread);
    EXPECT_EQ(state("1, NULL, 0, 0, 0, 0, 0, '', 0, 0").status, ReadStatus::Unread);
}

TEST_F(StateRowsTest, stateOf_keepsProgressBetweenNothingAndAll)
{
    EXPECT_EQ(state("1, 0, 0, 0, 0, 1000, 0, '', 0, 0").progress, kWholeProgress);
    EXPECT_EQ(state("1, 0, 0, 0, 0, 1001, 0, '', 0, 0").progress, kWholeProgress);
    EXPECT_EQ(state("1, 0, 0, 0, 0, 66536, 0, '', 0, 0").progress, kWholeProgress);
    EXPECT_EQ(state("1, 0, 0, 0, 0, -1, 0, '', 0, 0").progress, 0);
}

TEST_F(StateRowsTest, stateOf_keepsPlacesWithinTheirType)
{
    EXPECT_EQ(state("1, 0, 0, 0, 0, 0, 4294967295, '', 0, 0").position.paragraph, kLargest);
    EXPECT_EQ(state("1, 0, 0, 0, 0, 0, 4294967296, '', 0, 0").position.paragraph, kLargest);
    EXPECT_EQ(state("1, 0, 0, 0, 0, 0, -1, '', -1, 0").position.paragraph, 0U);
    EXPECT_EQ(state("1, 0, 0, 0, 0, 0, -1, '', -1, 0").readVersion, 0U);
}

TEST_F(StateRowsTest, highlightOf_readsEachColumn)
{
    Highlight expected;
    expected.id = 1;
    expected.uid = "uid";
    expected.article = 2;
    expected.colour = HighlightColour::Red;
    expected.note = "说得对";
    expected.place = {"quote", "before", "behind", 4, UINT64_MAX, true};
    expected.createdAt = 5;
    expected.changedAt = 6;

    EXPECT_EQ(
        rowOf("1, 'uid', 2, 3, '说得对', 'quote', 'before', 'behind', 4, -1, 1, 5, 6", highlightOf),
        expected);
}

TEST_F(StateRowsTest, highlightOf_takesNoColourThatThereIsNot)
{
    const auto colour = [this](const std::string &number) {
        return rowOf("1, '', 2, " + number + ", '', '', '', '', 0, 0, 0, 0, 0", highlightOf).colour;
    };

    EXPECT_EQ(colour("4"), HighlightColour::Red);
    EXPECT_EQ(colour("256"), HighlightColour::Red);
    EXPECT_EQ(colour("-1"), HighlightColour::Yellow);
    EXPECT_EQ(colour("'blue'"), HighlightColour::Yellow);
}

TEST_F(StateRowsTest, rowsOf_givesAllInTheirOrder)
{
    const auto first = [](const Statement &row) { return row.integer(0); };

    const auto some
        = rowsOf(database, "SELECT value FROM json_each('[3,1,2]') WHERE value > ? ORDER BY value",
                 first, std::int64_t{1});
    const auto none = rowsOf(database, "SELECT 1 WHERE 0", first);

    EXPECT_THAT(some.value(), ElementsAre(2, 3));
    EXPECT_THAT(none.value(), IsEmpty());
}

TEST_F(StateRowsTest, rowsOf_failsAsAWhole_whereOneRowDoes)
{
    const auto first = [](const Statement &row) { return row.integer(0); };

    EXPECT_FALSE(rowsOf(database, "SELECT id FROM nowhere", first));
    // The second row cannot be computed.
    EXPECT_FALSE(
        rowsOf(database, "SELECT abs(value) FROM json_each('[1,-9223372036854775808]')", first));
}

TEST_F(StateRowsTest, runOnce_saysWhatIsWrong)
{
    ASSERT_TRUE(database.run("CREATE TABLE word (text BLOB UNIQUE)"));

    EXPECT_TRUE(runOnce(database, "INSERT INTO word VALUES (?)", std::string_view("a")));
    EXPECT_FALSE(runOnce(database, "INSERT INTO word VALUES (?)", std::string_view("a")));
    EXPECT_FALSE(runOnce(database, "INSERT INTO words VALUES (?)", std::string_view("b")));
    EXPECT_EQ(database.number("SELECT count(*) FROM word").value(), 1);
}

} // namespace lectern::core
