#include "core/search/row_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

namespace lectern::core {

namespace {

/// Sizes around the ends of the 64-bit words that a set is made of.
constexpr Row kSizes[] = {0, 1, 2, 63, 64, 65, 127, 128, 129, 1000};

std::set<Row> rowsOf(const RowSet &set, Row size)
{
    std::set<Row> rows;
    for (Row row = 0; row < size; ++row) {
        if (set.contains(row)) {
            rows.insert(row);
        }
    }
    std::vector<Row> visited;
    set.forEach([&](Row row) { visited.push_back(row); });
    EXPECT_TRUE(std::ranges::equal(visited, rows));
    return rows;
}

struct SetPair
{
    RowSet rows;
    std::set<Row> expected;
};

SetPair randomSet(Row size, std::mt19937 &random)
{
    SetPair pair{RowSet(size, RowSet::Fill::None), {}};
    for (Row count = size == 0 ? 0 : random() % (size + 1); count > 0; --count) {
        const Row row = random() % size;
        pair.rows.add(row);
        pair.expected.insert(row);
    }
    return pair;
}

} // namespace

TEST(RowSet, holdsNothingOrEverything_asFilled)
{
    for (const Row size : kSizes) {
        const RowSet none(size, RowSet::Fill::None);
        const RowSet all(size, RowSet::Fill::All);

        EXPECT_EQ(none.count(), 0U) << size;
        EXPECT_TRUE(none.isEmpty()) << size;
        EXPECT_EQ(all.count(), size);
        EXPECT_EQ(all.isEmpty(), size == 0) << size;
        EXPECT_EQ(rowsOf(all, size).size(), size);
    }
}

TEST(RowSet, turnsIntoItsOpposite_andBack)
{
    for (const Row size : kSizes) {
        RowSet rows(size, RowSet::Fill::None);

        rows.invert();

        EXPECT_EQ(rows.count(), size);
        rows.invert();
        EXPECT_TRUE(rows.isEmpty()) << size;
    }
}

TEST(RowSet, holdsARowOnce_howeverOftenItIsAdded)
{
    for (const Row size : kSizes) {
        for (const Row row : {Row{0}, size / 2, size - 1}) {
            if (size == 0) {
                continue;
            }
            RowSet rows(size, RowSet::Fill::None);
            rows.add(row);
            rows.add(row);

            EXPECT_EQ(rows.count(), 1U);
            EXPECT_EQ(rowsOf(rows, size), std::set<Row>{row});
            EXPECT_FALSE(rows.isEmpty());
        }
    }
}

TEST(RowSet, joinsCutsAndInverts_asSetsOfNumbersDo)
{
    std::mt19937 random(3); // NOLINT(cert-msc51-cpp): the same sets in every run
    for (int round = 0; round < 300; ++round) {
        const Row size = kSizes[random() % std::size(kSizes)];
        const SetPair left = randomSet(size, random);
        const SetPair right = randomSet(size, random);
        std::set<Row> common;
        std::set<Row> joined = left.expected;
        joined.insert(right.expected.begin(), right.expected.end());
        for (const Row row : left.expected) {
            if (right.expected.contains(row)) {
                common.insert(row);
            }
        }

        RowSet both = left.rows;
        both.keepOnly(right.rows);
        RowSet either = left.rows;
        either.addAll(right.rows);
        RowSet others = left.rows;
        others.invert();

        EXPECT_EQ(rowsOf(both, size), common);
        EXPECT_EQ(both.count(), common.size());
        EXPECT_EQ(rowsOf(either, size), joined);
        EXPECT_EQ(either.count(), joined.size());
        EXPECT_EQ(others.count(), size - left.expected.size());
        others.keepOnly(left.rows);
        EXPECT_TRUE(others.isEmpty());
    }
}

} // namespace lectern::core
