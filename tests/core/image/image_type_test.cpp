#include "core/image/image_type.h"
#include "tests/support/image_samples.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

namespace {

using namespace lectern::test;

ErrorCode failureOf(const std::string &bytes)
{
    const auto info = readImageInfo(bytes);
    EXPECT_FALSE(info.isOk());
    return info ? ErrorCode::Io : info.error().code;
}

ImageInfo infoOf(const std::string &bytes)
{
    const auto info = readImageInfo(bytes);
    EXPECT_TRUE(info.isOk()) << (info ? "" : info.error().message);
    return info ? info.value() : ImageInfo{};
}

} // namespace

TEST(ImageType, readImageInfo_findsTypeAndSizeOfEachKind)
{
    EXPECT_EQ(infoOf(pngHeader(640, 480)), (ImageInfo{ImageType::Png, 640, 480}));
    EXPECT_EQ(infoOf(gifHeader(3, 65535)), (ImageInfo{ImageType::Gif, 3, 65535}));
    EXPECT_EQ(infoOf(webpHeader(1000, 1)), (ImageInfo{ImageType::Webp, 1000, 1}));
    EXPECT_EQ(infoOf(bmpHeader(7, 9)), (ImageInfo{ImageType::Bmp, 7, 9}));
    EXPECT_EQ(infoOf(jpegHeader(1920, 1080)), (ImageInfo{ImageType::Jpeg, 1920, 1080}));
    EXPECT_EQ(infoOf(avifHeader(800, 600)), (ImageInfo{ImageType::Avif, 800, 600}));
}

TEST(ImageType, readImageInfo_understandsWhatACommonEncoderWrites)
{
    const std::string lossless("RIFF\x1c\0\0\0WEBPVP8L\x0f\0\0\0\x2f\x07\x40\x01\0", 25);
    const std::string lossy("RIFF\x30\0\0\0WEBPVP8 \x24\0\0\0\x70\x01\0\x9d\x01\x2a\x08\0\x06\0",
                            30);

    EXPECT_EQ(infoOf(lossless), (ImageInfo{ImageType::Webp, 8, 6}));
    EXPECT_EQ(infoOf(lossy), (ImageInfo{ImageType::Webp, 8, 6}));
}

