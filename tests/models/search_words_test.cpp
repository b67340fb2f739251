#include "core/base/text.h"
#include "ui/models/search_words.h"

#include <gtest/gtest.h>

namespace lectern {
namespace {

using ui::MarkedText;
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

TEST(MarkedText, marksTheTextAsWritten_inUnitsOfQString)
{
    const QString text = QStringLiteral("😀 Ｓtone、石頭與stone");

    const MarkedText marked = ui::markedText(text, {"stone", "石头"});

    EXPECT_EQ(marked.text, text);
    EXPECT_EQ(marked.marks, (QList<MarkedText::Mark>{{3, 5}, {9, 2}, {12, 5}}));
}

TEST(MarkedText, hasNoMarks_withoutWords)
{
    EXPECT_TRUE(ui::markedText(QStringLiteral("text"), {}).marks.isEmpty());
}

} // namespace
} // namespace lectern
