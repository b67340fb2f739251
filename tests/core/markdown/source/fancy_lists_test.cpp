#include "core/markdown/source/list_marks.h"
#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string linesJoined(std::string body)
{
    std::string html = htmlOf(std::move(body));
    std::erase(html, '\n');
    return html;
}

} // namespace

TEST(FancyLists, marks_keepTheirKind)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"a. x\nb. y\n", "<ol type=\"a\"><li>x</li><li>y</li></ol>"},
        {"A) x\nB) y\n", "<ol type=\"A\" class=\"bracket marks-A\"><li>x</li><li>y</li></ol>"},
        {"(1) 甲\n(2) 乙\n", "<ol class=\"brackets\"><li>甲</li><li>乙</li></ol>"},
        {"(a) x\n(b) y\n(c) z\n",
         "<ol type=\"a\" class=\"brackets marks-a\"><li>x</li><li>y</li><li>z</li></ol>"},
        {"i. x\nii. y\n", "<ol type=\"i\"><li>x</li><li>y</li></ol>"},
        {"i) x\nii) y\n", "<ol type=\"i\" class=\"bracket marks-i\"><li>x</li><li>y</li></ol>"},
        {"iv. x\nv.  y\n", "<ol start=\"4\" type=\"i\"><li>x</li><li>y</li></ol>"},
        {"I. x\n\nII. y\n", "<ol type=\"I\"><li><p>x</p></li><li><p>y</p></li></ol>"},
        {"h. x\ni. y\nj. z\n", "<ol start=\"8\" type=\"a\"><li>x</li><li>y</li><li>z</li></ol>"},
        {"(9) x\n(10) y\n", "<ol start=\"9\" class=\"brackets\"><li>x</li><li>y</li></ol>"},
        {"#. x\n#. y\n", "<ol><li>x</li><li>y</li></ol>"},
        {"A.  x\nB.  y\n", "<ol type=\"A\"><li>x</li><li>y</li></ol>"},
        {"j. x\nk. y\n", "<ol start=\"10\" type=\"a\"><li>x</li><li>y</li></ol>"},
    };
    for (const auto &[markdown, html] : cases) {
        EXPECT_EQ(linesJoined(markdown), html) << markdown;
    }
}

TEST(FancyLists, items_holdWhatIsIndentedBelow)
{
    EXPECT_EQ(linesJoined("(viii) x\n\n       y\n\n(ix) z\n     w\n"),
              "<ol start=\"8\" type=\"i\" "
              "class=\"brackets marks-i\"><li><p>x</p><p>y</p></li><li><p>zw</p></li></ol>");
    EXPECT_EQ(linesJoined("a. x\n   - p\n   - q\nb. y\n"),
              "<ol type=\"a\"><li>x<ul><li>p</li><li>q</li></ul></li><li>y</li></ol>");
    EXPECT_EQ(linesJoined("1. x\n   a. p\n   b. q\n2. y\n"),
              "<ol><li>x<ol type=\"a\"><li>p</li><li>q</li></ol></li><li>y</li></ol>");
    EXPECT_EQ(linesJoined("A) x\n\n   i) p\n\n   ii) q\n\nB) y\n"),
              "<ol type=\"A\" class=\"bracket marks-A\"><li><p>x</p><ol type=\"i\" "
              "class=\"bracket marks-i\"><li><p>p</p></li><li><p>q</p></li></ol>"
              "</li><li><p>y</p></li></ol>");
    EXPECT_EQ(linesJoined("a. x\n\n   ```\n   b. c\n   ```\n\nb. y\n"),
              "<ol type=\"a\"><li><p>x</p><pre><code>b. c</code></pre></li><li><p>y</p></li></ol>");
    EXPECT_EQ(linesJoined("> a. x\n> b. y\n"),
              "<blockquote><ol type=\"a\"><li>x</li><li>y</li></ol></blockquote>");
}

