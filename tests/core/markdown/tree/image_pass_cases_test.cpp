#include "core/markdown/html/html_tree.h"
#include "core/markdown/tree/passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

struct Case
{
    const char *written;
    const char *expected;
};

/// The blocks of the page: `p` with its words, `fig` with its address, `img` inside a line.
void appendOutline(std::string &out, const HtmlNode &node)
{
    for (const HtmlNode &child : node.children) {
        if (child.isText()) {
            out += child.text;
        } else if (child.is("img")) {
            out.append("<").append(child.attribute("src").substr(16)).append(">");
        } else if (child.is("figure") || child.is("p") || child.is("figcaption")) {
            out += child.is("figure") ? "fig(" : child.is("p") ? "p(" : "cap(";
            appendOutline(out, child);
            out += ")";
        } else {
            appendOutline(out, child);
        }
    }
}

/// Addresses are `https://h.x/img/NAME`, written as `@NAME`.
std::string outlineOf(std::string_view written, Repairs repairs = Repairs::all())
{
    std::string body;
    for (const char byte : written) {
        body += byte == '@' ? std::string("https://h.x/img/") : std::string(1, byte);
    }
    std::string out;
    appendOutline(out, *parseHtml(htmlOf(body, repairs)));
    return out;
}

template <std::size_t N>
void expectOutlines(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(outlineOf(row.written), row.expected) << row.written;
    }
}

std::size_t imagesIn(const HtmlNode &node)
{
    std::size_t count = node.is("img") ? 1 : 0;
    for (const HtmlNode &child : node.children) {
        count += imagesIn(child);
    }
    return count;
}

} // namespace

TEST(ImagePassCases, picturesThatLostTheirLine_getItBack)
{
    constexpr Case cases[] = {
        {"![](@a)", "fig(<a>)"},
        {"前![](@a)后", "p(前)fig(<a>)p(后)"},
        {"前\n![](@a)\n后", "p(前\n)fig(<a>)p(\n后)"},
        {"![](@a)![](@b)", "fig(<a>)fig(<b>)"},
        {"![](@a)\n![](@b)", "fig(<a>)fig(<b>)"},
        {"word![](@a)", "p(word)fig(<a>)"},
        {"![](@a)word", "fig(<a>)p(word)"},
        {"a<br>![](@a)<br>b", "p(a)fig(<a>)p(b)"},
        {"> 前![](@a)", "p(前)fig(<a>)"},
        {"[![](@a)](https://b.c)后", "fig(<a>)p(后)"},
    };
    expectOutlines(cases);
}

TEST(ImagePassCases, picturesInALine_stay)
{
    constexpr Case cases[] = {
        {"the ![](@a) sign", "p(the <a> sign)"},
        {"按 ![](@a) 键", "p(按 <a> 键)"},
        {"press ![](@a)", "p(press <a>)"},
        {"![](@a) starts", "p(<a> starts)"},
        {"a ![](@emot/x.png)b", "p(a <emot/x.png>b)"},
        {"前![](@a/badge)后", "p(前<a/badge>后)"},
        {"<img src=\"@a\" width=\"16\">字", "p(<a>字)"},
    };
    expectOutlines(cases);
}

TEST(ImagePassCases, titlesAreCaptions_ofFiguresAlone)
{
    constexpr Case cases[] = {
        {"![x](@a \"图一\")", "fig(<a>cap(图一))"},
        {"![x](@a \" \")", "fig(<a>)"},
        {"前![x](@a \"说明\")", "p(前)fig(<a>cap(说明))"},
        {"the ![x](@a \"t\") sign", "p(the <a> sign)"},
    };
    expectOutlines(cases);
}

