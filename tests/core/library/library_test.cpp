#include "core/article/front_matter/field_table.h"
#include "core/library/library.h"
#include "core/library/library_builder.h"
#include "core/library/library_columns.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/fill_place.h"
#include "tests/support/record_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr Row kIndexRow = 0; // algorithms/_index.md
constexpr Row kSortingRow = 1; // algorithms/sorting.md
constexpr Row kZebraRow = 2; // zebra.md
constexpr Row kDatabaseRow = 3; // 数据库/索引.md

std::string_view bytesOf(const Library &library)
{
    const std::span<const std::byte> bytes = library.columns().bytes();
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

std::vector<std::string> pathsOf(const Library &library)
{
    std::vector<std::string> paths;
    for (Row row = 0; row < library.size(); ++row) {
        paths.emplace_back(library.path(row));
    }
    return paths;
}

std::vector<std::string> termNames(const Library &library, Taxonomy taxonomy)
{
    std::vector<std::string> names;
    for (TermId term = 0; term < library.termCount(taxonomy); ++term) {
        names.emplace_back(library.termName(taxonomy, term));
    }
    return names;
}

std::vector<std::string> termsOf(const Library &library, Taxonomy taxonomy, Row row)
{
    std::vector<std::string> names;
    for (const TermId term : library.terms(taxonomy, row)) {
        names.emplace_back(library.termName(taxonomy, term));
    }
    return names;
}

std::shared_ptr<const Library> libraryOf(std::vector<ArticleRecord> records)
{
    return buildLibrary("/articles", std::move(records), {});
}

std::shared_ptr<const Library> libraryOfTitles(const std::vector<std::string> &titles)
{
    std::vector<ArticleRecord> records;
    for (const std::string &title : titles) {
        records.push_back(makeRecord(std::to_string(records.size()) + ".md", title));
    }
    return libraryOf(records);
}

std::shared_ptr<const Library> libraryOfTags(const std::vector<std::vector<std::string>> &tags)
{
    std::vector<ArticleRecord> records;
    for (const std::vector<std::string> &names : tags) {
        records.push_back(makeRecord(std::to_string(records.size()) + ".md", "Title"));
        records.back().meta.tags = names;
    }
    return libraryOf(records);
}

std::vector<std::byte> columnsOf(const Library &library)
{
    const auto bytes = library.columns().bytes();
    return {bytes.begin(), bytes.end()};
}

} // namespace

TEST(Library, keepsItsRoot_asGiven)
{
    EXPECT_EQ(sampleLibrary()->root(), "/articles");
}

TEST(Library, ordersRowsByPath_whateverTheOrderOfTheRecords)
{
    std::vector<ArticleRecord> records = sampleRecords();
    std::ranges::reverse(records);

    const auto library = libraryOf(records);

    EXPECT_THAT(
        pathsOf(*library),
        ElementsAre("algorithms/_index.md", "algorithms/sorting.md", "zebra.md", "数据库/索引.md"));
}

TEST(Library, ordersPathsByUnsignedBytes)
{
    const auto library = libraryOf({makeRecord("\xFF.md", "not UTF-8"), makeRecord("a.md", "a"),
                                    makeRecord("a/b.md", "b"), makeRecord("文.md", "文")});

    EXPECT_THAT(pathsOf(*library), ElementsAre("a.md", "a/b.md", "文.md", "\xFF.md"));
}

TEST(Library, keepsTexts_ofEachRow)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(library->title(kDatabaseRow), "数据库索引入门");
    EXPECT_EQ(library->summary(kDatabaseRow), "从一次慢查询说起。");
    EXPECT_EQ(library->thumbnail(kDatabaseRow), "img/封面.png");
    EXPECT_EQ(library->source(kDatabaseRow), "https://example.org/suoyin");
    EXPECT_EQ(library->author(kDatabaseRow), "李雷, Han Meimei");
    EXPECT_EQ(library->title(kSortingRow), "Sorting networks");
    EXPECT_EQ(library->summary(kSortingRow), "Comparators, wires and the zero-one principle.");
    EXPECT_EQ(library->thumbnail(kSortingRow), "https://example.org/wires.jpg");
    EXPECT_EQ(library->source(kSortingRow), "https://example.org/sorting");
    EXPECT_EQ(library->author(kSortingRow), "Ada");
}

