#pragma once

#include "core/base/result.h"
#include "core/state/salvage.h"
#include "core/state/sqlite.h"

#include <optional>
#include <string>

namespace lectern::core {

// The file of the reading state and what stands beside it:
//
//   state.sqlite                   with -wal and -shm while it is open
//   state.sqlite.backup            a whole copy, a day old at most when the file was last fine
//   state.sqlite.version-N         a whole copy from before a newer program changed the version
//   state.sqlite.damaged-SECONDS   what was found damaged, as it was
//   state.sqlite.suspect           empty: the next opening is to look at all of the file
//
// Whether a file is fine is asked of SQLite (PRAGMA quick_check): at each opening of one that is
// small or was not closed, else when checkStateFile() is called, since it reads all of it.

/// `$XDG_DATA_HOME/lectern/state.sqlite`, else below `~/.local/share`.
std::string stateFilePath();

/// What a person should be told of how the file was opened.
struct StateFileReport
{
    bool isReadOnly = false; ///< what is done now cannot be kept: \c reason says why
    std::string reason; ///< for logs
    std::string versionBackup; ///< made at this start; empty: the version is as it was
    std::optional<Salvage> salvage; ///< the file was damaged
};

struct StateFile
{
    Database database;
    StateFileReport report;
};

/// Opens \a path, makes it and the folders above where they are missing, brings it to the newest
/// version. A file that cannot be written is opened for reading. A damaged one is put aside and
/// what can be read of it, and of the backup, is in the new one. Fails with Unsupported for a file
/// of a newer program, which is left as it is; with Io, Unreadable, TooLarge, Cancelled. Blocks.
Result<StateFile> openStateFile(const std::string &path);

/// Opens \a path to look at, and neither makes it nor changes it. Fails with NotFound where it is
/// not there, with Unsupported for one of another version, with Unreadable, Malformed. Blocks.
Result<StateFile> openStateFileToRead(const std::string &path);

/// Has the next opening of \a path look at all of it, and salvage what it can.
Status suspectStateFile(const std::string &path);

/// Whether all of \a database can be read; Malformed where not. Reads all of it: 0.4 s for 100 MB.
Status checkStateFile(const Database &database);

/// Makes the backup of \a path anew if it is a day old at \a now (seconds since the epoch). Only to
/// be called for a file that is fine.
Status backUpStateFile(const Database &database, const std::string &path, std::int64_t now);

} // namespace lectern::core
