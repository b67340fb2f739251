#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StateChangesTest : public testing::Test
{
protected:
    ReadingState state(StateId article) const
    {
        const auto states = store.states({&article, 1});
        EXPECT_TRUE(states) << states.error().message;
        return states && !states.value().empty() ? states.value().front() : ReadingState();
    }

    void change(const StateChange &change) const
    {
        const auto former = store.change({&id, 1}, change);
        EXPECT_TRUE(former) << former.error().message;
    }

    void refuse(const std::string &what) const
    {
        ASSERT_TRUE(store.database().run("CREATE TEMP TRIGGER refuse BEFORE " + what
                                         + " BEGIN SELECT RAISE(ABORT, 'no'); END"));
    }

    tests::TemporaryFolder folder;
    StateStore store = openStore(folder.path("state.sqlite"));
    StateId id = addArticle(store, keyOf("a.md"));
    StateId other = addArticle(store, keyOf("b.md"));
};

} // namespace

TEST_F(StateChangesTest, changesNothing_whereNothingIsAsked)
{
    StateChange all = becomes(ReadStatus::Reading, 50);
    all.isStarred = true;
    all.progress = 300;
    all.position = ReadingPosition{2, "桥"};
    change(all);
    const ReadingState before = state(id);

    change({});

    EXPECT_EQ(state(id), before);
    EXPECT_EQ(state(other).status, ReadStatus::Unread);
}

TEST_F(StateChangesTest, keepsProgressToTheWhole)
{
    StateChange further;
    for (const int progress : {0, 999, 1000, 1001, 65535}) {
        further.progress = static_cast<std::uint16_t>(progress);
        change(further);
        EXPECT_EQ(state(id).progress, std::min(progress, 1000));
    }
}

TEST_F(StateChangesTest, knowsWhenItWasRead_onlyWhileItIsRead)
{
    change(becomes(ReadStatus::Reading, 10));
    EXPECT_EQ(state(id).readAt, 0);
    change(becomes(ReadStatus::Read, 20));
    EXPECT_EQ(state(id).readAt, 20);
    change(becomes(ReadStatus::Reading, 30));
    EXPECT_EQ(state(id).readAt, 0);
}

TEST_F(StateChangesTest, keepsTheTimeOfAStar_untilItIsTakenAway)
{
    StateChange star;
    star.isStarred = true;
    star.now = 10;
    change(star);
    star.now = 20;
    change(star);
    EXPECT_EQ(state(id).starredAt, 10);

    star.isStarred = false;
    change(star);
    EXPECT_FALSE(state(id).isStarred());
}

TEST_F(StateChangesTest, opensWithoutReading)
{
    StateChange opened;
    opened.isOpened = true;
    opened.now = 30;
    change(opened);

    EXPECT_EQ(state(id).openedAt, 30);
    EXPECT_EQ(state(id).status, ReadStatus::Unread);
}

TEST_F(StateChangesTest, givesEachLabelOnce_inTheirOrder)
{
    const LabelId first = store.saveLabel({0, "z", 1}).value();
    const LabelId second = store.saveLabel({0, "a", 2}).value();
    StateChange labels;
    labels.addedLabels = {second, first, second};
    change(labels);
    change(labels);
    EXPECT_THAT(state(id).labels, ElementsAre(first, second));

    labels.removedLabels = {second, 99};
    change(labels); // what is both added and removed is removed
    EXPECT_THAT(state(id).labels, ElementsAre(first));
}

TEST_F(StateChangesTest, leavesOutALabelThatIsGone)
{
    StateChange labels;
    labels.addedLabels = {77};

    change(labels);

    EXPECT_THAT(state(id).labels, IsEmpty());
}

TEST_F(StateChangesTest, changesThoseThatAreThere_inTheOrderAsked)
{
    const std::vector<StateId> ids{other, 99, id};

    const auto former = store.change(ids, becomes(ReadStatus::Read));

    ASSERT_THAT(former.value(), SizeIs(2));
    EXPECT_EQ(former.value()[0].id, other);
    EXPECT_EQ(former.value()[1].id, id);
    EXPECT_EQ(state(id).status, ReadStatus::Read);
    EXPECT_THAT(store.change({}, becomes(ReadStatus::Read)).value(), IsEmpty());
}

TEST_F(StateChangesTest, changesNone_whereOneFails)
{
    refuse("UPDATE ON article WHEN NEW.id = " + std::to_string(other));
    const std::vector<StateId> both{id, other};

    EXPECT_FALSE(store.change(both, becomes(ReadStatus::Read)));

    EXPECT_EQ(state(id).status, ReadStatus::Unread);
    EXPECT_FALSE(store.database().isInTransaction());
}

TEST_F(StateChangesTest, addsNone_whereOneFails)
{
    refuse("INSERT ON article WHEN NEW.path = CAST('d.md' AS BLOB)");
    const std::vector<ArticleKey> keys{keyOf("c.md"), keyOf("d.md")};

    EXPECT_FALSE(store.add(kRoot, keys));

    EXPECT_THAT(store.articlesOf(kRoot).value(), SizeIs(2));
}

TEST_F(StateChangesTest, addsNothing_forNoKeys)
{
    EXPECT_THAT(store.add("/never", {}).value(), IsEmpty());

    EXPECT_EQ(store.database().number("SELECT count(*) FROM library").value(), 1);
}