TEST(Library, givesEmptyTexts_whereTheArticleHasNone)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(library->summary(kIndexRow), "");
    EXPECT_EQ(library->thumbnail(kIndexRow), "");
    EXPECT_EQ(library->source(kIndexRow), "");
    EXPECT_EQ(library->author(kIndexRow), "");
    EXPECT_THAT(library->others(kIndexRow), IsEmpty());
}

TEST(Library, keepsDates_asWritten)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(toIso8601(library->date(kDatabaseRow).value().written), "2024-05-06T07:08:09+08:00");
    EXPECT_EQ(toIso8601(library->date(kSortingRow).value().written), "2025-02-10");
    EXPECT_EQ(library->date(kSortingRow).value().written.precision, Precision::Day);
    EXPECT_EQ(library->date(kZebraRow).value().written.precision, Precision::Minute);
    EXPECT_FALSE(library->date(kZebraRow).value().written.offsetMinutes);
    EXPECT_FALSE(library->date(kIndexRow));
}

TEST(Library, keepsInstantAndOrigin_ofDates)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(library->date(kDatabaseRow).value().instant, 1'714'950'489);
    EXPECT_EQ(library->date(kDatabaseRow).value().origin, DateOrigin::Date);
    EXPECT_EQ(library->date(kZebraRow).value().origin, DateOrigin::FileName);
}

TEST(Library, keepsZones_westOfUtcAndAtUtc)
{
    ArticleRecord west = makeRecord("1.md", "west");
    setDate(west, "2024-05-06T07:08:09-09:30");
    ArticleRecord utc = makeRecord("2.md", "utc");
    setDate(utc, "2024-05-06T07:08:09Z");

    const auto library = libraryOf({west, utc});

    EXPECT_EQ(library->date(0).value().written.offsetMinutes, -570);
    EXPECT_EQ(library->date(1).value().written.offsetMinutes, 0);
}

TEST(Library, keepsDates_beforeTheEpoch)
{
    ArticleRecord record = makeRecord("1.md", "old");
    setDate(record, "1949-10-01T00:00:00Z");

    const auto library = libraryOf({record});

    EXPECT_EQ(library->date(0).value().instant, -639'100'800);
    EXPECT_EQ(toIso8601(library->date(0).value().written), "1949-10-01T00:00:00Z");
}

TEST(Library, hasNoDate_whenOnlyTheOriginIsSet)
{
    ArticleRecord record = makeRecord("1.md", "undated");
    record.meta.dateOrigin = DateOrigin::FileTime;

    EXPECT_FALSE(libraryOf({record})->date(0));
}

TEST(Library, keepsFlags_apart)
{
    const auto library = sampleLibrary();

    EXPECT_TRUE(library->flags(kIndexRow).isDraft);
    EXPECT_FALSE(library->flags(kSortingRow).isDraft);
    EXPECT_TRUE(library->flags(kDatabaseRow).hasImage);
    EXPECT_FALSE(library->flags(kSortingRow).hasImage);
    EXPECT_TRUE(library->flags(kSortingRow).hasMath);
    EXPECT_FALSE(library->flags(kDatabaseRow).hasMath);
    EXPECT_TRUE(library->flags(kSortingRow).isLanguageGuessed);
    EXPECT_FALSE(library->flags(kZebraRow).isLanguageGuessed);
}

TEST(Library, keepsPageKinds)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(library->flags(kIndexRow).page, PageKind::Section);
    EXPECT_EQ(library->flags(kSortingRow).page, PageKind::Single);
    EXPECT_EQ(library->flags(kZebraRow).page, PageKind::LeafBundle);
}

TEST(Library, callsArticlesBroken_fromWarningOn)
{
    const auto library = sampleLibrary();

    EXPECT_TRUE(library->flags(kZebraRow).isBroken) << "front matter that cannot be read";
    EXPECT_FALSE(library->flags(kIndexRow).isBroken) << "a missing date is only a note";
    EXPECT_FALSE(library->flags(kDatabaseRow).isBroken) << "no problem at all";
}

