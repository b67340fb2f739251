#include "core/library/library_builder.h"
#include "core/library/library_columns.h"
#include "tests/core/library/sample_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

class RandomRecords final
{
public:
    std::vector<ArticleRecord> take(std::size_t count)
    {
        std::map<std::string, ArticleRecord> records;
        while (records.size() < count) {
            ArticleRecord record = next();
            records.insert_or_assign(record.path, std::move(record));
        }
        std::vector<ArticleRecord> sorted;
        for (auto &[path, record] : records) {
            sorted.push_back(std::move(record));
        }
        return sorted;
    }

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    ArticleRecord changed(const ArticleRecord &record)
    {
        ArticleRecord other = next();
        other.path = record.path;
        return other;
    }

private:
    template <std::size_t N>
    std::string oneOf(const std::array<const char *, N> &words)
    {
        return words[below(N)];
    }

    ArticleRecord next()
    {
        constexpr std::array kTitles{"桥",
                                     "月亮",
                                     "moon",
                                     "Moon",
                                     "ｍｏｏｎ",
                                     "A small garden",
                                     "A Small",
                                     "重庆大学",
                                     "\u00C9cole",
                                     "zebra",
                                     "2025",
                                     "",
                                     "一篇很长的标题，前面都一样一",
                                     "一篇很长的标题，前面都一样二"};
        constexpr std::array kTags{"a", "b", "c", "科学", "技术", "Go", "go", "阅读", "d", "e"};
        constexpr std::array kDates{"2025-01-01", "2025-01-02T10:00:00Z",
                                    "2025-01-02T18:00:00+08:00", "2025-01-02", "1999-12-31"};
        ArticleRecord record = makeRecord(std::to_string(below(5000)) + ".md", oneOf(kTitles));
        record.meta.summary = below(2) == 0 ? oneOf(kTitles) : std::string();
        for (std::size_t count = below(5); count > 0; --count) {
            record.meta.tags.push_back(oneOf(kTags));
        }
        if (below(3) > 0) {
            record.meta.categories = {oneOf(kTags)};
            record.meta.languages = {"zh"};
        }
        if (below(4) > 0) {
            setDate(record, oneOf(kDates));
        }
        if (below(4) == 0) {
            record.problems.push_back({ProblemCode::TitleMissing,
                                       1,
                                       1,
                                       worded(ProblemReason::TitleFromFileName),
                                       {},
                                       {}});
        }
        record.bodyLength = static_cast<std::uint32_t>(below(9));
        record.stamp.sizeBytes = below(99);
        return record;
    }

    std::mt19937 m_random{7}; // NOLINT(cert-msc51-cpp): the same records in every run
};

std::string bytesOf(const Library &library)
{
    const auto bytes = library.columns().bytes();
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

const WallClock &utc()
{
    static const WallClock kClock("UTC");
    return kClock;
}

std::shared_ptr<const Library> builtFromNothing(const std::vector<ArticleRecord> &records)
{
    return buildLibrary("/r", records, sampleFolderProblems(), utc());
}

void addRow(std::vector<RowRun> &runs, const RowColumns *columns, Row row)
{
    if (runs.empty() || runs.back().columns != columns || runs.back().last != row) {
        runs.push_back({columns, row, row});
    }
    ++runs.back().last;
}

std::shared_ptr<const Library> assembled(const std::vector<RowRun> &runs,
                                         const Library *previous = nullptr, unsigned threads = 1,
                                         TitleOrdering titles = TitleOrdering::Now)
{
    const auto problems = sampleFolderProblems();
    const std::string zone = utc().name();
    return assembleLibrary({.root = "/r",
                            .zone = zone,
                            .conventions = {},
                            .runs = runs,
                            .previous = previous,
                            .folderProblems = problems,
                            .titles = titles,
                            .threads = threads});
}

} // namespace

