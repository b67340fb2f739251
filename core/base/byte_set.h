#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace lectern::core {

/// Some bytes, to be looked for in a text at the price of one table look-up a byte; the search of
/// std::string_view calls a function for each.
class ByteSet final
{
public:
    constexpr explicit ByteSet(std::string_view bytes)
    {
        for (const char byte : bytes) {
            m_has[static_cast<unsigned char>(byte)] = true;
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
        for (std::size_t at = from; at < text.size(); ++at) {
            if (has(text[at])) {
                return at;
            }
        }
        return std::string_view::npos;
    }

private:
    std::array<bool, 256> m_has{};
};

} // namespace lectern::core
