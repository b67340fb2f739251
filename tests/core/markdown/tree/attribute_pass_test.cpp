#include "core/markdown/html/html_output.h"
#include "core/markdown/tree/passes.h"
#include "tests/core/markdown/rendering.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

/// What is left of \a html where an article holds \a lists.
std::string taken(std::string_view html, std::string_view lists = "{:")
{
    HtmlNode root = *parseHtml(html);
    takeAttributeLists(root, lists);
    return writeHtml(root, 100'000).html;
}

/// Whether \a part is \a whole without some of its bytes.
bool isLeftOf(std::string_view part, std::string_view whole)
{
    for (const char byte : whole) {
        part.remove_prefix(!part.empty() && part.front() == byte ? 1 : 0);
    }
    return part.empty();
}

struct Case
{
    const char *written;
    const char *expected;
};

} // namespace

TEST(AttributePass, listsBehindBlocks_areTaken)
{
    constexpr Case cases[] = {
        {"a\n{: .c}", "<p>a</p>"},
        {"a\n{:.c}", "<p>a</p>"},
        {"a\n{: #d}", "<p>a</p>"},
        {"a\n{: .c #d key=\"v w\"}", "<p>a</p>"},
        {"中文段落\n{: .提示}", "<p>中文段落</p>"},
        {"a\n{.c}", "<p>a</p>"},
        {"a {: .c}", "<p>a</p>"},
        {"a { .c }", "<p>a</p>"},
        {"- a\n- b\n{: .c}", "<ul><li>a</li><li>b</li></ul>"},
        {"- a {: .c}\n- b", "<ul><li>a</li><li>b</li></ul>"},
        {"a\n{: .c}\n{: .d}", "<p>a</p>"},
        {"> a\n{: .c}", "<blockquote><p>a</p></blockquote>"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(htmlOf(row.written), row.expected) << row.written;
    }
}

TEST(AttributePass, listsBehindInlineElements_areTaken)
{
    constexpr Case cases[] = {
        {"**a**{: .c} b", "<p><strong>a</strong> b</p>"},
        {"*a*{.c} b", "<p><em>a</em> b</p>"},
        {"`a`{.js} b", "<p><code>a</code> b</p>"},
        {"`代码`{:.language-cpp}。", "<p><code>代码</code>。</p>"},
        {"~~a~~{.c} b", "<p><del>a</del> b</p>"},
        {"[a](https://b.c){: target=\"_blank\" rel=\"x\"}，见",
         "<p><a href=\"https://b.c\">a</a>，见</p>"},
        {"[a](https://b.c){#d}", "<p><a href=\"https://b.c\">a</a></p>"},
    };
    for (const Case &row : cases) {
        EXPECT_EQ(htmlOf(row.written), row.expected) << row.written;
    }
}

TEST(AttributePass, bracesThatAreWords_stay)
{
    for (const char *const text :
         {"a {b}", "{c}", "a\n{b c}", "a {.} b", "set {: x} here", "a {: .c} b", "{: = }",
          "a {.c} b", "a {.c}", "集合 {1, 2}", "{{ .c }}", "f(x) = {x}", "{: .c", ".c}", "{:1}"}) {
        EXPECT_EQ(taken("<p>" + std::string(text) + "</p>"), "<p>" + std::string(text) + "</p>");
    }
}

TEST(AttributePass, codeIsNotTouched)
{
    for (const char *const html : {"<pre><code>a\n{: .c}\n</code></pre>",
                                   "<p><code>{: .c}</code></p>", "<p>a <code>{:toc}</code></p>"}) {
        EXPECT_EQ(taken(html), html);
    }
}

TEST(AttributePass, aMarkForTheContents_takesItsItemWithIt)
{
    EXPECT_EQ(taken("<ul><li>TOC\n{:toc}</li></ul><p>a</p>"), "<p>a</p>");
    EXPECT_EQ(taken("<ol><li>目录\n{: toc}</li></ol><p>a</p>"), "<p>a</p>");
    EXPECT_EQ(taken("<ul><li>a</li><li>TOC\n{:toc}</li></ul>"), "<ul><li>a</li></ul>");
    EXPECT_EQ(taken("<h2>标题\n{:.no_toc}</h2>"), "<h2>标题</h2>");
}

TEST(AttributePass, aParagraphOfNothingElse_goes)
{
    EXPECT_EQ(taken("<p>{: .c}</p><p>a</p>"), "<p>a</p>");
    EXPECT_EQ(taken("<p>{:.c}\n{:.d}</p>"), "");
    EXPECT_EQ(taken("<blockquote><p>{: .c}</p></blockquote>"), "<blockquote></blockquote>");
}

TEST(AttributePass, listsOfImages_areLeftToThePassForImages)
{
    const std::string html = "<p><img src=\"/a.png\" alt=\"\">{: width=\"300\"}</p>";

    EXPECT_EQ(taken(html), "<p><img src=\"/a.png\" alt=\"\">{: width=&quot;300&quot;}</p>");
    EXPECT_NE(htmlOf("![](https://a.b/c.png){: width=\"300\"}").find(" width=\"300\""),
              std::string::npos);
}

TEST(AttributePass, nothingIsDone_whereTheTextHasNoSuchMark)
{
    const std::string html = "<p>a\n{: .c}</p>";

    EXPECT_EQ(taken(html, "no marks here"), html);
}

TEST(AttributePassProperty, takesAway_andOnlyWithBraces)
{
    constexpr std::array<std::string_view, 21> kPieces{
        "{: .c}", "{.d}", "\n{: .e}", "{:",    "{.",        "{#",      "}",
        " ",      ".c",   "#d",       "k=v",   "k=\"v w\"", "\n",      "toc",
        "中文",   "word", "<em>",     "</em>", "<code>x",   "</code>", "<br>"};
    std::mt19937 random(72); // NOLINT(cert-msc51-cpp): the same texts in every run
    int changed = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string html = "<p>";
        for (std::size_t left = random() % 14; left > 0; --left) {
            html += kPieces[random() % kPieces.size()];
        }
        HtmlNode root = *parseHtml(html + "</p>");
        const std::string before = textContent(root);

        takeAttributeLists(root, "{:");

        const std::string after = textContent(root);
        changed += before == after ? 0 : 1;
        ASSERT_LE(after.size(), before.size()) << html;
        if (before.find('}') == std::string::npos) {
            ASSERT_EQ(after, before) << html;
        }
        ASSERT_TRUE(isLeftOf(after, before)) << html;
    }
    EXPECT_GT(changed, 300);
}

} // namespace lectern::core