TEST(Library, keepsNumbers_ofEachRow)
{
    const auto library = sampleLibrary();

    EXPECT_EQ(library->bodyLength(kSortingRow), 850U);
    EXPECT_EQ(library->bodyLength(kDatabaseRow), 1'150U);
    EXPECT_EQ(library->stamp(kSortingRow), (FileStamp{900, 1'739'145'600'000'000'002, 12}));
    EXPECT_EQ(library->stamp(kZebraRow), (FileStamp{70, 1'600'000'000'000'000'004, 14}));
}

TEST(Library, keepsProblems_inOrder)
{
    const auto library = sampleLibrary();

    EXPECT_THAT(library->problems(kDatabaseRow), IsEmpty());
    EXPECT_THAT(
        library->problems(kZebraRow),
        ElementsAre(
            Problem{ProblemCode::FrontMatterBroken,
                    3,
                    1,
                    {{ProblemReason::BlockRefused, ProblemReason::TabInIndent}, {}},
                    "",
                    "title: Z"},
            Problem{
                ProblemCode::DateMissing, 0, 0, {{ProblemReason::NoDate}, {}}, "2023-01-02", ""}));
}

TEST(Library, keepsOtherFields_inOrder)
{
    EXPECT_THAT(sampleLibrary()->others(kDatabaseRow),
                ElementsAre(Pair("字数", "1200"), Pair("colour", "blue")));
}

TEST(Library, keepsOtherFieldsApart_whenTheyHoldNul)
{
    ArticleRecord record = makeRecord("1.md", "odd");
    record.meta.others = {{"first", "1"}, {"nul", std::string("a\0b", 3)}, {"last", "x"}};

    const auto library = libraryOf({record});

    EXPECT_THAT(library->others(0),
                ElementsAre(Pair("first", "1"), Pair("nul", "a b"), Pair("last", "x")));
}

TEST(Library, keepsASubtitle_amongTheOtherFields)
{
    ArticleRecord record = makeRecord("1.md", "Title");
    record.meta.subtitle = "副标题 S";

    EXPECT_THAT(libraryOf({record})->others(0), ElementsAre(Pair("subtitle", "副标题 S")));
}

TEST(Library, keepsFolderProblems_withTheirPaths)
{
    const auto problems = sampleLibrary()->folderProblems();

    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].first, "私密");
    EXPECT_EQ(problems[0].second.code, ProblemCode::FolderUnreadable);
    EXPECT_EQ(problems[0].second.wording,
              worded(ProblemReason::FolderRefused, {"Permission denied"}));
    EXPECT_EQ(problems[1].first, "loop");
    EXPECT_EQ(problems[1].second.code, ProblemCode::FolderLoop);
}

TEST(Library, ordersTerms_byCountThenName)
{
    const auto library = libraryOfTags({{"rare", "b"}, {"a", "common"}, {"common", "中"}});

    EXPECT_THAT(termNames(*library, Taxonomy::Tag), ElementsAre("common", "a", "b", "rare", "中"));
}

TEST(Library, keepsTaxonomies_apart)
{
    const auto library = sampleLibrary();

    EXPECT_THAT(termNames(*library, Taxonomy::Category), ElementsAre("algorithms", "数据库"));
    EXPECT_THAT(termNames(*library, Taxonomy::Tag), ElementsAre("sql", "hardware", "索引"));
    EXPECT_THAT(termNames(*library, Taxonomy::Language), ElementsAre("en", "zh"));
}

TEST(Library, listsTerms_asTheArticleDoes)
{
    const auto library = sampleLibrary();

    EXPECT_THAT(termsOf(*library, Taxonomy::Tag, kDatabaseRow), ElementsAre("索引", "sql"));
    EXPECT_THAT(termsOf(*library, Taxonomy::Language, kZebraRow), ElementsAre("en", "zh"));
    EXPECT_THAT(termsOf(*library, Taxonomy::Tag, kIndexRow), IsEmpty());
}

