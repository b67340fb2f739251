#include "core/markdown/html/html_tree.h"
#include "core/markdown/tree/passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 30> kPieces{
    "中", "文字", "a",    "Word", "3",       "。", "，", " ",    "\n",       "\n\n",
    "の", "カタ", "한국", "é",    "e\u0301", "**", "*",  "`x`",  "[中a](u)", "# ",
    "- ", "😀",    "𠮷",   "ｆ",   "—",       "（", "）", "`中`", "&amp;",    "Ω"};

std::string randomBody(std::mt19937 &random)
{
    std::string body;
    for (std::size_t count = random() % 24; count > 0; --count) {
        body += kPieces[random() % kPieces.size()];
    }
    return body;
}

RenderedBody rendered(const std::string &body, const char *language, ScriptMarks marks)
{
    Article article = articleOf(body);
    article.meta.languages = {language};
    RenderOptions options = eagerly();
    options.scriptMarks = marks;
    return renderBody(article, options);
}

std::string wordsOf(const std::string &html)
{
    return textContent(*parseHtml(html));
}

/// Visits every span that marks a script, with its text.
template <typename Visit>
void forEachMark(const HtmlNode &node, const Visit &visit)
{
    for (const HtmlNode &child : node.children) {
        if (child.is("span")) {
            visit(child);
        }
        forEachMark(child, visit);
    }
}

} // namespace

TEST(ScriptRunsProperty, changeNoText_whateverTheLanguage)
{
    std::mt19937 random(111); // NOLINT(cert-msc51-cpp): the same texts in every run
    int marked = 0;
    for (int round = 0; round < 1500; ++round) {
        const std::string body = randomBody(random);
        for (const char *const language : {"zh-CN", "en", "ja", "ko"}) {
            const std::string plain = rendered(body, language, ScriptMarks::None).html;
            const std::string runs = rendered(body, language, ScriptMarks::Runs).html;

            ASSERT_EQ(wordsOf(runs), wordsOf(plain)) << body;
            marked += runs == plain ? 0 : 1;
        }
    }
    EXPECT_GT(marked, 1000);
}

TEST(ScriptRunsProperty, marksSayOneThingOfSomeText)
{
    std::mt19937 random(112); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 1500; ++round) {
        const std::string body = randomBody(random);
        const std::string html = rendered(body, "zh-CN", ScriptMarks::Runs).html;
        forEachMark(*parseHtml(html), [&](const HtmlNode &span) {
            const std::string_view language = span.attribute("lang");
            ASSERT_FALSE(textContent(span).empty()) << body;
            ASSERT_TRUE(span.attribute("class") == "gap" || !language.empty()) << html;
            ASSERT_TRUE(language.empty() || language == "ja" || language == "ko") << html;
            ASSERT_EQ(span.children.size(), 1U) << html;
        });
    }
}

TEST(ScriptRunsProperty, setApartWhatALineOfTextSetsApart)
{
    std::mt19937 random(113); // NOLINT(cert-msc51-cpp)
    constexpr std::array<std::string_view, 8> kWords{"中", "文字", "a", "Qt", "3", "。", " ", "、"};
    for (int round = 0; round < 1500; ++round) {
        std::string line = "字";
        for (std::size_t count = random() % 12; count > 0; --count) {
            line += kWords[random() % kWords.size()];
        }
        line += "x";
        const std::string html = scriptMarkedHtml(line, "zh-CN");

        ASSERT_EQ(wordsOf(html), line);
        ASSERT_EQ(rendered(line, "zh-CN", ScriptMarks::Runs).html, "<p>" + html + "</p>");
    }
}

TEST(ScriptMarkedHtml, isOneLineWithMarks)
{
    struct Row
    {
        const char *text;
        const char *language;
        const char *html;
    };

    constexpr Row rows[] = {
        {"", "zh-CN", ""},
        {"plain", "en", "plain"},
        {"深度学习", "zh-CN", "深度学习"},
        {"用Qt", "zh-CN", "<span class=\"gap\">用</span>Qt"},
        {"Qt用", "zh-TW", "Q<span class=\"gap\">t</span>用"},
        {"用 Qt", "zh-CN", "用 Qt"},
        {"100%用", "zh-CN", "100%用"},
        {"第3章", "zh-CN", "<span class=\"gap\">第</span><span class=\"gap\">3</span>章"},
        {"a<b>&", "en", "a&lt;b&gt;&amp;"},
        {"see 한국", "en", "see <span lang=\"ko\">한국</span>"},
        {"see 한국", "ko", "see 한국"},
        {"한국a", "ko", "한국a"},
        {"カナa", "ja", "カ<span class=\"gap\">ナ</span>a"},
    };
    for (const Row &row : rows) {
        EXPECT_EQ(scriptMarkedHtml(row.text, row.language), row.html) << row.text;
    }
}

TEST(HeadingSlugProperty, isWrittenOnce_andHoldsNoMarkOfHtmlOrAddresses)
{
    constexpr std::array<std::string_view, 20> kLetters{"A",  "b",  "中",   "É", " ", "-", "_",
                                                        "<",  "\"", "'",    "&", "#", "%", "/",
                                                        "。", "😀",  "\xFF", "Ω", "1", "\n"};
    std::mt19937 random(114); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t count = random() % 12; count > 0; --count) {
            text += kLetters[random() % kLetters.size()];
        }
        const std::string slug = headingSlug(text);

        ASSERT_EQ(headingSlug(slug), slug) << text;
        ASSERT_EQ(slug.find_first_of("<>\"'&#%/ \nAB"), std::string::npos) << slug;
        ASSERT_LE(slug.size(), text.size() + 4) << text;
    }
}

} // namespace lectern::core
