#include "core/markdown/html/html_output.h"
#include "core/markdown/tree/text_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

struct Case
{
    const char *written;
    const char *expected;
    std::uint32_t count;
};

struct Repaired
{
    std::string html;
    std::uint32_t count = 0;
};

Repaired repaired(std::string_view html)
{
    HtmlNode root = *parseHtml(html);
    const std::uint32_t count = repairEmphasis(root);
    return {writeHtml(root, 100'000).html, count};
}

template <std::size_t N>
void expectRepaired(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        const Repaired result = repaired(row.written);
        EXPECT_EQ(result.html, row.expected) << row.written;
        EXPECT_EQ(result.count, row.count) << row.written;
    }
}

std::string withoutStars(std::string text)
{
    std::erase(text, '*');
    return text;
}

} // namespace

TEST(EmphasisRepairs, makeStrong_whatIsGluedToItsNeighbours)
{
    constexpr Case cases[] = {
        {"前**“重点”**后", "前<strong>“重点”</strong>后", 1},
        {"前**（一）**后", "前<strong>（一）</strong>后", 1},
        {"**一：**二**三：**四", "<strong>一：</strong>二<strong>三：</strong>四", 2},
        {"a **b **，c", "a <strong>b </strong>，c", 1},
        {"***一***", "<strong>一</strong>", 1},
        {"**a b**c", "<strong>a b</strong>c", 1},
        {"x**y: z**", "x<strong>y: z</strong>", 1},
        {"<em>a</em>**“b”**c", "<em>a</em><strong>“b”</strong>c", 1},
    };
    expectRepaired(cases);
}

TEST(EmphasisRepairs, dropEmptyOnes)
{
    constexpr Case cases[] = {
        {"一****二", "一二", 1},
        {"一 **** 二", "一  二", 1},
        {"****", "", 1},
        {"a，****b，****c", "a，b，c", 2},
    };
    expectRepaired(cases);
}

TEST(EmphasisRepairs, closeSeamsInsideEmphasis)
{
    constexpr Case cases[] = {
        {"<strong>0****1</strong>", "<strong>01</strong>", 1},
        {"<em>a**b</em>", "<em>ab</em>", 1},
        {"<strong>一****二****三</strong>", "<strong>一二三</strong>", 2},
        {"<strong><del>a****b</del></strong>", "<strong><del>ab</del></strong>", 1},
        {"<strong>a*****b</strong>", "<strong>a*****b</strong>", 0},
        {"<strong><code>a****b</code></strong>", "<strong><code>a****b</code></strong>", 0},
    };
    expectRepaired(cases);
}

TEST(EmphasisRepairs, leaveWhatMeansSomethingElse)
{
    for (const char *const text :
         {"2**10", "2**3**4", "a**b**c", "138****5678", "a * b ** c", "**", "***", "*****", "** **",
          "一**\n二**", "f(**kwargs)", "glob/**/x/**/y", "*.md", "5 ***** 星"}) {
        const Repaired result = repaired(text);
        EXPECT_EQ(result.html, text);
        EXPECT_EQ(result.count, 0U) << text;
    }
    const std::string longText = "**" + std::string(400, 'x') + " y**";
    EXPECT_EQ(repaired(longText).html, longText);
}

TEST(EmphasisRepairs, leaveCodeLinksAndFormulas)
{
    for (const char *const html :
         {"<code>前**“a”**后</code>", "<pre>一****二</pre>", "<a href=\"https://a.b\">一****二</a>",
          "<kbd>一****二</kbd>", "<span class=\"formula\">a****b，****</span>"}) {
        EXPECT_EQ(repaired(html).html, html);
        EXPECT_EQ(repaired(html).count, 0U) << html;
    }
}

TEST(EmphasisRepairs, areNotMade_whereTheAuthorEscapesAsterisks)
{
    EXPECT_EQ(renderBody(articleOf("一****二")).repairs[Repair::Emphasis], 1U);
    EXPECT_EQ(renderBody(articleOf("一****二 \\*")).repairs[Repair::Emphasis], 0U);
    EXPECT_EQ(htmlOf("一****二 \\*"), "<p>一****二 *</p>");
    EXPECT_EQ(htmlOf("一****二", Repairs::none()), "<p>一****二</p>");
}

