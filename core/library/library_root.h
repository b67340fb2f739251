#pragma once

#include <string>

namespace lectern::core {

/// The one name of the folder \a path (raw bytes, relative or not): absolute, without links, `.`,
/// `..` or slashes at its end. Whatever is kept for a folder is kept under this name, so that it is
/// found again by every way to it. A path that leads nowhere is only made absolute and normal.
/// Looks at the disk; any thread.
std::string libraryRoot(const std::string &path);

} // namespace lectern::core
