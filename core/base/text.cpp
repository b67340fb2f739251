#include "core/base/text.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>
#include <simdjson.h>

namespace lectern::core {

namespace {

/// Bytes of the blank that \a text begins with, 0 if it is none.
std::size_t blankAtStart(std::string_view text)
{
    switch (text.empty() ? 'x' : text.front()) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
        return 1;
    case '\xC2':
        return text.starts_with("\xC2\xA0") ? 2 : 0;
    case '\xE3':
        return text.starts_with("\xE3\x80\x80") ? 3 : 0;
    case '\xEF':
        return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    case '\xE2':
        return text.starts_with("\xE2\x80\x8B") ? 3 : 0;
    default:
        return 0;
    }
}

std::size_t blankAtEnd(std::string_view text)
{
    switch (text.empty() ? 'x' : text.back()) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
        return 1;
    case '\xA0':
        return text.ends_with("\xC2\xA0") ? 2 : 0;
    case '\x80':
        return text.ends_with("\xE3\x80\x80") ? 3 : 0;
    case '\xBF':
        return text.ends_with("\xEF\xBB\xBF") ? 3 : 0;
    case '\x8B':
        return text.ends_with("\xE2\x80\x8B") ? 3 : 0;
    default:
        return 0;
    }
}

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::size_t countCharacters(std::string_view text)
{
    // A continuation byte has its highest bit set and the next one clear: eight at a time.
    constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080U;
    std::size_t continuations = 0;
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
        std::memcpy(&eight, text.data() + at, sizeof(eight));
        continuations
            += static_cast<std::size_t>(std::popcount(eight & ~(eight << 1U) & kHighBits));
    }
    for (; at < text.size(); ++at) {
        continuations += (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U ? 1 : 0;
    }
    return text.size() - continuations;
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
    while (const std::size_t blank = blankAtStart(text)) {
        text.remove_prefix(blank);
    }
    while (const std::size_t blank = blankAtEnd(text)) {
        text.remove_suffix(blank);
    }
    return text;
}

} // namespace lectern::core
