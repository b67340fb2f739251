#include "core/library/library_builder.h"
#include "core/library/library_columns.h"
#include "core/library/snapshot.h"
#include "tests/core/library/sample_records.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace lectern::core {

using tests::TemporaryFolder;

TEST(Snapshot, givesBackTheLibraryThatWasSaved)
{
    const TemporaryFolder cache;
    const auto library = sampleLibrary();

    ASSERT_TRUE(saveSnapshot(cache.path(), *library));
    const auto loaded = loadSnapshot(cache.path(), library->root());

    ASSERT_TRUE(loaded);
    EXPECT_TRUE(std::ranges::equal(loaded.value()->columns().bytes(), library->columns().bytes()));
}

TEST(Snapshot, opens_whenTheTitlesWereNotOrdered)
{
    const TemporaryFolder cache;
    const WallClock clock("UTC");
    RowColumns columns(clock);
    columns.add(makeRecord("a.md", "Zebra").facts());
    columns.add(makeRecord("b.md", "Ant").facts());
    const auto library = assembleLibrary({.root = "/r",
                                          .zone = "UTC",
                                          .conventions = {},
                                          .runs = {{&columns, 0, 2}},
                                          .folderProblems = {},
                                          .titles = TitleOrdering::WhenAsked});

    ASSERT_TRUE(saveSnapshot(cache.path(), *library));
    const auto loaded = loadSnapshot(cache.path(), "/r");

    ASSERT_TRUE(loaded);
    EXPECT_THAT(loaded.value()->rowsByTitle(), testing::ElementsAre(1, 0));
}

TEST(Snapshot, saysNotFound_whenNothingWasSaved)
{
    const TemporaryFolder cache;

    const auto loaded = loadSnapshot(cache.path(), "/articles");

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
}

TEST(Snapshot, keepsFoldersApart)
{
    const TemporaryFolder cache;
    ASSERT_TRUE(saveSnapshot(cache.path(), *buildLibrary("/one", {makeRecord("a.md", "One")}, {})));
    ASSERT_TRUE(saveSnapshot(cache.path(), *buildLibrary("/two", {makeRecord("a.md", "Two")}, {})));

    const auto one = loadSnapshot(cache.path(), "/one");
    const auto two = loadSnapshot(cache.path(), "/two");

    ASSERT_TRUE(one && two);
    EXPECT_EQ(one.value()->title(0), "One");
    EXPECT_EQ(two.value()->title(0), "Two");
}

TEST(Snapshot, isRefused_whenItBelongsToAnotherFolder)
{
    const TemporaryFolder cache;
    ASSERT_TRUE(saveSnapshot(cache.path(), *buildLibrary("/one", {}, {})));
    std::filesystem::rename(cacheFileOf(cache.path(), "/one", ".index"),
                            cacheFileOf(cache.path(), "/two", ".index"));

    const auto loaded = loadSnapshot(cache.path(), "/two");

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Malformed);
}

TEST(Snapshot, replacesADamagedOne)
{
    const TemporaryFolder cache;
    const auto library = sampleLibrary();
    ASSERT_TRUE(saveSnapshot(cache.path(), *library));
    std::filesystem::resize_file(cacheFileOf(cache.path(), library->root(), ".index"), 100);
    ASSERT_FALSE(loadSnapshot(cache.path(), library->root()));

    ASSERT_TRUE(saveSnapshot(cache.path(), *library));

    EXPECT_TRUE(loadSnapshot(cache.path(), library->root()));
}

TEST(Snapshot, saysWhatIsWrong_whenTheCacheCannotBeWritten)
{
    const TemporaryFolder cache;
    cache.write("file", "");

    const auto saved = saveSnapshot(cache.path("file"), *sampleLibrary());

    ASSERT_FALSE(saved);
    EXPECT_NE(saved.error().message.find(cache.path("file")), std::string::npos);
}

} // namespace lectern::core
