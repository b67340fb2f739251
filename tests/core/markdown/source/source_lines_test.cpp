#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace lectern::core {

namespace {

/// A letter for each line of \a markdown: f(enced), i(ndented code) or `.` for words.
std::string kinds(std::string_view markdown)
{
    std::string result;
    for (const SourceLine &line : sourceLines(markdown)) {
        result += line.isFenced ? 'f' : line.isIndentedCode ? 'i' : '.';
    }
    return result;
}

struct Case
{
    const char *markdown;
    const char *kinds;
};

template <std::size_t N>
void expectKinds(const Case (&cases)[N])
{
    for (const Case &row : cases) {
        EXPECT_EQ(kinds(row.markdown), row.kinds) << row.markdown;
    }
}

} // namespace

TEST(IndentOf, countsColumns)
{
    EXPECT_EQ(indentOf("a"), 0U);
    EXPECT_EQ(indentOf(""), 0U);
    EXPECT_EQ(indentOf("  a"), 2U);
    EXPECT_EQ(indentOf("\ta"), 4U);
    EXPECT_EQ(indentOf(" \ta"), 4U);
    EXPECT_EQ(indentOf("   \ta"), 4U);
    EXPECT_EQ(indentOf("    \ta"), 8U);
    EXPECT_EQ(indentOf("\t  a"), 6U);
    EXPECT_EQ(indentOf("  \n"), 2U);
    EXPECT_EQ(indentOf("　全角"), 0U);
}

TEST(SourceLines, haveTheirEnds)
{
    const auto lines = sourceLines("a\n\n中文\nlast");

    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].text, "a\n");
    EXPECT_EQ(lines[1].text, "\n");
    EXPECT_EQ(lines[2].text, "中文\n");
    EXPECT_EQ(lines[3].text, "last");
    EXPECT_TRUE(sourceLines("").empty());
}

TEST(SourceLines, inFences_areCode)
{
    constexpr Case cases[] = {
        {"a\n```\nb\n```\nc", ".fff."},
        {"~~~\na\n~~~\n", "fff"},
        {"```\na", "ff"},
        {"````\n```\n````\na", "fff."},
        {"```\n~~~\n```\na", "fff."},
        {"- a\n  ```\n  b\n  ```\n- c", ".fff."},
        {"> ```\n> a\n> ```\n", "fff"},
        {"``\na\n``", "fff"},
        {"a `b` c\n", "."},
    };
    expectKinds(cases);
}

TEST(SourceLines, inCommentsAndPre_areCode)
{
    constexpr Case cases[] = {
        {"<!--\na\n-->\nb", "fff."},
        {"<pre>\na\n</pre>\nb", "fff."},
        {"<pre class=\"x\">\na\n\nb</pre>\nc", "ffff."},
        {"<prefix>\na", ".."},
        {"a <pre>\nb", ".."},
    };
    expectKinds(cases);
}

TEST(SourceLines, indentedBehindABlankLine_areCode)
{
    constexpr Case cases[] = {
        {"a\n\n    b\n", "..i"},
        {"    a\n", "i"},
        {"\ta\n", "i"},
        {"a\n    b\n", ".."},
        {"a\n\n    b\n    c\n", "..ii"},
        {"a\n\n    b\n\n    c\n", "..i.i"},
        {"a\n\n    b\nc\n    d\n", "..i.."},
        {"a\n\n   b\n", "..."},
        {"# a\n\n    b\n", "..i"},
    };
    expectKinds(cases);
}

TEST(SourceLines, indentedInAList_areWords)
{
    constexpr Case cases[] = {
        {"- a\n\n    b\n", "..."},        {"1. a\n\n    b\n", "..."},
        {"12) a\n\n    b\n", "..."},      {"* a\n    - b\n\n        c\n", "...."},
        {"- a\n\nb\n\n    c\n", "....i"}, {"- a\nlazy\n\n    b\n", "...."},
        {"-a\n\n    b\n", "..i"},         {"1.a\n\n    b\n", "..i"},
        {"2024. 年\n\n    b\n", "..."},   {"1234567890. a\n\n    b\n", "..i"},
    };
    expectKinds(cases);
}

TEST(SourceLinesProperty, areTheText_andFencesAreTheRegions)
{
    constexpr std::array<std::string_view, 18> kPieces{
        "```", "~~~", "`",    "\n",   "\n\n", "    ",  "\t",     "- ", "1. ",
        "> ",  "a",   "中文", "<!--", "-->",  "<pre>", "</pre>", "\\", "#"};
    std::mt19937 random(91); // NOLINT(cert-msc51-cpp): the same texts in every run
    int code = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 24; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        std::string joined;
        for (const SourceLine &line : sourceLines(markdown)) {
            ASSERT_FALSE(line.text.empty()) << markdown;
            ASSERT_GE(line.text.find("\n"), line.text.size() - 1) << markdown;
            ASSERT_FALSE(line.isFenced && line.isIndentedCode) << markdown;
            joined += line.text;
            code += line.isCode() ? 1 : 0;
        }
        ASSERT_EQ(joined, markdown);
    }
    EXPECT_GT(code, 1000);
}

TEST(CodeRegionsProperty, areInOrderAndInside_andAllPiecesAreTheText)
{
    constexpr std::array<std::string_view, 16> kPieces{"`",   "``",  "```", "~~~",  "\n",  "\n\n",
                                                       "- ",  "> ",  "a",   "中文", "\\`", "<!--",
                                                       "-->", "1. ", " ",   "*"};
    std::mt19937 random(92); // NOLINT(cert-msc51-cpp): the same texts in every run
    std::size_t found = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string markdown;
        for (std::size_t count = random() % 24; count > 0; --count) {
            markdown += kPieces[random() % kPieces.size()];
        }
        std::size_t end = 0;
        for (const TextRange &range : codeRegions(markdown)) {
            ASSERT_LE(end, range.start) << markdown;
            ASSERT_LT(range.start, range.end) << markdown;
            ASSERT_LE(range.end, markdown.size()) << markdown;
            end = range.end;
            ++found;
        }
        std::string joined;
        forEachRegion(markdown, [&joined](std::string_view piece, bool) {
            EXPECT_FALSE(piece.empty());
            joined += piece;
        });
        ASSERT_EQ(joined, markdown);
    }
    EXPECT_GT(found, 1000U);
}

TEST(CodeRegionsProperty, ofALongText_areThoseOfItsParts)
{
    const std::string part = "a `b` c\n\n```\nd\n```\n\ne <!-- f --> g\n\n";
    const std::vector<TextRange> few = codeRegions(part);
    std::string markdown;
    for (int times = 0; times < 50; ++times) {
        markdown += part;
    }

    const std::vector<TextRange> many = codeRegions(markdown);

    ASSERT_EQ(few.size(), 3U);
    ASSERT_EQ(many.size(), 150U);
    for (std::size_t i = 0; i < many.size(); ++i) {
        const std::size_t shift = (i / 3) * part.size();
        EXPECT_EQ(many[i].start, few[i % 3].start + shift) << i;
        EXPECT_EQ(many[i].end, few[i % 3].end + shift) << i;
    }
}

} // namespace lectern::core
