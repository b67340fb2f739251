#include "core/state/schema_pages.h"

#include "core/base/disk.h"
#include "core/state/schema.h"
#include "core/state/sqlite.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30U;

struct NewFile
{
    std::string bytes;
    std::set<std::size_t> tablePages; ///< counted from 1; they hold rows, and no names
};

Result<NewFile> makeNewFile(const std::string &path)
{
    NewFile made;
    {
        Result<Database> database = Database::open(path, DatabaseAccess::Write);
        if (!database) {
            return database.error();
        }
        if (Status migrated = migrate(database.value(), stateSchema()); !migrated) {
            return migrated.error();
        }
        Result<Statement> roots = database.value().prepare("SELECT rootpage FROM sqlite_schema");
        if (!roots) {
            return roots.error();
        }
        for (auto row = roots.value().step(); row && row.value(); row = roots.value().step()) {
            made.tablePages.insert(static_cast<std::size_t>(roots.value().integer(0)));
        }
    }
    Result<FileBytes> bytes = readFile(path, kMaxFileBytes);
    if (!bytes) {
        return bytes.error();
    }
    made.bytes = std::move(bytes).value().bytes;
    return made;
}

void putNumber(std::string &bytes, std::size_t place, std::size_t number)
{
    for (unsigned byte = 0; byte < 4; ++byte) {
        bytes[place + byte] = static_cast<char>(number >> (24U - 8 * byte) & 0xFFU);
    }
}

} // namespace

Status putBackSchema(const std::string &file, const std::string &scratch)
{
    Result<NewFile> made = makeNewFile(scratch);
    std::error_code ignored; // It is made over where it is left.
    fs::remove(scratch, ignored);
    Result<FileBytes> bytes = readFile(file, kMaxFileBytes);
    if (!made || !bytes) {
        return made ? bytes.error() : made.error();
    }
    std::string &damaged = bytes.value().bytes;
    const std::string &whole = made.value().bytes;
    damaged.resize(std::max(damaged.size(), whole.size()));
    for (std::size_t page = 1; page * kPageBytes <= whole.size(); ++page) {
        if (!made.value().tablePages.contains(page)) {
            damaged.replace((page - 1) * kPageBytes, kPageBytes, whole, (page - 1) * kPageBytes,
                            kPageBytes);
        }
    }
    // In the header: how many pages there are, and none that is free.
    constexpr std::size_t kPageCount = 28;
    constexpr std::size_t kFirstFree = 32;
    constexpr std::size_t kFreeCount = 36;
    putNumber(damaged, kPageCount, damaged.size() / kPageBytes);
    putNumber(damaged, kFirstFree, 0);
    putNumber(damaged, kFreeCount, 0);
    return writeFileAtomically(file, damaged);
}

} // namespace lectern::core
