#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace lectern::core {

/// Some bytes, to be looked for in a text; the search of std::string_view calls a function for each
/// byte of it. Up to four are looked for in 16 bytes at once, more at the price of one table
/// look-up a byte.
class ByteSet final
{
public:
    constexpr explicit ByteSet(std::string_view bytes)
    {
        for (const char byte : bytes) {
            m_has[static_cast<unsigned char>(byte)] = true;
        }
        if (!bytes.empty() && bytes.size() <= m_few.size()) {
            for (std::size_t place = 0; place < m_few.size(); ++place) {
                m_few[place] = static_cast<unsigned char>(bytes[place % bytes.size()]);
            }
            m_areFew = true;
        }
    }

    /// The bytes for which \a belongs is true.
    template <typename Belongs>
    static constexpr ByteSet where(Belongs belongs)
    {
        ByteSet set{std::string_view()};
        for (std::size_t byte = 0; byte < set.m_has.size(); ++byte) {
            set.m_has[byte] = belongs(static_cast<char>(byte));
        }
        return set;
    }

    constexpr bool has(char byte) const { return m_has[static_cast<unsigned char>(byte)]; }

    /// The first place from \a from on that holds one of the bytes, npos if there is none.
    constexpr std::size_t findIn(std::string_view text, std::size_t from = 0) const
    {
        std::size_t at = from;
        if (m_areFew && !std::is_constant_evaluated()) {
            at = skip(text, from);
        }
        for (; at < text.size(); ++at) {
            if (has(text[at])) {
                return at;
            }
        }
        return std::string_view::npos;
    }

    /// The first place from \a from on that holds none of the bytes, npos if there is none.
    constexpr std::size_t findNotIn(std::string_view text, std::size_t from = 0) const
    {
        for (std::size_t at = from; at < text.size(); ++at) {
            if (!has(text[at])) {
                return at;
            }
        }
        return std::string_view::npos;
    }

private:
    /// Where the first 16 bytes from \a at on begin that hold one of the bytes, or that are not 16.
    std::size_t skip(std::string_view text, std::size_t at) const
    {
        // A vector of the compiler's own, which every processor has instructions for or makes do.
        using Block = unsigned char __attribute__((vector_size(16)));
        while (at + sizeof(Block) <= text.size()) {
            Block block{};
            std::memcpy(&block, text.data() + at, sizeof(Block));
            const auto found = (block == m_few[0]) | (block == m_few[1]) | (block == m_few[2])
                | (block == m_few[3]);
            std::array<std::uint64_t, 2> halves{};
            std::memcpy(halves.data(), &found, sizeof(found));
            if ((halves[0] | halves[1]) != 0) {
                break;
            }
            at += sizeof(Block);
        }
        return at;
    }

    std::array<bool, 256> m_has{};
    std::array<unsigned char, 4> m_few{};
    bool m_areFew = false;
};

} // namespace lectern::core
