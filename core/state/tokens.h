#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What a text is compared by: a word or number between blanks and signs, or one ideograph.
struct Token
{
    std::size_t start = 0; ///< in bytes
    std::size_t end = 0;
    bool isNumber = false; ///< a digit is in it
};

/// The first token of the valid UTF-8 \a text that begins at \a place or behind it.
std::optional<Token> nextToken(std::string_view text, std::size_t place);

std::vector<Token> tokensOf(std::string_view text);

} // namespace lectern::core
