#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StateMarksTest : public testing::Test
{
protected:
    LabelId label(const std::string &name, std::uint32_t colour = 1) const
    {
        const Result<LabelId> saved = store.saveLabel({0, name, colour});
        EXPECT_TRUE(saved) << saved.error().message;
        return saved ? saved.value() : 0;
    }

    void give(LabelId label, std::vector<StateId> articles) const
    {
        StateChange change;
        change.addedLabels = {label};
        ASSERT_TRUE(store.change(articles, change));
    }

    std::vector<LabelId> labelsOf(StateId article) const
    {
        return store.states({&article, 1}).value().at(0).labels;
    }

    Highlight kept(const std::string &quote, std::uint64_t start = 0) const
    {
        Highlight highlight = highlightOf(id, quote);
        highlight.place.start = start;
        return store.saveHighlight(highlight).value();
    }

    tests::TemporaryFolder folder;
    StateStore store = openStore(folder.path("state.sqlite"));
    StateId id = addArticle(store, keyOf("a.md"));
    StateId other = addArticle(store, keyOf("b.md"));
};

} // namespace

TEST_F(StateMarksTest, labels_areInTheOrderOfTheirNames)
{
    const LabelId read = label("读");
    const LabelId b = label("b");
    const LabelId a = label("a");
    const LabelId upper = label("B"); // another name than `b`

    EXPECT_THAT(store.labels().value(),
                ElementsAre(Label{upper, "B", 1}, Label{a, "a", 1}, Label{b, "b", 1},
                            Label{read, "读", 1}));
}

TEST_F(StateMarksTest, label_hasAColourOfThreeBytes)
{
    label("x", 0xFFABCDEF);

    EXPECT_EQ(store.labels().value().at(0).colour, 0xABCDEFU);
}

TEST_F(StateMarksTest, label_isRenamedWhereverItIs)
{
    const LabelId later = label("later");
    give(later, {id});

    EXPECT_EQ(store.saveLabel({later, "稍后", 7}).value(), later);

    EXPECT_THAT(store.labels().value(), ElementsAre(Label{later, "稍后", 7}));
    EXPECT_THAT(labelsOf(id), ElementsAre(later));
}

TEST_F(StateMarksTest, label_thatIsGone_cannotBeRenamed)
{
    const LabelId gone = label("gone");
    ASSERT_TRUE(store.removeLabel(gone));

    const Result<LabelId> saved = store.saveLabel({gone, "again", 1});

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::NotFound);
    EXPECT_THAT(store.labels().value(), IsEmpty());
}

TEST_F(StateMarksTest, label_hasANumberThatNoneHadBefore)
{
    const LabelId first = label("first");
    ASSERT_TRUE(store.removeLabel(first));

    EXPECT_GT(label("second"), first);
}

TEST_F(StateMarksTest, removeLabel_saysWhoHadIt)
{
    const LabelId later = label("later", 0x00FF00);
    give(later, {other, id});

    const RemovedLabel removed = store.removeLabel(later).value();

    EXPECT_EQ(removed.label, (Label{later, "later", 0x00FF00}));
    EXPECT_THAT(removed.articles, ElementsAre(id, other));
    EXPECT_EQ(store.removeLabel(later).error().code, ErrorCode::NotFound);
}

TEST_F(StateMarksTest, restoredLabel_isNotPutOnAnArticleThatIsGone)
{
    const LabelId later = label("later");
    give(later, {id, other});
    const RemovedLabel removed = store.removeLabel(later).value();
    ASSERT_TRUE(store.database().run("DELETE FROM article WHERE id=" + std::to_string(other)));

    ASSERT_TRUE(store.restore(removed));

    EXPECT_THAT(labelsOf(id), ElementsAre(later));
    EXPECT_EQ(store.database().number("SELECT count(*) FROM article_label").value(), 1);
}

TEST_F(StateMarksTest, restoredLabel_comesNotBack_whereItsNameIsTaken)
{
    const LabelId later = label("later");
    give(later, {id});
    const RemovedLabel removed = store.removeLabel(later).value();
    const LabelId again = label("later");

    EXPECT_FALSE(store.restore(removed));

    EXPECT_THAT(store.labels().value(), ElementsAre(Label{again, "later", 1}));
    EXPECT_THAT(labelsOf(id), IsEmpty());
    EXPECT_FALSE(store.database().isInTransaction());
}

TEST_F(StateMarksTest, highlights_areOfOneArticle_byPlaceAndThenByAge)
{
    const Highlight late = kept("late", 90);
    const Highlight first = kept("first", 10);
    const Highlight second = kept("second", 10);
    const Highlight elsewhere = store.saveHighlight(highlightOf(other, "other")).value();

    EXPECT_THAT(store.highlights(id).value(), ElementsAre(first, second, late));
    EXPECT_THAT(store.allHighlights().value(), ElementsAre(first, second, late, elsewhere));
    EXPECT_THAT(store.highlights(99).value(), IsEmpty());
}

TEST_F(StateMarksTest, highlight_keepsItsUid_whereItHasOne)
{
    Highlight highlight = highlightOf(id, "words");
    highlight.uid = std::string(32, 'b');
    EXPECT_EQ(store.saveHighlight(highlight).value().uid, highlight.uid);

    for (const std::size_t length : {0U, 31U, 33U}) { // as of a file that was edited by hand
        highlight.uid = std::string(length, 'c');
        const Highlight saved = store.saveHighlight(highlight).value();
        EXPECT_EQ(saved.uid.size(), 32U);
        EXPECT_NE(saved.uid.substr(0, 31), std::string(31, 'c'));
    }
}

TEST_F(StateMarksTest, highlight_isNotKeptTwiceUnderOneUid)
{
    Highlight again = kept("words");
    again.id = 0;

    EXPECT_FALSE(store.saveHighlight(again));

    EXPECT_THAT(store.highlights(id).value(), SizeIs(1));
}

TEST_F(StateMarksTest, highlight_keepsTextsAsTheyAre)
{
    Highlight highlight = highlightOf(id, std::string("a\0桥\r\n", 7), "说得对\n");
    highlight.place.prefix = "（全角　";
    highlight.place.suffix = "\xFF";
    highlight.place.start = UINT64_MAX;
    highlight.place.textHash = UINT64_MAX;

    const Highlight saved = store.saveHighlight(highlight).value();

    EXPECT_EQ(saved.place, highlight.place);
    EXPECT_EQ(saved.note, highlight.note);
}

TEST_F(StateMarksTest, highlight_staysWithItsArticle_andItsBeginning)
{
    Highlight edited = kept("words");
    edited.article = other;
    edited.createdAt = 7;
    edited.changedAt = 200;

    const Highlight saved = store.saveHighlight(edited).value();

    EXPECT_EQ(saved.article, id);
    EXPECT_EQ(saved.createdAt, 100);
    EXPECT_EQ(saved.changedAt, 200);
}

TEST_F(StateMarksTest, highlight_thatIsGone_isNotFound)
{
    Highlight highlight = kept("words");
    highlight.id = 99;

    EXPECT_EQ(store.saveHighlight(highlight).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.removeHighlight(99).error().code, ErrorCode::NotFound);
    EXPECT_THAT(store.highlights(id).value(), SizeIs(1));
}

} // namespace lectern::core
