#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern::core {

inline bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

inline bool isLetter(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'z';
}

struct Number
{
    std::int64_t value = 0;
    std::size_t digits = 0; ///< 0: there was no number
};

/// Reads a text from the left; what does not fit is left where it is.
class Cursor final
{
public:
    explicit Cursor(std::string_view text)
        : m_rest(text)
    {}

    bool isAtEnd() const { return m_rest.empty(); }

    std::size_t size() const { return m_rest.size(); }

    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    bool take(std::string_view wanted)
    {
        const bool isThere = m_rest.starts_with(wanted);
        m_rest.remove_prefix(isThere ? wanted.size() : 0);
        return isThere;
    }

    template <std::size_t N>
    bool takeAny(const std::array<std::string_view, N> &wanted)
    {
        return std::ranges::any_of(wanted, [this](std::string_view one) { return take(one); });
    }

    void skip() { m_rest.remove_prefix(1); }

    void skipBlanks() { m_rest = m_rest.substr(m_rest.size() - trimmedLeft().size()); }

    Number takeNumber()
    {
        Number number;
        while (number.digits < m_rest.size() && isDigit(m_rest[number.digits])) {
            // Longer numbers are no date; stopping the sum keeps it from overflowing.
            number.value
                = number.digits < 18 ? number.value * 10 + (m_rest[number.digits] - '0') : 0;
            ++number.digits;
        }
        m_rest.remove_prefix(number.digits);
        return number;
    }

    std::string_view takeWord()
    {
        const auto end = std::ranges::find_if_not(m_rest, isLetter);
        const auto length = static_cast<std::size_t>(end - m_rest.begin());
        const std::string_view word = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return word;
    }

private:
    std::string_view trimmedLeft() const
    {
        std::string_view rest = m_rest;
        bool isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (const std::string_view blank : kBlanks) {
                if (rest.starts_with(blank)) {
                    rest.remove_prefix(blank.size());
                    isChanged = true;
                }
            }
        }
        return rest;
    }

    /// ASCII, no-break (also narrow) and ideographic blanks.
    static constexpr std::array<std::string_view, 5> kBlanks{" ", "\t", "\xC2\xA0", "\xE2\x80\xAF",
                                                             "\xE3\x80\x80"};

    std::string_view m_rest;
};

inline bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::ranges::equal(text, lower, [](char left, char right) {
        return static_cast<char>(isLetter(left) ? left | 0x20 : left) == right;
    });
}

} // namespace lectern::core
