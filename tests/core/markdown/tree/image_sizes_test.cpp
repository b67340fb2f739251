#include "core/markdown/html/html_tree.h"
#include "core/markdown/tree/passes.h"
#include "tests/core/markdown/html/tree_outline.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

HtmlNode imageWith(std::string_view name, const std::string &value)
{
    HtmlNode image = makeElement("img");
    image.setAttribute(name, value);
    return image;
}

/// The size of an image with \a style, as `widthxheight class`.
std::string styled(const std::string &style)
{
    HtmlNode image = imageWith("style", style);
    takeImageSize(image);
    return std::string(image.attribute("width")) + "x" + std::string(image.attribute("height"))
        + " " + std::string(image.attribute("class"));
}

std::string written(const std::string &alt)
{
    HtmlNode image = imageWith("alt", alt);
    takeImageSize(image);
    return outlineOf(makeElement("div", {image}));
}

/// The size that \a behind says, and what is left of it.
std::string braced(std::string behind)
{
    HtmlNode image = makeElement("img");
    takeImageBraces(image, behind);
    return std::string(image.attribute("width")) + "x" + std::string(image.attribute("height"))
        + " " + behind;
}

} // namespace

TEST(ImageSizesOfTheTree, ofAText_areTakenOutOfIt)
{
    EXPECT_EQ(written("图|120"), "(img alt=图 width=120)");
    EXPECT_EQ(written("a|b|120x40"), "(img alt=a|b width=120 height=40)");
    EXPECT_EQ(written("|120"), "(img alt= width=120)");
}

TEST(ImageSizesOfTheTree, ofAText_areNumbersAlone)
{
    for (const std::string alt : {"a", "a|", "a|b", "a|1x", "a|x1", "a|1x2x3", "a| 120", "120"}) {
        EXPECT_EQ(written(alt), "(img alt=" + alt + ")");
    }
}

TEST(ImageSizesOfTheTree, ofAStyle_arePixelsOrParts)
{
    EXPECT_EQ(styled("width: 200px; height:50px"), "200x50 ");
    EXPECT_EQ(styled("width:50%"), "50%x ");
    EXPECT_EQ(styled("width: 12.7px"), "12x ");
    EXPECT_EQ(styled("HEIGHT:1px;height:2"), "x2 ");
    EXPECT_EQ(styled("max-width:10px;min-height:3px"), "x ");
    EXPECT_EQ(styled("width:10em;height:auto"), "x ");
    EXPECT_EQ(styled("width:-5px;height:calc(1px)"), "x ");
    EXPECT_EQ(styled("width"), "x ");
}

TEST(ImageSizesOfTheTree, zoom_isTheNearestPartOfThePage)
{
    EXPECT_EQ(styled("zoom:50%"), "x zoom-50");
    EXPECT_EQ(styled("zoom: 33.3%;"), "x zoom-33");
    EXPECT_EQ(styled("zoom:1%"), "x zoom-25");
    EXPECT_EQ(styled("zoom:90%"), "x zoom-80");
    EXPECT_EQ(styled("zoom:91%"), "x ");
    EXPECT_EQ(styled("zoom:100%"), "x ");
    EXPECT_EQ(styled("zoom:0.5"), "x ");
}

TEST(ImageSizesOfTheTree, ofAttributes_comeBeforeTheStyle)
{
    HtmlNode image = imageWith("style", "width:10px;height:20px");
    image.setAttribute("width", "640px");
    takeImageSize(image);

    EXPECT_EQ(image.attribute("width"), "640");
    EXPECT_EQ(image.attribute("height"), "20");
}

TEST(ImageSizesOfTheTree, ofBraces_areTakenOffTheText)
{
    EXPECT_EQ(braced("{width=50%} a"), "50%x  a");
    EXPECT_EQ(braced("{width=\"120px\" height=40}"), "120x40 ");
    EXPECT_EQ(braced("{:width 120, :height 40}"), "120x40 ");
    EXPECT_EQ(braced("{.right #id}字"), "x 字");
    EXPECT_EQ(braced("{width=wide}"), "x ");
}

TEST(ImageSizesOfTheTree, otherBraces_stay)
{
    for (const std::string text :
         {"", "{", "{a}", "{width=1", " {width=1}", "a{width=1}", "{} =.#"}) {
        EXPECT_EQ(braced(text), "x " + text);
    }
}

TEST(MediaOfTheTree, filesAndPages_areNoPictures)
{
    for (const char *const source :
         {"a.pdf", "a/b.MP4", "a.mp3?x=1", "a.opus#t=1", "https://youtu.be/a", " a.webm ",
          "//www.youtube.com/embed/a", "https://m.youtube.com/watch?v=a", "https://b23.tv/a",
          "https://player.bilibili.com/player.html?a", "https://twitter.com/a/status/1"}) {
        EXPECT_TRUE(isMedia(imageWith("src", source))) << source;
    }
    for (const char *const source :
         {"", "a.png", "pdf", "a.pdfx", "a.jpeg", "https://youtube.com.evil.org/a", "youtu.be/a",
          "https://x.com/a/photo", "data:video/x.mp4", "https://a.b/youtube.com/",
          "ftp://youtube.com/a"}) {
        EXPECT_FALSE(isMedia(imageWith("src", source))) << source;
    }
}

TEST(MediaOfTheTree, aCard_hasTheWordsOrTheTitleAndThePlace)
{
    const auto words = [](const char *source, const char *alt, const char *title) {
        HtmlNode image = imageWith("src", source);
        image.setAttribute("alt", alt);
        image.setAttribute("title", title);
        return textContent(mediaCard(image));
    };

    EXPECT_EQ(words("a/%E6%AD%8C.mp3", "", ""), "歌.mp3");
    EXPECT_EQ(words("a/b.pdf", "图片", "题"), "题 · b.pdf");
    EXPECT_EQ(words("a/b.pdf", "词", "题"), "词 · b.pdf");
    EXPECT_EQ(words("a/b.pdf", " 词 ", ""), "词 · b.pdf");
    EXPECT_EQ(words("a/b.pdf", "b.pdf", ""), "b.pdf");
    EXPECT_EQ(words("https://www.youtube.com?x", "", ""), "youtube.com");
    EXPECT_EQ(words("//mobile.twitter.com/a/status/1", "", ""), "twitter.com");
}

} // namespace lectern::core
