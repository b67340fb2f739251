#include "core/library/library_lookups.h"
#include "core/search/query.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/thread_time.h"
#include "ui/sidebar/term_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lectern {
namespace {

std::shared_ptr<const core::Library> libraryOf(std::size_t tags)
{
    core::ArticleRecord record = core::makeRecord("a.md", "T");
    for (std::size_t number = 0; number < tags; ++number) {
        record.meta.tags.push_back("a" + std::to_string(number % 300) + "/"
                                   + std::to_string(number));
    }
    return core::buildLibrary("/r", {std::move(record)}, {});
}

/// Milliseconds that the tree of \a tags tags takes.
double costOf(std::size_t tags)
{
    const auto library = libraryOf(tags);
    static_cast<void>(library->lookups().nestedTerms(core::Taxonomy::Tag));
    const double start = tests::threadMs();
    const ui::TermTree tree(*library, core::Taxonomy::Tag);
    const ui::NameTree shown = tree.shown(*library, std::vector<core::Row>{0}, core::Query());
    const double cost = tests::threadMs() - start;
    EXPECT_EQ(shown.size(), tags + 300 + 1);
    return cost;
}

TEST(TermTree, fourTimesAsManyTags_takeFourTimesAsLong)
{
    constexpr std::size_t tags = 50'000;
    constexpr double kMostTimes = 11; // Sixteen if each looked at all others.
    bool isLinear = false;
    for (int again = 0; again < 6 && !isLinear; ++again) {
        isLinear = costOf(tags) <= kMostTimes * costOf(tags / 4);
    }
    EXPECT_TRUE(isLinear);
}

TEST(TermTree, isEmpty_whereNoTagLiesInAnother)
{
    core::ArticleRecord record = core::makeRecord("a.md", "T");
    record.meta.tags = {"a", "b"};
    const auto library = core::buildLibrary("/r", {record}, {});

    EXPECT_TRUE(ui::TermTree(*library, core::Taxonomy::Tag).isEmpty());
}

} // namespace
} // namespace lectern