TEST(LibraryBuilder, givesTheSameBytes_whicheverThreadReadWhichRow)
{
    RandomRecords random;
    for (int round = 0; round < 20; ++round) {
        const auto records = random.take(1 + random.below(300));
        std::array<RowColumns, 3> threads{RowColumns(utc()), RowColumns(utc()), RowColumns(utc())};
        std::vector<RowRun> runs;
        for (const ArticleRecord &record : records) {
            RowColumns &columns = threads[random.below(threads.size())];
            columns.add(record.facts());
            addRow(runs, &columns, columns.size() - 1);
        }

        EXPECT_EQ(bytesOf(*assembled(runs, nullptr, 1 + random.below(4))),
                  bytesOf(*builtFromNothing(records)));
    }
}

TEST(LibraryBuilder, givesTheSameBytes_whateverIsTakenFromThePreviousLibrary)
{
    RandomRecords random;
    for (int round = 0; round < 60; ++round) {
        std::vector<ArticleRecord> records = random.take(1 + random.below(300));
        const auto previous = builtFromNothing(records);
        const std::size_t changes = random.below(round % 2 == 0 ? 4 : records.size() + 1);
        std::vector<bool> isNew(records.size());
        RowColumns read(utc());
        std::vector<RowRun> runs;
        for (std::size_t change = 0; change < changes; ++change) {
            isNew[random.below(records.size())] = true;
        }
        std::vector<ArticleRecord> now;
        for (std::size_t row = 0; row < records.size(); ++row) {
            if (random.below(20) == 0) {
                continue; // was removed
            }
            now.push_back(isNew[row] ? random.changed(records[row]) : records[row]);
            if (isNew[row]) {
                read.add(now.back().facts());
                addRow(runs, &read, read.size() - 1);
            } else {
                addRow(runs, nullptr, static_cast<Row>(row));
            }
        }

        EXPECT_EQ(bytesOf(*assembled(runs, previous.get())), bytesOf(*builtFromNothing(now)))
            << "round " << round;
    }
}

TEST(LibraryBuilder, dropsTermsThatNoRowHasAnyMore)
{
    ArticleRecord kept = makeRecord("a.md", "A");
    kept.meta.tags = {"kept"};
    ArticleRecord gone = makeRecord("b.md", "B");
    gone.meta.tags = {"gone", "kept"};
    const auto previous = builtFromNothing({kept, gone});

    const auto library = assembled({{nullptr, 0, 1}}, previous.get());

    EXPECT_EQ(library->termCount(Taxonomy::Tag), 1U);
    EXPECT_FALSE(library->findTerm(Taxonomy::Tag, "gone"));
    EXPECT_EQ(library->rowsWith(Taxonomy::Tag, *library->findTerm(Taxonomy::Tag, "kept")).size(),
              1U);
}

TEST(LibraryBuilder, ordersTitles_whenAsked)
{
    RandomRecords random;
    for (int round = 0; round < 20; ++round) {
        const auto records = random.take(1 + random.below(300));
        const auto expected = builtFromNothing(records);
        RowColumns columns(utc());
        for (const ArticleRecord &record : records) {
            columns.add(record.facts());
        }
        const auto library = assembled({{&columns, 0, columns.size()}}, nullptr,
                                       1 + random.below(4), TitleOrdering::WhenAsked);

        EXPECT_TRUE(library->columns().column<Row>(Section::ByTitle).empty());
        EXPECT_TRUE(std::ranges::equal(library->rowsByTitle(), expected->rowsByTitle()));
        EXPECT_TRUE(library->columns().column<Row>(Section::ByTitle).empty());
        EXPECT_EQ(bytesOf(*withTitleOrder(library)), bytesOf(*expected));
        EXPECT_EQ(withTitleOrder(expected), expected);
        // A refresh that takes its rows from such a library has the order.
        EXPECT_EQ(bytesOf(*assembled({{nullptr, 0, library->size()}}, library.get())),
                  bytesOf(*expected));
    }
}

TEST(LibraryBuilder, makesAnEmptyLibrary_ofNoRuns)
{
    const auto library = assembled({});

    EXPECT_EQ(library->size(), 0U);
    EXPECT_EQ(bytesOf(*library), bytesOf(*builtFromNothing({})));
}

TEST(LibraryBuilder, remembersTheZoneOfItsDates)
{
    const auto library = buildLibrary("/r", {}, {}, WallClock("Asia/Shanghai"));

    EXPECT_EQ(library->columns().bytesOf(Section::Zone), "Asia/Shanghai");
}

} // namespace lectern::core