TEST(ImagePassCases, asWritten_onlyALonePictureIsAFigure)
{
    constexpr Case cases[] = {
        {"![](@a)", "fig(<a>)"},
        {"前![](@a)后", "p(前<a>后)"},
        {"![](@a)![](@b)", "p(<a><b>)"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(outlineOf(row.written, Repairs::none()), row.expected) << row.written;
    }
}

TEST(ImagePassCases, aRepairedParagraph_isCountedOnce)
{
    struct Row
    {
        const char *markdown;
        std::uint32_t count;
    };

    constexpr Row rows[] = {
        {"![](https://a.b/1.png)", 0},
        {"前![](https://a.b/1.png)后", 1},
        {"![](https://a.b/1.png)![](https://a.b/2.png)![](https://a.b/3.png)", 1},
        {"前![](https://a.b/1.png)\n\n后![](https://a.b/1.png)", 2},
        {"the ![](https://a.b/1.png) sign", 0},
        {"a ![b](javascript:x) c", 1},
    };
    for (const Row &row : rows) {
        EXPECT_EQ(renderBody(articleOf(row.markdown)).repairs[Repair::Images], row.count)
            << row.markdown;
    }
}

TEST(ImagePassCases, textsOfImages_thatSayNothing_goAndOthersStay)
{
    for (const char *const word : {"图片", "图像", "圖片", "image", "IMG", "screenshot", "photo"}) {
        const std::string markdown = "![" + std::string(word) + "](https://a.b/c.png)";

        EXPECT_NE(htmlOf(markdown).find("alt=\"\""), std::string::npos) << word;
        EXPECT_NE(htmlOf(markdown, Repairs::none()).find("alt=\"" + std::string(word) + "\""),
                  std::string::npos);
    }
    for (const char *const text : {"图片一", "an image", "images", "架构图", "图片。"}) {
        EXPECT_NE(htmlOf("![" + std::string(text) + "](https://a.b/c.png)")
                      .find("alt=\"" + std::string(text) + "\""),
                  std::string::npos)
            << text;
    }
}

TEST(ImagePassCases, emphasisAndLinksOfNothing_go)
{
    for (const char *const markdown :
         {"a<strong></strong>b", "a<em> </em>b", "a<a href=\"https://c.d\"></a>b",
          "a[](https://c.d)b", "a<em><strong></strong></em>b"}) {
        const std::string html = htmlOf(markdown);
        EXPECT_TRUE(html == "<p>ab</p>" || html == "<p>a b</p>") << html;
    }
    for (const char *const html :
         {"<p>a<strong id=\"x\"></strong>b</p>", "<p>a<a id=\"x\"></a>b</p>"}) {
        EXPECT_EQ(htmlOf(html), html);
    }
}

TEST(ImagePassProperty, everyPictureIsShownOnce_andNoWordIsLost)
{
    constexpr std::array<std::string_view, 18> kPieces{"![](@a)",
                                                       "![x](@b \"t\")",
                                                       "[![](@c)](https://d.e)",
                                                       "words",
                                                       "中文",
                                                       " ",
                                                       "\n",
                                                       "\n\n",
                                                       "<br>",
                                                       "> ",
                                                       "- ",
                                                       "**b**",
                                                       "。",
                                                       "{width=30}",
                                                       "<p>",
                                                       "</p>",
                                                       "<div>",
                                                       "</div>"};
    std::mt19937 random(121); // NOLINT(cert-msc51-cpp): the same texts in every run
    int pictures = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string body;
        std::size_t written = 0;
        for (std::size_t count = random() % 14; count > 0; --count) {
            const std::string_view piece = kPieces[random() % kPieces.size()];
            for (const char byte : piece) {
                body += byte == '@' ? std::string("https://h.x/img/") : std::string(1, byte);
            }
            written += piece.find('@') == std::string_view::npos ? 0 : 1;
        }
        const RenderedBody repaired = renderBody(articleOf(body), eagerly());
        const HtmlNode page = *parseHtml(repaired.html);

        ASSERT_EQ(imagesIn(page), repaired.images.size()) << body;
        const HtmlNode plain = *parseHtml(htmlOf(body, Repairs::all().without(Repair::Images)));
        ASSERT_GE(imagesIn(page), imagesIn(plain)) << body;
        ASSERT_LE(imagesIn(page), written) << body;
        pictures += static_cast<int>(imagesIn(page));
    }
    EXPECT_GT(pictures, 1000);
}

} // namespace lectern::core
