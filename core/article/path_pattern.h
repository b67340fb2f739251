#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Whether \a path is what \a pattern of a site's settings means: `*` for anything in a name, `**`
/// over folders too, `?` for one byte; ASCII letters without case. O(pattern * path).
bool matchesPattern(std::string_view path, std::string_view pattern);

/// The patterns that \a pattern stands for, where braces hold alternatives: `/a/{b,c}`. At most 64.
std::vector<std::string> patternAlternatives(std::string_view pattern);

} // namespace lectern::core
