#include "core/markdown/urls.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Urls, percentEncoded_keepsOnlyUnreservedCharacters)
{
    EXPECT_EQ(percentEncoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(percentEncoded("a/b c?#%"), "a%2Fb%20c%3F%23%25");
    EXPECT_EQ(percentEncoded("中"), "%E4%B8%AD");
}

TEST(Urls, percentEncodedPath_keepsSlashes)
{
    EXPECT_EQ(percentEncodedPath("图/a b.png"), "%E5%9B%BE/a%20b.png");
}

TEST(Urls, percentDecoded_readsBothCases)
{
    EXPECT_EQ(percentDecoded("%e4%B8%aD%20x"), "中 x");
}

TEST(Urls, percentDecoded_keepsWhatIsNoEscape)
{
    EXPECT_EQ(percentDecoded("100%"), "100%");
    EXPECT_EQ(percentDecoded("%4"), "%4");
    EXPECT_EQ(percentDecoded("%zz%4g"), "%zz%4g");
    EXPECT_EQ(percentDecoded("%2541"), "%41");
}

TEST(Urls, urlScheme_isLowerCase)
{
    EXPECT_EQ(urlScheme("HTTPS://a.b"), "https");
    EXPECT_EQ(urlScheme("svn+ssh://a"), "svn+ssh");
}

TEST(Urls, urlScheme_skipsWhatBrowsersSkip)
{
    EXPECT_EQ(urlScheme(" java\tscript\n:x"), "javascript");
}

TEST(Urls, urlScheme_isEmpty_whenTheAddressIsRelative)
{
    EXPECT_EQ(urlScheme("a/b:c"), "");
    EXPECT_EQ(urlScheme("1a:b"), "");
    EXPECT_EQ(urlScheme("中文:b"), "");
    EXPECT_EQ(urlScheme("//host/a"), "");
    EXPECT_EQ(urlScheme("plain"), "");
}

TEST(Urls, isSafeLink_acceptsWebMailAndRelativeAddresses)
{
    for (const char *url : {"http://a", "HTTPS://a", "mailto:a@b.c", "a.md", "#part", "/a", ""}) {
        EXPECT_TRUE(isSafeLink(url)) << url;
    }
}

TEST(Urls, isSafeLink_refusesWhatRunsOrOpensFiles)
{
    for (const char *url :
         {"javascript:alert(1)", "JaVa\nScript:x", "vbscript:x", "file:///etc/passwd",
          "data:text/html,x", "lectern://app/x", "lectern-filter:tag/x", "blob:x", "ftp://a"}) {
        EXPECT_FALSE(isSafeLink(url)) << url;
    }
}

TEST(Urls, isSafeImage_acceptsWebRelativeSiteAndInlineRasterImages)
{
    for (const char *url : {"http://a/b.png", "https://a", "b.png", "lectern://site/b.png",
                            "data:image/png;base64,A", "DATA:IMAGE/GIF;base64,A",
                            "data:image/webp,A", "data:image/avif,A", "data:image/jpeg,A"}) {
        EXPECT_TRUE(isSafeImage(url)) << url;
    }
}

TEST(Urls, isSafeImage_refusesScriptsVectorsAndTheProgramsOwnPages)
{
    for (const char *url : {"data:image/svg+xml,x", "data:text/html,x", "javascript:x", "file:///a",
                            "lectern://app/a.png", "lectern-image:a"}) {
        EXPECT_FALSE(isSafeImage(url)) << url;
    }
}

} // namespace lectern::core
