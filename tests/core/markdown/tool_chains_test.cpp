#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

// What one tool chain writes, in the ways its authors write it, and what only looks alike.

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string picture(const std::string &attributes)
{
    return "<figure class=\"image\"><img src=\"b.png\" alt=\"a\"" + attributes
        + " decoding=\"async\"></figure>";
}

} // namespace

TEST(MkDocs, tabs_haveTheirLabels)
{
    EXPECT_EQ(htmlOf("=== \"甲\"\n\n    x\n\n=== \"乙\"\n\n    y\n\n后\n"),
              "<p><strong>甲</strong></p><p>x</p><p><strong>乙</strong></p><p>y</p><p>后</p>");
    EXPECT_EQ(htmlOf("=== \"C++\"\n    - a\n    - b\n\n===+ \"Java\"\n    *y*\n"),
              "<p><strong>C++</strong></p><ul><li>a</li><li>b</li></ul><p><strong>Java</strong></p>"
              "<p><em>y</em></p>");
    EXPECT_THAT(htmlOf("=== \"A\"\n\n    ```py\n    y\n    ```\n"),
                HasSubstr("<code class=\"language-python\">y\n</code>"));
    EXPECT_EQ(htmlOf("!!! note\n    === \"A\"\n        x\n"),
              "<aside class=\"callout callout-note\"><p class=\"callout-title\">Note</p>\n"
              "<p><strong>A</strong></p><p>x</p></aside>");
}

TEST(MkDocs, whatLooksLikeATab_stays)
{
    EXPECT_EQ(htmlOf("a\n\n字\n===\n\nb\n"), "<p>a</p><h1 id=\"字\">字</h1><p>b</p>");
    EXPECT_EQ(htmlOf("a === \"b\"\n"), "<p>a === &quot;b&quot;</p>");
    EXPECT_EQ(htmlOf("===\"A\"\n    x\n"), "<p>===&quot;A&quot;\nx</p>");
    EXPECT_EQ(htmlOf("```\n=== \"A\"\n    x\n```\n"),
              "<pre><code>=== &quot;A&quot;\n    x\n</code></pre>");
}

TEST(MkDocs, folds_areClosedOrOpen)
{
    EXPECT_EQ(htmlOf("??? note\n    x\n\n    y\n"),
              "<details class=\"callout callout-note\"><summary class=\"callout-title\">Note"
              "</summary>\n<p>x</p><p>y</p></details>");
    EXPECT_EQ(htmlOf("???+ tip \"题 *a*\"\n    x\n"),
              "<details class=\"callout callout-tip\" open=\"\"><summary class=\"callout-title\">"
              "题 *a*</summary>\n<p>x</p></details>");
    EXPECT_THAT(htmlOf("??? danger \"\"\n    x\n"), HasSubstr("callout-caution"));
    EXPECT_THAT(htmlOf("- a\n\n    ??? info \"题\"\n        x\n\n- b\n"),
                HasSubstr("<details class=\"callout"));
}

TEST(MkDocs, questionMarks_thatAreNoFold_stay)
{
    EXPECT_EQ(htmlOf("???\n\n为什么???\n"),
              "<p>???"
              "</p><p>为什么???"
              "</p>");
    EXPECT_EQ(htmlOf("??? 什么\n"), "<p>??? 什么</p>");
    EXPECT_EQ(htmlOf("`??? note`\n"), "<p><code>??? note</code></p>");
}

TEST(MkDocs, bracesBehindPictures_areTheirSize)
{
    EXPECT_EQ(htmlOf("![a](b.png){ width=300 }\n"), picture(" width=\"300\""));
    EXPECT_EQ(htmlOf("![a](b.png){ width=\"300\" }\n"), picture(" width=\"300\""));
    EXPECT_EQ(htmlOf("![a](b.png){ align=left width=300px loading=lazy }\n"),
              picture(" width=\"300\""));
    EXPECT_EQ(htmlOf("a ![a](b.png){ width=50% } b { width=300 }\n"),
              "<p>a <img src=\"b.png\" alt=\"a\" width=\"50%\" decoding=\"async\"> b { width=300 }"
              "</p>");
    EXPECT_EQ(htmlOf("`![a](b.png){ width=300 }`"), "<p><code>![a](b.png){ width=300 }</code></p>");
}

