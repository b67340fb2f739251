#include "core/state/state_exchange.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class StateMergeTest : public testing::Test
{
protected:
    StateImport merged(const StateRecord &record) const
    {
        const Result<StateImport> import = mergeAll(store, record);
        EXPECT_TRUE(import) << import.error().message;
        return import ? import.value() : StateImport();
    }

    StateImport merged(const KeptArticle &article) const
    {
        StateRecord record;
        record.articles = {article};
        return merged(record);
    }

    ReadingState state(StateId id) const { return store.states({&id, 1}).value().at(0); }

    void setChanged(StateId id, std::int64_t time) const
    {
        ASSERT_TRUE(store.database().run("UPDATE article SET changed_at=" + std::to_string(time)
                                         + " WHERE id=" + std::to_string(id)));
    }

    tests::TemporaryFolder folder;
    StateStore store = openStore(folder.path("state.sqlite"));
};

KeptArticle keptArticle(const ArticleKey &key, std::int64_t changedAt = 50)
{
    KeptArticle article;
    article.library = kRoot;
    article.key = key;
    article.changedAt = changedAt;
    return article;
}

std::string uidOf(char digit)
{
    std::string uid(32, digit);
    return uid;
}

} // namespace

TEST_F(StateMergeTest, knowsAnArticleByItsUid_whateverElseItIsNow)
{
    KeptArticle article = keptArticle(keyOf("a.md", "A"));
    article.uid = uidOf('a');
    merged(article);
    article.library = "/moved";
    article.key = keyOf("z.md", "Z");

    EXPECT_EQ(merged(article).added, 0U);

    EXPECT_THAT(store.articlesOf(kRoot).value(), SizeIs(1));
}

TEST_F(StateMergeTest, knowsAnArticleByAddress_orByPathAndTitle)
{
    addArticle(store, keyOf("a.md", "A", "", "example.org/a"));

    EXPECT_EQ(merged(keptArticle(keyOf("z.md", "Z", "", "example.org/a"))).added, 0U);
    EXPECT_EQ(merged(keptArticle(keyOf("a.md", "A"))).added, 0U);
    EXPECT_EQ(merged(keptArticle(keyOf("a.md", "B"))).added, 1U);
    EXPECT_EQ(merged(keptArticle(keyOf("b.md", "A"))).added, 1U);
}

TEST_F(StateMergeTest, knowsNoArticleOfAnotherLibrary)
{
    addArticle(store, keyOf("a.md"));
    KeptArticle article = keptArticle(keyOf("a.md"));
    article.library = "/other";

    EXPECT_EQ(merged(article).added, 1U);
}

TEST_F(StateMergeTest, keepsTwoArticlesApart_thatNameOneAddress)
{
    StateRecord record;
    record.articles = {keptArticle(keyOf("a.md", "First", "", "example.org/a")),
                       keptArticle(keyOf("b.md", "Second", "", "example.org/a"))};
    record.articles[0].uid = uidOf('a');
    record.articles[1].uid = uidOf('b');
    record.articles[1].state.status = ReadStatus::Read;

    EXPECT_EQ(merged(record).added, 2U);
    EXPECT_EQ(merged(record).added, 0U);

    const auto states = store.statesOf(kRoot).value();
    ASSERT_THAT(states, SizeIs(2));
    EXPECT_EQ(states[0].status, ReadStatus::Unread);
    EXPECT_EQ(states[1].status, ReadStatus::Read);
}

TEST_F(StateMergeTest, takesTheLaterState_whicheverSideHasIt)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    ASSERT_TRUE(store.change({&id, 1}, becomes(ReadStatus::Reading)));
    setChanged(id, 50);
    KeptArticle article = keptArticle(keyOf("a.md"), 50);
    article.state.status = ReadStatus::Read;
    article.state.progress = 700;

    merged(article);
    EXPECT_EQ(state(id).status, ReadStatus::Reading); // at one time: what is here holds
    EXPECT_EQ(state(id).progress, 0);

    article.changedAt = 51;
    merged(article);
    EXPECT_EQ(state(id).status, ReadStatus::Read);
    EXPECT_EQ(state(id).progress, 700);
    EXPECT_EQ(store.database().number("SELECT changed_at FROM article").value(), 51);
}

TEST_F(StateMergeTest, keepsAStar_andTheLastOpening_ofBoth)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    StateChange star;
    star.isStarred = true;
    star.isOpened = true;
    star.now = 90;
    ASSERT_TRUE(store.change({&id, 1}, star));
    setChanged(id, 10);
    KeptArticle article = keptArticle(keyOf("a.md"), 20);
    article.state.openedAt = 30;

    merged(article);

    EXPECT_EQ(state(id).starredAt, 90);
    EXPECT_EQ(state(id).openedAt, 90);
}

TEST_F(StateMergeTest, makesALabelThatOnlyAnArticleNames)
{
    KeptArticle article = keptArticle(keyOf("a.md"));
    article.labels = {"稍后", "", "later", "later"};

    merged(article);

    EXPECT_THAT(
        store.labels().value(),
        ElementsAre(testing::Field(&Label::name, "later"), testing::Field(&Label::name, "稍后")));
    EXPECT_THAT(state(1).labels, SizeIs(2));
}

