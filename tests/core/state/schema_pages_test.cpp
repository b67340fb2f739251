#include "core/base/disk.h"
#include "core/state/schema.h"
#include "core/state/schema_pages.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPageBytes = 4096;

class SchemaPagesTest : public testing::Test
{
protected:
    SchemaPagesTest()
    {
        const StateStore store = openStore(file);
        for (int number = 0; number < 20; ++number) {
            addArticle(store, keyOf(std::to_string(number) + ".md"));
        }
    }

    std::string bytes() const { return readFile(file, 1U << 30U).value().bytes; }

    void write(std::string_view bytes) const
    {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }

    /// How many articles can be read; -1 where none can be asked for.
    std::int64_t articles() const
    {
        const Result<Database> database = Database::open(file, DatabaseAccess::Read);
        const Result<std::int64_t> count = database
            ? database.value().number("SELECT count(*) FROM article")
            : Result<std::int64_t>(database.error());
        return count ? count.value() : -1;
    }

    tests::TemporaryFolder folder;
    std::string file = folder.path("state.sqlite");
    std::string scratch = folder.path("scratch.sqlite");
};

} // namespace

TEST_F(SchemaPagesTest, findTheTablesAgain_whenTheFirstPageIsLost)
{
    std::string damaged = bytes();
    damaged.replace(0, kPageBytes, kPageBytes, '\xA5');
    write(damaged);
    ASSERT_EQ(articles(), -1);

    ASSERT_TRUE(putBackSchema(file, scratch));

    EXPECT_EQ(articles(), 20);
    EXPECT_FALSE(fs::exists(scratch));
}

TEST_F(SchemaPagesTest, leaveRowsAsTheyAre)
{
    const std::string before = bytes();

    ASSERT_TRUE(putBackSchema(file, scratch));

    EXPECT_EQ(bytes().size(), before.size());
    EXPECT_EQ(articles(), 20);
}

TEST_F(SchemaPagesTest, sayHowManyPagesThereAre)
{
    write(bytes() + std::string(3 * kPageBytes, '\0'));

    ASSERT_TRUE(putBackSchema(file, scratch));

    const Database database = Database::open(file, DatabaseAccess::Read).value();
    EXPECT_EQ(database.number("PRAGMA page_count").value(),
              static_cast<std::int64_t>(bytes().size() / kPageBytes));
    EXPECT_EQ(database.number("PRAGMA freelist_count").value(), 0);
    EXPECT_EQ(database.number("PRAGMA user_version").value(),
              static_cast<std::int64_t>(stateSchema().size()));
}

TEST_F(SchemaPagesTest, makeAWholeFileOfOneThatWasCut)
{
    write(bytes().substr(0, 100));

    ASSERT_TRUE(putBackSchema(file, scratch));

    const Database database = Database::open(file, DatabaseAccess::Read).value();
    EXPECT_TRUE(database.prepare("SELECT id FROM highlight"));
}

TEST_F(SchemaPagesTest, fail_whereThereIsNoFile_andMakeNone)
{
    fs::remove(file);

    EXPECT_FALSE(putBackSchema(file, scratch));

    EXPECT_FALSE(fs::exists(file));
    EXPECT_FALSE(fs::exists(scratch));
}

TEST_F(SchemaPagesTest, fail_whereNothingCanBeMade_andChangeNothing)
{
    const std::string before = bytes();

    EXPECT_FALSE(putBackSchema(file, folder.path("none/scratch.sqlite")));

    EXPECT_EQ(bytes(), before);
}

} // namespace lectern::core
