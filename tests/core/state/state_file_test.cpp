#include "core/base/disk.h"
#include "tests/core/state/known_states.h"
#include "tests/support/lowered_privileges.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::size_t kPageBytes = 4096;
constexpr int kArticles = 40;
constexpr std::int64_t kLater = 4'000'000'000; // more than a day after any run of this

std::string bytesOf(const std::string &file)
{
    return readFile(file, std::size_t{1} << 30U).value().bytes;
}

void writeBytes(const std::string &file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

class StateFileTest : public testing::Test
{
protected:
    /// A closed file with states, labels, highlights, texts and days of reading.
    void fill() const
    {
        const StateStore store = openStore(file);
        const LabelId label = store.saveLabel({0, "later", 1}).value();
        for (int number = 0; number < kArticles; ++number) {
            const std::string name = std::to_string(number);
            const StateId id = addArticle(
                store, keyOf(name + ".md", "Title " + name, name + std::string(500, 'y')));
            StateChange change = becomes(ReadStatus::Read);
            change.addedLabels = {label};
            ASSERT_TRUE(store.change({&id, 1}, change));
            ASSERT_TRUE(store.saveHighlight(highlightOf(id, "quote " + name, "note")));
            ASSERT_TRUE(store.addReading({id, 20'000 + number, 9, 9}));
            ASSERT_TRUE(store.setReadText(id, TextPrint(), "text " + name));
        }
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
};

/// What becomes of a file of \a bytes: always a file that works, and never one that is empty
/// without a word.
Salvage salvaged(const std::string &bytes)
{
    const tests::TemporaryFolder scratch;
    const std::string damaged = scratch.path("state.sqlite");
    writeBytes(damaged, bytes);

    const Result<StateStore> store = StateStore::open(damaged);

    EXPECT_TRUE(store) << store.error().message;
    if (!store || !store.value().report().salvage) {
        ADD_FAILURE() << "the damage was not seen";
        return {};
    }
    EXPECT_EQ(bytesOf(store.value().report().salvage->damagedFile), bytes);
    EXPECT_TRUE(store.value().check(0));
    EXPECT_TRUE(store.value().highlights(1));
    return *store.value().report().salvage;
}

} // namespace

TEST_F(StateFileTest, isMadeWithTheFoldersAboveIt)
{
    file = folder.path("share/lectern/state.sqlite");

    const Result<StateFile> opened = openStateFile(file);

    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_TRUE(fs::exists(file));
    EXPECT_FALSE(opened.value().report.isReadOnly);
    EXPECT_FALSE(opened.value().report.salvage);
    EXPECT_EQ(opened.value().report.versionBackup, "");
}

TEST_F(StateFileTest, leavesOneFile_whenItIsClosed)
{
    fill();

    EXPECT_THAT(names(), ElementsAre("state.sqlite"));
}

TEST_F(StateFileTest, isRefusedUnchanged_whenANewerProgramMadeIt)
{
    fill();
    {
        const Database newer = Database::open(file, DatabaseAccess::Write).value();
        ASSERT_TRUE(newer.run("CREATE TABLE future (id INTEGER); PRAGMA user_version=99"));
    }
    const std::string before = bytesOf(file);

    const Result<StateFile> opened = openStateFile(file);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(opened.error().message, HasSubstr("99"));
    EXPECT_EQ(bytesOf(file), before);
    EXPECT_THAT(names(), ElementsAre("state.sqlite"));
}

TEST_F(StateFileTest, isBackedUpOnceADay_whenItIsFine)
{
    fill();
    const StateStore store = openStore(file);
    ASSERT_TRUE(store.check(kLater));
    const StateId id = 1;
    ASSERT_TRUE(store.change({&id, 1}, becomes(ReadStatus::Unread)));
    const std::string first = bytesOf(file + ".backup");

    ASSERT_TRUE(store.check(std::time(nullptr)));
    EXPECT_EQ(bytesOf(file + ".backup"), first);
    ASSERT_TRUE(store.check(kLater));

    EXPECT_NE(bytesOf(file + ".backup"), first);
    const StateStore backup = openStore(file + ".backup");
    EXPECT_EQ(backup.states({&id, 1}).value().at(0).status, ReadStatus::Unread);
}

TEST_F(StateFileTest, isSalvagedAtTheNextStart_whenALargeOneIsFoundDamaged)
{
    fill();
    {
        const StateStore store = openStore(file);
        std::mt19937 random(4); // NOLINT(cert-msc51-cpp): the same in every run
        std::string noise(17U << 20U, '\0');
        for (char &byte : noise) { // so that it cannot be made smaller
            byte = static_cast<char>(random());
        }
        ASSERT_TRUE(store.setReadText(1, TextPrint(), noise));
    }
    std::string bytes = bytesOf(file);
    bytes.replace(8 * kPageBytes, kPageBytes, kPageBytes, '\xA5');
    writeBytes(file, bytes);
    {
        const StateStore store = openStore(file);
        EXPECT_FALSE(store.report().salvage); // it is too large to be looked at first
        EXPECT_EQ(store.check(0).error().code, ErrorCode::Malformed);
    }

    const StateStore store = openStore(file);

    ASSERT_TRUE(store.report().salvage);
    EXPECT_TRUE(store.check(0));
    EXPECT_FALSE(fs::exists(file + ".suspect"));
}

TEST_F(StateFileTest, isSalvaged_whicheverPageIsOverwritten)
{
    fill();
    const std::string whole = bytesOf(file);
    const std::size_t pages = whole.size() / kPageBytes;
    ASSERT_GT(pages, 15U);
    std::size_t articles = 0;

    for (std::size_t page = 0; page < pages; ++page) {
        for (const char filling : {'\0', '\xA5'}) {
            SCOPED_TRACE(testing::Message() << "page " << page + 1 << " of " << pages);
            std::string bytes = whole;
            bytes.replace(page * kPageBytes, kPageBytes, kPageBytes, filling);

            const Salvage salvage = salvaged(bytes);

            EXPECT_GT(salvage.articles + salvage.highlights, 0);
            articles += static_cast<std::size_t>(salvage.articles);
        }
    }

    EXPECT_GT(articles, 2 * pages * kArticles * 9 / 10); // of all pages taken together
}

TEST_F(StateFileTest, isSalvaged_whereverItIsCut)
{
    fill();
    const std::string whole = bytesOf(file);

    for (std::size_t kept = 0; kept < whole.size(); kept += kPageBytes) {
        SCOPED_TRACE(testing::Message() << kept << " of " << whole.size() << " bytes");
        salvaged(whole.substr(0, kept));
    }
}

TEST_F(StateFileTest, takesFromTheBackupWhatCannotBeRead)
{
    fill();
    ASSERT_TRUE(openStore(file).check(kLater));
    std::string bytes = bytesOf(file);
    bytes.replace(kPageBytes, bytes.size() - kPageBytes, bytes.size() - kPageBytes, '\xA5');
    writeBytes(file, bytes);

    const StateStore store = openStore(file);

    ASSERT_TRUE(store.report().salvage);
    EXPECT_TRUE(store.report().salvage->isFromBackup);
    EXPECT_EQ(store.report().salvage->articles, kArticles);
    EXPECT_THAT(store.statesOf(kRoot).value(), SizeIs(kArticles));
    EXPECT_THAT(store.allHighlights().value(), SizeIs(kArticles));
    EXPECT_EQ(store.readText(3).value(), "text 2");
}

TEST_F(StateFileTest, keepsAHighlightWhoseArticleIsLost)
{
    fill();
    {
        const Database database = Database::open(file, DatabaseAccess::Write).value();
        ASSERT_TRUE(database.run("PRAGMA foreign_keys=OFF; DELETE FROM article WHERE id=7; "
                                 "DELETE FROM library"));
    }
    writeBytes(file, bytesOf(file) + "x"); // no whole page, so that it is taken for damaged
    std::string bytes = bytesOf(file);
    bytes.resize(bytes.size() - kPageBytes);
    writeBytes(file, bytes);

    const StateStore store = openStore(file);

    ASSERT_TRUE(store.report().salvage);
    EXPECT_THAT(store.highlights(7).value(), SizeIs(1));
    EXPECT_THAT(store.articlesOf("/anywhere").value(), SizeIs(kArticles)); // to be placed again
}

TEST_F(StateFileTest, isReadOnly_whenTheFolderIs)
{
    fill();
    fs::permissions(folder.path(), fs::perms(0555));
    {
        const tests::LoweredPrivileges lowered;
        if (!lowered.isDone()) {
            GTEST_SKIP() << "this user may write everywhere";
        }
        const StateStore store = openStore(file);

        EXPECT_TRUE(store.report().isReadOnly);
        EXPECT_NE(store.report().reason, "");
        EXPECT_THAT(store.statesOf(kRoot).value(), SizeIs(kArticles));
        const StateId id = 1;
        EXPECT_FALSE(store.change({&id, 1}, becomes(ReadStatus::Unread)));
    }
    fs::permissions(folder.path(), fs::perms(0755));
}

TEST_F(StateFileTest, saysWhy_whenItCannotBeMade)
{
    folder.write("file", "");

    const Result<StateFile> opened = openStateFile(folder.path("file/state.sqlite"));

    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr(folder.path("file")));
}

TEST_F(StateFileTest, losesNothingThatWasKept_whenTheDiskIsFull)
{
    fill();
    const std::uintmax_t size = fs::file_size(file);

    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{size + 8 * kPageBytes, size + 8 * kPageBytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const Result<StateStore> store = StateStore::open(file);
        std::mt19937 random(3); // NOLINT(cert-msc51-cpp): the same in every run
        std::string noise(20'000, '\0');
        int written = 0;
        do {
            for (char &byte : noise) { // so that it cannot be made smaller
                byte = static_cast<char>(random());
            }
            ++written;
        } while (store && written < 1'000
                 && store.value().setReadText(written % kArticles + 1, TextPrint(), noise));
        ::_exit(store && written < 1'000 ? 0 : 1); // it failed, and said so
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);

    const StateStore store = openStore(file);

    EXPECT_FALSE(store.report().salvage);
    EXPECT_TRUE(store.check(0));
    EXPECT_THAT(store.statesOf(kRoot).value(), SizeIs(kArticles));
    EXPECT_THAT(store.allHighlights().value(), SizeIs(kArticles));
}

} // namespace lectern::core
