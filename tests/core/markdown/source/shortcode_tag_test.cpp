#include "core/markdown/source/next_place.h"
#include "core/markdown/source/shortcode_tag.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// The tag that \a text begins with; its views point into \a text.
Tag tagOf(std::string_view text, std::size_t at = 0)
{
    NextPlace next(text);
    return tagAt(text, at, next);
}

} // namespace

TEST(ShortcodeTag, tagAt_readsTheThreeKindsOfBraces)
{
    const Tag angles = tagOf("{{< a >}}");
    EXPECT_EQ(angles.name, "a");
    EXPECT_FALSE(angles.isLiquid);
    EXPECT_EQ(angles.end, 9U);

    const Tag percents = tagOf("{{% a %}} b");
    EXPECT_EQ(percents.name, "a");
    EXPECT_FALSE(percents.isLiquid);
    EXPECT_EQ(percents.end, 9U);

    const Tag liquid = tagOf("{% a %} b");
    EXPECT_EQ(liquid.name, "a");
    EXPECT_TRUE(liquid.isLiquid);
    EXPECT_EQ(liquid.end, 7U);
}

TEST(ShortcodeTag, tagAt_givesTheEndInTheWholeText)
{
    EXPECT_EQ(tagOf("前{{< a >}}后", 3).end, 12U);
}

TEST(ShortcodeTag, tagAt_needsNoBlanksInTheBraces)
{
    EXPECT_EQ(tagOf("{{<a>}}").name, "a");
    EXPECT_EQ(tagOf("{%a%}").name, "a");
    EXPECT_EQ(tagOf("{%- a -%}").name, "a");
    EXPECT_EQ(tagOf("{{<\n\ta\n>}}").name, "a");
}

TEST(ShortcodeTag, tagAt_isNothing_whenTheBracesDoNotMatch)
{
    for (const std::string_view text :
         {"{{< a", "{{< a >}", "{{< a %}}", "{{% a >}}", "{% a }}", "{%", "{{<"}) {
        EXPECT_EQ(tagOf(text).end, 0U) << text;
    }
}

TEST(ShortcodeTag, tagAt_isNothing_whenTheTagIsLongerThanItsLimit)
{
    const auto tagOfLength
        = [](std::size_t bytes) { return "{{< " + std::string(bytes - 8, 'a') + " >}}"; };

    EXPECT_EQ(tagOf(tagOfLength(4000)).end, 4000U);
    EXPECT_EQ(tagOf(tagOfLength(4001)).end, 0U);
}

TEST(ShortcodeTag, tagAt_knowsWhatCloses)
{
    for (const std::string_view text :
         {"{{< /a >}}", "{{</a>}}", "{{%  /  a  %}}", "{% enda %}", "{%- enda %}", "{% /a %}"}) {
        const Tag tag = tagOf(text);

        EXPECT_TRUE(tag.isClosing) << text;
        EXPECT_EQ(tag.name, "a") << text;
    }
}

TEST(ShortcodeTag, tagAt_closesNothing_whenTheNameOnlyLooksLikeIt)
{
    EXPECT_FALSE(tagOf("{% end %}").isClosing);
    EXPECT_EQ(tagOf("{% end %}").name, "end");
    EXPECT_FALSE(tagOf("{{< endnote >}}").isClosing);
    EXPECT_EQ(tagOf("{{< endnote >}}").name, "endnote");
    EXPECT_FALSE(tagOf("{{</* a */>}}").isClosing);
}

TEST(ShortcodeTag, tagAt_knowsWhatHoldsNothing)
{
    EXPECT_TRUE(tagOf("{{< a />}}").isWhole);
    EXPECT_TRUE(tagOf("{{% a \"b\" /%}}").isWhole);
    EXPECT_FALSE(tagOf("{{< a / >}}").isWhole);
    EXPECT_FALSE(tagOf("{% a /%}").isWhole);
    EXPECT_FALSE(tagOf("{{</* a */>}}").isWhole);
    EXPECT_EQ(tagOf("{{< a />}}").name, "a");
}

TEST(ShortcodeTag, arguments_areWordsOrHaveNames)
{
    const Tag tag = tagOf("{{< a b key=v other=\"two words\" 'three more' `raw \"x\"` >}}");

    EXPECT_THAT(tag.words, ElementsAre("b", "three more", "raw \"x\""));
    EXPECT_THAT(tag.named, ElementsAre(Pair("key", "v"), Pair("other", "two words")));
    EXPECT_EQ(tag.arguments, "b key=v other=\"two words\" 'three more' `raw \"x\"`");
}

