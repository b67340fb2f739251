#include "tests/core/markdown/rendering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using testing::HasSubstr;
using testing::Not;

/// The page of \a body without line ends, which are nothing between elements.
std::string linesJoined(std::string body)
{
    std::string html = htmlOf(std::move(body));
    std::erase(html, '\n');
    return html;
}

} // namespace

TEST(Pandoc, simpleTables_areTables)
{
    EXPECT_EQ(linesJoined("  Right Left    Center\n"
                          "------- ------ ----------\n"
                          "     12 *x*       12\n"
                          "    123 y       123\n"),
              "<div class=\"scroll\"><table><thead><tr><th align=\"right\">Right</th><th>Left</th>"
              "<th align=\"center\">Center</th></tr></thead><tbody><tr><td align=\"right\">12</td>"
              "<td><em>x</em></td><td align=\"center\">12</td></tr><tr><td align=\"right\">123</td>"
              "<td>y</td><td align=\"center\">123</td></tr></tbody></table></div>");
    EXPECT_EQ(linesJoined("a\n\n  -------- ---\n  中文字   2\n  三       4\n  -------- ---\n\nb\n"),
              "<p>a</p><div class=\"scroll\"><table><tbody><tr><td>中文字</td><td>2</td></tr><tr>"
              "<td>三</td><td>4</td></tr></tbody></table></div><p>b</p>");
    EXPECT_THAT(linesJoined("  列一     b\n  -------- ---\n  中文字   2\n\n  : Cap *x*\n"),
                HasSubstr("<table><caption>Cap <em>x</em></caption><thead><tr><th>列一</th>"));
    EXPECT_THAT(linesJoined("-   x\n\n      列     b\n      ------ ---\n      中文   2\n\n-   y\n"),
                HasSubstr("<li><p>x</p><div class=\"scroll\"><table><thead>"));
}

TEST(Pandoc, simpleTables_areCutBetweenWords_howeverTheyWereLinedUp)
{
    for (const std::string words : {"“甲”乙", "甲——乙", "①②丙丁", "苹果和梨"}) {
        EXPECT_THAT(linesJoined("  说法     出处\n  -------- ----\n  " + words + " 某书\n"),
                    HasSubstr("<td>" + words + "</td><td>某书</td>"))
            << words;
    }
    EXPECT_THAT(linesJoined("  说法         出处\n  ------------ ------\n  “甲”——乙…①   某书\n"),
                HasSubstr("<td>“甲”——乙…①</td><td>某书</td>"));
    EXPECT_THAT(linesJoined("  说法     出处\n  -------- ----\n  甲乙丙丁戊己 某书\n"),
                Not(HasSubstr("<td>")));
}

TEST(Pandoc, simpleTables_areNotMadeOfRulesAndTitles)
{
    EXPECT_EQ(htmlOf("a\n\n- - -\n\nb\n"), "<p>a</p><hr><p>b</p>");
    EXPECT_EQ(htmlOf("One\n---\n\nb\n"), "<h2 id=\"one\">One</h2><p>b</p>");
    EXPECT_THAT(htmlOf("a line of words\n-- --- --\nb over the gap here\n"),
                Not(HasSubstr("table")));
    EXPECT_THAT(htmlOf("```\nA   B\n--- ---\nx   y\n```\n"), Not(HasSubstr("table")));
}

TEST(Pandoc, multilineTables_areTables)
{
    EXPECT_EQ(
        linesJoined("------------------------\n"
                    " Centered    Right Left\n"
                    "  Header   Aligned\n"
                    "---------- ------- -----\n"
                    "   First      12.0 one\n"
                    "                   two\n"
                    "\n"
                    "  Second       5.0 c\n"
                    "------------------------\n"
                    "\n"
                    "Table: Here\n"),
        "<div class=\"scroll\"><table><caption>Here</caption><thead><tr>"
        "<th align=\"center\">CenteredHeader</th><th align=\"right\">RightAligned</th>"
        "<th>Left</th></tr></thead><tbody><tr><td align=\"center\">First</td>"
        "<td align=\"right\">12.0</td><td>onetwo</td></tr><tr><td align=\"center\">Second</td>"
        "<td align=\"right\">5.0</td><td>c</td></tr></tbody></table></div>");
    EXPECT_THAT(linesJoined("---------- -----\n一         二\n\n三         四\n           五\n"
                            "---------- -----\n"),
                HasSubstr("<td>一</td><td>二</td></tr><tr><td>三</td><td>四五</td></tr>"));
    EXPECT_THAT(linesJoined("--------\n甲    乙\n----- --\n丙    丁\n\n戊    己\n--------\n\n完\n"),
                HasSubstr("<td>戊</td><td>己</td></tr></tbody></table></div><p>完</p>"));
    EXPECT_EQ(htmlOf("---------\n\nwords\n\n---------\n"), "<hr><p>words</p><hr>");
}

