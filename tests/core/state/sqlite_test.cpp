#include "core/state/sqlite.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class SqliteTest : public testing::Test
{
protected:
    SqliteTest() { EXPECT_TRUE(database.run("CREATE TABLE word (id INTEGER, text BLOB)")); }

    std::int64_t count() const { return database.number("SELECT count(*) FROM word").value(); }

    tests::TemporaryFolder folder;
    std::string file = folder.path("words.sqlite");
    Database database = Database::open(file, DatabaseAccess::Write).value();
};

} // namespace

TEST_F(SqliteTest, open_makesTheFile_butNotItsFolder)
{
    EXPECT_TRUE(fs::exists(file));

    const auto nowhere = Database::open(folder.path("none/x.sqlite"), DatabaseAccess::Write);

    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::Unreadable);
    EXPECT_THAT(nowhere.error().message, HasSubstr(folder.path("none/x.sqlite")));
    EXPECT_FALSE(fs::exists(folder.path("none")));
}

TEST_F(SqliteTest, open_toRead_makesNothing)
{
    const std::string missing = folder.path("missing.sqlite");

    for (const DatabaseAccess access : {DatabaseAccess::Read, DatabaseAccess::ReadFrozen}) {
        const auto opened = Database::open(missing, access);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::Unreadable);
    }
    EXPECT_FALSE(fs::exists(missing));
}

