#include "core/article/article.h"
#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

constexpr const char *kId = "62c8421b-d22e-40ce-aead-0b7e9e2951f7";
constexpr const char *kOtherId = "72c8421b-d22e-40ce-aead-0b7e9e2951f8";

std::string inNotes(std::string markdown)
{
    return withOutline(std::move(markdown), Notes::Yes);
}

std::string inArticle(std::string markdown)
{
    return withOutline(std::move(markdown), Notes::No);
}

struct Case
{
    const char *written;
    const char *expected;
};

template <std::size_t N>
void expectInNotes(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(inNotes(row.written), row.expected) << row.written;
    }
}

template <std::size_t N>
void expectAsWritten(const char *const (&texts)[N])
{
    for (const char *const text : texts) {
        EXPECT_EQ(inNotes(text), text);
        EXPECT_EQ(inArticle(text), text);
    }
}

std::string block(const std::string &words, const std::string &id = kId)
{
    return "- " + words + "\n  id:: " + id + "\n";
}

} // namespace

TEST(Outline, propertiesAreNamed_whateverTheirLanguage)
{
    constexpr Case cases[] = {
        {"author:: Li\n", "**author:** Li  \n"},
        {"作者:: 李\n", "**作者:** 李  \n"},
        {"read-on:: 2024\n", "**read&#45;on:** 2024  \n"},
        {"a.b/c:: d\n", "**a&#46;b&#47;c:** d  \n"},
        {"  - key:: value\n", "  - **key:** value  \n"},
        {"* key:: value\n", "* **key:** value  \n"},
        {"+ key:: value\n", "+ **key:** value  \n"},
        {"a\nkey:: value\n", "a\n**key:** value  \n"},
    };
    expectInNotes(cases);
}

TEST(Outline, bulletsBelowAHeading_areAList)
{
    expectInNotes({
        {"# H\n\t- a\n\t\t- b\n\t  more\n\n\t- c\ntext\n",
         "# H\n\n- a\n\t- b\n  more\n\n- c\ntext\n"},
        {"## H\n\t- ```c\n\t  x\n\t  ```\n", "## H\n\n- ```c\n  x\n  ```\n"},
        {"# A\n\t- a\n# B\n\t- b\n", "# A\n\n- a\n# B\n\n- b\n"},
    });
    for (const char *const text :
         {"- a\n\t- b\n", "text\n\t- b\n", "# H\n\n\t- code\n", "```\n# H\n\t- a\n```\n"}) {
        EXPECT_EQ(inNotes(text), text);
    }
    EXPECT_EQ(inArticle("# H\n\t- code\n"), "# H\n\t- code\n");
}

TEST(Outline, propertiesOfAnArticle_standOnlyWhereAProgramWritesThem)
{
    EXPECT_EQ(inArticle("key:: value\n\na\n"), "**key:** value  \n\na\n");
    EXPECT_EQ(inArticle("- a\n  key:: value\n"), "- a\n  **key:** value  \n");
    EXPECT_EQ(inArticle("# a\nkey:: value\n"), "# a\n**key:** value  \n");
    EXPECT_EQ(inArticle("a\nkey:: value\n"), "a\nkey:: value\n");
}

TEST(Outline, textThatIsNoProperty_stays)
{
    constexpr const char *texts[] = {
        "std::vector v\n",
        "a b:: c\n",
        ":: a\n",
        "see std::move\n",
        "Foo::bar()\n",
        "\\key:: value\n",
        "(key):: value\n",
        "说：: 好\n",
        "a-key-that-is-much-too-long-to-be-the-name-of-any-property-there-is:: v\n",
    };
    expectAsWritten(texts);
}

TEST(Outline, whatProgramsNoteForThemselves_isHidden)
{
    for (const char *const property :
         {"id:: x", "collapsed:: true", "heading:: true", "created-at:: 1", "Updated-At:: 2",
          "background-color:: red", "query-sort-by:: a", "logseq.order-list-type:: number",
          "card-last-score:: 5", "hl-page:: 3", "empty::", "ls-type:: annotation"}) {
        EXPECT_EQ(inNotes("- a\n  " + std::string(property) + "\n- b\n"), "- a\n- b\n");
    }
    EXPECT_EQ(inNotes("- id:: x\n- b\n"), "-\n- b\n") << "the item itself stays";
}

TEST(Outline, drawersAreHidden_andWhatStandsBehindThemIsNot)
{
    constexpr Case cases[] = {
        {"- a\n  :LOGBOOK:\n  CLOCK: [2024]\n  :END:\n- b\n", "- a\n- b\n"},
        {"- a\n  :PROPERTIES:\n  :x: y\n  :END:\n  c:: d\n",
         "- a\n  :PROPERTIES:\n  :x: y\n  :END:\n  **c:** d  \n"},
        {"((x))\n:PROPERTIES:\n:x: y\n:END:\nb\n", "((x))\nb\n"},
    };
    EXPECT_EQ(inNotes(cases[0].written), cases[0].expected);
    EXPECT_EQ(inNotes(cases[2].written), cases[2].expected);
}