TEST(Library, listsRowsOfATerm_ascending)
{
    const auto library = sampleLibrary();

    const TermId sql = library->findTerm(Taxonomy::Tag, "sql").value();
    const TermId database = library->findTerm(Taxonomy::Category, "数据库").value();

    EXPECT_THAT(library->rowsWith(Taxonomy::Tag, sql),
                ElementsAre(kSortingRow, kZebraRow, kDatabaseRow));
    EXPECT_THAT(library->rowsWith(Taxonomy::Category, database),
                ElementsAre(kIndexRow, kDatabaseRow));
}

TEST(Library, countsARepeatedTagOnce)
{
    const auto library = libraryOfTags({{"twice", "once", "twice"}, {"once"}});

    EXPECT_THAT(termsOf(*library, Taxonomy::Tag, 0), ElementsAre("twice", "once"));
    EXPECT_THAT(library->rowsWith(Taxonomy::Tag, library->findTerm(Taxonomy::Tag, "twice").value()),
                ElementsAre(0));
    EXPECT_THAT(termNames(*library, Taxonomy::Tag), ElementsAre("once", "twice"));
}

TEST(Library, findsEveryTerm_byItsName)
{
    const auto library = libraryOfTags({{"m", "z", "a"}, {"中文", "Z"}, {"z"}});

    for (TermId term = 0; term < library->termCount(Taxonomy::Tag); ++term) {
        EXPECT_EQ(library->findTerm(Taxonomy::Tag, library->termName(Taxonomy::Tag, term)), term);
    }
}

TEST(Library, findsNoTerm_whenNoArticleHasIt)
{
    const auto library = libraryOfTags({{"m", "z"}});

    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, ""));
    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, "a"));
    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, "Z"));
    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, "zz"));
    EXPECT_FALSE(library->findTerm(Taxonomy::Category, "m"));
}

TEST(Library, findsEveryPath)
{
    const auto library = sampleLibrary();

    for (Row row = 0; row < library->size(); ++row) {
        EXPECT_EQ(library->findPath(library->path(row)), row);
    }
}

TEST(Library, findsNoPath_whenThereIsNone)
{
    const auto library = sampleLibrary();

    EXPECT_FALSE(library->findPath(""));
    EXPECT_FALSE(library->findPath("a.md"));
    EXPECT_FALSE(library->findPath("zebra"));
    EXPECT_FALSE(library->findPath("数据库/索引.md2"));
}

TEST(Library, ordersByDate_newestFirstAndUndatedLast)
{
    const auto library = sampleLibrary();

    EXPECT_THAT(titlesOf(*library, library->rowsByDate()),
                ElementsAre("Sorting networks", "数据库索引入门", "Zebra", "Algorithms"));
}

TEST(Library, ordersByInstant_notByTheWrittenClock)
{
    ArticleRecord east = makeRecord("east.md", "east");
    setDate(east, "2024-05-06T08:00:00+08:00");
    ArticleRecord west = makeRecord("west.md", "west");
    setDate(west, "2024-05-06T01:00:00Z");

    const auto library = libraryOf({east, west});

    EXPECT_THAT(titlesOf(*library, library->rowsByDate()), ElementsAre("west", "east"));
}

TEST(Library, ordersByPath_whenDatesAreEqual)
{
    std::vector<ArticleRecord> records{makeRecord("c.md", "c"), makeRecord("a.md", "a"),
                                       makeRecord("b.md", "b"), makeRecord("d.md", "d")};
    setDate(records[0], "2024-05-06");
    setDate(records[1], "2024-05-06");

    const auto library = libraryOf(records);

    EXPECT_THAT(titlesOf(*library, library->rowsByDate()), ElementsAre("a", "c", "b", "d"));
}

TEST(Library, ordersUndatedLast_behindDatesBeforeTheEpoch)
{
    std::vector<ArticleRecord> records{makeRecord("a.md", "undated"), makeRecord("b.md", "old")};
    setDate(records[1], "1912-01-01");

    const auto library = libraryOf(records);

    EXPECT_THAT(titlesOf(*library, library->rowsByDate()), ElementsAre("old", "undated"));
}

