#include "core/state/placement.h"
#include "tests/core/state/known_states.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A text of 120 words of its own, with numbers.
std::string textOf(int seed, int words = 120)
{
    std::string text;
    for (int word = 0; word < words; ++word) {
        const int number = (seed * 131 + word * 17) % 9973;
        text += word % 10 == 9 ? std::to_string(number)
                               : std::string(1, static_cast<char>('a' + number % 26)) + "o"
                + std::string(1, static_cast<char>('a' + number / 26 % 26)) + "e"
                + std::string(1, static_cast<char>('a' + number / 676 % 26));
        text += ' ';
    }
    return text;
}

/// \a textOf() with a sentence put into its middle.
std::string editedTextOf(int seed)
{
    std::string text = textOf(seed);
    return text.insert(text.find(' ', text.size() / 2), " and then some more was said");
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

} // namespace

TEST(Placement, findsAnArticle_whoseFileDidNotChange)
{
    ArticleKey key = keyOf("a.md");
    key.stamp = {10, 20, 0};

    EXPECT_THAT(placed({key}, {key}).placed, ElementsAre(Placement{1, 0, PlacedBy::File}));
}

TEST(Placement, findsAnArticleByItsAddress_whereverAndWhateverItIsNow)
{
    const Placements found = placed({keyOf("a.md", "Old", textOf(1), "example.org/a")},
                                    {keyOf("b/c.md", "Old", textOf(2), "example.org/a")});

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::Source}));
}

TEST(Placement, findsAMovedArticleByItsText)
{
    const Placements found
        = placed({keyOf("a.md", "T", textOf(1))}, {keyOf("b/c.md", "U", textOf(1))});

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::Text}));
}

TEST(Placement, findsAnEditedArticleAtItsPath)
{
    const Placements found
        = placed({keyOf("a.md", "T", textOf(1)), keyOf("b.md", "b", textOf(2))},
                 {keyOf("a.md", "T", editedTextOf(1)), keyOf("b.md", "b", editedTextOf(2))});

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{1, 0, PlacedBy::Path}, Placement{2, 1, PlacedBy::Path}));
}

TEST(Placement, findsAnArticleThatWasEditedAndMoved)
{
    const Placements found
        = placed({keyOf("a.md", "On trees", textOf(1))},
                 {keyOf("x/y.md", "On trees", editedTextOf(1)), keyOf("z.md", "Z", textOf(5))});

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::Likeness}));
}

TEST(Placement, leavesAStateUnplaced_whenItsArticleIsGone)
{
    const Placements found
        = placed({keyOf("a.md", "T", textOf(1))}, {keyOf("b.md", "U", textOf(2))});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {}}));
}

TEST(Placement, doesNotTakeAnotherArticleAtTheSamePath)
{
    const Placements found = placed({keyOf("1.md", "T", textOf(1)), keyOf("2.md", "2", textOf(2))},
                                    {keyOf("1.md", "U", textOf(3)), keyOf("2.md", "2", textOf(4))});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0}}, UnplacedState{2, {1}}));
}

TEST(Placement, doesNotTakeAnArticleFromAnotherAddress)
{
    const Placements found = placed({keyOf("1.md", "T", textOf(1), "example.org/1")},
                                    {keyOf("1.md", "T", editedTextOf(1), "example.org/2")});

    EXPECT_THAT(found.placed, IsEmpty());
}

TEST(Placement, doesNotTakeAnArticleThatIsAboutTheSameAddress)
{
    const Placements found = placed({keyOf("a.md", "First thoughts", textOf(1), "example.org/a")},
                                    {keyOf("b.md", "Second ones", textOf(2), "example.org/a")});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0}}));
}

TEST(Placement, doesNotChoose_whereTwoHaveTheAddress)
{
    const Placements found = placed({keyOf("a.md", "T", textOf(1), "example.org/a")},
                                    {keyOf("b.md", "T", textOf(2), "example.org/a"),
                                     keyOf("c.md", "T", textOf(3), "example.org/a")});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{1, {0, 1}}));
}

TEST(Placement, doesNotTellShortTextsApart)
{
    const Placements found
        = placed({keyOf("a.md", "T", "coming soon")}, {keyOf("b.md", "U", "coming soon")});

    EXPECT_THAT(found.placed, IsEmpty());
    EXPECT_THAT(found.copies, IsEmpty());
}

TEST(Placement, takesNoPageThatAsksToLogIn)
{
    const std::string wall = textOf(1, 60);

    const Placements found = placed({keyOf("a.md", "A", wall, "example.org/a")},
                                    {keyOf("b.md", "B", wall, "example.org/b")});

    EXPECT_THAT(found.placed, IsEmpty());
}

TEST(Placement, followsASiteThatMoved)
{
    const Placements found = placed({keyOf("a.md", "A", textOf(1), "old.org/post/a?x=1")},
                                    {keyOf("b.md", "B", textOf(1), "new.com/post/a?x=1")});

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::Text}));
}

TEST(Placement, sharesAState_whereTheSameArticleIsThereTwice)
{
    const std::vector<ArticleKey> now{keyOf("a.md", "T", textOf(1), "example.org/a"),
                                      keyOf("b.md", "T", textOf(1), "example.org/a"),
                                      keyOf("c.md", "U", textOf(1))};

    const Placements found = placed({keyOf("b.md", "T", textOf(1), "example.org/a")}, now);

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{1, 0, PlacedBy::Copy}, Placement{1, 1, PlacedBy::File},
                            Placement{1, 2, PlacedBy::Copy}));
    EXPECT_THAT(found.copies, ElementsAre(ElementsAre(0, 1, 2)));
}

TEST(Placement, doesNotShare_whereTwoAddressesHaveTheText)
{
    const std::vector<ArticleKey> now{keyOf("a.md", "T", textOf(1), "example.org/a"),
                                      keyOf("b.md", "T", textOf(1), "example.org/b"),
                                      keyOf("c.md", "T", textOf(1))};

    const Placements found = placed({now[0]}, now);

    EXPECT_THAT(found.placed, ElementsAre(Placement{1, 0, PlacedBy::File}));
    EXPECT_THAT(found.copies, IsEmpty());
}

TEST(Placement, keepsTheStatesOfTwoArticles_thatBecameOne)
{
    const Placements found = placed({keyOf("a.md", "T", textOf(1)), keyOf("b.md", "U", textOf(2))},
                                    {keyOf("a.md", "T", textOf(1)), keyOf("b.md", "U", textOf(1))});

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{1, 0, PlacedBy::File}, Placement{1, 1, PlacedBy::Copy}));
    EXPECT_THAT(found.unplaced, ElementsAre(UnplacedState{2, {1}}));
}

TEST(Placement, asksForPrintsOnlyWhereTheyDecide)
{
    std::vector<Row> asked;
    const std::vector<ArticleKey> now{keyOf("a.md", "T", textOf(1)), keyOf("b.md", "b"),
                                      keyOf("c.md", "C")};
    const PrintReader read = [&](Row row) {
        asked.push_back(row);
        return textPrintOf(editedTextOf(2));
    };

    const Placements found = placeArticles(
        known({keyOf("a.md", "T", textOf(1)), keyOf("b.md", "b", textOf(2))}), now, read);

    EXPECT_THAT(found.placed,
                ElementsAre(Placement{1, 0, PlacedBy::File}, Placement{2, 1, PlacedBy::Path}));
    EXPECT_THAT(asked, ElementsAre(1));
}

} // namespace lectern::core
