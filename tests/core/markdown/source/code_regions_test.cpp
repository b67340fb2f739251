#include "core/markdown/source/code_regions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lectern::core {

namespace {

/// The code of \a markdown, region by region.
std::vector<std::string> codeOf(std::string_view markdown)
{
    std::vector<std::string> pieces;
    for (const TextRange &range : codeRegions(markdown)) {
        pieces.emplace_back(markdown.substr(range.start, range.end - range.start));
    }
    return pieces;
}

using Pieces = std::vector<std::string>;

} // namespace

TEST(CodeRegions, codeRegions_isEmpty_whenThereIsNoCode)
{
    EXPECT_EQ(codeOf(""), Pieces{});
    EXPECT_EQ(codeOf("plain 文字\n\nmore"), Pieces{});
}

TEST(CodeRegions, codeRegions_findsASpan)
{
    EXPECT_EQ(codeOf("a `b` c"), Pieces{"`b`"});
}

TEST(CodeRegions, codeRegions_givesByteOffsets)
{
    const std::vector<TextRange> regions = codeRegions("中`b`");

    ASSERT_EQ(regions.size(), 1U);
    EXPECT_EQ(regions[0].start, 3U);
    EXPECT_EQ(regions[0].end, 6U);
}

TEST(CodeRegions, codeRegions_findsSpansInOrder)
{
    EXPECT_EQ(codeOf("`a` b `c`\n`d`"), (Pieces{"`a`", "`c`", "`d`"}));
}

TEST(CodeRegions, codeRegions_closesASpanOnlyWithARunAsLong)
{
    EXPECT_EQ(codeOf("``a`b`` c"), Pieces{"``a`b``"});
    EXPECT_EQ(codeOf("`a``b` c"), Pieces{"`a``b`"});
}

TEST(CodeRegions, codeRegions_findsFencesBehindBullets)
{
    EXPECT_EQ(codeOf("- ```\n  a\n  ```\n- b\n"), Pieces{"- ```\n  a\n  ```\n"});
    EXPECT_EQ(codeOf("1. ~~~\n   a\n   ~~~\n"), Pieces{"1. ~~~\n   a\n   ~~~\n"});
    EXPECT_EQ(codeOf("> - ```\n>   a\n>   ```\n"), Pieces{"> - ```\n>   a\n>   ```\n"});
    EXPECT_EQ(codeOf("- a ```b``` c\n"), Pieces{"```b```"});
}

TEST(CodeRegions, codeRegions_endsSpansWithTheirListItem)
{
    EXPECT_EQ(codeOf("- a ` b\n- `c`\n"), Pieces{"`c`"});
    EXPECT_EQ(codeOf("- a ` b\n\t* `c`\n"), Pieces{"`c`"});
    EXPECT_EQ(codeOf("a `b\nc` d\n"), Pieces{"`b\nc`"});
}

TEST(CodeRegions, codeRegions_findsNoSpan_whenARunIsNotClosed)
{
    EXPECT_EQ(codeOf("a ` b"), Pieces{});
    EXPECT_EQ(codeOf("a `` b ` c"), Pieces{});
}

TEST(CodeRegions, codeRegions_findsLaterSpan_whenAnEarlierRunIsNotClosed)
{
    EXPECT_EQ(codeOf("`` a `b` c"), Pieces{"`b`"});
}

TEST(CodeRegions, codeRegions_keepsSpansWithinAParagraph)
{
    EXPECT_EQ(codeOf("a ` b\n\nc ` d"), Pieces{});
    EXPECT_EQ(codeOf("a ` b\n\n`c`"), Pieces{"`c`"});
    EXPECT_EQ(codeOf("a `b\nc` d"), Pieces{"`b\nc`"});
}

TEST(CodeRegions, codeRegions_leavesEscapedBackquotes)
{
    EXPECT_EQ(codeOf("\\`a` b"), Pieces{});
    EXPECT_EQ(codeOf("\\`a `b`"), Pieces{"`b`"});
}

TEST(CodeRegions, codeRegions_findsAFenceWithItsLines)
{
    EXPECT_EQ(codeOf("a\n```\nb\n```\nc"), Pieces{"```\nb\n```\n"});
    EXPECT_EQ(codeOf("a\n~~~\nb\n~~~\nc"), Pieces{"~~~\nb\n~~~\n"});
}

TEST(CodeRegions, codeRegions_findsAFenceWithItsLanguage)
{
    EXPECT_EQ(codeOf("```cpp\nint a;\n```\n"), Pieces{"```cpp\nint a;\n```\n"});
}

TEST(CodeRegions, codeRegions_runsToTheEnd_whenAFenceIsNotClosed)
{
    EXPECT_EQ(codeOf("a\n```\nb\n\nc"), Pieces{"```\nb\n\nc"});
}

TEST(CodeRegions, codeRegions_closesAFenceOnlyWithItsOwnMark)
{
    EXPECT_EQ(codeOf("```\n~~~\n```\nb"), Pieces{"```\n~~~\n```\n"});
    EXPECT_EQ(codeOf("~~~\n```\n~~~\nb"), Pieces{"~~~\n```\n~~~\n"});
}

TEST(CodeRegions, codeRegions_closesAFenceOnlyWithOneAsLong)
{
    EXPECT_EQ(codeOf("````\n```\n````\nb"), Pieces{"````\n```\n````\n"});
    EXPECT_EQ(codeOf("```\na\n`````\nb"), Pieces{"```\na\n`````\n"});
}

