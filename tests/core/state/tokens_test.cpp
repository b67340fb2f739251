#include "core/state/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// The tokens of \a text with `|` between them, numbers with `#` before them.
std::string shown(std::string_view text)
{
    std::string all;
    for (const Token &token : tokensOf(text)) {
        all += (all.empty() ? "" : "|") + std::string(token.isNumber ? "#" : "")
            + std::string(text.substr(token.start, token.end - token.start));
    }
    return all;
}

} // namespace

TEST(Tokens, endAtBlanksAndSigns)
{
    EXPECT_EQ(shown("don't stop-here, now."), "don|t|stop|here|now");
    EXPECT_EQ(shown("a\tb\nc\r\nd"), "a|b|c|d");
    EXPECT_EQ(shown("  \n.,;!"), "");
    EXPECT_EQ(shown("@[`{/:"), ""); // the neighbours of letters and digits
    EXPECT_EQ(shown("aZ09"), "#aZ09");
}

TEST(Tokens, areNumbers_whereADigitIsInThem)
{
    EXPECT_EQ(shown("42 b2 3rd word"), "#42|#b2|#3rd|word");
    EXPECT_EQ(shown("3.14 1,000"), "#3|#14|#1|#000");
    EXPECT_EQ(shown("第3章"), "第|#3|章");
}

TEST(Tokens, areSingle_inChineseAndKana)
{
    EXPECT_EQ(shown("桥在水里"), "桥|在|水|里");
    EXPECT_EQ(shown("ひらカタ"), "ひ|ら|カ|タ");
    EXPECT_EQ(shown("abc桥def"), "abc|桥|def");
    EXPECT_EQ(shown("\u4E00\u9FFF"), "\u4E00|\u9FFF"); // first and last
}

TEST(Tokens, areWords_inOtherScripts)
{
    EXPECT_EQ(shown("Привет, мир"), "Привет|мир");
    EXPECT_EQ(shown("한국어 말"), "한국어|말");
    EXPECT_EQ(shown("naïve Ελλάδα"), "naïve|Ελλάδα");
}

TEST(Tokens, endAtSignsOfChinese)
{
    EXPECT_EQ(shown("桥，水。《书》、（注）！"), "桥|水|书|注");
    EXPECT_EQ(shown("“quoted”—and…so"), "quoted|and|so");
    EXPECT_EQ(shown("a\u3000b"), "a|b"); // the wide blank
}

TEST(Tokens, takeARareIdeographOrAPictureForOne)
{
    EXPECT_EQ(shown("𠀀𠀁"), "𠀀|𠀁");
    EXPECT_EQ(shown("a😀b"), "a|😀|b");
}

TEST(Tokens, nextToken_beginsWhereItIsAsked)
{
    const std::string_view text = "one two";

    EXPECT_EQ(nextToken(text, 0)->start, 0U);
    EXPECT_EQ(nextToken(text, 3)->start, 4U);
    EXPECT_EQ(nextToken(text, 1)->start, 1U); // the rest of a word
    EXPECT_EQ(nextToken(text, 4)->end, 7U);
    EXPECT_FALSE(nextToken(text, 7));
    EXPECT_FALSE(nextToken(text, 99));
}

TEST(Tokens, takeACharacterThatIsCutShortForABlank)
{
    for (const char *const cut : {"ab \xC3", "ab \xE6", "ab \xF0"}) {
        EXPECT_EQ(shown(cut), "ab");
    }
}

} // namespace lectern::core
