#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string rewritten(const std::string &markdown)
{
    return withWordPress(markdown, {});
}

std::string figure(const std::string &picture, const std::string &words)
{
    return "<figure class=\"image\">" + picture + "<figcaption>" + words + "</figcaption></figure>";
}

const std::string kPicture = "<img src=\"a.jpg\" alt=\"湖\" decoding=\"async\">";

} // namespace

TEST(WordPress, withWordPress_makesFiguresOfCaptions)
{
    EXPECT_EQ(htmlOf("[caption id=\"attachment_9\" width=\"300\"]<img src=\"a.jpg\" alt=\"湖\" /> "
                     "湖边的*早晨*[/caption]"),
              figure(kPicture, "湖边的<em>早晨</em>"));
    EXPECT_EQ(htmlOf("[caption width=\"3\"]![湖](a.jpg \"b\") Words\nhere[/caption]\n\n字"),
              figure(kPicture, "Words here") + "<p>字</p>");
    EXPECT_EQ(htmlOf("\\[caption id=\"attachment\\_9\" align=\"alignnone\"\\]"
                     "[![湖](a.jpg)](b.jpg) 字\\[/caption\\]"),
              figure("<a href=\"b.jpg\">" + kPicture + "</a>", "字"));
    EXPECT_EQ(htmlOf("[caption width='3' caption='字']<a href=\"b\"><img src=\"a.jpg\" alt=\"湖\">"
                     "</a>[/caption]"),
              figure("<a href=\"b\">" + kPicture + "</a>", "字"));
    EXPECT_EQ(htmlOf("前 [caption width=\"3\"]![湖](a.jpg)[/caption] 后"),
              "<p>前</p><figure class=\"image\">" + kPicture + "</figure><p>后</p>");
}

TEST(WordPress, withWordPress_makesCodeOfCodeTags)
{
    EXPECT_EQ(rewritten("[code lang=\"js\"]\na = *b*;\n[/code]"),
              "``````````js\na = *b*;\n``````````\n\n");
    EXPECT_EQ(rewritten("甲[sourcecode language='php' gutter=\"false\"]\n\n  $a\n[/sourcecode]乙"),
              "甲\n\n``````````php\n  $a\n``````````\n\n乙");
    EXPECT_EQ(rewritten("[code]\nif (a &lt; b &amp;&amp; c)\n[/code]"),
              "``````````\nif (a < b && c)\n``````````\n\n");
    EXPECT_EQ(rewritten("[code]\n<p>&lt;</p>\n[/code]"), "``````````\n<p>&lt;</p>\n``````````\n\n");
    EXPECT_EQ(htmlOf("见 [code]a *b* [c](d)[/code]。"), "<p>见 <code>a *b* [c](d)</code>。</p>");
}

TEST(WordPress, withWordPress_makesCardsOfWhatIsEmbeddedOrPlayed)
{
    const std::string card = "<a class=\"card\" href=\"https://a.b/c\">a.b</a>";

    EXPECT_EQ(htmlOf("[embed]https://a.b/c[/embed]"), "<p>" + card + "</p>");
    EXPECT_EQ(htmlOf("[embed width=\"9\"]<https://a.b/c>[/embed]"), "<p>" + card + "</p>");
    EXPECT_EQ(htmlOf("\\[embed\\][https://a.b/c](https://a.b/c)\\[/embed\\]"),
              "<p>" + card + "</p>");
    EXPECT_EQ(htmlOf("\\[embed\\]https://a.b/c\\_d\\[/embed\\]"),
              "<p><a class=\"card\" href=\"https://a.b/c_d\">a.b</a></p>");
    EXPECT_EQ(htmlOf("[video width=\"9\" mp4=\"https://a.b/c.mp4\"][/video]"),
              "<p><a class=\"card\" href=\"https://a.b/c.mp4\">a.b</a></p>");
    EXPECT_EQ(htmlOf("[audio mp3=\"歌.mp3\"] 听"),
              "<p><a class=\"card\" href=\"歌.mp3\">歌.mp3</a> 听</p>");
    EXPECT_EQ(htmlOf("[video src='a.webm'] *字* [/video]"),
              "<p><a class=\"card\" href=\"a.webm\">a.webm</a> <em>字</em> [/video]</p>");
}