TEST(Pandoc, gridTables_areTables)
{
    EXPECT_EQ(linesJoined("+-------+:-----:+\n"
                          "| Fruit | Price |\n"
                          "+=======+======:+\n"
                          "| a     | - x   |\n"
                          "|       | - y   |\n"
                          "+-------+-------+\n"),
              "<div class=\"scroll\"><table><thead><tr><th>Fruit</th><th align=\"right\">Price</th>"
              "</tr></thead><tbody><tr><td>a</td><td align=\"right\"><ul><li>x</li><li>y</li></ul>"
              "</td></tr></tbody></table></div>");
    EXPECT_THAT(
        linesJoined("+------+----+\n| 中文 | a  |\n+------+----+\n| b    | **c** |\n+--+\n"),
        Not(HasSubstr("table")));
    EXPECT_THAT(
        linesJoined("+------+----+\n| 中文 | a  |\n+------+----+\n| b    | c  |\n+------+----+\n"),
        HasSubstr("<td>中文</td><td>a</td></tr><tr><td>b</td><td>c</td>"));
    EXPECT_THAT(linesJoined("- x\n\n  +----+----+\n  | 中文 | a  |\n  +----+----+\n"),
                HasSubstr("<td>中文</td><td>a</td>"));
}

TEST(Pandoc, gridTables_haveCellsOverColumns)
{
    EXPECT_EQ(linesJoined("+-------+----+\n"
                          "| 一    | b  |\n"
                          "+=======+====+\n"
                          "| over both  |\n"
                          "+-------+----+\n"
                          "| c     | d  |\n"
                          "+-------+----+\n"),
              "<div class=\"scroll\"><table><thead><tr><th>一</th><th>b</th></tr></thead><tbody>"
              "<tr><td colspan=\"2\">over both</td></tr><tr><td>c</td><td>d</td></tr></tbody>"
              "</table></div>");
    EXPECT_THAT(linesJoined("+---------------+----+\n"
                            "| a             | b  |\n"
                            "+=====+====+====+====+\n"
                            "| 1   | 2  | 3  | 4  |\n"
                            "+-----+----+----+----+\n"),
                HasSubstr("<th colspan=\"3\">a</th><th>b</th></tr></thead><tbody><tr><td>1</td>"
                          "<td>2</td><td>3</td><td>4</td>"));
    EXPECT_THAT(linesJoined("- x\n\n  +---+---+\n  | 中 + x|\n  +---+---+\n  | a | b |\n"
                            "  +---+---+\n"),
                HasSubstr("<td colspan=\"2\">中 + x</td></tr><tr><td>a</td><td>b</td>"));
}

TEST(Pandoc, gridTables_haveCellsOverRows)
{
    EXPECT_EQ(linesJoined("+---------------------+----------+\n"
                          "| Property            | Earth    |\n"
                          "+=============+=======+==========+\n"
                          "|             | min   | -89.2 °C |\n"
                          "| Temperature +-------+----------+\n"
                          "| 1961-1990   | mean  | 14 °C    |\n"
                          "|             +-------+----------+\n"
                          "|             | max   | 56.7 °C  |\n"
                          "+-------------+-------+----------+\n"),
              "<div class=\"scroll\"><table><thead><tr><th colspan=\"2\">Property</th><th>Earth"
              "</th></tr></thead><tbody><tr><td rowspan=\"3\">Temperature1961-1990</td><td>min</td>"
              "<td>-89.2 °C</td></tr><tr><td>mean</td><td>14 °C</td></tr><tr><td>max</td>"
              "<td>56.7 °C</td></tr></tbody></table></div>");
    EXPECT_THAT(
        linesJoined("+----+----+\n| a  | b  |\n|    +----+\n| c  | d  |\n+----+----+\n"),
        HasSubstr("<td rowspan=\"2\"><p>a</p><p>c</p></td><td>b</td></tr><tr><td>d</td></tr>"));
    EXPECT_THAT(
        linesJoined("+----+----+----+\n| 一二三  | 四 |\n+----+----+    |\n"
                    "| 五 | 六 | 七 |\n+----+----+----+\n"),
        HasSubstr("<td colspan=\"2\">一二三</td><td rowspan=\"2\"><p>四</p><p>七</p></td></tr><tr>"
                  "<td>五</td><td>六</td>"));
}

