#include "tests/support/image_samples.h"

namespace lectern::test {

std::string big(std::uint64_t value, int count)
{
    std::string bytes;
    for (int index = count - 1; index >= 0; --index) {
        bytes += static_cast<char>(value >> static_cast<unsigned>(index * 8) & 0xFFU);
    }
    return bytes;
}

std::string little(std::uint64_t value, int count)
{
    const std::string bytes = big(value, count);
    return {bytes.rbegin(), bytes.rend()};
}

std::string pngHeader(std::uint32_t width, std::uint32_t height)
{
    return "\x89PNG\r\n\x1a\n" + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4)
        + std::string("\x08\x02\0\0\0", 5) + big(0, 4);
}

std::string gifHeader(std::uint16_t width, std::uint16_t height)
{
    return "GIF89a" + little(width, 2) + little(height, 2) + std::string(3, '\0');
}

std::string webpHeader(std::uint32_t width, std::uint32_t height)
{
    return "RIFF" + little(100, 4) + "WEBPVP8X" + little(10, 4) + little(0, 4)
        + little(width - 1, 3) + little(height - 1, 3);
}

std::string bmpHeader(std::uint32_t width, std::uint32_t height)
{
    return "BM" + std::string(12, '\0') + little(40, 4) + little(width, 4) + little(height, 4)
        + std::string(28, '\0');
}

std::string jpegHeader(std::uint16_t width, std::uint16_t height)
{
    const std::string comment = "\xFF\xFE" + big(7, 2) + "hello";
    return "\xFF\xD8" + comment + "\xFF\xFF\xC2" + big(11, 2) + "\x08" + big(height, 2)
        + big(width, 2) + std::string("\x01\x01\x11\0", 4);
}

std::string icoHeader(std::string_view picture)
{
    return std::string("\0\0\1\0\1\0", 6) + std::string("\x10\x10\0\0\1\0\x20\0", 8)
        + little(picture.size(), 4) + little(22, 4) + std::string(picture);
}

std::string box(std::string_view type, std::string_view content)
{
    return big(content.size() + 8, 4) + std::string(type) + std::string(content);
}

std::string avifHeader(std::uint32_t width, std::uint32_t height)
{
    const std::string size = box("ispe", big(0, 4) + big(width, 4) + big(height, 4));
    const std::string properties = box("iprp", box("ipco", box("pixi", "xxxx") + size));
    return box("ftyp", "avif" + big(0, 4) + "avifmif1miaf")
        + box("meta", big(0, 4) + box("hdlr", std::string(24, '\0')) + properties);
}

} // namespace lectern::test
