#include "core/state/state_file.h"

#include "core/base/disk.h"
#include "core/state/schema.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

/// Smaller files are checked at each opening: 16 MB take 60 ms.
constexpr std::uintmax_t kSmallBytes = 16U << 20U;
constexpr std::int64_t kDaySeconds = 86'400;

std::string environment(const char *name)
{
    const char *const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value != nullptr ? value : "";
}

std::uintmax_t sizeOf(const std::string &path)
{
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path, missing);
    return missing ? 0 : size;
}

std::string suspicionOf(const std::string &path)
{
    return path + ".suspect";
}

std::string backupOf(const std::string &path)
{
    return path + ".backup";
}

/// A copy at \a target that is there as a whole or not at all.
Status copyWhole(const Database &database, const std::string &target)
{
    const std::string made = target + ".new";
    std::error_code error;
    fs::remove(made, error);
    if (Status copied = database.copyTo(made); !copied) {
        fs::remove(made, error);
        return copied;
    }
    fs::rename(made, target, error);
    return error ? Status(Error{ErrorCode::Io, target + ": " + error.message()}) : Status(Ok{});
}

/// Copies the file before its version changes. Nothing is to be kept of a new one.
Result<std::string> backUpVersion(const Database &database, const std::string &path)
{
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version) {
        return version.error();
    }
    const auto newest = static_cast<std::int64_t>(stateSchema().size());
    if (version.value() <= 0 || version.value() >= newest) {
        return std::string();
    }
    std::string target = path + ".version-" + std::to_string(version.value());
    if (Status copied = copyWhole(database, target); !copied) {
        return copied.error();
    }
    return target;
}

/// Makes the file as a whole under another name: what is at \a path later was complete once, and an
/// empty file is a damaged one. Another process may be first.
Status createStateFile(const std::string &path)
{
    const std::string made = path + ".new-" + std::to_string(::getpid());
    Status migrated = Ok{};
    {
        Result<Database> database = Database::open(made, DatabaseAccess::Write);
        migrated = database ? migrate(database.value(), stateSchema()) : database.error();
    }
    std::error_code error;
    if (migrated) {
        fs::create_hard_link(made, path, error);
        if (error == std::errc::operation_not_permitted || error == std::errc::not_supported) {
            fs::rename(made, path, error); // such a disk has no links
        }
    }
    std::error_code ignored; // Nobody reads what is left of it.
    fs::remove(made, ignored);
    if (error && error != std::errc::file_exists) {
        return Error{ErrorCode::Io, path + ": " + error.message()};
    }
    return migrated;
}

/// Whether it is a file of ours. One without a version was never complete here.
Status checkVersion(const Database &database, const std::string &path)
{
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version) {
        return version.error();
    }
    if (version.value() > static_cast<std::int64_t>(stateSchema().size())) {
        return Error{ErrorCode::Unsupported,
                     path + ": it has version " + std::to_string(version.value())};
    }
    return version.value() > 0 ? Status(Ok{})
                               : Error{ErrorCode::Malformed, path + ": it has no version"};
}

Result<StateFile> openSound(const std::string &path)
{
    if (sizeOf(path) == 0) { // which SQLite would take for a new one
        return Error{ErrorCode::Malformed, path + ": it is empty"};
    }
    // Before opening: SQLite takes a log that is there as its own.
    std::error_code ignored; // A mark that is not there is none.
    const bool isChecked = sizeOf(path) <= kSmallBytes || sizeOf(path + "-wal") > 0
        || fs::exists(suspicionOf(path), ignored);
    Result<Database> opened = Database::open(path, DatabaseAccess::Write);
    if (!opened) {
        return opened.error();
    }
    StateFile file{std::move(opened).value(), {}};
    Status fine = checkVersion(file.database, path);
    if (fine && isChecked) {
        fine = checkStateFile(file.database);
    }
    if (!fine) {
        return fine.error();
    }
    fs::remove(suspicionOf(path), ignored);
    Result<std::string> backup = backUpVersion(file.database, path);
    if (!backup) {
        return backup.error();
    }
    file.report.versionBackup = std::move(backup).value();
    Status migrated = migrate(file.database, stateSchema());
    return migrated ? Result<StateFile>(std::move(file)) : migrated.error();
}

