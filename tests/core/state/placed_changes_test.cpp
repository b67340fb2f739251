#include "core/state/placed_states.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

ArticleKey stamped(ArticleKey key, std::int64_t time)
{
    key.stamp = {10, time, 3};
    return key;
}

/// Two articles, and two rows that are a third one.
class PlacedChangesTest : public testing::Test
{
protected:
    PlacedChangesTest() { open(); }

    void open(const PrintReader &printOf = {})
    {
        EXPECT_TRUE(states.setArticles(std::string(kRoot), articles, printOf));
    }

    const StateSnapshot &snapshot() const { return *states.snapshot(); }

    void markRead(Row row) { ASSERT_TRUE(states.change({&row, 1}, becomes(ReadStatus::Read))); }

    tests::TemporaryFolder folder;
    std::vector<ArticleKey> articles{stamped(keyOf("a.md", "A", textOf("alpha")), 1),
                                     stamped(keyOf("b.md", "B", textOf("beta")), 2),
                                     stamped(keyOf("c.md", "C", textOf("gamma")), 3),
                                     stamped(keyOf("d.md", "C", textOf("gamma")), 4)};
    PlacedStates states{openStore(folder.path("state.sqlite"))};
};

} // namespace

TEST_F(PlacedChangesTest, snapshot_isThere_beforeAnyLibraryIs)
{
    const PlacedStates none{openStore(folder.path("other.sqlite"))};

    ASSERT_NE(none.snapshot(), nullptr);
    EXPECT_EQ(none.snapshot()->size(), 0U);
}

TEST_F(PlacedChangesTest, snapshot_staysAsItWas_whenAnotherComes)
{
    const auto before = states.snapshot();

    markRead(0);

    EXPECT_NE(states.snapshot(), before);
    EXPECT_EQ(before->status[0], ReadStatus::Unread);
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
}

