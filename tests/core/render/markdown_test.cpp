#include "core/article/article.h"
#include "core/render/markdown.h"

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

    const RenderedBody plain = renderBody(articleWith(body + " **c**"), {Repairs::AsWritten});

    EXPECT_EQ(plain.html.find("<p>**「a」**b "), 0U);
    EXPECT_NE(plain.html.find("<strong>c</strong>"), std::string::npos);
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
    const RenderedBody written = renderBody(article, {Repairs::AsWritten});

    EXPECT_EQ(repaired.html, "<p>text</p>");
    EXPECT_EQ(repaired.repairs.droppedHeadings, 1U);
    EXPECT_EQ(written.html, "<h1 id=\"title\">Title</h1><p>text</p>");
    EXPECT_EQ(written.repairs.total(), 0U);
}

TEST(Markdown, renderBody_loadsImagesAsAsked)
{
    const Article article = articleWith("![a](https://b.c/d.png)");

    const std::string lazy = renderBody(article).html;
    const std::string eager = renderBody(article, {Repairs::Apply, ImageLoading::Eager}).html;

    EXPECT_NE(lazy.find("loading=\"lazy\""), std::string::npos);
    EXPECT_EQ(eager.find("loading"), std::string::npos);
}

TEST(Markdown, renderBody_saysWhatThePageNeeds)
{
    EXPECT_TRUE(renderBody(articleWith("```\na\n```")).hasCode);
    EXPECT_TRUE(renderBody(articleWith("$\\pi$")).hasMath);
    EXPECT_TRUE(renderBody(articleWith("![a](https://b.c/d.png)")).hasImages);
    EXPECT_TRUE(renderBody(articleWith(" \n")).isEmpty);
}

TEST(Markdown, renderBody_needsNothing_whenTheTextIsPlain)
{
    const RenderedBody body = renderBody(articleWith("a"));

    EXPECT_FALSE(body.hasCode);
    EXPECT_FALSE(body.hasMath);
    EXPECT_FALSE(body.hasImages);
    EXPECT_FALSE(body.isEmpty);
    EXPECT_FALSE(body.isCut);
}

TEST(Markdown, repairCounts_addUp)
{
    const RepairCounts counts{1, 2, 3, 4, 5, 6, 7, true};

    EXPECT_EQ(counts.total(), 29U);
}

} // namespace lectern::core
