#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

} // namespace

TEST(BlogTags, hexosWordTags_keepTheirWords)
{
    EXPECT_EQ(htmlOf("{% checkbox checked, 已完成 %}"), "<p>☑ 已完成</p>");
    EXPECT_EQ(htmlOf("{% checkbox blue, *a* %}"), "<p>☐ *a*</p>");
    EXPECT_EQ(htmlOf("{% radio red, 红 %}"), "<p>☐ 红</p>");
    EXPECT_EQ(htmlOf("{% label primary@标签 %} {% label 默认 red %} {% label x %}"),
              "<p>标签 默认 x</p>");
    EXPECT_EQ(htmlOf("{% u 下划线 %} {% kbd Ctrl %} {% span red, 字 %}"), "<p>下划线 Ctrl 字</p>");
    EXPECT_EQ(htmlOf("`{% checkbox checked, a %}`"),
              "<p><code>{% checkbox checked, a %}</code></p>");
}

TEST(BlogTags, hexosLinksAndButtons_areLinks)
{
    EXPECT_EQ(htmlOf("{% link 标题, https://a.b/c, /img/x.png %}"),
              "<p><a href=\"https://a.b/c\">标题</a></p>");
    EXPECT_EQ(htmlOf("{% link two words https://a.b external title %}"),
              "<p><a href=\"https://a.b\">two words</a></p>");
    EXPECT_EQ(htmlOf("{% btn https://a.b, 文字, far fa-hand, outline %}"),
              "<p><a href=\"https://a.b\">文字</a></p>");
    EXPECT_EQ(htmlOf("{% button 按钮, https://a.b/, download %}"),
              "<p><a href=\"https://a.b/\">按钮</a></p>");
    EXPECT_EQ(htmlOf("{% site 站, url=https://a.b, screenshot=/c.png %}"),
              "<p><a href=\"https://a.b\">站</a></p>");
    EXPECT_EQ(htmlOf("[a]({% link b.md %})"), "<p><a href=\"b.md\">a</a></p>");
}

TEST(BlogTags, hexosNotes_haveTheirTitles)
{
    EXPECT_EQ(htmlOf("{% note info 标题 二 %}\na\n{% endnote %}"),
              "<aside class=\"callout callout-note\"><p class=\"callout-title\">标题 二</p>\n"
              "<p>a</p></aside>");
    EXPECT_EQ(htmlOf("{% note warning no-icon %}\na\n{% endnote %}\n\nb"),
              "<aside class=\"callout callout-warning\">\n<p>a</p></aside><p>b</p>");
    EXPECT_EQ(htmlOf("{% note danger, 单行 %}\n\nb"),
              "<aside class=\"callout callout-caution\">\n<p>单行</p></aside><p>b</p>");
    EXPECT_EQ(htmlOf("{% callout \"info\", \"en\" %}\na\n{% endcallout %}\n\nb"),
              "<aside class=\"callout callout-note\">\n<p>a</p></aside><p>b</p>");
    EXPECT_EQ(htmlOf("a {% note %} b"), "<p>a  b</p>");
}

TEST(BlogTags, hexosTabsAndTimelines_haveTheirLabels)
{
    EXPECT_EQ(htmlOf("{% tabs t, 2 %}\n<!-- tab 第一@icon -->\na\n<!-- endtab -->\n"
                     "<!-- tab -->\nb\n<!-- endtab -->\n{% endtabs %}"),
              "<p><strong>第一</strong></p><p>a</p><p>b</p>");
    EXPECT_EQ(htmlOf("{% tabs %}\n{% tab 名 %}\na\n{% endtab %}\n{% endtabs %}"),
              "<p><strong>名</strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("{% timeline 2023,pink %}\n<!-- timeline 01-02 -->\na\n<!-- endtimeline -->\n"
                     "{% endtimeline %}"),
              "<p><strong>2023</strong></p><p><strong>01-02</strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("{% timenode 2020 [v](u) %}\na\n{% endtimenode %}"),
              "<p><strong>2020 <a href=\"u\">v</a></strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("a <!-- tab x --> b"), "<p>a  b</p>");
}

TEST(BlogTags, hexosQuotations_nameTheirAuthors)
{
    EXPECT_EQ(htmlOf("{% blockquote Li Lei, A Book https://a.b/c %}\nx *y*\n{% endblockquote %}"),
              "<blockquote>\n<p>x <em>y</em></p><p>— Li Lei, A Book <a href=\"https://a.b/c\">"
              "https://a.b/c</a></p></blockquote>");
    EXPECT_EQ(htmlOf("{% quote 鲁迅 %}\n路\n{% endquote %}\n\nb"),
              "<blockquote>\n<p>路</p><p>— 鲁迅</p></blockquote><p>b</p>");
    EXPECT_EQ(htmlOf("{% cq %}中{% endcq %}"), "<blockquote>\n<p>中</p></blockquote>");
    EXPECT_EQ(htmlOf("{% pullquote left %}中{% endpullquote %}"),
              "<blockquote>\n<p>中</p></blockquote>");
}

