#include "core/state/article_key.h"
#include "tests/core/state/known_states.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(NormalSource, isOneForAllAddressesOfAnArticle)
{
    for (const char *const address :
         {"https://example.org/a/b", "http://example.org/a/b/", "http://www.example.org/a/b#top",
          " https://EXAMPLE.org:443/a/b ", "//example.org/a/b", "https://me:pw@example.org/a/b",
          "https://example.org/a/b?utm_source=x&utm_medium=y", "https://example.org/a/b?fbclid=1#c",
          "https://example.org/a/b/?spm=1.2&Gclid=3"}) {
        EXPECT_EQ(normalSource(address), "example.org/a/b") << address;
    }
}

TEST(NormalSource, tellsArticlesApart)
{
    EXPECT_EQ(normalSource("https://example.org/?p=7&utm_source=x"), "example.org?p=7");
    EXPECT_EQ(normalSource("https://example.org/x?a=1&spm=2&b=3"), "example.org/x?a=1&b=3");
    EXPECT_EQ(normalSource("https://example.org/#!/post/1"), "example.org#!/post/1");
    EXPECT_EQ(normalSource("https://example.org/app#/post/2"), "example.org/app#/post/2");
    EXPECT_EQ(normalSource("https://example.org/A"), "example.org/A");
}

TEST(NormalSource, isEmpty_whereNoArticleIsMeant)
{
    for (const char *const address :
         {"", "https://example.org/", "http://www.example.org", "https://example.org/#about",
          "somewhere", "mailto:me@example.org", "file:///a/b.md", "https:///a", "人民日报"}) {
        EXPECT_EQ(normalSource(address), "") << address;
    }
}

TEST(ArticleKey, hasAnOwnTitle_whereItIsNotMadeOfThePath)
{
    EXPECT_TRUE(hasOwnTitle(keyOf("a/b.md", "On trees")));
    EXPECT_FALSE(hasOwnTitle(keyOf("a/b.md", "b")));
    EXPECT_FALSE(hasOwnTitle(keyOf("a/b/index.md", "b")));
    EXPECT_FALSE(hasOwnTitle(keyOf("2020-01-02-b.md", "b")));
    EXPECT_FALSE(hasOwnTitle(keyOf("a.md", "")));
}

} // namespace lectern::core
