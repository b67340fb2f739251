#include "core/state/alignment.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

/// Each letter is a word.
std::vector<std::uint32_t> wordsOf(std::string_view letters)
{
    return {letters.begin(), letters.end()};
}

/// `SAME:FIRST-LAST` of \a words among \a others.
std::string aligned(std::string_view words, std::string_view others)
{
    const Alignment found = align(wordsOf(words), wordsOf(others));
    return std::to_string(found.same) + ":" + std::to_string(found.first) + "-"
        + std::to_string(found.last);
}

} // namespace

TEST(Alignment, findsAWholePieceWhereverItIs)
{
    EXPECT_EQ(aligned("abcde", "abcde"), "5:0-4");
    EXPECT_EQ(aligned("abcde", "xxabcde"), "5:2-6");
    EXPECT_EQ(aligned("abcde", "abcdexx"), "5:0-4");
}

TEST(Alignment, isNothing_whereNothingIsInCommon)
{
    EXPECT_EQ(aligned("abc", "xyz"), "0:0-0");
    EXPECT_EQ(aligned("", ""), "0:0-0");
}

TEST(Alignment, goesOnOverAWordThatOneOfTheTwoHas)
{
    EXPECT_EQ(aligned("abcdefgh", "abcdXefgh"), "8:0-8"); // added
    EXPECT_EQ(aligned("abcdefgh", "abcdfgh"), "7:0-6"); // removed
    EXPECT_EQ(aligned("abcdefgh", "abcdXfgh"), "7:0-7"); // replaced
}

TEST(Alignment, takesWordsInTheirOrderOnly)
{
    EXPECT_EQ(aligned("abcdef", "defabc"), "3:0-2");
}

TEST(Alignment, endsWhereTooMuchIsBetween)
{
    const std::string words = "abcdefghijklmnopqrstuvwxyz";
    const std::string head = words.substr(0, 20);
    const std::string tail = words.substr(20);

    EXPECT_EQ(aligned(words, head + "......" + tail), "20:0-19"); // six cost what they add
    EXPECT_EQ(aligned(words, head + "." + tail), "26:0-26");
}

TEST(Alignment, leavesOutAWordAtTheEnd_thatCostsMoreThanItAdds)
{
    EXPECT_EQ(aligned("abcdef", "abcde.f"), "5:0-4");
    EXPECT_EQ(aligned("abcdef", "a.bcdef"), "5:2-6");
    EXPECT_EQ(aligned("abcdefghi", "abcd.efghi"), "9:0-9");
}

TEST(Alignment, takesTheFirstOfTwoThatAreAlike)
{
    EXPECT_EQ(aligned("abc", "abc.......abc"), "3:0-2");
}

TEST(Alignment, takesAsManyWordsAsItMay)
{
    std::vector<std::uint32_t> words(kMaxAligned);
    std::iota(words.begin(), words.end(), 1U);

    const Alignment found = align(words, words);

    EXPECT_EQ(found.same, kMaxAligned);
    EXPECT_EQ(found.last, kMaxAligned - 1);
    EXPECT_DOUBLE_EQ(found.share(kMaxAligned), 1);
}

TEST(Alignment, share_countsWhatEitherHasAlone)
{
    EXPECT_DOUBLE_EQ((Alignment{4, 0, 3}.share(4)), 1);
    EXPECT_DOUBLE_EQ((Alignment{4, 2, 5}.share(8)), 8.0 / 12);
    EXPECT_DOUBLE_EQ((Alignment{4, 0, 7}.share(4)), 8.0 / 12);
    EXPECT_DOUBLE_EQ(Alignment().share(9), 0);
}

} // namespace lectern::core
