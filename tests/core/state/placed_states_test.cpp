#include "core/state/placed_states.h"
#include "core/state/state_worker.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <future>
#include <numeric>
#include <thread>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class PlacedStatesTest : public testing::Test
{
protected:
    PlacedStatesTest() { open(); }

    void open() { EXPECT_TRUE(states.setArticles(std::string(kRoot), articles)); }

    const StateSnapshot &snapshot() const { return *states.snapshot(); }

    void markRead(Row row) { ASSERT_TRUE(states.change({&row, 1}, becomes(ReadStatus::Read))); }

    tests::TemporaryFolder folder;
    std::vector<ArticleKey> articles{keyOf("a.md", "A", textOf("alpha")),
                                     keyOf("b.md", "B", textOf("beta")),
                                     keyOf("c.md", "A", textOf("alpha"))};
    PlacedStates states{openStore(folder.path("state.sqlite"))};
};

} // namespace

TEST_F(PlacedStatesTest, haveNothing_beforeAnythingWasDone)
{
    EXPECT_EQ(snapshot().size(), 3U);
    EXPECT_EQ(snapshot().root, kRoot);
    EXPECT_THAT(snapshot().status, testing::Each(ReadStatus::Unread));
    EXPECT_THAT(snapshot().labelsOf(2), IsEmpty());
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), IsEmpty());
}

TEST_F(PlacedStatesTest, shareTheStateOfCopies)
{
    const std::vector<Row> all{0, 1, 2};

    const auto former = states.change(all, becomes(ReadStatus::Read));

    ASSERT_TRUE(former);
    EXPECT_THAT(snapshot().status, testing::Each(ReadStatus::Read));
    EXPECT_EQ(snapshot().article[0], snapshot().article[2]);
    EXPECT_NE(snapshot().article[0], snapshot().article[1]);
    EXPECT_TRUE(snapshot().has(0, StateFlag::IsCopy));
    EXPECT_FALSE(snapshot().has(1, StateFlag::IsCopy));
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), SizeIs(2));
    ASSERT_TRUE(states.restore(former.value()));
    EXPECT_THAT(snapshot().status, testing::Each(ReadStatus::Unread));
}

TEST_F(PlacedStatesTest, changeAllStatesOfCopies_thatGotThemBeforeTheyWereKnownAsCopies)
{
    articles[0].stamp = {5, 7, 0};
    articles[2].stamp = {6, 8, 0};
    const std::vector<ArticleKey> all = articles;
    articles[0].print = {};
    articles[2].print = {};
    open();
    markRead(0);
    StateChange star;
    star.isStarred = true;
    star.now = 1'000;
    ASSERT_TRUE(states.change(std::array<Row, 1>{2}, star));
    ASSERT_NE(snapshot().article[0], snapshot().article[2]);

    articles = all;
    open();
    EXPECT_EQ(snapshot().status[2], ReadStatus::Unread); // nothing is joined on its own
    const auto former = states.change(std::array<Row, 1>{0}, becomes(ReadStatus::Reading));

    ASSERT_TRUE(former);
    EXPECT_THAT(former.value(), SizeIs(2));
    EXPECT_EQ(snapshot().status[0], ReadStatus::Reading);
    EXPECT_EQ(snapshot().status[2], ReadStatus::Reading);
    EXPECT_TRUE(snapshot().has(2, StateFlag::Starred));
    EXPECT_FALSE(snapshot().has(0, StateFlag::Starred));
    ASSERT_TRUE(states.restore(former.value()));
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
    EXPECT_EQ(snapshot().status[2], ReadStatus::Unread);
}

TEST_F(PlacedStatesTest, followAMovedArticle_andComeBackWithIt)
{
    markRead(1);
    const std::vector<ArticleKey> all = articles;

    articles = {all[0]};
    open();
    EXPECT_THAT(snapshot().unplaced, SizeIs(1));
    EXPECT_EQ(snapshot().unplacedArticles.at(0).key.path, "b.md");

    articles = {keyOf("moved.md", "B", textOf("beta")), all[0]};
    open();
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
    EXPECT_EQ(states.store().articlesOf(kRoot).value().at(0).key.path, "moved.md");
}

TEST_F(PlacedStatesTest, knowAFileAgainByItsStamp_whenNoTextIsKnown)
{
    articles[1].stamp = {5, 7, 0};
    open();
    markRead(1);

    articles[1].print = {};
    open();

    EXPECT_EQ(snapshot().status[1], ReadStatus::Read);
    EXPECT_EQ(states.store().articlesOf(kRoot).value().at(0).key.print.hash,
              textPrintOf(textOf("beta")).hash);
}

