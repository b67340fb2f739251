#include "core/base/folded_text.h"
#include "core/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

/// Characters that fold to one byte, to more or fewer bytes, to nothing, or only together.
constexpr std::array<std::string_view, 30> kPieces{"a",       "B",
                                                   "word ",   " ",
                                                   "\n",      "é",
                                                   "e\u0301", "É",
                                                   "ß",       "ﬁ",
                                                   "ﬄ",       "İ",
                                                   "Σ",       "ς",
                                                   "Å",       "字",
                                                   "學",      "学",
                                                   "關",      "ＡＢ",
                                                   "\u3000",  "\u00A0",
                                                   "\u200B",  "\u00AD",
                                                   "가",      "\u1100\u1161",
                                                   "ｶﾞ",      "㍿",
                                                   "½",       "\U0001F600"};

std::string randomText(std::mt19937 &random, std::size_t most)
{
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) {
        text += kPieces[random() % kPieces.size()];
    }
    return text;
}

bool isBetweenCharacters(std::string_view text, std::size_t position)
{
    return position == text.size()
        || (position < text.size()
            && (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U);
}

std::vector<std::string> folded(const std::vector<std::string> &words)
{
    std::vector<std::string> needles;
    for (const std::string &word : words) {
        needles.push_back(foldForSearch(word));
    }
    return needles;
}

} // namespace

TEST(FoldedTextProperty, foldsAsSearchDoes_whateverTheText)
{
    std::mt19937 random(20); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 3000; ++round) {
        const std::string text = randomText(random, 40);

        ASSERT_EQ(FoldedText(text).folded(), foldForSearch(text)) << text;
    }
}

TEST(FoldedTextProperty, leadsEveryPartBackToWholeCharacters)
{
    std::mt19937 random(21); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 300; ++round) {
        const std::string text = randomText(random, 20);
        const FoldedText foldedText(text);
        const std::size_t size = foldedText.folded().size();
        for (std::size_t start = 0; start < size; ++start) {
            for (std::size_t end = start + 1; end <= std::min(size, start + 9); ++end) {
                const TextRange range = foldedText.originalOf(start, end);
                ASSERT_LT(range.start, range.end) << text;
                ASSERT_LE(range.end, text.size()) << text;
                const bool isCharacterStart = isBetweenCharacters(foldedText.folded(), start);
                const bool isCharacterEnd = isBetweenCharacters(foldedText.folded(), end);
                if (isCharacterStart && isCharacterEnd) {
                    ASSERT_TRUE(isBetweenCharacters(text, range.start)) << text;
                    ASSERT_TRUE(isBetweenCharacters(text, range.end)) << text;
                    ASSERT_NE(foldForSearch(std::string_view(text).substr(range.start,
                                                                          range.end - range.start))
                                  .find(foldedText.folded().substr(start, end - start)),
                              std::string::npos)
                        << text << " from " << start << " to " << end;
                }
            }
        }
    }
}

TEST(FoldedTextProperty, leadsTheWholeBackToTheWhole)
{
    std::mt19937 random(22); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 500; ++round) {
        const std::string text = "a" + randomText(random, 40) + "b";
        const FoldedText foldedText(text);

        EXPECT_EQ(foldedText.originalOf(0, foldedText.folded().size()),
                  (TextRange{0, text.size()}));
    }
}

TEST(FindFoldedProperty, findsAPlace_wheneverTheFoldedTextHoldsTheNeedle)
{
    std::mt19937 random(23); // NOLINT(cert-msc51-cpp)
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string text = randomText(random, 30);
        const std::vector<std::string> needles
            = folded({randomText(random, 2), randomText(random, 3)});
        bool isThere = false;
        for (const std::string &needle : needles) {
            isThere |= !needle.empty() && foldForSearch(text).find(needle) != std::string::npos;
        }

        const std::vector<TextRange> places = findFolded(text, needles);

        ASSERT_EQ(!places.empty(), isThere) << text;
        found += isThere ? 1 : 0;
        std::size_t end = 0;
        for (const TextRange &place : places) {
            ASSERT_GE(place.start, end) << text << ": in order, none upon another";
            ASSERT_LT(place.start, place.end) << text;
            ASSERT_TRUE(isBetweenCharacters(text, place.start)) << text;
            ASSERT_TRUE(isBetweenCharacters(text, place.end)) << text;
            end = place.end;
        }
        ASSERT_LE(end, text.size());
    }
    EXPECT_GT(found, 300);
}

TEST(FindFoldedProperty, findsTheSame_whateverTheOrderOfTheNeedles)
{
    std::mt19937 random(24); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 500; ++round) {
        const std::string text = randomText(random, 40);
        std::vector<std::string> needles = folded({"a", "学", "ss", "fi", "e", "é"});
        const std::vector<TextRange> expected = findFolded(text, needles);

        std::shuffle(needles.begin(), needles.end(), random);
        needles.emplace_back(); // The empty one is nowhere.

        EXPECT_EQ(findFolded(text, needles), expected) << text;
    }
}

TEST(FoldedTextProperty, survivesIllFormedBytes)
{
    std::mt19937 random(25); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 2000; ++round) {
        std::string text = randomText(random, 20);
        for (int faults = 0; faults < 3 && !text.empty(); ++faults) {
            text[random() % text.size()] = static_cast<char>(random());
        }
        const FoldedText foldedText(text);
        ASSERT_TRUE(isValidUtf8(foldedText.folded())) << testing::PrintToString(text);
        if (!foldedText.folded().empty()) {
            const TextRange all = foldedText.originalOf(0, foldedText.folded().size());
            ASSERT_LE(all.end, text.size());
        }
    }
}

} // namespace lectern::core
