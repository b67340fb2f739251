#include "core/search/excluding_condition.h"
#include "core/search/facet_counts.h"
#include "core/search/query_edits.h"
#include "core/search/query_parser.h"
#include "core/search/select.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

std::shared_ptr<const Library> library()
{
    ArticleRecord science = makeRecord("1.md", "科学与社会");
    setDate(science, "2025-02-10 11:43:17");
    science.meta.summary = "Why ＡＢＣ matters";
    science.meta.tags = {"science", "社会"};
    science.meta.categories = {"qq"};
    science.meta.languages = {"zh-CN"};
    science.meta.source = "https://new.qq.com/rain/1";
    science.meta.authors = {"李雷"};
    science.meta.others = {{"Layout", "Post"}};
    science.bodyLength = 4000;
    science.hasImage = true;

    ArticleRecord garden = makeRecord("2.md", "A Small Garden");
    setDate(garden, "2025-03-01");
    garden.meta.summary = "Notes on science and soil";
    garden.meta.tags = {"soil", "Science"};
    garden.meta.languages = {"en"};
    garden.bodyLength = 100;
    garden.hasMath = true;

    ArticleRecord draft = makeRecord("3.md", "Garden diary");
    draft.meta.isDraft = true;
    draft.meta.aliases = {"花园日记", "/2020/old-address/"};
    draft.meta.languages = {"en-GB"};
    draft.problems
        = {{ProblemCode::FrontMatterBroken, 2, 1, worded(ProblemReason::NoKeys), "", ""}};
    return buildLibrary("/r", {science, garden, draft}, {});
}

std::vector<std::string> found(std::string_view line, const SelectContext &context = {})
{
    const auto all = library();
    const SortOrder byTitle{SortKey::Title, SortDirection::Ascending};
    return titlesOf(*all, select(*all, parseQuery(line), byTitle, context));
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Select, givesEverything_whenNothingIsAsked)
{
    EXPECT_THAT(found(""), ElementsAre("A Small Garden", "Garden diary", "科学与社会"));
}

