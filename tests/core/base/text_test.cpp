#include "core/base/text.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

TEST(Text, isValidUtf8_whereverTheCharactersFall)
{
    for (const std::string_view character : {"a", "é", "字", "\xED\x9F\xBF", "\xEE\x80\x80", "😀"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            const std::string text = std::string(before, 'x').append(character).append("yz");

            EXPECT_TRUE(isValidUtf8(text)) << text;
            EXPECT_EQ(repairUtf8(text), text);
        }
    }
}

TEST(Text, isNotValidUtf8_whereverTheFaultIs)
{
    for (const std::string_view fault :
         {"\xFF", "\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xE5\xAD", "\xE5\xAD\x28",
          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            const std::string text = std::string(before, 'x').append(fault);

            EXPECT_FALSE(isValidUtf8(text)) << before;
            EXPECT_FALSE(isValidUtf8(text + "字xxxxxxxx")) << before;
            EXPECT_TRUE(isValidUtf8(repairUtf8(text))) << before;
        }
    }
}

TEST(Text, isCutBetweenCharacters)
{
    EXPECT_EQ(wholeCharacters("a字b", 3), "a");
    EXPECT_EQ(wholeCharacters("a字b", 4), "a字");
    EXPECT_EQ(wholeCharacters("ab", 9), "ab");
}

TEST(Text, countsCharacters_whereverTheyFall)
{
    EXPECT_EQ(countCharacters(""), 0U);
    EXPECT_EQ(countCharacters(std::string(100'000, '\xBF')), 0U); // continuation bytes only
    EXPECT_EQ(countCharacters("abcdefghi"), 9U);
    EXPECT_EQ(countCharacters("字字字字字"), 5U);
    EXPECT_EQ(countCharacters("aé字😀bé字😀c"), 9U);
}

TEST(Text, hasControlCharacters_whereverTheyStand)
{
    const std::string plain = "一 line\nand\tanother, long enough for blocks of 16 and 32 bytes";
    EXPECT_FALSE(hasControlCharacters(plain));
    for (std::size_t at = 0; at < plain.size(); ++at) {
        for (const char control : {'\x01', '\r', '\x1F', '\x7F', '\0'}) {
            std::string text = plain;
            text[at] = control;
            EXPECT_TRUE(hasControlCharacters(text)) << at;
        }
    }
}

TEST(Text, getsBlanksForNuls)
{
    std::string text("a\0b\0\0", 5);
    replaceNuls(std::span(text).subspan(2));
    EXPECT_EQ(text, std::string("a\0b  ", 5));
    replaceNuls(text);
    EXPECT_EQ(text, "a b  ");
}

TEST(Text, keepsCharactersThatEndLikeBlanks)
{
    EXPECT_EQ(trimmed("退\u2000"), "退\u2000"); // ends with the byte of U+3000
    EXPECT_EQ(trimmed("à"), "à"); // ends with the byte of U+00A0
    EXPECT_EQ(trimmed("\u3001x\uFF3F"), "\u3001x\uFF3F");
}

TEST(Text, losesBlanksAtItsEnds)
{
    EXPECT_EQ(trimmed("\xEF\xBB\xBF \t\u00A0a b\u3000\u200B\n"), "a b");
    EXPECT_EQ(trimmed(" \n"), "");
}

} // namespace lectern::core
