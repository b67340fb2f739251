#include "core/article/article.h"
#include "core/markdown/markdown.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

Article articleWith(std::string body)
{
    Article article;
    article.path = "a.md";
    article.meta.title = "Title";
    article.body = std::move(body);
    return article;
}

std::string htmlOf(std::string body)
{
    return renderBody(articleWith(std::move(body))).html;
}

} // namespace

TEST(Markdown, renderBody_escapesText_whenItHoldsMarkup)
{
    EXPECT_EQ(htmlOf("a < b & \"c\""), "<p>a &lt; b &amp; &quot;c&quot;</p>");
}

TEST(Markdown, renderBody_givesBalancedHtml_whenSpansAreNot)
{
    const std::string html = htmlOf("x _[](_) y");

    EXPECT_EQ(html.find("<p>"), 0U);
    EXPECT_EQ(html.rfind("</p>"), html.size() - 4);
}

TEST(Markdown, renderBody_keepsNoncharacters)
{
    EXPECT_EQ(htmlOf("a\uFDD0 **「a」**b"), "<p>a\uFDD0 <strong>「a」</strong>b</p>");
}

TEST(Markdown, renderBody_isPlain_whenAllMarksAreTaken)
{
    std::string body = "**「a」**b ";
    for (int last = 0x90; last < 0xB0; ++last) {
        body += std::string("\xEF\xB7") + static_cast<char>(last);
    }

    const RenderedBody plain = renderBody(articleWith(body + " **c**"), {Repairs::none()});

    EXPECT_EQ(plain.html.find("<p>**「a」**b "), 0U);
    EXPECT_NE(plain.html.find("<strong>c</strong>"), std::string::npos);
}

TEST(Markdown, renderBody_leavesOutControlCharacters)
{
    EXPECT_EQ(htmlOf("a\bb\x7F\tc"), "<p>ab\tc</p>");
    EXPECT_EQ(htmlOf("<div>a\x1F</div><p>b"), "<div>a</div><p>b\n</p>");
}

TEST(Markdown, visibleText_dropsMarkup)
{
    EXPECT_EQ(visibleText("# T\n\n**a** [b](u)\n\n- c\n"), "T\na b\nc\n");
}

TEST(Markdown, visibleText_isEmpty_whenThereAreNoWords)
{
    EXPECT_EQ(visibleText(""), "");
}

TEST(Markdown, renderBody_givesTheOutline)
{
    const RenderedBody body = renderBody(articleWith("# A b\n\n### 中文\n\n# A b\n"));

    ASSERT_EQ(body.outline.size(), 3U);
    EXPECT_EQ(body.outline[0].level, 1);
    EXPECT_EQ(body.outline[0].text, "A b");
    EXPECT_EQ(body.outline[0].anchor, "a-b");
    EXPECT_EQ(body.outline[1].level, 3);
    EXPECT_EQ(body.outline[1].anchor, "中文");
    EXPECT_EQ(body.outline[2].anchor, "a-b-1");
}

TEST(Markdown, renderBody_dropsTheTitleAgain_unlessItIsShownAsWritten)
{
    const Article article = articleWith("# Title\n\ntext");

    const RenderedBody repaired = renderBody(article);
    const RenderedBody written = renderBody(article, {Repairs::none()});

    EXPECT_EQ(repaired.html, "<p>text</p>");
    EXPECT_EQ(repaired.repairs[Repair::Repetitions], 1U);
    EXPECT_EQ(written.html, "<h1 id=\"title\">Title</h1><p>text</p>");
    EXPECT_EQ(written.repairs.total(), 0U);
}

TEST(Markdown, renderBody_loadsImagesAsAsked)
{
    const Article article = articleWith("![a](https://b.c/d.png)");

    const std::string lazy = renderBody(article).html;
    const std::string eager = renderBody(article, {Repairs::all(), ImageLoading::Eager}).html;

    EXPECT_NE(lazy.find("loading=\"lazy\""), std::string::npos);
    EXPECT_EQ(eager.find("loading"), std::string::npos);
}

TEST(Markdown, renderBody_saysWhatThePageNeeds)
{
    EXPECT_TRUE(renderBody(articleWith("```\na\n```")).hasCode);
    EXPECT_TRUE(renderBody(articleWith("$\\pi$")).hasMath);
    EXPECT_EQ(renderBody(articleWith("![a](https://b.c/d.png)")).images.size(), 1U);
    EXPECT_TRUE(renderBody(articleWith(" \n")).isEmpty);
}

TEST(Markdown, renderBody_needsNothing_whenTheTextIsPlain)
{
    const RenderedBody body = renderBody(articleWith("a"));

    EXPECT_FALSE(body.hasCode);
    EXPECT_FALSE(body.hasMath);
    EXPECT_TRUE(body.images.empty());
    EXPECT_FALSE(body.isEmpty);
    EXPECT_FALSE(body.isCut);
}

struct RepairCase
{
    Repair kind;
    const char *body;
    const char *mended;
};

class RepairTest : public testing::TestWithParam<RepairCase>
{
protected:
    static RenderedBody rendered(Repairs repairs)
    {
        Article article = articleWith(GetParam().body);
        article.meta.categories = {"site"};
        article.meta.source = "https://site.example/a";
        return renderBody(article, {.repairs = repairs});
    }
};

TEST_P(RepairTest, eachKind_isCounted)
{
    const RenderedBody body = rendered(Repairs::all());

    EXPECT_EQ(body.html, GetParam().mended);
    EXPECT_EQ(body.repairs[GetParam().kind], 1U);
    EXPECT_EQ(body.repairs.total(), 1U);
}

