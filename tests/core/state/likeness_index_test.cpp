#include "core/state/likeness_index.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// A text of 200 words, of which the last \a own are of \a seed alone.
TextPrint printOf(int seed, int own)
{
    std::string text;
    for (int word = 0; word < 200; ++word) {
        text += "w" + std::to_string(word >= 200 - own ? 1'000 * (seed + 1) + word : word) + " ";
    }
    return textPrintOf(text);
}

} // namespace

TEST(LikenessIndex, findsNothing_whereNothingIs)
{
    const LikenessIndex index;

    const LikenessIndex::Match match = index.find(printOf(1, 0));

    EXPECT_EQ(match.number, UINT32_MAX);
    EXPECT_EQ(match.likeness, 0);
    EXPECT_EQ(match.second, 0);
}

TEST(LikenessIndex, findsTheMostAlike_inWhateverOrderTheyCame)
{
    for (const bool isBestFirst : {true, false}) {
        LikenessIndex index;
        index.add(7, printOf(1, isBestFirst ? 10 : 60));
        index.add(8, printOf(2, isBestFirst ? 60 : 10));

        const LikenessIndex::Match match = index.find(printOf(0, 0));

        EXPECT_EQ(match.number, isBestFirst ? 7U : 8U);
        EXPECT_GT(match.likeness, 0.8);
        EXPECT_GT(match.second, 0.3);
        EXPECT_LT(match.second, match.likeness);
    }
}

TEST(LikenessIndex, isSureOfAText_thatIsThereOnce)
{
    LikenessIndex index;
    index.add(1, printOf(1, 200));
    index.add(2, printOf(2, 200));

    const LikenessIndex::Match match = index.find(printOf(1, 200));

    EXPECT_EQ(match.number, 1U);
    EXPECT_EQ(match.likeness, 1);
    EXPECT_TRUE(match.isBestBy(0.5));
}

TEST(LikenessIndex, isNotSure_whereTwoAreAlike)
{
    LikenessIndex index;
    index.add(1, printOf(1, 0));
    index.add(2, printOf(1, 0));

    const LikenessIndex::Match match = index.find(printOf(1, 0));

    EXPECT_EQ(match.likeness, 1);
    EXPECT_EQ(match.second, 1);
    EXPECT_FALSE(match.isBestBy(0.1));
    EXPECT_TRUE(match.isBestBy(0));
}

TEST(LikenessIndex, doesNotFindAnotherVersion_orNoPrint)
{
    LikenessIndex index;
    TextPrint older = printOf(1, 0);
    older.version = kTextPrintVersion + 1;
    index.add(1, older);
    index.add(2, TextPrint());

    EXPECT_EQ(index.find(printOf(1, 0)).number, UINT32_MAX);
    EXPECT_EQ(index.find(TextPrint()).number, UINT32_MAX);
}

TEST(LikenessIndex, staysUnsureInALargeFamily)
{
    LikenessIndex index;
    for (std::uint32_t number = 0; number < 300; ++number) {
        index.add(number, printOf(static_cast<int>(number), 20)); // of one template
    }

    const LikenessIndex::Match match = index.find(printOf(9'999, 20));

    EXPECT_GT(match.second, 0.5);
    EXPECT_FALSE(match.isBestBy(0.3));
}

TEST(LikenessIndex, doesNotTakeTextsWithoutWordsForAlike)
{
    LikenessIndex index;
    index.add(1, textPrintOf(""));

    EXPECT_EQ(index.find(textPrintOf("...")).number, UINT32_MAX);
}

} // namespace lectern::core