TEST(Pandoc, gridTables_haveListsInCells)
{
    EXPECT_THAT(
        linesJoined("+----------+----------+\n"
                    "| - a      | (1) 甲   |\n"
                    "|   - b    | (2) 乙   |\n"
                    "|          |          |\n"
                    "| - c      |     丙   |\n"
                    "|   d      |          |\n"
                    "+----------+----------+\n"),
        HasSubstr("<td><ul><li><p>a</p><ul><li>b</li></ul></li><li><p>cd</p></li></ul>"
                  "</td><td><ol "
                  "class=\"brackets\"><li><p>甲</p></li><li><p>乙</p><p>丙</p></li></ol></td>"));
    EXPECT_THAT(linesJoined("+--------+----+\n| a. x   | 1. |\n| b. y   | 2. |\n+--------+----+\n"),
                HasSubstr("<ol type=\"a\"><li>x</li><li>y</li></ol>"));
    EXPECT_THAT(linesJoined("+--------+\n| a      |\n|        |\n| > q    |\n|        |\n"
                            "| ```    |\n| x | y  |\n| ```    |\n+--------+\n"),
                HasSubstr("<p>a</p><blockquote><p>q</p></blockquote><pre><code>x | y</code>"));
}

TEST(Pandoc, gridTables_whoseLinesDoNotMeet_loseNothing)
{
    for (const std::string table : {
             "+----+----+\n| a | b  |\n+----+----+\n",
             "+----+----+\n| a  | b  |\n| c    d  |\n+----+----+\n",
             "+----+----+\n| a  | b  |\n+----+ c  |\n| d    e  |\n+----+----+\n",
             "+----+\n+----+\n| a  |\n+----+\n",
             "+----+----+\n| a  | b  |\n",
         }) {
        EXPECT_THAT(htmlOf(table), Not(HasSubstr("<table"))) << table;
        EXPECT_THAT(htmlOf(table), HasSubstr("a")) << table;
    }
}

TEST(Pandoc, gridTables_areNotMadeOfDrawings)
{
    EXPECT_THAT(htmlOf("```\n+---+\n| a |\n+---+\n```\n"), Not(HasSubstr("table")));
    EXPECT_THAT(htmlOf("    +---+\n    | a |\n    +---+\n"), Not(HasSubstr("table")));
    EXPECT_THAT(htmlOf("+---+     +---+\n| a |---->| b |\n+---+     +---+\n"),
                Not(HasSubstr("table")));
    EXPECT_THAT(htmlOf("+---+\n+---+\n"), Not(HasSubstr("table")));
}

TEST(Pandoc, definitionLists_holdParagraphs)
{
    EXPECT_EQ(
        linesJoined("T *x*\n\n:   a\n\n    b\n\n:   c\n\nU\n:   d\n\ne\n"),
        "<dl><dt>T <em>x</em></dt><dd><p>a</p><p>b</p></dd><dd>c</dd><dt>U</dt><dd>d</dd></dl>"
        "<p>e</p>");
    EXPECT_EQ(linesJoined("甲\n\n:   乙\n    丙\n\n        code\n\n    ```\n    x\n    ```\n"),
              "<dl><dt>甲</dt><dd><p>乙丙</p><pre><code>code</code></pre><pre><code>x</code></pre>"
              "</dd></dl>");
    EXPECT_EQ(linesJoined("T\n\n  ~ a\n\nU\n\n  ~ b\n"),
              "<dl><dt>T</dt><dd>a</dd><dt>U</dt><dd>b</dd></dl>");
    EXPECT_EQ(linesJoined("T\n\n:   U\n\n    :   a\n"),
              "<dl><dt>T</dt><dd><dl><dt>U</dt><dd>a</dd></dl></dd></dl>");
    EXPECT_EQ(htmlOf("T\n: a\n"), "<dl><dt>T</dt><dd>a</dd></dl>");
}

TEST(Pandoc, definitionLists_areNotMadeOfProse)
{
    EXPECT_EQ(htmlOf("One line\nand another\n\n: x\n"), "<p>One line\nand another</p><p>: x</p>");
    EXPECT_EQ(htmlOf("about\n~ 5 people\n"), "<p>about\n~ 5 people</p>");
    EXPECT_EQ(htmlOf("- a\n\n: x\n"), "<ul><li>a</li></ul><p>: x</p>");
    EXPECT_EQ(htmlOf("## a\n\n: x\n"), "<h2 id=\"a\">a</h2><p>: x</p>");
    EXPECT_EQ(htmlOf("a\n\n:smile: x\n"), "<p>a</p><p>😄 x</p>");
}

TEST(Pandoc, lineBlocks_keepTheirLines)
{
    EXPECT_EQ(htmlOf("| one *x*\n|   two\n|\n| three\n"),
              "<p>one <em>x</em><br>\n\u00A0\u00A0two<br>\n\u00A0<br>\nthree</p>");
    EXPECT_EQ(htmlOf("| 春眠\n| 不觉晓\n"), "<p>春眠<br>\n不觉晓</p>");
    EXPECT_EQ(htmlOf("a\n\n| b\n| c\n\nd\n"), "<p>a</p><p>b<br>\nc</p><p>d</p>");
}