TEST_F(PlacedChangesTest, addReading_isOfTheArticle_andOfItsCopies)
{
    ASSERT_TRUE(states.addReading(2, {0, 20'000, 30, 400}));
    ASSERT_TRUE(states.addReading(3, {0, 20'000, 10, 100}));

    const StateId id = snapshot().article[2];
    EXPECT_THAT(states.store().readingDays().value(),
                ElementsAre(ReadingDay{states.store().articlesOf(kRoot).value().at(0).state, 20'000,
                                       40, 500}));
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), SizeIs(1));
    EXPECT_EQ(id, snapshot().article[3]);
}

TEST_F(PlacedChangesTest, refuseARowThatIsNotThere_inEveryCall)
{
    EXPECT_EQ(states.addReading(4, {0, 1, 1, 1}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(states.saveHighlight(4, highlightOf(0, "x")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(states.placeByHand(1, 4).error().code, ErrorCode::Unsupported);
    EXPECT_THAT(states.store().articlesOf(kRoot).value(), IsEmpty());
}

TEST_F(PlacedChangesTest, change_makesOneStateForARowThatIsNamedTwice)
{
    const std::vector<Row> rows{1, 1, 99};

    ASSERT_TRUE(states.change(rows, becomes(ReadStatus::Read)));

    EXPECT_THAT(states.store().articlesOf(kRoot).value(), SizeIs(1));
    EXPECT_EQ(snapshot().status[1], ReadStatus::Read);
}

TEST_F(PlacedChangesTest, change_ofOneCopy_isOfAll)
{
    const Row row = 3;
    StateChange star;
    star.isStarred = true;
    star.now = 9;

    ASSERT_TRUE(states.change({&row, 1}, star));

    EXPECT_TRUE(snapshot().has(2, StateFlag::Starred));
    EXPECT_EQ(snapshot().starredAt[2], 9);
    EXPECT_FALSE(snapshot().has(1, StateFlag::Starred));
    EXPECT_THAT(snapshot().copies, ElementsAre(ElementsAre(2, 3)));
}

TEST_F(PlacedChangesTest, changeStates_reachesOneThatIsNotPlaced)
{
    markRead(0);
    articles.erase(articles.begin());
    open();
    const StateId lost = snapshot().unplaced.at(0).state;

    const auto former = states.changeStates({&lost, 1}, becomes(ReadStatus::Unread));

    EXPECT_EQ(former.value().at(0).status, ReadStatus::Read);
    EXPECT_EQ(states.store().states({&lost, 1}).value().at(0).status, ReadStatus::Unread);
}

TEST_F(PlacedChangesTest, restore_undoesTheFirstChangeOfAnArticle)
{
    const Row row = 0;
    StateChange change = becomes(ReadStatus::Read);
    change.isStarred = true;
    change.progress = 500;
    const auto former = states.change({&row, 1}, change);

    ASSERT_TRUE(states.restore(former.value()));

    EXPECT_EQ(snapshot().status[0], ReadStatus::Unread);
    EXPECT_EQ(snapshot().progress[0], 0);
    EXPECT_FALSE(snapshot().has(0, StateFlag::Starred));
}

TEST_F(PlacedChangesTest, placeByHand_staysAtTheNextStart)
{
    markRead(0);
    articles[0] = stamped(keyOf("new.md", "New", textOf("delta")), 9);
    open();
    const StateId lost = snapshot().unplaced.at(0).state;

    ASSERT_TRUE(states.placeByHand(lost, 0));
    open();

    EXPECT_EQ(snapshot().article[0], lost);
    EXPECT_EQ(states.store().articlesOf(kRoot).value().at(0).key.path, "new.md");
}

TEST_F(PlacedChangesTest, placeByHand_joinsTheStateWithThatOfTheRow)
{
    markRead(0);
    markRead(1);
    articles.erase(articles.begin());
    open();
    const StateId lost = snapshot().unplaced.at(0).state;

    ASSERT_TRUE(states.placeByHand(lost, 0));

    EXPECT_EQ(snapshot().article[0], lost);
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
    EXPECT_THAT(snapshot().unplaced, IsEmpty());
    EXPECT_EQ(states.placeByHand(lost, 0).error().code, ErrorCode::Unsupported); // it is there
}

TEST_F(PlacedChangesTest, newStates_getThePrintThatTheReaderGives)
{
    articles[1].print = {};
    std::vector<Row> asked;
    open([&](Row row) {
        asked.push_back(row);
        return textPrintOf(textOf("beta"));
    });
    EXPECT_THAT(asked, IsEmpty()); // nothing has a state yet

    markRead(1);

    EXPECT_THAT(asked, ElementsAre(1));
    EXPECT_EQ(states.store().articlesOf(kRoot).value().at(0).key.print,
              textPrintOf(textOf("beta")));
}

TEST_F(PlacedChangesTest, highlight_isSharedByCopies_andHasANoteOnlyWhereItSays)
{
    const Highlight kept = states.saveHighlight(3, highlightOf(0, "gamma line 1")).value();

    EXPECT_TRUE(snapshot().has(2, StateFlag::HasHighlight));
    EXPECT_FALSE(snapshot().has(2, StateFlag::HasNote));
    EXPECT_FALSE(snapshot().has(1, StateFlag::HasHighlight));
    EXPECT_EQ(kept.article, snapshot().article[2]);

    ASSERT_TRUE(states.saveHighlight(2, highlightOf(0, "gamma line 2", "说得对")));
    ASSERT_TRUE(states.removeHighlight(kept.id));

    EXPECT_TRUE(snapshot().has(3, StateFlag::HasHighlight)); // the other is left
    EXPECT_TRUE(snapshot().has(3, StateFlag::HasNote));
    EXPECT_FALSE(states.removeHighlight(kept.id));
}

TEST_F(PlacedChangesTest, highlights_areRemovedTogether_andPutBackAsTheyWere)
{
    const Highlight one = states.saveHighlight(0, highlightOf(0, "alpha line 1", "why")).value();
    const Highlight other = states.saveHighlight(1, highlightOf(0, "beta line 1")).value();
    const Highlight stays = states.saveHighlight(1, highlightOf(0, "beta line 2")).value();
    const auto before = snapshot().highlights;

    const auto removed = states.removeHighlights(std::vector{one.id, HighlightId{99}, other.id});

    ASSERT_TRUE(removed);
    EXPECT_THAT(removed.value(), ElementsAre(one, other));
    EXPECT_THAT(*snapshot().highlights, ElementsAre(stays));
    EXPECT_FALSE(snapshot().has(0, StateFlag::HasNote));
    std::vector<Highlight> back = removed.value();
    for (Highlight &highlight : back) {
        highlight.id = 0;
    }
    ASSERT_TRUE(states.saveHighlights(back));
    ASSERT_THAT(*snapshot().highlights, SizeIs(3));
    EXPECT_THAT(*before, SizeIs(3));
    EXPECT_EQ(snapshot().highlights->front().uid, one.uid);
    EXPECT_TRUE(snapshot().has(0, StateFlag::HasNote));
}

TEST_F(PlacedChangesTest, highlightsOfTheSnapshot_areTheSameUntilOneChanges)
{
    ASSERT_TRUE(states.saveHighlight(0, highlightOf(0, "alpha line 1")));
    const auto before = snapshot().highlights;

    markRead(1);
    ASSERT_TRUE(states.saveLabel({0, "later", 1}));
    EXPECT_EQ(snapshot().highlights, before);
    ASSERT_TRUE(states.saveHighlight(0, highlightOf(0, "alpha line 2")));

    EXPECT_NE(snapshot().highlights, before);
}

TEST_F(PlacedChangesTest, hasNote_whereANoteOfTheArticleHoldsTheWord_folded)
{
    ASSERT_TRUE(states.saveHighlight(0, highlightOf(0, "alpha line 1", "Why THIS?")));
    ASSERT_TRUE(states.saveHighlight(0, highlightOf(0, "alpha line 2", "說得對")));
    ASSERT_TRUE(states.saveHighlight(2, highlightOf(0, "gamma line 1", "this too")));
    ASSERT_TRUE(states.saveHighlight(1, highlightOf(0, "this is quoted")));

    EXPECT_TRUE(hasNote(snapshot(), 0, "this"));
    EXPECT_TRUE(hasNote(snapshot(), 0, "说得对"));
    EXPECT_FALSE(hasNote(snapshot(), 0, "too"));
    EXPECT_FALSE(hasNote(snapshot(), 1, "this"));
    EXPECT_TRUE(hasNote(snapshot(), 2, "this too"));
    EXPECT_TRUE(hasNote(snapshot(), 3, "this too")); // a copy
}

TEST_F(PlacedChangesTest, failedCalls_leaveTheSnapshot)
{
    const auto before = states.snapshot();

    EXPECT_FALSE(states.removeHighlight(99));
    EXPECT_FALSE(states.removeLabel(99));
    EXPECT_FALSE(states.saveLabel({0, "", 1}));
    EXPECT_FALSE(states.saveLabel({99, "gone", 1}));

    EXPECT_EQ(states.snapshot(), before);
}

TEST_F(PlacedChangesTest, keepsLibrariesApart)
{
    markRead(0);

    ASSERT_TRUE(states.setArticles("/another", articles));
    EXPECT_EQ(snapshot().status[0], ReadStatus::Unread);
    EXPECT_EQ(snapshot().root, "/another");
    EXPECT_THAT(snapshot().unplaced, IsEmpty());

    open();
    EXPECT_EQ(snapshot().status[0], ReadStatus::Read);
}

TEST_F(PlacedChangesTest, setReadTexts_leavesOutRowsThatAreNotReadOrNotThere)
{
    markRead(1);

    ASSERT_TRUE(states.setReadTexts(std::vector<ReadText>{
        {0, textPrintOf("x"), "x"}, {1, textPrintOf("y"), "y"}, {4, textPrintOf("z"), "z"}}));

    EXPECT_EQ(states.store().readText(snapshot().article[1]).value(), "y");
    EXPECT_EQ(snapshot().article[0], StateId{});
}

TEST_F(PlacedChangesTest, takesNoChangedText_whereItCannotTell)
{
    markRead(0);

    ASSERT_TRUE(states.setReadTexts(std::vector<ReadText>{{0, TextPrint(), "text"}}));
    EXPECT_FALSE(snapshot().has(0, StateFlag::Changed)); // what was read is not known

    TextPrint later = textPrintOf("other words");
    later.version = kTextPrintVersion + 1;
    ASSERT_TRUE(states.setReadTexts(std::vector<ReadText>{{0, later, "text"}}));
    EXPECT_FALSE(snapshot().has(0, StateFlag::Changed)); // two versions cannot be compared
}

} // namespace lectern::core
