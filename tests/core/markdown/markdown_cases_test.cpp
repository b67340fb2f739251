#include "core/markdown/links/link_resolver.h"
#include "core/markdown/markdown_parser.h"
#include "tests/core/markdown/rendering.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxBodyBytes = 4U << 20U;

std::string parsed(std::string_view markdown)
{
    return parseMarkdown(markdown, RawHtml::Clean).html;
}

/// \a words at the end of a body of \a bytes, behind blank lines.
std::string bodyOf(std::size_t bytes, std::string_view words)
{
    return std::string(bytes - words.size(), '\n').append(words);
}

} // namespace

TEST(MarkdownCases, aBodyOfTheLimit_isShownWhole)
{
    const RenderedBody body = renderBody(articleOf(bodyOf(kMaxBodyBytes, "中文")));

    EXPECT_FALSE(body.isCut);
    EXPECT_EQ(body.html, "<p>中文</p>");
}

TEST(MarkdownCases, aBodyBeyondTheLimit_isCutBetweenCharacters)
{
    for (const std::size_t over : {1U, 2U, 3U}) {
        const RenderedBody body = renderBody(articleOf(bodyOf(kMaxBodyBytes + over, "中文")));

        EXPECT_TRUE(body.isCut) << over;
        EXPECT_EQ(body.html, "<p>中</p>") << over;
    }
}

TEST(MarkdownCases, visibleText_isCutAtTheSamePlace)
{
    EXPECT_EQ(visibleText(bodyOf(kMaxBodyBytes, "中文")), "中文\n");
    EXPECT_EQ(visibleText(bodyOf(kMaxBodyBytes + 1, "中文")), "中\n");
}

TEST(MarkdownCases, leadingBlankLines_changeNothing_andIndentsStay)
{
    EXPECT_EQ(htmlOf("\n \n\na"), htmlOf("a"));
    EXPECT_EQ(htmlOf("\n  \n    a\n"), "<pre><code>a\n</code></pre>");
    EXPECT_EQ(htmlOf("\n"), "");
}

TEST(MarkdownCases, blocksOfOtherNotes_areShownInAVault)
{
    const tests::TemporaryFolder folder;
    folder.write("pages/a.md", "- 河\n  id:: 64f00000-0000-0000-0000-000000000001\n");
    folder.write("journals/b.md", "");
    const LinkResolver resolver(folder.path(), "pages/here.md");
    RenderOptions options = eagerly();
    options.resolver = &resolver;

    EXPECT_EQ(renderBody(articleOf("见 ((64f00000-0000-0000-0000-000000000001))"), options).html,
              "<p>见 河</p>");
}

TEST(MarkdownCases, notes_haveFormulasBetweenSingleDollars_unlessTheySayOtherwise)
{
    const tests::TemporaryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    const LinkResolver resolver(folder.path(), "here.md");
    RenderOptions options = eagerly();
    options.resolver = &resolver;
    Article article = articleOf("设 $n$ 个");

    EXPECT_TRUE(renderBody(article, options).hasMath);
    EXPECT_FALSE(renderBody(article, eagerly()).hasMath);

    article.meta.mathjax = false;
    EXPECT_FALSE(renderBody(article, options).hasMath);
}

TEST(MarkdownCases, specifiedHtml_keepsTheAuthorsHtml)
{
    EXPECT_EQ(specifiedHtml("<b onclick=\"x\">a</b> https://a.b\n", Dialect::CommonMark),
              "<p><b onclick=\"x\">a</b> https://a.b</p>");
}

TEST(MarkdownCases, specifiedHtml_linksBareAddresses_ofGitHubAlone)
{
    EXPECT_EQ(specifiedHtml("a https://a.b c\n", Dialect::Gfm),
              "<p>a <a href=\"https://a.b\">https://a.b</a> c</p>");
}

TEST(MarkdownCases, nulCharacters_areReplaced_inTitlesToo)
{
    const std::string nul(1, '\0');

    EXPECT_EQ(parsed("[a](b \"c" + nul + "d\")"), "<p><a href=\"b\" title=\"c\uFFFDd\">a</a></p>");
}

TEST(MarkdownCases, emphasisBesideASelectedQuote_isRead)
{
    EXPECT_EQ(parsed("a **b\u201D\uFE01**c"), "<p>a <strong>b\u201D\uFE01</strong>c</p>");
    EXPECT_EQ(parsed("a **b\u201D**c"), "<p>a **b\u201D**c</p>") << "a narrow one";
    EXPECT_EQ(parsed("a **b\u201D\uFE00**c"), "<p>a **b\u201D\uFE00**c</p>");
}

TEST(MarkdownCases, emphasisBesideAnEmojiBeforeChinese_isRead)
{
    EXPECT_EQ(parsed("我**喜欢\u2764\uFE0F**你"), "<p>我<strong>喜欢\u2764\uFE0F</strong>你</p>");
}

TEST(MarkdownCases, emphasisBesideASelectedIdeograph_isRead)
{
    EXPECT_EQ(parsed("a**葛\U000E0100**b"), "<p>a<strong>葛\U000E0100</strong>b</p>");
}

} // namespace lectern::core
