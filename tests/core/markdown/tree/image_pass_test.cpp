#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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
        EXPECT_TRUE(body.images.empty()) << source;
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

TEST(ImagePass, leavesNoEmptyScreens)
{
    for (const char *const blank : {"&nbsp;", "\u200B", "\uFEFF", "&nbsp; &nbsp;", "\u200D\u2060",
                                    "\u3000", "<p>&nbsp;</p>", "&zwnj;<br>&nbsp;"}) {
        const std::string line = std::string(blank) + "\n\n";
        EXPECT_EQ(htmlOf("a\n\n" + line + line + line + "b"), "<p>a</p><p>b</p>") << blank;
    }
    EXPECT_EQ(htmlOf("a\u200Bb"), "<p>a\u200Bb</p>");
    EXPECT_EQ(htmlOf("a\n\n&nbsp;c"), "<p>a</p><p>\u00A0c</p>");
    EXPECT_EQ(htmlOf("a\n\n&nbsp;\n\nb", Repairs::none()), "<p>a</p><p>\u00A0</p><p>b</p>");
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

TEST(ImageSizes, renderBody_readsSizesWhereverTheyStand)
{
    const auto attributes = [](const std::string &markdown) {
        const std::string html = htmlOf(markdown);
        const std::size_t start = html.find(" alt=");
        return start == std::string::npos
            ? html
            : html.substr(start + 1, html.find(" decoding", start) - start - 1);
    };
    for (const auto &[markdown, expected] : std::vector<std::pair<std::string, std::string>>{
             {"![灯塔](p.png =120x40)", "alt=\"灯塔\" width=\"120\" height=\"40\""},
             {"![灯塔](p.png#pic_center =120x)", "alt=\"灯塔\" width=\"120\""},
             {"![](p.png =x40)", "alt=\"\" height=\"40\""},
             {"![](p.png =50%x)", "alt=\"\" width=\"50%\""},
             {"![](p.png =120x40 \"T\")", "alt=\"\" width=\"120\" height=\"40\""},
             {"a ![](https://a.b/c.png#pic_center =600x400) b",
              "alt=\"\" width=\"600\" height=\"400\""},
             {"![灯塔|120](p.png)", "alt=\"灯塔\" width=\"120\""},
             {"![a|b|120x40](p.png)", "alt=\"a|b\" width=\"120\" height=\"40\""},
             {"![](p.png){width=50%}", "alt=\"\" width=\"50%\""},
             {"![](p.png){width=120px height=\"40\"}", "alt=\"\" width=\"120\" height=\"40\""},
             {"![](p.png){:height 300, :width 120}", "alt=\"\" width=\"120\" height=\"300\""},
             {"<img src=\"p.png\" alt=\"a\" width=\"50%\">", "alt=\"a\" width=\"50%\""},
             {"<img src=\"p.png\" alt=\"a\" width=\"120px\">", "alt=\"a\" width=\"120\""},
             {"<img src=\"p.png\" alt=\"a\" style=\"width:200px\">", "alt=\"a\" width=\"200\""},
             {"<img src=\"p.png\" alt=\"a\" style=\"zoom:50%;\" />", "alt=\"a\" class=\"zoom-50\""},
             {"<img src=\"p.png\" alt=\"a\" style=\"zoom: 35%\">", "alt=\"a\" class=\"zoom-33\""},
         }) {
        EXPECT_EQ(attributes(markdown), expected) << markdown << htmlOf(markdown);
    }
}

TEST(ImageSizes, renderBody_leavesWhatIsNoSize)
{
    for (const char *const text : {"[a](b =120x40)", "![a](b =c)", "a =120x b", "![a](b) =120x",
                                   "`![a](b =120x)`", "![a](b ==120x)"}) {
        EXPECT_EQ(withImageSizes(text), text);
    }
    EXPECT_NE(htmlOf("![甲|乙](p.png)").find("alt=\"甲|乙\""), std::string::npos);
    EXPECT_NE(htmlOf("![a|12em](p.png)").find("alt=\"a|12em\""), std::string::npos);
    EXPECT_EQ(htmlOf("<img src=\"p.png\" width=\"calc(1px)\" style=\"width:expression(x)\">")
                  .find("width"),
              std::string::npos);
    EXPECT_EQ(htmlOf("<img src=\"p.png\" style=\"zoom:150%\">").find("zoom"), std::string::npos);
}

} // namespace lectern::core
