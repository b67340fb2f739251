#include "core/base/disk.h"
#include "core/state/salvage.h"
#include "core/state/schema.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class SalvageTest : public testing::Test
{
protected:
    /// A closed file with \a count articles, each with a label and a highlight.
    static void fill(const std::string &file, int count)
    {
        const StateStore store = openStore(file);
        const LabelId label = store.saveLabel({0, "later", 1}).value();
        for (int number = 0; number < count; ++number) {
            const StateId id = addArticle(store, keyOf(std::to_string(number) + ".md"));
            StateChange change = becomes(ReadStatus::Read);
            change.addedLabels = {label};
            ASSERT_TRUE(store.change({&id, 1}, change));
            ASSERT_TRUE(store.saveHighlight(highlightOf(id, "quote")));
        }
    }

    /// Changes \a name as no program would.
    static void damage(const std::string &name, const std::string &sql)
    {
        const Database database = Database::open(name, DatabaseAccess::Write).value();
        ASSERT_TRUE(database.run("PRAGMA foreign_keys=OFF; " + sql));
    }

    Salvage salvaged() const
    {
        const Result<Salvage> salvage = salvageStateFile(file, backup, "it was said", 1'234);
        EXPECT_TRUE(salvage) << salvage.error().message;
        return salvage ? salvage.value() : Salvage();
    }

    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto &entry : fs::directory_iterator(folder.path())) {
            names.push_back(entry.path().filename());
        }
        return names;
    }

    tests::TemporaryFolder folder;
    std::string file = folder.path("state.sqlite");
    std::string backup = folder.path("state.sqlite.backup");
};

} // namespace

TEST_F(SalvageTest, keepsTheDamagedFileAsItWas_andLeavesNothingElse)
{
    fill(file, 3);
    const std::string bytes = readFile(file, 1U << 30U).value().bytes;

    const Salvage salvage = salvaged();

    EXPECT_EQ(salvage.damagedFile, file + ".damaged-1234");
    EXPECT_EQ(salvage.reason, "it was said");
    EXPECT_EQ(readFile(salvage.damagedFile, 1U << 30U).value().bytes, bytes);
    EXPECT_THAT(names(), UnorderedElementsAre("state.sqlite", "state.sqlite.damaged-1234"));
}

TEST_F(SalvageTest, hasEverything_whereEverythingCanBeRead)
{
    fill(file, 3);

    const Salvage salvage = salvaged();

    EXPECT_TRUE(salvage.isAllRead);
    EXPECT_FALSE(salvage.isFromBackup);
    EXPECT_EQ(salvage.articles, 3);
    EXPECT_EQ(salvage.highlights, 3);
    const StateStore store = openStore(file);
    EXPECT_FALSE(store.report().salvage);
    EXPECT_THAT(store.statesOf(kRoot).value(), SizeIs(3));
    EXPECT_THAT(store.statesOf(kRoot).value()[0].labels, SizeIs(1));
}

TEST_F(SalvageTest, takesTheLogAlong)
{
    const std::string other = folder.path("other.sqlite");
    {
        const StateStore store = openStore(other);
        addArticle(store, keyOf("in the log.md"));
        fs::copy_file(other, file); // as a process leaves them that was killed
        fs::copy_file(other + "-wal", file + "-wal");
    }
    fs::remove(other);

    const Salvage salvage = salvaged();

    EXPECT_EQ(salvage.articles, 1);
    EXPECT_TRUE(fs::exists(salvage.damagedFile + "-wal"));
    EXPECT_FALSE(fs::exists(file + "-wal"));
}

TEST_F(SalvageTest, givesNoNumberAgain_thatWasUsed)
{
    fill(file, 3);
    damage(file, "DELETE FROM article WHERE id=2");

    salvaged();

    EXPECT_EQ(addArticle(openStore(file), keyOf("new.md")), 4);
}

