#include "core/article/meta_gaps.h"
#include "tests/support/fill_place.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A meta that has a value in each field that can be filled.
ArticleMeta fullMeta(const std::string &word)
{
    ArticleMeta meta;
    meta.title = "title " + word;
    meta.titleOrigin = TitleOrigin::FrontMatter;
    meta.date = parseTimestamp("2024-05-06");
    meta.dateOrigin = DateOrigin::Date;
    meta.dateText = "2024-05-06 " + word;
    for (std::string ArticleMeta::*const text :
         {&ArticleMeta::subtitle, &ArticleMeta::summary, &ArticleMeta::thumbnail,
          &ArticleMeta::lead, &ArticleMeta::slug, &ArticleMeta::url, &ArticleMeta::source}) {
        meta.*text = word;
    }
    for (std::vector<std::string> ArticleMeta::*const list :
         {&ArticleMeta::categories, &ArticleMeta::tags, &ArticleMeta::languages,
          &ArticleMeta::authors, &ArticleMeta::keywords, &ArticleMeta::series}) {
        meta.*list = {word, "桥"};
    }
    for (std::optional<bool> ArticleMeta::*const flag :
         {&ArticleMeta::comments, &ArticleMeta::authorbox, &ArticleMeta::pager, &ArticleMeta::toc,
          &ArticleMeta::mathjax}) {
        meta.*flag = true;
    }
    meta.weight = 7;
    return meta;
}

/// What is of one article alone, or only for the layouts of a site.
bool fillsNoGap(Field field)
{
    constexpr std::array kFieldsOfNoOther{Field::Sidebar, Field::Translations, Field::Aliases,
                                          Field::Widgets};
    return std::ranges::find(kFieldsOfNoOther, field) != kFieldsOfNoOther.end();
}

} // namespace

TEST(MetaGaps, areFilledFromEachFieldOfTheTable)
{
    for (const FieldRow &row : kFields) {
        ArticleMeta other;
        std::visit(tests::FillPlace{other, "value"}, row.place);
        ArticleMeta meta;

        fillGaps(meta, other);

        EXPECT_EQ(meta, fillsNoGap(row.field) ? ArticleMeta() : other) << row.names;
    }
}

TEST(MetaGaps, areFilledWhereNothingIs)
{
    ArticleMeta meta;

    fillGaps(meta, fullMeta("other"));

    EXPECT_EQ(meta, fullMeta("other"));
}

TEST(MetaGaps, leaveWhatIsThere)
{
    ArticleMeta meta = fullMeta("mine");
    meta.comments = false;
    meta.weight = -1;
    const ArticleMeta before = meta;

    fillGaps(meta, fullMeta("other"));

    EXPECT_EQ(meta, before); // a flag that says no says something
}

TEST(MetaGaps, takeADateWithAllThatIsSaidOfIt)
{
    ArticleMeta meta;
    meta.dateText = "last summer"; // means no day
    meta.dateOrigin = DateOrigin::None;

    fillGaps(meta, fullMeta("other"));

    EXPECT_EQ(meta.dateText, "2024-05-06 other");
    EXPECT_EQ(meta.dateOrigin, DateOrigin::Date);
}

TEST(MetaGaps, takeNoDate_whereTheOtherHasNone)
{
    ArticleMeta meta;
    meta.dateText = "last summer";
    ArticleMeta other = fullMeta("other");
    other.date.reset();

    fillGaps(meta, other);

    EXPECT_FALSE(meta.date);
    EXPECT_EQ(meta.dateText, "last summer");
}

TEST(MetaGaps, takeATitleWithItsOrigin)
{
    ArticleMeta meta;
    meta.titleOrigin = TitleOrigin::FileName;
    fillGaps(meta, fullMeta("other"));
    EXPECT_EQ(meta.titleOrigin, TitleOrigin::FrontMatter);

    ArticleMeta titled;
    titled.title = "mine";
    titled.titleOrigin = TitleOrigin::Heading;
    fillGaps(titled, fullMeta("other"));
    EXPECT_EQ(titled.titleOrigin, TitleOrigin::Heading);
}

TEST(MetaGaps, mixNoLists)
{
    ArticleMeta meta;
    meta.tags = {"mine"};

    fillGaps(meta, fullMeta("other"));

    EXPECT_THAT(meta.tags, ElementsAre("mine"));
    EXPECT_THAT(meta.categories, ElementsAre("other", "桥"));
}

TEST(MetaGaps, takeNothingThatIsOfOneArticleAlone)
{
    ArticleMeta other;
    other.aliases = {"/old"};
    other.translations = {"b.md"};
    other.isDraft = true;
    other.others = {{"mood", "good"}};
    other.page = PageKind::Section;
    ArticleMeta meta;

    fillGaps(meta, other);

    EXPECT_THAT(meta.aliases, IsEmpty());
    EXPECT_THAT(meta.translations, IsEmpty());
    EXPECT_FALSE(meta.isDraft);
    EXPECT_THAT(meta.others, IsEmpty());
    EXPECT_EQ(meta.page, PageKind::Single);
}

} // namespace lectern::core
