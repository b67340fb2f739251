#include "core/base/text.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 8> kBlanks{
    " ", "\t", "\n", "\r", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B",
};

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080U;
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    std::int32_t index = 0;
    while (index < length) {
        // Runs of ASCII and the three bytes of a Chinese character are nearly all there is.
        std::uint64_t eight = kHighBits;
        if (index + 8 <= length) {
            std::memcpy(&eight, data + index, sizeof(eight));
        }
        if ((eight & kHighBits) == 0) {
            index += 8;
            continue;
        }
        if (index + 3 <= length && data[index] > 0xE0 && data[index] < 0xED
            && (data[index + 1] & 0xC0U) == 0x80U && (data[index + 2] & 0xC0U) == 0x80U) {
            index += 3;
            continue;
        }
        UChar32 character = 0;
        U8_NEXT(data, index, length, character);
        if (character < 0) {
            return false;
        }
    }
    return true;
}

std::string repairUtf8(std::string_view bytes)
{
    std::string repaired;
    repaired.reserve(bytes.size());
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    std::int32_t index = 0;
    while (index < length) {
        const std::int32_t start = index;
        UChar32 character = 0;
        U8_NEXT(data, index, length, character);
        if (character < 0) {
            repaired += "\xEF\xBF\xBD";
        } else {
            repaired.append(bytes.substr(start, index - start));
        }
    }
    return repaired;
}

std::string_view wholeCharacters(std::string_view text, std::size_t capBytes)
{
    if (text.size() <= capBytes) {
        return text;
    }
    while (capBytes > 0 && (static_cast<std::uint8_t>(text[capBytes]) & 0xC0U) == 0x80U) {
        --capBytes;
    }
    return text.substr(0, capBytes);
}

std::string_view trimmed(std::string_view text)
{
    bool isChanged = true;
    while (isChanged) {
        isChanged = false;
        for (const std::string_view blank : kBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                isChanged = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                isChanged = true;
            }
        }
    }
    return text;
}

} // namespace lectern::core
