#include "core/base/text.h"

#include "core/base/any_byte.h"
#include "core/base/find_byte.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <simdjson.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

std::size_t continuations(std::string_view text)
{
    // A continuation byte has its highest bit set and the next one clear: eight at a time, added up
    // in the eight bytes of a word until these could overflow.
    constexpr std::uint64_t kLowBits = 0x0101'0101'0101'0101U;
    constexpr std::size_t kMaxAdded = 255;
    std::size_t count = 0;
    std::size_t at = 0;
    std::uint64_t eight = 0;
    while (at + sizeof(eight) <= text.size()) {
        const std::size_t words = std::min((text.size() - at) / sizeof(eight), kMaxAdded);
        std::uint64_t sums = 0;
        for (std::size_t word = 0; word < words; ++word, at += sizeof(eight)) {
            std::memcpy(&eight, text.data() + at, sizeof(eight));
            sums += (eight >> 7U) & ~(eight >> 6U) & kLowBits;
        }
        for (; sums != 0; sums >>= 8U) {
            count += sums & 0xFFU;
        }
    }
    for (; at < text.size(); ++at) {
        count += (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U ? 1 : 0;
    }
    return count;
}

#if defined(__x86_64__)

/// The same for 32 bytes at a time.
__attribute__((target("avx2"))) std::size_t continuationsAvx2(std::string_view text)
{
    constexpr std::size_t kBlock = sizeof(__m256i);
    constexpr std::size_t kMaxAdded = 255;
    const __m256i limit = _mm256_set1_epi8(-64); // continuation bytes are -128 to -65
    __m256i sums = _mm256_setzero_si256();
    std::size_t at = 0;
    while (at + kBlock <= text.size()) {
        const std::size_t blocks = std::min((text.size() - at) / kBlock, kMaxAdded);
        __m256i counts = _mm256_setzero_si256();
        for (std::size_t block = 0; block < blocks; ++block, at += kBlock) {
            const auto *const bytes = reinterpret_cast<const __m256i *>(text.data() + at);
            counts = _mm256_sub_epi8(counts, _mm256_cmpgt_epi8(limit, _mm256_loadu_si256(bytes)));
        }
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(counts, _mm256_setzero_si256()));
    }
    std::array<std::uint64_t, 4> parts{};
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(parts.data()), sums);
    return parts[0] + parts[1] + parts[2] + parts[3] + continuations(text.substr(at));
}

#endif

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::size_t countCharacters(std::string_view text)
{
#if defined(__x86_64__)
    static const bool kHasAvx2 = __builtin_cpu_supports("avx2") != 0;
    if (kHasAvx2) {
        return text.size() - continuationsAvx2(text);
    }
#endif
    return text.size() - continuations(text);
}

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char byte : text) {
        all |= static_cast<unsigned char>(byte);
    }
    return all < 0x80;
}

std::size_t countLineFeeds(std::string_view text)
{
    // Counts that fit a byte are added many at once.
    constexpr std::size_t kMaxAdded = 255;
    std::size_t lines = 0;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, kMaxAdded);
        unsigned char count = 0;
        for (const char byte : part) {
            count = static_cast<unsigned char>(count + asByte(byte == '\n'));
        }
        lines += count;
        text.remove_prefix(part.size());
    }
    return lines;
}

bool hasControlCharacters(std::string_view text)
{
    return anyByte(text, [](unsigned char byte) {
        return (asByte(byte < 0x20) & asByte(byte != '\n') & asByte(byte != '\t'))
            | asByte(byte == 0x7F);
    });
}

void replaceNuls(std::span<char> text)
{
    const std::string_view bytes(text.data(), text.size());
    for (std::size_t nul = findByte(bytes, '\0', 0); nul != std::string_view::npos;
         nul = findByte(bytes, '\0', nul)) {
        text[nul] = ' ';
    }
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

std::string_view trimmedAtEnds(std::string_view text)
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
