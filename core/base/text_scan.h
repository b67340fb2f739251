#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// How often each byte value occurs in a buffer.
using ByteHistogram = std::array<std::uint64_t, 256>;

ByteHistogram histogramOf(std::string_view bytes);

enum class ScanKind : std::uint8_t { Portable, Sse2, Neon, Avx2 };

/// What this processor can run, the fastest last.
std::vector<ScanKind> availableScans();

/// Looks for one needle in buffers: compares the needle's two rarest bytes at 32 places at a time
/// and verifies where both fit. UTF-8 needs nothing more: a needle of whole characters is only ever
/// found at the start of a character. Immutable; any thread.
class TextScan final
{
public:
    static constexpr std::size_t kNotFound = std::string_view::npos;

    /// \a histogram is that of the buffers to come; a wrong one costs speed, not results.
    TextScan(std::string_view needle, const ByteHistogram &histogram);
    TextScan(std::string_view needle, const ByteHistogram &histogram, ScanKind kind);

    /// Offset of the first occurrence at or after \a from. Like std::string_view::find: an empty
    /// needle is found at \a from, if that is not beyond the end.
    std::size_t find(std::string_view haystack, std::size_t from = 0) const;

    /// Where every occurrence starts, overlapping ones too, ascending.
    std::vector<std::size_t> findAll(std::string_view haystack) const;

    /// Which articles hold the needle, ascending. \a starts is where each begins in \a haystack, in
    /// order, with the end of the last one after them; an occurrence that reaches from one article
    /// into the next belongs to the first.
    std::vector<std::uint32_t> findArticles(std::string_view haystack,
                                            std::span<const std::uint32_t> starts) const;

    /// The needle as the scan sees it: two of its bytes, and where they are; the first eight, or as
    /// many as it has, in one word.
    struct Probe
    {
        std::size_t firstAt = 0;
        std::size_t secondAt = 0; ///< never before firstAt; the same for a needle of one byte
        char first = 0;
        char second = 0;
        std::uint64_t start = 0;
        std::uint64_t startMask = 0; ///< of the bytes in start
    };

private:
    using Scan = std::size_t (*)(std::string_view haystack, std::size_t from,
                                 std::string_view needle, const Probe &probe);

    static Scan scanOf(ScanKind kind);

    std::string m_needle;
    Probe m_probe;
    Scan m_scan;
};

} // namespace lectern::core
