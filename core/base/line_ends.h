#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// Whether a line end between the valid UTF-8 \a before and \a after is nothing to a reader: where
/// Chinese or Japanese goes on in the next line. Elsewhere, Korean too, it is a blank.
bool isSeamless(std::string_view before, std::string_view after);

/// The valid UTF-8 \a text without the line ends that are nothing to a reader, and without the
/// blanks beside them. O(length).
std::string withJoinedLines(std::string_view text);

/// \a value without the blanks that folding the lines of \a written put between Chinese
/// characters. O(length).
std::string withoutFolds(std::string_view value, std::string_view written);

} // namespace lectern::core
