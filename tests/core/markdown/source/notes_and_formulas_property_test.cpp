#include "core/article/article.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 24> kNotePieces{"[^1]",
                                                       "[^注]",
                                                       "[^x]",
                                                       "\n[^1]: one\n",
                                                       "\n[^注]: 说明\n",
                                                       "\n[^x]: ",
                                                       "word",
                                                       "中文",
                                                       " ",
                                                       "\n",
                                                       "\n\n",
                                                       "    ",
                                                       "`",
                                                       "```\n",
                                                       "- ",
                                                       "> ",
                                                       "\\",
                                                       "!",
                                                       "[a](https://b.c)",
                                                       "**",
                                                       "[^none]",
                                                       "\n[^1]: [^x]\n",
                                                       "<b>",
                                                       "</b>"};

/// Addresses and ids of one page.
struct Anchors
{
    std::multiset<std::string, std::less<>> ids;
    std::vector<std::string> links; ///< into the page, without `#`
};

void collect(const HtmlNode &node, Anchors &anchors)
{
    for (const HtmlNode &child : node.children) {
        if (child.hasAttribute("id")) {
            anchors.ids.emplace(child.attribute("id"));
        }
        if (child.attribute("href").starts_with('#')) {
            anchors.links.emplace_back(child.attribute("href").substr(1));
        }
        collect(child, anchors);
    }
}

template <std::size_t N>
std::string randomText(std::mt19937 &random, const std::array<std::string_view, N> &pieces)
{
    std::string text;
    for (std::size_t count = random() % 22; count > 0; --count) {
        text += pieces[random() % pieces.size()];
    }
    return text;
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++times;
    }
    return times;
}

std::string withMath(std::string_view markdown, bool isAsked, bool &hasMath)
{
    ArticleMeta meta;
    meta.mathjax = isAsked;
    return withFormulas(std::string(markdown), meta, hasMath);
}

} // namespace

TEST(FootnotesProperty, linksLeadToNotes_andNotesLeadBack)
{
    std::mt19937 random(141); // NOLINT(cert-msc51-cpp): the same texts in every run
    std::uint32_t notes = 0;
    for (int round = 0; round < 2500; ++round) {
        std::string markdown = randomText(random, kNotePieces);
        // A fence that a note leaves open takes all behind it, and code has no links.
        std::erase(markdown, '`');
        for (std::size_t at = markdown.find("    "); at != std::string::npos;
             at = markdown.find("    ")) {
            markdown.erase(at, 1);
        }
        const RenderedBody body = renderBody(articleOf(markdown), eagerly());
        Anchors anchors;
        collect(*parseHtml(body.html), anchors);

        for (const std::string &link : anchors.links) {
            ASSERT_EQ(anchors.ids.count(link), 1U) << link << " of " << markdown;
        }
        notes += body.footnotes;
    }
    EXPECT_GT(notes, 500U);
}

TEST(FootnotesProperty, numbersAreGivenInOrder)
{
    std::mt19937 random(142); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 2500; ++round) {
        const std::string markdown = randomText(random, kNotePieces);
        const std::string result = withFootnotes(markdown);
        const std::size_t notes = count(result, "<li id=\"fn-");

        for (std::size_t number = 1; number <= notes; ++number) {
            ASSERT_EQ(count(result, "<li id=\"fn-" + std::to_string(number) + "\">"), 1U)
                << markdown;
        }
        ASSERT_LE(notes, 3U) << "there are three labels: " << markdown;
        ASSERT_LE(count(result, " id=\"fnref-"), notes) << markdown;
        ASSERT_EQ(count(result, "中文"), count(markdown, "中文")) << markdown;
    }
}

TEST(FormulasProperty, holdTheirTexAsText_andTheRestStays)
{
    constexpr std::array<std::string_view, 22> kPieces{
        "$",  "$$",   "\\(", "\\)", "\\[", "\\]",   "x",  "_1",  "^{2}", "\\frac{a}{b}", " ",
        "\n", "\n\n", "中",  "5",   "`",   "```\n", "\\", "<b>", "=",    "a < b",        "*"};
    std::mt19937 random(143); // NOLINT(cert-msc51-cpp)
    int found = 0;
    for (int round = 0; round < 5000; ++round) {
        const std::string markdown = randomText(random, kPieces);
        for (const bool isAsked : {false, true}) {
            bool hasMath = false;
            const std::string result = withMath(markdown, isAsked, hasMath);

            ASSERT_EQ(hasMath, result.find("<span class=\"formula") != std::string::npos)
                << markdown;
            ASSERT_EQ(result == markdown, !hasMath) << markdown;
            ASSERT_EQ(count(result, "<span class=\"formula"), count(result, "</span>")) << markdown;
            ASSERT_LE(result.size(), 8 * markdown.size() + 60 * count(result, "</span>"))
                << markdown;
            found += hasMath ? 1 : 0;
        }
    }
    EXPECT_GT(found, 1000);
}

TEST(FormulasProperty, whatIsFoundUnasked_isFoundWhenAsked)
{
    for (const char *const markdown :
         {"$\\pi$", "$x_{1}$", "设 $\\alpha$，则", "$$\nx = 1\n$$", "\\[ x^2 \\]", "\\(a_1\\)",
          "`$x_1$`", "`$$x=1$$`", "`\\begin{align}x\\end{align}`"}) {
        bool isUnasked = false;
        bool isAsked = false;
        const std::string unasked = withMath(markdown, false, isUnasked);

        EXPECT_TRUE(isUnasked) << markdown;
        EXPECT_EQ(withMath(markdown, true, isAsked), unasked) << markdown;
    }
}

TEST(AppendLiteralProperty, isReadBackAsTheText_whateverItHolds)
{
    constexpr std::array<std::string_view, 20> kPieces{"<", ">",  "&",  "*",  "_",   "`",    "[",
                                                       "]", "(",  "\\", "$",  "#",   "|",    "~",
                                                       "a", "中", "1",  "\"", "://", "&amp;"};
    std::mt19937 random(144); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 2000; ++round) {
        const std::string text = "x" + randomText(random, kPieces) + "y";
        std::string literal;
        appendLiteral(literal, text);

        const std::string html = htmlOf("<b>" + literal + "</b>", Repairs::none());

        ASSERT_EQ(textContent(*parseHtml(html)), text) << html;
    }
}

} // namespace lectern::core
