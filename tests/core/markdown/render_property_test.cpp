#include "core/article/article.h"
#include "core/base/text.h"
#include "core/markdown/html/html_output.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
#include "core/markdown/markdown_parser.h"
#include "core/markdown/source/list_marks.h"
#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace lectern::core {

namespace {

/// Pieces of Markdown, HTML, shortcodes, formulas and attacks, which stand in any order.
constexpr std::array<std::string_view, 62> kPieces{"word ",
                                                   "科学",
                                                   "。",
                                                   "\n",
                                                   "\n\n",
                                                   "  \n",
                                                   "# ",
                                                   "## Heading\n",
                                                   "###### ",
                                                   "标题\n===\n",
                                                   "- ",
                                                   "1. ",
                                                   "> ",
                                                   "> [!note] ",
                                                   "\t",
                                                   "    ",
                                                   "**",
                                                   "*",
                                                   "_",
                                                   "~~",
                                                   "==",
                                                   "`",
                                                   "```js {1}\n",
                                                   "```\n",
                                                   "$",
                                                   "$$",
                                                   "\\(",
                                                   "\\)",
                                                   "[",
                                                   "](",
                                                   ")",
                                                   "![",
                                                   "[^1]",
                                                   "[^1]: ",
                                                   "[[",
                                                   "]]",
                                                   "|",
                                                   "| - |\n",
                                                   "---\n",
                                                   "<b>",
                                                   "</b>",
                                                   "<script>",
                                                   "</script>",
                                                   "<img src=x onerror=alert(1)>",
                                                   "<a href=\"javascript:alert(1)\">",
                                                   "</a>",
                                                   "<iframe src=//evil>",
                                                   "<style>*{}</style>",
                                                   "<!--",
                                                   "-->",
                                                   "{{< x >}}",
                                                   "{% raw %}",
                                                   "&lt;",
                                                   "&#x3c;script&#x3e;",
                                                   "javascript:alert(1)",
                                                   "data:text/html,x",
                                                   "https://example.org/a",
                                                   "\" onclick=\"x",
                                                   "'",
                                                   ":smile:",
                                                   "{#id}",
                                                   "\\"};

class RandomArticles final
{
public:
    explicit RandomArticles(unsigned seed)
        : m_random(seed)
    {}

    Article next(std::size_t most)
    {
        Article article;
        article.path = "a.md";
        article.meta.title = pick();
        article.meta.summary = pick();
        article.meta.source = "https://example.org/x";
        article.meta.thumbnail = std::string(pick());
        for (std::size_t count = m_random() % (most + 1); count > 0; --count) {
            article.body += pick();
        }
        article.meta.mathjax = m_random() % 2 == 0;
        return article;
    }

private:
    std::string_view pick() { return kPieces[m_random() % kPieces.size()]; }

    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same articles in every run
};

const std::array<RenderOptions, 3> kOptions{{
    {},
    {.repairs = Repairs::none(), .imageLoading = ImageLoading::Eager},
    {.scriptMarks = ScriptMarks::Runs},
}};

template <typename Visit>
void forEachElement(const HtmlNode &node, const Visit &visit)
{
    for (const HtmlNode &child : node.children) {
        if (!child.isText()) {
            visit(child);
            forEachElement(child, visit);
        }
    }
}

HtmlNode readBack(const std::string &html)
{
    auto tree = parseHtml(html);
    EXPECT_TRUE(tree);
    return tree ? std::move(*tree) : makeElement("div");
}

} // namespace

TEST(RenderProperty, holdsOnlyWhatTheAllowListNames_whateverIsWritten)
{
    RandomArticles articles(35);
    for (int round = 0; round < 3000; ++round) {
        const Article article = articles.next(30);
        const RenderedBody body = renderBody(article, kOptions[round % kOptions.size()]);

        ASSERT_TRUE(isValidUtf8(body.html)) << article.body;
        forEachElement(readBack(body.html), [&](const HtmlNode &element) {
            ASSERT_TRUE(isAllowedElement(element.name)) << element.name << " in " << article.body;
            for (const auto &[name, value] : element.attributes) {
                ASSERT_TRUE(isAllowedAttribute(element.name, name, value))
                    << element.name << " " << name << "=" << value << " in " << article.body;
            }
        });
    }
}

TEST(RenderProperty, isRead_asTheTreeThatWasWritten)
{
    RandomArticles articles(36);
    for (int round = 0; round < 1500; ++round) {
        const Article article = articles.next(20);
        const std::string html = renderBody(article).html;

        // A page that an HTML parser would correct could mean something else than was checked.
        const std::string again = writeHtml(readBack(html), SIZE_MAX).html;

        ASSERT_EQ(textContent(readBack(again)), textContent(readBack(html))) << article.body;
    }
}

