#include "core/state/state_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// What is read of a file whose members behind the version are \a members.
StateRecord decoded(const std::string &members)
{
    const Result<StateRecord> record
        = decodeState(R"({"format":"lectern-state","version":1)" + members + "}");
    EXPECT_TRUE(record) << record.error().message;
    return record ? record.value() : StateRecord();
}

KeptArticle article(const std::string &members)
{
    const StateRecord record = decoded(R"(,"articles":[{)" + members + "}]");
    return record.articles.empty() ? KeptArticle() : record.articles.front();
}

Highlight highlight(const std::string &members)
{
    const KeptArticle kept = article(R"("highlights":[{)" + members + "}]");
    return kept.highlights.empty() ? Highlight() : kept.highlights.front();
}

std::string encodedPath(const std::string &path)
{
    StateRecord record;
    record.articles.resize(1);
    record.articles[0].key.path = path;
    return encodeState(record);
}

} // namespace

TEST(StateJson, isReadable_whenNothingIsKept)
{
    const std::string json = encodeState({});

    EXPECT_THAT(json, HasSubstr("\"format\": \"lectern-state\""));
    EXPECT_THAT(json, HasSubstr("\"version\": 1"));
    EXPECT_EQ(json.back(), '\n');
    EXPECT_THAT(decodeState(json).value().articles, IsEmpty());
}

TEST(StateJson, namesStatusAndColoursInWords)
{
    StateRecord record;
    record.labels = {{0, "later", 0x0012AB}};
    record.articles.resize(3);
    record.articles[1].state.status = ReadStatus::Reading;
    record.articles[2].state.status = ReadStatus::Read;
    for (const auto colour : {HighlightColour::Yellow, HighlightColour::Green,
                              HighlightColour::Blue, HighlightColour::Red}) {
        Highlight highlight;
        highlight.colour = colour;
        record.articles[0].highlights.push_back(highlight);
    }

    const std::string json = encodeState(record);

    for (const char *const word : {"\"unread\"", "\"reading\"", "\"read\"", "\"yellow\"",
                                   "\"green\"", "\"blue\"", "\"red\"", "\"#0012ab\""}) {
        EXPECT_THAT(json, HasSubstr(word));
    }
    const StateRecord again = decodeState(json).value();
    EXPECT_EQ(again.labels, record.labels);
    EXPECT_EQ(again.articles[1].state.status, ReadStatus::Reading);
    EXPECT_EQ(again.articles[0].highlights, record.articles[0].highlights);
}

TEST(StateJson, keepsTextsAsTheyAre)
{
    for (const std::string &path : {std::string("深/桥.md"), std::string("a\"b\\c.md"),
                                    std::string("line\r\nend.md"), std::string("nul\0.md", 7),
                                    std::string("😀.md"), std::string("２０２４年　（全角）.md")}) {
        const std::string json = encodedPath(path);

        EXPECT_EQ(decodeState(json).value().articles.at(0).key.path, path) << path;
        EXPECT_THAT(json, Not(HasSubstr("pathHex"))) << path;
    }
}

TEST(StateJson, writesBytesThatAreNoText_inHexadecimal)
{
    const std::string path = "a\xFF/\xE5\x9C.md";

    const std::string json = encodedPath(path);

    EXPECT_THAT(json, HasSubstr("\"pathHex\": \"61ff2fe59c2e6d64\""));
    EXPECT_THAT(json, Not(HasSubstr("\"path\"")));
    EXPECT_EQ(decodeState(json).value().articles.at(0).key.path, path);
}

TEST(StateJson, isNothing_whereHexadecimalDigitsAreWrong)
{
    EXPECT_EQ(article(R"("pathHex":"61zz")").key.path, "");
    EXPECT_EQ(article(R"("pathHex":"6162F")").key.path, "ab"); // half a byte is none
    EXPECT_EQ(article(R"("pathHex":"FFfe")").key.path, "\xFF\xFE");
    EXPECT_EQ(article(R"("pathHex":["61"])").key.path, "");
    EXPECT_EQ(article(R"("path":"text","pathHex":"61")").key.path, "text");
}

TEST(StateJson, keepsEveryBitOfAHash)
{
    for (const std::uint64_t hash : {std::uint64_t{0}, std::uint64_t{1}, UINT64_MAX}) {
        StateRecord record;
        record.articles.resize(1);
        record.articles[0].key.print.hash = hash;
        record.articles[0].state.readHash = hash;

        const StateRecord again = decodeState(encodeState(record)).value();

        EXPECT_EQ(again.articles.at(0).key.print.hash, hash);
        EXPECT_EQ(again.articles.at(0).state.readHash, hash);
    }
    EXPECT_EQ(article(R"("read":{"hash":"10000000000000000"})").state.readHash, 0U); // 65 bits
    EXPECT_EQ(article(R"("read":{"hash":"12 "})").state.readHash, 0U);
    EXPECT_EQ(article(R"("read":{"hash":12})").state.readHash, 0U);
}

