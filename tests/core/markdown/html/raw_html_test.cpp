#include "core/markdown/html/raw_html.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string filtered(std::string_view html)
{
    std::string output;
    RawHtmlFilter().append(output, html);
    return output;
}

} // namespace

TEST(RawHtml, append_keepsPlainContentWithItsAttributes)
{
    EXPECT_EQ(filtered("<B title=\"t\">x</B>"), "<b title=\"t\">x</b>");
}

TEST(RawHtml, append_renamesAndStripsOldElements)
{
    EXPECT_EQ(filtered("<center style=\"x\">a</center>"), "<div>a</div>");
    EXPECT_EQ(filtered("<strike>a</strike><tt>b</tt>"), "<s>a</s><code>b</code>");
}

TEST(RawHtml, append_keepsTheContent_whenTheTagIsDropped)
{
    EXPECT_EQ(filtered("<font color=red>a</font><form><input>b</form>"), "a<div>b</div>");
}

TEST(RawHtml, append_hidesScriptsAndStylesWithTheirContent)
{
    EXPECT_EQ(filtered("a<script>x<b>y</b></script>b<STYLE>c</style>d"), "abd");
}

TEST(RawHtml, append_dropsCommentsAndDeclarations)
{
    EXPECT_EQ(filtered("a<!-- <b> -->b<!doctype html>c<?php x ?>d"), "abcd");
}

TEST(RawHtml, append_takesForText_whatIsNoWholeTag)
{
    EXPECT_EQ(filtered("a < b"), "a &lt; b");
    EXPECT_EQ(filtered("<b title=\"x"), "&lt;b title=\"x");
    EXPECT_EQ(filtered("<!-- x"), "&lt;!-- x");
    EXPECT_EQ(filtered("<int>"), "&lt;int&gt;");
}

TEST(RawHtml, append_makesALinkCardOfAPlayer)
{
    EXPECT_EQ(filtered("<iframe src=\"//www.a.org/v?x\">old</iframe>b"),
              "<a class=\"card\" href=\"https://www.a.org/v?x\">a.org</a>b");
    EXPECT_EQ(filtered("<iframe src='视频.html?x'></iframe>"),
              "<a class=\"card\" href=\"视频.html?x\">视频.html</a>");
    EXPECT_EQ(filtered("<IFRAME SRC='https://a.org/v'></IFRAME>"),
              "<a class=\"card\" href=\"https://a.org/v\">a.org</a>");
    EXPECT_EQ(filtered("<iframe src='a/b.html'></iframe>"),
              "<a class=\"card\" href=\"a/b.html\">a/b.html</a>");
}

TEST(RawHtml, append_boundsTheNesting)
{
    RawHtmlFilter filter;
    std::string output;

    for (int i = 0; i < 150; ++i) {
        filter.append(output, "<div>");
    }

    EXPECT_EQ(output.size(), 500U);
    EXPECT_EQ(filter.depth(), 100U);
}

TEST(RawHtml, endBlock_closesWhatTheBlockOpenedAndShowsTextAgain)
{
    RawHtmlFilter filter;
    std::string output;
    filter.append(output, "<div><span><script>");
    ASSERT_TRUE(filter.isHiding());

    filter.endBlock(1);

    EXPECT_FALSE(filter.isHiding());
    EXPECT_EQ(filter.depth(), 1U);
}

TEST(RawHtml, rawAttribute_readsEveryQuoting)
{
    EXPECT_EQ(rawAttribute("<a src=\"x y\">", "src"), "x y");
    EXPECT_EQ(rawAttribute("<a src='x'>", "src"), "x");
    EXPECT_EQ(rawAttribute("<a src=x>", "src"), "x");
    EXPECT_EQ(rawAttribute("<a data-src=x src=y>", "src"), "y");
    EXPECT_EQ(rawAttribute("<a src=\"x>", "src"), "");
}

TEST(RawHtml, linkCard_isEmpty_whenTheAddressHoldsMarkup)
{
    EXPECT_EQ(linkCard(""), "");
    EXPECT_EQ(linkCard("https://a\"b"), "");
    EXPECT_EQ(linkCard("https://a<b"), "");
}

} // namespace lectern::core