TEST(WordPress, withWordPress_saysThatThereIsAGallery)
{
    Article chinese = articleOf("[gallery ids=\"7,8,9\" link=\"file\"]");
    chinese.meta.languages = {"zh"};

    EXPECT_EQ(htmlOf("[gallery ids=\"7,8,9\" link=\"file\"]"),
              "<aside class=\"callout callout-note\"><p>Gallery of the site with 3 pictures: "
              "<code>gallery ids=&quot;7,8,9&quot; link=&quot;file&quot;</code></p></aside>");
    EXPECT_THAT(renderBody(chinese, eagerly()).html, HasSubstr("网站的图集，3 张图片："));
    EXPECT_THAT(htmlOf("a\n\n\\[gallery ids=\"7\"\\]\n\nb"), HasSubstr("with 1 picture:"));
    EXPECT_THAT(htmlOf("[playlist type=\"video\"]"), HasSubstr("Gallery of the site: <code>playl"));
}

TEST(WordPress, withWordPress_dropsTheMarksOfBlocks)
{
    EXPECT_EQ(htmlOf("<!-- wp:paragraph -->\n字 **a**\n<!-- /wp:paragraph -->"),
              "<p>字 <strong>a</strong></p>");
    EXPECT_EQ(htmlOf("<!-- wp:heading {\"level\":3} -->### T\n<!-- /wp:heading -->\n\n"
                     "<!-- wp:paragraph -->**a**<!-- /wp:paragraph -->"),
              "<h3 id=\"t\">T</h3><p><strong>a</strong></p>");
    EXPECT_EQ(htmlOf("&lt;!-- wp:paragraph --&gt;\n字\n&lt;!-- /wp:paragraph --&gt;"), "<p>字</p>");
    EXPECT_EQ(htmlOf("\\<!-- wp:image {\"id\":1} --\\>\n字\n\\<!-- /wp:image --\\>"), "<p>字</p>");
}

TEST(WordPress, withWordPress_leavesWhatOnlyLooksAlike)
{
    for (const char *const text : {"`[caption width=\"3\"]![a](b) c[/caption]`",
                                   "```\n[code]\na\n[/code]\n```\n",
                                   "    [embed]https://a.b[/embed]\n",
                                   "[code](https://a.b) and [/code]",
                                   "[code][a] [/code]",
                                   "[code a=b](c) [/code]",
                                   "[gallery]\n\n[gallery]: /u\n",
                                   "[video]: https://a.b/c.mp4\n",
                                   "[code]: /u [/code]",
                                   "Use [code] and [/code] around it",
                                   "[caption] without [/caption]",
                                   "[caption width=\"3\"]no picture[/caption]",
                                   "[caption width=\"3\"]![a](b) c",
                                   "[embed]no address[/embed]",
                                   "[codes=1]a[/codes]",
                                   "[gallery of pictures]",
                                   "<!-- a note -->\n",
                                   "`<!-- wp:paragraph -->`",
                                   "&lt;!-- note --&gt;",
                                   "[audio]a[/audio]"}) {
        EXPECT_EQ(rewritten(text), text);
    }
}

TEST(WordPress, withWordPress_keepsTheTextAroundTags)
{
    const std::string html
        = htmlOf("- 甲\n- [code]a[/code]\n- 乙\n\n> [embed]https://a.b[/embed]\n");

    EXPECT_THAT(html, HasSubstr("<li>甲</li><li><code>a</code></li><li>乙</li>"));
    EXPECT_THAT(html, HasSubstr("<blockquote>"));
    EXPECT_THAT(html, Not(HasSubstr("embed]")));
}

} // namespace lectern::core
