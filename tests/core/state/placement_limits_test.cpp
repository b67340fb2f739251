#include "core/state/placement.h"
#include "tests/core/state/known_states.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// \a bytes of words of \a seed alone, without numbers.
std::string textOf(int seed, std::size_t bytes)
{
    std::string text;
    for (int word = 0; text.size() < bytes; ++word) {
        const int number = (seed * 131 + word * 17) % 9973;
        text += std::string(1, static_cast<char>('a' + number % 26)) + "o"
            + std::string(1, static_cast<char>('a' + number / 26 % 26)) + "e"
            + std::string(1, static_cast<char>('a' + number / 676 % 26)) + " ";
    }
    text.resize(bytes);
    return text;
}

std::vector<KnownArticle> known(std::vector<ArticleKey> keys)
{
    std::vector<KnownArticle> states;
    for (ArticleKey &key : keys) {
        states.push_back({static_cast<StateId>(states.size() + 1), std::move(key)});
    }
    return states;
}

Placements placed(std::vector<ArticleKey> before, const std::vector<ArticleKey> &now)
{
    return placeArticles(known(std::move(before)), now);
}

ArticleKey stamped(const std::string &path, FileStamp stamp)
{
    ArticleKey key = keyOf(path);
    key.stamp = stamp;
    return key;
}

} // namespace

TEST(PlacementLimits, ofNothing_isNothing)
{
    EXPECT_THAT(placed({}, {}).placed, IsEmpty());
    EXPECT_THAT(placed({}, {keyOf("a.md")}).placed, IsEmpty());
    EXPECT_THAT(placed({keyOf("a.md")}, {}).unplaced, ElementsAre(UnplacedState{1, {}}));
}

TEST(PlacementLimits, aStamp_isOfOnePathAndTime)
{
    const ArticleKey key = stamped("a.md", {10, 20, 1});

    EXPECT_TRUE(isSameFile(key, stamped("a.md", {10, 20, 9}))); // copies of a folder
    EXPECT_FALSE(isSameFile(key, stamped("b.md", {10, 20, 1})));
    EXPECT_FALSE(isSameFile(key, stamped("a.md", {10, 21, 1})));
    EXPECT_FALSE(isSameFile(key, stamped("a.md", {11, 20, 1})));
    EXPECT_FALSE(isSameFile(stamped("a.md", {}), stamped("a.md", {})));
}

TEST(PlacementLimits, aText_tellsFrom300BytesOn)
{
    for (const std::size_t bytes : {299U, 300U}) {
        const Placements found = placed({keyOf("a.md", "a", textOf(1, bytes))},
                                        {keyOf("b.md", "b", textOf(1, bytes))});
        EXPECT_THAT(found.placed, SizeIs(bytes < 300 ? 0 : 1)) << bytes;
    }
}

TEST(PlacementLimits, aShortText_tellsBesideATitle_thatNoOtherHas)
{
    const ArticleKey before = keyOf("a/short.md", "On trees", "A short note.");

    for (const ArticleKey &now : {keyOf("b/other.md", "On trees", "A short note."),
                                  keyOf("b/short.md", "On trees", "A short note."),
                                  keyOf("7.md", "On trees", "A short note.", "x.org/a")}) {
        EXPECT_THAT(placed({before, keyOf("z.md", "Z", "Another.")}, {now}).placed,
                    ElementsAre(Placement{1, 0, PlacedBy::Text}))
            << now.path;
    }
}

TEST(PlacementLimits, aShortText_doesNotTell_whereTheTitleDoesNot)
{
    const ArticleKey before = keyOf("a.md", "On trees", "A note of 5.");

    for (const ArticleKey &now :
         {keyOf("b.md", "On rivers", "A note of 5."), keyOf("b.md", "On trees", "A note of 6.")}) {
        EXPECT_THAT(placed({before}, {now}).placed, IsEmpty()) << now.title;
    }
    // A title that is the name of the file says no more than that.
    EXPECT_THAT(placed({keyOf("a/n.md", "n", "A note.")}, {keyOf("b/n.md", "n", "A note.")}).placed,
                IsEmpty());
    // Two have the title, before or now.
    EXPECT_THAT(placed({before, keyOf("z.md", "On trees", "Z")},
                       {keyOf("b.md", "On trees", "A note of 5.")})
                    .placed,
                IsEmpty());
    EXPECT_THAT(placed({before},
                       {keyOf("b.md", "On trees", "A note of 5."), keyOf("c.md", "On trees", "Z")})
                    .placed,
                IsEmpty());
}

