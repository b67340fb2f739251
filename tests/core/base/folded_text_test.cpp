#include "core/base/folded_text.h"
#include "core/base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lectern::core {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The parts of \a original that \a words are found in, as they are written there.
std::vector<std::string> found(std::string_view original, std::vector<std::string> words)
{
    for (std::string &word : words) {
        word = foldForSearch(word);
    }
    std::vector<std::string> parts;
    for (const TextRange &hit : findFolded(original, words)) {
        parts.emplace_back(original.substr(hit.start, hit.end - hit.start));
    }
    return parts;
}

} // namespace

TEST(FoldedText, findsLettersWhateverTheirCase)
{
    EXPECT_THAT(found("Stone, STONES and sandstone", {"stone"}),
                ElementsAre("Stone", "STONE", "stone"));
}

TEST(FoldedText, findsTraditionalAndSimplified)
{
    EXPECT_THAT(found("科学與科學", {"科学"}), ElementsAre("科学", "科學"));
    EXPECT_THAT(found("科学與科學", {"與科學"}), ElementsAre("與科學"));
}

TEST(FoldedText, findsFullWidthForHalf)
{
    EXPECT_THAT(found("Ｑｔ 6、Qt６", {"qt 6"}), ElementsAre("Ｑｔ 6"));
    EXPECT_THAT(found("Ｑｔ 6、Qt６", {"6"}), ElementsAre("6", "６"));
}

TEST(FoldedText, takesAWholeCharacter_whenOnlyAPartOfItIsMeant)
{
    EXPECT_THAT(found("an oﬃce", {"f"}), ElementsAre("ﬃ"));
    EXPECT_THAT(found("an oﬃce", {"ic"}), ElementsAre("ﬃc"));
    EXPECT_THAT(found("die Straße", {"ss"}), ElementsAre("ß"));
}

TEST(FoldedText, takesAccentsWithTheirLetter)
{
    EXPECT_THAT(found("cafe\u0301 noir", {"café"}), ElementsAre("cafe\u0301"));
    EXPECT_THAT(found("cafe\u0301 noir", {"caf"}), ElementsAre("caf"));
}

TEST(FoldedText, reachesOverCharactersThatFoldToNothing)
{
    EXPECT_THAT(found("a soft\u00ADware shop", {"software"}), ElementsAre("soft\u00ADware"));
}

TEST(FoldedText, findsBesideIllFormedBytes)
{
    EXPECT_THAT(found("a\xFF"
                      "b\xE7\xA7",
                      {"b"}),
                ElementsAre("b"));
    EXPECT_THAT(found("x\xFFy", {"\uFFFD"}), ElementsAre("\xFF"));
}

TEST(FoldedText, joinsPlacesThatOverlap)
{
    EXPECT_THAT(found("abcd ab", {"abc", "bcd"}), ElementsAre("abcd"));
    EXPECT_THAT(found("one two one", {"one", "two"}), ElementsAre("one", "two", "one"));
}

TEST(FoldedText, findsNothing_whereThereIsNothing)
{
    EXPECT_THAT(found("", {"a"}), IsEmpty());
    EXPECT_THAT(found("text", {""}), IsEmpty());
    EXPECT_THAT(found("text", {}), IsEmpty());
    EXPECT_THAT(found("text", {"texts"}), IsEmpty());
}

TEST(FoldedText, foldsAsSearchDoes)
{
    for (const std::string_view text :
         {"", "plain", "Ｆｕｌｌ 科學 ﬃ e\u0301", "\u0301 first", "a\xC0", "日本語のテキスト"}) {
        EXPECT_EQ(FoldedText(text).folded(), foldForSearch(text));
    }
}

} // namespace lectern::core
