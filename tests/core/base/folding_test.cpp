#include "core/base/folded_text.h"
#include "core/base/text.h"

#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf8.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace lectern::core {

namespace {

using namespace std::string_view_literals;

struct Folding
{
    std::string_view text;
    std::string_view folded;
};

std::string normalizedByIcu(const std::string &text)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string normalized;
    icu::StringByteSink<std::string> sink(&normalized);
    icu::Normalizer2::getNFKCCasefoldInstance(status)->normalizeUTF8(0, icu::StringPiece(text),
                                                                     sink, nullptr, status);
    return normalized;
}

/// The quotation marks of randomCharacter() as they are typed.
std::string withTypedQuotes(std::string text)
{
    for (const std::string_view quote : {"«", "»"}) {
        for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote)) {
            text.replace(at, quote.size(), "\"");
        }
    }
    return text;
}

void appendUtf8(std::string &text, UChar32 character)
{
    char bytes[U8_MAX_LENGTH];
    std::size_t count = 0;
    U8_APPEND_UNSAFE(bytes, count, character);
    text.append(bytes, count);
}

/// Scripts and marks whose folding has rules of its own; no Chinese characters, which have a
/// further step.
UChar32 randomCharacter(std::mt19937 &random)
{
    constexpr std::array<std::pair<UChar32, UChar32>, 14> kRanges{{
        {0x20, 0x7E},
        {0x41, 0x5A},
        {0xA0, 0x24F},
        {0x300, 0x345},
        {0x370, 0x3FF},
        {0x5D0, 0x5EA},
        {0x930, 0x94D},
        {0x1100, 0x11FF},
        {0x1E00, 0x1FFE},
        {0x200B, 0x200F},
        {0x3040, 0x30FF},
        {0xAC00, 0xAC80},
        {0xFF01, 0xFF9F},
        {0x1F600, 0x1F64F},
    }};
    const auto &[first, last]
        = kRanges[std::uniform_int_distribution<std::size_t>(0, kRanges.size() - 1)(random)];
    return std::uniform_int_distribution<UChar32>(first, last)(random);
}

/// Characters that stand alone, and such as melt into what is before them.
constexpr std::u32string_view kMixed
    = U"aZ "
      U"\nN1\0éÉßȺĳяΣ\u00A0\u00AD\u0301\u0323字学學關髮的苧㍿\u3000，。「“—«’Ａ１かがカｶﾞ\u3099가"
      U"\u1100\u1161\u11A8\u200B\uFE0F\uFB03\uFDFA😀\U00020000\U0002F800"sv;
constexpr std::array<std::string_view, 5> kIllFormed{"\xFF", "\xE7\xA7", "\xED\xA0\x80",
                                                     "\xE0\x80\x80", "\xF0\x9F"};

std::string randomMixture(std::mt19937 &random)
{
    std::string text;
    for (std::size_t count = random() % 40; count > 0; --count) {
        if (random() % 16 == 0) {
            text += kIllFormed[random() % kIllFormed.size()];
        } else {
            appendUtf8(text, static_cast<UChar32>(kMixed[random() % kMixed.size()]));
        }
    }
    return text;
}

/// Where a piece of \a text ends that begins at \a start: before the next character that does not
/// melt into it.
std::size_t pieceEnd(std::string_view text, std::size_t start)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 &normalizer = *icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto *data = reinterpret_cast<const std::uint8_t *>(text.data());
    UChar32 character = 0;
    std::size_t end = start;
    U8_NEXT(data, end, text.size(), character);
    for (std::size_t next = end; character >= 0 && next < text.size(); end = next) {
        U8_NEXT(data, next, text.size(), character);
        if (character < 0 || normalizer.hasBoundaryBefore(character)) {
            break;
        }
    }
    return end;
}

} // namespace

class FoldForSearch : public testing::TestWithParam<Folding>
{
};

TEST_P(FoldForSearch, givesTheFormThatIsCompared)
{
    EXPECT_EQ(foldForSearch(GetParam().text), GetParam().folded);
}