TEST(BlogTags, hexosCode_hasItsTitle)
{
    EXPECT_THAT(htmlOf("{% codeblock A title lang:js https://a.b %}\n*x*\n{% endcodeblock %}"),
                HasSubstr("data-file=\"A title\"><code class=\"language-javascript\">*x*\n"));
    EXPECT_THAT(htmlOf("{% codeblock js %}\nx\n{% endcodeblock %}"),
                HasSubstr("<pre data-language=\"javascript\"><code"));
    EXPECT_THAT(htmlOf("{% codeblock lang:py %}\nx\n{% endcodeblock %}"),
                HasSubstr("<pre data-language=\"python\"><code"));
}

TEST(BlogTags, folds_haveTheirTitlesAndEnd)
{
    EXPECT_EQ(htmlOf("{% folding cyan, 查看 %}\na\n{% endfolding %}\n\nb"),
              "<details><summary>查看</summary>\n<p>a</p></details><p>b</p>");
    EXPECT_EQ(htmlOf("{% details Two words %}a{% enddetails %}\n\nb"),
              "<details><summary>Two words</summary>\n<p>a</p></details><p>b</p>");
    EXPECT_EQ(htmlOf("{% hideToggle 按钮 %}a{% endhideToggle %}"),
              "<details><summary>按钮</summary>\n<p>a</p></details>");
    EXPECT_EQ(htmlOf("a {% enddetails %} b"), "<p>a  b</p>");
}

TEST(BlogTags, pagesAndFilms_areCards)
{
    const auto card = [](const std::string &address, const std::string &words) {
        return "<p><a class=\"card\" href=\"" + address + "\">" + words + "</a></p>";
    };
    EXPECT_EQ(htmlOf("{% embed https://dev.to/x/y %}"), card("https://dev.to/x/y", "dev.to"));
    EXPECT_EQ(htmlOf("{% youtube https://www.youtube.com/watch?v=abc %}"),
              card("https://www.youtube.com/watch?v=abc", "youtube.com"));
    EXPECT_EQ(htmlOf("{% link https://dev.to/a/b %}"), card("https://dev.to/a/b", "dev.to"));
    EXPECT_EQ(htmlOf("{% pdf ./a.pdf %}"), card("./a.pdf", "./a.pdf"));
    EXPECT_EQ(htmlOf("{% github a/b %}"), card("https://github.com/a/b", "github.com"));
    EXPECT_EQ(htmlOf("{% include video.html id=\"x\" %}{% if a %}{% endif %}b"), "<p>b</p>");
}

TEST(BlogTags, gists_areCards)
{
    for (const std::string written :
         {"abc/123", "abc/123 file.rb", "\"abc/123\"", "https://gist.github.com/abc/123"}) {
        EXPECT_EQ(
            htmlOf("{% gist " + written + " %}"),
            "<p><a class=\"card\" href=\"https://gist.github.com/abc/123\">gist.github.com</a>"
            "</p>")
            << written;
    }
    EXPECT_EQ(htmlOf("`{% gist abc/123 %}`"), "<p><code>{% gist abc/123 %}</code></p>");
}

TEST(BlogTags, films_areCards_howeverTheyAreNamed)
{
    const auto card = [](const std::string &address, const std::string &host) {
        return "<p><a class=\"card\" href=\"" + address + "\">" + host + "</a></p>";
    };
    EXPECT_EQ(htmlOf("{% youtube dQw4w9WgXcQ %}"),
              card("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube.com"));
    EXPECT_EQ(htmlOf("{% youtube \"dQw4w9WgXcQ\" %}"),
              card("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube.com"));
    EXPECT_EQ(htmlOf("{% youtube https://youtu.be/x?t=3 %}"),
              card("https://youtu.be/x?t=3", "youtu.be"));
    EXPECT_EQ(htmlOf("{% embed https://github.com/a/b %}"),
              card("https://github.com/a/b", "github.com"));
    EXPECT_EQ(htmlOf("{% embed https://a.b/c title=\"T\" %}"), card("https://a.b/c", "a.b"));
    EXPECT_EQ(htmlOf("{% embed 'https://a.b/c' %}"), card("https://a.b/c", "a.b"));
    EXPECT_EQ(htmlOf("`{% youtube x %}` 与 `{% embed https://a.b %}`"),
              "<p><code>{% youtube x %}</code> 与 <code>{% embed https://a.b %}</code></p>");
}

TEST(BlogTags, pictures_areFoundBehindTheirClasses)
{
    EXPECT_THAT(htmlOf("{% img left /a.png 300 200 一 字 %}"),
                HasSubstr("src=\"/a.png\" alt=\"\" decoding=\"async\"><figcaption>一 "
                          "字</figcaption>"));
    EXPECT_THAT(htmlOf("{% image https://a/b.png, 说明 %}"),
                HasSubstr("<figcaption>说明</figcaption>"));
    EXPECT_THAT(htmlOf("{% asset_img a.png %}"), Not(HasSubstr("figcaption")));
}

