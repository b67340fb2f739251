#include "core/state/schema.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A variable of the environment that is as it was at the end.
class Variable final
{
public:
    explicit Variable(const char *name)
        : m_name(name)
        , m_was(std::getenv(name) != nullptr ? std::optional<std::string>(std::getenv(name))
                                             : std::nullopt)
    {}

    ~Variable() { set(m_was ? m_was->c_str() : nullptr); }

    Variable(const Variable &) = delete;
    Variable &operator=(const Variable &) = delete;

    void set(const char *value) const
    {
        if (value != nullptr) {
            ::setenv(m_name, value, 1);
        } else {
            ::unsetenv(m_name);
        }
    }

private:
    const char *m_name;
    std::optional<std::string> m_was;
};

class StateOpeningTest : public testing::Test
{
protected:
    Result<StateFile> opened() const { return openStateFile(file); }

    std::int64_t backupTime() const
    {
        const auto written = std::chrono::file_clock::to_sys(fs::last_write_time(file + ".backup"));
        return std::chrono::duration_cast<std::chrono::seconds>(written.time_since_epoch()).count();
    }

    tests::TemporaryFolder folder;
    std::string file = folder.path("state.sqlite");
};

} // namespace

TEST(StateFilePath, isBelowTheFolderForData)
{
    const Variable data("XDG_DATA_HOME");
    const Variable home("HOME");
    home.set("/home/reader");

    data.set("/data");
    EXPECT_EQ(stateFilePath(), "/data/lectern/state.sqlite");
    for (const char *const none : {static_cast<const char *>(nullptr), "", "relative/data"}) {
        data.set(none);
        EXPECT_EQ(stateFilePath(), "/home/reader/.local/share/lectern/state.sqlite");
    }
}

TEST_F(StateOpeningTest, leavesNothingBesideANewFile)
{
    {
        ASSERT_TRUE(opened());
    }

    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST_F(StateOpeningTest, isAtTheNewestVersion)
{
    const Result<StateFile> state = opened();

    EXPECT_EQ(schemaVersion(state.value().database).value(),
              static_cast<std::int64_t>(stateSchema().size()));
    EXPECT_EQ(state.value().report.versionBackup, "");
}

TEST_F(StateOpeningTest, mayBeOpenedTwice)
{
    const StateStore first = openStore(file);
    const StateStore second = openStore(file);

    const StateId id = addArticle(first, keyOf("a.md"));

    EXPECT_EQ(second.states({&id, 1}).value().size(), 1U);
}

TEST_F(StateOpeningTest, takesAFileWithoutAVersion_forADamagedOne)
{
    {
        const Database database = Database::open(file, DatabaseAccess::Write).value();
        ASSERT_TRUE(database.run("CREATE TABLE mine (id INTEGER)"));
    }

    const Result<StateFile> state = opened();

    ASSERT_TRUE(state) << state.error().message;
    ASSERT_TRUE(state.value().report.salvage);
    EXPECT_THAT(state.value().report.salvage->reason, HasSubstr("no version"));
    const Database kept
        = Database::open(state.value().report.salvage->damagedFile, DatabaseAccess::Read).value();
    EXPECT_TRUE(kept.prepare("SELECT id FROM mine"));
}

TEST_F(StateOpeningTest, looksAtAllOfASuspectedFile_onlyOnce)
{
    {
        ASSERT_TRUE(opened());
    }
    ASSERT_TRUE(suspectStateFile(file));
    ASSERT_TRUE(fs::exists(file + ".suspect"));

    EXPECT_FALSE(opened().value().report.salvage);

    EXPECT_FALSE(fs::exists(file + ".suspect"));
}

TEST_F(StateOpeningTest, backsUpAfterADay_andNotBefore)
{
    const Result<StateFile> state = opened();
    const Database &database = state.value().database;
    ASSERT_TRUE(backUpStateFile(database, file, 86'400));
    const std::int64_t made = backupTime();
    ASSERT_TRUE(database.run("INSERT INTO label (name, colour) VALUES (x'61', 1)"));
    const auto labels = [this] {
        return Database::open(file + ".backup", DatabaseAccess::Read)
            .value()
            .number("SELECT count(*) FROM label")
            .value();
    };

    ASSERT_TRUE(backUpStateFile(database, file, made + 86'399));
    EXPECT_EQ(labels(), 0);
    ASSERT_TRUE(backUpStateFile(database, file, made + 86'400));
    EXPECT_EQ(labels(), 1);
    EXPECT_FALSE(fs::exists(file + ".backup.new"));
}

TEST_F(StateOpeningTest, keepsTheFormerBackup_whereANewOneCannotBeMade)
{
    const Result<StateFile> state = opened();
    ASSERT_TRUE(backUpStateFile(state.value().database, file, 86'400));
    fs::create_directories(file + ".backup.new/full"); // nothing can be written there

    EXPECT_FALSE(backUpStateFile(state.value().database, file, backupTime() + 86'400));

    EXPECT_TRUE(Database::open(file + ".backup", DatabaseAccess::Read)
                    .value()
                    .prepare("SELECT id FROM article"));
}

TEST_F(StateOpeningTest, refusesAFolder_inPlaceOfAFile)
{
    fs::create_directories(file);

    const Result<StateFile> state = opened();

    EXPECT_FALSE(state);
    EXPECT_TRUE(fs::is_directory(file));
}

TEST_F(StateOpeningTest, refusesAVersionThatNoneHas)
{
    const Database database = Database::openInMemory().value();
    ASSERT_TRUE(database.run("PRAGMA user_version=-1"));

    EXPECT_EQ(migrate(database, stateSchema()).error().code, ErrorCode::Unsupported);
}

} // namespace lectern::core
