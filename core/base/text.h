#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::core {

/// Whether \a bytes are well-formed UTF-8 (no surrogates, no overlong forms). O(length).
bool isValidUtf8(std::string_view bytes);

/// \a bytes with each ill-formed sequence replaced by U+FFFD, as the Unicode Standard recommends
/// (section 3.9, "maximal subpart"). O(length).
std::string repairUtf8(std::string_view bytes);

/// The form that search compares: NFKC_Casefold (which also makes full-width forms half-width),
/// with zero-width characters removed and no-break blanks made blanks. Valid UTF-8 in, valid UTF-8
/// out.
std::string foldForSearch(std::string_view text);

/// The longest beginning of the valid UTF-8 \a text that has at most \a capBytes and ends with a
/// whole character.
std::string_view wholeCharacters(std::string_view text, std::size_t capBytes);

/// \a text without white space at its ends (ASCII blanks, U+00A0, U+3000, U+FEFF, U+200B).
std::string_view trimmed(std::string_view text);

} // namespace lectern::core
