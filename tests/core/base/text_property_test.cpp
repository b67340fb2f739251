#include "core/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

namespace {

using Byte = unsigned char;

struct ByteRange
{
    Byte first = 0x80;
    Byte last = 0xBF;
};

/// The rows of the table of well-formed sequences (Unicode, section 3.9): lead bytes, what may
/// stand second, and how long the whole is.
struct Sequence
{
    ByteRange lead;
    ByteRange second;
    std::size_t bytes;
};

constexpr std::array<Sequence, 9> kSequences{{
    {{0x00, 0x7F}, {}, 1},
    {{0xC2, 0xDF}, {}, 2},
    {{0xE0, 0xE0}, {0xA0, 0xBF}, 3},
    {{0xE1, 0xEC}, {}, 3},
    {{0xED, 0xED}, {0x80, 0x9F}, 3},
    {{0xEE, 0xEF}, {}, 3},
    {{0xF0, 0xF0}, {0x90, 0xBF}, 4},
    {{0xF1, 0xF3}, {}, 4},
    {{0xF4, 0xF4}, {0x80, 0x8F}, 4},
}};

bool isIn(ByteRange range, char byte)
{
    return static_cast<Byte>(byte) >= range.first && static_cast<Byte>(byte) <= range.last;
}

struct Step
{
    std::size_t bytes = 1;
    bool isCharacter = false;
};

/// The character, or the longest beginning of one, that \a text begins with.
Step stepOf(std::string_view text)
{
    for (const Sequence &sequence : kSequences) {
        if (!isIn(sequence.lead, text[0])) {
            continue;
        }
        std::size_t fitting = 1;
        while (fitting < sequence.bytes && fitting < text.size()
               && isIn(fitting == 1 ? sequence.second : ByteRange{}, text[fitting])) {
            ++fitting;
        }
        return {fitting, fitting == sequence.bytes};
    }
    return {};
}

std::string repairedNaively(std::string_view text)
{
    std::string repaired;
    while (!text.empty()) {
        const Step step = stepOf(text);
        repaired += step.isCharacter ? text.substr(0, step.bytes) : "\uFFFD";
        text.remove_prefix(step.bytes);
    }
    return repaired;
}

void expectRepairedAsTheTableSays(const std::string &bytes)
{
    const std::string expected = repairedNaively(bytes);
    ASSERT_EQ(repairUtf8(bytes), expected) << testing::PrintToString(bytes);
    ASSERT_EQ(isValidUtf8(bytes), expected == bytes) << testing::PrintToString(bytes);
}

/// Bytes beside each border of the table.
constexpr std::array<Byte, 24> kBorderBytes{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                            0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                                            0xED, 0xEE, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF};

const std::vector<std::string> kCharacters{"a",      " ",      "\t",     "\n",         "\u00A0",
                                           "é",      "\u3000", "字",     "\uFEFF",     "\u200B",
                                           "\u200A", "\u3001", "\uFFFD", "\U0001F600", "z"};

bool isBlank(const std::string &character)
{
    constexpr std::array<std::string_view, 8> kBlanks{" ",      "\t",     "\n",     "\r",
                                                      "\u00A0", "\u3000", "\uFEFF", "\u200B"};
    return std::find(kBlanks.begin(), kBlanks.end(), character) != kBlanks.end();
}

std::vector<std::string> randomCharacters(std::mt19937 &random, std::size_t most)
{
    std::vector<std::string> characters(random() % (most + 1));
    for (std::string &character : characters) {
        character = kCharacters[random() % kCharacters.size()];
    }
    return characters;
}

std::string joined(const std::vector<std::string> &characters, std::size_t first = 0,
                   std::size_t last = SIZE_MAX)
{
    std::string text;
    for (std::size_t index = first; index < std::min(last, characters.size()); ++index) {
        text += characters[index];
    }
    return text;
}

} // namespace

TEST(TextProperty, repairsEveryPairOfBytes_asTheStandardRecommends)
{
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            expectRepairedAsTheTableSays({static_cast<char>(first), static_cast<char>(second)});
        }
    }
}

