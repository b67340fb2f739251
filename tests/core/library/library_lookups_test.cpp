#include "core/library/library_lookups.h"
#include "tests/core/library/sample_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace lectern::core {

using testing::ElementsAre;

TEST(LibraryLookups, foldsTermNames)
{
    ArticleRecord record = makeRecord("1.md", "A");
    record.meta.tags = {"Deep Learning", "數據", "ＡＢＣ"};
    const auto library = buildLibrary("/r", {record}, {});

    const FoldedTexts &names = library->lookups().termNames(Taxonomy::Tag);

    ASSERT_EQ(names.size(), 3U);
    std::vector<std::string> folded;
    for (const std::string_view name : {"Deep Learning", "數據", "ＡＢＣ"}) {
        folded.emplace_back(names.at(*library->findTerm(Taxonomy::Tag, name)));
    }
    EXPECT_THAT(folded, ElementsAre("deep learning", "数据", "abc"));
    EXPECT_EQ(library->lookups().termNames(Taxonomy::Category).size(), 0U);
}

TEST(LibraryLookups, foldsAuthorsAndSites)
{
    ArticleRecord first = makeRecord("1.md", "A");
    first.meta.authors = {"Ada", "李雷"};
    first.meta.source = "https://WWW.Example.org:80/x";
    ArticleRecord second = makeRecord("2.md", "B");
    second.meta.source = "https://www.example.org/x";
    const auto library = buildLibrary("/r", {first, second, makeRecord("3.md", "C")}, {});
    const LibraryLookups &lookups = library->lookups();

    EXPECT_EQ(lookups.authors().at(0), "ada, 李雷");
    EXPECT_EQ(lookups.authors().at(1), "");
    EXPECT_EQ(lookups.sites().at(1), "example.org");
    EXPECT_EQ(lookups.sites().at(2), "");
}

TEST(LibraryLookups, listsFolders_withTheirRows)
{
    const auto library = buildLibrary("/r",
                                      {makeRecord("a-b/1.md", "A"), makeRecord("a.md", "B"),
                                       makeRecord("a/2.md", "C"), makeRecord("a/b/c/3.md", "D"),
                                       makeRecord("a/b/d/4.md", "E"), makeRecord("a/b2/5.md", "F"),
                                       makeRecord("a0/6.md", "G"), makeRecord("z.md", "H")},
                                      {});

    const LibraryFolders &folders = library->lookups().folders();

    std::vector<std::string> listed;
    for (const LibraryFolder &folder : folders.all) {
        listed.push_back(std::string(folder.path) + " " + std::to_string(folder.first) + "-"
                         + std::to_string(folder.last) + " in "
                         + (folder.parent == LibraryFolders::kTop
                                ? "top"
                                : std::string(folders.all[folder.parent].path)));
    }
    EXPECT_THAT(listed,
                ElementsAre("a-b 0-1 in top", "a 2-6 in top", "a/b 3-5 in a", "a/b/c 3-4 in a/b",
                            "a/b/d 4-5 in a/b", "a/b2 5-6 in a", "a0 6-7 in top"));
    constexpr std::uint32_t kTop = LibraryFolders::kTop;
    EXPECT_THAT(folders.ofRow, ElementsAre(0U, kTop, 1U, 3U, 4U, 5U, 6U, kTop));
}

TEST(LibraryLookups, foldsFolderNames_thatAreNoText)
{
    const auto library
        = buildLibrary("/r", {makeRecord("Ａ/\xFF/1.md", "A"), makeRecord("B.md", "B")}, {});

    const FoldedTexts &names = library->lookups().folderNames();

    ASSERT_EQ(names.size(), 2U);
    EXPECT_EQ(names.at(0), "a");
    EXPECT_EQ(names.at(1), "a/\xEF\xBF\xBD");
}

TEST(LibraryLookups, numbersMonthsFromTheFirst)
{
    ArticleRecord first = makeRecord("1.md", "A");
    setDate(first, "2024-12-31 23:59:59");
    ArticleRecord second = makeRecord("2.md", "B");
    setDate(second, "2025-02-01");
    const auto library = buildLibrary("/r", {first, second, makeRecord("3.md", "C")}, {});

    const RowMonths &months = library->lookups().months();

    EXPECT_EQ(months.first, 2024 * 12 + 11);
    EXPECT_EQ(months.count, 3U);
    EXPECT_THAT(months.numbers, ElementsAre(0U, 2U, RowMonths::kUndated));
}

TEST(LibraryLookups, areMadeOnce_whenThreadsAskTogether)
{
    const auto library = sampleLibrary();
    std::vector<std::thread> threads;
    std::vector<const FoldedTexts *> seen(4);

    for (std::size_t number = 0; number < seen.size(); ++number) {
        threads.emplace_back([&, number] {
            seen[number] = &library->lookups().termNames(Taxonomy::Tag);
            EXPECT_EQ(seen[number]->size(), library->termCount(Taxonomy::Tag));
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }

    EXPECT_THAT(seen, testing::Each(seen.front()));
}

} // namespace lectern::core
