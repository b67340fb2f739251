#include "core/article/language_guess.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lectern::core {

namespace {

struct GuessCase
{
    std::string_view text;
    std::string_view language;
};

} // namespace

TEST(LanguageGuess, followsTheScript)
{
    for (const GuessCase &expected : {
             GuessCase{"这个程序没有问题", "zh-CN"},
             GuessCase{"這個程式沒有問題", "zh-TW"},
             GuessCase{"山水", "zh-CN"},
             GuessCase{"これは日本語の文章です", "ja"},
             GuessCase{"東京タワー", "ja"},
             GuessCase{"이것은 한국어 문장입니다", "ko"},
             GuessCase{"Это русский текст", "ru"},
             GuessCase{"The end of the road is here", "en"},
         }) {
        EXPECT_EQ(guessLanguage(expected.text), expected.language) << expected.text;
    }
}

TEST(LanguageGuess, countsAChineseCharacterAsAWord)
{
    EXPECT_EQ(guessLanguage("用 Rust 写一个 HTTP server 的教程"), "zh-CN");
    EXPECT_EQ(guessLanguage("The word 中 is one of the most common of all the words there are"),
              "en");
}

TEST(LanguageGuess, takesLettersOfCodeAndAddressesForNoLanguage)
{
    EXPECT_EQ(
        guessLanguage("先装好再运行：\n\nimport socket\nserver = socket.socket(socket.AF_INET, "
                      "socket.SOCK_STREAM)\nserver.bind((host, port))\nserver.listen(5)\n"
                      "http://docs.example.org/library/socket.html"),
        "zh-CN");
    EXPECT_EQ(guessLanguage(
                  "读完《The Art of Testing》和《Notes to a Friend》，记下几条心得，慢慢补充。"),
              "zh-CN");
    EXPECT_EQ(guessLanguage("The name of the river is written 長江 or 扬子江, and the name of the "
                            "town on it is 宜昌 to this day"),
              "en");
}

TEST(LanguageGuess, keepsToChinese_whenJapaneseIsOnlyQuoted)
{
    EXPECT_EQ(guessLanguage("他们说这个词来自日语的の而且现在中国的年轻人都会这样写"), "zh-CN");
}

TEST(LanguageGuess, isEmpty_whenNothingSuggestsOne)
{
    for (const std::string_view text :
         {"", "12345 !?", "Hello", "Ein Satz in Deutsch, ohne mehr", "one of it"}) {
        EXPECT_EQ(guessLanguage(text), "") << text;
    }
}

TEST(LanguageGuess, looksAtTheFirstKilobyteOnly)
{
    const std::string blanks(1024, ' ');

    EXPECT_EQ(guessLanguage(blanks + "这个程序没有问题"), "");
    EXPECT_EQ(guessLanguage(blanks.substr(0, 1000) + "这个程序没有问题"), "zh-CN");
}

} // namespace lectern::core
