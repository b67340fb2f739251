#include "core/markdown/html/html_escape.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/html/raw_html.h"

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <random>
#include <set>
#include <string>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 34> kPieces{"<b>",
                                                   "</b>",
                                                   "<p class=\"x\">",
                                                   "</p>",
                                                   "<script>",
                                                   "</script>",
                                                   "<SCRIPT src='x'>",
                                                   "<style>",
                                                   "</style>",
                                                   "<img src=x>",
                                                   "<iframe src=\"//a.b/c\">",
                                                   "</iframe>",
                                                   "<!--",
                                                   "-->",
                                                   "<!doctype>",
                                                   "<?php",
                                                   "?>",
                                                   "<svg/onload=x>",
                                                   "<details>",
                                                   "</details>",
                                                   "<a href='x\"'>",
                                                   "</a>",
                                                   "text",
                                                   " ",
                                                   "<",
                                                   ">",
                                                   "\"",
                                                   "'",
                                                   "/",
                                                   "&lt;",
                                                   "<table>",
                                                   "<td>",
                                                   "vector<int>",
                                                   "<title>"};

std::string filtered(const std::string &html)
{
    RawHtmlFilter filter;
    std::string output;
    filter.append(output, html);
    return output;
}

void collectNames(const HtmlNode &node, std::set<std::string> &names)
{
    for (const HtmlNode &child : node.children) {
        if (!child.isText()) {
            names.insert(child.name);
            collectNames(child, names);
        }
    }
}

std::string randomHtml(std::mt19937 &random)
{
    std::string html;
    for (std::size_t count = random() % 14; count > 0; --count) {
        html += kPieces[random() % kPieces.size()];
    }
    return html;
}

} // namespace

TEST(RawHtmlProperty, letsNoElementPassThatRunsOrLoads)
{
    std::mt19937 random(62); // NOLINT(cert-msc51-cpp): the same pieces in every run
    for (int round = 0; round < 5000; ++round) {
        const std::string html = randomHtml(random);
        const auto tree = parseHtml(filtered(html));
        ASSERT_TRUE(tree);
        std::set<std::string> names;
        collectNames(*tree, names);
        for (const char *const name : {"script", "style", "iframe", "svg", "title", "object",
                                       "embed", "link", "meta", "form", "base", "template"}) {
            ASSERT_FALSE(names.contains(name)) << name << " in " << html;
        }
    }
}

TEST(RawHtmlProperty, hidesWhatScriptsAndStylesHold)
{
    for (const char *const html :
         {"<script>evil</script>", "<SCRIPT>evil</SCRIPT>", "<style>evil</style>",
          "<script type=\"a>b\">evil</script>", "<script>evil", "<script>\n<b>evil</b></script>",
          "<style>evil</script>evil</style>"}) {
        EXPECT_EQ(filtered(html).find("evil"), std::string::npos) << html << ": " << filtered(html);
    }
    EXPECT_EQ(filtered("<script/>shown"), "shown");
    EXPECT_EQ(filtered("<script>x</script>shown"), "shown");
}

TEST(RawHtmlProperty, isTheSame_whenItComesInOneBlockAfterAnother)
{
    std::mt19937 random(63); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 1000; ++round) {
        RawHtmlFilter filter;
        std::string output;
        for (int block = 0; block < 3; ++block) {
            const std::size_t depth = filter.depth();
            filter.append(output, randomHtml(random));
            filter.endBlock(depth);
            ASSERT_LE(filter.depth(), depth);
            ASSERT_FALSE(filter.isHiding());
        }
    }
}

TEST(RawHtmlProperty, takesLinearTime)
{
    for (const std::string_view piece :
         {"<", "<b", "<b a=\"", "<!--", "<!", "<?", "</", "</b>", "<b>", "<script>", "<a href='"}) {
        std::string html;
        while (html.size() < 300'000) {
            html += piece;
        }
        const std::clock_t start = std::clock();

        const std::string output = filtered(html);

        EXPECT_LT(std::clock() - start, 10 * CLOCKS_PER_SEC) << piece;
        EXPECT_LE(output.size(), html.size() * 5) << piece;
    }
}

TEST(HtmlEscapeProperty, isReadBackAsTheText_betweenTagsAndInAttributes)
{
    constexpr std::array<std::string_view, 14> kTextPieces{
        "<", ">", "&", "\"", "'", "&amp;", "&#60;", "a", "中", " ", "<script>", "\t", "`", "="};
    std::mt19937 random(64); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t count = 1 + random() % 10; count > 0; --count) {
            text += kTextPieces[random() % kTextPieces.size()];
        }
        const auto tree = parseHtml("<p title=\"" + escaped(text) + "\">" + escaped(text) + "</p>");

        ASSERT_TRUE(tree);
        ASSERT_EQ(tree->children.size(), 1U) << text;
        ASSERT_EQ(tree->children[0].attribute("title"), text);
        ASSERT_EQ(textContent(tree->children[0]), text);
        std::string appended = "x";
        appendEscaped(appended, text);
        ASSERT_EQ(appended, "x" + escaped(text));
    }
}

} // namespace lectern::core
