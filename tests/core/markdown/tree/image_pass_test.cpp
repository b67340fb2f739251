#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

constexpr const char *kImage = "![](https://a.b/c.png)";
constexpr const char *kImageHtml = "<img src=\"https://a.b/c.png\" alt=\"\" decoding=\"async\">";

std::string figure(const std::string &caption = "")
{
    return "<figure class=\"image\">" + std::string(kImageHtml)
        + (caption.empty() ? "" : "<figcaption>" + caption + "</figcaption>") + "</figure>";
}

std::size_t count(const std::string &text, std::string_view part)
{
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos;
         at = text.find(part, at + part.size())) {
        ++times;
    }
    return times;
}

} // namespace

TEST(ImagePass, makesAFigureOfAnImageThatStandsAlone)
{
    EXPECT_EQ(htmlOf(kImage), figure());
    EXPECT_EQ(htmlOf("![](https://a.b/c.png \"A caption\")"), figure("A caption"));
    EXPECT_EQ(htmlOf("![](https://a.b/c.png \"<b>&\")"), figure("&lt;b&gt;&amp;"));
}

TEST(ImagePass, keepsTheLinkAroundAnImage)
{
    EXPECT_EQ(htmlOf("[" + std::string(kImage) + "](https://d.e)"),
              "<figure class=\"image\"><a href=\"https://d.e\">" + std::string(kImageHtml)
                  + "</a></figure>");
}

TEST(ImagePass, takesAnImageOutOfTheTextItIsGluedTo_unlessShownAsWritten)
{
    const std::string glued = "前文" + std::string(kImage) + "后文";

    EXPECT_EQ(htmlOf(glued), "<p>前文</p>" + figure() + "<p>后文</p>");
    EXPECT_EQ(htmlOf(glued, Repairs::none()), "<p>前文" + std::string(kImageHtml) + "后文</p>");
    EXPECT_EQ(count(htmlOf(std::string(kImage) + kImage), "<figure"), 2U);
}

TEST(ImagePass, leavesAnImageInItsSentence)
{
    EXPECT_EQ(htmlOf("an " + std::string(kImage) + " icon"),
              "<p>an " + std::string(kImageHtml) + " icon</p>");
}

TEST(ImagePass, leavesBadgesInTheirRow)
{
    const std::string html = htmlOf("![a](https://img.shields.io/x) ![b](https://a.b/badge.svg)");

    EXPECT_EQ(count(html, "<figure"), 0U) << html;
    EXPECT_EQ(count(html, "<img"), 2U) << html;
}

TEST(ImagePass, dropsImagesThatCannotBeShown)
{
    for (const char *const source : {"", "javascript:x", "data:image/svg+xml,x", "file:///a.png",
                                     "data:text/html,x", "lectern://app/x.png"}) {
        const RenderedBody body
            = renderBody(articleOf("a ![b](<" + std::string(source) + ">) c"), eagerly());
        EXPECT_EQ(body.html.find("<img"), std::string::npos) << body.html;
        EXPECT_FALSE(body.hasImages) << source;
        EXPECT_EQ(body.repairs[Repair::Images], 1U) << source;
    }
}

TEST(ImagePass, forgetsAltTextsThatSayNothing_unlessShownAsWritten)
{
    const Article article = articleOf("![图片](https://a.b/c.png)");

    EXPECT_EQ(renderBody(article, eagerly()).html, figure());
    EXPECT_EQ(renderBody(article, eagerly()).repairs[Repair::ImageTexts], 1U);
    EXPECT_NE(renderBody(article, eagerly(Repairs::none())).html.find("alt=\"图片\""),
              std::string::npos);
    EXPECT_NE(htmlOf("![a cat](https://a.b/c.png)").find("alt=\"a cat\""), std::string::npos);
}

TEST(ImagePass, takesAWidthInBraces)
{
    struct Row
    {
        const char *braces;
        const char *width; ///< empty: none
    };

    constexpr Row rows[] = {
        {"{width=300}", "300"}, {"{width=300px}", "300"}, {"{width=\"42\" .right}", "42"},
        {"{width=50%}", ""},    {"{.right}", ""},         {"{#id}", ""},
    };
    for (const Row &row : rows) {
        const std::string html = htmlOf(std::string(kImage) + row.braces);
        EXPECT_EQ(html.find('{'), std::string::npos) << html;
        EXPECT_EQ(html.find(" width=\"" + std::string(row.width) + "\"") != std::string::npos,
                  *row.width != '\0')
            << html;
    }
    EXPECT_NE(htmlOf(std::string(kImage) + "{a set}").find("{a set}"), std::string::npos);
    EXPECT_NE(htmlOf(std::string(kImage) + "{width=1").find("{width=1"), std::string::npos);
}

TEST(ImagePass, dropsEmphasisWithoutAnything)
{
    for (const char *const markdown : {"a<b></b>b<strong> </strong>c", "a<em></em>b"}) {
        const RenderedBody body = renderBody(articleOf(markdown));
        EXPECT_EQ(body.html.find("<strong>"), std::string::npos) << body.html;
        EXPECT_EQ(body.html.find("<em>"), std::string::npos) << body.html;
    }
    EXPECT_NE(htmlOf("a<a id=\"x\"></a>b").find("<a id=\"x\">"), std::string::npos)
        << "a place to link to is kept";
}

TEST(ImagePass, dropsParagraphsOfNothingButBreaks)
{
    EXPECT_EQ(htmlOf("<p><br></p>\n\ntext"), "<p>text</p>");
    EXPECT_EQ(htmlOf("text\n\n<p></p>"), "<p>text</p>");
}

TEST(ImagePass, readsAddressesWithoutAScheme_overHttps)
{
    EXPECT_NE(htmlOf("![](//a.b/c.png)").find("src=\"https://a.b/c.png\""), std::string::npos);
}

TEST(ImagePass, readsMarkdownThatAConverterLeftInHtml_unlessShownAsWritten)
{
    const std::string cells
        = "<table><tr><td>" + std::string(kImage) + " a</td><td>b</td></tr></table>";

    EXPECT_EQ(htmlOf("<div>before " + std::string(kImage) + "</div>"),
              "<div>before " + std::string(kImageHtml) + "</div>");
    EXPECT_EQ(count(htmlOf(cells), kImageHtml), 1U);
    EXPECT_EQ(count(htmlOf(cells), "!["), 0U);
    EXPECT_EQ(count(htmlOf(cells, Repairs::none()), "!["), 1U);
    EXPECT_EQ(count(htmlOf("<div>![a](https://a.b/1.png)![b](https://a.b/2.png)</div>"), "<img"),
              2U);
}

TEST(ImagePass, leavesTextThatOnlyLooksLikeAnImage)
{
    for (const std::string_view text :
         {"![a](b c)", "![a](", "![](no address)", "![a\nb](https://a.b/c.png)", "!()", "!["}) {
        const std::string html = htmlOf("<div>" + std::string(text) + "</div>");

        EXPECT_EQ(count(html, "<img"), 0U) << text;
        EXPECT_EQ(count(html, "!"), 1U) << text;
    }
    EXPECT_EQ(count(htmlOf("<div><code>" + std::string(kImage) + "</code></div>"), "<img"), 0U);
    EXPECT_EQ(count(htmlOf("\\!\\[\\](https://a.b/c.png)"), "<img"), 0U);
}

} // namespace lectern::core
