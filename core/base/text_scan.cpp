#include "core/base/text_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace lectern::core {

namespace {

using Probe = TextScan::Probe;

bool isAt(std::string_view haystack, std::size_t start, std::string_view needle, const Probe &probe)
{
    const std::size_t rest = haystack.size() - start;
    std::uint64_t word = 0;
    if (rest >= sizeof(word)) { // Most needles are short, and a call of memcmp() is dear.
        std::memcpy(&word, haystack.data() + start, sizeof(word));
        if ((word & probe.startMask) != probe.start || needle.size() <= sizeof(word)) {
            return (word & probe.startMask) == probe.start;
        }
    }
    return rest >= needle.size()
        && std::memcmp(haystack.data() + start, needle.data(), needle.size()) == 0;
}

/// Also finishes what is left of a buffer after the last whole block of the others.
std::size_t findPortable(std::string_view haystack, std::size_t from, std::string_view needle,
                         const Probe &probe)
{
    while (haystack.size() >= needle.size() && from <= haystack.size() - needle.size()) {
        const std::size_t places = haystack.size() - needle.size() - from + 1;
        const char *const searched = haystack.data() + from + probe.firstAt;
        const void *const hit = std::memchr(searched, probe.first, places);
        if (hit == nullptr) {
            break;
        }
        from += static_cast<std::size_t>(static_cast<const char *>(hit) - searched);
        if (isAt(haystack, from, needle, probe)) {
            return from;
        }
        ++from;
    }
    return TextScan::kNotFound;
}

/// The first of the candidate places in \a mask, \a bitsAPlace bits each, that holds the needle.
template <unsigned bitsAPlace = 1, typename Mask>
std::size_t verified(std::string_view haystack, std::size_t block, std::string_view needle,
                     const Probe &probe, Mask mask)
{
    while (mask != 0) {
        const auto place = static_cast<std::size_t>(std::countr_zero(mask)) / bitsAPlace;
        if (isAt(haystack, block + place, needle, probe)) {
            return block + place;
        }
        mask &= mask - 1;
    }
    return TextScan::kNotFound;
}

#if defined(__x86_64__)

std::uint32_t candidatesSse2(const char *at, const Probe &probe, __m128i first, __m128i second)
{
    const auto load = [](const char *bytes) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    };
    const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(load(at + probe.firstAt), first),
                                       _mm_cmpeq_epi8(load(at + probe.secondAt), second));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(both));
}

std::size_t findSse2(std::string_view haystack, std::size_t from, std::string_view needle,
                     const Probe &probe)
{
    constexpr std::size_t kBlock = 16;
    const __m128i first = _mm_set1_epi8(probe.first);
    const __m128i second = _mm_set1_epi8(probe.second);
    for (; from + probe.secondAt + kBlock <= haystack.size(); from += kBlock) {
        const std::uint32_t mask = candidatesSse2(haystack.data() + from, probe, first, second);
        const std::size_t found = verified(haystack, from, needle, probe, mask);
        if (found != TextScan::kNotFound) {
            return found;
        }
    }
    return findPortable(haystack, from, needle, probe);
}

__attribute__((target("avx2"))) inline __m256i matchesAvx2(const char *at, const Probe &probe,
                                                           __m256i first, __m256i second)
{
    const auto *const firsts = reinterpret_cast<const __m256i *>(at + probe.firstAt);
    const auto *const seconds = reinterpret_cast<const __m256i *>(at + probe.secondAt);
    return _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_loadu_si256(firsts), first),
                            _mm256_cmpeq_epi8(_mm256_loadu_si256(seconds), second));
}

__attribute__((target("avx2"))) std::size_t findAvx2(std::string_view haystack, std::size_t from,
                                                     std::string_view needle, const Probe &probe)
{
    constexpr std::size_t kBlock = 32;
    const __m256i first = _mm256_set1_epi8(probe.first);
    const __m256i second = _mm256_set1_epi8(probe.second);
    // Two blocks a round, looked at only when one of them has a candidate.
    for (; from + probe.secondAt + 2 * kBlock <= haystack.size(); from += 2 * kBlock) {
        const char *const at = haystack.data() + from;
        const __m256i low = matchesAvx2(at, probe, first, second);
        const __m256i high = matchesAvx2(at + kBlock, probe, first, second);
        const __m256i either = _mm256_or_si256(low, high);
        if (_mm256_testz_si256(either, either) != 0) {
            continue;
        }
        const auto lowMask = static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
        const auto highMask = static_cast<std::uint32_t>(_mm256_movemask_epi8(high));
        const std::uint64_t mask = (std::uint64_t{highMask} << kBlock) | lowMask;
        const std::size_t found = verified(haystack, from, needle, probe, mask);
        if (found != TextScan::kNotFound) {
            return found;
        }
    }
    return findPortable(haystack, from, needle, probe);
}

#elif defined(__aarch64__)

