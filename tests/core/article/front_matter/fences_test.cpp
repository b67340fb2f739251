#include "core/article/front_matter/fences.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct SplitCase
{
    std::string_view text;
    FrontMatterKind kind;
    std::uint32_t fenceLine;
    std::string_view block;
    std::uint32_t blockLine;
    std::string_view body;
    std::uint32_t bodyLine;
};

void PrintTo(const SplitCase &split, std::ostream *out)
{
    *out << testing::PrintToString(split.text);
}

class ClosedFence : public testing::TestWithParam<SplitCase>
{
};

const SplitCase kClosed[]{
    {"---\na: 1\n---\nBody\n", FrontMatterKind::Yaml, 1, "a: 1\n", 2, "Body\n", 4},
    {"---\na: 1\n---", FrontMatterKind::Yaml, 1, "a: 1\n", 2, "", 4},
    {"---\na: 1\n...\nBody\n", FrontMatterKind::Yaml, 1, "a: 1\n", 2, "Body\n", 4},
    {"---\t\na: 1\n--- \nBody\n", FrontMatterKind::Yaml, 1, "a: 1\n", 2, "Body\n", 4},
    {"\n \t\n---\na: 1\n---\nBody\n", FrontMatterKind::Yaml, 3, "a: 1\n", 4, "Body\n", 6},
    {"---\n---\nBody\n", FrontMatterKind::Yaml, 1, "", 2, "Body\n", 3},
    {"---\n\n# nothing yet\n---\nBody\n", FrontMatterKind::Yaml, 1, "\n# nothing yet\n", 2,
     "Body\n", 5},
    {"---\na: 1\n---\n---\nb: 2\n---\n", FrontMatterKind::Yaml, 1, "a: 1\n", 2, "---\nb: 2\n---\n",
     4},
    {"---\nwords first\na: 1\n---\nBody\n", FrontMatterKind::Yaml, 1, "words first\na: 1\n", 2,
     "Body\n", 5},
    {"---\n\"a\": 1\n---\nBody\n", FrontMatterKind::Yaml, 1, "\"a\": 1\n", 2, "Body\n", 4},
    {"---\n{\"a\": 1}\n---\nBody\n", FrontMatterKind::Yaml, 1, "{\"a\": 1}\n", 2, "Body\n", 4},
    {"---\na: |\n  ----\n ---\n---\nBody\n", FrontMatterKind::Yaml, 1, "a: |\n  ----\n ---\n", 2,
     "Body\n", 6},
    {"+++\na = 1\n+++\nBody\n", FrontMatterKind::Toml, 1, "a = 1\n", 2, "Body\n", 4},
    {"+++\na = 1\n...\n---\n+++\nBody\n", FrontMatterKind::Toml, 1, "a = 1\n...\n---\n", 2,
     "Body\n", 6},
    {"+++\n+++\nBody\n", FrontMatterKind::Toml, 1, "", 2, "Body\n", 3},
    {"{\"a\": 1}\nBody\n", FrontMatterKind::Json, 1, "{\"a\": 1}", 1, "Body\n", 2},
    {"{\n  \"a\": {\"b\": 1}\n}\n\nBody\n", FrontMatterKind::Json, 1, "{\n  \"a\": {\"b\": 1}\n}",
     1, "\nBody\n", 4},
    {"\n{ \"a\": \"}{\" } \t\nBody\n", FrontMatterKind::Json, 2, "{ \"a\": \"}{\" }", 2, "Body\n",
     3},
    {"{\"a\": \"\\\"}\"}\nBody\n", FrontMatterKind::Json, 1, "{\"a\": \"\\\"}\"}", 1, "Body\n", 2},
    {"{\"a\": \"\\\\\"}\nBody\n", FrontMatterKind::Json, 1, "{\"a\": \"\\\\\"}", 1, "Body\n", 2},
    {"{}", FrontMatterKind::Json, 1, "{}", 1, "", 1},
};

} // namespace

