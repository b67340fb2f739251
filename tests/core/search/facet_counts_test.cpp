#include "core/library/library_lookups.h"
#include "core/search/facet_counts.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/thread_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

using testing::ElementsAre;

constexpr std::size_t kTagsOfOne = 500;

/// A library of \a tags tags that lie in each other, three deep, 500 to an article.
std::shared_ptr<const Library> libraryOf(std::size_t tags)
{
    std::vector<ArticleRecord> records;
    for (std::size_t number = 0; number < tags; ++number) {
        if (number % kTagsOfOne == 0) {
            records.push_back(makeRecord(std::to_string(number) + ".md", "T"));
        }
        records.back().meta.tags.push_back("学科/" + std::to_string(number % 300) + "/"
                                           + std::to_string(number));
    }
    return buildLibrary("/r", std::move(records), {});
}

std::vector<Row> allRows(const Library &library)
{
    std::vector<Row> rows(library.size());
    for (Row row = 0; row < rows.size(); ++row) {
        rows[row] = row;
    }
    return rows;
}

/// Milliseconds that finding and counting the names above \a tags tags takes.
double costOf(std::size_t tags)
{
    const auto library = libraryOf(tags);
    const double start = tests::threadMs();
    EXPECT_EQ(library->lookups().nestedTerms(Taxonomy::Tag).parents.size(), 301U);
    EXPECT_EQ(countTerms(*library, Taxonomy::Tag, allRows(*library)).size(), tags);
    return tests::threadMs() - start;
}

} // namespace

/// Of the tags 科学, 科学/物理, 科学/化学/酸 and 旅行, with 科学/化学 that no article has.
class CountNamesTest : public testing::Test
{
protected:
    CountNamesTest()
    {
        ArticleRecord physics = makeRecord("1.md", "1");
        physics.meta.tags = {"科学/物理", "科学"};
        ArticleRecord acid = makeRecord("2.md", "2");
        acid.meta.tags = {"科学/化学/酸", "科学/物理"};
        ArticleRecord travel = makeRecord("3.md", "3");
        travel.meta.tags = {"旅行"};
        m_library = buildLibrary("/r", {physics, acid, travel}, {});
    }

    std::vector<std::uint32_t> counts(const std::vector<Row> &rows) const
    {
        std::vector<std::size_t> nameOf;
        for (TermId term = 0; term < m_library->termCount(Taxonomy::Tag); ++term) {
            const std::string_view name = m_library->termName(Taxonomy::Tag, term);
            nameOf.push_back(
                static_cast<std::size_t>(std::ranges::find(m_names, name) - m_names.begin()));
        }
        return countNames(*m_library, Taxonomy::Tag, rows, nameOf, m_parents);
    }

    std::vector<std::string> m_names{"旅行", "科学", "科学/化学", "科学/化学/酸", "科学/物理"};
    std::vector<std::size_t> m_parents{0, 1, 1, 2, 1};
    std::shared_ptr<const Library> m_library;
};

TEST_F(CountNamesTest, anArticle_countsOnceForEachNameAbove)
{
    EXPECT_THAT(counts({0}), ElementsAre(0, 1, 0, 0, 1));
    EXPECT_THAT(counts({1}), ElementsAre(0, 1, 1, 1, 1));
    EXPECT_THAT(counts({2}), ElementsAre(1, 0, 0, 0, 0));
}

TEST_F(CountNamesTest, counts_areOfTheRows_inAnyOrder)
{
    EXPECT_THAT(counts({}), ElementsAre(0, 0, 0, 0, 0));
    EXPECT_THAT(counts({2, 1, 0}), ElementsAre(1, 2, 1, 1, 2));
}

TEST_F(CountNamesTest, namesOfNoTerm_countWhatLiesInThem)
{
    m_parents = {0, 1, 2, 2, 1}; // 化学 at the first level

    EXPECT_THAT(counts({0, 1, 2}), ElementsAre(1, 2, 1, 1, 2));
}

TEST(NestedTags, fourTimesAsMany_takeFourTimesAsLong)
{
    constexpr std::size_t tags = 50'000;
    constexpr double kMostTimes = 11; // Sixteen if each looked at all others.
    bool isLinear = false;
    for (int again = 0; again < 6 && !isLinear; ++again) {
        isLinear = costOf(tags) <= kMostTimes * costOf(tags / 4);
    }
    EXPECT_TRUE(isLinear);
}

} // namespace lectern::core