TEST(CodeRegions, codeRegions_doesNotCloseAFence_withALineThatNamesALanguage)
{
    EXPECT_EQ(codeOf("```\na\n```cpp\nb\n```\nc"), Pieces{"```\na\n```cpp\nb\n```\n"});
}

TEST(CodeRegions, codeRegions_takesTwoMarksForNoFence)
{
    EXPECT_EQ(codeOf("~~\na\n~~\n"), Pieces{});
}

TEST(CodeRegions, codeRegions_takesALineWithALaterBackquoteForASpan)
{
    EXPECT_EQ(codeOf("```a``` b\nc"), Pieces{"```a```"});
}

TEST(CodeRegions, codeRegions_findsFencesInListsAndQuotations)
{
    EXPECT_EQ(codeOf("- a\n\n  ```\n  b\n  ```\n- c"), Pieces{"  ```\n  b\n  ```\n"});
    EXPECT_EQ(codeOf("> ```\n> b\n> ```\n> c"), Pieces{"> ```\n> b\n> ```\n"});
}

TEST(CodeRegions, codeRegions_findsSpansAroundAFence)
{
    EXPECT_EQ(codeOf("`a`\n```\n`b`\n```\n`c`"), (Pieces{"`a`", "```\n`b`\n```\n", "`c`"}));
}

TEST(CodeRegions, codeRegions_endsASpanBeforeAFence)
{
    EXPECT_EQ(codeOf("a ` b\n```\nc ` d\n```\n"), Pieces{"```\nc ` d\n```\n"});
}

TEST(CodeRegions, codeRegions_findsComments)
{
    EXPECT_EQ(codeOf("a <!-- b --> c"), Pieces{"<!-- b -->"});
    EXPECT_EQ(codeOf("a <!-- b\n\nc --> d"), Pieces{"<!-- b\n\nc -->"});
}

TEST(CodeRegions, codeRegions_leavesACommentThatIsNotClosed)
{
    EXPECT_EQ(codeOf("a <!-- b `c`"), Pieces{"`c`"});
}

TEST(CodeRegions, codeRegions_takesBackquotesInACommentForPartOfIt)
{
    EXPECT_EQ(codeOf("<!-- ` --> a ` b"), Pieces{"<!-- ` -->"});
}

TEST(CodeRegions, codeRegions_findsIndentedCode)
{
    EXPECT_EQ(codeOf("a\n\n    {% if %}\n    $x$\n\nb"), Pieces{"    {% if %}\n    $x$\n"});
    EXPECT_EQ(codeOf("    first\n"), Pieces{"    first\n"});
    EXPECT_EQ(codeOf("a\n\n\tb `c`\n"), Pieces{"\tb `c`\n"});
    EXPECT_EQ(codeOf("# A\n\n      b\n\n    c"), (Pieces{"      b\n", "    c"}));
}

TEST(CodeRegions, codeRegions_leavesWhatIsIndentedInAContainer)
{
    for (const char *const text :
         {"- a\n\n    b\n", "1. a\n\n    b\n\n    c\n", "[^1]: a\n\n    b\n", "!!! note\n\n    b\n",
          "??? note \"T\"\n\n    b\n", "=== \"T\"\n\n    b\n", "a\n: b\n\n    c\n", "a\n    b\n",
          "a\n\n   b\n"}) {
        EXPECT_EQ(codeOf(text), Pieces{}) << text;
    }
}

TEST(CodeRegions, codeRegions_findsPreformattedHtml)
{
    EXPECT_EQ(codeOf("a\n\n<pre>\n\\[x\\]\n\n{{ y }}\n</pre>\nb"),
              Pieces{"<pre>\n\\[x\\]\n\n{{ y }}\n</pre>\n"});
    EXPECT_EQ(codeOf("<pre class=\"c\">a</pre>\n"), Pieces{"<pre class=\"c\">a</pre>\n"});
    EXPECT_EQ(codeOf("a <pre>b</pre>\n<prefix>"), Pieces{});
}

TEST(CodeRegions, codeRegions_givesMarkedCodeAlone_whenItIsAsked)
{
    EXPECT_TRUE(codeRegions("    a\n", CodeKinds::Marked).empty());
    EXPECT_TRUE(codeRegions("<pre>a</pre>\n", CodeKinds::Marked).empty());
    EXPECT_EQ(codeRegions("    `a`\n", CodeKinds::Marked).size(), 1U);
}

TEST(CodeRegions, forEachRegion_visitsEveryPieceInOrder)
{
    std::vector<std::pair<std::string, bool>> visited;

    forEachRegion("a `b` c\n", [&visited](std::string_view piece, bool isCode) {
        visited.emplace_back(piece, isCode);
    });

    const std::vector<std::pair<std::string, bool>> expected{
        {"a ", false}, {"`b`", true}, {" c\n", false}};
    EXPECT_EQ(visited, expected);
}

TEST(CodeRegions, forEachRegion_visitsNoEmptyPieces)
{
    int visits = 0;

    forEachRegion("`a`", [&visits](std::string_view piece, bool isCode) {
        ++visits;
        EXPECT_EQ(piece, "`a`");
        EXPECT_TRUE(isCode);
    });

    EXPECT_EQ(visits, 1);
}

TEST(CodeRegions, forEachRegion_visitsNothing_whenTheTextIsEmpty)
{
    int visits = 0;

    forEachRegion("", [&visits](std::string_view, bool) { ++visits; });

    EXPECT_EQ(visits, 0);
}

} // namespace lectern::core
