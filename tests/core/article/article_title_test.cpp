#include "core/article/article_title.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct TitleCase
{
    std::string_view text;
    std::string_view title;
};

} // namespace

TEST(TitleFromHeading, takesTheFirstHashHeading)
{
    for (const TitleCase &expected : {
             TitleCase{"# Title\n", "Title"},
             TitleCase{"#\tTitle", "Title"},
             TitleCase{"\n\nWords first.\n\n#   Title  \n# Second\n", "Title"},
             TitleCase{"## Lower\n# Title\n", "Title"},
             TitleCase{"#NoBlank\n# Title\n", "Title"},
             TitleCase{"```\n# a comment in code\n```\n# Title\n", "Title"},
             TitleCase{"~~~\n# a comment in code\n~~~\n# Title\n", "Title"},
             TitleCase{"# 中文 标题\n", "中文 标题"},
         }) {
        EXPECT_EQ(titleFromHeading(expected.text), expected.title) << expected.text;
    }
}

TEST(TitleFromHeading, takesAnUnderlinedHeading_onlyAtTheStart)
{
    for (const TitleCase &expected : {
             TitleCase{"Title\n=====\n", "Title"},
             TitleCase{"Title\n=\n", "Title"},
             TitleCase{"Title\n---\n", "Title"},
             TitleCase{"\n\nTitle\n=== \n# Other\n", "Title"},
             TitleCase{"Title\n-\n# Other\n", "Other"},
             TitleCase{"Words\n\nTitle\n=====\n# Other\n", "Other"},
             TitleCase{"- item\n---\n# Other\n", "Other"},
             TitleCase{"| a |\n---\n# Other\n", "Other"},
             TitleCase{"> quote\n---\n# Other\n", "Other"},
         }) {
        EXPECT_EQ(titleFromHeading(expected.text), expected.title) << expected.text;
    }
}

TEST(TitleFromHeading, leavesOutTheMarks)
{
    for (const TitleCase &expected : {
             TitleCase{"# Title ##\n", "Title"},
             TitleCase{"# C#\n", "C#"},
             TitleCase{"# Title {#id}\n", "Title"},
             TitleCase{"# Title {.class} ##\n", "Title {.class}"},
             TitleCase{"# Title {:toc}\n", "Title"},
             TitleCase{"# Set {a, b}\n", "Set {a, b}"},
             TitleCase{"# **Bold** and `code`\n", "Bold and code"},
             TitleCase{"# \\*not bold\\*\n", "*not bold*"},
             TitleCase{"# C:\\dir\n", "C:\\dir"},
             TitleCase{"# [Link](https://a.com/x) here\n", "Link here"},
             TitleCase{"# ![picture](a.png) Title\n", "picture Title"},
             TitleCase{"# [AI] news\n", "[AI] news"},
             TitleCase{"# snake_case\n", "snake_case"},
             TitleCase{"# Copy {% addedin \"0.2.14\" %}\n", "Copy"},
             TitleCase{"# {% icon %} 复制 {%- x -%}\n", "复制"},
             TitleCase{"# The `{% raw %}` tag\n", "The {% raw %} tag"},
             TitleCase{"# 100 {% of it\n", "100 {% of it"},
             TitleCase{"# Render {% x %}<!-- Beta 7 -->\n", "Render"},
             TitleCase{"# a <!-- b\n", "a <!-- b"},
         }) {
        EXPECT_EQ(titleFromHeading(expected.text), expected.title) << expected.text;
    }
}

TEST(TitleFromHeading, isEmpty_whenThereIsNone)
{
    for (const std::string_view text :
         {"", "\n\n", "Words\n", "## Lower\n", "```\n# only code\n", "#\n", "#hashtag\n"}) {
        EXPECT_EQ(titleFromHeading(text), "") << text;
    }
}

