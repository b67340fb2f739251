#include "core/article/article.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
#include "core/page/article_page.h"
#include "tests/support/thread_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace lectern::core {

namespace {

std::string repeated(std::string_view text, std::size_t times)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

RenderedBody rendered(std::string body)
{
    Article article;
    article.body = std::move(body);
    return renderBody(article);
}

/// The names of elements below \a node that the allow-list does not have.
std::string forbiddenIn(const HtmlNode &node)
{
    std::string names;
    for (const HtmlNode &child : node.children) {
        if (!child.isText() && !isAllowedElement(child.name)) {
            names += child.name + " ";
        }
        for (const auto &[name, value] : child.attributes) {
            names += isAllowedAttribute(child.name, name, value) ? "" : name + " ";
        }
        names += forbiddenIn(child);
    }
    return names;
}

void expectBounded(const std::string &body)
{
    const RenderedBody result = rendered(body);

    EXPECT_LE(result.html.size(), 16 * body.size() + (80U << 10U));
}

double costOf(const std::string &body)
{
    const double start = tests::threadMs();
    rendered(body);
    return tests::threadMs() - start;
}

/// Four times as much may cost four times as much; what looks back over all before costs sixteen
/// times. Measured again where it seems so.
bool growsInProportion(std::string_view mark)
{
    constexpr std::size_t bytes = 24U << 10U;
    constexpr double kMostTimes = 11;
    const std::string small = repeated(mark, bytes / mark.size());
    const std::string large = repeated(mark, 4 * bytes / mark.size());
    const double least = costOf(repeated("a b\n", bytes / 4));
    for (int again = 0; again < 6; ++again) {
        if (costOf(large) <= kMostTimes * std::max(costOf(small), least)) {
            return true;
        }
    }
    return false;
}

/// What begins, ends or looks like a mark of any dialect.
constexpr const char *kMarks[] = {"*",
                                  "_",
                                  "~",
                                  "~~",
                                  "`",
                                  "==",
                                  "^",
                                  ":",
                                  "[",
                                  "]",
                                  "![",
                                  "[[",
                                  "![[",
                                  "<",
                                  "<!--",
                                  "&amp;",
                                  "&#",
                                  "$",
                                  "$$",
                                  "\\(",
                                  "\\[",
                                  "{{<",
                                  "{%",
                                  "%%",
                                  "|",
                                  "[a](b",
                                  "[a](",
                                  "[^a]:",
                                  "[!a]",
                                  "[a](b) ",
                                  "<b>",
                                  "<a href=",
                                  "<a b=\"",
                                  "{% raw %}",
                                  "{{< note >}}",
                                  "{{< highlight go >}}",
                                  "</b>",
                                  "1. ",
                                  "a. x\n",
                                  "a. x\nb. y\n",
                                  "(1) x\n\n",
                                  "i. x\nii. y\n ",
                                  "#. x\n",
                                  "+--+--+\n| a  b|\n",
                                  "+--+\n|a |\n",
                                  "[^a]: ```\n",
                                  "[^a]: b\n\n    ```\n\nc\n",
                                  "(a:: b",
                                  "* ",
                                  "# ",
                                  "**中",
                                  "中**。",
                                  "==**a**==",
                                  "**a  \n**b",
                                  "中_强_",
                                  "_中",
                                  "~a~ ",
                                  "^[a",
                                  "^[a] ",
                                  "\\=\\=",
                                  "10910^{9}109 ",
                                  "^{",
                                  "\\begin{align}",
                                  "\\\\(",
                                  "$`a`$",
                                  "![a](b =1x)",
                                  "![a](b =",
                                  "<div>[a](b",
                                  "<div>[a](b)",
                                  "\n<p>*`",
                                  "<script> ",
                                  "<a:b",
                                  "<X>",
                                  "</x>",
                                  "http://a.b/wiki/中–",
                                  "–中",
                                  "中\n",
                                  "####### a\n",
                                  "- a\n  |b|\n  |-|\n",
                                  "[x](#a)\n# b\n",
                                  "](",
                                  "`a`](http://a b)",
                                  "[a\n\n",
                                  "# [\na](b)",
                                  "**\n\n",
                                  "**a\n\n",
                                  "[a](http://b “c",
                                  "<div class=\"cnblogs_code\">",
                                  "<div class=\"cnblogs_code\">a<br></div>",
                                  "[[a_b |",
                                  "[caption a=",
                                  "[caption a=b]![",
                                  "[caption a=b]<img ",
                                  "[code]",
                                  "[code]a[/code]",
                                  "[/code] [code] ",
                                  "[gallery a=b]",
                                  "[video src=a]",
                                  "<!-- wp:a ",
                                  "&lt;!-- wp:a ",
                                  "<a class=\"LinkCard\" href=\"http://a\">",
                                  "<a class=\"LinkCard\" href=\"http://a\">b</a>",
                                  "[a](https://link.zhihu.com/?target=http://a)"};

} // namespace

TEST(Hostile, wideTable_isCutAndSaysSo_whereItIsATable)
{
    const std::string body
        = repeated("|a", 3000) + "|\n" + repeated("|---", 3000) + "|\n" + repeated("|b|\n", 3000);

    const RenderedBody result = rendered(body);

    // Since md4c 0.5.1 a table has at most 128 columns; a wider one is text.
    EXPECT_EQ(result.isCut, result.html.find("<table") != std::string::npos);
    EXPECT_LE(result.html.size(), 16 * body.size() + (80U << 10U));
}

