#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

TEST(Mdx, tabs_haveTheirLabels)
{
    EXPECT_EQ(
        htmlOf("<Tabs>\n  <TabItem value=\"a\" label=\"苹果\" default>\n    One *x*\n  </TabItem>\n"
               "  <TabItem value=\"b\">\n\n    two\n\n    ```js\n    y\n    ```\n\n  </TabItem>\n"
               "</Tabs>\n\nend\n"),
        "<p><strong>苹果</strong></p><p>One <em>x</em></p><p><strong>b</strong></p><p>two</p>"
        "<pre data-language=\"javascript\"><code class=\"language-javascript\">y\n</code></pre>"
        "<p>end</p>");
    EXPECT_EQ(htmlOf("<Tabs\n  defaultValue=\"a\"\n  values={[{label: 'A b', value: 'a'}]}>\n"
                     "<TabItem value=\"a\">one</TabItem>\n</Tabs>\n"),
              "<p><strong>A b</strong></p><p>one</p>");
    EXPECT_EQ(
        htmlOf("<Tabs items={['npm', 'yarn']}>\n<Tab>\n1\n</Tab>\n<Tab>\n2\n</Tab>\n</Tabs>\n"),
        "<p><strong>npm</strong></p><p>1</p><p><strong>yarn</strong></p><p>2</p>");
    EXPECT_EQ(
        htmlOf("<Tabs>\n<TabItem\n  value=\"x\"\n  label=\"多行\">\na\n</TabItem>\n</Tabs>\n"),
        "<p><strong>多行</strong></p><p>a</p>");
}

TEST(Mdx, components_keepTheirTitles)
{
    EXPECT_EQ(htmlOf("<Card title='One'>\n\na\n\n</Card>\n"),
              "<p><strong>One</strong></p><p>a</p>");
    EXPECT_EQ(htmlOf("<Step label=\"甲\">\n\na\n\n</Step>\n"),
              "<p><strong>甲</strong></p><p>a</p>");
}

TEST(Mdx, admonitions_areCallouts)
{
    EXPECT_EQ(htmlOf("<Admonition type=\"tip\" title=\"题\">\n\na\n\n</Admonition>\n\nb\n"),
              "<aside class=\"callout callout-tip\"><p class=\"callout-title\">题</p>\n<p>a</p>"
              "</aside><p>b</p>");
    EXPECT_EQ(htmlOf("<Admonition>\na\n</Admonition>\n"),
              "<aside class=\"callout callout-note\"><p class=\"callout-title\">Note</p>\n<p>a</p>"
              "</aside>");
    EXPECT_EQ(htmlOf("<Admonition type=\"danger\" icon={<X />}>\n\n*a*\n"),
              "<aside class=\"callout callout-caution\"><p class=\"callout-title\">Danger</p>\n"
              "<p><em>a</em></p></aside>");
    EXPECT_EQ(htmlOf("<Admonition type=\"tip\">a</Admonition>\n"), "<p>a</p>");
    EXPECT_EQ(htmlOf("a </Admonition> b\n"), "<p>a  b</p>");
}

TEST(Mdx, htmlAndCode_stay)
{
    EXPECT_EQ(htmlOf("<P title=\"x\">a</P>\n"), "<p title=\"x\">a</p>");
    EXPECT_EQ(htmlOf("```\n<TabItem label=\"a\">\n```\n"),
              "<pre><code>&lt;TabItem label=&quot;a&quot;&gt;\n</code></pre>");
    EXPECT_EQ(htmlOf("a\n\n    <TabItem label=\"a\">\n"),
              "<p>a</p><pre><code>&lt;TabItem label=&quot;a&quot;&gt;\n</code></pre>");
}

} // namespace lectern::core
