#include "core/markdown/html/html_output.h"
#include "core/markdown/tree/text_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

/// The text with its links as `<address>`, or `<address|text>` where they differ.
std::string linked(const std::string &text)
{
    HtmlNode root = makeElement("div", {makeText(text)});
    linkifyText(root);
    std::string shown;
    for (const HtmlNode &node : root.children) {
        if (node.isText()) {
            shown += node.text;
            continue;
        }
        const std::string href(node.attribute("href"));
        const std::string inner = textContent(node);
        shown += "<" + href + (inner == href ? "" : "|" + inner) + ">";
    }
    return shown;
}

struct Line
{
    const char *text;
    const char *linked;
};

} // namespace

TEST(Linkify, findsWebAddresses)
{
    constexpr Line lines[] = {
        {"see https://a.b/c now", "see <https://a.b/c> now"},
        {"http://a.b", "<http://a.b>"},
        {"HTTPS://A.B/C", "<HTTPS://A.B/C>"},
        {"https://a.b:8080/c?d=e&f=g#h", "<https://a.b:8080/c?d=e&f=g#h>"},
        {"https://user@a.b/c", "<https://user@a.b/c>"},
        {"https://例え.jp/道", "https://例え.jp/道"},
        {"www.a.org/b", "<http://www.a.org/b|www.a.org/b>"},
        {"(www.a.org)", "(<http://www.a.org|www.a.org>)"},
    };
    for (const Line &line : lines) {
        EXPECT_EQ(linked(line.text), line.linked);
    }
}

TEST(Linkify, endsWhereTheSentenceOrChineseGoesOn)
{
    constexpr Line lines[] = {
        {"https://a.b/c.", "<https://a.b/c>."},
        {"https://a.b/c, d", "<https://a.b/c>, d"},
        {"https://a.b/c?!", "<https://a.b/c>?!"},
        {"(https://a.b/c)", "(<https://a.b/c>)"},
        {"https://a.b/c_(d)", "<https://a.b/c_(d)>"},
        {"(https://a.b/c_(d))", "(<https://a.b/c_(d)>)"},
        {"https://a.b/c&copy;", "<https://a.b/c>&copy;"},
        {"网址https://a.b/c，在这里", "网址<https://a.b/c>，在这里"},
        {"https://a.b/c中文", "<https://a.b/c>中文"},
        {"“https://a.b/c”", "“<https://a.b/c>”"},
        {"**https://a.b/c**", "**<https://a.b/c>**"},
        {"https://a.b/c<d", "<https://a.b/c><d"},
    };
    for (const Line &line : lines) {
        EXPECT_EQ(linked(line.text), line.linked);
    }
}

TEST(Linkify, setsAddressesApart_thatAreGlued)
{
    EXPECT_EQ(linked("https://a.b/chttps://d.e/f"), "<https://a.b/c><https://d.e/f>");
    EXPECT_EQ(linked("https://web.archive.org/web/https://a.b/c"),
              "<https://web.archive.org/web/https://a.b/c>");
    EXPECT_EQ(linked("https://a.b/?u=https://c.d/"), "<https://a.b/?u=https://c.d/>");
}

TEST(Linkify, findsMailAddresses)
{
    constexpr Line lines[] = {
        {"mail a.b+c@d.org.", "mail <mailto:a.b+c@d.org|a.b+c@d.org>."},
        {"邮箱a@b.cn。", "邮箱<mailto:a@b.cn|a@b.cn>。"},
        {"a@b", "a@b"},
        {"@name", "@name"},
        {"a@.b.c", "a@.b.c"},
        {"a@b..c", "a@b..c"},
        {"git@github.com:a/b", "<mailto:git@github.com|git@github.com>:a/b"},
        {"https://a.b/@c.d", "<https://a.b/@c.d>"},
        {"://a@b.c", "://a@b.c"},
    };
    for (const Line &line : lines) {
        EXPECT_EQ(linked(line.text), line.linked);
    }
}

TEST(Linkify, leavesAlone_whatIsNoAddress)
{
    for (const char *const text :
         {"http://", "https://", "http://localhost", "http://.a", "http://a.", "http://a..b",
          "http:/a.b", "ftp://a.b", "javascript:alert(1)", "www.", "awww.a.b", "h", "@",
          "http://[::1]/", "file:///etc/passwd", "http s://a.b"}) {
        EXPECT_EQ(linked(text), text);
    }
}