TEST_P(ClosedFence, cutsTheTextInTwo)
{
    const SplitCase &expected = GetParam();

    const FenceSplit split = splitFrontMatter(expected.text);

    EXPECT_EQ(split.state, FenceState::Closed);
    EXPECT_EQ(split.kind, expected.kind);
    EXPECT_EQ(split.fenceLine, expected.fenceLine);
    EXPECT_EQ(split.block, expected.block);
    EXPECT_EQ(split.blockLine, expected.blockLine);
    EXPECT_EQ(split.body, expected.body);
    EXPECT_EQ(split.bodyLine, expected.bodyLine);
}

INSTANTIATE_TEST_SUITE_P(All, ClosedFence, testing::ValuesIn(kClosed));

TEST(Fences, areAbsent_whenTheTextOnlyLooksLikeIt)
{
    for (const std::string_view text : {
             "",
             "\n \t\n",
             "# Heading\n",
             "Words\n---\na: 1\n---\n",
             "---",
             "---\n\nWords\n",
             "---\nWords between rules.\n---\nMore\n",
             "---\n\n## 年终总结\n\n天气: 晴\n\n---\n\n第二节\n",
             "---\n\nNote: a rule above prose\n\n---\n",
             "----\na: 1\n----\n",
             " ---\na: 1\n ---\n",
             "--- a\na: 1\n---\n",
             "+++\nwords only\n+++\n",
             "+++\na: 1\n+++\n",
             "{{< figure >}}\n",
             "{% raw %}\n",
             "{",
             "{ words }\n",
             "{\"a\": 1} and more\n",
         }) {
        const FenceSplit split = splitFrontMatter(text);

        EXPECT_EQ(split.state, FenceState::Absent) << text;
        EXPECT_EQ(split.kind, FrontMatterKind::None) << text;
        EXPECT_EQ(split.body, text);
        EXPECT_EQ(split.bodyLine, 1U) << text;
    }
}

TEST(Fences, leaveAllToTheBody_whenTheyAreNotClosed)
{
    const std::string_view text = "\n---\ntitle: T\ntags:\n- a\n  - b\n\nx: not any more\n";

    const FenceSplit split = splitFrontMatter(text);

    EXPECT_EQ(split.state, FenceState::Unclosed);
    EXPECT_EQ(split.kind, FrontMatterKind::Yaml);
    EXPECT_EQ(split.fenceLine, 2U);
    EXPECT_EQ(split.block, "title: T\ntags:\n- a\n  - b\n");
    EXPECT_EQ(split.body, text);
    EXPECT_EQ(split.bodyLine, 1U);
}

TEST(Fences, takeTheLeadingTables_whenTomlIsNotClosed)
{
    const FenceSplit split = splitFrontMatter("+++\ntitle = \"T\"\n[params]\na = 1\nWords\n");

    EXPECT_EQ(split.state, FenceState::Unclosed);
    EXPECT_EQ(split.kind, FrontMatterKind::Toml);
    EXPECT_EQ(split.block, "title = \"T\"\n[params]\na = 1\n");
}

TEST(Fences, areNotClosedByAnotherLanguage)
{
    EXPECT_EQ(splitFrontMatter("---\na: 1\n+++\n").state, FenceState::Unclosed);
    EXPECT_EQ(splitFrontMatter("+++\na = 1\n---\n").state, FenceState::Unclosed);
}

TEST(Fences, giveNoBlock_whenABraceIsNotClosed)
{
    const FenceSplit split = splitFrontMatter("\n\n{\"a\": {\"b\": 1}\nBody\n");

    EXPECT_EQ(split.state, FenceState::Unclosed);
    EXPECT_EQ(split.kind, FrontMatterKind::Json);
    EXPECT_EQ(split.fenceLine, 3U);
    EXPECT_EQ(split.block, "");
    EXPECT_EQ(split.body, "\n\n{\"a\": {\"b\": 1}\nBody\n");
}

} // namespace lectern::core