TEST(Outline, referencesShowTheWordsOfTheirBlock)
{
    const std::string ref = "((" + std::string(kId) + "))";

    EXPECT_EQ(inNotes(block("河流") + "- " + ref + "\n"), "- 河流\n- 河流\n");
    EXPECT_EQ(inNotes("- " + ref + "\n" + block("河流")), "- 河流\n- 河流\n") << "also before it";
    EXPECT_EQ(inNotes(block("a") + ref + ref + "\n"), "- a\naa\n");
    EXPECT_EQ(inNotes(block("a") + block("b", kOtherId) + "((" + kOtherId + "))\n"),
              "- a\n- b\nb\n");
    EXPECT_EQ(inNotes(block("a") + "{{embed " + ref + "}}\n"), "- a\na\n");
}

TEST(Outline, referencesWithoutABlock_saySo)
{
    const std::string missing = "<span class=\"missing\">…</span>";
    const std::string ref = "((" + std::string(kId) + "))";

    EXPECT_EQ(inNotes(ref + "\n"), missing + "\n");
    EXPECT_EQ(inNotes(block("a", kOtherId) + ref + "\n"), "- a\n" + missing + "\n");
    EXPECT_EQ(inNotes(block(ref) + ref + "\n"), "- " + missing + "\n" + missing + "\n")
        << "a block that holds itself ends";
    EXPECT_EQ(inNotes(block("{{embed x}}") + ref + "\n"), "- x\n" + missing + "\n");
}

TEST(Outline, aLongBlock_isNotRepeated)
{
    const std::string longWords(500, 'x');

    EXPECT_EQ(inNotes(block(longWords) + "((" + kId + "))\n"), "- " + longWords + "\n…\n");
}

TEST(Outline, doubledParentheses_thatAreNoReference_stay)
{
    constexpr const char *texts[] = {
        "f((x))\n",
        "((a + b) * c)\n",
        "(( ))\n",
        "((62c8421b))\n",
        "((62c8421b-d22e-40ce-aead-0b7e9e2951fz))\n",
        "((62c8421b-d22e-40ce-aead-0b7e9e2951f7)\n",
        "`((62c8421b-d22e-40ce-aead-0b7e9e2951f7))`\n",
        "```\n((62c8421b-d22e-40ce-aead-0b7e9e2951f7))\n```\n",
    };
    expectAsWritten(texts);
}

TEST(Outline, wordsOfAReference_areShownForIt)
{
    EXPECT_EQ(inNotes("[here](((" + std::string(kId) + ")))\n"), "here\n");
    EXPECT_EQ(inNotes("[a [b] c](((" + std::string(kId) + "))) d\n"), "a [b] c d\n");
    EXPECT_EQ(inNotes("[words]([[page]])\n"), "[[page|words]]\n");
    EXPECT_EQ(inNotes("[词]([[页 面]]) and [b]([[c]])\n"), "[[页 面|词]] and [[c|b]]\n");
    EXPECT_EQ(inArticle("[words]([[page]])\n"), "[words]([[page]])\n");
    EXPECT_EQ(inNotes("]([[page]])\n"), "]([[page]])\n");
    EXPECT_EQ(inNotes("[words]([[page\n"), "[words]([[page\n");
}

TEST(Outline, macrosBecomeWhatTheyShow)
{
    constexpr Case cases[] = {
        {"{{embed [[页]]}}\n", "[[页]]\n"},
        {"{{cloze 答案}} b\n", "答案 b\n"},
        {"{{{cloze a b}}}\n", "a b\n"},
        {"a {{query (todo now)}} b\n", "a `{{query (todo now)}}` b\n"},
        {"{{renderer :x}}\n", "`{{renderer :x}}`\n"},
        {"{{embed}}\n", "{{embed}}\n"},
        {"{{cloze a\n", "{{cloze a\n"},
        {"{{< shortcode >}}\n", "{{< shortcode >}}\n"},
        {"{{% shortcode %}}\n", "{{% shortcode %}}\n"},
        {"`{{cloze a}}`\n", "`{{cloze a}}`\n"},
    };
    expectInNotes(cases);
    EXPECT_EQ(inArticle("{{query (todo now)}}\n"), "{{query (todo now)}}\n");
}

TEST(Outline, playersBecomeLinks)
{
    for (const char *const macro : {"{{youtube abc}}", "{{video abc}}", "{{{video abc}}}"}) {
        EXPECT_NE(inNotes(macro).find("https://www.youtube.com/watch?v=abc"), std::string::npos)
            << macro;
    }
    EXPECT_NE(inNotes("{{bilibili https://b.tv/1}}").find("href=\"https://b.tv/1\""),
              std::string::npos);
    EXPECT_EQ(inNotes("{{video}}"), "{{video}}");
    EXPECT_EQ(inNotes("{{video \"><script>}}").find("<script>"), std::string::npos);
}

