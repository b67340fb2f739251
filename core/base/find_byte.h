#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lectern::core {

/// The place of the first \a byte of \a text at or after \a from, npos if there is none: what
/// std::string_view::find gives, without a call where it is near. \a from is within \a text.
inline std::size_t findByte(std::string_view text, char byte, std::size_t from)
{
#if defined(__SSE2__)
    constexpr std::size_t kBlock = sizeof(__m128i);
    const __m128i wanted = _mm_set1_epi8(byte);
    for (; from + kBlock <= text.size(); from += kBlock) {
        const __m128i block
            = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + from));
        const auto hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, wanted)));
        if (hits != 0) {
            return from + static_cast<std::size_t>(std::countr_zero(hits));
        }
    }
#endif
    return text.find(byte, from);
}

} // namespace lectern::core
