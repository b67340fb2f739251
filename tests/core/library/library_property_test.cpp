#include "core/library/library_columns.h"
#include "tests/core/library/random_records.h"
#include "tests/support/record_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace lectern::core {

namespace {

constexpr std::array kTaxonomyList{Taxonomy::Category, Taxonomy::Tag, Taxonomy::Language};

const std::vector<std::string> &namesOf(const ArticleRecord &record, Taxonomy taxonomy)
{
    switch (taxonomy) {
    case Taxonomy::Category:
        return record.meta.categories;
    case Taxonomy::Tag:
        return record.meta.tags;
    case Taxonomy::Language:
        break;
    }
    return record.meta.languages;
}

/// \a names without those that stand there twice.
std::vector<std::string> distinct(const std::vector<std::string> &names)
{
    std::vector<std::string> kept;
    for (const std::string &name : names) {
        if (std::ranges::find(kept, name) == kept.end()) {
            kept.push_back(name);
        }
    }
    return kept;
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        text += (index == 0 ? "" : ", ") + names[index];
    }
    return text;
}

/// One library a seed, with the records it was made of in the order of their paths.
class LibraryOfRandomRecords : public testing::TestWithParam<unsigned>
{
protected:
    void SetUp() override
    {
        RandomRecords draw(GetParam());
        records = draw.records(draw.below(2) == 0 ? draw.below(5) : draw.below(400));
        library = buildLibrary("/a/文", records, sampleFolderProblems());
        std::ranges::sort(records, {}, &ArticleRecord::path);
        ASSERT_EQ(library->size(), records.size());
    }

    std::vector<ArticleRecord> records;
    std::shared_ptr<const Library> library;
};

} // namespace

TEST_P(LibraryOfRandomRecords, keepsEveryTextAndNumberInItsRow)
{
    for (Row row = 0; row < library->size(); ++row) {
        const ArticleRecord &record = records[row];
        EXPECT_EQ(library->path(row), record.path);
        EXPECT_EQ(library->title(row), record.meta.title);
        EXPECT_EQ(library->summary(row), record.meta.summary);
        EXPECT_EQ(library->thumbnail(row), record.meta.thumbnail);
        EXPECT_EQ(library->source(row), record.meta.source);
        EXPECT_EQ(library->author(row), joined(record.meta.authors));
        EXPECT_EQ(library->bodyLength(row), record.bodyLength);
        EXPECT_EQ(library->stamp(row), record.stamp);
        EXPECT_EQ(library->problems(row), record.problems);
    }
}

TEST_P(LibraryOfRandomRecords, keepsEveryFlagAndDateInItsRow)
{
    for (Row row = 0; row < library->size(); ++row) {
        const ArticleRecord &record = records[row];
        const ArticleFlags flags = library->flags(row);
        EXPECT_EQ(flags.page, record.meta.page);
        EXPECT_EQ(flags.isDraft, record.meta.isDraft);
        EXPECT_EQ(flags.hasImage, record.hasImage);
        EXPECT_EQ(flags.hasMath, record.hasMath);
        EXPECT_EQ(flags.isLanguageGuessed, record.meta.isLanguageGuessed);
        const auto date = library->date(row);
        ASSERT_EQ(date.has_value(), record.meta.date.has_value());
        if (date) {
            EXPECT_EQ(date->written, *record.meta.date);
            EXPECT_EQ(date->origin, record.meta.dateOrigin);
            EXPECT_EQ(date->instant, toInstant(*record.meta.date));
        }
    }
}

TEST_P(LibraryOfRandomRecords, givesTheTermsOfARow_asTheArticleLists)
{
    for (const Taxonomy taxonomy : kTaxonomyList) {
        for (Row row = 0; row < library->size(); ++row) {
            std::vector<std::string> names;
            for (const TermId term : library->terms(taxonomy, row)) {
                names.emplace_back(library->termName(taxonomy, term));
            }
            EXPECT_EQ(names, distinct(namesOf(records[row], taxonomy)));
        }
    }
}

