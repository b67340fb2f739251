#pragma once

#include "core/base/result.h"
#include "core/library/library.h"

#include <memory>
#include <string>
#include <string_view>

namespace lectern::core {

// The index of each folder is kept in the cache as one file, a LibraryColumns (library_columns.h).
// It may be deleted at any time: what is missing, damaged, of another version or of another folder
// is rebuilt.

/// Where Lectern keeps what it can make again: `$XDG_CACHE_HOME/lectern`, else `~/.cache/lectern`.
std::string userCacheFolder();

/// The file in \a cacheFolder that belongs to the folder \a root (absolute), ending with \a ending.
std::string cacheFileOf(const std::string &cacheFolder, std::string_view root,
                        std::string_view ending);

/// The library of \a root as it was saved. Fails where it must be built anew. O(size of the file).
Result<std::shared_ptr<const Library>> loadSnapshot(const std::string &cacheFolder,
                                                    std::string_view root);

/// Keeps \a library for the next time; the file that is there stays until the new one is whole.
Status saveSnapshot(const std::string &cacheFolder, const Library &library);

} // namespace lectern::core