TEST_F(PlacedStatesTest, writeNothing_whenNoFileChanged)
{
    articles[1].stamp = {5, 7, 99};
    open();
    markRead(1);
    const StateStore other = openStore(folder.path("state.sqlite"));
    const std::int64_t before = other.dataVersion().value();

    open();

    EXPECT_EQ(snapshot().status[1], ReadStatus::Read);
    EXPECT_EQ(other.dataVersion().value(), before);
}

TEST_F(PlacedStatesTest, sayThatATextChangedSinceItWasRead)
{
    articles[1].stamp = {5, 7, 0};
    open();
    markRead(1);
    ASSERT_TRUE(states.setReadTexts(std::array{ReadText{1, articles[1].print, textOf("beta")}}));
    EXPECT_FALSE(snapshot().has(1, StateFlag::Changed));

    articles[1] = keyOf("b.md", "B", textOf("beta") + "and more");
    articles[1].stamp = {6, 8, 0};
    open();
    EXPECT_TRUE(snapshot().has(1, StateFlag::Changed));

    articles[1].print = {}; // the next start, before the texts are there
    open();
    EXPECT_TRUE(snapshot().has(1, StateFlag::Changed));
}

TEST_F(PlacedStatesTest, keepNoText_ofWhatIsNotRead)
{
    ASSERT_TRUE(states.setReadTexts(std::array{ReadText{1, articles[1].print, textOf("beta")}}));
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), IsEmpty());
    markRead(1);
    EXPECT_THAT(states.rowsWithoutReadText(), ElementsAre(1));

    ASSERT_TRUE(states.setReadTexts(std::array{ReadText{1, articles[1].print, textOf("beta")}}));

    EXPECT_THAT(states.rowsWithoutReadText(), IsEmpty());
    EXPECT_EQ(states.store().readText(snapshot().article[1]).value(), textOf("beta"));
}

TEST_F(PlacedStatesTest, takeNoTextForTheOneThatWasRead_whenTheFileIsYounger)
{
    articles[1].stamp = {5, 2'000'000'000'000, 0}; // becomes() is of second 1000
    open();
    markRead(1);

    EXPECT_THAT(states.rowsWithoutReadText(), IsEmpty());
}

TEST_F(PlacedStatesTest, readNoFile_beforeManyAreMarked)
{
    articles.clear();
    std::vector<Row> rows;
    for (Row row = 0; row < 100; ++row) {
        articles.push_back(keyOf(std::to_string(row) + ".md"));
        rows.push_back(row);
    }
    int reads = 0;
    const auto printOf = [&reads](Row row) {
        ++reads;
        return textPrintOf(textOf("word" + std::to_string(row)));
    };
    ASSERT_TRUE(states.setArticles(std::string(kRoot), articles, printOf));

    ASSERT_TRUE(states.change(rows, becomes(ReadStatus::Read)));

    EXPECT_EQ(reads, 0);
    EXPECT_EQ(snapshot().status[99], ReadStatus::Read);
    const TextPrint print = printOf(99);
    ASSERT_TRUE(states.setPrints(std::array{ReadText{99, print, {}}}));
    EXPECT_EQ(states.store().articlesOf(kRoot).value().at(99).key.print.hash, print.hash);
}

TEST_F(PlacedStatesTest, showLabelsAndHighlights)
{
    const LabelId label = states.saveLabel({0, "later", 0x00FF00}).value();
    StateChange change;
    change.addedLabels = {label};
    const Row row = 1;
    ASSERT_TRUE(states.change({&row, 1}, change));
    const Highlight kept = states.saveHighlight(1, highlightOf(0, "beta line 3", "note")).value();

    EXPECT_THAT(snapshot().labelsOf(1), ElementsAre(label));
    EXPECT_THAT(snapshot().labelsOf(0), IsEmpty());
    EXPECT_THAT(snapshot().labels, ElementsAre(Label{label, "later", 0x00FF00}));
    EXPECT_TRUE(snapshot().has(1, StateFlag::HasHighlight));
    EXPECT_TRUE(snapshot().has(1, StateFlag::HasNote));

    ASSERT_TRUE(states.removeHighlight(kept.id));
    const RemovedLabel removed = states.removeLabel(label).value();
    EXPECT_FALSE(snapshot().has(1, StateFlag::HasHighlight));
    EXPECT_THAT(snapshot().labelsOf(1), IsEmpty());
    ASSERT_TRUE(states.restore(removed));
    EXPECT_THAT(snapshot().labelsOf(1), ElementsAre(label));
}

