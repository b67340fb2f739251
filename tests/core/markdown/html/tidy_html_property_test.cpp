#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "tests/core/markdown/html/tree_outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 52> kPieces{"<p>",
                                                   "</p>",
                                                   "<b>",
                                                   "</b>",
                                                   "<em>",
                                                   "</em>",
                                                   "<ul>",
                                                   "</ul>",
                                                   "<ol>",
                                                   "</ol>",
                                                   "<li>",
                                                   "</li>",
                                                   "<div>",
                                                   "</div>",
                                                   "<h2>",
                                                   "</h2>",
                                                   "<table>",
                                                   "</table>",
                                                   "<tbody>",
                                                   "</tbody>",
                                                   "<tr>",
                                                   "</tr>",
                                                   "<td>",
                                                   "</td>",
                                                   "<pre>",
                                                   "</pre>",
                                                   "<code>",
                                                   "</code>",
                                                   "<br>",
                                                   "<hr>",
                                                   "<img alt=\"a\">",
                                                   "<a href=\"b\">",
                                                   "</a>",
                                                   "<span class='x'>",
                                                   "</span>",
                                                   "\n",
                                                   " ",
                                                   "text",
                                                   "中文",
                                                   "&amp;",
                                                   "&copy;",
                                                   "&#65;",
                                                   "&",
                                                   "<",
                                                   "<dl>",
                                                   "</dl>",
                                                   "<dt>",
                                                   "</dt>",
                                                   "<dd>",
                                                   "</dd>",
                                                   "<wbr>",
                                                   "</x>"};

/// Elements that are closed again, sometimes wrongly so.
class RandomHtml final
{
public:
    explicit RandomHtml(unsigned seed)
        : m_random(seed)
    {}

    /// Pieces in any order.
    std::string mixed(std::size_t most)
    {
        std::string html;
        for (std::size_t count = m_random() % (most + 1); count > 0; --count) {
            html += kPieces[m_random() % kPieces.size()];
        }
        return html;
    }

    /// Elements inside each other, all of them closed in order.
    std::string nested(int depth)
    {
        constexpr std::array<std::string_view, 12> kNames{
            "p", "b", "em", "ul", "li", "div", "h3", "code", "blockquote", "span", "pre", "dl"};
        std::string html;
        for (std::size_t count = m_random() % 4; count > 0; --count) {
            const std::string name(kNames[m_random() % kNames.size()]);
            html += "<" + name + ">" + (depth > 0 ? nested(depth - 1) : "x") + "</" + name + ">";
            html += m_random() % 3 == 0 ? "中 &lt; &quot;\n" : "";
        }
        return html;
    }

private:
    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same HTML in every run
};

} // namespace

TEST(TidyHtmlProperty, readsAsTheParserDoes_whateverItTakes)
{
    RandomHtml random(81);
    int taken = 0;
    for (int round = 0; round < 12'000; ++round) {
        const std::string html = round % 2 == 0 ? random.mixed(8) : random.nested(3);
        const auto tidy = parseTidyHtml(html);
        if (!tidy) {
            continue;
        }
        ++taken;
        const auto general = parseHtml(html);

        ASSERT_TRUE(general);
        ASSERT_EQ(outlineOf(*tidy), outlineOf(*general)) << html;
    }
    EXPECT_GT(taken, 2000);
}

TEST(TidyHtmlProperty, isReadBackAsTheSameTree_onceItIsWritten)
{
    RandomHtml random(82);
    int written = 0;
    for (int round = 0; round < 6000; ++round) {
        const auto tidy = parseTidyHtml(random.nested(3));
        if (!tidy) {
            continue;
        }
        const std::string html = writeHtml(*tidy, 1'000'000).html;
        const auto again = parseTidyHtml(html);

        ASSERT_TRUE(again) << html;
        ASSERT_EQ(outlineOf(*again), outlineOf(*parseHtml(html))) << html;
        ASSERT_EQ(writeHtml(*again, 1'000'000).html, html);
        ++written;
    }
    EXPECT_GT(written, 1000);
}

TEST(HtmlTreeProperty, keepsTheWordsInOrder_whateverStandsAroundThem)
{
    RandomHtml random(83);
    for (int round = 0; round < 4000; ++round) {
        const std::string html
            = "<p>first</p>" + random.mixed(10) + "<p>middle</p>" + random.mixed(10);
        const auto tree = parseHtml(html);

        ASSERT_TRUE(tree);
        const std::string text = textContent(*tree);
        const std::size_t first = text.find("first");
        const std::size_t middle = text.find("middle");
        ASSERT_NE(first, std::string::npos) << html;
        ASSERT_NE(middle, std::string::npos) << html;
    }
}

TEST(HtmlOutputProperty, writesLessThanItsBudgetAndOnePiece_andStaysBalanced)
{
    RandomHtml random(84);
    for (int round = 0; round < 2000; ++round) {
        const auto tree = parseHtml(random.mixed(30));
        ASSERT_TRUE(tree);
        const std::string whole = writeHtml(*tree, 1'000'000).html;
        for (const std::size_t budget : {std::size_t{0}, whole.size() / 2, whole.size()}) {
            const HtmlOutput output = writeHtml(*tree, budget);

            ASSERT_LE(output.html.size(), whole.size());
            ASSERT_TRUE(output.isCut || output.html == whole) << whole << budget;
            ASSERT_EQ(std::count(output.html.begin(), output.html.end(), '<'),
                      std::count(output.html.begin(), output.html.end(), '>'));
        }
    }
}

} // namespace lectern::core