TEST(InlineMarks, areReadWhereTheyStandAsMarks)
{
    constexpr Case cases[] = {
        {"==重点==", "<mark>重点</mark>", 0},
        {"（==a b==）", "（<mark>a b</mark>）", 0},
        {"==a== ==b==", "<mark>a</mark> <mark>b</mark>", 0},
        {"10^-3^ m", "10<sup>-3</sup> m", 0},
        {"Na^+^", "Na<sup>+</sup>", 0},
        {"CO~2~", "CO<sub>2</sub>", 0},
        {":+1: 好 :smile:", "👍 好 😄", 0},
        {"好:smile:", "好😄", 0},
    };
    for (const Case &row : cases) {
        HtmlNode root = makeElement("div", {makeText(row.written)});
        expandInlineMarks(root);
        EXPECT_EQ(writeHtml(root, 10'000).html, row.expected) << row.written;
    }
}

TEST(InlineMarks, thatLookLikeThem_stay)
{
    for (const char *const text : {"a == b",
                                   "== a ==",
                                   "a==b==c",
                                   "====",
                                   "==a\nb==",
                                   "!==a==",
                                   "x=== y===",
                                   "^a^",
                                   "a^^b",
                                   "a^b c^",
                                   "2^10",
                                   "3~5~7",
                                   "a~~b~~",
                                   "~/.bashrc ~",
                                   "12:30:45",
                                   "a:smile:",
                                   ":no such:",
                                   "::",
                                   "std::map::iterator",
                                   "http://a:80:b",
                                   "x^thisistoolong^"}) {
        HtmlNode root = makeElement("div", {makeText(text)});
        expandInlineMarks(root);
        EXPECT_EQ(writeHtml(root, 10'000).html, text);
    }
}

TEST(TextPassesProperty, dropNothingButMarks_andAreDoneOnce)
{
    constexpr std::array<std::string_view, 20> kPieces{
        "*", "**", "***", "****", "a", "一", "“",       "”",    " ",     "\n",
        "2", "：", "=",   "==",   "^", "~",  ":smile:", "<em>", "</em>", "<strong>"};
    std::mt19937 random(77); // NOLINT(cert-msc51-cpp): the same texts in every run
    int changes = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string html;
        for (std::size_t count = random() % 16; count > 0; --count) {
            html += kPieces[random() % kPieces.size()];
        }
        HtmlNode root = *parseHtml(html);
        const std::string before = textContent(root);

        const std::uint32_t count = repairEmphasis(root);

        const std::string after = textContent(root);
        ASSERT_EQ(withoutStars(after), withoutStars(before)) << html;
        ASSERT_EQ(count == 0, after == before) << html;
        changes += count > 0 ? 1 : 0;

        flattenStrong(root);
        ASSERT_EQ(textContent(root), after) << html;
        const std::string once = writeHtml(root, 100'000).html;
        flattenStrong(root);
        ASSERT_EQ(writeHtml(root, 100'000).html, once) << html;
    }
    EXPECT_GT(changes, 500);
}

TEST(TextPassesProperty, marksTakeNoLettersAway)
{
    constexpr std::array<std::string_view, 14> kPieces{"=", "==", "^", "~",  ":",   "a",  "B",
                                                       "1", "中", " ", "+1", "bug", "\n", "，"};
    const auto lettersOf = [](std::string text) {
        std::erase_if(text, [](char byte) {
            return std::string_view("=^~").find(byte) != std::string_view::npos;
        });
        return text;
    };
    std::mt19937 random(78); // NOLINT(cert-msc51-cpp): the same texts in every run
    int marked = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string text;
        for (std::size_t count = random() % 14; count > 0; --count) {
            text += kPieces[random() % kPieces.size()];
        }
        HtmlNode root = makeElement("div", {makeText(text)});

        expandInlineMarks(root);

        const std::string shown = textContent(root);
        if (shown.find("👍") == std::string::npos && shown.find("🐛") == std::string::npos) {
            ASSERT_EQ(lettersOf(shown), lettersOf(text));
        }
        marked += shown == text ? 0 : 1;
    }
    EXPECT_GT(marked, 100);
}

TEST(EmphasisRepairs, underscores_comeInPairs)
{
    EXPECT_EQ(htmlOf("这是_甲_和_乙_字"), "<p>这是<em>甲</em>和<em>乙</em>字</p>");
    EXPECT_EQ(htmlOf("用_甲_，见_乙_。"), "<p>用<em>甲</em>，见<em>乙</em>。</p>");
    EXPECT_EQ(htmlOf("看__甲__和__乙__。"), "<p>看<strong>甲</strong>和<strong>乙</strong>。</p>");
    EXPECT_EQ(htmlOf("甲_乙_丙_丁 a_b_c 数据_终稿_二.docx"),
              "<p>甲_乙_丙_丁 a_b_c 数据_终稿_二.docx</p>");
}

TEST(EmphasisRepairs, repairEmphasis_dropsStars_thatLinesTore)
{
    expectRepaired({
        {"<p>**True</p><p>False</p><p>True<br>\n**</p>", "<p>True</p><p>False</p><p>True<br>\n</p>",
         1},
        {"<p>**<br>\nABC我ABC**</p>", "<p><br>\nABC我ABC</p>", 1},
        {"<p>**</p><p>a</p><p>**</p>", "<p></p><p>a</p><p></p>", 1},
        {"<p><font>**A &amp; B</font></p><p>**</p>", "<p>A &amp; B</p><p></p>", 1},
        {"<p>**甲</p><ul><li>乙**</li></ul>", "<p>甲</p><ul><li>乙</li></ul>", 1},
    });
}

TEST(EmphasisRepairs, repairEmphasis_keepsStars_thatMeanSomething)
{
    expectRepaired({
        {"<p>**</p><p>**</p>", "<p>**</p><p>**</p>", 0},
        {"<p>**</p><p>the operator</p>", "<p>**</p><p>the operator</p>", 0},
        {"<p>2 ** 3</p><p>** 表示</p><p>**</p>", "<p>2 ** 3</p><p>** 表示</p><p>**</p>", 0},
        {"<table><tr><td>a**</td></tr><tr><td>**b</td></tr></table>",
         "<table><tbody><tr><td>a**</td></tr><tr><td>**b</td></tr></tbody></table>", 0},
        {"<ul><li>*</li><li>**</li><li>**</li></ul>", "<ul><li>*</li><li>**</li><li>**</li></ul>",
         0},
        {"<p>b**</p><p>**a</p>", "<p>b**</p><p>**a</p>", 0},
        {"<p>**a b:c**</p>", "<p><strong>a b:c</strong></p>", 1},
        {"<p>***</p><p>x</p><p>***</p>", "<p>***</p><p>x</p><p>***</p>", 0},
    });
}

} // namespace lectern::core
