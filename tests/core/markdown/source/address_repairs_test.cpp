#include "core/markdown/source/address_repairs.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

std::string mended(std::string_view text, Repairs repairs = Repairs::all(),
                   std::string_view lineBefore = {})
{
    RepairCounts counts;
    return withBlankAddresses(std::string(text), lineBefore, repairs, counts);
}

std::string joined(std::string_view text)
{
    RepairCounts counts;
    return joinedImages(std::string(text), counts);
}

std::string whole(std::string_view text)
{
    RepairCounts counts;
    return withWholeLinks(std::string(text), counts);
}

} // namespace

TEST(AddressRepairs, withEncodedBlanks_changesBlanksAlone)
{
    EXPECT_EQ(withEncodedBlanks("a b  c.md"), "a%20b%20%20c.md");
    EXPECT_EQ(withEncodedBlanks("文\u3000件%20\t"), "文\u3000件%20\t");
    EXPECT_EQ(withEncodedBlanks(""), "");
}

TEST(AddressRepairs, joinedImages_takesTheAddressBetweenTwo)
{
    RepairCounts counts;

    EXPECT_EQ(joinedImages("甲![]()https://a.b/c.png![]()乙", counts),
              "甲![](<https://a.b/c.png>)乙");

    EXPECT_EQ(counts[Repair::Images], 1U);
}

TEST(AddressRepairs, joinedImages_takesOneAfterTheOther)
{
    EXPECT_EQ(joined("![]()http://a![]()![]()http://b![]()"), "![](<http://a>)![](<http://b>)");
}

TEST(AddressRepairs, joinedImages_leavesWhatIsNoPair)
{
    for (const std::string_view text :
         {"![]()", "![]()http://a", "![]()http://a b![]()", "![]()http://a\n![]()",
          "![]()http://a<b![]()", "![]()a.png![]()", "![](x)http://a![]()", ""}) {
        EXPECT_EQ(joined(text), text);
    }
}

TEST(AddressRepairs, withBlankAddresses_putsFilesInAngles)
{
    EXPECT_EQ(mended("[a](b c.md)"), "[a](<b c.md>)");
    EXPECT_EQ(mended("![图](我的 图.PNG)"), "![图](<我的 图.PNG>)");
    EXPECT_EQ(mended("[a](b (1).pdf)"), "[a](<b (1).pdf>)");
    EXPECT_EQ(mended("[a](C #1.md)"), "[a](<C %231.md>)");
    EXPECT_EQ(mended("[a]( b c.md )"), "[a](<b c.md>)");
}

TEST(AddressRepairs, withBlankAddresses_encodesThoseOfTheWeb)
{
    EXPECT_EQ(mended("[a](http://b/c d)"), "[a](http://b/c%20d)");
    EXPECT_EQ(mended("[a](mailto:b c)"), "[a](mailto:b%20c)");
    EXPECT_EQ(mended("[a](#two words)"), "[a](#two%20words)");
    EXPECT_EQ(mended("[a](b.md#两 词)"), "[a](b.md#两%20词)");
    EXPECT_EQ(mended("[a](http://b http://b)"), "[a](http://b)");
}

TEST(AddressRepairs, withBlankAddresses_readsTypographicQuotes)
{
    EXPECT_EQ(mended("[a](http://b “题 目”)"), "[a](http://b \"题 目\")");
    EXPECT_EQ(mended("[a](http://b “题)"), "[a](http://b%20“题)");
}

TEST(AddressRepairs, withBlankAddresses_joinsAnAddressOfTwoLines)
{
    EXPECT_EQ(mended("[a](http://b/c\nd)"), "[a](http://b/cd)");
    EXPECT_EQ(mended("[a](http://b/c\n)"), "[a](http://b/c\n)");
    EXPECT_EQ(mended("[a](http://b/c\nd\ne)"), "[a](http://b/c\nd\ne)");
    EXPECT_EQ(mended("[a](b/c\nd)"), "[a](b/c\nd)");
}

