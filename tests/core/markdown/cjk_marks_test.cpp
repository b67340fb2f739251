#include "core/markdown/cjk_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

/// \a markdown with its marks as readable names.
std::string named(std::string_view markdown, Symbols symbols = Symbols::Letters)
{
    const MarkedText marked = withCjkMarks(markdown, symbols);
    std::string text = marked.text;
    const std::pair<std::string, std::string> names[]
        = {{marked.letter, "{L}"}, {marked.punctuation, "{P}"}, {marked.tilde, "{T}"}};
    for (const auto &[mark, name] : names) {
        for (std::size_t at = mark.empty() ? std::string::npos : text.find(mark);
             at != std::string::npos; at = text.find(mark)) {
            text.replace(at, mark.size(), name);
        }
    }
    return text;
}

} // namespace

TEST(CjkMarks, isCjk_acceptsChineseJapaneseAndKorean)
{
    for (const char32_t character :
         {U'中', U'か', U'カ', U'한', U'ㄅ', U'。', U'，', U'Ａ', U'ｱ'}) {
        EXPECT_TRUE(isCjk(character)) << static_cast<unsigned>(character);
    }
}

TEST(CjkMarks, isCjk_refusesOtherScriptsAndEmoji)
{
    for (const char32_t character : {U'a', U'1', U'*', U'é', U'я', U'α', U'—', U'“', U'😀'}) {
        EXPECT_FALSE(isCjk(character)) << static_cast<unsigned>(character);
    }
}

TEST(CjkMarks, withCjkMarks_addsNoMarks_whenNothingNeedsThem)
{
    const MarkedText marked = withCjkMarks("plain 文字。", Symbols::Letters);

    EXPECT_EQ(marked.text, "plain 文字。");
    EXPECT_FALSE(marked.hasMarks());
}

TEST(CjkMarks, withCjkMarks_keepsEmphasisThatCommonMarkReads)
{
    EXPECT_EQ(named("a *b* c"), "a *b* c");
    EXPECT_EQ(named("中**文**字"), "中**文**字");
}

TEST(CjkMarks, withCjkMarks_addsNoMarks_whenEmphasisIsReadAlready)
{
    EXPECT_FALSE(withCjkMarks("a *b* __c__ ~~d~~", Symbols::Letters).hasMarks());
    EXPECT_FALSE(withCjkMarks("中**文**字", Symbols::Letters).hasMarks());
}

TEST(CjkMarks, withCjkMarks_marksATilde_whereverItStands)
{
    for (std::size_t length = 0; length < 200; ++length) {
        const std::string before(length, 'a');

        EXPECT_EQ(named(before + "~" + "b"), before + "{T}b");
        EXPECT_EQ(named("~" + before + "~"), length == 0 ? "~~" : "{T}" + before + "{T}");
    }
}

TEST(CjkMarks, withCjkMarks_marksPunctuationBesideAChineseCharacter)
{
    EXPECT_EQ(named("**重。**后"), "**重。{L}**后");
    EXPECT_EQ(named("说**“好"), "说**{L}“好");
}

TEST(CjkMarks, withCjkMarks_marksAlone_onlySingleTildes)
{
    EXPECT_EQ(named("1~2"), "1{T}2");
    EXPECT_EQ(named("~~a~~"), "~~a~~");
    EXPECT_EQ(named("\\~a"), "\\~a");
}

TEST(CjkMarks, withCjkMarks_marksDoubledTildes_ofTwoRanges)
{
    EXPECT_EQ(named("10~~20元，涨到30~~40元"), "10{T}{T}20元，涨到30{T}{T}40元");
    EXPECT_EQ(named("9~~12、*重。*13~~18"), "9{T}{T}12、{L}*重。{L}*13{T}{T}18");
    EXPECT_EQ(named("1~~2 3~4 5~~6"), "1{T}{T}2 3{T}4 5{T}{T}6");
}

TEST(CjkMarks, withCjkMarks_leavesWhatIsStruckOut)
{
    for (const std::string_view text :
         {"10~~20元~~", "~~10~~20", "原价~~30~~40", "10~~20\n\n30~~40", "1~~~2 3~~~4", "a~~1 2~~b",
          "10~~20元，~~删~~ 30~~40"}) {
        EXPECT_EQ(named(text), text);
    }
}

TEST(CjkMarks, withCjkMarks_leavesEscapedRuns)
{
    EXPECT_EQ(named("重。\\*后"), "重。\\*后");
}

TEST(CjkMarks, withCjkMarks_countsSymbolsAsPunctuation)
{
    EXPECT_EQ(named("a*£b"), "a*{P}£b");
    EXPECT_EQ(named("税込**¥10,000**で"), "税込**¥10,000**で");
    EXPECT_EQ(named("買**€**売"), "買**€**売");
}

TEST(CjkMarks, withCjkMarks_marksSymbolsAsLetters_whenTheParserKnowsThemAsPunctuation)
{
    EXPECT_EQ(named("a*£b", Symbols::Punctuation), "a*£b");
    EXPECT_EQ(named("税込**¥10,000**で", Symbols::Punctuation), "税込**{L}¥10,000**で");
    EXPECT_EQ(named("買**€**売", Symbols::Punctuation), "買**{L}€{L}**売");
    EXPECT_EQ(named("重**。**后", Symbols::Punctuation), "重**{L}。{L}**后");
    EXPECT_EQ(named("a**$5**字", Symbols::Punctuation), "a**$5**字");
}

TEST(CjkMarks, withCjkMarks_choosesMarksThatTheTextDoesNotHold)
{
    const std::string usual = withCjkMarks("a~b", Symbols::Letters).tilde;

    const MarkedText marked = withCjkMarks("a~b" + usual, Symbols::Letters);

    EXPECT_NE(marked.tilde, usual);
    EXPECT_NE(marked.tilde, marked.letter);
}

TEST(CjkMarks, appendUnmarked_givesTheTextBack)
{
    for (const std::string text : {"1~2", "**重。**后", "说**“好”**了", "a*£b", "~~a~~ ~b~"}) {
        const MarkedText marked = withCjkMarks(text, Symbols::Letters);
        std::string back = "> ";

        marked.appendUnmarked(back, marked.text);

        EXPECT_EQ(back, "> " + text);
    }
}

} // namespace lectern::core