/// Whether \a database can be read as it is.
bool isOfThisVersion(const Result<Database> &database)
{
    const Result<std::int64_t> version
        = database ? schemaVersion(database.value()) : database.error();
    return version && version.value() == static_cast<std::int64_t>(stateSchema().size());
}

/// The file or its folder may not be written to. \a why: what came of it.
Result<StateFile> openToRead(const std::string &path, const Error &why)
{
    Result<Database> database = Database::open(path, DatabaseAccess::Read);
    if (!isOfThisVersion(database)) {
        database = Database::open(path, DatabaseAccess::ReadFrozen);
    }
    if (!isOfThisVersion(database)) {
        return why;
    }
    StateFile file{std::move(database).value(), {}};
    file.report.isReadOnly = true;
    file.report.reason = why.message;
    return file;
}

Result<StateFile> openSalvaged(const std::string &path, const Error &why)
{
    Result<Salvage> salvage
        = salvageStateFile(path, backupOf(path), why.message, std::time(nullptr));
    if (!salvage) {
        return salvage.error();
    }
    Result<StateFile> file = openSound(path);
    if (file) {
        file.value().report.salvage = std::move(salvage).value();
    }
    return file;
}

} // namespace

std::string stateFilePath()
{
    const std::string base = environment("XDG_DATA_HOME");
    return (base.starts_with('/') ? base : environment("HOME") + "/.local/share")
        + "/lectern/state.sqlite";
}

Result<StateFile> openStateFile(const std::string &path)
{
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error) {
        return Error{ErrorCode::Unreadable, path + ": " + error.message()};
    }
    if (!fs::exists(path, error)) {
        if (Status created = createStateFile(path); !created) {
            return created.error();
        }
    }
    Result<StateFile> file = openSound(path);
    if (file) {
        return file;
    }
    switch (file.error().code) {
    case ErrorCode::Malformed:
        return openSalvaged(path, file.error());
    case ErrorCode::Unreadable:
        return openToRead(path, file.error());
    default:
        return file;
    }
}

Result<StateFile> openStateFileToRead(const std::string &path)
{
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        return Error{ErrorCode::NotFound, path + ": there is no such file"};
    }
    // A log is there while a program has the file open. Without one nothing is made to read it.
    const bool isInUse = sizeOf(path + "-wal") > 0;
    Result<Database> database
        = Database::open(path, isInUse ? DatabaseAccess::Read : DatabaseAccess::ReadFrozen);
    const Result<std::int64_t> version
        = database ? schemaVersion(database.value()) : database.error();
    if (!version) {
        return version.error();
    }
    if (!isOfThisVersion(database)) {
        return Error{ErrorCode::Unsupported,
                     path + ": the reading state has version " + std::to_string(version.value())
                         + ", this program reads " + std::to_string(stateSchema().size())};
    }
    StateFile file{std::move(database).value(), {}};
    file.report.isReadOnly = true;
    return file;
}

Status suspectStateFile(const std::string &path)
{
    return writeFileAtomically(suspicionOf(path), {});
}

Status checkStateFile(const Database &database)
{
    Result<Statement> check = database.prepare("PRAGMA quick_check(1)");
    if (!check) {
        return check.error();
    }
    const Result<bool> row = check.value().step();
    if (!row) {
        return row.error();
    }
    const std::string said(row.value() ? check.value().text(0) : std::string_view("no answer"));
    return said == "ok" ? Status(Ok{}) : Status(Error{ErrorCode::Malformed, said});
}

Status backUpStateFile(const Database &database, const std::string &path, std::int64_t now)
{
    std::error_code missing;
    const fs::file_time_type written = fs::last_write_time(backupOf(path), missing);
    const std::int64_t madeAt = missing
        ? 0
        : std::chrono::duration_cast<std::chrono::seconds>(
              std::chrono::file_clock::to_sys(written).time_since_epoch())
              .count();
    if (now - madeAt < kDaySeconds) {
        return Ok{};
    }
    return copyWhole(database, backupOf(path));
}

} // namespace lectern::core
