#include "core/markdown/links/link_resolver.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

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

TEST(Docsy, boxes_areTheirContent)
{
    EXPECT_EQ(htmlOf("{{% pageinfo %}}\nx *y*\n{{% /pageinfo %}}\n\nz\n"),
              "<p>x <em>y</em></p><p>z</p>");
    EXPECT_EQ(htmlOf("{{% pageinfo color=\"primary\" %}}\n\n甲\n\n{{% /pageinfo %}}\n"),
              "<p>甲</p>");
    EXPECT_EQ(htmlOf("{{< pageinfo >}}甲{{< /pageinfo >}}\n"), "<p>甲</p>");
    EXPECT_THAT(htmlOf("{{% alert title=\"题\" color=\"warning\" %}}\na\n{{% /alert %}}\n"),
                HasSubstr("<p class=\"callout-title\">题</p>\n<p>a</p></aside>"));
    EXPECT_THAT(htmlOf("{{% alert color=\"primary\" %}}a{{% /alert %}}\n"),
                HasSubstr("<p>a</p></aside>"));
    EXPECT_THAT(htmlOf("{{< alert title=\"题\" >}}a{{< /alert >}}\n"), HasSubstr(">题</p>"));
    EXPECT_EQ(htmlOf("`{{% pageinfo %}}` 是 alert、tabpane 的一种。\n"),
              "<p><code>{{% pageinfo %}}</code> 是 alert、tabpane 的一种。</p>");
}

TEST(Dataview, queries_areCodeWithANote_inAVault)
{
    const tests::TemporaryFolder vault;
    vault.write(".obsidian/app.json", "{}");
    const LinkResolver resolver(vault.path(), "a.md");
    RenderOptions options = eagerly();
    options.resolver = &resolver;
    const auto inVault = [&options](std::string body, const std::string &language) {
        Article article = articleOf(std::move(body));
        article.meta.languages = {language};
        return renderBody(article, options).html;
    };

    EXPECT_EQ(inVault("```dataview\nTABLE x\n```\n", "en"),
              "<aside class=\"callout callout-note\"><p>A query of Dataview, which Obsidian alone "
              "answers:</p><pre data-language=\"dataview\"><code class=\"language-dataview\">"
              "TABLE x\n</code></pre></aside>");
    EXPECT_THAT(inVault("```dataviewjs\ndv.list()\n```\n", "zh-CN"),
                HasSubstr("<p>Dataview 查询，只有 Obsidian 能显示其结果：</p><pre"));
    EXPECT_THAT(inVault("- a\n\n  ~~~ dataview\n  LIST\n  ~~~\n", "en"),
                HasSubstr("answers:</p><pre"));
    EXPECT_EQ(inVault("`= this.x`\n", "en"), "<p><code>= this.x</code></p>");
    EXPECT_EQ(inVault("做 [due:: 2024] 与 (p:: 1)\n", "zh-CN"),
              "<p>做 <strong>due:</strong> 2024 与 1</p>");
    EXPECT_THAT(inVault("```sql\nTABLE x\n```\n", "en"), Not(HasSubstr("<aside")));
    EXPECT_THAT(htmlOf("```dataview\nTABLE x\n```\n"), Not(HasSubstr("<aside")));
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