TEST(Library, ordersByTitle_latinThenHanByPinyin)
{
    const auto library = libraryOfTitles({"中文", "zebra", "阿里", "Apple", "北京", "éclair"});

    EXPECT_THAT(titlesOf(*library, library->rowsByTitle()),
                ElementsAre("Apple", "éclair", "zebra", "阿里", "北京", "中文"));
}

TEST(Library, ordersByTitle_withoutRegardToCase)
{
    const auto library = libraryOfTitles({"banana", "Cherry", "apple", "Banana split"});

    EXPECT_THAT(titlesOf(*library, library->rowsByTitle()),
                ElementsAre("apple", "banana", "Banana split", "Cherry"));
}

TEST(Library, ordersByTitle_whenTitlesShareALongBeginning)
{
    std::string same;
    for (int repeat = 0; repeat < 100; ++repeat) {
        same += "很长的标题";
    }
    const auto library = libraryOfTitles({same + "中", same + "啊"});

    EXPECT_THAT(titlesOf(*library, library->rowsByTitle()), ElementsAre(same + "啊", same + "中"));
}

TEST(Library, ordersByPath_whenTitlesAreEqual)
{
    const auto library = libraryOf(
        {makeRecord("c.md", "Same"), makeRecord("a.md", "Same"), makeRecord("b.md", "Same")});

    EXPECT_THAT(library->rowsByTitle(), ElementsAre(0, 1, 2));
}

TEST(Library, isEmpty_whenThereAreNoRecords)
{
    const auto library = buildLibrary("/空", {}, {});

    EXPECT_EQ(library->root(), "/空");
    EXPECT_EQ(library->size(), 0U);
    EXPECT_EQ(library->termCount(Taxonomy::Tag), 0U);
    EXPECT_FALSE(library->findPath("a.md"));
    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, "a"));
    EXPECT_THAT(library->rowsByDate(), IsEmpty());
    EXPECT_THAT(library->rowsByTitle(), IsEmpty());
    EXPECT_THAT(library->folderProblems(), IsEmpty());
}

TEST(Library, isRebuiltToTheByte_fromItsOwnRecords)
{
    const auto library = sampleLibrary();
    std::vector<ArticleRecord> records;
    for (Row row = 0; row < library->size(); ++row) {
        records.push_back(tests::recordOf(*library, row));
    }

    const auto rebuilt = buildLibrary(library->root(), records, library->folderProblems());

    EXPECT_EQ(columnsOf(*rebuilt), columnsOf(*library));
}

TEST(Library, isTheSameToTheByte_whateverTheOrderOfTheRecords)
{
    std::vector<ArticleRecord> records = sampleRecords();
    std::ranges::reverse(records);

    const auto library = buildLibrary("/articles", records, sampleFolderProblems());

    EXPECT_EQ(columnsOf(*library), columnsOf(*sampleLibrary()));
}

/// A field that the table names leaves the keys that are kept as they are: forgotten by the
/// columns, it would be lost.
TEST(Library, keepsEachFieldOfTheTable)
{
    for (const FieldRow &row : kFields) {
        const std::string value = "value" + std::to_string(static_cast<int>(row.field)) + "x";
        ArticleRecord record = makeRecord("a.md", "Title");
        std::visit(tests::FillPlace{record.meta, value}, row.place);
        const auto library = buildLibrary("/r", {record}, {});

        const bool isFlag = std::holds_alternative<std::optional<bool> ArticleMeta::*>(row.place);
        if (isFlag) {
            const std::string_view key = row.names.substr(0, row.names.find(' '));
            EXPECT_THAT(library->others(0), ElementsAre(Pair(key, "true"))) << row.names;
        } else if (row.place.index() != 0) {
            EXPECT_NE(bytesOf(*library).find(value), std::string_view::npos) << row.names;
        }
        record.meta.clear();
        EXPECT_EQ(record.meta, ArticleMeta()) << row.names;
    }
}

} // namespace lectern::core
