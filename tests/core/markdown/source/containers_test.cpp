#include "core/markdown/source/dialects.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string callout(const std::string &kind, const std::string &title, const std::string &content)
{
    return "\n<blockquote>\n\n[!" + kind + "] " + title + "\n\n" + content + "\n</blockquote>\n\n";
}

/// What a line between the colons of a container with `x` is read as.
std::string opened(const std::string &words)
{
    return withContainers(":::" + words + "\nx\n:::\n");
}

} // namespace

TEST(Containers, withContainers_readsTheKindAndTheTitle)
{
    EXPECT_EQ(opened(" tip"), callout("tip", "", "x\n"));
    EXPECT_EQ(opened("tip 题目"), callout("tip", "题目", "x\n"));
    EXPECT_EQ(opened(" tip[题 目]"), callout("tip", "题 目", "x\n"));
    EXPECT_EQ(opened(" tip T {#id .cls}"), callout("tip", "T", "x\n"));
    EXPECT_EQ(opened(" tip 题:"), callout("tip", "题", "x\n"));
    EXPECT_EQ(opened(" {.tip .x title=\"T\"}"), callout("tip", "T", "x\n"));
}

TEST(Containers, withContainers_takesTheMarksOutOfATitle)
{
    EXPECT_EQ(opened(" tip **a** `b` \"c\""), callout("tip", "a b c", "x\n"));
    EXPECT_EQ(opened(" tip <b> *c*"), callout("tip", "&#60;b&#62; &#42;c&#42;", "x\n"));
}

TEST(Containers, withContainers_foldsDetails)
{
    EXPECT_EQ(opened(" details 看"), "\n<blockquote>\n\n[!details]- 看\n\nx\n\n</blockquote>\n\n");
    EXPECT_EQ(withContainers("??? tip \"看\"\n    x\n"),
              "\n<blockquote>\n\n[!tip]- 看\n\nx\n\n</blockquote>\n\n");
    EXPECT_EQ(withContainers("???+ tip \"看\"\n    x\n"),
              "\n<blockquote>\n\n[!tip]+ 看\n\nx\n\n</blockquote>\n\n");
}

TEST(Containers, withContainers_showsAnUnknownKindAsItsTitleAndContent)
{
    EXPECT_EQ(opened(" center"), "\n\nx\n\n");
    EXPECT_EQ(opened(" card 题"), "\n**题**\n\nx\n\n");
    EXPECT_EQ(opened(" {#id}"), "\n<div id=\"id\">\n\n\nx\n\n</div>\n\n");
    EXPECT_EQ(opened(" {.id}"), "\n\nx\n\n");
}

TEST(Containers, withContainers_closesWhatIsOpenAtTheEnd)
{
    EXPECT_EQ(withContainers("::: tip\nx"), callout("tip", "", "x\n"));
    EXPECT_EQ(withContainers("::: tip\n::: note\nx\n"),
              "\n<blockquote>\n\n[!tip] \n\n\n<blockquote>\n\n[!note] \n\nx\n\n</blockquote>\n\n"
              "\n</blockquote>\n\n");
}

TEST(Containers, withContainers_keepsColonsThatCloseNothing)
{
    for (const char *const text : {":::\n", "a\n:::\nb\n", "::::::\n", "::: 。\n", "::: [x]\n"}) {
        EXPECT_EQ(withContainers(text), text);
    }
}

TEST(Containers, withContainers_holdsAtMostSixteen)
{
    std::string text;
    for (int depth = 0; depth < 17; ++depth) {
        text += "::: tip\n";
    }

    const std::string result = withContainers(text);

    EXPECT_TRUE(result.find("::: tip\n") != std::string::npos) << result;
    EXPECT_EQ(result.find("::: tip\n"), result.rfind("::: tip\n")) << "the seventeenth alone";
}

TEST(Containers, indentedContent_losesItsIndentAndEndsTheContainer)
{
    EXPECT_EQ(withContainers("!!! tip\n    a\n\n        b\n\nc\n"),
              callout("tip", "", "a\n\n    b\n\n") + "c\n");
    EXPECT_EQ(withContainers("!!! tip\n\ta\nb\n"), callout("tip", "", "a\n") + "b\n");
    EXPECT_EQ(withContainers("!!! tip\na\n"), callout("tip", "", "") + "a\n");
}

TEST(Containers, indentedContent_mayHoldOthers)
{
    EXPECT_EQ(withContainers("!!! tip\n    !!! note\n        x\n    y\n"),
              "\n<blockquote>\n\n[!tip] \n\n\n<blockquote>\n\n[!note] \n\nx\n\n</blockquote>\n\ny\n"
              "\n</blockquote>\n\n");
}

TEST(Containers, indentedContent_mayBeCode)
{
    EXPECT_EQ(withContainers("!!! tip\n    ```\n    ::: a\n    ```\n"),
              callout("tip", "", "```\n::: a\n```\n"));
}

TEST(Containers, anEmptyTitle_leavesTheContentAlone)
{
    EXPECT_EQ(withContainers("!!! tip \"\"\n    x\n"), "\n\nx\n\n");
    EXPECT_EQ(withContainers("??? tip \"\"\n    x\n"),
              "\n<blockquote>\n\n[!tip]- \n\nx\n\n</blockquote>\n\n");
}

TEST(Containers, exclamations_areNoContainers)
{
    for (const char *const text :
         {"!!! what\n", "!!! tip, please\n", "!!! 注意\n", "!!! tip \"T\" more\n", "!!!tip\n",
          "??? who knows\n", "???+\n", "a !!! tip\n"}) {
        EXPECT_EQ(withContainers(text), text);
    }
}

TEST(Containers, tabs_areTheirLabelsAndContents)
{
    EXPECT_EQ(withContainers("=== \"甲\"\n    x\n\n=== \"乙\"\n    y\n"),
              "\n**甲**\n\nx\n\n\n\n**乙**\n\ny\n\n");
    EXPECT_EQ(withContainers("===! \"甲\"\n    x\n=== \"x\"\n"), "\n**甲**\n\nx\n\n\n**x**\n\n\n");
    EXPECT_EQ(withContainers("::: tabs\n@tab 甲 乙\nx\n:::\n"), "\n\n\n**甲 乙**\n\nx\n\n");
}

TEST(Containers, tabs_areNotMadeOfOtherLines)
{
    for (const char *const text :
         {"=== \"a\" b\n", "==== \"a\"\n", "=== \"\n", "a === \"b\"\n", "@tab a\n ::: \n"}) {
        EXPECT_EQ(withContainers(text), text);
    }
}

TEST(Containers, aListHoldsThem)
{
    EXPECT_EQ(withContainers("- a\n\n  ::: tip\n  x\n  :::\n- b\n"),
              "- a\n\n\n  <blockquote>\n\n  [!tip] \n\n  x\n\n  </blockquote>\n\n- b\n");
}

} // namespace lectern::core