TEST_P(RepairTest, eachKind_isLeftOut_whenItIsNotAsked)
{
    const RenderedBody body = rendered(Repairs::all().without(GetParam().kind));

    EXPECT_EQ(body.html, rendered(Repairs::none()).html);
    EXPECT_NE(body.html, GetParam().mended);
    EXPECT_EQ(body.repairs.total(), 0U);
}

TEST_P(RepairTest, eachKind_isMadeAlone)
{
    EXPECT_EQ(rendered(Repairs::none().with(GetParam().kind)).html, GetParam().mended);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, RepairTest,
    testing::Values(
        RepairCase{Repair::Headings, "1. 为什么\n------\n\na",
                   "<h2 id=\"1-为什么\">1. 为什么</h2><p>a</p>"},
        RepairCase{Repair::EmptyHeadings, "a\n\n### 图片", "<p>a</p>"},
        RepairCase{Repair::Images, "文。![b](https://h.x/i.png)字",
                   "<p>文。</p><figure class=\"image\"><img src=\"https://h.x/i.png\" alt=\"b\" "
                   "loading=\"lazy\" decoding=\"async\"></figure><p>字</p>"},
        RepairCase{Repair::ImageTexts, "![图片](https://h.x/i.png)",
                   "<figure class=\"image\"><img src=\"https://h.x/i.png\" alt=\"\" "
                   "loading=\"lazy\" decoding=\"async\"></figure>"},
        RepairCase{Repair::Emphasis, "glued**Image Credits:**Ivan",
                   "<p>glued<strong>Image Credits:</strong>Ivan</p>"},
        RepairCase{Repair::Tables, "|  |  |\n| --- | --- |\n| a | b |",
                   "<div class=\"scroll\"><table><tbody><tr><td>a</td><td>b</td></tr></tbody>"
                   "</table></div>"},
        RepairCase{Repair::Links, "[a](/b)", "<p><a href=\"https://site.example/b\">a</a></p>"},
        RepairCase{Repair::SourceLine, "a\n\n[site](https://site.example/a)", "<p>a</p>"},
        RepairCase{Repair::Repetitions, "# Title\n\na", "<p>a</p>"}));

TEST(Markdown, summaryAndPicture_areFolded_unlessTheyAreToBeShownAgain)
{
    Article article = articleWith("The first words.\n\n![](https://h.x/0)");
    article.meta.summary = "The first...";
    article.meta.thumbnail = "https://h.x/0";

    const RenderedBody folded = renderBody(article);
    const RenderedBody unfolded
        = renderBody(article, {.repairs = Repairs::all().without(Repair::Repetitions)});

    EXPECT_TRUE(folded.repeatsSummary);
    EXPECT_EQ(folded.thumbnail, "");
    EXPECT_EQ(folded.repairs[Repair::Repetitions], 2U);
    EXPECT_FALSE(unfolded.repeatsSummary);
    EXPECT_EQ(unfolded.thumbnail, "https://h.x/0");
}

TEST(Markdown, shortDelimiterRow_makesATable_alsoInTheTextAsWritten)
{
    EXPECT_NE(renderBody(articleWith("|a|b|\n|-|-|\n|1|2|"), {.repairs = Repairs::none()})
                  .html.find("<table>"),
              std::string::npos);
}

TEST(Repairs, aSetSurvivesAsANumber_withoutUnknownBits)
{
    const Repairs repairs = Repairs::all().without(Repair::Tables);

    EXPECT_EQ(Repairs::fromNumber(repairs.toNumber()), repairs);
    EXPECT_EQ(Repairs::fromNumber(~0U), Repairs::all());
    EXPECT_FALSE(repairs.has(Repair::Tables));
    EXPECT_TRUE(repairs.with(Repair::Tables).has(Repair::Tables));
}

TEST(Repairs, counts_addUp)
{
    RepairCounts counts;
    counts[Repair::Images] = 2;
    ++counts[Repair::Repetitions];

    EXPECT_EQ(counts.total(), 3U);
}

TEST(Markdown, renderBody_touchesNoIndentedCode)
{
    for (const std::string code :
         {"{% if x %}", "\\[x_{1}\\]", "{{< ref \"a\" >}}", "[[page]] %%c%%", "$a_{b}$",
          "{{ page.title }}", "::: tip", "key:: value", "#标题", "![]()http://a.b/c.png![]()",
          "[x]{.y}", "import a from 'b'", "{{embed ((x))}}", "<h3>a"}) {
        EXPECT_EQ(htmlOf("a\n\n    " + code + "\n\nb"), htmlOf("a\n\n```\n" + code + "\n```\n\nb"))
            << code;
    }
}

TEST(Markdown, renderBody_touchesNoPreformattedText)
{
    for (const std::string code : {"{% if x %}", "\\[x_{1}\\]", "[[page]] %%c%%", "$a_{b}$",
                                   "{{ page.title }}", "::: tip", "[x]{.y}", "[^1] ==a=="}) {
        EXPECT_EQ(htmlOf("<pre>\n" + code + "\n</pre>"), "<pre>" + code + "\n</pre>") << code;
    }
}

TEST(Markdown, renderBody_readsWhatIsIndentedInAList)
{
    EXPECT_EQ(htmlOf("- a\n\n    {% raw %}b{% endraw %}"), "<ul><li><p>a</p><p>b</p></li></ul>");
    EXPECT_EQ(htmlOf("1. a\n\n    [x]{.y}"), "<ol><li><p>a</p><p>x</p></li></ol>");
}

} // namespace lectern::core
