#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::test {

/// \a value as \a count bytes, the first one highest.
std::string big(std::uint64_t value, int count);
/// The same, the first one lowest.
std::string little(std::uint64_t value, int count);

/// Headers that claim a size; what follows them is missing, so they cannot be decoded.
std::string pngHeader(std::uint32_t width, std::uint32_t height);
std::string gifHeader(std::uint16_t width, std::uint16_t height);
std::string webpHeader(std::uint32_t width, std::uint32_t height);
std::string bmpHeader(std::uint32_t width, std::uint32_t height);
std::string jpegHeader(std::uint16_t width, std::uint16_t height);
std::string icoHeader(std::string_view picture);
/// One ISO media box.
std::string box(std::string_view type, std::string_view content);
std::string avifHeader(std::uint32_t width, std::uint32_t height);

} // namespace lectern::test