TEST(Pandoc, lineBlocks_areNotMadeOfTables)
{
    EXPECT_THAT(htmlOf("| a\n| -\n| b\n"), Not(HasSubstr("<br>")));
    EXPECT_THAT(htmlOf("| a | b\n| - | -\n| c | d\n"), Not(HasSubstr("<br>")));
    EXPECT_EQ(htmlOf("| a\n"), "<p>| a</p>");
    EXPECT_THAT(htmlOf("```\n| a\n| b\n```\n"), HasSubstr("| a\n| b\n"));
}

TEST(Pandoc, spans_keepTheirWordsAndPlaces)
{
    EXPECT_EQ(htmlOf("a [x *y*]{.underline} b\n"), "<p>a <u>x <em>y</em></u> b</p>");
    EXPECT_EQ(htmlOf("[x]{.mark} [K]{.kbd} [s]{.smallcaps .y}\n"),
              "<p><mark>x</mark> <kbd>K</kbd> s</p>");
    EXPECT_EQ(htmlOf("a []{#b}c [d](#b) [e]{#f .g}\n"),
              "<p>a <span id=\"b\"></span>c <a href=\"#b\">d</a> <span id=\"f\">e</span></p>");
    EXPECT_EQ(htmlOf("[红]{style=\"color: red\"} [fr]{lang=fr}\n"), "<p>红 fr</p>");
    EXPECT_EQ(htmlOf("[\\\\(x\\^2\\\\)]{.math .inline}\n"),
              "<p><span class=\"formula\">x^2</span></p>");
    EXPECT_EQ(htmlOf("[a](u){.x}\n"), "<p><a href=\"u\">a</a></p>");
}

TEST(Pandoc, spans_areNotMadeOfOtherBraces)
{
    EXPECT_EQ(htmlOf("[a]{b} [a] {.b}\n"), "<p>[a]{b} [a] {.b}</p>");
    EXPECT_EQ(htmlOf("`[a]{.b}`\n"), "<p><code>[a]{.b}</code></p>");
    EXPECT_EQ(htmlOf("x[1]{2 = 3}\n"), "<p>x[1]{2 = 3}</p>");
}

TEST(Pandoc, divisions_arePlacesToLinkTo)
{
    EXPECT_EQ(linesJoined("::: {#a .tip}\nx\n:::\n"),
              "<aside class=\"callout callout-tip\" id=\"a\"><p class=\"callout-title\">Tip</p>"
              "<p>x</p></aside>");
    EXPECT_EQ(linesJoined("::: {.refs #名}\nx\n:::\n"), "<div id=\"名\"><p>x</p></div>");
    EXPECT_EQ(linesJoined("::: {.details #a title=\"T\"}\nx\n:::\n"),
              "<details class=\"callout\" id=\"a\"><summary class=\"callout-title\">T"
              "</summary><p>x</p></details>");
    EXPECT_EQ(linesJoined("::: {.refs style=\"a#b\"}\nx\n:::\n"), "<p>x</p>");
}

TEST(Pandoc, definitionLists_areOne)
{
    EXPECT_EQ(linesJoined("甲\n: x\n\n乙\n: y\n\n丙\n: z\n"),
              "<dl><dt>甲</dt><dd>x</dd><dt>乙</dt><dd>y</dd><dt>丙</dt><dd>z</dd></dl>");
    EXPECT_EQ(linesJoined("甲\n: x\n\n字\n\n乙\n: y\n"),
              "<dl><dt>甲</dt><dd>x</dd></dl><p>字</p><dl><dt>乙</dt><dd>y</dd></dl>");
    EXPECT_EQ(linesJoined("<dl><dt>a</dt></dl>\n\n<dl><dt>b</dt></dl>\n"),
              "<dl><dt>a</dt></dl><dl><dt>b</dt></dl>");
}

TEST(Pandoc, divisions_areTheirContent)
{
    EXPECT_EQ(htmlOf("::: {.x}\na\n:::\n"), "<p>a</p>");
    EXPECT_EQ(htmlOf("::: {#i .y k=\"v\"}\na\n\n::: z\nb\n:::\n:::\n"),
              "<div id=\"i\">\n<p>a</p><p>b</p></div>");
    EXPECT_THAT(htmlOf("::: warning\na\n:::\n"), HasSubstr("callout-warning"));
    EXPECT_EQ(htmlOf("a ::: b\n"), "<p>a ::: b</p>");
}

} // namespace lectern::core