TEST(PlacementLimits, aPageThatAsksToWait_isNotTheArticle_whoseFileIsStillThere)
{
    const ArticleKey wait = keyOf("b.md", "Just a moment", "Checking you are human.");

    const Placements replaced = placed({keyOf("a.md", "Just a moment", "Checking you are human.")},
                                       {keyOf("a.md", "On trees", textOf(1, 500)), wait});
    const Placements known = placed({keyOf("a.md", "Just a moment", "Checking you are human."),
                                     keyOf("b.md", "On rivers", textOf(2, 500))},
                                    {wait});

    EXPECT_THAT(replaced.placed, IsEmpty());
    EXPECT_THAT(replaced.unplaced, ElementsAre(UnplacedState{1, {1, 0}}));
    EXPECT_THAT(known.placed, IsEmpty());
}

TEST(PlacementLimits, aTextThatSeveralHave_tellsBesideATitle)
{
    const std::string text = textOf(1, 500);

    const Placements found
        = placed({keyOf("en/a.md", "Metrics", text), keyOf("zh.md", "指标", text)},
                 {keyOf("zh.md", "指标", text), keyOf("b.md", "Metrics", text)});

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{2, 0, PlacedBy::File}, Placement{1, 1, PlacedBy::Text}));
}

TEST(PlacementLimits, aPageWithoutText_isOfferedByItsTitle_andNotPlaced)
{
    ArticleKey before = keyOf("a.md", "Functions");
    before.print = textPrintOf("");
    ArticleKey now = keyOf("b.md", "Functions");
    now.print = textPrintOf("");

    const Placements found = placed({before}, {now});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0}}));
}

TEST(PlacementLimits, aRenamedFile_isKnownByItsTimeAndSize_whateverItsLength)
{
    const auto note = [](const char *path, FileStamp stamp, const char *text) {
        ArticleKey key = keyOf(path, path, "-");
        key.print = textPrintOf(text);
        key.stamp = stamp;
        return key;
    };
    const ArticleKey before = note("a.md", {10, 20, 1}, "a note");

    EXPECT_THAT(placed({before}, {note("b.md", {10, 20, 9}, "a note")}).placed,
                ElementsAre(Placement{1, 0, PlacedBy::Text}));
    EXPECT_THAT(placed({note("a.md", {10, 20, 1}, "")}, {note("b.md", {10, 20, 9}, "")}).placed,
                ElementsAre(Placement{1, 0, PlacedBy::Text}));
    for (const ArticleKey &now :
         {note("b.md", {11, 20, 1}, "a note"), note("b.md", {10, 21, 1}, "a note"),
          note("b.md", {10, 20, 1}, "a nota")}) {
        EXPECT_THAT(placed({before}, {now}).placed, IsEmpty());
    }
    // As all files that were unpacked together have one time.
    EXPECT_THAT(
        placed({before}, {note("b.md", {10, 20, 1}, "a note"), note("c.md", {10, 20, 2}, "a note")})
            .placed,
        IsEmpty());
    EXPECT_THAT(
        placed({before, note("z.md", {10, 20, 1}, "a note")}, {note("b.md", {10, 20, 1}, "a note")})
            .placed,
        IsEmpty());
}

TEST(PlacementLimits, anEditedArticleOfWhichOnlyTheHashIsKnown_isFoundByItsTitle)
{
    ArticleKey before = keyOf("a.md", "On trees", textOf(1, 500) + " 1 2 3");
    before.print.sketch = {};

    EXPECT_THAT(placed({before}, {keyOf("a.md", "On trees", textOf(1, 600) + " 4")}).placed,
                ElementsAre(Placement{1, 0, PlacedBy::Path}));
    EXPECT_THAT(placed({before}, {keyOf("a.md", "On rivers", textOf(1, 600))}).placed, IsEmpty());
}

TEST(PlacementLimits, aTextOfTwoAddresses_isOne_from1000BytesOnAndUnderOneTitle)
{
    const auto found = [](std::size_t bytes, const char *title) {
        return placed({keyOf("a.md", "On trees", textOf(1, bytes), "old.org/a")},
                      {keyOf("b.md", title, textOf(1, bytes), "new.org/b")})
            .placed;
    };

    EXPECT_THAT(found(999, "On trees"), IsEmpty());
    EXPECT_THAT(found(1'000, "On trees"), ElementsAre(Placement{1, 0, PlacedBy::Text}));
    EXPECT_THAT(found(1'000, "On rivers"), IsEmpty());
}

TEST(PlacementLimits, aTextThatTwoStatesHave_isOfNeither)
{
    const std::string text = textOf(1, 500);

    const Placements found
        = placed({keyOf("a.md", "a", text), keyOf("b.md", "b", text)}, {keyOf("c.md", "c", text)});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0}}, UnplacedState{2, {0}}));
}

