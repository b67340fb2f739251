#include "core/base/text.h"
#include "core/search/query_parser.h"
#include "ui/search/search_words.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using Words = std::vector<std::string>;

ui::SearchWords wordsOf(std::string_view line, ui::TextSearch texts = ui::TextSearch::Off)
{
    return ui::searchWords(core::parseQuery(line), texts);
}

TEST(SearchWords, areTheFoldedWordsOfEachPlace)
{
    const ui::SearchWords words = wordsOf("Stone 科學 title:Bridge summary:Old body:River tag:x");

    EXPECT_EQ(words.ofTitle(), (Words{"stone", "科学", "bridge"}));
    EXPECT_EQ(words.ofSummary(), (Words{"stone", "科学", "old"}));
    EXPECT_EQ(words.all(), (Words{"stone", "科学", "bridge", "old", "river"}));
}

TEST(SearchWords, leaveOutWhatIsExcluded)
{
    EXPECT_EQ(wordsOf("stone -river (a OR -b)").all(), (Words{"stone", "a"}));
}

TEST(SearchWords, needTexts_whenTheyAreLookedInto)
{
    EXPECT_FALSE(wordsOf("stone").needTexts());
    EXPECT_TRUE(wordsOf("body:stone").needTexts());
    EXPECT_TRUE(wordsOf("stone", ui::TextSearch::On).needTexts());
    EXPECT_FALSE(wordsOf("tag:stone", ui::TextSearch::On).needTexts());
}

} // namespace
} // namespace lectern
