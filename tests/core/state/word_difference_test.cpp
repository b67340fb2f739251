#include "core/state/word_difference.h"

#include <gtest/gtest.h>

#include <random>

namespace lectern::core {

namespace {

using Kind = DifferencePiece::Kind;

/// `same [-removed-] {+added+}`
std::string shown(std::string_view before, std::string_view now)
{
    std::string text;
    for (const DifferencePiece &piece : wordDifference(before, now)) {
        text += piece.kind == Kind::Same  ? piece.text
            : piece.kind == Kind::Removed ? "[-" + piece.text + "-]"
                                          : "{+" + piece.text + "+}";
    }
    return text;
}

std::string sideOf(const std::vector<DifferencePiece> &pieces, Kind left)
{
    std::string text;
    for (const DifferencePiece &piece : pieces) {
        text += piece.kind == left ? "" : piece.text;
    }
    return text;
}

} // namespace

TEST(WordDifference, isByWordsInLatinScript)
{
    EXPECT_EQ(shown("The old bridge stood.", "The new bridge stood."),
              "The [-old-]{+new+} bridge stood.");
    EXPECT_EQ(shown("See the river.", "Other words."), "[-See the river-]{+Other words+}.");
    EXPECT_EQ(shown("one two three", "one three"), "one [-two -]three");
}

TEST(WordDifference, isByCharactersInChinese)
{
    EXPECT_EQ(shown("石头与水", "石头和水"), "石头[-与-]{+和+}水");
    EXPECT_EQ(shown("春天", "科学的春天"), "{+科学的+}春天");
}

TEST(WordDifference, ofTheSameOrOfNothing)
{
    EXPECT_EQ(shown("same", "same"), "same");
    EXPECT_EQ(shown("", ""), "");
    EXPECT_EQ(shown("", "all"), "{+all+}");
    EXPECT_EQ(shown("all", ""), "[-all-]");
}

TEST(WordDifference, hasAllOfBothTexts_whateverTheyAre)
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string texts[2];
        for (std::string &text : texts) {
            const int length = static_cast<int>(random() % 40);
            for (int letter = 0; letter < length; ++letter) {
                static constexpr const char *kLetters[] = {"a", "b", " ", "\n", "石", ".", "7"};
                text += kLetters[random() % std::size(kLetters)];
            }
        }

        const std::vector<DifferencePiece> pieces = wordDifference(texts[0], texts[1]);

        EXPECT_EQ(sideOf(pieces, Kind::Added), texts[0]);
        EXPECT_EQ(sideOf(pieces, Kind::Removed), texts[1]);
    }
}

TEST(WordDifference, ofTextsWithLittleInCommon_isByLines_orAsAWhole)
{
    std::string before = "first\n";
    std::string now = "first\n";
    for (int word = 0; word < 3000; ++word) {
        before += "a" + std::to_string(word) + " ";
        now += "b" + std::to_string(word) + " ";
    }
    const std::vector<DifferencePiece> pieces = wordDifference(before, now);

    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(pieces[0], (DifferencePiece{Kind::Same, "first\n"}));
    EXPECT_EQ(sideOf(pieces, Kind::Added), before);
    EXPECT_EQ(sideOf(pieces, Kind::Removed), now);
}

} // namespace lectern::core