TEST(RenderProperty, namesInItsOutlineWhatIsInThePage)
{
    RandomArticles articles(37);
    int headings = 0;
    for (int round = 0; round < 1500; ++round) {
        const Article article = articles.next(25);
        const RenderedBody body = renderBody(article);
        std::multiset<std::string> ids;
        forEachElement(readBack(body.html), [&](const HtmlNode &element) {
            if (element.name.size() == 2 && element.name[0] == 'h' && element.name != "hr") {
                ids.emplace(element.attribute("id"));
            }
        });
        std::set<std::string> anchors;
        for (const OutlineEntry &entry : body.outline) {
            ++headings;
            ASSERT_GE(entry.level, 1);
            ASSERT_LE(entry.level, 6);
            ASSERT_FALSE(entry.text.empty()) << article.body;
            ASSERT_FALSE(entry.anchor.empty()) << article.body;
            ASSERT_TRUE(anchors.insert(entry.anchor).second)
                << entry.anchor << " twice in " << article.body;
            ASSERT_EQ(ids.count(entry.anchor), 1U) << entry.anchor << " in " << body.html;
        }
    }
    EXPECT_GT(headings, 300);
}

TEST(RenderProperty, saysTheSameTwice)
{
    RandomArticles articles(38);
    for (int round = 0; round < 300; ++round) {
        const Article article = articles.next(25);
        const RenderedBody one = renderBody(article);
        const RenderedBody other = renderBody(article);

        ASSERT_EQ(one.html, other.html);
        ASSERT_EQ(one.repairs.total(), other.repairs.total());
    }
}

TEST(RenderProperty, repairsNothing_whenShownAsWritten)
{
    RandomArticles articles(39);
    for (int round = 0; round < 500; ++round) {
        const Article article = articles.next(25);

        const RenderedBody body = renderBody(article, {.repairs = Repairs::none()});

        ASSERT_EQ(body.repairs.total(), 0U) << article.body;
    }
}

TEST(RenderProperty, staysWithinItsBudget)
{
    RandomArticles articles(40);
    for (int round = 0; round < 300; ++round) {
        Article article = articles.next(12);
        const std::string piece = article.body;
        for (int times = 0; times < 40; ++times) {
            article.body += piece;
        }
        const RenderedBody body = renderBody(article);

        // What is open when the budget is reached is still closed.
        ASSERT_LE(body.html.size(), outputBudget(article.body.size()) + 65'536) << piece;
    }
}

TEST(RenderProperty, keepsEveryWordOfPlainParagraphs)
{
    constexpr std::array<std::string_view, 8> kWords{"river",  "科学", "bridge", "ｆｕｌｌ",
                                                     "Straße", "水。", "10%",    "C++"};
    std::mt19937 random(41); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> words;
        std::string body;
        for (std::size_t count = 1 + random() % 30; count > 0; --count) {
            words.emplace_back(kWords[random() % kWords.size()]);
            body += words.back() + (random() % 6 == 0 ? "\n\n" : random() % 5 == 0 ? "\n" : " ");
        }
        Article article;
        article.meta.title = "Title";
        article.body = body;

        const std::string shown = textContent(readBack(renderBody(article).html));
        const std::string searched = visibleText(body);

        std::size_t inPage = 0;
        std::size_t inSearch = 0;
        for (const std::string &word : words) {
            inPage = shown.find(word, inPage);
            inSearch = searched.find(word, inSearch);
            ASSERT_NE(inPage, std::string::npos) << word << " in " << shown;
            ASSERT_NE(inSearch, std::string::npos) << word << " in " << searched;
            inPage += word.size();
            inSearch += word.size();
        }
    }
}

TEST(RenderProperty, leavesNoMarkOfItsOwnInTheText)
{
    RandomArticles articles(42);
    for (int round = 0; round < 1000; ++round) {
        const Article article = articles.next(25);
        for (const std::string &text : {renderBody(article).html, visibleText(article.body)}) {
            ASSERT_EQ(text.find("\uFDD0"), std::string::npos) << article.body;
            ASSERT_EQ(text.find(kEscapeMark), std::string::npos) << article.body;
            ASSERT_EQ(text.find(kListMark), std::string::npos) << article.body;
            ASSERT_EQ(text.find('\0'), std::string::npos) << article.body;
        }
    }
}

TEST(RenderProperty, showsTheBeginning_whateverIsTooLong)
{
    Article article;
    article.meta.title = "Title";
    article.body = "first words\n\n";
    while (article.body.size() < (5U << 20U)) {
        article.body += "中文段落。\n\n";
    }

    const RenderedBody body = renderBody(article);

    EXPECT_TRUE(body.isCut);
    EXPECT_TRUE(isValidUtf8(body.html));
    EXPECT_TRUE(body.html.starts_with("<p>first words</p>"));
}

} // namespace lectern::core
