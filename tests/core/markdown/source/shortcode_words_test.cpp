#include "core/markdown/source/next_place.h"
#include "core/markdown/source/shortcode_tag.h"
#include "core/markdown/source/shortcode_words.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

Tag tagOf(std::string_view text)
{
    NextPlace next(text);
    return tagAt(text, 0, next);
}

std::string words(std::string_view tag)
{
    return wordsOfTag(tagOf(tag));
}

std::string card(const std::string &address, const std::string &host)
{
    return "<a class=\"card\" href=\"" + address + "\">" + host + "</a>";
}

} // namespace

TEST(ShortcodeWords, figures_haveTheFileBehindHexosClasses)
{
    constexpr std::string_view kPlain
        = "<figure class=\"image\"><img src=\"a.png\" alt=\"\"></figure>";

    EXPECT_EQ(words("{% img left a.png 300 200 %}"), kPlain);
    EXPECT_EQ(words("{% img a.png 50% 20px %}"), kPlain);
    EXPECT_EQ(words("{{< figure a.png >}}"), kPlain);
    EXPECT_EQ(words("{% inlineimage a.png, height=20px %}"), kPlain);
}

TEST(ShortcodeWords, figures_areOneLineAndHoldNoTags)
{
    EXPECT_EQ(words("{{< figure src=\"a.png\" alt=\"一\n二\" >}}"),
              "<figure class=\"image\"><img src=\"a.png\" alt=\"一 二\"></figure>");
    EXPECT_EQ(words("{{< figure src='\"><script>' alt='<b>' >}}"),
              "<figure class=\"image\"><img src=\"&quot;&gt;&lt;script&gt;\" alt=\"&lt;b&gt;\">"
              "</figure>");
}

TEST(ShortcodeWords, players_areLinksToTheirPages)
{
    EXPECT_EQ(words("{% youtube abc %}"),
              card("https://www.youtube.com/watch?v=abc", "youtube.com"));
    EXPECT_EQ(words("{% bilibili BV1 %}"),
              card("https://www.bilibili.com/video/BV1", "bilibili.com"));
    EXPECT_EQ(words("{{< x user=\"a\" id=\"7\" >}}"), card("https://x.com/i/status/7", "x.com"));
    EXPECT_EQ(words("{{< twitter 7 >}}"), card("https://x.com/i/status/7", "x.com"));
    EXPECT_EQ(words("{{< vimeo https://vimeo.com/1 >}}"), card("https://vimeo.com/1", "vimeo.com"));
    EXPECT_EQ(words("{{< youtube \"a\\\"><b\" >}}").find("<b"), std::string::npos);
}

TEST(ShortcodeWords, pages_areCards_bareOrNamed)
{
    for (const std::string_view tag :
         {"{% embed https://a.b/c %}", "{{< iframe src=\"https://a.b/c\" >}}",
          "{% dplayer \"url=https://a.b/c\" \"pic=x\" %}", "{% audio https://a.b/c, 歌 %}",
          "{{< video mp4=\"https://a.b/c\" >}}", "{% pdf href=https://a.b/c %}"}) {
        EXPECT_EQ(words(tag), card("https://a.b/c", "a.b")) << tag;
    }
}

TEST(ShortcodeWords, pages_withoutAnAddressAreNamesOrWords)
{
    EXPECT_EQ(words("{% ghcard me/it %}"), card("https://github.com/me/it", "github.com"));
    EXPECT_EQ(words("{% github me %}"), "me");
    EXPECT_EQ(words("{% spotify 两 词 %}"), "两 词");
    EXPECT_EQ(words("{% video %}"), "");
}

TEST(ShortcodeWords, isWordTag_knowsLinesOfHexo)
{
    for (const std::string_view tag :
         {"{% checkbox a %}", "{% radio a %}", "{% u a %}", "{% kbd a %}", "{% label a %}",
          "{% btn a, b %}", "{% link a https://b %}", "{% hideInline a %}", "{% user a %}",
          "{% tag a %}", "{% site a, url=b %}"}) {
        EXPECT_TRUE(isWordTag(tagOf(tag))) << tag;
    }
}

TEST(ShortcodeWords, isWordTag_knowsNothingElse)
{
    for (const std::string_view tag : {"{% checkbox %}", "{{< checkbox a >}}", "{% link b.md %}",
                                       "{% button a %}", "{% raw %}", "{% post_link a b %}"}) {
        EXPECT_FALSE(isWordTag(tagOf(tag))) << tag;
    }
}

