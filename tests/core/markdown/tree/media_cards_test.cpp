#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

TEST(MediaCards, filmsAndPosts_areLinksWithWordsAndHost)
{
    EXPECT_EQ(
        htmlOf("![](https://www.youtube.com/watch?v=abc)"),
        "<p><a class=\"card\" href=\"https://www.youtube.com/watch?v=abc\">youtube.com</a></p>");
    EXPECT_EQ(htmlOf("![看](https://www.bilibili.com/video/BV1xx)"),
              "<p><a class=\"card\" href=\"https://www.bilibili.com/video/BV1xx\">看 · bilibili.com"
              "</a></p>");
    EXPECT_EQ(htmlOf("![](https://x.com/a/status/1 \"A post\")"),
              "<p><a class=\"card\" href=\"https://x.com/a/status/1\">A post · x.com</a></p>");
    EXPECT_EQ(htmlOf("![v](https://youtu.be/abc)"),
              "<p><a class=\"card\" href=\"https://youtu.be/abc\">v · youtu.be</a></p>");
}

TEST(MediaCards, files_areLinksWithTheirNames)
{
    EXPECT_EQ(htmlOf("![文](a/b.pdf)"), "<p><a class=\"card\" href=\"a/b.pdf\">文 · b.pdf</a></p>");
    EXPECT_EQ(htmlOf("![](https://a.b/c.MP4?x=1#t=2)"),
              "<p><a class=\"card\" href=\"https://a.b/c.MP4?x=1#t=2\">a.b</a></p>");
    EXPECT_EQ(htmlOf("![](%E6%AD%8C.mp3)"),
              "<p><a class=\"card\" href=\"%E6%AD%8C.mp3\">歌.mp3</a></p>");
}

TEST(MediaCards, pictures_stayPictures)
{
    for (const char *address : {"https://img.youtube.com/vi/abc/0.jpg", "https://a.b/pdf",
                                "a.pdf.png", "https://x.com/a.png"}) {
        const std::string body = "![](" + std::string(address) + ")";
        EXPECT_EQ(htmlOf(body),
                  "<figure class=\"image\"><img src=\"" + std::string(address)
                      + "\" alt=\"\" decoding=\"async\"></figure>");
    }
    EXPECT_EQ(htmlOf("[a](b.pdf)"), "<p><a href=\"b.pdf\">a</a></p>");
}

} // namespace lectern::core
