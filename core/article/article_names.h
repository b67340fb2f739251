#pragma once

#include <string>
#include <string_view>

namespace lectern::core {

/// Whether a file of this name, or at this path, is an article: `.md` or `.markdown`, compared
/// without case, and not what a Mac keeps beside one.
bool isArticleName(std::string_view path);

/// Whether articles are looked for in a folder of this name: not in hidden ones, nor node_modules.
bool isWalkedFolderName(std::string_view name);

/// What links call the article at \a path: its file's name without ending, or its folder's name for
/// `index.md` and `_index.md`.
std::string articleNameOf(std::string_view path);

} // namespace lectern::core
