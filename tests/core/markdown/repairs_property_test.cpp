#include "core/markdown/html/html_tree.h"
#include "core/markdown/source/source_passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <string>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 45> kPieces{"words",
                                                   "中文",
                                                   "Title",
                                                   " ",
                                                   "\n",
                                                   "\n\n",
                                                   "# ",
                                                   "## ",
                                                   "##标题",
                                                   "###### 导语。",
                                                   "1. 为什么\n------\n",
                                                   "1. One\n",
                                                   "------\n",
                                                   "## --- 一\n",
                                                   "## 图片\n",
                                                   "![图片](https://a.b/c.png)",
                                                   "![](https://a.b/c.png)",
                                                   "![](a b.png)",
                                                   "![]()",
                                                   "![]()https://a.b/d.png![]()",
                                                   "[](x)",
                                                   "[a](/b)",
                                                   "![a](/b.png)",
                                                   "[site](https://site.example/a)",
                                                   "**",
                                                   "****",
                                                   "***",
                                                   "*",
                                                   "“",
                                                   "”",
                                                   "：",
                                                   "|  |  |\n| --- | --- |\n| a | b |\n",
                                                   "| a |\n| - |\n| b |\n",
                                                   "<h3>",
                                                   "</h3>",
                                                   "<p>",
                                                   "<li>",
                                                   "<div>![x](https://a.b/e.png)</div>",
                                                   "<b></b>",
                                                   "```\n",
                                                   "`",
                                                   "- ",
                                                   "> ",
                                                   "    ",
                                                   "summary of it"};

class RandomBodies final
{
public:
    explicit RandomBodies(unsigned seed)
        : m_random(seed)
    {}

    Article next()
    {
        Article article = articleOf(text(16));
        article.body += m_random() % 4 == 0 ? "\n\n[site](https://site.example/a)" : "";
        article.meta.categories = {"site"};
        article.meta.source = "https://site.example/a";
        article.meta.summary = "summary of it";
        article.meta.thumbnail = "https://a.b/c.png";
        return article;
    }

    std::string text(std::size_t most)
    {
        std::string result;
        for (std::size_t count = m_random() % (most + 1); count > 0; --count) {
            result += kPieces[m_random() % kPieces.size()];
        }
        return result;
    }

private:
    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same articles in every run
};

/// The page and what its header shows, without paragraphs that nobody sees.
std::string shown(const RenderedBody &body)
{
    std::string html = body.html;
    for (const std::string_view blank : {"<p>\n</p>", "<p> </p>"}) {
        for (std::size_t at = html.find(blank); at != std::string::npos; at = html.find(blank)) {
            html.erase(at, blank.size());
        }
    }
    return html + "\n" + body.source + "\n" + body.thumbnail
        + (body.repeatsSummary ? "\nfolded" : "");
}

std::string withoutDashes(std::string text)
{
    std::erase(text, '-');
    return text;
}

std::string lettersOf(const std::string &html)
{
    std::string letters = textContent(*parseHtml(html));
    std::erase_if(letters, [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80
            && std::isalpha(static_cast<unsigned char>(byte)) == 0;
    });
    return letters;
}

} // namespace

TEST(RepairsProperty, countOnlyWhatWasAsked)
{
    RandomBodies bodies(101);
    std::array<int, kRepairKinds> made{};
    for (int round = 0; round < 400; ++round) {
        const Article article = bodies.next();
        for (const RepairRow &row : kRepairTable) {
            const RenderedBody body = renderBody(article, eagerly(Repairs::none().with(row.kind)));

            ASSERT_EQ(body.repairs.total(), body.repairs[row.kind])
                << row.name << " in " << article.body;
            made[static_cast<std::size_t>(row.kind)] += body.repairs.total() > 0 ? 1 : 0;
        }
    }
    for (const RepairRow &row : kRepairTable) {
        EXPECT_GT(made[static_cast<std::size_t>(row.kind)], 0) << row.name << " was never made";
    }
}

