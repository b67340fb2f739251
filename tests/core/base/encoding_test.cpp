#include "core/base/encoding.h"
#include "tests/core/base/encoded.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace lectern::core {

namespace {

constexpr std::string_view kChinese
    = "---\ntitle: 春天的消息\ntags: [天气]\n---\n今天天气很好，我们去公园散步。"
      "树上的花都开了，孩子们在草地上跑来跑去，大家都很高兴。\n";
constexpr std::string_view kTraditional
    = "---\ntitle: 春天的消息\n---\n今天天氣很好，我們去公園散步。樹上的花都開了，"
      "孩子們在草地上跑來跑去，大家都很高興。這是一個美麗的下午。\n";

} // namespace

TEST(Encoding, keepsValidUtf8)
{
    const DecodedText decoded = decodeText("é 汉字 😀");

    EXPECT_EQ(decoded.text, "é 汉字 😀");
    EXPECT_FALSE(decoded.isGuessed);
    EXPECT_FALSE(decoded.firstInvalid);
}

TEST(Encoding, dropsTheByteOrderMark)
{
    EXPECT_EQ(decodeText("\xEF\xBB\xBFtext").text, "text");
}

TEST(Encoding, keepsAReplacementCharacterThatWasWritten)
{
    const DecodedText decoded = decodeText("a\xEF\xBF\xBD");

    EXPECT_EQ(decoded.text, "a\xEF\xBF\xBD");
    EXPECT_FALSE(decoded.firstInvalid);
}

TEST(Encoding, readsWideTexts_withByteOrderMark)
{
    for (const auto &[mark, encoding] : {
             std::pair(std::string("\xFF\xFE"), "UTF-16LE"),
             std::pair(std::string("\xFE\xFF"), "UTF-16BE"),
             std::pair(std::string("\xFF\xFE\0\0", 4), "UTF-32LE"),
             std::pair(std::string("\0\0\xFE\xFF", 4), "UTF-32BE"),
         }) {
        const DecodedText decoded = decodeText(mark + encoded(kChinese, encoding));

        EXPECT_EQ(decoded.text, kChinese) << encoding;
        EXPECT_EQ(decoded.encoding, encoding);
        EXPECT_FALSE(decoded.isGuessed);
    }
}

TEST(Encoding, readsWideTexts_withoutByteOrderMark)
{
    for (const char *encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        const DecodedText decoded = decodeText(encoded(kChinese, encoding));

        EXPECT_EQ(decoded.text, kChinese) << encoding;
        EXPECT_EQ(decoded.encoding, encoding);
        EXPECT_TRUE(decoded.isGuessed);
    }
}

TEST(Encoding, detectsChineseEncodings)
{
    const DecodedText simplified = decodeText(encoded(kChinese, "GBK"));
    const DecodedText traditional = decodeText(encoded(kTraditional, "Big5"));

    EXPECT_EQ(simplified.text, kChinese);
    EXPECT_EQ(simplified.encoding, "GB18030");
    EXPECT_TRUE(simplified.isGuessed);
    EXPECT_EQ(traditional.text, kTraditional);
    EXPECT_EQ(traditional.encoding, "BIG5");
}

TEST(Encoding, readsFourByteCharactersOfGb18030)
{
    const std::string text = std::string(kChinese) + "㐀䶵\n";

    EXPECT_EQ(decodeText(encoded(text, "GB18030")).text, text);
}

TEST(Encoding, detectsTheEncoding_whenTheFirstPagesAreAscii)
{
    const std::string text = std::string(100'000, 'x') + '\n' + std::string(kChinese);

    EXPECT_EQ(decodeText(encoded(text, "GBK")).text, text);
}

TEST(Encoding, replacesStrayBytes_whenTheRestIsUtf8)
{
    const DecodedText decoded = decodeText("今天天气很好，我们去\xFF公园散步。");

    EXPECT_EQ(decoded.text, "今天天气很好，我们去\xEF\xBF\xBD公园散步。");
    EXPECT_EQ(decoded.encoding, "UTF-8");
    EXPECT_EQ(decoded.firstInvalid, 30U);
}

TEST(Encoding, givesValidUtf8_whateverTheBytes)
{
    const std::array<std::string, 6> inputs{
        std::string("\xFF\xFE\x00", 3),  std::string("\x00\xD8\x00\x00", 4),
        std::string("\xED\xA0\x80"),     std::string(1000, '\0'),
        std::string("\x81\x30\x81\x30"), std::string("\xF8\x88\x80\x80\x80 \xC0\x80"),
    };

    for (const std::string &input : inputs) {
        const std::string text = decodeText(input).text;

        EXPECT_EQ(icu::UnicodeString::fromUTF8(text).indexOf(char16_t{0xD800}), -1);
        EXPECT_LE(text.size(), input.size() * 3);
    }
}

} // namespace lectern::core
