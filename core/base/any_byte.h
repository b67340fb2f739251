#pragma once

#include <cstddef>
#include <string_view>

namespace lectern::core {

/// A condition as a number, for combining conditions without the branches of `&&` and `||`.
constexpr unsigned char asByte(bool holds)
{
    return static_cast<unsigned char>(holds);
}

/// Whether \a test gives something else than 0 for a byte of \a text. Does not end early, so that
/// the compiler takes many bytes at once where \a test has no branch.
template <typename Test>
bool anyByte(std::string_view text, const Test &test)
{
    unsigned char found = 0;
    for (const char character : text) {
        found = static_cast<unsigned char>(found | test(static_cast<unsigned char>(character)));
    }
    return found != 0;
}

/// The same for each two bytes side by side.
template <typename Test>
bool anyPair(std::string_view text, const Test &test)
{
    unsigned char found = 0;
    const char *const bytes = text.data();
    const std::size_t size = text.size(); // a member would be read again for each byte
    for (std::size_t at = 1; at < size; ++at) {
        found = static_cast<unsigned char>(found
                                           | test(static_cast<unsigned char>(bytes[at - 1]),
                                                  static_cast<unsigned char>(bytes[at])));
    }
    return found != 0;
}

} // namespace lectern::core