TEST(Linkify, leavesCodeAndLinksAlone)
{
    for (const char *const element : {"a", "code", "pre", "kbd", "samp"}) {
        HtmlNode root
            = makeElement("div", {makeElement(element, {makeText("https://a.b/c d@e.f")})});

        linkifyText(root);

        EXPECT_EQ(root.children[0].children.size(), 1U) << element;
    }
}

TEST(LinkifyProperty, changesNoText_andLinksOnlyWhereItMay)
{
    constexpr std::array<std::string_view, 24> kPieces{
        "http://", "https://", "www.",        "a",  "b.c", ".",      "/",       "@",
        "(",       ")",        "，",          "中", "&",   ";",      ":",       "?",
        "#",       " ",        "javascript:", "\"", "<",   "\u3000", "mailto:", "\xF0\x9F\x98\x80"};
    std::mt19937 random(60); // NOLINT(cert-msc51-cpp): the same texts in every run
    int links = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t count = random() % 12; count > 0; --count) {
            text += kPieces[random() % kPieces.size()];
        }
        HtmlNode root = makeElement("div", {makeText(text)});

        linkifyText(root);

        ASSERT_EQ(textContent(root), text);
        for (const HtmlNode &node : root.children) {
            if (node.isText()) {
                continue;
            }
            ++links;
            const std::string href(node.attribute("href"));
            ASSERT_TRUE(isAllowedAttribute("a", "href", href)) << href;
            ASSERT_EQ(href.find_first_of(" <>\"\n"), std::string::npos) << href;
            ASSERT_NE(href.find('.'), std::string::npos) << href;
        }
    }
    EXPECT_GT(links, 300);
}

TEST(LinkifyProperty, takesLinearTime)
{
    for (const std::string_view piece :
         {"http://", "http://a.b/", "(www.a", "https://a", "www.", "@", "a@", "http://a.b/?(",
          "www.a.b/?(", "http://a.b/)", "http://a.b/?a=b&c=d ", "&a;"}) {
        std::string text;
        while (text.size() < 100'000) {
            text += piece;
        }
        HtmlNode root = makeElement("div", {makeText(text)});
        const std::clock_t start = std::clock();

        linkifyText(root);

        EXPECT_LT(std::clock() - start, 10 * CLOCKS_PER_SEC) << piece;
        EXPECT_EQ(textContent(root), text) << piece;
    }
}

TEST(Linkify, linkifyText_keepsTheNamesOfPages)
{
    for (const std::string url :
         {"https://en.wikipedia.org/wiki/Dunning–Kruger_effect",
          "https://zh.wikipedia.org/wiki/红楼梦", "https://zh.wikipedia.org/wiki/红楼梦#版本",
          "https://ja.wikipedia.org/wiki/レオナルド・ダ・ヴィンチ",
          "https://baike.baidu.com/item/红楼梦/15311", "https://a.b/c·d", "https://a.b/c—d?e=1"}) {
        EXPECT_EQ(htmlOf("见 " + url + " 等"),
                  "<p>见 <a href=\"" + url + "\">" + url + "</a> 等</p>");
    }
}

TEST(Linkify, linkifyText_endsWithTheAddress)
{
    for (const auto &[url, rest] : std::vector<std::pair<std::string, std::string>>{
             {"https://a.b/c", "。后文"},
             {"https://a.b/c", "，见"},
             {"https://a.b/c", "后文"},
             {"https://a.b/", "后文"},
             {"https://a.b/c", "——见"},
             {"https://a.b/c", " – d"},
             {"https://zh.wikipedia.org/wiki/红楼梦", "，一书"},
             {"https://zh.wikipedia.org/wiki/红楼梦", "（电视剧）"},
             {"https://en.wikipedia.org/wiki/Red", "一书"},
         }) {
        EXPECT_EQ(htmlOf(url + rest), "<p><a href=\"" + url + "\">" + url + "</a>" + rest + "</p>");
    }
}

} // namespace lectern::core
