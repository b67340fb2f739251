#include "core/library/indexer.h"
#include "core/library/snapshot.h"
#include "core/search/cache_report.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace lectern::core {

namespace {

using testing::EndsWith;
using testing::StartsWith;

class CacheReport : public testing::Test
{
protected:
    CacheReport()
    {
        folder.writeLongAgo("a.md", "# A\n");
        folder.writeLongAgo("b.md", "# B\n");
    }

    std::shared_ptr<const Library> read(const std::string &zone = "UTC") const
    {
        IndexOptions options;
        options.zone = zone;
        return indexFolder(folder.path(), nullptr, options).value();
    }

    std::string index(const Library &now) const
    {
        return explainIndex(loadSnapshot(cache.path(), now.root()), now);
    }

    std::string texts(const Library &now) const
    {
        return explainTexts(TextPack::open(cache.path(), now.root()), now);
    }

    void overwrite(const Library &now, const char *ending, std::streamoff at) const
    {
        std::fstream file(cacheFileOf(cache.path(), now.root(), ending),
                          std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(at).write("\x7f", 1);
    }

    tests::TemporaryFolder folder;
    tests::TemporaryFolder cache;
};

} // namespace

TEST_F(CacheReport, saysThatNothingWasKept)
{
    const auto library = read();

    EXPECT_EQ(index(*library), "made anew: none was kept");
    EXPECT_EQ(texts(*library), "made anew: none was kept");
}

TEST_F(CacheReport, countsWhatIsUnchanged)
{
    const auto before = read();
    ASSERT_TRUE(saveSnapshot(cache.path(), *before));
    ASSERT_TRUE(TextPack::update(cache.path(), *before, {}));
    EXPECT_EQ(index(*before), "kept: 2 of 2 articles are unchanged");
    EXPECT_EQ(texts(*before), "kept: 2 of 2 articles are unchanged");

    folder.writeLongAgo("b.md", "# B, and longer\n");
    folder.writeLongAgo("c.md", "# C\n");
    const auto now = read();

    EXPECT_EQ(index(*now), "kept: 1 of 3 articles are unchanged");
    EXPECT_EQ(texts(*now), "kept: 1 of 3 articles are unchanged");
}

TEST_F(CacheReport, saysThatTheVersionIsAnother)
{
    const auto library = read();
    ASSERT_TRUE(saveSnapshot(cache.path(), *library));
    ASSERT_TRUE(TextPack::update(cache.path(), *library, {}));

    overwrite(*library, ".index", 8);
    overwrite(*library, ".textindex", 8);

    EXPECT_THAT(index(*library), EndsWith(": an index of another version"));
    EXPECT_THAT(texts(*library), EndsWith(": of another version"));
}

TEST_F(CacheReport, saysThatAFileIsDamaged)
{
    const auto library = read();
    ASSERT_TRUE(saveSnapshot(cache.path(), *library));

    overwrite(*library, ".index", 100);

    EXPECT_THAT(index(*library), StartsWith("made anew: "));
    EXPECT_THAT(index(*library), EndsWith(": the index is damaged"));
}

TEST_F(CacheReport, saysThatTheZoneIsAnother)
{
    ASSERT_TRUE(saveSnapshot(cache.path(), *read("Asia/Shanghai")));

    EXPECT_EQ(index(*read()), "made anew: it was read in the zone Asia/Shanghai, not UTC");
}

TEST_F(CacheReport, saysThatTheFolderIsAnother)
{
    const tests::TemporaryFolder other;
    const auto library = read();

    EXPECT_EQ(explainIndex(indexFolder(other.path(), nullptr, {}), *library),
              "made anew: it is of the folder " + other.path());
}

} // namespace lectern::core
