#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The character that \a reference (`&amp;`, `&#8212;`, `&#x2014;`) stands for: a number, or one of
/// the few names that texts outside of HTML have; empty for others. A number that is no character
/// is U+FFFD.
std::string commonEntity(std::string_view reference);

/// \a text with each of its references that commonEntity() knows as its character, control
/// characters as blanks. O(length).
std::string withoutEntities(std::string_view text);

} // namespace lectern::core
