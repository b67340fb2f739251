#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

std::string marked(std::string_view markdown, Repairs repairs = Repairs::all())
{
    RepairCounts counts;
    return withHtmlMarks(std::string(markdown), repairs, counts);
}

void expectUnchanged(std::string_view markdown)
{
    EXPECT_EQ(marked(markdown), markdown);
}

} // namespace

TEST(HtmlMarks, withHtmlMarks_readsImagesOfAnyElement)
{
    for (const std::string element : {"center", "p", "figure", "li", "td", "div", "h2", "aside"}) {
        EXPECT_EQ(marked("<" + element + ">![灯塔](pic.png)</" + element + ">"),
                  "<" + element + "><img src=\"pic.png\" alt=\"灯塔\"></" + element + ">");
    }
    EXPECT_EQ(marked("<p align=\"center\">\n![](a_(1).png)\n</p>"),
              "<p align=\"center\">\n<img src=\"a_(1).png\" alt=\"\">\n</p>");
    EXPECT_EQ(marked("<td>![a](<b c.png>)![d](e.png \"T\")</td>"),
              "<td><img src=\"b c.png\" alt=\"a\"><img src=\"e.png\" alt=\"d\"></td>");
}

TEST(HtmlMarks, withHtmlMarks_readsLinksCodeAndEmphasis)
{
    EXPECT_EQ(marked("<aside>\n见 [地图](https://a.b/c_d)。\n</aside>"),
              "<aside>\n见 <a href=\"https://a.b/c_d\">地图</a>。\n</aside>");
    EXPECT_EQ(marked("<td>`a<b`</td>"), "<td><code>a&lt;b</code></td>");
    EXPECT_EQ(marked("<div>一个 *词* 在此</div>"), "<div>一个 <em>词</em> 在此</div>");
    EXPECT_EQ(marked("<div><b>[a](b.md)</b></div>"), "<div><b><a href=\"b.md\">a</a></b></div>");
}

TEST(HtmlMarks, withHtmlMarks_escapesWhatIsWritten)
{
    EXPECT_EQ(marked("<td>![\"><script>](a.png\"onerror=x)</td>"),
              "<td><img src=\"a.png&quot;onerror=x\" alt=\"&quot;&gt;&lt;script&gt;\"></td>");
    EXPECT_EQ(htmlOf("<td>[a](javascript:x)</td>"), "<a>a</a>");
}

TEST(HtmlMarks, withHtmlMarks_endsWithItsBlock)
{
    expectUnchanged("<div>\n\n[a](b) *c* `d`\n");
    expectUnchanged("[a](b) *c* `d`\n");
    expectUnchanged("text <b>[a](b)</b>\n");
    expectUnchanged("a < b\n[c](d)\n");
}

TEST(HtmlMarks, withHtmlMarks_readsBlocksThatAnyTagBegins)
{
    EXPECT_EQ(marked("<span>\n站：</span>[x](http://a/)\n"),
              "<span>\n站：</span><a href=\"http://a/\">x</a>\n");
    EXPECT_EQ(marked("a\n\n</font>\n[x](y)\n"), "a\n\n</font>\n<a href=\"y\">x</a>\n");
    EXPECT_EQ(marked("a\n\n<br />\n[x](y)\n"), "a\n\n<br />\n<a href=\"y\">x</a>\n");
    for (const char *const text : {"a\n<span>\n[x](y)\n", "<http://a>\n[x](y)\n",
                                   "<a@b.c>\n[x](y)\n", "<b> <i>\n[x](y)\n"}) {
        expectUnchanged(text);
    }
}

TEST(HtmlMarks, withHtmlMarks_readsStrongLinks)
{
    EXPECT_EQ(marked("<div>**[a](b)**<object></div>"),
              "<div><strong><a href=\"b\">a</a></strong><object></div>");
    EXPECT_EQ(marked("<td>**![a](b)** c</td>"),
              "<td><strong><img src=\"b\" alt=\"a\"></strong> c</td>");
    EXPECT_EQ(marked("<p>见**[甲](b \"c\")**。</p>"),
              "<p>见<strong><a href=\"b\">甲</a></strong>。</p>");
    EXPECT_EQ(marked("<td>**[a](b) c</td>"), "<td>**<a href=\"b\">a</a> c</td>");
}

TEST(HtmlMarks, withHtmlMarks_leavesWhatIsNoMarkdown)
{
    for (const char *const text :
         {"<pre>[a](b)</pre>", "<div><code>[a](b) *c*</code></div>", "<div>\\[a](b)</div>",
          "<div>a[1] (b)</div>", "<div>2*3*4</div>", "<div>2 * 3 * 4</div>", "<div>**b**</div>",
          "<div>![a](b c)</div>", "<div>[a]()</div>", "<div>[a](b</div>", "<div>[a\nb](c)</div>",
          "<div title=\"[a](b)\">c</div>", "```\n<div>[a](b)</div>\n```", "<div>`</div>",
          "    <div>[a](b)</div>", "<span>[a](b)</span>"}) {
        expectUnchanged(text);
    }
}

TEST(HtmlMarks, withHtmlMarks_isARepairOfEachKind)
{
    constexpr std::string_view text = "<div>![a](b.png) [c](d) `e` *f*</div>";
    RepairCounts counts;

    withHtmlMarks(std::string(text), Repairs::all(), counts);

    EXPECT_EQ(counts[Repair::Images], 1U);
    EXPECT_EQ(counts[Repair::Links], 1U);
    EXPECT_EQ(counts[Repair::Emphasis], 2U);
    EXPECT_EQ(marked(text, Repairs::none()), text);
    EXPECT_EQ(marked(text, Repairs::none().with(Repair::Links)),
              "<div>![a](b.png) <a href=\"d\">c</a> `e` *f*</div>");
}

} // namespace lectern::core
