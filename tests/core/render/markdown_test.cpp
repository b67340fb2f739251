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

TEST(Markdown, visibleText_dropsMarkup)
{
    EXPECT_EQ(visibleText("# T\n\n**a** [b](u)\n\n- c\n"), "T\na b\nc\n");
}

} // namespace lectern::core