TEST(FancyLists, words_mayBeAnything)
{
    EXPECT_EQ(linesJoined("a. **“粗”**体\nb. [x](https://a.b)\n"),
              "<ol type=\"a\"><li><strong>“粗”</strong>体</li><li><a href=\"https://a.b\">x</a>"
              "</li></ol>");
    EXPECT_EQ(linesJoined("a. `x`\nb. www.example.com\n"),
              "<ol type=\"a\"><li><code>x</code></li><li><a href=\"http://www.example.com\">"
              "www.example.com</a></li></ol>");
    EXPECT_EQ(linesJoined("a. > q\nb. y\n"),
              "<ol type=\"a\"><li><blockquote><p>q</p></blockquote></li><li>y</li></ol>");
}

TEST(FancyLists, neighbours_stayListsOfTheirOwn)
{
    EXPECT_EQ(linesJoined("1. x\n2. y\n\na. p\nb. q\n"),
              "<ol><li>x</li><li>y</li></ol><ol type=\"a\"><li>p</li><li>q</li></ol>");
    EXPECT_EQ(
        linesJoined("a. p\nb. q\n\n(1) x\n(2) y\n"),
        "<ol type=\"a\"><li>p</li><li>q</li></ol><ol class=\"brackets\"><li>x</li><li>y</li></ol>");
    EXPECT_EQ(linesJoined("a. p\nb. q\n\n1) x\n2) y\n"),
              "<ol type=\"a\"><li>p</li><li>q</li></ol><ol><li>x</li><li>y</li></ol>");
}

TEST(FancyLists, text_staysAsItIs)
{
    for (const std::string text : {
             "A. Smith wrote this",
             "a. one alone",
             "i.e. that",
             "a. x\nc. y",
             "a. x\nb) y",
             "a. x\nB. y",
             "A. x\n\nwords\n\nB. y",
             "words\nc. x\nd. y",
             "words\na. x\nb. y",
             "> words\na. x\nb. y",
             "- words\n(1) x\n(2) y",
             "（1）甲\n（2）乙",
             "见(1) 甲与(2) 乙",
             "(1)甲\n(2)乙",
             "a.x\nb.y",
             "etc. x\netd. y",
         }) {
        const std::string lastLine = text.substr(text.rfind('\n') + 1);
        EXPECT_THAT(htmlOf(text + "\n"), Not(HasSubstr("<ol"))) << text;
        EXPECT_THAT(htmlOf(text + "\n"), HasSubstr(lastLine)) << text;
    }
}

TEST(FancyLists, codeAndHtml_stayAsTheyAre)
{
    EXPECT_EQ(linesJoined("```\na. x\nb. y\n```\n"), "<pre><code>a. xb. y</code></pre>");
    EXPECT_EQ(linesJoined("w\n\n    a. x\n    b. y\n"), "<p>w</p><pre><code>a. xb. y</code></pre>");
    EXPECT_THAT(htmlOf("<div>\na. x\nb. y\n</div>\n"), HasSubstr("a. x\nb. y"));
    EXPECT_THAT(htmlOf("(1) a | b\n--- | ---\n(1) c | d\n(2) e | f\n"),
                HasSubstr("<td>(2) e</td>"));
}

TEST(FancyLists, whatIsNoListAfterAll_isTextAgain)
{
    EXPECT_THAT(htmlOf("<details><summary>s</summary>\nx\n<p>\na. x\nb. y\n</p></details>\n"),
                HasSubstr("a. x\nb. y"));
    EXPECT_THAT(htmlOf("x <b>y <p>z\n\na. x\n\nb. y <i>\n"),
                testing::AllOf(HasSubstr("<ol type=\"a\">"), Not(HasSubstr("a."))));
    EXPECT_THAT(htmlOf("x <b\ntitle=\"\na. x\nb. y\n\">z</b>\n"),
                Not(HasSubstr(std::string(kListMark))));
}

TEST(ListMarks, counts_areThoseOfOneKind)
{
    EXPECT_EQ(countOf("xix.", "xx.").start, 19);
    EXPECT_EQ(countOf("v)", "w)").type, 'a');
    EXPECT_EQ(countOf("(C)", "(D)").type, 'A');
    EXPECT_EQ(countOf("iiii.", "v.").type, 0);
    EXPECT_EQ(countOf("(1)", "1)").type, 0);
}

} // namespace lectern::core