TEST_F(PlacedStatesTest, takeOverWhatAnotherProcessWrote)
{
    markRead(1);
    PlacedStates other{openStore(folder.path("state.sqlite"))};
    ASSERT_TRUE(other.setArticles(std::string(kRoot), articles));
    ASSERT_TRUE(states.refresh());
    const auto before = states.snapshot();
    ASSERT_TRUE(states.refresh());
    EXPECT_EQ(states.snapshot(), before); // nothing was written

    const Row row = 1;
    StateChange change;
    change.isStarred = true;
    change.now = 9;
    ASSERT_TRUE(other.change({&row, 1}, change));
    ASSERT_TRUE(states.refresh());

    EXPECT_TRUE(snapshot().has(1, StateFlag::Starred));
}

TEST_F(PlacedStatesTest, arePlacedByHand)
{
    markRead(1);
    articles = {keyOf("other.md", "Other", textOf("gamma")), articles[0]};
    open();
    const StateId lost = snapshot().unplaced.at(0).state;

    const auto former = states.placeByHand(lost, 0);

    ASSERT_TRUE(former);
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_FALSE(states.placeByHand(lost, 0));
    ASSERT_TRUE(states.takeBackPlacing(lost, former.value()));
    EXPECT_EQ(snapshot().status[0], ReadStatus::Unread);
    ASSERT_THAT(snapshot().unplaced, SizeIs(1));
    EXPECT_EQ(snapshot().unplacedArticles.at(0).key.path, "b.md");
}

TEST_F(PlacedStatesTest, joinWhatTheArticleHasAlready_whenPlacedByHand)
{
    markRead(1);
    ASSERT_TRUE(states.saveHighlight(1, highlightOf(0, "beta line 3")));
    articles = {keyOf("other.md", "Other", textOf("gamma")), articles[0]};
    open();
    const Row row = 0;
    StateChange star;
    star.isStarred = true;
    star.isOpened = true;
    star.now = 7'000;
    ASSERT_TRUE(states.change({&row, 1}, star));
    ASSERT_TRUE(states.addReading(0, {0, 20, 30, 40}));
    const StateId lost = snapshot().unplaced.at(0).state;

    const auto former = states.placeByHand(lost, 0);

    ASSERT_TRUE(former) << former.error().message;
    EXPECT_EQ(snapshot().article[0], lost);
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
    EXPECT_TRUE(snapshot().has(0, StateFlag::Starred));
    EXPECT_TRUE(snapshot().has(0, StateFlag::HasHighlight));
    EXPECT_EQ(snapshot().openedAt[0], 7'000);
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_THAT(states.store().readingDays().value(), ElementsAre(ReadingDay{lost, 20, 30, 40}));

    ASSERT_TRUE(states.saveHighlight(0, highlightOf(0, "gamma line 5")));
    ASSERT_TRUE(states.takeBackPlacing(lost, former.value()));

    EXPECT_EQ(snapshot().status[0], ReadStatus::Unread);
    EXPECT_TRUE(snapshot().has(0, StateFlag::Starred));
    ASSERT_THAT(snapshot().unplaced, SizeIs(1));
    const auto ofRow = states.store().highlights(snapshot().article[0]).value();
    ASSERT_THAT(ofRow, SizeIs(1)); // what was made since
    EXPECT_EQ(ofRow.at(0).place.quote, "gamma line 5");
    EXPECT_THAT(states.store().highlights(snapshot().unplaced.at(0).state).value(), SizeIs(1));
}

TEST_F(PlacedStatesTest, placingOfAStateThatIsGone_isNotTakenBack)
{
    markRead(1);
    articles = {keyOf("other.md", "Other", textOf("gamma")), articles[0]};
    open();
    const StateId lost = snapshot().unplaced.at(0).state;
    const auto former = states.placeByHand(lost, 0);
    ASSERT_TRUE(former);
    ASSERT_TRUE(states.discard({&lost, 1}));

    const Status taken = states.takeBackPlacing(lost, former.value());

    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::NotFound);
}

