#pragma once

#include "core/article/folder_conventions.h"
#include "core/markdown/links/site.h"

#include <span>
#include <string>
#include <string_view>

namespace lectern::core {

/// What the settings of \a site, which is around \a libraryRoot, say of its articles: Hugo's,
/// Jekyll's and Obsidian's files at its root, at most 64 KB of each. What cannot be read is among
/// the problems, under the file's name. Looks at the disk; any thread.
FolderConventions conventionsOf(const std::string &libraryRoot, const Site &site);

/// Adds what Hugo's pages of sections at \a paths below \a libraryRoot hand down, `_index.md` each.
void addCascades(FolderConventions &conventions, const std::string &libraryRoot,
                 std::span<const std::string_view> paths);

/// The same for the sections around the article at \a path alone.
void addCascadesAround(FolderConventions &conventions, const std::string &libraryRoot,
                       std::string_view path);

} // namespace lectern::core