TEST_P(LibraryOfRandomRecords, givesTheRowsOfATerm_asALookAtEveryRecordGives)
{
    for (const Taxonomy taxonomy : kTaxonomyList) {
        std::map<std::string, std::vector<Row>> expected;
        for (Row row = 0; row < library->size(); ++row) {
            for (const std::string &name : distinct(namesOf(records[row], taxonomy))) {
                expected[name].push_back(row);
            }
        }

        ASSERT_EQ(library->termCount(taxonomy), expected.size());
        for (const auto &[name, rows] : expected) {
            const auto term = library->findTerm(taxonomy, name);
            ASSERT_TRUE(term) << name;
            EXPECT_EQ(library->termName(taxonomy, *term), name);
            EXPECT_THAT(library->rowsWith(taxonomy, *term), testing::ElementsAreArray(rows));
        }
        EXPECT_FALSE(library->findTerm(taxonomy, "nobody has this"));
        EXPECT_FALSE(library->findTerm(taxonomy, ""));
    }
}

TEST_P(LibraryOfRandomRecords, ordersTermsByCount_thenByTheirBytes)
{
    for (const Taxonomy taxonomy : kTaxonomyList) {
        for (TermId term = 1; term < library->termCount(taxonomy); ++term) {
            const std::size_t before = library->rowsWith(taxonomy, term - 1).size();
            const std::size_t count = library->rowsWith(taxonomy, term).size();
            EXPECT_GE(before, count);
            if (before == count) {
                EXPECT_LT(library->termName(taxonomy, term - 1), library->termName(taxonomy, term));
            }
        }
    }
}

TEST_P(LibraryOfRandomRecords, holdsEveryRowOnce_inEachOrder)
{
    for (const auto rows : {library->rowsByDate(), library->rowsByTitle()}) {
        const std::set<Row> distinctRows(rows.begin(), rows.end());

        EXPECT_EQ(rows.size(), library->size());
        EXPECT_EQ(distinctRows.size(), library->size());
        EXPECT_TRUE(distinctRows.empty() || *distinctRows.rbegin() == library->size() - 1);
    }
}

TEST_P(LibraryOfRandomRecords, ordersByDateThenPath_asAPlainSortDoes)
{
    struct Key
    {
        bool isUndated;
        std::int64_t instant;
        std::string_view path;
    };

    const auto keyOf = [&](Row row) {
        const auto date = library->date(row);
        return Key{!library->isDated(row), date ? date->instant : 0, library->path(row)};
    };
    std::vector<Row> expected(library->size());
    for (Row row = 0; row < library->size(); ++row) {
        expected[row] = row;
    }
    std::ranges::sort(expected, [&](Row left, Row right) {
        const Key one = keyOf(left);
        const Key other = keyOf(right);
        return one.isUndated != other.isUndated ? other.isUndated
            : one.instant != other.instant      ? one.instant > other.instant
                                                : one.path < other.path;
    });

    // Undated articles without the time of a file count as those of 1970.
    EXPECT_THAT(library->rowsByDate(), testing::ElementsAreArray(expected));
}

TEST_P(LibraryOfRandomRecords, findsEveryPath_andNoOther)
{
    for (Row row = 0; row < library->size(); ++row) {
        const std::string path(library->path(row));
        EXPECT_EQ(library->findPath(path), row);
        EXPECT_FALSE(library->findPath(path + "x"));
        EXPECT_FALSE(library->findPath(path.substr(0, path.size() - 1)));
    }
    EXPECT_FALSE(library->findPath(""));
    EXPECT_FALSE(library->findPath("\xFF\xFF"));
}

TEST_P(LibraryOfRandomRecords, isTheSameToTheByte_whenBuiltFromItsOwnRecordsInAnyOrder)
{
    std::vector<ArticleRecord> again;
    for (Row row = library->size(); row > 0; --row) {
        again.push_back(tests::recordOf(*library, row - 1));
    }

    const auto rebuilt = buildLibrary("/a/文", again, sampleFolderProblems());

    EXPECT_TRUE(std::ranges::equal(rebuilt->columns().bytes(), library->columns().bytes()));
}

TEST_P(LibraryOfRandomRecords, endsEachFoldedTextWithNul_soThatNoneRunsIntoTheNext)
{
    const LibraryColumns &columns = library->columns();
    const std::string_view bytes = columns.bytesOf(Section::SearchBytes);

    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(bytes, '\0')), 2 * library->size());
    std::array<std::uint64_t, 256> counts{};
    for (const char byte : bytes) {
        ++counts[static_cast<unsigned char>(byte)];
    }
    EXPECT_THAT(columns.column<std::uint64_t>(Section::SearchHistogram),
                testing::ElementsAreArray(counts));
}

INSTANTIATE_TEST_SUITE_P(Seeds, LibraryOfRandomRecords, testing::Range(100U, 116U));

} // namespace lectern::core
