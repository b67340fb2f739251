#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "tests/core/markdown/html/tree_outline.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace lectern::core {

namespace {

void expectSameTree(std::string_view html)
{
    const auto tidy = parseTidyHtml(html);
    ASSERT_TRUE(tidy.has_value()) << html;
    EXPECT_EQ(outlineOf(*tidy), outlineOf(*parseHtml(html))) << html;
}

} // namespace

TEST(TidyHtml, tidyHtml_becomesTheParsersTree)
{
    for (const std::string_view html : std::initializer_list<std::string_view>{
             "",
             "text",
             "<p>a</p>\n<p>b <em>c</em></p>\n",
             "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>",
             "<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>",
             "<ol start=\"3\"><li><p>a</p></li></ol>",
             "<table><thead><tr><th align=\"left\">a</th></tr></thead>\n<tbody><tr><td>b <a "
             "href=\"c\">d</a></td></tr></tbody></table>",
             "<table>\n<tr><td>a</td></tr>\n<tr><th>b</th></tr>\n</table>",
             "<table><tr><td>a</td></tr><tbody><tr><td>b</td></tr></tbody></table>c",
             "<p>a<wbr>b &#x41;&#X4e2d;</p>",
             "<div class='x'>\n<p>a</p></div>",
             "<p>a<br>b<br/>c<br />d</p><hr>",
             "<p><img src=\"a.png\" alt=\"\"> <input type=\"checkbox\" disabled> x</p>",
             "<pre><code>a\n\n  b</code></pre>",
             "<pre>\na</pre>",
             "<details open><summary>S</summary><p>a</p></details>",
             "<figure class=\"image\"><img SRC='a'><figcaption>c</figcaption></figure>",
             "<dl><dt>a</dt><dd>b</dd></dl>",
             "<b><p>a</p></b>",
             "<b><b><b><b>a</b></b></b></b>",
             "<p>&nbsp;&mdash;&#36;&#8212;&#20013; & c</p>",
             "<p><a href=\"?a=1&b=2&copy=3\">x</a></p>",
             "<p title=\"a\nb &amp; &quot;c\">d</p>",
         }) {
        expectSameTree(html);
    }
}

TEST(TidyHtml, htmlThatTheParserWouldMend_isLeftToIt)
{
    for (const std::string_view html : std::initializer_list<std::string_view>{
             "<p>a",
             "a</p>",
             "<p><b>a</p></b>",
             "<p>a<div>b</div></p>",
             "<p>a<ul><li>b</li></ul></p>",
             "<p>a<hr></p>",
             "<p>a<p>b</p></p>",
             "<h1>a<h2>b</h2></h1>",
             "<li>a</li>",
             "<ul><li>a<div><li>b</li></div></li></ul>",
             "<dd>a</dd>",
             "<a href=\"b\">c<a href=\"d\">e</a></a>",
             "<table>a</table>",
             "<table><thead><tr>a</tr></thead></table>",
             "<td>a</td>",
             "<tr><td>a</td></tr>",
             "<table><tr><td>a</td></tr></tbody></table>",
             "<ruby>a<rt>b</rt></ruby>",
             "<caption>a</caption>",
             "<unknown>a</unknown>",
             "<div/>a",
             "</br>",
             "<p a=b>c</p>",
             "<p a=\"b\" a=\"c\">d</p>",
             "<p a=\"b>c</p>",
             "<p &>c</p>",
             "<p>&notit; a</p>",
             "<p>&copy a</p>",
             "<p>&unknown; a</p>",
             "<p>&#128;</p>",
             "<p>&#0;</p>",
             "<p>a\rb</p>",
             "a < b",
             "<",
             "<p",
             "<!-- a -->",
         }) {
        EXPECT_FALSE(parseTidyHtml(html).has_value()) << html;
    }
    EXPECT_FALSE(parseTidyHtml(std::string_view("a\0b", 3)).has_value());
}

TEST(TidyHtml, deepNesting_isLeftToTheParser)
{
    std::string html;
    for (int depth = 0; depth < 100'000; ++depth) {
        html += "<div>";
    }

    EXPECT_FALSE(parseTidyHtml(html).has_value());
}

} // namespace lectern::core
