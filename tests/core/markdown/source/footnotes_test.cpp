#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// The link to footnote \a number where it is used first.
std::string firstReference(const std::string &number)
{
    return "<sup class=\"footnote-ref\"><a href=\"#fn-" + number + "\" id=\"fnref-" + number + "\">"
        + number + "</a></sup>";
}

std::string list(const std::string &items)
{
    return "\n\n<section class=\"footnotes\">\n\n<ol>\n\n" + items + "</ol>\n\n</section>\n";
}

std::string item(const std::string &number, const std::string &text)
{
    return "<li id=\"fn-" + number + "\">\n\n" + text + "\n\n</li>\n\n";
}

std::string back(const std::string &number)
{
    return "<a class=\"footnote-back\" href=\"#fnref-" + number + "\">\u21A9</a>";
}

bool holds(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(Footnotes, withFootnotes_keepsTextWithoutFootnotes)
{
    for (const std::string text : {"", "a [b](c)", "a [^1] b", "x[^] y", "[^a\nb]: c"}) {
        EXPECT_EQ(withFootnotes(text), text);
    }
}

TEST(Footnotes, withFootnotes_linksAReferenceToItsNote)
{
    EXPECT_EQ(withFootnotes("a[^1]\n\n[^1]: Note\n"),
              "a" + firstReference("1") + "\n\n" + list(item("1", "Note " + back("1"))));
}

TEST(Footnotes, withFootnotes_takesLabelsInAnyLanguage)
{
    EXPECT_EQ(withFootnotes("文[^注一]\n\n[^注一]: 说明\n"),
              "文" + firstReference("1") + "\n\n" + list(item("1", "说明 " + back("1"))));
}

TEST(Footnotes, withFootnotes_numbersNotesByFirstUse)
{
    const std::string result = withFootnotes("a[^x] b[^y]\n\n[^y]: Why\n[^x]: Ex\n");

    EXPECT_EQ(result,
              "a" + firstReference("1") + " b" + firstReference("2") + "\n\n"
                  + list(item("1", "Ex " + back("1")) + item("2", "Why " + back("2"))));
}

TEST(Footnotes, withFootnotes_givesOnlyTheFirstUseAnId)
{
    const std::string result = withFootnotes("a[^1] b[^1]\n\n[^1]: N\n");

    EXPECT_TRUE(
        result.starts_with("a" + firstReference("1")
                           + " b<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup>\n"));
}

TEST(Footnotes, withFootnotes_listsUnusedNotesWithoutALinkBack)
{
    EXPECT_EQ(withFootnotes("a\n\n[^1]: N\n"), "a\n\n" + list(item("1", "N")));
}

TEST(Footnotes, withFootnotes_listsUnusedNotesLast)
{
    const std::string result = withFootnotes("a[^z]\n\n[^a]: A\n[^z]: Z\n");

    EXPECT_TRUE(holds(result, item("1", "Z " + back("1")) + item("2", "A")));
}

TEST(Footnotes, withFootnotes_keepsReferencesWithoutANote)
{
    const std::string result = withFootnotes("a[^1] b[^2]\n\n[^1]: N\n");

    EXPECT_TRUE(holds(result, " b[^2]\n"));
}

TEST(Footnotes, withFootnotes_keepsEscapedReferences)
{
    const std::string result = withFootnotes("a\\[^1] b\n\n[^1]: N\n");

    EXPECT_TRUE(result.starts_with("a\\[^1] b\n"));
}

TEST(Footnotes, withFootnotes_readsAReferenceBehindAnExclamationMark)
{
    for (const std::string text : {"types!", "太好了！!", "a !"}) {
        const std::string result = withFootnotes(text + "[^1]\n\n[^1]: N\n");

        EXPECT_TRUE(result.starts_with(text + "<sup")) << result;
    }
}

TEST(Footnotes, withFootnotes_keepsReferencesInCode)
{
    const std::string result = withFootnotes("`a[^1]`\n\n```\nb[^1]\n```\n\n[^1]: N\n");

    EXPECT_TRUE(result.starts_with("`a[^1]`\n\n```\nb[^1]\n```\n"));
}

TEST(Footnotes, withFootnotes_keepsReferencesInIndentedCode)
{
    const std::string code = "a\n\n    b[^1]\n\n";

    EXPECT_EQ(withFootnotes(code + "c[^1]\n\n[^1]: N\n"),
              code + "c" + firstReference("1") + "\n\n" + list(item("1", "N " + back("1"))));
    EXPECT_TRUE(holds(withFootnotes("- a\n\n    b[^1]\n\n[^1]: N\n"), firstReference("1")));
}

TEST(Footnotes, withFootnotes_keepsDefinitionsInCode)
{
    const std::string text = "```\n[^1]: N\n```\n";

    EXPECT_EQ(withFootnotes(text), text);
}

TEST(Footnotes, withFootnotes_takesTheNextLinesOfAParagraphIntoANote)
{
    EXPECT_EQ(withFootnotes("[^1]: one\ntwo\n\nthree\n"), "three\n" + list(item("1", "one\ntwo")));
}

TEST(Footnotes, withFootnotes_takesIndentedParagraphsIntoANote)
{
    EXPECT_EQ(withFootnotes("[^1]: one\n\n    two\n\nthree\n"),
              "three\n" + list(item("1", "one\n\ntwo")));
    EXPECT_EQ(withFootnotes("[^1]: one\n\n\ttwo\n"), list(item("1", "one\n\ntwo")));
}

TEST(Footnotes, withFootnotes_joinsNotesOfTheSameLabel)
{
    EXPECT_EQ(withFootnotes("[^1]: one\n[^1]: two\n"), list(item("1", "one\n\n\ntwo")));
}

TEST(Footnotes, withFootnotes_linksReferencesInQuotationsAndLists)
{
    const std::string result = withFootnotes("> a[^1]\n\n- b[^2]\n\n[^1]: A\n[^2]: B\n");

    EXPECT_TRUE(holds(result, "> a" + firstReference("1")));
    EXPECT_TRUE(holds(result, "- b" + firstReference("2")));
}

TEST(Footnotes, withFootnotes_acceptsADefinitionWithAFewBlanksBefore)
{
    EXPECT_EQ(withFootnotes("   [^1]: N\n"), list(item("1", "N")));
}

TEST(Footnotes, withFootnotes_takesADeeperLineForNoDefinition)
{
    const std::string text = "    [^1]: N\n";

    EXPECT_EQ(withFootnotes(text), text);
}

TEST(Footnotes, withFootnotes_keepsTooLongLabels)
{
    const std::string text = "[^" + std::string(100, 'a') + "]: N\n";

    EXPECT_EQ(withFootnotes(text), text);
}

TEST(Footnotes, withFootnotes_putsTheLinkBackApart_whenANoteEndsInCode)
{
    EXPECT_TRUE(holds(withFootnotes("a[^1]\n\n[^1]: `x`\n"), "`x`\n\n" + back("1")));
}

TEST(Footnotes, withFootnotes_takesNotesInTheText)
{
    const std::string html = withFootnotes("text^[a *note*] more^[see [x](y)]");

    EXPECT_EQ(
        html.find("text<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup> "
                  "more<sup class=\"footnote-ref\"><a href=\"#fn-2\""),
        0U)
        << html;
    EXPECT_NE(html.find("a *note* <a class=\"footnote-back\""), std::string::npos);
    EXPECT_NE(html.find("see [x](y) <a class=\"footnote-back\""), std::string::npos);
}

TEST(Footnotes, withFootnotes_takesNotesOfBothKinds)
{
    const std::string html = withFootnotes("a[^1] 中^[注\n释]\n\n[^1]: b\n");

    EXPECT_NE(html.find("注 释"), std::string::npos) << html;
    EXPECT_EQ(html.find("[^"), std::string::npos) << html;
}

TEST(Footnotes, withFootnotes_leavesWhatIsNoNote)
{
    for (const char *const text :
         {"x^[]", "x\\^[a]", "`^[a]`", "x^^[a]", "x^[a\n\nb]", "x^[a", "$^[a]", "x^[a](b)",
          "x^ [a]", "    ^[a]\n", "/^[a-zA-Z0-9]$/", "a^[（n-1）/2] * a^[n/2]", "2^[10]"}) {
        EXPECT_EQ(withFootnotes(text), text);
    }
}

TEST(Footnotes, withClosedNotes_endsAFence_whereItsNoteEnds)
{
    EXPECT_EQ(withClosedNotes("[^1]: n\n\n    ```\n    c\n\nrest\n"),
              "[^1]: n\n\n    ```\n    c\n    ```\n\nrest\n");
    EXPECT_EQ(withClosedNotes("[^1]: n\n\n  ~~~~ py\n  c\n\n[^2]: m\n"),
              "[^1]: n\n\n  ~~~~ py\n  c\n  ~~~~\n\n[^2]: m\n");
    EXPECT_EQ(withClosedNotes("[^1]: n\n\n    - ```\n      c"),
              "[^1]: n\n\n    - ```\n      c\n      ```\n");
    EXPECT_EQ(withClosedNotes("[^1]: ```\n    c\n    ```\n\nrest\n"),
              "[^1]:\n    ```\n    c\n    ```\n\nrest\n");
    EXPECT_EQ(withClosedNotes("[^1]: ```\n    c\n\nrest\n"),
              "[^1]:\n    ```\n    c\n    ```\n\nrest\n");
}

TEST(Footnotes, withClosedNotes_leavesWhatIsClosedOrNoNote)
{
    for (const std::string text : {
             "[^1]: n\n\n    ```\n    c\n\n    d\n    ```\n\nrest\n",
             "x[^1]\n\n```\n[^1]: n\n    ~~~\n```\n\nrest\n",
             "x[^1]\n\n[^1]: n\n\n```\nc\n\nrest\n",
             "[^1] n\n\n    ```\n    c\n\nrest\n",
             "[^1]: `a` ```b```\n\nrest\n",
         }) {
        EXPECT_EQ(withClosedNotes(text), text);
    }
}

TEST(Footnotes, withFootnotes_endsANoteAtAFenceOfTheText)
{
    EXPECT_EQ(withFootnotes("[^1]: n\n```\nc\n```\n"), "```\nc\n```\n" + list(item("1", "n")));
}

} // namespace lectern::core