TEST_F(StateMergeTest, keepsTheColourOfALabelThatIsHere)
{
    const LabelId label = store.saveLabel({0, "later", 0x111111}).value();
    StateRecord record;
    record.labels = {{0, "later", 0x222222}, {0, "new", 0x333333}, {0, "", 4}};

    merged(record);

    EXPECT_THAT(store.labels().value(),
                UnorderedElementsAre(Label{label, "later", 0x111111},
                                     testing::Field(&Label::colour, 0x333333U)));
}

TEST_F(StateMergeTest, takesTheLongerReadingOfADay)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    ASSERT_TRUE(store.addReading({id, 5, 30, 400}));
    KeptArticle article = keptArticle(keyOf("a.md"));
    article.days = {{0, 5, 40, 300}, {0, 6, 1, 2}};

    merged(article);
    merged(article); // no day is counted twice

    EXPECT_THAT(store.readingDays().value(),
                ElementsAre(ReadingDay{id, 5, 40, 400}, ReadingDay{id, 6, 1, 2}));
}

TEST_F(StateMergeTest, takesTheLaterOfTwoHighlightsOfOnePlace)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    ASSERT_TRUE(store.saveHighlight(highlightOf(id, "words", "here")));
    KeptArticle article = keptArticle(keyOf("a.md"));
    article.highlights = {highlightOf(0, "words", "there")};
    const auto note = [&] { return store.highlights(id).value().at(0).note; };

    merged(article);
    EXPECT_EQ(note(), "here"); // neither is later

    article.highlights[0].changedAt = 101;
    merged(article);
    EXPECT_EQ(note(), "there");
    EXPECT_THAT(store.highlights(id).value(), SizeIs(1));
}

TEST_F(StateMergeTest, keepsHighlightsOfDifferentPlaces)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    ASSERT_TRUE(store.saveHighlight(highlightOf(id, "words")));
    KeptArticle article = keptArticle(keyOf("a.md"));
    article.highlights = {highlightOf(0, "words"), highlightOf(0, "words"), highlightOf(0, "more")};
    article.highlights[1].place.start = 90;

    merged(article);

    EXPECT_THAT(store.highlights(id).value(), SizeIs(3));
}

TEST_F(StateMergeTest, takesTheTextThatWasReadLater)
{
    const StateId id = addArticle(store, keyOf("a.md"));
    ASSERT_TRUE(store.setReadText(id, textPrintOf("here"), "here"));
    setChanged(id, 50);
    KeptArticle article = keptArticle(keyOf("a.md"), 40);
    article.readText = "there";
    article.state.readHash = textPrintOf("there").hash;

    merged(article);
    EXPECT_EQ(store.readText(id).value(), "here");

    article.changedAt = 60;
    merged(article);
    EXPECT_EQ(store.readText(id).value(), "there");
    EXPECT_EQ(state(id).readHash, textPrintOf("there").hash);

    article.changedAt = 70;
    article.readText.clear();
    merged(article);
    EXPECT_EQ(store.readText(id).value(), "there"); // nothing is no text
}

TEST_F(StateMergeTest, readAll_leavesOutWhatHangsOnNothing)
{
    const StateId lost = addArticle(store, keyOf("lost.md"));
    const StateId here = addArticle(store, keyOf("here.md"));
    const LabelId label = store.saveLabel({0, "later", 1}).value();
    StateChange change = becomes(ReadStatus::Read);
    change.addedLabels = {label};
    ASSERT_TRUE(store.change(std::vector{lost, here}, change));
    ASSERT_TRUE(store.saveHighlight(highlightOf(lost, "words")));
    ASSERT_TRUE(store.addReading({lost, 1, 1, 1}));
    ASSERT_TRUE(store.database().run("PRAGMA foreign_keys=OFF; DELETE FROM article WHERE id="
                                     + std::to_string(lost)));

    const Result<StateRecord> record = readAll(store);

    ASSERT_TRUE(record) << record.error().message;
    ASSERT_THAT(record.value().articles, SizeIs(1));
    EXPECT_EQ(record.value().articles[0].key.path, "here.md");
    EXPECT_THAT(record.value().articles[0].labels, ElementsAre("later"));
}

TEST_F(StateMergeTest, readAll_mixesUpNoArticles_whereALibraryIsLost)
{
    const ArticleKey key = keyOf("lost.md");
    ASSERT_TRUE(store.add("/lost", {&key, 1}));
    addArticle(store, keyOf("here.md"));
    ASSERT_TRUE(store.database().run("PRAGMA foreign_keys=OFF; DELETE FROM library WHERE "
                                     "root = CAST('/lost' AS BLOB)"));

    const StateRecord record = readAll(store).value();

    ASSERT_THAT(record.articles, SizeIs(2));
    EXPECT_EQ(record.articles[0].key.path, "lost.md");
    EXPECT_EQ(record.articles[0].library, "");
    EXPECT_EQ(record.articles[1].key.path, "here.md");
    EXPECT_EQ(record.articles[1].library, kRoot);
}

TEST_F(StateMergeTest, readAll_isOfOneMoment_andEndsIt)
{
    addArticle(store, keyOf("a.md"));

    ASSERT_TRUE(readAll(store));

    EXPECT_FALSE(store.database().isInTransaction());
}

} // namespace lectern::core
