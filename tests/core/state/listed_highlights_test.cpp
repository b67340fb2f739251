#include "core/state/library_keys.h"
#include "core/state/listed_highlights.h"
#include "core/state/placed_states.h"
#include "core/state/quote_anchor.h"
#include "tests/core/library/sample_records.h"
#include "tests/core/state/known_states.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kRiver = "Rivers are old. They were there before the hills, and will be "
                                    "there after them. A claim is made here. It ends.\n";
constexpr std::string_view kSea = "海很大。海也很深，没有人知道有多深。完。\n";

Highlight quoted(std::string_view text, std::string_view quote, std::string note = {})
{
    Highlight highlight = highlightOf(0, std::string(quote), std::move(note));
    const std::size_t start = text.find(quote);
    highlight.place = *selectorOf(text, {start, start + quote.size()});
    return highlight;
}

bool neverCancelled()
{
    return false;
}

/// Two articles with a highlight each; the second file may be taken away.
class ListedHighlightsTest : public testing::Test
{
protected:
    ListedHighlightsTest()
    {
        folder.write("river.md", kRiver);
        folder.write("sea.md", kSea);
        open({"river.md", "sea.md"});
        EXPECT_TRUE(states.saveHighlight(1, quoted(kSea, "也很深")));
        EXPECT_TRUE(states.saveHighlight(0, quoted(kRiver, "A claim", "Is it?")));
        EXPECT_TRUE(states.saveHighlight(0, quoted(kRiver, "Rivers")));
    }

    void open(const std::vector<std::string> &paths)
    {
        std::vector<ArticleRecord> records;
        for (const std::string &path : paths) {
            records.push_back(makeRecord(path, path == "sea.md" ? "The sea" : "The river"));
        }
        library = buildLibrary(folder.path(), std::move(records), {});
        EXPECT_TRUE(states.setArticles(folder.path(), keysOf(*library), [this](Row row) {
            return printOfFile(folder.path(), library->path(row));
        }));
    }

    const StateSnapshot &snapshot() const { return *states.snapshot(); }

    std::vector<std::string> quotes() const
    {
        std::vector<std::string> quotes;
        for (const ListedHighlight &listed : listedHighlights(snapshot())) {
            quotes.push_back(highlightAt(snapshot(), listed).place.quote);
        }
        return quotes;
    }

    tests::TemporaryFolder folder;
    tests::TemporaryFolder home;
    std::shared_ptr<const Library> library;
    PlacedStates states{openStore(home.path("state.sqlite"))};
};

} // namespace

TEST_F(ListedHighlightsTest, areThoseOfTheLibrary_byArticleAndPlace)
{
    EXPECT_THAT(quotes(), ElementsAre("也很深", "Rivers", "A claim"));
    const auto listed = listedHighlights(snapshot());
    EXPECT_EQ(listed[0].row, 1U);
    EXPECT_EQ(titleOf(*library, snapshot(), listed[0]), "The sea");

    ASSERT_TRUE(states.setArticles("/another", {keyOf("a.md")}));

    EXPECT_THAT(quotes(), IsEmpty());
    EXPECT_THAT(listedHighlights(StateSnapshot()), IsEmpty());
}

TEST_F(ListedHighlightsTest, ofAnArticleThatIsGone_areListedAsUnplaced)
{
    open({"river.md"});

    const auto listed = listedHighlights(snapshot());

    ASSERT_THAT(listed, SizeIs(3));
    EXPECT_EQ(listed[0].row, kNoRow);
    EXPECT_EQ(titleOf(*library, snapshot(), listed[0]), "The sea");
    EXPECT_EQ(listed[1].row, 0U);
    const auto exported = exportedHighlights(*library, snapshot(), listed, neverCancelled);
    EXPECT_EQ(exported[0].path, "sea.md");
    EXPECT_EQ(exported[0].article.title, "The sea");
    EXPECT_EQ(exported[0].sentence, "海也很深，没有人知道有多深。"); // of what is kept around it
}

TEST_F(ListedHighlightsTest, areExportedInTheirOrder_withTheSentenceOfTheFile)
{
    const auto listed = listedHighlights(snapshot());
    const std::vector chosen{listed[2], listed[0]};

    const auto exported = exportedHighlights(*library, snapshot(), chosen, neverCancelled);

    ASSERT_THAT(exported, SizeIs(2));
    EXPECT_EQ(exported[0].sentence, "A claim is made here.");
    EXPECT_EQ(exported[0].highlight.note, "Is it?");
    EXPECT_EQ(exported[0].article.title, "The river");
    EXPECT_EQ(exported[1].path, "sea.md");
    EXPECT_THAT(exportedHighlights(*library, snapshot(), listed, [] { return true; }), IsEmpty());
}

TEST_F(ListedHighlightsTest, areFound_whereTheArticleStillSaysThem)
{
    const auto &all = *snapshot().highlights;
    const std::vector ofRiver{all[1], all[2]};
    EXPECT_THAT(areFound(folder.path(), "river.md", ofRiver), ElementsAre(true, true));

    folder.write("river.md",
                 "New words.\n\nRivers are old. They were there before the hills, and will "
                 "be there after them.\n");

    EXPECT_THAT(areFound(folder.path(), "river.md", ofRiver), ElementsAre(true, false));
    EXPECT_THAT(areFound(folder.path(), "gone.md", ofRiver), ElementsAre(false, false));
}

} // namespace lectern::core