TEST_P(FoldForSearch, changesNothing_whenDoneAgain)
{
    EXPECT_EQ(foldForSearch(GetParam().folded), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, FoldForSearch,
    testing::Values(
        Folding{"", ""}, Folding{"A", "a"}, Folding{"The Sky IS Blue", "the sky is blue"},
        Folding{"Straße", "strasse"}, Folding{"ÉCOLE", "école"}, Folding{"E\u0301COLE", "école"},
        Folding{"ＡＢＣ１２３", "abc123"}, Folding{"ｶﾞ", "ガ"}, Folding{"科学", "科学"},
        Folding{"科學", "科学"}, Folding{"頭髮與發展", "头发与发展"}, Folding{"臺灣", "台湾"},
        Folding{"「書」", "「书」"}, Folding{"薴", "苎"}, Folding{"苧", "苎"},
        Folding{"㍿", "株式会社"}, Folding{"a\u00A0b\u3000c", "a b c"},
        Folding{"深\u200B度\uFEFF学\u200D习", "深度学习"}, Folding{"soft\u00ADware", "software"},
        Folding{"😀 Ok", "😀 ok"}, Folding{"The baker’s", "the baker's"},
        Folding{"‘a’ ‚b‛", "'a' 'b'"}, Folding{"“a” „b‟ «c»", "\"a\" \"b\" \"c\""},
        Folding{"2010–2020 a—b c‑d ‐ ‒ ― −1", "2010-2020 a-b c-d - - - -1"},
        Folding{"他说：“好”——", "他说:\"好\"--"}, Folding{"‹a› 『b』 《c》", "‹a› 『b』 《c》"},
        Folding{"コーヒー ′ ´ ・ 〜 ·", "コーヒー ′ \u0020\u0301 ・ 〜 ·"}, Folding{"…", "..."},
        Folding{"’\u0301", "'\u0301"}, Folding{"\u0301", "\u0301"}, Folding{"한글", "한글"},
        Folding{"Ⅻ", "xii"}));

TEST(FoldForSearchProperty, equalsIcu_whenNoChineseCharacterIsThere)
{
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const int length = std::uniform_int_distribution<int>(0, 12)(random);
        for (int index = 0; index < length; ++index) {
            appendUtf8(text, randomCharacter(random));
        }

        ASSERT_EQ(foldForSearch(text), withTypedQuotes(normalizedByIcu(text))) << "for " << text;
    }
}

TEST(FoldForSearchProperty, foldsLikeItsPiecesOneByOne_whateverStandsSideBySide)
{
    std::mt19937 random(8); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = randomMixture(random);
        std::string expected;
        std::vector<TextRange> pieces;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = pieceEnd(text, start);
            const std::string folded = foldForSearch(text.substr(start, end - start));
            for (std::size_t byte = 0; byte < folded.size(); ++byte) {
                pieces.push_back({start, end});
            }
            expected += folded;
            start = end;
        }

        const FoldedText folded(text);

        ASSERT_EQ(foldForSearch(text), expected) << testing::PrintToString(text);
        ASSERT_EQ(folded.folded(), expected) << testing::PrintToString(text);
        for (std::size_t byte = 0; byte < pieces.size(); ++byte) {
            ASSERT_EQ(folded.originalOf(byte, byte + 1), pieces[byte])
                << testing::PrintToString(text) << " at " << byte;
        }
    }
}

TEST(FoldForSearchProperty, changesNothing_whenAnyCharacterIsFoldedAgain)
{
    for (UChar32 character = 1; character <= 0x10FFFF; ++character) {
        if (U_IS_SURROGATE(character)) {
            continue;
        }
        std::string text;
        appendUtf8(text, character);

        const std::string once = foldForSearch(text);

        ASSERT_EQ(foldForSearch(once), once) << "U+" << std::hex << character;
    }
}

TEST(FoldForSearchProperty, isDone_whenAFileHoldsOnlyCombiningMarks)
{
    std::string marks = "a";
    for (int index = 0; index < 200'000; ++index) {
        marks += index < 100'000 ? "\u0301" : "\u0316";
    }

    const std::string folded = foldForSearch(marks);

    EXPECT_GT(folded.size(), 390'000U);
    EXPECT_TRUE(isValidUtf8(folded));
}

TEST(FoldForSearchProperty, replacesIllFormedBytes)
{
    EXPECT_EQ(foldForSearch("A\xFFZ"), "a\uFFFDz");
    EXPECT_EQ(foldForSearch("\xE7\xA7"), "\uFFFD");
    EXPECT_EQ(foldForSearch("\xFF\u0301"), "\uFFFD\u0301");
}

TEST(FoldForSearchProperty, agrees_whenSeveralThreadsAskAtOnce)
{
    std::vector<std::string> folded(4);
    std::vector<std::thread> threads;
    threads.reserve(folded.size());
    for (std::string &result : folded) {
        threads.emplace_back([&result] { result = foldForSearch("臺灣 SKY"); });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }

    EXPECT_EQ(folded, std::vector<std::string>(4, "台湾 sky"));
}

} // namespace lectern::core
