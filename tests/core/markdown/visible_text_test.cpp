#include "core/base/text.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"
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
};

template <std::size_t N>
void expectSeen(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(visibleText(row.written), row.expected) << row.written;
    }
}

} // namespace

TEST(VisibleText, setsBlocksApart)
{
    constexpr Case cases[] = {
        {"a\n\nb", "a\nb\n"},
        {"# 标题\n正文", "标题\n正文\n"},
        {"标题\n===\n正文", "标题\n正文\n"},
        {"> 引用\n\n后", "引用\n后\n"},
        {"1. 一\n2. 二", "一\n二\n"},
        {"- a\n  - b\n- c", "a\nb\nc\n"},
        {"a\n\n---\n\nb", "a\nb\n"},
        {"- [x] done\n- [ ] 待办", "done\n待办\n"},
    };
    expectSeen(cases);
}

TEST(VisibleText, keepsTheWordsOfALineTogether)
{
    constexpr Case cases[] = {
        {"un**believ**able", "unbelievable\n"},
        {"**重点。**后文", "重点。后文\n"},
        {"a `b` c", "a b c\n"},
        {"~~a~~b", "ab\n"},
        {"[链接](https://a.b \"t\")后", "链接后\n"},
        {"<https://a.b/c>", "https://a.b/c\n"},
        {"[a][b]\n\n[b]: https://c.d", "a\n"},
        {"a \\* b", "a * b\n"},
        {"3~5 天，6~8 天", "3~5 天，6~8 天\n"},
    };
    expectSeen(cases);
}

TEST(VisibleText, readsCharacterReferences)
{
    constexpr Case cases[] = {
        {"&lt;b&gt; &amp; &quot;", "<b> & \"\n"},
        {"&copy; &#65; &#x4e2d;", "© A 中\n"},
        {"&unknown; &", "&unknown; &\n"},
        {"`&lt;`", "&lt;\n"},
    };
    expectSeen(cases);
}

TEST(VisibleText, holdsCodeAsItIsWritten)
{
    constexpr Case cases[] = {
        {"```c\nint *a;\n```", "int *a;\n"},
        {"    **a**", "**a**\n"},
        {"`**a**`", "**a**\n"},
        {"~~~\n<b>\n~~~", "<b>\n"},
    };
    expectSeen(cases);
}

TEST(VisibleText, holdsCellsOfTables)
{
    const std::string text = visibleText("| 名 | value |\n| --- | --- |\n| 一 | **b** |\n");

    std::size_t at = 0;
    for (const char *const word : {"名", "value", "一", "b"}) {
        at = text.find(word, at);
        ASSERT_NE(at, std::string::npos) << word << " in " << text;
    }
    EXPECT_EQ(text.find('|'), std::string::npos) << text;
    EXPECT_EQ(text.find("--"), std::string::npos) << text;
    EXPECT_EQ(text.find("名value"), std::string::npos) << text;
}

TEST(VisibleText, leavesOutWhatNobodyReads)
{
    for (const char *const markdown :
         {"a <!-- secret --> b", "a ![b](secret.png) b", "a [b](secret)", "a\n\n[b]: secret\n",
          "a <i class=\"secret\">b</i>", "a\n\n<style>secret { }</style>\n\nb"}) {
        const std::string text = visibleText(markdown);
        EXPECT_EQ(text.find("secret"), std::string::npos) << text;
        EXPECT_TRUE(text.starts_with("a")) << text;
    }
}

TEST(VisibleTextProperty, isTextThatPagesHold_whateverIsPlain)
{
    constexpr std::array<std::string_view, 12> kPieces{
        "words ",   "深度学习", "**bold** ",  "`code` ", "\n\n",  "\n\n## head ",
        "\n\n> q ", "\n\n- i ", "[链接](u) ", "&amp; ",  "_em_ ", "~~del~~ "};
    std::mt19937 random(75); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 600; ++round) {
        std::string markdown = "x ";
        for (std::size_t count = random() % 16; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        std::string seen = visibleText(markdown);
        std::string shown = textContent(*parseHtml(htmlOf(markdown, Repairs::none())));
        for (std::string *text : {&seen, &shown}) {
            std::erase_if(*text, [](char byte) { return byte == ' ' || byte == '\n'; });
        }
        ASSERT_EQ(seen, shown) << markdown;
    }
}

TEST(VisibleTextProperty, isUtf8OfNoMoreThanWasWritten)
{
    constexpr std::array<std::string_view, 18> kPieces{
        "*",    "**",  "~",  "`",  "[", "](",     ")",  "<b>",
        "</b>", "\n",  "> ", "- ", "|", "&nbsp;", "中", "\xF0\x9F\x98\x80",
        "<!--", "    "};
    std::mt19937 random(76); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 4000; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 24; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        const std::string text = visibleText(markdown);
        ASSERT_TRUE(isValidUtf8(text)) << markdown;
        ASSERT_LE(text.size(), 2 * markdown.size() + 1) << markdown;
        ASSERT_EQ(text, visibleText(markdown)) << markdown;
    }
}

} // namespace lectern::core
