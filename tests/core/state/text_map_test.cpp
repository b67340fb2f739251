#include "core/state/text_map.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// What \a words of \a from, which has them once, are in \a to.
std::string mapped(const std::string &from, const std::string &to, const std::string &words)
{
    const std::size_t start = from.find(words);
    const auto range = TextMap(from, to).map({start, start + words.size()});
    return range ? to.substr(range->start, range->end - range->start) : "(none)";
}

} // namespace

TEST(TextMap, findsWords_whereBlanksAreOthers)
{
    EXPECT_EQ(mapped("One two\nthree four", "One  two\n\n three\tfour", "two\nthree"),
              "two\n\n three");
    EXPECT_EQ(mapped("用Python写", "用\u2009Python\u2009写", "Python写"), "Python\u2009写");
}

TEST(TextMap, findsWords_aroundWhatOnlyOneTextSays)
{
    EXPECT_EQ(mapped("A claim is made here. It goes on.", "A claim1 is made here. It goes on.",
                     "claim is made"),
              "claim1 is made");
    EXPECT_EQ(mapped("The *whole of it is told here, at length.",
                     "The whole of it is told here, at length.", "*whole of it"),
              "whole of it");
}

TEST(TextMap, keepsThePlace_whereTheSameWordsStandElsewhere)
{
    const std::string text = "same words, same words, same words, and an end";

    const auto second = TextMap(text, "Title " + text).map({12, 22});

    ASSERT_TRUE(second);
    EXPECT_EQ(second->start, 18U);
    EXPECT_EQ(second->end, 28U);
}

TEST(TextMap, findsNothing_whereMostOfItIsNotThere)
{
    EXPECT_EQ(mapped("Here is a beginning. Lost words. Here is the end of it all.",
                     "Here is a beginning. Here is the end of it all.", "Lost words."),
              "(none)");
    EXPECT_EQ(mapped("alpha", "", "alpha"), "(none)");
    EXPECT_FALSE(TextMap("a b", "a b").map({1, 2}));
    EXPECT_FALSE(TextMap("a b", "a b").map({3, 1}));
    EXPECT_FALSE(TextMap("", "").map({0, 9}));
}

TEST(TextMap, findsWords_behindALongPartThatIsMissing)
{
    std::string missing;
    for (int number = 0; number < 900; ++number) {
        missing += "missing " + std::to_string(number) + ", ";
    }
    const std::string rest = "What comes behind it is a sentence of its own, and not a short one.";

    EXPECT_EQ(mapped(rest, missing + rest, "sentence of its own"), "sentence of its own");
    EXPECT_EQ(mapped(missing + rest, rest, "sentence of its own"), "sentence of its own");
}

} // namespace lectern::core
