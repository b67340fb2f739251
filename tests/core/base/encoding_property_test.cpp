#include "core/base/encoding.h"
#include "core/base/text.h"
#include "tests/core/base/encoded.h"

#include <gtest/gtest.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct WideEncoding
{
    const char *name;
    std::string_view mark;
    std::size_t unitBytes;
};

constexpr std::array<WideEncoding, 4> kWideEncodings{{
    {"UTF-16LE", "\xFF\xFE", 2},
    {"UTF-16BE", "\xFE\xFF", 2},
    {"UTF-32LE", std::string_view("\xFF\xFE\0\0", 4), 4},
    {"UTF-32BE", std::string_view("\0\0\xFE\xFF", 4), 4},
}};

/// Any characters but NUL, surrogates and U+FFFD.
std::string randomText(std::mt19937 &random, std::size_t most)
{
    constexpr std::array<std::pair<UChar32, UChar32>, 6> kRanges{{
        {0x01, 0x7F},
        {0xA0, 0x17F},
        {0x4E00, 0x9FA5},
        {0x3041, 0x3096},
        {0xE000, 0xFFFC},
        {0x10000, 0x10FFFF},
    }};
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) {
        const auto &[first, last] = kRanges[random() % kRanges.size()];
        const UChar32 character
            = first + static_cast<UChar32>(random() % static_cast<unsigned>(last - first + 1));
        char bytes[U8_MAX_LENGTH];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, character);
        text.append(bytes, size);
    }
    return text;
}

void expectSound(const DecodedText &decoded, std::string_view what)
{
    ASSERT_TRUE(isValidUtf8(decoded.text)) << what;
    ASSERT_FALSE(decoded.encoding.empty()) << what;
    if (decoded.firstInvalid) {
        ASSERT_EQ(decoded.text.compare(*decoded.firstInvalid, 3, kReplacement), 0) << what;
        ASSERT_EQ(decoded.text.find(kReplacement), *decoded.firstInvalid) << what;
    }
}

} // namespace

TEST(EncodingProperty, keepsEveryUtf8Text)
{
    std::mt19937 random(17); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 2000; ++round) {
        const std::string text = "t" + randomText(random, 60);

        const DecodedText decoded = decodeText(text);

        ASSERT_EQ(decoded.text, text);
        ASSERT_EQ(decoded.encoding, "UTF-8");
        ASSERT_FALSE(decoded.isGuessed);
        ASSERT_FALSE(decoded.firstInvalid);
        ASSERT_EQ(decodeText("\xEF\xBB\xBF" + text).text, text);
    }
}

TEST(EncodingProperty, readsEveryTextOfWideCharacters_afterItsMark)
{
    std::mt19937 random(18); // NOLINT(cert-msc51-cpp)
    for (const WideEncoding &wide : kWideEncodings) {
        for (int round = 0; round < 300; ++round) {
            // UTF-16 that begins with NUL would look like UTF-32.
            const std::string text = "t" + randomText(random, 60);

            const DecodedText decoded
                = decodeText(std::string(wide.mark) + encoded(text, wide.name));

            ASSERT_EQ(decoded.text, text) << wide.name;
            ASSERT_EQ(decoded.encoding, wide.name);
            ASSERT_FALSE(decoded.isGuessed);
            ASSERT_FALSE(decoded.firstInvalid);
        }
    }
}

TEST(EncodingProperty, keepsWhatIsWhole_whenAWideTextIsCut)
{
    const std::string text = "标题: 春天 a😀b\n";
    for (const WideEncoding &wide : kWideEncodings) {
        const std::string bytes = encoded(text, wide.name);
        for (std::size_t length = wide.unitBytes; length < bytes.size(); ++length) {
            const DecodedText decoded
                = decodeText(std::string(wide.mark) + bytes.substr(0, length));

            expectSound(decoded, wide.name);
            const std::string_view whole
                = std::string_view(decoded.text).substr(0, decoded.firstInvalid.value_or(SIZE_MAX));
            EXPECT_TRUE(text.starts_with(whole)) << wide.name << " " << length;
            EXPECT_GE(countCharacters(whole), length / 4) << wide.name << " " << length;
        }
    }
}

TEST(EncodingProperty, replacesHalvesOfSurrogates)
{
    for (const char16_t half : {u'\xD800', u'\xDBFF', u'\xDC00', u'\xDFFF'}) {
        std::string bytes = "\xFF\xFE";
        for (const char16_t unit : {u'a', half, u'b'}) {
            bytes += static_cast<char>(unit & 0xFF);
            bytes += static_cast<char>(unit >> 8);
        }

        const DecodedText decoded = decodeText(bytes);

        EXPECT_EQ(decoded.text, "a\uFFFDb");
        EXPECT_EQ(decoded.firstInvalid, 1U);
    }
}