TEST(ShortcodeWords, lines_keepTheLastOfTheirArguments)
{
    EXPECT_EQ(words("{% checkbox checked, 做完 %}"), "☑ 做完");
    EXPECT_EQ(words("{% checkbox 没做 %}"), "☐ 没做");
    EXPECT_EQ(words("{% p center red, 字 %}"), "字");
    EXPECT_EQ(words("{% label primary@a@b %}"), "a&#64;b");
    EXPECT_EQ(words("{% label 两 词 %}"), "两 词");
    EXPECT_EQ(words("{% label 两 词 blue %}"), "两 词");
    EXPECT_EQ(words("{% del a@b %}"), "a&#64;b");
    EXPECT_EQ(words("{% hideInline 藏, 看, #fff %}"), "藏");
    EXPECT_EQ(words("{% user me %}{% tag b %}"), "@me");
    EXPECT_EQ(words("{% tag 题 %}"), "#题");
}

TEST(ShortcodeWords, buttons_areLinksOrWords)
{
    EXPECT_EQ(words("{% btn /a, 字, fa fa-home, left %}"), "<a href=\"/a\">字</a>");
    EXPECT_EQ(words("{% button plus, 字, /a %}"), "<a href=\"/a\">字</a>");
    EXPECT_EQ(words("{% btn #, 字 %}"), "<a href=\"#\">字</a>");
    EXPECT_EQ(words("{% btn page, 字 %}"), "字");
    EXPECT_EQ(words("{% btn https://a.b, , home %}"), card("https://a.b", "a.b"));
    EXPECT_EQ(words("{% btn /a, , home %}"), "&#47;a");
    EXPECT_EQ(words("{% site 站, screenshot=/c.png %}"), "站");
}

TEST(ShortcodeWords, links_areEscaped)
{
    EXPECT_EQ(words("{% btn /a\"b, <i> %}"), "<a href=\"/a&quot;b\">&#60;i&#62;</a>");
    EXPECT_EQ(words("{% post_link a\"b *c* %}"), "<a href=\"a&quot;b.md\">&#42;c&#42;</a>");
}

TEST(ShortcodeWords, references_areAddresses)
{
    EXPECT_EQ(words("{{< ref \"两 词.md\" >}}"), "两%20词.md");
    EXPECT_EQ(words("{{< relref path=\"/a.md\" lang=\"zh\" >}}"), "/a.md");
    EXPECT_EQ(words("{% post_url 2020-01-01-a %}"), "2020-01-01-a");
    EXPECT_EQ(words("{% link https://a.b %}"), card("https://a.b", "a.b"));
    EXPECT_EQ(words("{{< ref >}}"), "");
}

TEST(ShortcodeWords, unknownTags_ofLiquidHaveNone)
{
    for (const std::string_view tag :
         {"{% raw %}", "{% if page.title == \"两 词\" %}", "{% odd \"some text\" %}"}) {
        EXPECT_EQ(words(tag), "") << tag;
    }
}

TEST(ShortcodeWords, textualArguments_areWhatPeopleRead)
{
    const auto text = [](std::string_view tag) { return textualArguments(tagOf(tag)); };

    EXPECT_EQ(text("{{< odd \"some text\" >}}"), "some text");
    EXPECT_EQ(text("{{< odd 字 >}}"), "字");
    EXPECT_EQ(text("{{< odd word >}}"), "");
    EXPECT_EQ(text("{{< kbd Ctrl >}}"), "Ctrl");
    EXPECT_EQ(text("{{< odd \"图/片.png\" >}}"), "");
    EXPECT_EQ(text("{{< odd \"https://a b\" >}}"), "");
    EXPECT_EQ(text("{{< odd title=T text=X \"two words\" >}}"), "T");
    EXPECT_EQ(text("{{< odd \"*a* b\" >}}"), "&#42;a&#42; b");
}

TEST(ShortcodeWords, textualArguments_areLinked_whereTheyHaveAnAddress)
{
    const auto text = [](std::string_view tag) { return textualArguments(tagOf(tag)); };

    EXPECT_EQ(text("{{< odd title=\"卡\" link=\"a\" >}}"), "<a href=\"a\">卡</a>");
    EXPECT_EQ(text("{{< odd /a word >}}"), "<a href=\"/a\">word</a>");
    EXPECT_EQ(text("{{< odd href=\"https://a.b\" >}}"), card("https://a.b", "a.b"));
    EXPECT_EQ(text("{{< odd href=\"https://a.b\" />}}"), "");
    EXPECT_EQ(text("{{< odd href=\"b\" >}}"), "");
}

} // namespace lectern::core