TEST(TitleFromHeading, looksAtTheFirst64KilobytesOnly)
{
    const std::string near = std::string(65'000, '\n') + "# Title\n";
    const std::string far = std::string(66'000, '\n') + "# Title\n";

    EXPECT_EQ(titleFromHeading(near), "Title");
    EXPECT_EQ(titleFromHeading(far), "");
}

TEST(TitleFromHeading, isCut_whenItIsLongerThanAKilobyte)
{
    const std::string title = titleFromHeading("# " + std::string(5000, 'x') + '\n');

    EXPECT_GE(title.size(), 1000U);
    EXPECT_LE(title.size(), 1024U);
}

TEST(DateFromPath, takesTheDateInFrontOfTheName)
{
    for (const TitleCase &expected : {
             TitleCase{"2015-04-01-name.md", "2015-04-01"},
             TitleCase{"2015-04-01 name.md", "2015-04-01"},
             TitleCase{"2015-04-01_name.md", "2015-04-01"},
             TitleCase{"2015-04-01.md", "2015-04-01"},
             TitleCase{"posts/2015-04-01-name.md", "2015-04-01"},
             TitleCase{"posts/2015-04-01-name/index.md", "2015-04-01"},
             TitleCase{"posts/2015-04-01/_index.md", "2015-04-01"},
             TitleCase{"name.md", ""},
             TitleCase{"2015-4-1-name.md", ""},
             TitleCase{"20150401-name.md", "2015-04-01"},
             TitleCase{"2015-04-01name.md", ""},
             TitleCase{"name-2015-04-01.md", ""},
             TitleCase{"2015-04-01-folder/name.md", ""},
             TitleCase{"index.md", ""},
             TitleCase{"20210814 Name.md", "2021-08-14"},
             TitleCase{"日记/2021.08.14.md", "2021-08-14"},
             TitleCase{"journals/2021_08_14.md", "2021-08-14"},
             TitleCase{"20210814.md", "2021-08-14"},
             TitleCase{"20219914 Name.md", ""}, // a serial number
             TitleCase{"202108141 Name.md", ""},
             TitleCase{"20210814x.md", ""},
             TitleCase{"1.2.2021.md", ""},
         }) {
        EXPECT_EQ(dateFromPath(expected.text), expected.title) << expected.text;
    }
}

TEST(DateFromAddress, takesTheDateAmongTheParts)
{
    EXPECT_EQ(dateFromAddress("/blog/2026/08/21/name"), "2026/08/21");
    EXPECT_EQ(dateFromAddress("2026/08/21/name"), "2026/08/21");
    EXPECT_EQ(dateFromAddress("https://a.com/2026/08/21/"), "2026/08/21");
    EXPECT_EQ(dateFromAddress("/blog/2026/08/21"), "");
    EXPECT_EQ(dateFromAddress("/blog/2026/8/21/name"), "");
    EXPECT_EQ(dateFromAddress("/x2026/08/21/name"), "");
    EXPECT_EQ(dateFromAddress("/blog/name"), "");
    EXPECT_EQ(dateFromAddress(""), "");
}

TEST(TitleFromPath, takesTheName)
{
    for (const TitleCase &expected : {
             TitleCase{"name.md", "name"},
             TitleCase{"渡口 0123456789abcdef0123456789abcdef.md", "渡口"},
             TitleCase{"My page FEDCBA98765432100123456789ABCDEF.md", "My page"},
             TitleCase{"a/渡口%20x 0123456789abcdef0123456789abcdef.md", "渡口 x"},
             TitleCase{"渡口 0123456789abcdef0123456789abcde.md",
                       "渡口 0123456789abcdef0123456789abcde"},
             TitleCase{"0123456789abcdef0123456789abcdef.md", "0123456789abcdef0123456789abcdef"},
             TitleCase{"a/b/My Name.markdown", "My Name"},
             TitleCase{"v1.2 notes.md", "v1.2 notes"},
             TitleCase{"no suffix", "no suffix"},
             TitleCase{".hidden", ".hidden"},
             TitleCase{"2015-04-01-name.md", "name"},
             TitleCase{"2015-04-01.md", "2015-04-01"},
             TitleCase{"folder/index.md", "folder"},
             TitleCase{"folder/_index.md", "folder"},
             TitleCase{"a/2015-04-01-folder/index.md", "folder"},
             TitleCase{"index.md", "index"},
             TitleCase{"%E4%B8%AD%e6%96%87.md", "中文"},
             TitleCase{"100%.md", "100%"},
             TitleCase{"%zz.md", "%zz"},
             TitleCase{"%FF.md", "%FF"},
             TitleCase{"a%0Ab.md", "a b"},
             TitleCase{"a\tb.md", "a b"},
             TitleCase{"中文.md", "中文"},
             TitleCase{"\xFF.md", "\uFFFD"},
             TitleCase{"pages/A___B.md", "A/B"},
             TitleCase{"graph/pages/科学___物理___光.md", "科学/物理/光"},
             TitleCase{"pages/A___what%3F.md", "A/what?"},
             TitleCase{"notes/A___B.md", "A___B"},
             TitleCase{"pages/below/A___B.md", "A___B"},
             TitleCase{"pages/___A.md", "___A"},
             TitleCase{"pages/a__b.md", "a__b"},
         }) {
        EXPECT_EQ(titleFromPath(expected.text), expected.title) << expected.text;
    }
}

TEST(TitleFromPath, isThePath_whenTheNameIsBlank)
{
    EXPECT_EQ(titleFromPath("a/ .md"), "a/ .md");
    EXPECT_EQ(titleFromPath("a/%20.md"), "a/%20.md");
}

} // namespace lectern::core
