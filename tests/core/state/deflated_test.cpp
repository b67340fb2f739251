#include "core/state/deflated.h"

#include <gtest/gtest.h>

#include <random>

namespace lectern::core {

TEST(Deflated, comesBackAsItWas)
{
    std::mt19937 random(5); // NOLINT(cert-msc51-cpp): the same in every run
    std::string noise(70'000, '\0');
    for (char &byte : noise) {
        byte = static_cast<char>(random());
    }
    for (const std::string &text : {std::string(), std::string("a"), std::string("桥\r\n\0\xFF", 7),
                                    std::string(200'000, 'x'), noise}) {
        SCOPED_TRACE(text.size());

        const Result<std::string> back = inflated(deflated(text), text.size());

        ASSERT_TRUE(back) << back.error().message;
        EXPECT_EQ(back.value(), text);
    }
}

TEST(Deflated, isSmaller_whereATextRepeatsItself)
{
    std::string text;
    for (int line = 0; line < 400; ++line) {
        text += "第" + std::to_string(line) + "行，桥在水里。\n";
    }

    EXPECT_LT(deflated(text).size(), text.size() / 3);
}

TEST(Inflated, refusesAnotherSizeThanTheTexts)
{
    const std::string bytes = deflated("twelve bytes");

    EXPECT_TRUE(inflated(bytes, 12));
    for (const std::size_t size : {0U, 11U, 13U}) {
        const Result<std::string> text = inflated(bytes, size);
        ASSERT_FALSE(text) << size;
        EXPECT_EQ(text.error().code, ErrorCode::Malformed);
    }
}

TEST(Inflated, makesNoRoomForASizeThatCannotBe)
{
    const std::string bytes = deflated("text");

    EXPECT_EQ(inflated(bytes, SIZE_MAX).error().code, ErrorCode::Malformed);
    EXPECT_EQ(inflated(bytes, (std::size_t{64} << 20U) + 1).error().code, ErrorCode::Malformed);
}

TEST(Inflated, refusesBytesThatWereDamaged)
{
    const std::string text(5'000, 'y');
    const std::string whole = deflated(text);

    for (std::size_t place = 0; place < whole.size(); ++place) {
        std::string bytes = whole;
        bytes[place] = static_cast<char>(bytes[place] ^ 0x55);
        const Result<std::string> back = inflated(bytes, text.size());
        EXPECT_TRUE(!back || back.value() == text) << place;
    }
    for (const std::size_t kept : {std::size_t{0}, std::size_t{1}, whole.size() - 1}) {
        EXPECT_FALSE(inflated(whole.substr(0, kept), text.size())) << kept;
    }
}

} // namespace lectern::core
