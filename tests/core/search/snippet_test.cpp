#include "core/base/text.h"
#include "core/search/snippet.h"

#include <gtest/gtest.h>

namespace lectern::core {

namespace {

/// The snippet with its hits in brackets.
std::string shown(std::string_view text, std::vector<std::string> words)
{
    for (std::string &word : words) {
        word = foldForSearch(word);
    }
    const Snippet snippet = snippetOf(text, words);
    std::string marked = snippet.text;
    for (auto hit = snippet.hits.rbegin(); hit != snippet.hits.rend(); ++hit) {
        marked.insert(hit->end, "]");
        marked.insert(hit->start, "[");
    }
    return marked;
}

} // namespace

TEST(Snippet, showsTheTextAsWritten)
{
    EXPECT_EQ(shown("The Old Bridge stands.", {"old", "stands"}), "The [Old] Bridge [stands].");
    EXPECT_EQ(shown("關於科學的書", {"科学"}), "關於[科學]的書");
}

TEST(Snippet, isEmpty_whenNothingIsFound)
{
    EXPECT_EQ(shown("The old bridge.", {"river"}), "");
    EXPECT_EQ(shown("", {"a"}), "");
    EXPECT_EQ(shown("text", {""}), "");
}

TEST(Snippet, beginsAtAWord_notFarBeforeTheHit)
{
    const std::string text = std::string(50, 'x') + " some words that lead up to the bridge here";

    EXPECT_EQ(shown(text, {"bridge"}), "…some words that lead up to the [bridge] here");
}

TEST(Snippet, cutsChineseBetweenCharacters)
{
    std::string text;
    for (int count = 0; count < 40; ++count) {
        text += "前";
    }

    const std::string snippet = shown(text + "橋在河上。", {"桥"});

    EXPECT_EQ(snippet, "…前前前前前前前前前前前前前前前前前前[橋]在河上。");
}

TEST(Snippet, beginsAtTheLineOfTheHit)
{
    EXPECT_EQ(shown("A heading\nThe bridge\n\nis old.\n", {"bridge"}), "…The [bridge] is old.");
}

TEST(Snippet, isShort_howeverLongTheTextIs)
{
    const std::string text = "bridge " + std::string(1'000'000, 'x');

    EXPECT_LE(snippetOf(text, std::vector<std::string>{"bridge"}).text.size(), 400U);
}

TEST(Snippet, takesTheFirstOfSeveralWords)
{
    const std::string text = "The river. " + std::string(500, '.') + " The bridge.";

    EXPECT_TRUE(shown(text, {"bridge", "river"}).starts_with("The [river]."));
}

TEST(Opening, isTheBeginning_inOneLine)
{
    EXPECT_EQ(openingOf("\n\nHigh water.\nLow  boats.\n", "The river"), "High water. Low boats.");
    EXPECT_EQ(openingOf("科学的春天\n\n关于星星。", "科学的春天"), "关于星星。");
    EXPECT_EQ(openingOf("The river\r\nHigh water.", " The river "), "High water.");
}

TEST(Opening, keepsALine_thatOnlyBeginsLikeTheTitle)
{
    EXPECT_EQ(openingOf("The river in spring\nHigh water.", "The river"),
              "The river in spring High water.");
    EXPECT_EQ(openingOf("High water.", ""), "High water.");
}

TEST(Opening, hasTheWordsOfWikiLinks)
{
    EXPECT_EQ(openingOf("The [[River]], #[[High water]] and [[Boat|boats]] on [[江/河]]。", ""),
              "The River, #High water and boats on 江/河。");
    for (const char *const text : {"x[[1]] is code", "[[open", "[[a]", "[[a\nb]]", "[a] [b]"}) {
        EXPECT_EQ(openingOf(text, "").find('['), std::string_view(text).find('[')) << text;
    }
}

TEST(Opening, isEmpty_whereNothingIsSaid)
{
    EXPECT_EQ(openingOf("", "A"), "");
    EXPECT_EQ(openingOf(" \n\t\n", "A"), "");
    EXPECT_EQ(openingOf("A\n", "A"), "");
}

TEST(Opening, isShort_howeverLongTheTextIs)
{
    std::string text;
    for (int i = 0; i < 10'000; ++i) {
        text += "水";
    }
    const std::string opening = openingOf(text, "");
    EXPECT_LT(opening.size(), 1000U);
    EXPECT_EQ(opening.size() % 3, 0U);
}

TEST(Snippet, survivesIllFormedText)
{
    EXPECT_EQ(shown("\x80\x80 bridge \xE7", {"bridge"}), "\x80\x80 [bridge] \xE7");
}

} // namespace lectern::core