TEST(TextProperty, repairsFourBytesFromEachBorder_asTheStandardRecommends)
{
    for (const Byte first : kBorderBytes) {
        for (const Byte second : kBorderBytes) {
            for (const Byte third : kBorderBytes) {
                for (const Byte fourth : {Byte{0x41}, Byte{0x7F}, Byte{0x80}, Byte{0xBF},
                                          Byte{0xC0}, Byte{0xE4}, Byte{0xF0}}) {
                    expectRepairedAsTheTableSays(
                        {static_cast<char>(first), static_cast<char>(second),
                         static_cast<char>(third), static_cast<char>(fourth)});
                }
            }
        }
    }
}

TEST(TextProperty, repairsLongTextsWithFaults_asTheStandardRecommends)
{
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 2000; ++round) {
        std::string text = joined(randomCharacters(random, 120));
        for (std::size_t faults = random() % 4; faults > 0 && !text.empty(); --faults) {
            text[random() % text.size()]
                = static_cast<char>(kBorderBytes[random() % kBorderBytes.size()]);
        }
        expectRepairedAsTheTableSays(text);
        const std::string repaired = repairUtf8(text);
        EXPECT_TRUE(isValidUtf8(repaired));
        EXPECT_EQ(repairUtf8(repaired), repaired);
    }
}

TEST(TextProperty, countsCharacters_asOneByOne)
{
    std::mt19937 random(12); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 500; ++round) {
        // Now and then more than the counts of one byte can hold.
        const auto characters = randomCharacters(random, round % 50 == 0 ? 20'000 : 200);
        const std::string text = joined(characters);

        EXPECT_EQ(countCharacters(text), characters.size()) << text;
        // From any place in memory, because many bytes are looked at together.
        const std::string moved = "x" + text;
        EXPECT_EQ(countCharacters(std::string_view(moved).substr(1)), characters.size());
    }
}

TEST(TextProperty, cutsAfterTheLastCharacterThatFits)
{
    std::mt19937 random(13); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 200; ++round) {
        const auto characters = randomCharacters(random, 30);
        const std::string text = joined(characters);
        for (std::size_t cap = 0; cap <= text.size() + 2; ++cap) {
            std::string expected;
            for (const std::string &character : characters) {
                if (expected.size() + character.size() > cap) {
                    break;
                }
                expected += character;
            }
            EXPECT_EQ(wholeCharacters(text, cap), expected) << cap;
        }
    }
}

TEST(TextProperty, trimsBlanksOfEveryKind_andNothingElse)
{
    std::mt19937 random(14); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 3000; ++round) {
        const auto characters = randomCharacters(random, 12);
        std::size_t first = 0;
        std::size_t last = characters.size();
        while (first < last && isBlank(characters[first])) {
            ++first;
        }
        while (last > first && isBlank(characters[last - 1])) {
            --last;
        }

        EXPECT_EQ(trimmed(joined(characters)), joined(characters, first, last));
    }
}

TEST(TextProperty, trimsMillionsOfBlanksInLinearTime)
{
    for (const std::string_view blank : {" ", "\n", "\u00A0", "\u3000", "\u200B"}) {
        std::string text;
        while (text.size() < 2'000'000) {
            text += blank;
        }
        const std::clock_t start = std::clock();

        EXPECT_EQ(trimmed(text), "");
        EXPECT_EQ(trimmed(text + "x" + text), "x");

        // Quadratic, it took minutes; the bound leaves room for a slow machine with a sanitizer.
        EXPECT_LT(std::clock() - start, 5 * CLOCKS_PER_SEC);
    }
}

TEST(TextProperty, cutsNothing_outOfTextsThatEndInTheMiddleOfACharacter)
{
    EXPECT_EQ(wholeCharacters("\xE5\xAD\x97", 0), "");
    EXPECT_EQ(wholeCharacters("\xE5\xAD\x97", 1), "");
    EXPECT_EQ(wholeCharacters("\xE5\xAD\x97", 2), "");
    EXPECT_EQ(wholeCharacters("\xE5\xAD\x97", 3), "\xE5\xAD\x97");
    EXPECT_EQ(wholeCharacters("", 0), "");
    EXPECT_EQ(wholeCharacters("\x80\x80\x80", 2), "") << "no character begins here";
}

} // namespace lectern::core