TEST_F(StateChangesTest, setKeys_movesAnArticleToTheLibraryItIsIn)
{
    const KnownArticle moved{id, keyOf("c.md", "C")};

    ASSERT_TRUE(store.setKeys("/elsewhere", {&moved, 1}));

    EXPECT_THAT(store.articlesOf(kRoot).value(), SizeIs(1));
    ASSERT_THAT(store.articlesOf("/elsewhere").value(), SizeIs(1));
    EXPECT_EQ(store.articlesOf("/elsewhere").value()[0].key, moved.key);
}

TEST_F(StateChangesTest, moveLibrary_changesNothing_whereItFails)
{
    ASSERT_TRUE(store.database().run("INSERT INTO library (root) VALUES (CAST('/to' AS BLOB))"));
    refuse("UPDATE ON library");

    EXPECT_FALSE(store.moveLibrary(kRoot, "/to"));

    EXPECT_EQ(store.database().number("SELECT count(*) FROM library").value(), 2);
    EXPECT_THAT(store.articlesOf(kRoot).value(), SizeIs(2));
}

TEST_F(StateChangesTest, moveLibrary_takesThePlaceOfOneWithoutArticles)
{
    ASSERT_TRUE(store.database().run("INSERT INTO library (root) VALUES (CAST('/to' AS BLOB))"));

    ASSERT_TRUE(store.moveLibrary(kRoot, "/to"));
    ASSERT_TRUE(store.moveLibrary("/never/seen", "/from"));

    EXPECT_THAT(store.articlesOf("/to").value(), SizeIs(2));
    EXPECT_THAT(store.articlesOf(kRoot).value(), IsEmpty());
}

TEST_F(StateChangesTest, readText_isReplacedByALaterOne)
{
    ASSERT_TRUE(store.setReadText(id, textPrintOf("first"), "first"));
    ASSERT_TRUE(store.setReadText(id, textPrintOf("second"), "第二\r\n"));

    EXPECT_EQ(store.readText(id).value(), "第二\r\n");
    EXPECT_EQ(state(id).readHash, textPrintOf("second").hash);
    EXPECT_EQ(state(id).readVersion, kTextPrintVersion);
    EXPECT_EQ(store.readText(other).value(), "");
}

TEST_F(StateChangesTest, readText_isOfAnArticleThatIsThere)
{
    EXPECT_FALSE(store.setReadText(99, textPrintOf("x"), "x"));

    EXPECT_EQ(store.database().number("SELECT count(*) FROM read_text").value(), 0);
    EXPECT_FALSE(store.database().isInTransaction());
}

TEST_F(StateChangesTest, readText_saysThatItWasDamaged)
{
    ASSERT_TRUE(store.setReadText(id, textPrintOf("x"), "some text"));
    for (const char *const damage : {"deflated = x'00'", "size = -1", "size = 3"}) {
        ASSERT_TRUE(store.database().run("UPDATE read_text SET " + std::string(damage)));
        EXPECT_EQ(store.readText(id).error().code, ErrorCode::Malformed) << damage;
    }
}

TEST_F(StateChangesTest, readingDays_areInTheOrderOfDays)
{
    ASSERT_TRUE(store.addReading({other, 2, 1, 1}));
    ASSERT_TRUE(store.addReading({id, 2, 1, 1}));
    ASSERT_TRUE(store.addReading({other, -1, 1, 1}));

    EXPECT_THAT(store.readingDays().value(),
                ElementsAre(ReadingDay{other, -1, 1, 1}, ReadingDay{id, 2, 1, 1},
                            ReadingDay{other, 2, 1, 1}));
    EXPECT_FALSE(store.addReading({99, 1, 1, 1}));
}

TEST_F(StateChangesTest, readingDays_haveNumbersThatCanBe)
{
    ASSERT_TRUE(store.addReading({id, 1, UINT32_MAX, 5}));
    ASSERT_TRUE(store.addReading({id, 1, 10, 5}));
    ASSERT_TRUE(store.addReading({id, 2, 1, 1}));
    ASSERT_TRUE(
        store.database().run("UPDATE reading_day SET seconds=-9, characters=-1 WHERE day=2"));

    EXPECT_THAT(store.readingDays().value(),
                ElementsAre(ReadingDay{id, 1, UINT32_MAX, 10}, ReadingDay{id, 2, 0, 0}));
}

TEST_F(StateChangesTest, states_areOfAnArticleThatIsThere_whateverElseSaysSo)
{
    const LabelId label = store.saveLabel({0, "later", 1}).value();
    StateChange labels;
    labels.addedLabels = {label};
    change(labels);
    ASSERT_TRUE(store.database().run("PRAGMA foreign_keys=OFF; DELETE FROM article WHERE id="
                                     + std::to_string(id)));
    const std::vector<StateId> both{id, other};

    const auto states = store.states(both);

    ASSERT_THAT(states.value(), SizeIs(1));
    EXPECT_THAT(states.value()[0].labels, IsEmpty());
    EXPECT_THAT(store.statesOf(kRoot).value(), SizeIs(1));
}

TEST_F(StateChangesTest, dataVersion_isAnotherOnlyWhereSomethingWasWritten)
{
    const StateStore reader = openStore(folder.path("state.sqlite"));
    const std::int64_t before = reader.dataVersion().value();
    ASSERT_TRUE(store.states({&id, 1}));
    EXPECT_EQ(reader.dataVersion().value(), before);

    ASSERT_TRUE(store.addReading({id, 1, 1, 1}));

    EXPECT_NE(reader.dataVersion().value(), before);
}

} // namespace lectern::core
