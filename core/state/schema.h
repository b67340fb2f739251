#pragma once

#include "core/base/result.h"
#include "core/state/sqlite.h"

#include <span>
#include <string_view>

namespace lectern::core {

// What a reader did, in one SQLite file; docs/formats.md has its tables for those who look into it.
// PRAGMA user_version counts the steps that were taken. A step is never changed once it was
// released; the next one is added behind it. Texts and paths are blobs of bytes, times are seconds
// since the epoch, 0 for never.

/// All steps, in their order: the version of a database is how many were taken.
std::span<const std::string_view> stateSchema();

Result<std::int64_t> schemaVersion(const Database &database);

/// Takes the steps of \a schema that \a database has not yet taken, all or none of them. Fails with
/// Unsupported, and changes nothing, where it has taken more.
Status migrate(const Database &database, std::span<const std::string_view> schema);

} // namespace lectern::core