TEST_F(PlacedStatesTest, areDiscarded_andPutBackAsTheyWere)
{
    markRead(1);
    const LabelId label = states.saveLabel({0, "later", 0x00FF00}).value();
    const Row row = 1;
    StateChange change;
    change.addedLabels = {label};
    ASSERT_TRUE(states.change({&row, 1}, change));
    ASSERT_TRUE(states.saveHighlight(1, highlightOf(0, "beta line 3", "note")));
    ASSERT_TRUE(states.setReadTexts(std::array{ReadText{1, articles[1].print, textOf("beta")}}));
    ASSERT_TRUE(states.addReading(1, {0, 20, 30, 40}));
    const std::vector<ArticleKey> all = articles;
    articles = {all[0]};
    open();
    const StateId lost = snapshot().unplaced.at(0).state;

    const auto record = states.discard({&lost, 1});

    ASSERT_TRUE(record);
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), IsEmpty());
    EXPECT_THAT(states.store().allHighlights().value(), IsEmpty());
    ASSERT_TRUE(states.putBack(record.value()));
    articles = all;
    open();
    EXPECT_EQ(snapshot().status[1], ReadStatus::Read);
    EXPECT_THAT(snapshot().labelsOf(1), ElementsAre(label));
    EXPECT_TRUE(snapshot().has(1, StateFlag::HasNote));
    EXPECT_EQ(states.store().readText(snapshot().article[1]).value(), textOf("beta"));
    EXPECT_EQ(states.store().readingDays().value().at(0).seconds, 30U);
}

TEST_F(PlacedStatesTest, putBackWhatWasDiscarded_besideAnotherOfTheSamePlace)
{
    markRead(1);
    const std::vector<ArticleKey> all = articles;
    articles = {all[0]};
    open();
    const StateId lost = snapshot().unplaced.at(0).state;
    const StateRecord record = states.discard({&lost, 1}).value();
    articles = {keyOf("b.md", "B", textOf("delta"))};
    open();
    const Row row = 0;
    StateChange star;
    star.isStarred = true;
    ASSERT_TRUE(states.change({&row, 1}, star));

    ASSERT_TRUE(states.putBack(record));

    EXPECT_EQ(snapshot().status[0], ReadStatus::Unread);
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), SizeIs(2));
}

TEST_F(PlacedStatesTest, refuseARowThatIsNotThere)
{
    EXPECT_FALSE(states.saveHighlight(77, highlightOf(0, "x")));
    const Row row = 77;
    EXPECT_THAT(states.change({&row, 1}, becomes(ReadStatus::Read)).value(), IsEmpty());
}

TEST(StateWorker, doesAllJobsInTheirOrder_beforeItEnds)
{
    const tests::TemporaryFolder folder;
    std::vector<int> done;
    std::atomic<int> snapshots = 0;
    {
        StateWorker worker(
            folder.path("state.sqlite"),
            {.onOpened = {}, .onRefused = {}, .onDamaged = {}, .onSnapshot = [&](const auto &) {
                 ++snapshots;
             }});
        worker.run([](PlacedStates &states) {
            EXPECT_TRUE(states.setArticles(std::string(kRoot), {keyOf("a.md")}));
        });
        for (int job = 0; job < 50; ++job) {
            worker.run([&done, job](PlacedStates &states) {
                const Row row = 0;
                EXPECT_TRUE(states.change({&row, 1}, becomes(ReadStatus::Read, job + 1)));
                done.push_back(job);
            });
        }
    }

    std::vector<int> all(50);
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(done, all);
    EXPECT_GE(snapshots, 50);
}

TEST(StateWorker, backsUpTheFile_whenItHasTime)
{
    const tests::TemporaryFolder folder;
    const std::string backup = folder.path("state.sqlite.backup");
    StateWorker worker(folder.path("state.sqlite"), {});

    worker.run([](PlacedStates &) {});
    while (!std::filesystem::exists(backup)) {
        std::this_thread::yield();
    }

    EXPECT_TRUE(Database::open(backup, DatabaseAccess::Read));
}

TEST(StateWorker, saysWhyNothingIsKept_whenTheFileIsRefused)
{
    const tests::TemporaryFolder folder;
    folder.write("file", "");
    std::promise<Error> refused;

    const StateWorker worker(folder.path("file/state.sqlite"),
                             {.onOpened = {},
                              .onRefused = [&](const Error &error) { refused.set_value(error); },
                              .onDamaged = {},
                              .onSnapshot = {}});

    EXPECT_EQ(refused.get_future().get().code, ErrorCode::Unreadable);
    EXPECT_EQ(worker.snapshot(), nullptr);
}

} // namespace lectern::core
