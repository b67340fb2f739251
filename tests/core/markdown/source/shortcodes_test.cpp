#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

struct Sample
{
    std::string_view markdown;
    std::string_view result;
};

void expectAll(std::initializer_list<Sample> samples)
{
    for (const Sample &sample : samples) {
        EXPECT_EQ(withShortcodes(std::string(sample.markdown)), sample.result) << sample.markdown;
    }
}

void expectUnchanged(std::string_view markdown)
{
    EXPECT_EQ(withShortcodes(std::string(markdown)), markdown);
}

} // namespace

TEST(Shortcodes, withShortcodes_keepsTextWithoutTags)
{
    expectUnchanged("");
    expectUnchanged("a {b} {{ c }} {d%");
}

TEST(Shortcodes, withShortcodes_keepsTagsThatAreNotClosed)
{
    expectUnchanged("a {{< b");
    expectUnchanged("a {% b");
    expectUnchanged("a {{% b >}}");
}

TEST(Shortcodes, withShortcodes_keepsTagsInCode)
{
    expectUnchanged("`{{< youtube a >}}`");
    expectUnchanged("```\n{% raw %}\n```\n");
}

TEST(Shortcodes, withShortcodes_keepsOnlyTheContentOfUnknownTags)
{
    expectAll({
        {"a {{< odd >}}b{{< /odd >}} c", "a b c"},
        {"a {{% odd %}}b{{% /odd %}} c", "a b c"},
        {"a {% odd %}b{% endodd %} c", "a b c"},
    });
}

TEST(Shortcodes, withShortcodes_linksToPlayers)
{
    expectAll({
        {"{{< youtube abc >}}",
         "<a class=\"card\" href=\"https://www.youtube.com/watch?v=abc\">youtube.com</a>"},
        {"{{< youtube id=\"abc\" >}}",
         "<a class=\"card\" href=\"https://www.youtube.com/watch?v=abc\">youtube.com</a>"},
        {"{{< bilibili BV1 >}}",
         "<a class=\"card\" href=\"https://www.bilibili.com/video/BV1\">bilibili.com</a>"},
        {"{{< vimeo 12 >}}", "<a class=\"card\" href=\"https://vimeo.com/12\">vimeo.com</a>"},
        {"{{< gist me 7 >}}",
         "<a class=\"card\" href=\"https://gist.github.com/me/7\">gist.github.com</a>"},
        {"{{< tweet me 7 >}}", "<a class=\"card\" href=\"https://x.com/i/status/7\">x.com</a>"},
        {"{{< instagram p >}}",
         "<a class=\"card\" href=\"https://www.instagram.com/p/p\">instagram.com</a>"},
    });
}

TEST(Shortcodes, withShortcodes_writesFigures)
{
    expectAll({
        {"{{< figure src=\"a.png\" >}}",
         "<figure class=\"image\"><img src=\"a.png\" alt=\"\"></figure>"},
        {"{{< figure src=\"a.png\" alt=\"b\" caption=\"c\" >}}",
         "<figure class=\"image\"><img src=\"a.png\" "
         "alt=\"b\"><figcaption>c</figcaption></figure>"},
        {"{{< figure src='a.png' title='c' >}}",
         "<figure class=\"image\"><img src=\"a.png\" alt=\"\"><figcaption>c</figcaption></figure>"},
        {"{% asset_img a.png %}", "<figure class=\"image\"><img src=\"a.png\" alt=\"\"></figure>"},
    });
}

TEST(Shortcodes, withShortcodes_takesCaptionsForText)
{
    expectAll({{"{{< img src=a caption=\"<b>\" >}}",
                "<figure class=\"image\"><img src=\"a\" alt=\"\">"
                "<figcaption>&#60;b&#62;</figcaption></figure>"}});
}

TEST(Shortcodes, withShortcodes_givesTheAddressOfReferences)
{
    expectAll({
        {"[a]({{< ref \"b.md\" >}})", "[a](b.md)"},
        {"[a]({{< relref path=\"b.md\" >}})", "[a](b.md)"},
        {"[a]({% link b.md %})", "[a](b.md)"},
        {"[a]({% post_url b %})", "[a](b)"},
        {"[a]({{< ref \"b.md#Two words\" >}})", "[a](b.md#Two%20words)"},
    });
}

TEST(Shortcodes, withShortcodes_linksToPosts)
{
    expectAll({
        {"{% post_link a %}", "<a href=\"a.md\">a</a>"},
        {"{% post_link a The title %}", "<a href=\"a.md\">The title</a>"},
    });
}