TEST(Select, matchesAnySubstringOfTitleOrSummary)
{
    EXPECT_THAT(found("学"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("arde"), ElementsAre("A Small Garden", "Garden diary"));
    EXPECT_THAT(found("science"), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("garden soil"), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("\"small garden\""), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("\"garden small\""), IsEmpty());
}

TEST(Select, foldsCaseAndWidth)
{
    EXPECT_THAT(found("GARDEN"), ElementsAre("A Small Garden", "Garden diary"));
    EXPECT_THAT(found("abc"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("ｓｏｉｌ"), ElementsAre("A Small Garden"));
}

TEST(Select, doesNotMatchAcrossFieldsOrArticles)
{
    EXPECT_THAT(found("\"gardennotes\""), IsEmpty());
    EXPECT_THAT(found("\"soilgarden\""), IsEmpty());
}

TEST(Select, looksOnlyIntoTheFieldNamed)
{
    EXPECT_THAT(found("title:garden"), ElementsAre("A Small Garden", "Garden diary"));
    EXPECT_THAT(found("summary:garden"), IsEmpty());
    EXPECT_THAT(found("title:science"), IsEmpty());
    EXPECT_THAT(found("summary:science"), ElementsAre("A Small Garden"));
}

TEST(Select, findsAnArticleByItsOtherNames)
{
    EXPECT_THAT(found("花园"), ElementsAre("Garden diary"));
    EXPECT_THAT(found("title:花园日记"), ElementsAre("Garden diary"));
    EXPECT_THAT(found("summary:花园"), IsEmpty());
    EXPECT_THAT(found("old-address"), IsEmpty());
    EXPECT_THAT(found("diary花园"), IsEmpty());
}

TEST(Select, matchesWholeTagsWithoutCase)
{
    EXPECT_THAT(found("tag:science"), ElementsAre("A Small Garden", "科学与社会"));
    EXPECT_THAT(found("tag:scien"), IsEmpty());
    EXPECT_THAT(found("tag:社会 category:qq"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("tag:science -tag:soil"), ElementsAre("科学与社会"));
}

TEST(Select, takesALanguageForItsRegionsToo)
{
    EXPECT_THAT(found("lang:en"), ElementsAre("A Small Garden", "Garden diary"));
    EXPECT_THAT(found("lang:en-gb"), ElementsAre("Garden diary"));
    EXPECT_THAT(found("lang:en_GB"), ElementsAre("Garden diary"));
    EXPECT_THAT(found("lang:e"), IsEmpty());
    EXPECT_THAT(found("lang:en_"), IsEmpty());
}

TEST(Select, combinesWithOrNotAndGroups)
{
    EXPECT_THAT(found("soil OR 科学"), ElementsAre("A Small Garden", "科学与社会"));
    EXPECT_THAT(found("-garden"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("garden -(soil OR 科学)"), ElementsAre("Garden diary"));
}

TEST(Select, comparesDatesByTheWrittenClock)
{
    EXPECT_THAT(found("date:2025-02-10"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("date:2025"), ElementsAre("A Small Garden", "科学与社会"));
    EXPECT_THAT(found("before:2025-03"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("after:2025-02-10"), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("-date:2025"), ElementsAre("Garden diary"));
}

TEST(Select, countsAgesFromNow)
{
    SelectContext context;
    context.now = toInstant(*parseTimestamp("2025-03-04 00:00:00"));

    EXPECT_THAT(found("date:<7d", context), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("date:>7d", context), ElementsAre("科学与社会"));
}

TEST(Select, knowsAuthorSiteKeyAndLength)
{
    EXPECT_THAT(found("author:李"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("site:qq.com"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("site:q.com"), IsEmpty());
    EXPECT_THAT(found("layout:post"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("nokey:post"), IsEmpty());
    EXPECT_THAT(found("len:>3000"), ElementsAre("科学与社会"));
}

TEST(Select, knowsStates)
{
    EXPECT_THAT(found("has:image"), ElementsAre("科学与社会"));
    EXPECT_THAT(found("has:math"), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("is:broken"), ElementsAre("Garden diary"));
    EXPECT_THAT(found("is:draft"), ElementsAre("Garden diary"));
}

TEST(Select, asksTheContextForBodies)
{
    SelectContext context;
    context.searchBodies = [](std::string_view needle, RowSet &rows) {
        if (needle == "worm") {
            rows.add(1);
        }
    };

    EXPECT_THAT(found("body:Worm", context), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("worm", context), IsEmpty());
    context.alsoSearchBodies = true;
    EXPECT_THAT(found("worm", context), ElementsAre("A Small Garden"));
    EXPECT_THAT(found("worm"), IsEmpty());
}

TEST(Select, ordersAsAsked_withUndatedLastBothWays)
{
    const auto all = library();
    const auto ordered = [&](std::string_view line, SortOrder order) {
        return titlesOf(*all, select(*all, parseQuery(line), order));
    };

    EXPECT_THAT(ordered("", {SortKey::Date, SortDirection::Descending}),
                ElementsAre("A Small Garden", "科学与社会", "Garden diary"));
    EXPECT_THAT(ordered("", {SortKey::Date, SortDirection::Ascending}),
                ElementsAre("科学与社会", "A Small Garden", "Garden diary"));
    EXPECT_THAT(ordered("", {SortKey::Title, SortDirection::Descending}),
                ElementsAre("科学与社会", "Garden diary", "A Small Garden"));
    EXPECT_THAT(ordered("sort:title", {SortKey::Date, SortDirection::Descending}),
                ElementsAre("A Small Garden", "Garden diary", "科学与社会"));
}

TEST(Select, ordersByWeight_withThoseOfNoneLastBothWays)
{
    ArticleRecord heavy = makeRecord("1.md", "Heavy");
    heavy.meta.weight = 30;
    ArticleRecord light = makeRecord("2.md", "Light");
    light.meta.weight = -2;
    ArticleRecord none = makeRecord("3.md", "None");
    setDate(none, "2025-01-01");
    ArticleRecord newer = makeRecord("4.md", "Newer");
    newer.meta.weight = 30;
    setDate(newer, "2026-01-01");
    const auto all = buildLibrary("/r", {heavy, light, none, newer}, {});
    const auto ordered = [&](std::string_view line, SortOrder order = {}) {
        return titlesOf(*all, select(*all, parseQuery(line), order));
    };

    EXPECT_THAT(ordered("", {SortKey::Weight, SortDirection::Ascending}),
                ElementsAre("Light", "Newer", "Heavy", "None"));
    EXPECT_THAT(ordered("sort:weight"), ElementsAre("Light", "Newer", "Heavy", "None"));
    EXPECT_THAT(ordered("sort:weight-desc"), ElementsAre("Newer", "Heavy", "Light", "None"));
    EXPECT_THAT(ordered("sort:weight -Light"), ElementsAre("Newer", "Heavy", "None"));
}

TEST(Select, takesTheTimeOfAFileForNoDate)
{
    ArticleRecord dated = makeRecord("1.md", "Dated");
    setDate(dated, "2020-01-01");
    ArticleRecord copied = makeRecord("2.md", "Copied");
    setDate(copied, "2026-01-01");
    copied.meta.dateOrigin = DateOrigin::FileTime;
    const auto all = buildLibrary("/r", {dated, copied}, {});

    EXPECT_THAT(titlesOf(*all, select(*all, parseQuery(""), {})), ElementsAre("Dated", "Copied"));
    EXPECT_THAT(titlesOf(*all, select(*all, parseQuery("date:2026"), {})), IsEmpty());
    EXPECT_THAT(countMonths(*all, std::vector<Row>{0, 1}), ElementsAre(MonthCount{2020, 1, 1}));
}

TEST(Select, ranksTitleOverSummary)
{
    ArticleRecord inSummary = makeRecord("1.md", "Other");
    inSummary.meta.summary = "about tea";
    setDate(inSummary, "2026-01-01");
    ArticleRecord inTitle = makeRecord("2.md", "Tea");
    setDate(inTitle, "2020-01-01");
    const auto all = buildLibrary("/r", {inSummary, inTitle}, {});

    const auto rows = select(*all, parseQuery("tea sort:relevance"), {});

    EXPECT_THAT(titlesOf(*all, rows), ElementsAre("Tea", "Other"));
}

TEST(CountRows, countsWhatSelectFinds)
{
    const auto all = library();

    for (const std::string_view line : {"", "garden", "tag:science", "-date:2025", "nothing"}) {
        const Query query = parseQuery(line);
        EXPECT_EQ(countRows(*all, query), select(*all, query, {}).size()) << line;
    }
}

TEST(CountTerms, countsWithinTheRowsGiven)
{
    const auto all = library();
    const std::vector<Row> rows{0};

    const std::vector<std::uint32_t> counts = countTerms(*all, Taxonomy::Tag, rows);

    ASSERT_EQ(counts.size(), all->termCount(Taxonomy::Tag));
    EXPECT_EQ(counts[*all->findTerm(Taxonomy::Tag, "社会")], 1U);
    EXPECT_EQ(counts[*all->findTerm(Taxonomy::Tag, "soil")], 0U);
}

TEST(Select, findsWhatIsTyped_forQuotesAndDashesOfPrint)
{
    ArticleRecord printed = makeRecord("1.md", "The baker’s notebook");
    printed.meta.summary = "Don’t panic: it’s “only” flour, 2010–2020.";
    const ArticleRecord typed = makeRecord("2.md", "The miller's \"notebook\" - 「札记」");
    const auto all = buildLibrary("/r", {printed, typed}, {});
    const auto titles = [&](std::string_view line) {
        return titlesOf(*all, select(*all, parseQuery(line), {SortKey::Title}));
    };

    for (const std::string_view line : {"baker's", "don't", "it’s", "2010-2020", "2010—2020",
                                        R"("\"only\"")", "“only”", "title:„only“ OR baker‘s"}) {
        EXPECT_THAT(titles(line), ElementsAre("The baker’s notebook")) << line;
    }
    for (const std::string_view line : {"miller’s", "“notebook”", "«notebook»", "\"– 「札记」\""}) {
        EXPECT_THAT(titles(line), ElementsAre("The miller's \"notebook\" - 「札记」")) << line;
    }
    for (const std::string_view line : {"bakers", "“札记”", "it-s", "2010 2020 -flour"}) {
        EXPECT_THAT(titles(line), IsEmpty()) << line;
    }
}

TEST(CountTerms, countsWhatLiesInATerm_once)
{
    ArticleRecord both = makeRecord("1.md", "A");
    both.meta.tags = {"a", "a/b", "a/c"};
    ArticleRecord deep = makeRecord("2.md", "B");
    deep.meta.tags = {"A/b/c", "ab"};
    const auto all = buildLibrary("/r", {both, deep}, {});
    const std::vector<Row> rows{0, 1};

    const std::vector<std::uint32_t> counts = countTerms(*all, Taxonomy::Tag, rows);

    const auto countOf
        = [&](std::string_view name) { return counts[*all->findTerm(Taxonomy::Tag, name)]; };
    EXPECT_EQ(countOf("a"), 2U);
    EXPECT_EQ(countOf("a/b"), 2U);
    EXPECT_EQ(countOf("a/c"), 1U);
    EXPECT_EQ(countOf("A/b/c"), 1U);
    EXPECT_EQ(countOf("ab"), 1U);
    for (const std::string_view name : {"a", "a/b", "a/c", "A/b/c", "ab"}) {
        const Query query = parseQuery("tag:" + std::string(name));
        EXPECT_EQ(countRows(*all, query), countOf(name)) << name;
    }
}

TEST(CountFolders, countsThoseBelowToo)
{
    const auto all = buildLibrary("/r",
                                  {makeRecord("a/1.md", "A"), makeRecord("a/b/2.md", "B"),
                                   makeRecord("a/b/3.md", "C"), makeRecord("z.md", "D")},
                                  {});
    const std::vector<Row> some{3, 1, 0};

    EXPECT_THAT(countFolders(*all, some), ElementsAre(2U, 1U));
    EXPECT_THAT(countFolders(*all, {}), ElementsAre(0U, 0U));
    EXPECT_THAT(folderUses(*all, parseQuery("folder:A -folder:a/b")),
                ElementsAre(TermUse::Included, TermUse::Excluded));
    EXPECT_THAT(folderUses(*all, parseQuery("(folder:a) tag:a folder:b")),
                ElementsAre(TermUse::Ignored, TermUse::Ignored));
}

TEST(TermsInUse, agreesWithTheLine)
{
    const auto all = library();
    for (const std::string_view line :
         {"", "tag:SCIENCE x", "-tag:soil tag:science", "tag:soil -tag:soil", "(tag:soil)",
          "tag:soil OR x", "category:soil", "tag:none"}) {
        const auto used = termsInUse(*all, Taxonomy::Tag, parseQuery(line));

        for (TermId term = 0; term < all->termCount(Taxonomy::Tag); ++term) {
            const auto found = std::ranges::find(used, term, &TermInUse::term);
            const TermUse use = found == used.end() ? TermUse::Ignored : found->use;
            EXPECT_EQ(
                use, termUse(parseQuery(line), QueryField::Tag, all->termName(Taxonomy::Tag, term)))
                << line;
        }
    }
}

TEST(CountMonths, groupsByTheWrittenClock)
{
    const auto all = library();
    const std::vector<Row> rows{0, 1, 2};

    EXPECT_THAT(countMonths(*all, rows),
                ElementsAre(MonthCount{2025, 2, 1}, MonthCount{2025, 3, 1}));
}

TEST(ExcludingCondition, asksTheContextToo)
{
    const auto all = library();
    SelectContext context;
    context.searchBodies = [](std::string_view, RowSet &rows) { rows.add(0); };
    context.alsoSearchBodies = true;

    EXPECT_EQ(excludingCondition(*all, parseQuery("worm tag:soil"), context), "worm");
    EXPECT_EQ(excludingCondition(*all, parseQuery("worm tag:none"), context), "tag:none");
    EXPECT_EQ(excludingCondition(*all, parseQuery("worm tag:none")), "worm");
}

TEST(ExcludingCondition, givesUp_whenTheLineIsAText)
{
    std::string line = "nothing";
    for (int word = 0; word < 1000; ++word) {
        line += " word";
    }

    EXPECT_EQ(excludingCondition(*library(), parseQuery(line)), std::nullopt);
}

TEST(ExcludingCondition, namesWhatLeavesNothing)
{
    const auto all = library();

    EXPECT_EQ(excludingCondition(*all, parseQuery("garden tag:社会")), "garden");
    EXPECT_EQ(excludingCondition(*all, parseQuery("garden soil -tag:soil")), "soil");
    EXPECT_EQ(excludingCondition(*all, parseQuery("garden nowhere")), "nowhere");
    EXPECT_EQ(excludingCondition(*all, parseQuery("nothing nowhere")), "nothing");
    EXPECT_EQ(excludingCondition(*all, parseQuery("")), std::nullopt);
    EXPECT_EQ(excludingCondition(*all, parseQuery("soil -(title:garden OR 学) is:draft")),
              "-(title:garden OR 学)");
    EXPECT_EQ(excludingCondition(*all, parseQuery("garden tag:none OR tag:no")),
              "tag:none OR tag:no");
}

/// More search text than one thread takes at a time, and words that leave few rows for the next.
TEST(Select, findsTheSame_howeverMuchThereIsToSearch)
{
    constexpr Row kRows = 5000;
    std::vector<ArticleRecord> records;
    for (Row number = 0; number < kRows; ++number) {
        const std::string name = std::to_string(10'000 + number);
        records.push_back(makeRecord(name + ".md", "title" + std::to_string(number % 5)));
        records.back().meta.summary = std::string(1500, 'x') + " word" + std::to_string(number % 7)
            + (number % 100 == 0 ? " rare" : "") + (number % 3 == 0 ? " title0" : "");
    }
    const auto library = buildLibrary("/r", records, {});
    const auto rowsOf = [&](const char *line) {
        std::vector<Row> rows = select(*library, parseQuery(line), {});
        std::ranges::sort(rows);
        return rows;
    };
    const auto rowsWhere = [](const std::function<bool(Row)> &holds) {
        std::vector<Row> rows;
        for (Row row = 0; row < kRows; ++row) {
            if (holds(row)) {
                rows.push_back(row);
            }
        }
        return rows;
    };

    EXPECT_EQ(rowsOf("word3"), rowsWhere([](Row row) { return row % 7 == 3; }));
    EXPECT_EQ(rowsOf("nowhere"), std::vector<Row>());
    EXPECT_EQ(rowsOf("title:title0"), rowsWhere([](Row row) { return row % 5 == 0; }));
    EXPECT_EQ(rowsOf("summary:title0"), rowsWhere([](Row row) { return row % 3 == 0; }));
    EXPECT_EQ(rowsOf("rare word3"),
              rowsWhere([](Row row) { return row % 100 == 0 && row % 7 == 3; }));
    EXPECT_EQ(rowsOf("rare title0"), rowsWhere([](Row row) { return row % 100 == 0; }));
    EXPECT_EQ(rowsOf("rare title:title1"), std::vector<Row>());
    EXPECT_EQ(rowsOf("rare summary:title0"),
              rowsWhere([](Row row) { return row % 100 == 0 && row % 3 == 0; }));
    EXPECT_EQ(rowsOf("rare x word6 -word5"),
              rowsWhere([](Row row) { return row % 100 == 0 && row % 7 == 6; }));
}

} // namespace lectern::core