TEST(Docsy, panes_haveTheirLabels)
{
    EXPECT_EQ(htmlOf("{{< tabpane text=true right=true >}}\n{{% tab header=\"**语言**\" "
                     "disabled=true /%}}\n{{% tab header=\"Go\" lang=\"go\" %}}\n*x*\n"
                     "{{% /tab %}}\n{{< /tabpane >}}\n"),
              "<p><strong>语言</strong></p><p><strong>Go</strong></p><p><em>x</em></p>");
    EXPECT_EQ(
        htmlOf("{{< tabpane persist=header >}}\n{{< tab header=\"Shell\" lang=\"sh\" >}}ls *a*"
               "{{< /tab >}}\n{{< /tabpane >}}\n"),
        "<p><strong>Shell</strong></p><pre data-language=\"bash\"><code "
        "class=\"language-bash\">ls *a*\n</code></pre>");
    EXPECT_EQ(htmlOf("{{< tabs \"id\" >}}\n{{< tab \"甲\" >}}\nx\n{{< /tab >}}\n{{< /tabs >}}\n"),
              "<p><strong>甲</strong></p><p>x</p>");
    EXPECT_EQ(
        htmlOf("{{< tabs items=\"A,B\" >}}\n{{< tab >}}x{{< /tab >}}\n{{< tab >}}y{{< /tab >}}"
               "\n{{< /tabs >}}\n"),
        "<p><strong>A</strong></p><p>x</p><p><strong>B</strong></p><p>y</p>");
    EXPECT_EQ(htmlOf("`{{< tab \"a\" >}}`\n"),
              "<p><code>{{&lt; tab &quot;a&quot; &gt;}}</code></p>");
}

TEST(Medium, pagesThatExportersWrite_areRead)
{
    EXPECT_EQ(
        htmlOf("![](https://cdn-images-1.medium.com/max/800/1*abc.jpeg)\n\n* * *\n\nText"
               "[link](https://medium.com/p/a?source=post_page-----1--------)\n"),
        "<figure class=\"image\"><img src=\"https://cdn-images-1.medium.com/max/800/1*abc.jpeg\""
        " alt=\"\" decoding=\"async\"></figure><hr><p>Text<a href=\"https://medium.com/p/a?"
        "source=post_page-----1--------\">link</a></p>");
    EXPECT_EQ(
        htmlOf("<iframe src=\"https://medium.com/media/abc\" frameborder=0></iframe>\n\n字\n"),
        "<a class=\"card\" href=\"https://medium.com/media/abc\">medium.com</a><p>字</p>");
    EXPECT_EQ(htmlOf("<figure><img alt=\"\" src=\"https://a.b/c.jpeg\"/><figcaption>Cap *x*"
                     "</figcaption></figure>\n"),
              "<figure><img alt=\"\" src=\"https://a.b/c.jpeg\" decoding=\"async\"><figcaption>Cap "
              "<em>x</em></figcaption></figure>");
    EXPECT_THAT(
        htmlOf("![Photo by [A](http://a) on [B](http://b)](https://miro.medium.com/1*a.png)"),
        HasSubstr("alt=\"Photo by A on B\""));
}

TEST(Medium, starsThatAreNoRule_stay)
{
    EXPECT_EQ(htmlOf("1* x 2* y\n"), "<p>1* x 2* y</p>");
    EXPECT_THAT(htmlOf("see https://a.b/1*abc.jpeg\n"),
                HasSubstr("href=\"https://a.b/1*abc.jpeg\""));
    EXPECT_THAT(htmlOf("`* * *`\n"), Not(HasSubstr("<hr>")));
}

} // namespace lectern::core