TEST(Shortcodes, withShortcodes_fencesCode)
{
    expectAll({
        {"{{< highlight go >}}\na\n{{< /highlight >}}", "\n\n``````````go\na\n``````````\n\n"},
        {"{% codeblock lang:js %}\na\n{% endcodeblock %}", "\n\n``````````js\na\n``````````\n\n"},
        {"{{< mermaid >}}\na\n{{< /mermaid >}}", "\n\n``````````mermaid\na\n``````````\n\n"},
    });
}

TEST(Shortcodes, withShortcodes_showsACodeTag_whenItIsNotClosed)
{
    EXPECT_EQ(htmlOf("变成了 {{< highlight ruby >}}。"),
              "<p>变成了 <code>{{&lt; highlight ruby &gt;}}</code>。</p>");
    EXPECT_EQ(htmlOf("- {% codeblock %}"), "<ul><li><code>{% codeblock %}</code></li></ul>");
}

TEST(Shortcodes, withShortcodes_keepsTagsInsideOfCodeTags)
{
    expectAll({{"{{< highlight go >}}\n{{< youtube a >}}\n{{< /highlight >}}",
                "\n\n``````````go\n{{< youtube a >}}\n``````````\n\n"}});
}

TEST(Shortcodes, withShortcodes_showsTagsInComments)
{
    expectAll({{"{{</* a */>}}", "&#123;&#123;&#60; a &#62;&#125;&#125;"}});
}

TEST(Shortcodes, withShortcodes_writesCallouts)
{
    expectAll({
        {"{{< note >}}a{{< /note >}}",
         "\n\n<aside class=\"callout callout-note\">\n\na\n\n</aside>\n\n"},
        {"{{% warning %}}a{{% /warning %}}",
         "\n\n<aside class=\"callout callout-warning\">\n\na\n\n</aside>\n\n"},
        {"{{< alert danger >}}a{{< /alert >}}",
         "\n\n<aside class=\"callout callout-caution\">\n\na\n\n</aside>\n\n"},
        {"{{< callout type=\"tip\" title=\"T\" >}}a{{< /callout >}}",
         "\n\n<aside class=\"callout callout-tip\"><p class=\"callout-title\">T</p>\n\na"
         "\n\n</aside>\n\n"},
    });
}

TEST(Shortcodes, withShortcodes_dropsACalloutTag_whenItIsNotClosed)
{
    expectAll({{"{{< note >}}a", "a"}, {"a{{< /note >}}", "a"}});
}

TEST(Shortcodes, withShortcodes_writesDetails)
{
    expectAll({
        {"{{< details \"T\" >}}a{{< /details >}}",
         "\n\n<details><summary>T</summary>\n\na\n\n</details>\n\n"},
        {"{{< expand summary=\"更多\" >}}a{{< /expand >}}",
         "\n\n<details><summary>更多</summary>\n\na\n\n</details>\n\n"},
    });
}

TEST(Shortcodes, includesOfPictures_areFigures)
{
    constexpr std::string_view kPlain
        = "<figure class=\"image\"><img src=\"a.png\" alt=\"\"></figure>";
    expectAll({
        {"{% include image.html url=\"a.png\" %}", kPlain},
        {"{% include figure image_path='a.png' %}", kPlain},
        {"{% include components/img.html src='a.png' %}", kPlain},
        {"{% include figure.html file=\"a.png\" alt=\"b\" caption=\"c d\" %}",
         "<figure class=\"image\"><img src=\"a.png\" alt=\"b\"><figcaption>c "
         "d</figcaption></figure>"},
        {"{% include image.html url=\"a.png\" description=\"c\" %}",
         "<figure class=\"image\"><img src=\"a.png\" alt=\"\"><figcaption>c</figcaption></figure>"},
        {"a{% include toc.html %}b", "ab"},
        {"a{% include video.html src=\"a.mp4\" %}b", "ab"},
        {"`{% include image.html url=\"a.png\" %}`", "`{% include image.html url=\"a.png\" %}`"},
    });
}

TEST(Shortcodes, gists_leadToTheirPage)
{
    for (const std::string_view tag :
         {"{% gist user/55 %}", "{% gist user/55 a.rb %}", "{{< gist user 55 >}}"}) {
        EXPECT_NE(withShortcodes(std::string(tag)).find("\"https://gist.github.com/user/55\""),
                  std::string::npos)
            << withShortcodes(std::string(tag));
    }
    EXPECT_NE(withShortcodes("{% gist 55 %}").find("\"https://gist.github.com/55\""),
              std::string::npos);
}

} // namespace lectern::core