TEST(Outline, blocksBetweenMarks_areQuotationsAndCode)
{
    constexpr Case cases[] = {
        {"#+BEGIN_QUOTE\na\n#+END_QUOTE\n", "<blockquote>\n\na\n\n</blockquote>\n\n"},
        {"#+begin_tip\na\n#+end_tip\n", "<blockquote>\n\n[!tip]\n\na\n\n</blockquote>\n\n"},
        {"#+BEGIN_SRC js\na\n#+END_SRC\n", "``````````js\na\n``````````\n"},
        {"#+BEGIN_EXAMPLE\n((x))\n#+END_EXAMPLE\n", "``````````\n((x))\n``````````\n"},
        {"#+BEGIN_SRC\na\n#+END_QUOTE\n#+END_SRC\n", "``````````\na\n#+END_QUOTE\n``````````\n"},
        {"#+BEGIN_SRC py\na\n", "``````````py\na\n\n``````````\n"},
        {"#+TITLE: a\n", "#+TITLE: a\n"},
    };
    expectInNotes(cases);
}

TEST(Outline, namesOfBlocks_areHiddenInNotesAlone)
{
    constexpr Case cases[] = {
        {"a ^b-1\n", "a \n"},
        {"段落 ^abc123\n", "段落 \n"},
        {"^a\n", "\n"},
        {"a ^b \n", "a \n"},
        {"a^2\n", "a^2\n"},
        {"a ^ b\n", "a ^ b\n"},
        {"a ^b c\n", "a ^b c\n"},
        {"a ^b.\n", "a ^b.\n"},
        {"    a ^b\n", "    a ^b\n"},
    };
    expectInNotes(cases);
    for (const Case &row : cases) {
        EXPECT_EQ(inArticle(row.written), row.written);
    }
}

TEST(InlineFields, areTheirKeysAndValues)
{
    const auto shown = [](const char *text) { return withInlineFields(text); };
    EXPECT_EQ(shown("在 [year:: 2024] 年"), "在 **year:** 2024 年");
    EXPECT_EQ(shown("做 (到期:: 2024-01-02)。"), "做 2024-01-02。");
    EXPECT_EQ(shown("- [ ] x [due date:: [[2024]]] [p:: 1]"),
              "- [ ] x **due date:** [[2024]] **p:** 1");
    EXPECT_EQ(shown("a [link:: [b](c)] d"), "a **link:** [b](c) d");
}

TEST(InlineFields, thatAreNone_stay)
{
    for (const char *const text :
         {"[std::vector] (a::b)", "[[a:: b]]", "[a:: b](c)", "![a:: b](c)", "`[a:: b]`", "[a:: ]",
          "[a:: b\nc]", "[a.b:: c]", "\\[a:: b\\]", "```\n[a:: b]\n```\n", "[a:: b]: /c"}) {
        EXPECT_EQ(withInlineFields(text), text);
    }
    EXPECT_EQ(withDialects("在 [year:: 2024] 年\n", {}, Notes::No), "在 [year:: 2024] 年\n");
}

TEST(OutlineProperty, losesNoWord_andStaysInProportion)
{
    constexpr std::array<std::string_view, 22> kPieces{
        "- ",        "  ",
        "\n",        "key:: ",
        "((",        "))",
        "{{",        "}}",
        "embed ",    "#+BEGIN_",
        "QUOTE",     "#+END_",
        "[",         "](((",
        ")))",       "]([[",
        "]]",        "^id",
        "`",         "```\n",
        ":LOGBOOK:", "62c8421b-d22e-40ce-aead-0b7e9e2951f7"};
    std::mt19937 random(73); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 4000; ++round) {
        std::string markdown = "开头字\n";
        for (std::size_t count = random() % 24; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        for (const Notes notes : {Notes::No, Notes::Yes}) {
            const std::string result = withOutline(markdown, notes);
            ASSERT_TRUE(result.starts_with("开头字")) << markdown;
            ASSERT_LE(result.size(), 12 * markdown.size() + 100) << markdown;
        }
    }
}

TEST(OutlineProperty, aRepeatedPiece_growsNoFasterThanTheText)
{
    const std::string definition = block(std::string(300, 'w'));
    for (const std::string_view piece :
         {"((", "{{", "key:: v\n", "[a](((", "[[a]([[b]])", "#+BEGIN_NOTE\n", "#+BEGIN_SRC\n",
          "a ^b\n", "{{embed ((62c8421b-d22e-40ce-aead-0b7e9e2951f7))}}\n"}) {
        std::string half = definition;
        while (half.size() < 20'000) {
            half += piece;
        }
        const std::size_t one = inNotes(half).size();
        const std::size_t two = inNotes(half + half.substr(definition.size())).size();
        EXPECT_LE(two, 2 * one + 1000) << piece;
    }
}

} // namespace lectern::core