TEST(AddressRepairs, withBlankAddresses_leavesWhatParsersRead)
{
    for (const std::string_view text :
         {"[a](b.md)", "[a](b.md \"t u\")", "[a](b.md 't u')", "[a](<b c.md>)", "![a](b.png =1x2)",
          "[a](http://b (t))", "[a](b c)", "[a](not a file)", "a](b c.md)", "[a]\n\nb](b c.md)",
          "[a](b c.md", "[a]()"}) {
        EXPECT_EQ(mended(text), text);
    }
}

TEST(AddressRepairs, withBlankAddresses_knowsTheLineBefore)
{
    EXPECT_EQ(mended("](b c.md)", Repairs::all(), "[`code`"), "](<b c.md>)");
    EXPECT_EQ(mended("](b c.md)", Repairs::all(), "`code`"), "](b c.md)");
}

TEST(AddressRepairs, withBlankAddresses_mendsWhatIsAskedForAlone)
{
    const std::string text = "[a](b c.md) ![a](b c.png)";
    RepairCounts counts;

    EXPECT_EQ(withBlankAddresses(text, {}, Repairs::none().with(Repair::Links), counts),
              "[a](<b c.md>) ![a](b c.png)");
    EXPECT_EQ(withBlankAddresses(text, {}, Repairs::none().with(Repair::Images), counts),
              "[a](b c.md) ![a](<b c.png>)");

    EXPECT_EQ(counts[Repair::Links], 1U);
    EXPECT_EQ(counts[Repair::Images], 1U);
    EXPECT_EQ(counts.total(), 2U);
}

TEST(AddressRepairs, withBlankAddresses_leavesAddressesBeyondTheLimit)
{
    const auto linkTo
        = [](std::size_t bytes) { return "[a](" + std::string(bytes - 5, 'x') + " y.md)"; };

    EXPECT_NE(mended(linkTo(kMaxAddressBytes - 1)), linkTo(kMaxAddressBytes - 1));
    EXPECT_EQ(mended(linkTo(kMaxAddressBytes)), linkTo(kMaxAddressBytes));
}

TEST(AddressRepairs, withWholeLinks_takesBlankLinesOutOfWords)
{
    RepairCounts counts;

    EXPECT_EQ(withWholeLinks("前[甲\n\n](b)后", counts), "前[甲](b)后");

    EXPECT_EQ(counts[Repair::Links], 1U);
    EXPECT_EQ(whole("[\n\n甲\n\n乙\n\n](b)"), "[甲\n乙](b)");
    EXPECT_EQ(whole("[![i](p.png)\n\n词](b)"), "[![i](p.png)\n词](b)");
    EXPECT_EQ(whole("[a\r\n\r\n](b)"), "[a\r](b)");
}

TEST(AddressRepairs, withWholeLinks_takesALinkOutOfTheEndOfAHeading)
{
    EXPECT_EQ(whole("### [\n甲](b)\n"), "### [甲](b)\n");
    EXPECT_EQ(whole("[\n甲](b)\n"), "[\n甲](b)\n");
}

TEST(AddressRepairs, withWholeLinks_endsNoLinkInAnotherBlock)
{
    for (const std::string_view text :
         {"[a\n\n- b](c)", "[a\n\n# b](c)", "[a\n\n> b](c)", "[a\n\n| b](c)", "[a\n\n```\nb](c)"}) {
        EXPECT_EQ(whole(text), text);
    }
}

TEST(AddressRepairs, withWholeLinks_leavesOtherBrackets)
{
    for (const std::string_view text :
         {"[a\nb](c)", "a\n\nb](c)", "\\[a\n\n](b)", "[a\n\n\\](b)", "[a\n\n](b\nc)", "[a\n\n] (b)",
          "[\n\n](b)", "[a\n\nb\n\nc\n\nd\n\ne](f)", ""}) {
        EXPECT_EQ(whole(text), text);
    }
}

} // namespace lectern::core
