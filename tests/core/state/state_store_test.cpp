#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StateStoreTest : public testing::Test
{
protected:
    ReadingState state(StateId article) const
    {
        const auto states = store.states({&article, 1});
        EXPECT_TRUE(states);
        return states.value().at(0);
    }

    tests::TemporaryFolder folder;
    StateStore store = openStore(folder.path("state.sqlite"));
    StateId id = addArticle(store, keyOf("a.md"));
};

} // namespace

TEST_F(StateStoreTest, keepsAStateAcrossAnotherOpening)
{
    StateChange change = becomes(ReadStatus::Reading, 50);
    change.isOpened = true;
    change.isStarred = true;
    change.progress = 420;
    change.position = ReadingPosition{7, "从前"};
    ASSERT_TRUE(store.change({&id, 1}, change));

    const StateStore again = openStore(folder.path("state.sqlite"));

    const auto states = again.statesOf(kRoot);
    ASSERT_TRUE(states);
    ReadingState expected;
    expected.id = id;
    expected.status = ReadStatus::Reading;
    expected.openedAt = 50;
    expected.starredAt = 50;
    expected.progress = 420;
    expected.position = {7, "从前"};
    EXPECT_THAT(states.value(), ElementsAre(expected));
}

TEST_F(StateStoreTest, undoesAChangeWithWhatItGaveBack)
{
    const LabelId label = store.saveLabel({0, "later", 0xFF0000}).value();
    StateChange first = becomes(ReadStatus::Read, 70);
    first.addedLabels = {label};
    ASSERT_TRUE(store.change({&id, 1}, first));
    const ReadingState before = state(id);
    StateChange second = becomes(ReadStatus::Unread, 90);
    second.removedLabels = {label};

    const auto former = store.change({&id, 1}, second);

    ASSERT_TRUE(former);
    EXPECT_EQ(state(id).readAt, 0);
    EXPECT_THAT(state(id).labels, IsEmpty());
    ASSERT_TRUE(store.restore(former.value()));
    EXPECT_EQ(state(id), before);
    EXPECT_EQ(before.readAt, 70);
}

TEST_F(StateStoreTest, keepsTheTimeOfReading_whenReadIsSaidTwice)
{
    ASSERT_TRUE(store.change({&id, 1}, becomes(ReadStatus::Read, 70)));
    ASSERT_TRUE(store.change({&id, 1}, becomes(ReadStatus::Read, 90)));

    EXPECT_EQ(state(id).readAt, 70);
}

TEST_F(StateStoreTest, givesBackTheArticleAsItWas)
{
    ArticleKey key = keyOf("深/\xFF.md", "标题", std::string(400, 'x'), "example.org/a");
    key.stamp = {12, 34, 0};
    const StateId other = addArticle(store, key);

    const auto known = store.articlesOf(kRoot);

    ASSERT_TRUE(known);
    ASSERT_EQ(known.value().size(), 2U);
    EXPECT_EQ(known.value()[1].state, other);
    EXPECT_EQ(known.value()[1].key, key);
}

TEST_F(StateStoreTest, keepsLibrariesApart_andMovesThem)
{
    const ArticleKey key = keyOf("a.md");
    ASSERT_TRUE(store.add("/other", {&key, 1}));

    EXPECT_FALSE(store.moveLibrary("/other", kRoot));
    ASSERT_TRUE(store.moveLibrary("/other", "/third"));

    EXPECT_THAT(store.articlesOf("/other").value(), IsEmpty());
    EXPECT_EQ(store.articlesOf("/third").value().size(), 1U);
    EXPECT_EQ(store.articlesOf(kRoot).value().size(), 1U);
}

TEST_F(StateStoreTest, unpacksTheTextThatWasRead)
{
    std::string text;
    for (int line = 0; line < 500; ++line) {
        text += "第" + std::to_string(line) + "行\n";
    }
    const TextPrint print = textPrintOf(text);

    ASSERT_TRUE(store.setReadText(id, print, text));

    EXPECT_EQ(store.readText(id).value(), text);
    EXPECT_EQ(state(id).readHash, print.hash);
    EXPECT_LT(store.database().number("SELECT length(deflated) FROM read_text").value(),
              static_cast<std::int64_t>(text.size() / 2));
    EXPECT_EQ(store.readText(id + 1).value(), "");
}