TEST(ShortcodeTag, arguments_ofTheWebKeepTheirEqualsSigns)
{
    EXPECT_THAT(tagOf("{{< a https://b.c/?d=e >}}").words, ElementsAre("https://b.c/?d=e"));
    EXPECT_THAT(tagOf("{{< a src=https://b.c/?d=e >}}").named,
                ElementsAre(Pair("src", "https://b.c/?d=e")));
}

TEST(ShortcodeTag, arguments_goOverLinesAndHoldChinese)
{
    const Tag tag = tagOf("{{< a\n  标题=\"两个 词\"\n\t字\n>}}");

    EXPECT_THAT(tag.named, ElementsAre(Pair("标题", "两个 词")));
    EXPECT_THAT(tag.words, ElementsAre("字"));
}

TEST(ShortcodeTag, arguments_loseTheirCommasInLiquidOnly)
{
    EXPECT_THAT(tagOf("{% a red, blue %}").words, ElementsAre("red", "blue"));
    EXPECT_THAT(tagOf("{% a \"red,\" blue %}").words, ElementsAre("red,", "blue"));
    EXPECT_THAT(tagOf("{{< a red, blue >}}").words, ElementsAre("red,", "blue"));
}

TEST(ShortcodeTag, arguments_endWithTheTag_whenAQuoteIsOpen)
{
    EXPECT_THAT(tagOf("{{< a \"b c >}}").words, ElementsAre("b c"));
    EXPECT_THAT(tagOf("{{< a k=\"b c >}}").named, ElementsAre(Pair("k", "b c")));
}

TEST(ShortcodeTag, arguments_areNone_whenThereIsOnlyAName)
{
    EXPECT_THAT(tagOf("{{< a >}}").words, IsEmpty());
    EXPECT_THAT(tagOf("{{< a / >}}").words, IsEmpty());
    EXPECT_EQ(tagOf("{{< a >}}").arguments, "");
    EXPECT_EQ(tagOf("{{< >}}").name, "");
}

TEST(ShortcodeTag, argument_isTheNamedOne_beforeThatAtThePosition)
{
    const Tag tag = tagOf("{{< a first second id=named >}}");

    EXPECT_EQ(tag.argument("id", 0), "named");
    EXPECT_EQ(tag.argument("none", 1), "second");
    EXPECT_EQ(tag.argument("none", 2), "");
}

TEST(ShortcodeTag, anyOf_isTheFirstThatHasAValue)
{
    const Tag tag = tagOf("{{< a empty=\"\" b=1 c=2 >}}");

    EXPECT_EQ(tag.anyOf({"none", "empty", "c", "b"}), "2");
    EXPECT_EQ(tag.anyOf({"none", "empty"}), "");
    EXPECT_EQ(tag.anyOf({}), "");
}

TEST(ShortcodeTag, named1_isTheFirstOfTwo)
{
    EXPECT_EQ(tagOf("{{< a k=1 k=2 >}}").named1("k"), "1");
    EXPECT_EQ(tagOf("{{< a K=1 >}}").named1("k"), "");
}

TEST(ShortcodeTag, commaWords_areTrimmedAndWithoutQuotes)
{
    EXPECT_THAT(commaWords("red, 两 个 ,'b c',\"d\""), ElementsAre("red", "两 个", "b c", "d"));
    EXPECT_THAT(commaWords("'a\", '"), ElementsAre("'a\"", "'"));
}

TEST(ShortcodeTag, commaWords_keepWhatIsEmptyBetweenCommas)
{
    EXPECT_THAT(commaWords(""), ElementsAre(""));
    EXPECT_THAT(commaWords("a,"), ElementsAre("a", ""));
    EXPECT_THAT(commaWords(",,a"), ElementsAre("", "", "a"));
    EXPECT_THAT(commaWords("a，b"), ElementsAre("a，b"));
}

TEST(ShortcodeTag, isAddress_knowsPathsAndTheWeb)
{
    for (const std::string_view word : {"https://a", "/a", "./a", "../a", "ftp://a", "x://"}) {
        EXPECT_TRUE(isAddress(word)) << word;
    }
    for (const std::string_view word : {"", "a", "a/b", "a.md", ".", "mailto:a@b", "图/片"}) {
        EXPECT_FALSE(isAddress(word)) << word;
    }
}

TEST(ShortcodeTag, isOneOf_asksForTheWholeName)
{
    EXPECT_TRUE(isOneOf("a", {"b", "a"}));
    EXPECT_FALSE(isOneOf("a", {"ab", "A"}));
    EXPECT_FALSE(isOneOf("", {}));
}

} // namespace lectern::core
