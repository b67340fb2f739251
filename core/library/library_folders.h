#pragma once

#include "core/library/library.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern::core {

class LibraryColumns;

/// A folder that holds articles, itself or below.
struct LibraryFolder
{
    std::string_view path; ///< relative, raw bytes, no slash at its end; of the columns
    std::uint32_t parent = 0; ///< its place in LibraryFolders::all, or kTop
    Row first = 0; ///< rows are ordered by path: those of a folder stand together
    Row last = 0; ///< before this one

    std::uint32_t articles() const { return last - first; }
};

struct LibraryFolders
{
    static constexpr std::uint32_t kTop = UINT32_MAX;

    std::vector<LibraryFolder> all; ///< each before those within it
    std::vector<std::uint32_t> ofRow; ///< the folder that a row lies in; kTop where it is in none
};

/// The folders below the root. O(bytes of paths).
LibraryFolders foldersOf(const LibraryColumns &columns);

} // namespace lectern::core