TEST_F(StateStoreTest, addsUpTheReadingOfADay)
{
    ASSERT_TRUE(store.addReading({id, 20'000, 30, 400}));
    ASSERT_TRUE(store.addReading({id, 20'000, 12, 100}));
    ASSERT_TRUE(store.addReading({id, 20'001, 5, 50}));

    EXPECT_THAT(store.readingDays().value(),
                ElementsAre(ReadingDay{id, 20'000, 42, 500}, ReadingDay{id, 20'001, 5, 50}));
}

TEST_F(StateStoreTest, refusesALabelOfATakenName)
{
    const LabelId first = store.saveLabel({0, "later", 1}).value();
    const LabelId second = store.saveLabel({0, "now", 2}).value();

    EXPECT_EQ(store.saveLabel({0, "later", 3}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(store.saveLabel({second, "later", 3}).error().code, ErrorCode::Malformed);
    EXPECT_EQ(store.saveLabel({0, "", 3}).error().code, ErrorCode::Malformed);
    ASSERT_TRUE(store.saveLabel({first, "later", 4}));

    EXPECT_THAT(store.labels().value(),
                ElementsAre(Label{first, "later", 4}, Label{second, "now", 2}));
}

TEST_F(StateStoreTest, putsARemovedLabelBackOnItsArticles)
{
    const LabelId label = store.saveLabel({0, "later", 1}).value();
    StateChange change;
    change.addedLabels = {label};
    ASSERT_TRUE(store.change({&id, 1}, change));

    const auto removed = store.removeLabel(label);

    ASSERT_TRUE(removed);
    EXPECT_THAT(state(id).labels, IsEmpty());
    ASSERT_TRUE(store.restore(removed.value()));
    EXPECT_THAT(state(id).labels, ElementsAre(label));
    EXPECT_FALSE(store.removeLabel(99));
}

TEST_F(StateStoreTest, keepsHighlightsInTheOrderOfTheirPlaces)
{
    Highlight late = highlightOf(id, "late", "note");
    late.place = {"late", "before ", " after", 90, 0xFFFF'FFFF'0000'0001, true};
    late.colour = HighlightColour::Red;
    const Highlight second = store.saveHighlight(late).value();
    const Highlight first = store.saveHighlight(highlightOf(id, "early")).value();

    const auto kept = store.highlights(id);

    ASSERT_TRUE(kept);
    EXPECT_THAT(kept.value(), ElementsAre(first, second));
    EXPECT_EQ(second.place, late.place);
    EXPECT_EQ(second.colour, HighlightColour::Red);
    EXPECT_EQ(second.note, "note");
    EXPECT_EQ(second.uid.size(), 32U);
    EXPECT_NE(first.uid, second.uid);
}

TEST_F(StateStoreTest, changesAndRemovesAHighlight_andCanUndoBoth)
{
    const Highlight kept = store.saveHighlight(highlightOf(id, "words")).value();
    Highlight edited = kept;
    edited.note = "说得对";
    edited.changedAt = 200;
    EXPECT_EQ(store.saveHighlight(edited).value(), edited);

    Highlight gone = store.removeHighlight(kept.id).value();

    EXPECT_THAT(store.allHighlights().value(), IsEmpty());
    EXPECT_EQ(gone, edited);
    gone.id = 0;
    EXPECT_EQ(store.saveHighlight(gone).value().uid, kept.uid);
    EXPECT_FALSE(store.removeHighlight(kept.id));
    EXPECT_FALSE(store.saveHighlight(kept)); // its number is not used again
}

TEST_F(StateStoreTest, refusesAHighlightOfNoArticle)
{
    EXPECT_FALSE(store.saveHighlight(highlightOf(id + 5, "words")));
    EXPECT_THAT(store.allHighlights().value(), IsEmpty());
}

TEST_F(StateStoreTest, seesThatAnotherWrote)
{
    const StateStore other = openStore(folder.path("state.sqlite"));
    const std::int64_t before = store.dataVersion().value();
    ASSERT_TRUE(store.change({&id, 1}, becomes(ReadStatus::Read)));
    EXPECT_EQ(store.dataVersion().value(), before);

    ASSERT_TRUE(other.change({&id, 1}, becomes(ReadStatus::Unread)));

    EXPECT_NE(store.dataVersion().value(), before);
    EXPECT_EQ(state(id).status, ReadStatus::Unread);
}

TEST_F(StateStoreTest, makesSenseOfNumbersThatMeanNothing)
{
    ASSERT_TRUE(store.database().run("UPDATE article SET status=77, progress=-4"));

    EXPECT_EQ(state(id).status, ReadStatus::Read);
    EXPECT_EQ(state(id).progress, 0);
}

} // namespace lectern::core