TEST(StateJson, takesNumbersThatFitAndNoOthers)
{
    const auto progress
        = [](const std::string &value) { return article("\"progress\":" + value).state.progress; };
    EXPECT_EQ(progress("1000"), 1'000);
    for (const char *const value : {"1001", "-1", "65536", "3.5", "\"300\"", "true", "null"}) {
        EXPECT_EQ(progress(value), 0) << value;
    }
    EXPECT_EQ(article(R"("openedAt":-5)").state.openedAt, -5); // before 1970
    EXPECT_EQ(article(R"("openedAt":9223372036854775807)").state.openedAt, INT64_MAX);
    EXPECT_EQ(article(R"("openedAt":9223372036854775808)").state.openedAt, 0);
    EXPECT_EQ(article(R"("paragraph":4294967295)").state.position.paragraph, UINT32_MAX);
    EXPECT_EQ(article(R"("paragraph":4294967296)").state.position.paragraph, 0U);
}

TEST(StateJson, takesDaysOnBothSidesOfTheEpoch)
{
    const KeptArticle kept = article(
        R"("days":[{"day":-3,"seconds":4,"characters":5},{"day":2147483648,"seconds":1}])");

    EXPECT_THAT(kept.days, ElementsAre(ReadingDay{0, -3, 4, 5}, ReadingDay{0, 0, 1, 0}));
}

TEST(StateJson, takesNoUidThatIsNone)
{
    const std::string uid(32, 'a');
    EXPECT_EQ(article("\"uid\":\"" + uid + "\"").uid, uid);

    for (const std::string &odd : {uid + "a", uid.substr(1), std::string(32, 'g'),
                                   std::string(32, 'A'), std::string(31, 'a') + " "}) {
        EXPECT_EQ(article("\"uid\":\"" + odd + "\"").uid, "") << odd;
        EXPECT_EQ(highlight("\"uid\":\"" + odd + "\"").uid, "") << odd;
    }
}

TEST(StateJson, takesFirstOfTheNames_forOneThatIsNotKnown)
{
    EXPECT_EQ(article(R"("status":"Read")").state.status, ReadStatus::Unread);
    EXPECT_EQ(article(R"("status":2)").state.status, ReadStatus::Unread);
    EXPECT_EQ(highlight(R"("colour":"purple")").colour, HighlightColour::Yellow);
}

TEST(StateJson, isUniqueOnlyWhereItSaysSo)
{
    EXPECT_TRUE(highlight(R"("isUnique":true)").place.isUnique);
    for (const char *const value : {"false", "1", "\"true\"", "null"}) {
        EXPECT_FALSE(highlight("\"isUnique\":" + std::string(value)).place.isUnique) << value;
    }
}

TEST(StateJson, takesAColourInAnyCase_andBlackForNone)
{
    const auto colour = [](const std::string &value) {
        return decoded(R"(,"labels":[{"name":"x","colour":)" + value + "}]").labels.at(0).colour;
    };

    EXPECT_EQ(colour("\"#12aBFf\""), 0x12ABFFU);
    EXPECT_EQ(colour("\"#fff\""), 0U);
    EXPECT_EQ(colour("\"red\""), 0U);
    EXPECT_EQ(colour("255"), 0U);
}

TEST(StateJson, isEmpty_whereAListIsNone)
{
    for (const char *const value :
         {"5", "\"text\"", "null", "true", "{}", R"({"a":{"name":"b"}})"}) {
        SCOPED_TRACE(value);
        const StateRecord record
            = decoded(",\"labels\":" + std::string(value) + ",\"articles\":" + value);
        EXPECT_THAT(record.labels, IsEmpty());
        EXPECT_THAT(record.articles, IsEmpty());

        const std::string member = std::string(value);
        const KeptArticle kept
            = article("\"labels\":" + member + ",\"days\":" + member + ",\"highlights\":" + member);
        EXPECT_THAT(kept.labels, IsEmpty());
        EXPECT_THAT(kept.days, IsEmpty());
        EXPECT_THAT(kept.highlights, IsEmpty());
    }
}

TEST(StateJson, leavesOutWhatIsNoArticle)
{
    const StateRecord record
        = decoded(R"(,"articles":[3,"text",null,[],{"path":"a.md"}],"labels":[7,{"name":"b"}])");

    ASSERT_THAT(record.articles, SizeIs(1));
    EXPECT_EQ(record.articles[0].key.path, "a.md");
    EXPECT_THAT(record.labels, ElementsAre(Label{0, "b", 0}));
}

TEST(StateJson, isEmpty_whereAMemberIsNoObject)
{
    const KeptArticle kept = article(R"("file":7,"text":"words","read":[1])");

    EXPECT_EQ(kept.key.stamp, FileStamp());
    EXPECT_EQ(kept.key.print.version, 0U);
    EXPECT_FALSE(hasSketch(kept.key.print.sketch));
    EXPECT_EQ(kept.readText, "");
}

TEST(StateJson, takesAnArticleOfALaterProgram_withoutWhatItDoesNotKnow)
{
    const KeptArticle kept = article(R"("path":"a.md","mood":"good","highlights":[{"tags":[]}])");

    EXPECT_EQ(kept.key.path, "a.md");
    EXPECT_THAT(kept.highlights, SizeIs(1));
}

TEST(StateJson, refusesWhatIsCutOff_orNested)
{
    const std::string whole = encodedPath("a.md");
    for (const std::size_t kept : {std::size_t{1}, whole.size() / 2, whole.size() - 3}) {
        EXPECT_EQ(decodeState(whole.substr(0, kept)).error().code, ErrorCode::Malformed) << kept;
    }
    EXPECT_EQ(decodeState(whole + "x").error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeState(std::string(1'000, '[')).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeState("\xFF\xFE").error().code, ErrorCode::Malformed);
}

TEST(StateJson, refusesAnotherVersion)
{
    for (const char *const version : {"0", "2", "-1", "\"1\"", "1.0", "null"}) {
        const Result<StateRecord> record
            = decodeState(R"({"format":"lectern-state","version":)" + std::string(version) + "}");
        ASSERT_FALSE(record) << version;
        EXPECT_EQ(record.error().code, ErrorCode::Unsupported) << version;
    }
}

} // namespace lectern::core