TEST(ImageType, readImageInfo_ofBitmapStoredFromTheTop)
{
    EXPECT_EQ(infoOf(bmpHeader(7, 0xFFFF'FFF7)), (ImageInfo{ImageType::Bmp, 7, 9}));
}

TEST(ImageType, readImageInfo_ofIconTakesTheSizeOfThePictureNotOfItsEntry)
{
    const std::string bitmap = bmpHeader(16, 32).substr(14);

    EXPECT_EQ(infoOf(icoHeader(pngHeader(256, 256))), (ImageInfo{ImageType::Ico, 256, 256}));
    EXPECT_EQ(infoOf(icoHeader(bitmap)), (ImageInfo{ImageType::Ico, 16, 16}));
    EXPECT_EQ(failureOf(icoHeader(pngHeader(30'000, 30'000))), ErrorCode::TooLarge);
}

TEST(ImageType, readImageInfo_ofGifCountsAFrameThatIsLargerThanTheScreen)
{
    const std::string extension("!\xF9\x04\0\0\0\0\0", 8);
    const std::string frame = "," + little(10, 2) + little(20, 2) + little(60'000, 2)
        + little(50'000, 2) + std::string("\0", 1);

    EXPECT_EQ(failureOf(gifHeader(1, 1) + extension + frame), ErrorCode::TooLarge);
}

TEST(ImageType, readImageInfo_ofAvifTakesTheLargestItem)
{
    const std::string sizes = box("ispe", big(0, 4) + big(100, 4) + big(50, 4))
        + box("ispe", big(0, 4) + big(90, 4) + big(70, 4));
    const std::string meta = big(0, 4) + box("iprp", box("ipco", sizes));
    const std::string file = box("ftyp", "mif1" + big(0, 4) + "mif1avif") + box("meta", meta);

    EXPECT_EQ(infoOf(file), (ImageInfo{ImageType::Avif, 100, 70}));
}

TEST(ImageType, readImageInfo_refusesBombsByTheirHeader)
{
    EXPECT_EQ(failureOf(pngHeader(20'000, 20'000)), ErrorCode::TooLarge);
    EXPECT_EQ(failureOf(pngHeader(0xFFFF'FFFF, 0xFFFF'FFFF)), ErrorCode::TooLarge);
    EXPECT_EQ(failureOf(bmpHeader(0xFFFF'FFFF, 2)), ErrorCode::TooLarge);
    EXPECT_EQ(failureOf(avifHeader(60'000, 60'000)), ErrorCode::TooLarge);
    EXPECT_EQ(failureOf(jpegHeader(65'535, 65'535)), ErrorCode::TooLarge);
}

TEST(ImageType, readImageInfo_takesExactlyTheLargestPictureAllowed)
{
    EXPECT_EQ(infoOf(pngHeader(8'000, 5'000)).pixels(), kMaxImagePixels);
    EXPECT_EQ(failureOf(pngHeader(8'000, 5'001)), ErrorCode::TooLarge);
}

TEST(ImageType, readImageInfo_isMalformed_whenASideIsZero)
{
    EXPECT_EQ(failureOf(pngHeader(0, 10)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(gifHeader(10, 0)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(jpegHeader(10, 0)), ErrorCode::Malformed);
}

TEST(ImageType, readImageInfo_neverSucceedsOnAHeaderCutShort)
{
    for (const std::string &whole : {pngHeader(9, 9).substr(0, 24), gifHeader(9, 9).substr(0, 11),
                                     webpHeader(9, 9), avifHeader(9, 9)}) {
        for (std::size_t length = 0; length < whole.size(); ++length) {
            EXPECT_FALSE(readImageInfo(whole.substr(0, length)).isOk())
                << "cut at " << length << " of " << whole.size();
        }
        EXPECT_TRUE(readImageInfo(whole).isOk());
    }
}

TEST(ImageType, readImageInfo_isUnsupported_whenTheBytesAreNoImage)
{
    EXPECT_EQ(failureOf(""), ErrorCode::Unsupported);
    EXPECT_EQ(failureOf("<html><img src=x></html>"), ErrorCode::Unsupported);
    EXPECT_EQ(failureOf("<svg xmlns='http://www.w3.org/2000/svg'/>"), ErrorCode::Unsupported);
    EXPECT_EQ(failureOf("%PDF-1.7"), ErrorCode::Unsupported);
    EXPECT_EQ(failureOf("BMW is a company whose name begins like a bitmap's"),
              ErrorCode::Unsupported);
    EXPECT_EQ(failureOf("RIFF\x10\x10\x10\x10WAVEfmt "), ErrorCode::Unsupported);
}

TEST(ImageType, readImageInfo_refusesImageSequences_becauseTheirSizeIsNotChecked)
{
    EXPECT_EQ(failureOf(box("ftyp", "avis" + big(0, 4) + "avifavis")), ErrorCode::Unsupported);
}

TEST(ImageType, jpegWithoutFrameHeader_isMalformed)
{
    EXPECT_EQ(failureOf("\xFF\xD8\xFF\xD9"), ErrorCode::Malformed);
    EXPECT_EQ(failureOf("\xFF\xD8\xFF\xDA" + big(4, 2) + "xx"), ErrorCode::Malformed);
    EXPECT_EQ(failureOf(std::string("\xFF\xD8\xFF\xE0\0\0", 6)), ErrorCode::Malformed);
    EXPECT_EQ(failureOf("\xFF\xD8" + std::string(1000, '\xFF')), ErrorCode::Malformed);
}

TEST(ImageType, imageTypeOf_isDecidedByItsFirstBytes)
{
    const std::string late = box("ftyp", "mif1" + std::string(100, ' ') + "avif" + "tail");
    EXPECT_EQ(imageTypeOf(pngHeader(1, 1).substr(0, kTypeBytes)), ImageType::Png);
    EXPECT_EQ(imageTypeOf(avifHeader(1, 1).substr(0, kTypeBytes)), ImageType::Avif);
    EXPECT_EQ(imageTypeOf(late.substr(0, kTypeBytes)), ImageType::Avif);
    EXPECT_EQ(imageTypeOf("<!doctype html>"), std::nullopt);
}

TEST(ImageType, looksLikeSvg_skipsDeclarationsAndComments)
{
    EXPECT_TRUE(looksLikeSvg("<svg/>"));
    EXPECT_TRUE(
        looksLikeSvg("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a > b -->\n"
                     "<!DOCTYPE svg PUBLIC 'x' 'y' [\n<!ENTITY a 'b'>\n]>\n<svg width='1'>"));
}

TEST(ImageType, looksLikeSvg_isFalseForOtherText)
{
    EXPECT_FALSE(looksLikeSvg(""));
    EXPECT_FALSE(looksLikeSvg("<!-- never closed <svg>"));
    EXPECT_FALSE(looksLikeSvg("<html><svg></svg></html>"));
    EXPECT_FALSE(looksLikeSvg("<svgx>"));
    EXPECT_FALSE(looksLikeSvg("<?php echo '<svg>';"));
}

TEST(ImageType, mimeType_namesEachKind)
{
    EXPECT_EQ(mimeType(ImageType::Png), "image/png");
    EXPECT_EQ(mimeType(ImageType::Jpeg), "image/jpeg");
    EXPECT_EQ(mimeType(ImageType::Ico), "image/x-icon");
}

} // namespace lectern::core
