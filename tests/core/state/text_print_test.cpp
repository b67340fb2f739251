#include "core/state/text_print.h"
#include "core/state/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lectern::core {

namespace {

std::string words(int count, int seed)
{
    std::string text;
    for (int word = 0; word < count; ++word) {
        text += "w" + std::string(1, static_cast<char>('a' + (word * 7 + seed) % 26))
            + std::string(1, static_cast<char>('a' + (word * word + seed) % 23)) + " ";
    }
    return text;
}

} // namespace

TEST(Tokens, areWordsAndSingleIdeographs)
{
    const std::string text = "One, two2 在线。日本 e\u0301t\u00E9 \xF0\xA0\x80\x80x";
    std::vector<std::string> found;
    for (const Token &token : tokensOf(text)) {
        found.push_back(text.substr(token.start, token.end - token.start));
    }

    EXPECT_THAT(found,
                testing::ElementsAre("One", "two2", "在", "线", "日", "本", "e\u0301t\u00E9",
                                     "\xF0\xA0\x80\x80", "x"));
}

TEST(Tokens, endWithATextThatIsCutShort)
{
    EXPECT_EQ(tokensOf("a \xE5\x9C").size(), 1U);
    EXPECT_TRUE(tokensOf("").empty());
}

TEST(TextPrint, isTheSameForTheSameText)
{
    const TextPrint print = textPrintOf("some text 42");

    EXPECT_EQ(print, textPrintOf("some text 42"));
    EXPECT_TRUE(isSameText(print, textPrintOf("some text 42")));
    EXPECT_FALSE(isSameText(print, textPrintOf("some text 43")));
    EXPECT_FALSE(isSameText(TextPrint(), TextPrint()));
    EXPECT_EQ(decodeSketch(encodeSketch(print.sketch)), print.sketch);
    EXPECT_FALSE(hasSketch(decodeSketch("odd")));
    EXPECT_TRUE(hasSketch(print.sketch));
}

TEST(TextPrint, saysHowMuchTwoTextsShare)
{
    const std::string text = words(400, 1);
    const TextSketch whole = textPrintOf(text).sketch;
    const TextSketch edited = textPrintOf(text + words(20, 9)).sketch;
    const TextSketch other = textPrintOf(words(400, 5)).sketch;

    EXPECT_EQ(likeness(whole, whole), 1);
    EXPECT_GT(likeness(whole, edited), 0.8);
    EXPECT_LT(likeness(whole, other), 0.4);
}

TEST(TextPrint, ofNoText_isNotLikeAnother)
{
    const TextSketch none = textPrintOf("").sketch;
    const TextSketch some = textPrintOf("some text").sketch;

    for (const TextSketch &empty : {TextSketch(), none, decodeSketch("odd")}) {
        EXPECT_EQ(likeness(empty, empty), 0);
        EXPECT_EQ(likeness(empty, TextSketch()), 0);
        EXPECT_EQ(likeness(empty, some), 0);
        EXPECT_EQ(likeness(some, empty), 0);
    }
}

TEST(TextPrint, comparesNumbers)
{
    const auto facts = [](const char *text) { return textPrintOf(text).sketch; };

    EXPECT_EQ(factLikeness(facts("3 of 40 in 1998"), facts("in 1998 3 of 40 and 3")), 1);
    EXPECT_EQ(factLikeness(facts("3 of 40"), facts("5 of 60")), 0);
    EXPECT_EQ(factLikeness(facts("no numbers"), facts("none at all")), 1);
    EXPECT_EQ(factLikeness(facts("no numbers"), facts("but 1")), 0);
    EXPECT_EQ(factLikeness(facts("1 2 3"), facts("1 2 4")), 0.5);
}

} // namespace lectern::core