TEST_F(SqliteTest, open_saysThatAFileIsNoDatabase)
{
    const std::string text = folder.write("notes.md", std::string(9'000, '#'));

    for (const DatabaseAccess access : {DatabaseAccess::Write, DatabaseAccess::Read}) {
        Result<Database> opened = Database::open(text, access);
        const ErrorCode code = opened
            ? opened.value().number("SELECT count(*) FROM sqlite_schema").error().code
            : opened.error().code;
        EXPECT_EQ(code, ErrorCode::Malformed);
    }
    EXPECT_EQ(fs::file_size(text), 9'000U);
}

TEST_F(SqliteTest, open_toRead_writesNothing)
{
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x'61')"));
    const Database reader = Database::open(file, DatabaseAccess::Read).value();

    const Status written = reader.run("INSERT INTO word VALUES (2, x'62')");

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Unreadable);
    EXPECT_EQ(reader.number("SELECT count(*) FROM word").value(), 1);
}

TEST_F(SqliteTest, open_frozen_doesNotSeeTheLog)
{
    ASSERT_TRUE(database.run("PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO word VALUES (1, x'')"));

    const Database frozen = Database::open(file, DatabaseAccess::ReadFrozen).value();
    const Database reader = Database::open(file, DatabaseAccess::Read).value();

    EXPECT_EQ(frozen.number("SELECT count(*) FROM word").value(), 0);
    EXPECT_EQ(reader.number("SELECT count(*) FROM word").value(), 1);
}

TEST_F(SqliteTest, open_frozen_takesEveryNameOfAFile)
{
    for (const char *const name :
         {"a b", "what?", "#1", "100%41", "中文", "a&immutable=0", "'\""}) {
        SCOPED_TRACE(name);
        fs::create_directory(folder.path(name));
        const std::string path = folder.path(std::string(name) + "/x.sqlite");
        {
            const Database made = Database::open(path, DatabaseAccess::Write).value();
            ASSERT_TRUE(made.run("CREATE TABLE only_here (id INTEGER)"));
        }

        const auto frozen = Database::open(path, DatabaseAccess::ReadFrozen);

        ASSERT_TRUE(frozen) << frozen.error().message;
        EXPECT_TRUE(frozen.value().prepare("SELECT id FROM only_here"));
    }
}

TEST_F(SqliteTest, keepsItsRules_inEveryConnection)
{
    EXPECT_EQ(database.number("PRAGMA foreign_keys").value(), 1);
    EXPECT_EQ(database.number("PRAGMA trusted_schema").value(), 0);
    EXPECT_EQ(database.number("PRAGMA cell_size_check").value(), 1);
    // What a file says of its tables cannot be written by hand.
    EXPECT_FALSE(database.run("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema"));
    EXPECT_EQ(count(), 0);
}

TEST_F(SqliteTest, move_leavesOneOwner)
{
    Database first = Database::openInMemory().value();
    ASSERT_TRUE(first.run("CREATE TABLE first (id INTEGER)"));
    Database second = Database::openInMemory().value();

    second = std::move(first);

    EXPECT_TRUE(second.prepare("SELECT id FROM first"));
}

TEST_F(SqliteTest, number_isOfTheFirstRow)
{
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (7, x''), (3, x'')"));

    EXPECT_EQ(database.number("SELECT id, 9 FROM word ORDER BY id").value(), 3);
    EXPECT_EQ(database.number("SELECT max(id) FROM word WHERE id > 9").value(), 0); // NULL
    EXPECT_EQ(database.number("SELECT id FROM word WHERE id > 9").error().code,
              ErrorCode::NotFound);
    EXPECT_EQ(database.number("SELECT id FROM nowhere").error().code, ErrorCode::Malformed);
}

TEST_F(SqliteTest, lastError_namesTheFileAndWhatIsWrong)
{
    const Status run = database.run("INSERT INTO nowhere VALUES (1)");

    ASSERT_FALSE(run);
    EXPECT_THAT(run.error().message, HasSubstr(file));
    EXPECT_THAT(run.error().message, HasSubstr("nowhere"));
}

TEST_F(SqliteTest, lastError_isCancelled_whenAnotherWritesForTooLong)
{
    const Database other = Database::open(file, DatabaseAccess::Write).value();
    ASSERT_TRUE(other.run("PRAGMA busy_timeout=0"));
    const auto writing = Transaction::begin(database);
    ASSERT_TRUE(writing);

    EXPECT_EQ(Transaction::begin(other).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(database.number("PRAGMA busy_timeout").value(), 5'000);
}

TEST_F(SqliteTest, lastError_isTooLarge_whenThereIsNoRoom)
{
    ASSERT_TRUE(database.run("PRAGMA max_page_count=4"));

    const Status written = database.run("INSERT INTO word VALUES (1, zeroblob(100000))");

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::TooLarge);
    EXPECT_EQ(count(), 0);
}

TEST_F(SqliteTest, statement_keepsBytesAsTheyAre)
{
    Statement insert = database.prepare("INSERT INTO word VALUES (?, ?)").value();
    const std::vector<std::string> texts{"", "桥", std::string("a\0b", 3), "\xFF\xFE", "'; --"};
    for (std::size_t place = 0; place < texts.size(); ++place) {
        ASSERT_TRUE(
            insert.bind(static_cast<std::int64_t>(place), std::string_view(texts[place])).run());
    }

    Statement select = database.prepare("SELECT text FROM word ORDER BY id").value();

    for (const std::string &text : texts) {
        ASSERT_TRUE(select.step().value());
        EXPECT_EQ(select.text(0), text);
        EXPECT_FALSE(select.isNull(0)); // an empty text is none the less a text
    }
    EXPECT_FALSE(select.step().value());
}

TEST_F(SqliteTest, statement_bindsAViewOfNothingAsAnEmptyText)
{
    ASSERT_TRUE(
        database.prepare("INSERT INTO word VALUES (1, ?)").value().bind(std::string_view()).run());

    EXPECT_EQ(database.number("SELECT text IS NULL FROM word").value(), 0);
}

TEST_F(SqliteTest, statement_forgetsWhatWasBoundBefore)
{
    Statement insert = database.prepare("INSERT INTO word VALUES (?, ?)").value();
    ASSERT_TRUE(insert.bind(std::int64_t{1}, std::string_view("one")).run());

    ASSERT_TRUE(insert.bind(std::int64_t{2}).run());

    EXPECT_EQ(database.number("SELECT text IS NULL FROM word WHERE id=2").value(), 1);
    EXPECT_EQ(database.lastRow(), 2);
}

TEST_F(SqliteTest, statement_givesNothing_whereAColumnHoldsAnotherKind)
{
    Statement row = database.prepare("SELECT NULL, 'text', x'00', 1.5").value();
    ASSERT_TRUE(row.step().value());

    EXPECT_TRUE(row.isNull(0));
    EXPECT_EQ(row.text(0), "");
    EXPECT_EQ(row.integer(0), 0);
    EXPECT_EQ(row.integer(1), 0);
    EXPECT_EQ(row.integer(2), 0);
    EXPECT_EQ(row.integer(3), 1);
    EXPECT_EQ(row.integer(9), 0); // there is no such column
    EXPECT_EQ(row.text(9), "");
}

TEST_F(SqliteTest, statement_copiesARowWithItsKinds)
{
    Statement row = database.prepare("SELECT 7, x'00FF'").value();
    ASSERT_TRUE(row.step().value());

    ASSERT_TRUE(database.prepare("INSERT INTO word VALUES (?, ?)").value().bindRow(row).run());

    EXPECT_EQ(database.number("SELECT id FROM word WHERE text = x'00FF'").value(), 7);
}

TEST_F(SqliteTest, statement_holdsNoLock_onceItRan)
{
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x''), (2, x'')"));
    Statement all = database.prepare("SELECT id FROM word").value();
    ASSERT_TRUE(all.run());

    EXPECT_TRUE(database.run("DROP TABLE word"));
}

TEST_F(SqliteTest, statement_movesWithItsDatabase)
{
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (5, x'')"));
    Statement one = database.prepare("SELECT 1").value();

    one = database.prepare("SELECT id FROM word").value();

    ASSERT_TRUE(one.step().value());
    EXPECT_EQ(one.integer(0), 5);
}

TEST_F(SqliteTest, transaction_takesBackWhatWasNotCommitted)
{
    {
        const auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction);
        EXPECT_TRUE(database.isInTransaction());
        ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x'')"));
    }

    EXPECT_FALSE(database.isInTransaction());
    EXPECT_EQ(count(), 0);
}