TEST(Hostile, tableWithShortRows_isCutAndSaysSo)
{
    const std::string body
        = repeated("|a", 64) + "|\n" + repeated("|---", 64) + "|\n" + repeated("a\n", 100000);

    const RenderedBody result = rendered(body);

    EXPECT_TRUE(result.isCut);
    EXPECT_LE(result.html.size(), 16 * body.size() + (80U << 10U));
}

TEST(Hostile, cutPage_saysSo)
{
    Article article;
    article.body
        = repeated("|a", 64) + "|\n" + repeated("|---", 64) + "|\n" + repeated("a\n", 100000);

    const std::string page = articlePage(article, renderBody(article), {});

    EXPECT_NE(page.find(PageStrings().cutNotice), std::string::npos);
}

TEST(Hostile, addresses_areBounded)
{
    // Quadratic in md4c's own autolinks: 2 to 25 s for a megabyte.
    for (const char *const address : {"http://a.b/?(", "www.a.b/?(", "http://a.b/(", "www.a.b ",
                                      "http://a.b/?a=b&c=d ", "a@b.", "a@b.c "}) {
        SCOPED_TRACE(address);
        expectBounded(repeated(address, (1U << 20U) / std::string(address).size()));
    }
}

TEST(Hostile, manyDefinitions_areBounded)
{
    std::string definitions;
    std::string uses;
    std::string sharps;
    for (int i = 0; i < 55000; ++i) {
        const std::string label = "[" + std::to_string(i) + "]";
        definitions += label + ": /u\n";
        uses += label + " ";
        sharps += "[" + repeated("\u1E9E", 1 + static_cast<std::size_t>(i) % 7) + label + "]: /u\n";
    }

    expectBounded(definitions + "\n" + uses);
    expectBounded(sharps);
}

/// One test for each, so that none waits for the others.
class EveryMark : public testing::TestWithParam<std::size_t>
{
};

TEST_P(EveryMark, isBounded)
{
    const char *const mark = kMarks[GetParam()];
    SCOPED_TRACE(mark);

    expectBounded(repeated(mark, (256U << 10U) / std::string(mark).size()));

    EXPECT_TRUE(growsInProportion(mark));
}

INSTANTIATE_TEST_SUITE_P(Hostile, EveryMark, testing::Range<std::size_t>(0, std::size(kMarks)));

TEST(Hostile, inputThatEndsInALink_isNotReadPastItsEnd)
{
    for (const char *const body :
         {"[a](h", "![a](h", "[a](<h", "[a](h \"", "[a]: h", "`a", "<a", "&a"}) {
        expectBounded(body);
    }
}

TEST(Hostile, longDefinitionUsedOften_isCutAndSaysSo)
{
    const std::string body = repeated("[a] ", 32768) + "\n\n[a]: /" + repeated("x", 10240) + "\n";

    const RenderedBody result = rendered(body);

    EXPECT_TRUE(result.isCut);
    EXPECT_LE(result.html.size(), 16 * body.size() + (80U << 10U));
}

TEST(Hostile, deepNesting_isBounded)
{
    expectBounded(repeated("> ", 50000) + "a");
    expectBounded(repeated("- ", 50000) + "a");
    expectBounded(repeated("<div>", 50000) + "a");
    expectBounded(repeated("*a **a ", 50000));
}

TEST(Hostile, unclosedFormatting_isBounded)
{
    expectBounded(repeated("<b><i><u><s>", 1000) + "\n\n" + repeated("a\n\n", 5000));
}

TEST(Hostile, bracketsAndBackquotes_areBounded)
{
    expectBounded(repeated("[", 100000));
    expectBounded(repeated("![](", 50000));
    expectBounded(repeated("`a``b", 30000));
    expectBounded(repeated("{{< a ", 30000));
    expectBounded(repeated("$$", 50000));
    expectBounded(repeated("[^a]", 30000));
    expectBounded(repeated("http://a.b/?(", 30000));
}

TEST(Hostile, attackMarkup_leavesNothingBehind)
{
    const RenderedBody result = rendered(
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <svg onload=alert(1)>\n\n"
        "<a href=\"java\nscript:alert(1)\">x</a> <iframe srcdoc=\"<script>\"></iframe>\n\n"
        "<base href=\"http://evil/\"><meta http-equiv=refresh content=\"0;url=http://evil\">\n\n"
        "<form action=http://evil><input name=a></form> <style>*{}</style>\n\n"
        "![x](javascript:alert(1)) <img src=\"file:///etc/passwd\" style=\"x:y\">\n");

    const auto tree = parseHtml(result.html);

    ASSERT_TRUE(tree.has_value());
    EXPECT_EQ(forbiddenIn(*tree), "");
    EXPECT_EQ(result.html.find("alert"), std::string::npos);
    EXPECT_EQ(result.html.find("evil"), std::string::npos);
}

TEST(Hostile, oddBytes_areShown)
{
    const RenderedBody result = rendered(std::string("a\0b", 3) + repeated("c", 1000000));

    EXPECT_NE(result.html.find("a\xEF\xBF\xBD"
                               "b"),
              std::string::npos);
    EXPECT_GT(result.html.size(), 1000000U);
}

} // namespace lectern::core