TEST(PlacementLimits, anAddressThatTwoStatesHave_isOfNeither)
{
    const Placements found
        = placed({keyOf("a.md", "A", "", "x.org/a"), keyOf("b.md", "B", "", "x.org/a")},
                 {keyOf("c.md", "C", "", "x.org/a")});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, SizeIs(2));
}

TEST(PlacementLimits, aRow_isGivenOnce)
{
    const std::string text = textOf(1, 500);

    const Placements found = placed({keyOf("a.md", "A", text), keyOf("z.md", "A", text, "x.org/a")},
                                    {keyOf("a.md", "A", text, "x.org/a")});

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::File}));
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{2, {0}}));
}

TEST(PlacementLimits, candidates_areAtMostEight_eachOnce)
{
    std::vector<ArticleKey> now;
    for (int row = 0; row < 12; ++row) {
        now.push_back(keyOf(std::to_string(row) + ".md", "T", textOf(row + 1, 400), "x.org/a"));
    }

    const Placements found = placed({keyOf("0.md", "U", textOf(99, 400), "x.org/a")}, now);

    ASSERT_THAT(found.unplaced, SizeIs(0)); // at its place and from its address
    now.erase(now.begin());
    const Placements moved = placed({keyOf("0.md", "U", textOf(99, 400), "x.org/a")}, now);
    EXPECT_THAT(moved.unplaced, ElementsAre(UnplacedState{1, {0, 1, 2, 3, 4, 5, 6, 7}}));
}

TEST(PlacementLimits, printsOfTwoVersions_areNotCompared)
{
    ArticleKey key = keyOf("b.md", "b", textOf(1, 500));
    key.print.version = kTextPrintVersion + 1;

    const Placements found = placed({keyOf("a.md", "a", textOf(1, 500))}, {key});

    EXPECT_THAT(found.placed, IsEmpty());
}

TEST(PlacementLimits, aTitleOfItsOwn_isEnoughAtOnePlace_whereNoTextIsKnown)
{
    EXPECT_THAT(placed({keyOf("a.md", "On trees")}, {keyOf("a.md", "On trees")}).placed,
                ElementsAre(Placement{1, 0, PlacedBy::Path}));
    EXPECT_THAT(placed({keyOf("a.md", "On trees")}, {keyOf("a.md", "On rivers")}).placed,
                IsEmpty());
    EXPECT_THAT(placed({keyOf("a.md", "a")}, {keyOf("a.md", "a")}).placed, IsEmpty());
    EXPECT_THAT(placed({keyOf("a.md", "Index"), keyOf("b.md", "Index")},
                       {keyOf("a.md", "Index"), keyOf("b.md", "Index")})
                    .placed,
                IsEmpty());
}

TEST(PlacementLimits, placements_areInTheOrderOfRows_andStatesOfStates)
{
    const ArticleKey first = stamped("a.md", {1, 1, 0});
    const ArticleKey second = stamped("b.md", {1, 2, 0});

    const Placements found
        = placed({second, keyOf("gone.md"), first, keyOf("lost.md")}, {first, second});

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{3, 0, PlacedBy::File}, Placement{1, 1, PlacedBy::File}));
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{2, {}}, UnplacedState{4, {}}));
}

TEST(PlacementLimits, copiesWithTwoStates_keepBoth_andGiveTheThirdNone)
{
    const std::string text = textOf(1, 500);
    const std::vector<ArticleKey> now{keyOf("a.md", "T", text), keyOf("b.md", "T", text),
                                      keyOf("c.md", "T", text)};

    const Placements found = placed({now[0], now[1]}, now);

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{1, 0, PlacedBy::File}, Placement{2, 1, PlacedBy::File}));
    EXPECT_THAT(found.copies, ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(PlacementLimits, readsNoPrint_whereEverythingIsAtItsPlace)
{
    const ArticleKey key = stamped("a.md", {1, 1, 0});
    int asked = 0;

    const Placements found = placeArticles(known({key}), std::vector{key}, [&](Row) {
        ++asked;
        return TextPrint();
    });

    EXPECT_EQ(asked, 0);
    EXPECT_THAT(found.placed, SizeIs(1));
}

TEST(PlacementLimits, aReaderThatGivesNoPrint_decidesNothing)
{
    const Placements found
        = placeArticles(known({keyOf("a.md", "a", textOf(1, 500))}),
                        std::vector{keyOf("a.md", "a")}, [](Row) { return TextPrint(); });

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0}}));
}

} // namespace lectern::core
