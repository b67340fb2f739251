#include "core/image/image_type.h"
#include "tests/support/image_samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>

namespace lectern::core {

namespace {

using namespace lectern::test;

using Side = std::uint32_t;

std::string webpLossless(Side width, Side height)
{
    return "RIFF" + little(100, 4) + "WEBPVP8L" + little(20, 4) + "\x2f"
        + little((width - 1) | (height - 1) << 14U, 4);
}

std::string webpLossy(Side width, Side height)
{
    return "RIFF" + little(100, 4) + "WEBPVP8 " + little(20, 4) + std::string(3, '\0')
        + "\x9d\x01\x2a" + little(width | 0x4000U, 2) + little(height | 0xC000U, 2);
}

/// The header of 12 bytes that OS/2 wrote.
std::string oldBitmap(Side width, Side height)
{
    return "BM" + std::string(12, '\0') + little(12, 4) + little(width, 2) + little(height, 2)
        + std::string(8, '\0');
}

struct Format
{
    const char *name;
    ImageType type;
    Side largest; ///< side that its header can state
    std::function<std::string(Side, Side)> header;
};

const std::array<Format, 10> kFormats{{
    {"png", ImageType::Png, 0x7FFF'FFFF, pngHeader},
    {"gif", ImageType::Gif, 0xFFFF, gifHeader},
    {"webp", ImageType::Webp, 1U << 24U, webpHeader},
    {"webp lossless", ImageType::Webp, 1U << 14U, webpLossless},
    {"webp lossy", ImageType::Webp, (1U << 14U) - 1, webpLossy},
    {"bmp", ImageType::Bmp, 0x7FFF'FFFF, bmpHeader},
    {"bmp of 12 bytes", ImageType::Bmp, 0xFFFF, oldBitmap},
    {"jpeg", ImageType::Jpeg, 0xFFFF, jpegHeader},
    {"avif", ImageType::Avif, 0xFFFF'FFFF, avifHeader},
    {"ico", ImageType::Ico, 0x7FFF'FFFF,
     [](Side width, Side height) { return icoHeader(pngHeader(width, height)); }},
}};

ErrorCode failureOf(std::string_view bytes)
{
    const auto info = readImageInfo(bytes);
    EXPECT_FALSE(info);
    return info ? ErrorCode::Io : info.error().code;
}

std::string icoOf(const std::vector<std::string> &pictures)
{
    std::string bytes = std::string("\0\0\1\0", 4) + little(pictures.size(), 2);
    std::size_t offset = bytes.size() + pictures.size() * 16;
    for (const std::string &picture : pictures) {
        bytes += std::string("\x10\x10\0\0\1\0\x20\0", 8) + little(picture.size(), 4)
            + little(offset, 4);
        offset += picture.size();
    }
    for (const std::string &picture : pictures) {
        bytes += picture;
    }
    return bytes;
}

std::string gifFrame(Side left, Side top, Side width, Side height)
{
    return "," + little(left, 2) + little(top, 2) + little(width, 2) + little(height, 2)
        + std::string(1, '\0');
}

} // namespace

TEST(ImageTypeProperty, readsEverySizeThatAHeaderStates)
{
    std::mt19937 random(26); // NOLINT(cert-msc51-cpp): the same sizes in every run
    for (const Format &format : kFormats) {
        for (int round = 0; round < 300; ++round) {
            const unsigned bits = 1 + random() % 31;
            const Side width = 1 + random() % std::min(format.largest, 1U << bits);
            const Side height = 1 + random() % std::min(format.largest, 1U << (32 - bits));
            const auto info = readImageInfo(format.header(width, height));

            if (std::uint64_t{width} * height > kMaxImagePixels) {
                ASSERT_FALSE(info) << format.name << " " << width << "x" << height;
                ASSERT_EQ(info.error().code, ErrorCode::TooLarge) << format.name;
                continue;
            }
            ASSERT_TRUE(info) << format.name << " " << width << "x" << height << ": "
                              << info.error().message;
            ASSERT_EQ(info.value(), (ImageInfo{format.type, width, height})) << format.name;
        }
    }
}

TEST(ImageTypeProperty, readsTheSmallestAndTheLargestSide)
{
    for (const Format &format : kFormats) {
        const auto smallest = readImageInfo(format.header(1, 1));
        ASSERT_TRUE(smallest) << format.name;
        EXPECT_EQ(smallest.value().pixels(), 1U) << format.name;

        const Side side = std::min<Side>(format.largest, kMaxImagePixels);
        const auto widest = readImageInfo(format.header(side, 1));
        ASSERT_TRUE(widest) << format.name;
        EXPECT_EQ(widest.value().width, side) << format.name;
        EXPECT_EQ(widest.value().height, 1U) << format.name;
    }
}

TEST(ImageTypeProperty, neverReadsAnotherSize_whenAHeaderIsCut)
{
    for (const Format &format : kFormats) {
        const std::string whole = format.header(300, 200);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto info = readImageInfo(whole.substr(0, length));

            if (info) {
                EXPECT_EQ(info.value(), (ImageInfo{format.type, 300, 200}))
                    << format.name << " cut at " << length;
            }
        }
    }
}

TEST(ImageTypeProperty, readsTheSame_whateverFollows)
{
    for (const Format &format : kFormats) {
        const std::string whole = format.header(300, 200);
        for (const std::string &tail :
             {std::string(1000, '\0'), std::string(1000, '\xFF'), whole, std::string("<html>")}) {
            const auto info = readImageInfo(whole + tail);

            ASSERT_TRUE(info) << format.name;
            EXPECT_EQ(info.value(), (ImageInfo{format.type, 300, 200})) << format.name;
        }
    }
}

TEST(ImageTypeProperty, givesASizeWithinItsBounds_whateverBytesChange)
{
    std::mt19937 random(27); // NOLINT(cert-msc51-cpp)
    for (const Format &format : kFormats) {
        const std::string whole = format.header(300, 200) + std::string(40, '\x11');
        for (int round = 0; round < 3000; ++round) {
            std::string bytes = whole;
            for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            const auto info = readImageInfo(bytes);

            ASSERT_EQ(imageTypeOf(bytes).has_value(),
                      info.isOk() || info.error().code != ErrorCode::Unsupported);
            if (info) {
                ASSERT_GE(info.value().width, 1U);
                ASSERT_GE(info.value().height, 1U);
                ASSERT_LE(info.value().pixels(), kMaxImagePixels);
            } else {
                ASSERT_FALSE(info.error().message.empty());
            }
        }
    }
}

TEST(ImageTypeProperty, isMalformed_whenASideIsZero)
{
    EXPECT_EQ(failureOf(webpLossy(0, 5)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(oldBitmap(5, 0)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(bmpHeader(0, 5)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(avifHeader(0, 0)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(icoHeader(pngHeader(0, 5))), ErrorCode::Malformed);
    EXPECT_EQ(readImageInfo(pngHeader(0, 5)).error().message, "image/png: broken header");
    EXPECT_EQ(readImageInfo(pngHeader(9'000, 9'000)).error().message, "image/png: too many pixels");
    EXPECT_EQ(readImageInfo("text").error().message, "these bytes are no image");
}

TEST(ImageType, readImageInfo_ofIconTakesTheLargestOfItsPictures)
{
    const auto info = readImageInfo(
        icoOf({bmpHeader(16, 32).substr(14), pngHeader(48, 20), pngHeader(32, 64)}));

    ASSERT_TRUE(info);
    EXPECT_EQ(info.value(), (ImageInfo{ImageType::Ico, 48, 64}));
}

TEST(ImageType, readImageInfo_ofIconIsMalformed_whenOneOfItsPicturesIs)
{
    EXPECT_EQ(failureOf(icoOf({pngHeader(48, 20), "no picture"})), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(icoOf({})), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(icoOf(std::vector<std::string>(65, pngHeader(1, 1)))),
              ErrorCode::Malformed);
    EXPECT_TRUE(readImageInfo(icoOf(std::vector<std::string>(64, pngHeader(1, 1)))));
    std::string beyond = icoHeader(pngHeader(9, 9));
    beyond.replace(18, 4, little(0xFFFF'FFFF, 4));
    EXPECT_EQ(failureOf(beyond), ErrorCode::Malformed);
}

TEST(ImageType, readImageInfo_ofJpegWalksPastEverySegment)
{
    const std::string frame = "\xFF\xC0" + big(11, 2) + "\x08" + big(7, 2) + big(9, 2)
        + std::string("\x01\x01\x11\0", 4);
    const std::string picture = "\xFF\xD8\xFF\xE0" + big(65'535, 2) + std::string(65'533, '\xC0')
        + "\xFF\xE1" + big(2, 2) + std::string(50, '\xFF') + "\xC4" + big(3, 2) + "x" + frame;

    const auto info = readImageInfo(picture);

    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info.value(), (ImageInfo{ImageType::Jpeg, 9, 7}));
}

TEST(ImageType, readImageInfo_ofJpegKnowsEveryKindOfFrame_andNoOtherSegmentForOne)
{
    for (int marker = 0xC0; marker <= 0xCF; ++marker) {
        const std::string segment = std::string("\xFF") + static_cast<char>(marker) + big(11, 2)
            + "\x08" + big(7, 2) + big(9, 2) + std::string("\x01\x01\x11\0", 4);
        const bool isFrame = marker != 0xC4 && marker != 0xC8 && marker != 0xCC;

        EXPECT_EQ(readImageInfo("\xFF\xD8" + segment).isOk(), isFrame) << marker;
    }
}

TEST(ImageType, readImageInfo_ofGifLooksPastTablesAndExtensions)
{
    const std::string screen = "GIF89a" + little(10, 2) + little(10, 2) + "\xF2" // 8 colours
        + std::string(2, '\0') + std::string(24, '!');
    const std::string comment
        = "!\xFE" + std::string("\x05hello\x03yes", 10) + std::string(1, '\0');

    const auto info = readImageInfo(screen + comment + comment + gifFrame(5, 6, 100, 200));

    ASSERT_TRUE(info);
    EXPECT_EQ(info.value(), (ImageInfo{ImageType::Gif, 105, 206}));
}

TEST(ImageType, readImageInfo_ofGifTakesTheScreen_whenNoFrameIsThere)
{
    for (const std::string &rest : {std::string(), std::string(";"), std::string("!\xFE\x05hel"),
                                    gifFrame(0, 0, 9, 9).substr(0, 8)}) {
        const auto info = readImageInfo(gifHeader(30, 20) + rest);

        ASSERT_TRUE(info);
        EXPECT_EQ(info.value(), (ImageInfo{ImageType::Gif, 30, 20}));
    }
}

TEST(ImageType, readImageInfo_ofAvifReadsBoxesOfEverySize)
{
    const std::string ispe = box("ispe", big(0, 4) + big(20, 4) + big(10, 4));
    const std::string inner = big(0, 4) + box("iprp", box("ipco", ispe));
    const std::string type = box("ftyp", "avif" + big(0, 4));
    const std::string toTheEnd = big(0, 4) + "meta" + inner;
    const std::string longSize = big(1, 4) + "meta" + big(inner.size() + 16, 8) + inner;
    const std::string tooLong = big(1, 4) + "meta" + big(UINT64_MAX, 8) + inner;

    for (const std::string &meta : {box("meta", inner), toTheEnd, longSize, tooLong}) {
        const auto info = readImageInfo(type + box("free", "x") + meta);
        ASSERT_TRUE(info) << info.error().message;
        EXPECT_EQ(info.value(), (ImageInfo{ImageType::Avif, 20, 10}));
    }
}

TEST(ImageType, readImageInfo_ofAvifIsMalformed_whenNoSizeIsReached)
{
    const std::string type = box("ftyp", "avif" + big(0, 4));

    EXPECT_EQ(failureOf(type), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(type + box("meta", "")), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(type + box("meta", big(0, 4) + box("iprp", ""))), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(type + big(7, 4) + "meta"), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(type + big(1, 4) + "meta" + big(3, 8)), ErrorCode::Malformed);
    std::string boxes = type;
    for (int count = 0; count < 100'000; ++count) {
        boxes += box("free", "");
    }
    EXPECT_EQ(failureOf(boxes), ErrorCode::Malformed);
}

TEST(ImageType, looksLikeSvg_onlyByItsFirstElement)
{
    for (const char *const text :
         {"<svg>", "<svg\n", "<svg\twidth='1'>", "  \r\n<svg/>", "<?xml?><svg >", "<!-- --><svg >",
          "<!DOCTYPE svg><svg>", "<!----><!-- <html> --><svg>"}) {
        EXPECT_TRUE(looksLikeSvg(text)) << text;
    }
    for (const char *const text : {"<svg", "<SVG>", "svg", "<svgfoo>", "x<svg>", "<g><svg></g>",
                                   "<!-- <svg>", "<?xml <svg", "<", "<!", "<?", "]", "]]]]"}) {
        EXPECT_FALSE(looksLikeSvg(text)) << text;
    }
    EXPECT_FALSE(looksLikeSvg(std::string(5000, ' ') + "<svg>")) << "only the first bytes count";
}

} // namespace lectern::core