TEST(RepairsProperty, areCounted_whereverThePageChanges)
{
    RandomBodies bodies(102);
    for (int round = 0; round < 400; ++round) {
        const Article article = bodies.next();
        const std::string written = shown(renderBody(article, eagerly(Repairs::none())));
        for (const RepairRow &row : kRepairTable) {
            const RenderedBody body = renderBody(article, eagerly(Repairs::none().with(row.kind)));

            if (body.repairs.total() == 0) {
                ASSERT_EQ(shown(body), written) << row.name << " in " << article.body;
            }
        }
    }
}

TEST(RepairsProperty, areNotCounted_whereTheyAreLeftOut)
{
    RandomBodies bodies(103);
    for (int round = 0; round < 400; ++round) {
        const Article article = bodies.next();
        for (const RepairRow &row : kRepairTable) {
            const RenderedBody body
                = renderBody(article, eagerly(Repairs::all().without(row.kind)));

            ASSERT_EQ(body.repairs[row.kind], 0U) << row.name << " in " << article.body;
        }
    }
}

TEST(RepairsProperty, ofEmphasisAndPictures_takeNoLetterAway)
{
    // That of links hides the addresses that stood in blocks of HTML.
    constexpr std::array<Repair, 2> kHarmless{Repair::Emphasis, Repair::ImageTexts};
    RandomBodies bodies(104);
    for (int round = 0; round < 400; ++round) {
        const Article article = bodies.next();
        const std::string written = renderBody(article, eagerly(Repairs::none())).html;
        for (const Repair kind : kHarmless) {
            const RenderedBody body = renderBody(article, eagerly(Repairs::none().with(kind)));

            ASSERT_EQ(lettersOf(body.html), lettersOf(written)) << article.body;
        }
    }
}

TEST(RepairsProperty, ofLinks_moveAddressesIntoTheLinks)
{
    RandomBodies bodies(106);
    for (int round = 0; round < 400; ++round) {
        const Article article = bodies.next();
        std::string written = lettersOf(renderBody(article, eagerly(Repairs::none())).html);
        const std::string html
            = renderBody(article, eagerly(Repairs::none().with(Repair::Links))).html;
        std::string kept = lettersOf(html);
        for (std::size_t at = html.find("href=\""); at != std::string::npos;
             at = html.find("href=\"", at + 6)) {
            kept += lettersOf(html.substr(at + 6, html.find('"', at + 6) - at - 6));
        }
        std::ranges::sort(written);
        std::ranges::sort(kept);

        ASSERT_TRUE(std::ranges::includes(kept, written)) << article.body << html;
    }
}

TEST(RepairsProperty, ofLines_areMadeOnce)
{
    RandomBodies bodies(105);
    int repaired = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string markdown = bodies.text(14);
        RepairCounts first;
        const std::string once = withRepairedLines(markdown, Repairs::all(), first);
        RepairCounts second;
        const std::string twice = withRepairedLines(once, Repairs::all(), second);

        // Delimiter rows of tables may become longer each time.
        ASSERT_EQ(withoutDashes(twice), withoutDashes(once)) << markdown;
        ASSERT_EQ(second.total(), 0U) << markdown;
        repaired += first.total() > 0 ? 1 : 0;
    }
    EXPECT_GT(repaired, 300);
}

TEST(RepairsProperty, ofOpenTags_areMadeOnce)
{
    constexpr std::array<std::string_view, 14> kBlocks{
        "<h3>标题", "<h2>One</h2>", "<p>text",        "<p>一段</p>", "<ul>\n<li>a\n<li>b",  "words",
        "# head",   "- item",       "```\n<h3>\n```", "> <h3>a",     "<div>\n<p>a\n</div>", "</p>",
        "<li>a",    "`<h3>`"};
    std::mt19937 random(106); // NOLINT(cert-msc51-cpp): the same articles in every run
    int repaired = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 8; count > 0; --count) {
            markdown.append(kBlocks[random() % kBlocks.size()]).append("\n\n");
        }
        RepairCounts first;
        const std::string once = withoutOpenTags(markdown, first);
        RepairCounts second;
        const std::string twice = withoutOpenTags(once, second);

        ASSERT_EQ(twice, once) << markdown;
        ASSERT_EQ(second.total(), 0U) << markdown;
        ASSERT_EQ(first.total() == 0, once == markdown) << markdown;
        repaired += first.total() > 0 ? 1 : 0;
    }
    EXPECT_GT(repaired, 300);
}

} // namespace lectern::core