TEST_F(SqliteTest, transaction_keepsWhatWasCommitted)
{
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x'')"));
        ASSERT_TRUE(transaction.value().commit());
        EXPECT_FALSE(database.isInTransaction());
    }

    EXPECT_EQ(count(), 1);
}

TEST_F(SqliteTest, transaction_withinAnother_isTakenBackAlone)
{
    auto outer = Transaction::begin(database);
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x'')"));
    {
        const auto inner = Transaction::begin(database);
        ASSERT_TRUE(database.run("INSERT INTO word VALUES (2, x'')"));
    }
    EXPECT_TRUE(database.isInTransaction());
    ASSERT_TRUE(outer.value().commit());

    EXPECT_EQ(database.number("SELECT sum(id) FROM word").value(), 1);
}

TEST_F(SqliteTest, transaction_withinAnother_isTakenBackWithIt)
{
    {
        const auto outer = Transaction::begin(database);
        auto inner = Transaction::begin(database);
        ASSERT_TRUE(database.run("INSERT INTO word VALUES (2, x'')"));
        ASSERT_TRUE(inner.value().commit());
        EXPECT_EQ(count(), 1);
    }

    EXPECT_EQ(count(), 0);
}

TEST_F(SqliteTest, copyTo_hasAllOfIt_andReplacesWhatWasThere)
{
    ASSERT_TRUE(database.run("INSERT INTO word VALUES (1, x'61')"));
    const std::string target = folder.path("copy.sqlite");
    {
        const Database old = Database::open(target, DatabaseAccess::Write).value();
        ASSERT_TRUE(old.run("CREATE TABLE old (id INTEGER)"));
    }

    ASSERT_TRUE(database.copyTo(target));

    const Database copy = Database::open(target, DatabaseAccess::Read).value();
    EXPECT_EQ(copy.number("SELECT count(*) FROM word").value(), 1);
    EXPECT_FALSE(copy.prepare("SELECT id FROM old"));
}

TEST_F(SqliteTest, copyTo_saysWhereItCannot)
{
    const Status copied = database.copyTo(folder.path("none/copy.sqlite"));

    ASSERT_FALSE(copied);
    EXPECT_THAT(copied.error().message, HasSubstr("none/copy.sqlite"));
}

} // namespace lectern::core
