#include "core/state/state_exchange.h"
#include "core/state/state_json.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Two stores: `here` has everything there is, `there` nothing.
class StateExchangeTest : public testing::Test
{
protected:
    StateExchangeTest()
    {
        const LabelId label = here.saveLabel({0, "later", 0x12AB00}).value();
        ArticleKey key = keyOf("深/\xFF.md", "标题", std::string(400, 'x'), "example.org/a");
        key.stamp = {12, 34, 0};
        const StateId id = addArticle(here, key);
        StateChange change = becomes(ReadStatus::Read, 70);
        change.isOpened = true;
        change.isStarred = true;
        change.progress = 420;
        change.position = ReadingPosition{7, "从前"};
        change.addedLabels = {label};
        EXPECT_TRUE(here.change({&id, 1}, change));
        EXPECT_TRUE(here.setReadText(id, key.print, "text \"as\" it was\n"));
        EXPECT_TRUE(here.addReading({id, 20'000, 30, 400}));
        Highlight highlight = highlightOf(id, "quote", "说得对");
        highlight.place = {"quote", "before", "behind", 40, 0xFFFF'0000'0000'0001, true};
        highlight.colour = HighlightColour::Blue;
        EXPECT_TRUE(here.saveHighlight(highlight));
        addArticle(here, keyOf("b.md"));
    }

    static std::string exported(const StateStore &store)
    {
        const Result<StateRecord> record = readAll(store);
        EXPECT_TRUE(record) << record.error().message;
        return encodeState(record.value());
    }

    static StateImport imported(const StateStore &store, const std::string &json)
    {
        const Result<StateRecord> record = decodeState(json);
        EXPECT_TRUE(record) << record.error().message;
        const Result<StateImport> merged = mergeAll(store, record.value());
        EXPECT_TRUE(merged) << merged.error().message;
        return merged.value();
    }

    tests::TemporaryFolder folder;
    StateStore here = openStore(folder.path("here.sqlite"));
    StateStore there = openStore(folder.path("there.sqlite"));
};

} // namespace

TEST_F(StateExchangeTest, bringsEverythingIntoAnEmptyStore)
{
    const std::string json = exported(here);

    const StateImport import = imported(there, json);

    EXPECT_EQ(import.articles, 2U);
    EXPECT_EQ(import.added, 2U);
    EXPECT_EQ(exported(there), json);
    EXPECT_EQ(there.readText(1).value(), "text \"as\" it was\n");
    EXPECT_EQ(there.articlesOf(kRoot).value()[0].key, here.articlesOf(kRoot).value()[0].key);
}

TEST_F(StateExchangeTest, changesNothing_whenItComesOnceMore)
{
    const std::string json = exported(here);

    EXPECT_EQ(imported(here, json).added, 0U);
    EXPECT_EQ(exported(here), json);
}

TEST_F(StateExchangeTest, losesNothing_whereBothHaveAnArticle)
{
    const LabelId label = there.saveLabel({0, "mine", 1}).value();
    const StateId id
        = addArticle(there, keyOf("other.md", "Other", "", "example.org/a")); // the same address
    StateChange change = becomes(ReadStatus::Reading, 10);
    change.addedLabels = {label};
    ASSERT_TRUE(there.change({&id, 1}, change));
    ASSERT_TRUE(there.addReading({id, 20'000, 50, 10}));
    ASSERT_TRUE(there.saveHighlight(highlightOf(id, "mine")));
    ASSERT_TRUE(there.database().run("UPDATE article SET changed_at = 5"));

    const StateImport import = imported(there, exported(here));

    EXPECT_EQ(import.added, 1U);
    const ReadingState state = there.states({&id, 1}).value().at(0);
    EXPECT_EQ(state.status, ReadStatus::Read); // it was said later
    EXPECT_EQ(state.starredAt, 70);
    EXPECT_THAT(state.labels, SizeIs(2));
    EXPECT_THAT(there.highlights(id).value(), SizeIs(2));
    EXPECT_THAT(there.readingDays().value(), ElementsAre(ReadingDay{id, 20'000, 50, 400}));
}

TEST_F(StateExchangeTest, keepsWhatWasSaidLaterHere)
{
    const std::string json = exported(here);
    const StateId id = 1;
    ASSERT_TRUE(here.change({&id, 1}, becomes(ReadStatus::Unread, 90)));
    Highlight highlight = here.highlights(id).value().at(0);
    highlight.note = "later";
    highlight.changedAt = 999;
    ASSERT_TRUE(here.saveHighlight(highlight));

    imported(here, json);

    EXPECT_EQ(here.states({&id, 1}).value().at(0).status, ReadStatus::Unread);
    EXPECT_EQ(here.highlights(id).value().at(0).note, "later");
}

TEST_F(StateExchangeTest, refusesWhatIsNoState)
{
    for (const char *const text : {"", "[]", "{}", "{\"format\": 3}", "null", "{\"format\"",
                                   "{\"format\": \"other\", \"version\": 1}"}) {
        const Result<StateRecord> record = decodeState(text);
        ASSERT_FALSE(record) << text;
        EXPECT_EQ(record.error().code, ErrorCode::Malformed) << text;
    }
    const Result<StateRecord> newer = decodeState(R"({"format":"lectern-state","version":2})");
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(newer.error().message, HasSubstr("2"));
}

TEST_F(StateExchangeTest, makesTheBestOfOddValues)
{
    const std::string json = R"({"format":"lectern-state","version":1,"labels":[7,{"name":""}],
        "articles":[3,{"uid":"short","library":"/x","path":[],"progress":99999,"status":"gone",
        "paragraph":-5,"openedAt":1e99,"labels":["new",1],"days":[{"day":1,"seconds":-1}],
        "highlights":[{"colour":"pink","start":-1,"textHash":"zz"}]}]})";

    imported(there, json);

    EXPECT_THAT(there.labels().value(), SizeIs(1));
    EXPECT_THAT(there.allHighlights().value(), SizeIs(1));
    const auto states = there.statesOf("/x").value();
    ASSERT_THAT(states, SizeIs(1));
    EXPECT_EQ(states[0].status, ReadStatus::Unread);
    EXPECT_EQ(states[0].progress, 0);
    EXPECT_EQ(states[0].openedAt, 0);
}

TEST_F(StateExchangeTest, takesNothing_whenItCannotTakeAll)
{
    StateRecord record = readAll(here).value();
    record.articles.back().highlights.resize(2);
    record.articles.back().highlights[0].uid = std::string(32, 'a');
    record.articles.back().highlights[0].place.quote = "one";
    ASSERT_TRUE(there.database().run("CREATE TRIGGER refuse BEFORE INSERT ON highlight "
                                     "WHEN NEW.quote = CAST('one' AS BLOB) "
                                     "BEGIN SELECT RAISE(ABORT, 'no'); END"));

    EXPECT_FALSE(mergeAll(there, record));

    EXPECT_THAT(there.articlesOf(kRoot).value(), IsEmpty());
    EXPECT_THAT(there.labels().value(), IsEmpty());
}

} // namespace lectern::core
