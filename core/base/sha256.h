#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// The SHA-256 of \a bytes as 64 lower-case hexadecimal digits. O(length). Pure; any thread.
std::string sha256Hex(std::string_view bytes);

} // namespace lectern::core