std::size_t findNeon(std::string_view haystack, std::size_t from, std::string_view needle,
                     const Probe &probe)
{
    constexpr std::size_t kBlock = 16;
    const uint8x16_t first = vdupq_n_u8(static_cast<std::uint8_t>(probe.first));
    const uint8x16_t second = vdupq_n_u8(static_cast<std::uint8_t>(probe.second));
    const auto *const bytes = reinterpret_cast<const std::uint8_t *>(haystack.data());
    for (; from + probe.secondAt + kBlock <= haystack.size(); from += kBlock) {
        const uint8x16_t both = vandq_u8(vceqq_u8(vld1q_u8(bytes + from + probe.firstAt), first),
                                         vceqq_u8(vld1q_u8(bytes + from + probe.secondAt), second));
        // NEON has no movemask: narrowing leaves four bits a place, of which one is kept.
        const uint8x8_t narrowed = vshrn_n_u16(vreinterpretq_u16_u8(both), 4);
        const std::uint64_t mask
            = vget_lane_u64(vreinterpret_u64_u8(narrowed), 0) & 0x1111111111111111U;
        const std::size_t found = verified<4>(haystack, from, needle, probe, mask);
        if (found != TextScan::kNotFound) {
            return found;
        }
    }
    return findPortable(haystack, from, needle, probe);
}

#endif

/// The positions of the two rarest bytes of \a needle.
Probe probeOf(std::string_view needle, const ByteHistogram &histogram)
{
    const auto count = [&](std::size_t position) {
        return histogram[static_cast<unsigned char>(needle[position])];
    };
    if (needle.empty()) {
        return {};
    }
    std::size_t rarest = 0;
    for (std::size_t position = 1; position < needle.size(); ++position) {
        rarest = count(position) < count(rarest) ? position : rarest;
    }
    std::size_t next = rarest == 0 ? needle.size() - 1 : 0;
    for (std::size_t position = 0; position < needle.size(); ++position) {
        if (position != rarest && count(position) < count(next)) {
            next = position;
        }
    }
    const auto [first, second] = std::minmax(rarest, next);
    Probe probe{first, second, needle[first], needle[second]};
    const std::size_t startBytes = std::min(needle.size(), sizeof(probe.start));
    std::memcpy(&probe.start, needle.data(), startBytes);
    std::memset(&probe.startMask, 0xFF, startBytes);
    return probe;
}

} // namespace

ByteHistogram histogramOf(std::string_view bytes)
{
    ByteHistogram histogram{};
    for (const char byte : bytes) {
        ++histogram[static_cast<unsigned char>(byte)];
    }
    return histogram;
}

std::vector<ScanKind> availableScans()
{
    std::vector<ScanKind> kinds{ScanKind::Portable};
#if defined(__x86_64__)
    kinds.push_back(ScanKind::Sse2);
    if (__builtin_cpu_supports("avx2") != 0) {
        kinds.push_back(ScanKind::Avx2);
    }
#elif defined(__aarch64__)
    kinds.push_back(ScanKind::Neon);
#endif
    return kinds;
}

TextScan::Scan TextScan::scanOf(ScanKind kind)
{
    switch (kind) {
#if defined(__x86_64__)
    case ScanKind::Sse2:
        return findSse2;
    case ScanKind::Avx2:
        return findAvx2;
#elif defined(__aarch64__)
    case ScanKind::Neon:
        return findNeon;
#endif
    default:
        return findPortable;
    }
}

TextScan::TextScan(std::string_view needle, const ByteHistogram &histogram)
    : TextScan(needle, histogram, availableScans().back())
{}

TextScan::TextScan(std::string_view needle, const ByteHistogram &histogram, ScanKind kind)
    : m_needle(needle)
    , m_probe(probeOf(needle, histogram))
    , m_scan(scanOf(kind))
{}

std::size_t TextScan::find(std::string_view haystack, std::size_t from) const
{
    if (from > haystack.size() || haystack.size() - from < m_needle.size()) {
        return kNotFound;
    }
    return m_needle.empty() ? from : m_scan(haystack, from, m_needle, m_probe);
}

std::vector<std::size_t> TextScan::findAll(std::string_view haystack) const
{
    std::vector<std::size_t> offsets;
    for (std::size_t hit = find(haystack); hit != kNotFound; hit = find(haystack, hit + 1)) {
        offsets.push_back(hit);
    }
    return offsets;
}

std::vector<std::uint32_t> TextScan::findArticles(std::string_view haystack,
                                                  std::span<const std::uint32_t> starts) const
{
    std::vector<std::uint32_t> articles;
    std::uint32_t article = 0;
    std::size_t from = starts.empty() ? haystack.size() : starts.front();
    while (article + 1 < starts.size()) {
        const std::size_t hit = find(haystack, from);
        if (hit >= starts.back()) {
            break;
        }
        while (starts[article + 1] <= hit) {
            ++article;
        }
        articles.push_back(article);
        from = starts[++article];
    }
    return articles;
}

} // namespace lectern::core
