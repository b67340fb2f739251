#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The text of the first `# heading` of \a body, or of a heading underlined with `=` or `-` if it
/// is the first block; empty if there is none. Looks at the first 64 KB.
std::string titleFromHeading(std::string_view body);

/// A title made of a file's path: the name without suffix, the date in front of it dropped, percent
/// signs decoded; for index files the name of their folder. Never empty.
std::string titleFromPath(std::string_view relativePath);

} // namespace lectern::core
