#include "core/markdown/redirects.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

TEST(Redirects, redirectTarget_isWhereThePageLeads)
{
    EXPECT_EQ(redirectTarget("https://link.zhihu.com/?target=https%3A//a.b/c%3Fd%3De%26f"),
              "https://a.b/c?d=e&f");
    EXPECT_EQ(redirectTarget("https://link.juejin.cn?target=https%3A%2F%2Fa.b%2F%E4%B8%AD"),
              "https://a.b/中");
    EXPECT_EQ(redirectTarget("https://link.jianshu.com?t=https://a.b/c?d=e&f=g#h"),
              "https://a.b/c?d=e&f=g#h");
    EXPECT_EQ(redirectTarget("http://www.jianshu.com/go-wild?ac=2&url=https%3A%2F%2Fa.b&x=y"),
              "https://a.b");
    EXPECT_EQ(redirectTarget("https://link.csdn.net/?target=http%3A%2F%2Fa.b%2Fc"), "http://a.b/c");
}

TEST(Redirects, redirectTarget_isEmpty_forOtherAddresses)
{
    for (const char *const url :
         {"https://zhihu.com/?target=https%3A//a.b", "https://link.zhihu.com/target=https%3A//a.b",
          "https://link.zhihu.com/?target=javascript%3Aalert(1)",
          "https://link.zhihu.com/?t=http://a",
          "https://link.zhihu.com/?target=", "https://link.zhihu.com/", "",
          "https://link.zhihu.com/?target=https%3A//a%0Ab", "link.zhihu.com/?target=https%3A//a.b",
          "https://link.zhihu.com/?target=https%3A//a.b/%FF",
          "https://a.b/?u=https://link.zhihu.com/?target=https%3A//a.b"}) {
        EXPECT_EQ(redirectTarget(url), "") << url;
    }
}

TEST(Redirects, renderBody_leadsStraight_unlessShownAsWritten)
{
    const std::string url = "https://link.juejin.cn?target=https%3A%2F%2Fa.b";
    const std::string body = "[字](" + url + " \"" + url + "\") `" + url + "`";

    EXPECT_EQ(htmlOf(body), "<p><a href=\"https://a.b\">字</a> <code>" + url + "</code></p>");
    EXPECT_EQ(htmlOf(body, Repairs::none()),
              "<p><a href=\"" + url + "\" title=\"" + url + "\">字</a> <code>" + url
                  + "</code></p>");
    EXPECT_EQ(renderBody(articleOf(body), eagerly()).repairs[Repair::Links], 1U);
}

TEST(LinkCards, renderBody_makesCardsOfZhihus)
{
    EXPECT_EQ(
        htmlOf(
            "<a target=\"_blank\" href=\"https://link.zhihu.com/?target=https%3A//a.b/c\" "
            "data-draft-type=\"link-card\" class=\"LinkCard new\"><span "
            "class=\"LinkCard-contents\"><span class=\"LinkCard-title\">题 &amp; *a*</span><span "
            "class=\"LinkCard-desc\">述</span></span><span><img src=\"https://p.jpg\"></span></a>"),
        "<p><a class=\"card\" href=\"https://a.b/c\">题 &amp; *a* · 述 · a.b</a></p>");
    EXPECT_EQ(htmlOf("<a href=\"https://www.a.b/c\" data-draft-type=\"link-card\" "
                     "data-image=\"https://p.jpg\" class=\"internal\">题</a>"),
              "<p><a class=\"card\" href=\"https://www.a.b/c\">题 · a.b</a></p>");
    EXPECT_EQ(htmlOf("甲\n\n<a class=\"LinkCard\" href=\"https://a.b\">a.b</a>\n\n乙"),
              "<p>甲</p><p><a class=\"card\" href=\"https://a.b\">a.b</a></p><p>乙</p>");
    EXPECT_EQ(htmlOf("[![](p.jpg)题](https://link.zhihu.com/?target=https%3A//a.b \"题\")"),
              "<p><a href=\"https://a.b\" title=\"题\"><img src=\"p.jpg\" alt=\"\" "
              "decoding=\"async\">题</a></p>");
}

TEST(LinkCards, renderBody_makesCardsOfZhihusMarkdown)
{
    EXPECT_EQ(htmlOf("[题目](https://www.a.b/c \"card\")\n\n乙"),
              "<p><a class=\"card\" href=\"https://www.a.b/c\">题目 · a.b</a></p><p>乙</p>");
    EXPECT_EQ(htmlOf("[题目\u200Bwww.a.b/c/1\u200B](https://www.a.b/c/1)\n\n乙"),
              "<p><a class=\"card\" href=\"https://www.a.b/c/1\">题目 · a.b</a></p><p>乙</p>");
    EXPECT_EQ(htmlOf("[题目\u200Ba.b](https://link.zhihu.com/?target=https%3A//a.b/c)\n\n乙"),
              "<p><a class=\"card\" href=\"https://a.b/c\">题目 · a.b</a></p><p>乙</p>");
    for (const std::string link :
         {"字 [题](https://a.b \"card\")", "[题](https://a.b \"cards\")",
          "[题\u200B目](https://a.b)", "[题](c.md \"card\")", "`[题](https://a.b \"card\")`"}) {
        EXPECT_EQ(htmlOf(link + "\n\n乙").find("class=\"card\""), std::string::npos) << link;
    }
}

TEST(LinkCards, renderBody_leavesOtherLinks)
{
    EXPECT_EQ(
        htmlOf("`<a class=\"LinkCard\" href=\"https://a.b\">b</a>`"),
        "<p><code>&lt;a class=&quot;LinkCard&quot; href=&quot;https://a.b&quot;&gt;b&lt;/a&gt;"
        "</code></p>");
    EXPECT_EQ(htmlOf("A link-card: <a href=\"https://a.b\"><b>c</b></a>"),
              "<p>A link-card: <a href=\"https://a.b\"><b>c</b></a></p>");
    EXPECT_EQ(htmlOf("<a class=\"LinkCard\" href=\"c.md\">b</a>"), "<p><a href=\"c.md\">b</a></p>");
    EXPECT_EQ(htmlOf("<a class=\"LinkCard\" href=\"https://a.b\">b"),
              "<p><a href=\"https://a.b\">b</a></p>");
}

} // namespace lectern::core
