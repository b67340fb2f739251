#include "core/markdown/source/next_place.h"
#include "core/markdown/source/shortcode_blocks.h"
#include "core/markdown/source/shortcode_tag.h"
#include "core/markdown/source/source_passes.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

Tag tagOf(std::string_view text)
{
    NextPlace next(text);
    return tagAt(text, 0, next);
}

} // namespace

TEST(ShortcodeBlocks, calloutLook_isOneOfThePagesFive)
{
    EXPECT_EQ(calloutLook("warning"), "callout-warning");
    EXPECT_EQ(calloutLook("warn"), "callout-warning");
    for (const std::string_view kind : {"danger", "caution", "error"}) {
        EXPECT_EQ(calloutLook(kind), "callout-caution") << kind;
    }
    for (const std::string_view kind : {"tip", "hint", "success"}) {
        EXPECT_EQ(calloutLook(kind), "callout-tip") << kind;
    }
    EXPECT_EQ(calloutLook("important"), "callout-important");
    for (const std::string_view kind : {"note", "info", "", "Warning", "警告", "\"><b>"}) {
        EXPECT_EQ(calloutLook(kind), "callout-note") << kind;
    }
}

TEST(ShortcodeBlocks, names_areOfOneKindOnly)
{
    for (const std::string_view name : {"alert", "note", "blockquote", "cq", "details", "folding",
                                        "tab", "timenode", "tabs", "timeline", "katex", "tex"}) {
        const int kinds = isCalloutName(name) + isQuoteName(name) + isFoldName(name)
            + isTabName(name) + isTabsName(name) + isFormulaName(name);

        EXPECT_EQ(kinds, 1) << name;
    }
}

TEST(ShortcodeBlocks, names_areThoseOfTheToolsAlone)
{
    for (const std::string_view name :
         {"", "Note", "notes", "quotes", "tabset", "maths", "figure"}) {
        EXPECT_FALSE(isCalloutName(name) || isQuoteName(name) || isFoldName(name) || isTabName(name)
                     || isTabsName(name) || isFormulaName(name))
            << name;
    }
}

TEST(ShortcodeBlocks, calloutTitle_isWhatIsNoChoiceOfLooks)
{
    EXPECT_EQ(calloutTitle(tagOf("{% note info no-icon 三 个 词 %}")), "三 个 词");
    EXPECT_EQ(calloutTitle(tagOf("{% note blue modern %}")), "");
    EXPECT_EQ(calloutTitle(tagOf("{{< admonition tip \"题 目\" >}}")), "题 目");
    EXPECT_EQ(calloutTitle(tagOf("{{< admonition tip \"题\" true >}}")), "题");
    EXPECT_EQ(calloutTitle(tagOf("{{< callout title=\"T\" emoji=\"x\" >}}")), "T");
}

TEST(ShortcodeBlocks, calloutTitle_isNone_whenCommasSetTheContentApart)
{
    EXPECT_EQ(calloutTitle(tagOf("{% note red, 内容 %}")), "");
    EXPECT_EQ(calloutTitle(tagOf("{{< note title=\"a, b\" >}}")), "a, b");
}

TEST(ShortcodeBlocks, foldTitle_standsBehindTheColours)
{
    EXPECT_EQ(foldTitle(tagOf("{% folding cyan, 查看 %}")), "查看");
    EXPECT_EQ(foldTitle(tagOf("{% folding 查看 %}")), "查看");
    EXPECT_EQ(foldTitle(tagOf("{% hideToggle 看, #fff, #000 %}")), "看");
    EXPECT_EQ(foldTitle(tagOf("{% details Two words %}")), "Two words");
    EXPECT_EQ(foldTitle(tagOf("{% details %}")), "");
}

TEST(ShortcodeBlocks, foldTitle_ofHugoIsItsSummaryFirst)
{
    EXPECT_EQ(foldTitle(tagOf("{{< details summary=\"S\" title=\"T\" >}}")), "S");
    EXPECT_EQ(foldTitle(tagOf("{{< details title=\"T\" open >}}")), "T");
    EXPECT_EQ(foldTitle(tagOf("{{< expand \"两 词\" >}}")), "两 词");
    EXPECT_EQ(foldTitle(tagOf("{{< expand >}}")), "");
}

TEST(ShortcodeBlocks, attribution_namesAndLinks)
{
    EXPECT_EQ(attribution(tagOf("{% blockquote 李 某 书 %}")), "— 李 某 书\n\n");
    EXPECT_EQ(attribution(tagOf("{% quote A https://a.b/c title %}")),
              "— A <https://a.b/c> title\n\n");
}

TEST(ShortcodeBlocks, attribution_isNothing_whereNobodyIsNamed)
{
    EXPECT_EQ(attribution(tagOf("{% quote %}")), "");
    EXPECT_EQ(attribution(tagOf("{% pullquote left %}")), "");
}

TEST(ShortcodeBlocks, attribution_isText)
{
    EXPECT_EQ(attribution(tagOf("{% quote *a* <b> %}")), "— &#42;a&#42; &#60;b&#62;\n\n");
}

TEST(ShortcodeBlocks, codeInfo_isTheLanguage)
{
    EXPECT_EQ(codeInfo(tagOf("{{< highlight go >}}"), ""), "go");
    EXPECT_EQ(codeInfo(tagOf("{{< highlight lang=\"go\" linenos=true >}}"), ""), "go");
    EXPECT_EQ(codeInfo(tagOf("{% highlight ruby linenos %}"), ""), "ruby");
    EXPECT_EQ(codeInfo(tagOf("{% codeblock lang:js %}"), ""), "js");
    EXPECT_EQ(codeInfo(tagOf("{% codeblock js %}"), ""), "js");
    EXPECT_EQ(codeInfo(tagOf("{{< mermaid >}}"), ""), "mermaid");
    EXPECT_EQ(codeInfo(tagOf("{{< highlight >}}"), ""), "");
}

TEST(ShortcodeBlocks, codeInfo_hasNoLanguage_thatWouldEndTheFence)
{
    EXPECT_EQ(codeInfo(tagOf("{{< highlight \"a`b\" >}}"), ""), "");
    EXPECT_EQ(codeInfo(tagOf("{{< highlight \"a b\" >}}"), ""), "");
    EXPECT_EQ(codeInfo(tagOf("{{< highlight \"a\nb\" >}}"), ""), "");
}

TEST(ShortcodeBlocks, codeInfo_ofSettingsSeesWhatTheyAreWrittenIn)
{
    const Tag tag = tagOf("{{< code-toggle >}}");

    EXPECT_EQ(codeInfo(tag, "\n{ \"a\": 1 }\n"), "json");
    EXPECT_EQ(codeInfo(tag, "\n[a]\nb = 1\n"), "toml");
    EXPECT_EQ(codeInfo(tag, "a = 1\n"), "toml");
    EXPECT_EQ(codeInfo(tag, "a: 1\nb = 2\n"), "yaml");
    EXPECT_EQ(codeInfo(tag, ""), "yaml");
}

TEST(ShortcodeBlocks, codeInfo_hasTheTitleOfHexosCode)
{
    EXPECT_EQ(codeInfo(tagOf("{% codeblock 两 词 lang:js https://a.b %}"), ""),
              "js title=\"两 词\"");
    EXPECT_EQ(codeInfo(tagOf("{% codeblock _.compact http://u name %}"), ""),
              " title=\"_.compact name\"");
    EXPECT_EQ(codeInfo(tagOf("{% codeblock 'a\"`b' lang:js %}"), ""), "js title=\"ab\"");
}

} // namespace lectern::core