TEST_F(SalvageTest, makesALibraryAndALabel_thatRowsReferTo)
{
    fill(file, 2);
    damage(file, "DELETE FROM library; DELETE FROM label");

    salvaged();

    const StateStore store = openStore(file);
    EXPECT_THAT(store.articlesOf(kRoot).value(), SizeIs(2)); // wherever they belong
    EXPECT_THAT(store.labels().value(), ElementsAre(Label{1, "?1", 0x808080}));
    EXPECT_THAT(store.statesOf(kRoot).value()[0].labels, ElementsAre(1));
    EXPECT_EQ(store.database().number("SELECT count(*) FROM pragma_foreign_key_check").value(), 0);
}

TEST_F(SalvageTest, makesAnEmptyArticle_forEachThatRowsReferTo)
{
    fill(file, 3);
    damage(file, "DELETE FROM article WHERE id IN (1, 3)");

    const Salvage salvage = salvaged();

    EXPECT_EQ(salvage.articles, 3);
    const StateStore store = openStore(file);
    const std::vector<StateId> ids{1, 2, 3};
    const auto states = store.states(ids).value();
    EXPECT_EQ(states[0].status, ReadStatus::Unread);
    EXPECT_EQ(states[1].status, ReadStatus::Read);
    EXPECT_THAT(store.highlights(3).value(), SizeIs(1));
    EXPECT_EQ(store.database().number("SELECT count(DISTINCT uid) FROM article").value(), 3);
}

TEST_F(SalvageTest, leavesOutARowThatBreaksARule)
{
    fill(file, 2);
    damage(file,
           "CREATE TABLE loose AS SELECT * FROM label; DROP TABLE label; "
           "ALTER TABLE loose RENAME TO label; INSERT INTO label VALUES (7, NULL, 1)");

    const Salvage salvage = salvaged();

    EXPECT_EQ(salvage.articles, 2);
    EXPECT_THAT(openStore(file).labels().value(), ElementsAre(Label{1, "later", 1}));
}

TEST_F(SalvageTest, takesAMissingTableFromTheBackup)
{
    fill(file, 2);
    fill(backup, 2);
    damage(file, "DROP TABLE highlight");

    const Salvage salvage = salvaged();

    EXPECT_FALSE(salvage.isAllRead);
    EXPECT_TRUE(salvage.isFromBackup);
    EXPECT_EQ(salvage.highlights, 2);
    EXPECT_EQ(salvage.articles, 2);
}

TEST_F(SalvageTest, prefersWhatTheFileSays_toItsBackup)
{
    fill(backup, 3);
    fill(file, 3);
    damage(file, "UPDATE article SET status=1; DROP TABLE highlight");

    salvaged();

    const StateStore store = openStore(file);
    EXPECT_EQ(store.statesOf(kRoot).value()[0].status, ReadStatus::Reading);
}

TEST_F(SalvageTest, takesNothingFromABackupThatIsDamagedToo)
{
    fill(file, 2);
    folder.write("state.sqlite.backup", std::string(20'000, 'x'));
    damage(file, "DROP TABLE highlight");

    const Salvage salvage = salvaged();

    EXPECT_FALSE(salvage.isFromBackup);
    EXPECT_EQ(salvage.articles, 2);
    EXPECT_EQ(salvage.highlights, 0);
}

TEST_F(SalvageTest, makesAnEmptyFile_ofBytesThatAreNone)
{
    folder.write("state.sqlite", std::string(30'000, 'x'));

    const Salvage salvage = salvaged();

    EXPECT_EQ(salvage.articles, 0);
    EXPECT_FALSE(salvage.isAllRead);
    EXPECT_EQ(openStore(file).labels().value().size(), 0U);
}

TEST_F(SalvageTest, fails_whereThereIsNoFile)
{
    const Result<Salvage> salvage = salvageStateFile(file, backup, "", 1);

    ASSERT_FALSE(salvage);
    EXPECT_EQ(salvage.error().code, ErrorCode::Io);
    EXPECT_THAT(names(), ElementsAre());
}

} // namespace lectern::core
