#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace lectern::core {

/// What became of a damaged file.
struct Salvage
{
    std::string damagedFile; ///< where it is kept
    std::string reason; ///< what SQLite says of it, for logs
    std::int64_t articles = 0; ///< whose states could be read
    std::int64_t highlights = 0;
    bool isAllRead = false; ///< every row of every table could be read
    bool isFromBackup = false; ///< rows that could not be read were taken from the backup
};

/// Renames the damaged \a path, with its log, and puts in its place a new one with all rows that
/// can be read; from \a backup, which may be missing, come those of damaged tables that cannot.
/// What a kept row refers to and is lost becomes an empty one: a highlight is kept without its
/// article. \a now: seconds since the epoch, for the name. Blocks.
Result<Salvage> salvageStateFile(const std::string &path, const std::string &backup,
                                 const std::string &reason, std::int64_t now);

} // namespace lectern::core