TEST(EncodingProperty, replacesWideCharactersBeyondUnicode)
{
    const DecodedText decoded
        = decodeText(std::string_view("\xFF\xFE\0\0a\0\0\0\0\0\x11\0\xFF\xFF\xFF\xFF"
                                      "b\0\0\0",
                                      20));

    EXPECT_EQ(decoded.encoding, "UTF-32LE");
    EXPECT_TRUE(decoded.text.starts_with("a\uFFFD")) << decoded.text;
    EXPECT_TRUE(decoded.text.ends_with("\uFFFDb")) << decoded.text;
    EXPECT_EQ(decoded.firstInvalid, 1U);
}

TEST(EncodingProperty, isNotMisledByAFewZeroBytes)
{
    const std::string english(200, 'e');
    for (const std::size_t position : {0U, 1U, 2U, 3U, 100U, 199U}) {
        std::string text = english;
        text[position] = '\0';

        EXPECT_EQ(decodeText(text).text, text) << position;
        EXPECT_EQ(decodeText(text).encoding, "UTF-8") << position;
    }
    EXPECT_EQ(decodeText(std::string_view("\0", 1)).text, std::string_view("\0", 1));
    EXPECT_EQ(decodeText("").text, "");
}

TEST(EncodingProperty, readsLongTextsInEachEncodingOfTheRegion)
{
    struct Row
    {
        const char *encoding;
        std::string_view sentence;
    };

    constexpr std::array<Row, 6> kRows{{
        {"GB18030", "今天天气很好，我们去公园散步。树上的花都开了，孩子们在草地上跑来跑去。"},
        {"Big5", "今天天氣很好，我們去公園散步。樹上的花都開了，孩子們在草地上跑來跑去。"},
        {"Shift_JIS", "今日はとても天気がいいので、公園へ散歩に行きました。花が咲いています。"},
        {"EUC-JP", "今日はとても天気がいいので、公園へ散歩に行きました。花が咲いています。"},
        {"EUC-KR", "오늘은 날씨가 좋아서 우리는 공원에 산책을 갔습니다. 꽃이 모두 피었습니다."},
        {"windows-1251", "Сегодня хорошая погода, и мы пошли гулять в парк. Цветы расцвели."},
    }};
    for (const Row &row : kRows) {
        std::string text = "---\ntitle: a\n---\n";
        for (int count = 0; count < 20; ++count) {
            text.append(row.sentence).append("\n");
        }

        const DecodedText decoded = decodeText(encoded(text, row.encoding));

        EXPECT_EQ(decoded.text, text) << row.encoding << " read as " << decoded.encoding;
        EXPECT_TRUE(decoded.isGuessed) << row.encoding;
        EXPECT_FALSE(decoded.firstInvalid) << row.encoding;
    }
}

TEST(EncodingProperty, staysUtf8_whenOneCharacterOfAChineseTextIsDamaged)
{
    std::string text;
    for (int count = 0; count < 40; ++count) {
        text += "今天天气很好，我们去公园散步。";
    }
    for (std::size_t position = 0; position < 600; position += 7) {
        std::string damaged = text;
        damaged[position] = '\xFF';

        const DecodedText decoded = decodeText(damaged);

        EXPECT_EQ(decoded.encoding, "UTF-8") << position;
        EXPECT_EQ(decoded.text, repairUtf8(damaged)) << position;
        ASSERT_TRUE(decoded.firstInvalid) << position;
        EXPECT_LE(*decoded.firstInvalid, position) << position;
        expectSound(decoded, "damaged");
    }
}

TEST(EncodingProperty, givesValidUtf8_whateverTheBytesAndTheirMark)
{
    std::mt19937 random(19); // NOLINT(cert-msc51-cpp)
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        if (random() % 2 == 0) {
            bytes = kWideEncodings[random() % kWideEncodings.size()].mark;
        }
        const bool isMostlyHigh = random() % 2 == 0;
        for (std::size_t count = random() % 80; count > 0; --count) {
            bytes += static_cast<char>(isMostlyHigh ? 0x80 | random() : random() % 256);
        }
        expectSound(decodeText(bytes), testing::PrintToString(bytes));
    }
}

} // namespace lectern::core
