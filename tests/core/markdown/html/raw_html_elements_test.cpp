#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/html/raw_html.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace lectern::core {

namespace {

std::string filtered(std::string_view html)
{
    std::string output;
    RawHtmlFilter().append(output, html);
    return output;
}

struct Case
{
    const char *written;
    const char *expected;
};

template <std::size_t N>
void expectFiltered(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(filtered(row.written), row.expected) << row.written;
    }
}

} // namespace

TEST(RawHtmlElements, thatArePlainContent_passWithTheirAttributes)
{
    for (const char *const name :
         {"a",      "abbr", "aside", "b",     "bdi",  "blockquote", "cite",    "del",   "details",
          "div",    "em",   "h1",    "h6",    "i",    "ins",        "kbd",     "li",    "mark",
          "ol",     "p",    "pre",   "q",     "ruby", "s",          "section", "small", "span",
          "strong", "sub",  "sup",   "table", "td",   "time",       "u",       "ul",    "var"}) {
        const std::string html = "<" + std::string(name) + " title=\"t\">中</" + name + ">";

        EXPECT_EQ(filtered(html), html);
        EXPECT_TRUE(isAllowedElement(name)) << name << " would be left out at the end";
    }
}

TEST(RawHtmlElements, ofPages_areBoxes)
{
    constexpr Case cases[] = {
        {"<article class=\"x\">a</article>", "<div>a</div>"},
        {"<HEADER>a</HEADER>", "<div>a</div>"},
        {"<nav\nid=x>a</nav>", "<div>a</div>"},
        {"<main>a</main><footer>b</footer>", "<div>a</div><div>b</div>"},
        {"<fieldset><legend>a</legend></fieldset>", "<div><div>a</div></div>"},
        {"<menu><li>a</menu>", "<ul><li>a</ul>"},
        {"<acronym title=\"x\">a</acronym>", "<abbr>a</abbr>"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, thatAskOrPaint_leaveTheirContent)
{
    for (const char *const name :
         {"font", "big", "nobr", "label", "button", "select", "option", "textarea", "canvas",
          "object", "marquee", "noscript", "math", "html", "body", "picture", "map", "template"}) {
        const std::string html = "<" + std::string(name) + " onclick=\"x\">中</" + name + ">";

        EXPECT_EQ(filtered(html), "中") << name;
        EXPECT_FALSE(isAllowedElement(name)) << name;
    }
}

TEST(RawHtmlElements, thatLoad_leaveNothing)
{
    for (const char *const html :
         {"<link rel=\"stylesheet\" href=\"x\">", "<meta http-equiv=\"refresh\">",
          "<base href=\"//evil\">", "<input value=\"x\">", "<param name=\"x\">",
          "<source src=\"x\">", "<track src=\"x\">", "<area href=\"x\">", "<svg><a>x</a></svg>",
          "<script src=\"x\"></script>", "<style>p { color: red }</style>",
          "<datalist><option>x</datalist>"}) {
        EXPECT_EQ(filtered("a" + std::string(html) + "b"), "ab") << html;
    }
}

TEST(RawHtmlElements, thatPlay_areLinks)
{
    constexpr Case cases[] = {
        {"<video src=\"https://a.b/v.mp4\"></video>",
         "<a class=\"card\" href=\"https://a.b/v.mp4\">a.b</a>"},
        {"<audio src='song.mp3' controls></audio>",
         "<a class=\"card\" href=\"song.mp3\">song.mp3</a>"},
        {"<embed src=https://a.b/c>", "<a class=\"card\" href=\"https://a.b/c\">a.b</a>"},
        {"<iframe src=\"https://www.a.b/c\">old browsers</iframe>中",
         "<a class=\"card\" href=\"https://www.a.b/c\">a.b</a>中"},
        {"<video><source src=\"x\"></video>", ""},
        {"<iframe src=\"\"></iframe>", ""},
        {"<iframe>hidden</iframe>a", "a"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, thatPlay_areLinks_inCapitalsToo)
{
    constexpr Case cases[] = {
        {"<IFRAME SRC=\"https://a.b/c\"></IFRAME>",
         "<a class=\"card\" href=\"https://a.b/c\">a.b</a>"},
        {"<Video Src='https://a.b/c'></Video>", "<a class=\"card\" href=\"https://a.b/c\">a.b</a>"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, thatNobodyKnows_areTextOrNothing)
{
    constexpr Case cases[] = {
        {"Map<String>", "Map&lt;String&gt;"},
        {"std::vector<int> v", "std::vector&lt;int&gt; v"},
        {"<my-widget>a</my-widget>", "a"},
        {"<widget a=\"b\">c</widget>", "c"},
        {"<中文>", "&lt;中文>"},
        {"a <b", "a &lt;b"},
        {"1 < 2 > 0", "1 &lt; 2 > 0"},
        {"</>", "&lt;/>"},
        {"<>", "&lt;>"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, aQuotedSign_endsNoTag)
{
    constexpr Case cases[] = {
        {"<b title=\"a > b\">c</b>", "<b title=\"a > b\">c</b>"},
        {"<b title='a > b'>c</b>", "<b title='a > b'>c</b>"},
        {"<b title=it's>c</b>", "<b title=it's>c</b>"},
        {"<script a=\">\">x</script>y", "y"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, commentsAndDeclarations_areHidden)
{
    constexpr Case cases[] = {
        {"a<!-- b -- c -->d", "ad"},
        {"a<!DOCTYPE html>b", "ab"},
        {"a<?xml version=\"1.0\"?>b", "ab"},
        {"a<![CDATA[b]]>c", "ac"},
        {"a<!-- more -->", "a"},
        {"<script><!-- x --></script>a", "a"},
    };
    expectFiltered(cases);
}

TEST(RawHtmlElements, keepNoAttributeThatActs_inThePage)
{
    for (const char *const attribute :
         {"onclick=\"x\"", "onerror=x", "style=\"position:fixed\"", "href=\"javascript:x\"",
          "href=\" jav&#x09;ascript:x\"", "src=\"data:text/html,x\"", "srcset=\"x 2x\"",
          "target=\"_blank\"", "formaction=\"x\"", "ping=\"x\"", "background=\"x\"",
          "class=\"article-header\"", "xlink:href=\"x\"", "is=\"x\"", "slot=\"x\""}) {
        for (const char *const name : {"a", "p", "img", "td", "details", "div"}) {
            const std::string html
                = htmlOf("<" + std::string(name) + " " + attribute + ">中</" + name + ">");
            const std::string key(attribute, std::string(attribute).find('='));
            EXPECT_EQ(html.find(" " + key + "="), std::string::npos) << html;
        }
    }
}

} // namespace lectern::core
