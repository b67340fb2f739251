#include "core/article/path_pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

using testing::ElementsAre;

TEST(PathPattern, meansWhatItsSignsMean)
{
    EXPECT_TRUE(matchesPattern("/blog/a", "/blog/*"));
    EXPECT_TRUE(matchesPattern("/blog/a/b", "/blog/**"));
    EXPECT_TRUE(matchesPattern("/Blog/A", "/blog/a"));
    EXPECT_TRUE(matchesPattern("/blog/a/b/c", "/blog/*/b/?"));
    EXPECT_TRUE(matchesPattern("/a/b/c", "**/c"));
    EXPECT_TRUE(matchesPattern("", "**"));
    EXPECT_TRUE(matchesPattern("/日记/一", "/日记/**"));
}

TEST(PathPattern, meansNothingElse)
{
    EXPECT_FALSE(matchesPattern("/blog/a/b", "/blog/*"));
    EXPECT_FALSE(matchesPattern("/blogs/a", "/blog/**"));
    EXPECT_FALSE(matchesPattern("/blog", "/blog/**"));
    EXPECT_FALSE(matchesPattern("/a", ""));
    EXPECT_FALSE(matchesPattern("/a/b", "/a?b"));
}

TEST(PathPattern, isReadInTime_whenItIsNothingButStars)
{
    EXPECT_FALSE(matchesPattern(std::string(4000, 'a'), std::string(1000, '*') + "b"));
}

TEST(PathPattern, hasAlternativesInBraces)
{
    EXPECT_THAT(patternAlternatives("/{a,b}/**"), ElementsAre("/a/**", "/b/**"));
    EXPECT_THAT(patternAlternatives("{/a,/a/**}"), ElementsAre("/a", "/a/**"));
    EXPECT_THAT(patternAlternatives("/a"), ElementsAre("/a"));
    EXPECT_THAT(patternAlternatives("/{a"), ElementsAre("/{a"));
    EXPECT_LE(patternAlternatives("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}").size(), 64U);
}

} // namespace lectern::core