TEST(BlogTags, formulas_areFormulas)
{
    EXPECT_EQ(htmlOf("{% katex %}\nc^2\n{% endkatex %}"),
              "<p><span class=\"formula formula-display\">c^2\n</span></p>");
    EXPECT_EQ(htmlOf("a {% katex inline %}x_1{% endkatex %} b"),
              "<p>a <span class=\"formula\">x_1</span> b</p>");
    EXPECT_EQ(htmlOf("a {{< katex >}}y{{< /katex >}} b"),
              "<p>a <span class=\"formula\">y</span> b</p>");
    EXPECT_THAT(htmlOf("{{< katex display >}}y{{< /katex >}}"), HasSubstr("formula-display"));
    EXPECT_EQ(htmlOf("a {{< katex >}} b"), "<p>a  b</p>");
}

TEST(BlogTags, hugosTabs_haveTheirLabels)
{
    EXPECT_EQ(htmlOf("{{< tabs >}}\n{{% tab \"Linux\" %}}\na\n{{% /tab %}}\n"
                     "{{% tab name=\"Mac\" %}}\nb\n{{% /tab %}}\n{{< /tabs >}}"),
              "<p><strong>Linux</strong></p><p>a</p><p><strong>Mac</strong></p><p>b</p>");
    EXPECT_EQ(htmlOf("{{< tabs items=\"JSON,YAML\" >}}\n{{< tab >}}j{{< /tab >}}\n"
                     "{{< tab >}}y{{< /tab >}}\n{{< /tabs >}}"),
              "<p><strong>JSON</strong></p><p>j</p><p><strong>YAML</strong></p><p>y</p>");
    EXPECT_EQ(
        htmlOf("{{< tabs \"甲\" \"乙\" >}}\n{{% codetab %}}\na\n{{% /codetab %}}\n{{< /tabs >}}"),
        "<p><strong>甲</strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("{{< tabpane text=true >}}\n{{% tab header=\"Go\" %}}\n*x*\n{{% /tab %}}\n"
                     "{{< /tabpane >}}"),
              "<p><strong>Go</strong></p><p><em>x</em></p>");
}

TEST(BlogTags, docsysPanes_holdCode)
{
    EXPECT_EQ(
        htmlOf("{{< tabpane lang=\"bash\" >}}\n{{< tab header=\"One\" >}}\nls *a*\n{{< /tab >}}\n"
               "{{< tab header=\"Two\" lang=\"go\" >}}\nx\n{{< /tab >}}\n{{< /tabpane >}}"),
        "<p><strong>One</strong></p><pre data-language=\"bash\"><code class=\"language-bash\">"
        "ls *a*\n</code></pre><p><strong>Two</strong></p><pre data-language=\"go\"><code "
        "class=\"language-go\">x\n</code></pre>");
}

TEST(BlogTags, hugosCode_endsWithBlanksInItsTag)
{
    const std::string code
        = "<pre data-language=\"go\"><code class=\"language-go\">a\n</code></pre>";
    EXPECT_EQ(htmlOf("{{< highlight go >}}\na\n{{< / highlight >}}"), code);
    EXPECT_EQ(htmlOf("{{< highlight go >}}\na\n{{<   /   highlight   >}}"), code);
    EXPECT_EQ(htmlOf("{{< highlight go >}}\na\n{{</highlight>}}"), code);
    EXPECT_THAT(htmlOf("{{< highlight go >}} a {{< /figure >}}"), HasSubstr("<code>{{"));
}

TEST(BlogTags, unknownShortcodes_keepTheirWords)
{
    EXPECT_EQ(htmlOf("{{< def \"名\" >}}内{{< /def >}}"), "<p><strong>名</strong> 内</p>");
    EXPECT_EQ(htmlOf("a {{< odd \"some text\" >}} b"), "<p>a some text b</p>");
    EXPECT_EQ(htmlOf("a {{< odd title=\"题\" icon=\"x\" >}}内{{< /odd >}}"), "<p>a 题内</p>");
    EXPECT_EQ(htmlOf("{{< step title=\"One\" >}}\na\n{{< /step >}}"),
              "<p><strong>One</strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("{{< card link=\"a\" title=\"卡\" >}}"), "<p><a href=\"a\">卡</a></p>");
    EXPECT_EQ(htmlOf("{{< button href=\"https://a\" >}}按{{< /button >}}"),
              "<p><a href=\"https://a\">按</a></p>");
    EXPECT_EQ(htmlOf("{{< link \"https://a\" \"文\" >}}"), "<p><a href=\"https://a\">文</a></p>");
    EXPECT_EQ(htmlOf("a{{< icon \"github\" >}}{{< param version >}}b"), "<p>ab</p>");
}

TEST(BlogTags, hugosAdmonitions_haveTheirTitles)
{
    EXPECT_THAT(htmlOf("{{< admonition tip \"题\" >}}a{{< /admonition >}}"),
                HasSubstr("callout-tip\"><p class=\"callout-title\">题</p>"));
    EXPECT_THAT(htmlOf("{{% notice style=\"warning\" %}}a{{% /notice %}}"),
                HasSubstr("callout-warning"));
    EXPECT_THAT(htmlOf("{{< hint info >}}a{{< /hint >}}"), Not(HasSubstr("callout-title")));
}

} // namespace lectern::core
