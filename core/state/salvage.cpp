#include "core/state/salvage.h"

#include "core/base/disk.h"
#include "core/state/schema.h"
#include "core/state/schema_pages.h"
#include "core/state/sqlite.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;

struct Table
{
    std::string_view name;
    std::string_view columns;
};

/// In an order in which what a row refers to stands before it.
constexpr std::array kTables{
    Table{"library", "id, root"},
    Table{"article",
          "id, uid, library, path, source, title, stamp_bytes, stamp_ns, print_version, text_hash, "
          "text_bytes, sketch, status, opened_at, read_at, starred_at, progress, paragraph, "
          "anchor, read_version, read_hash, changed_at"},
    Table{"read_text", "article, size, deflated"},
    Table{"label", "id, name, colour"},
    Table{"article_label", "article, label"},
    Table{"highlight",
          "id, uid, article, colour, note, quote, prefix, suffix, start, text_hash, "
          "is_unique, created_at, changed_at"},
    Table{"reading_day", "article, day, seconds, characters"},
};

/// What a row that could be read refers to and is lost comes back as an empty one.
constexpr std::string_view kStubs = R"(
INSERT OR IGNORE INTO library (id, root)
  SELECT DISTINCT library, CAST('?' || library AS BLOB) FROM article
  WHERE library NOT IN (SELECT id FROM library);
CREATE TEMP TABLE lost AS
  SELECT article AS id FROM highlight UNION SELECT article FROM article_label
  UNION SELECT article FROM read_text UNION SELECT article FROM reading_day
  EXCEPT SELECT id FROM article;
INSERT OR IGNORE INTO library (root) SELECT CAST('?' AS BLOB) WHERE EXISTS (SELECT 1 FROM lost);
INSERT OR IGNORE INTO article (id, uid, library, path)
  SELECT id, CAST(lower(hex(randomblob(16))) AS BLOB),
         (SELECT id FROM library WHERE root = CAST('?' AS BLOB)), x'' FROM lost;
INSERT OR IGNORE INTO label (id, name, colour)
  SELECT DISTINCT label, CAST('?' || label AS BLOB), 8421504 FROM article_label
  WHERE label NOT IN (SELECT id FROM label);
)";

/// `?, ?, ?` for \a columns and one more.
std::string placesFor(std::string_view columns)
{
    std::string places = "?";
    for (const char character : "," + std::string(columns)) {
        places += character == ',' ? ", ?" : "";
    }
    return places;
}

/// Copies what can be read of one table of a damaged file. The two are not attached to one another:
/// what goes wrong in one would take back what was written to the other.
class TableCopy final
{
public:
    TableCopy(const Database &source, const Table &table)
        : m_source(source)
        , m_table(table)
    {}

    /// Whether every row was read.
    bool run(const Database &target)
    {
        const std::string columns = "rowid, " + std::string(m_table.columns);
        const std::string from = " FROM " + std::string(m_table.name);
        Result<Statement> all = m_source.prepare("SELECT " + columns + from);
        Result<Statement> some
            = m_source.prepare("SELECT " + columns + from + " WHERE rowid BETWEEN ? AND ?");
        Result<Statement> insert
            = target.prepare("INSERT OR IGNORE INTO " + std::string(m_table.name) + " (" + columns
                             + ") VALUES (" + placesFor(m_table.columns) + ")");
        if (!all || !some || !insert) {
            return false;
        }
        if (copy(all.value(), insert.value())) {
            return true;
        }
        copyBetween(some.value(), insert.value(), 1, lastRow());
        return false;
    }

private:
    /// Whether all rows of \a rows could be read. One that breaks a rule of its table was damaged,
    /// and is left out.
    static bool copy(Statement &rows, Statement &insert)
    {
        for (;;) {
            const Result<bool> row = rows.step();
            if (!row || !row.value()) {
                return row.isOk();
            }
            [[maybe_unused]] const Status written = insert.bindRow(rows).run();
        }
    }

    /// Rows \a first to \a last, halved until what cannot be read is alone.
    void copyBetween(Statement &some, Statement &insert, std::int64_t first, std::int64_t last)
    {
        if (m_failures >= kMaxFailures || copy(some.bind(first, last), insert)) {
            return;
        }
        ++m_failures;
        if (first < last) {
            const std::int64_t middle = first + (last - first) / 2;
            copyBetween(some, insert, first, middle);
            copyBetween(some, insert, middle + 1, last);
        }
    }

    /// A number that no row is above: the file says it, or else its size does.
    std::int64_t lastRow() const
    {
        constexpr std::int64_t kMostRowsInPage = 200;
        const std::string name(m_table.name);
        const auto last = m_source.number("SELECT max(rowid) FROM " + name);
        const auto used
            = m_source.number("SELECT seq FROM sqlite_sequence WHERE name='" + name + "'");
        const auto pages = m_source.number("PRAGMA page_count");
        return last ? last.value()
            : used  ? used.value()
            : pages ? pages.value() * kMostRowsInPage
                    : kMostRowsInPage;
    }

    /// Where a page that leads to others is lost nothing behind it is found, however long one asks.
    static constexpr int kMaxFailures = 20'000;

    const Database &m_source;
    Table m_table;
    int m_failures = 0;
};

/// Adds what can be read of \a file to \a target. Which tables could not be read as a whole.
std::vector<Table> addRows(const Database &target, const std::string &file,
                           std::span<const Table> tables)
{
    const std::vector<Table> all(tables.begin(), tables.end());
    const Result<Database> source = Database::open(file, DatabaseAccess::Read);
    // One transaction: each row would else be synced to the disk.
    Result<Transaction> transaction = Transaction::begin(target);
    if (!source || !transaction) {
        return all;
    }
    std::vector<Table> damaged;
    for (const Table &table : tables) {
        if (!TableCopy(source.value(), table).run(target)) {
            damaged.push_back(table);
        }
    }
    return transaction.value().commit() ? damaged : all;
}

bool hasReadableSchema(const std::string &file)
{
    const Result<Database> database = Database::open(file, DatabaseAccess::Read);
    return database && database.value().number("SELECT count(*) FROM sqlite_schema")
        && database.value().prepare("SELECT id FROM article");
}

Error ioError(const std::string &path, const std::error_code &error)
{
    return {ErrorCode::Io, path + ": " + error.message()};
}

/// The file and its log, under another name, since a log belongs to a file by its name.
Status renameWithLog(const std::string &from, const std::string &to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        return ioError(from, error);
    }
    fs::rename(from + "-wal", to + "-wal", error); // there need not be one
    fs::remove(from + "-shm", error);
    return Ok{};
}

void removeWithLog(const std::string &path)
{
    std::error_code ignored; // What is left over is in nobody's way.
    for (const char *const ending : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(path + ending, ignored);
    }
}

Status copyWithLog(const std::string &from, const std::string &to)
{
    removeWithLog(to);
    std::error_code error;
    fs::copy_file(from, to, error);
    if (error) {
        return ioError(to, error);
    }
    fs::copy_file(from + "-wal", to + "-wal", error); // there need not be one
    return Ok{};
}

/// The rows of the damaged \a file, which may be written to, and of \a backup, in the new \a
/// target.
Result<Salvage> gather(const std::string &file, const std::string &backup,
                       const std::string &target)
{
    if (!hasReadableSchema(file)) {
        // Without it nothing is found. Where this does not help either, all tables are lost.
        (void)putBackSchema(file, target);
    }
    Result<Database> made = Database::open(target, DatabaseAccess::Write);
    if (!made) {
        return made.error();
    }
    const Database &database = made.value();
    if (Status migrated = migrate(database, stateSchema()); !migrated) {
        return migrated.error();
    }
    if (Status off = database.run("PRAGMA foreign_keys=OFF"); !off) {
        return off.error();
    }
    Salvage salvage;
    const std::vector<Table> damaged = addRows(database, file, kTables);
    salvage.isAllRead = damaged.empty();
    if (!damaged.empty() && fs::exists(backup)) {
        salvage.isFromBackup = addRows(database, backup, damaged).size() < damaged.size();
    }
    if (Status stubs = database.run(std::string(kStubs)); !stubs) {
        return stubs.error();
    }
    salvage.articles = database.number("SELECT count(*) FROM article").value();
    salvage.highlights = database.number("SELECT count(*) FROM highlight").value();
    return salvage;
}

} // namespace

Result<Salvage> salvageStateFile(const std::string &path, const std::string &backup,
                                 const std::string &reason, std::int64_t now)
{
    const std::string damaged = path + ".damaged-" + std::to_string(now);
    const std::string working = path + ".salvage"; // the damaged one is kept as it was
    const std::string made = path + ".new";
    if (Status copied = copyWithLog(path, working); !copied) {
        return copied.error();
    }
    removeWithLog(made);
    Result<Salvage> salvage = gather(working, backup, made);
    removeWithLog(working);
    if (!salvage) {
        removeWithLog(made);
        return salvage;
    }
    if (Status kept = renameWithLog(path, damaged); !kept) {
        return kept.error();
    }
    if (Status placed = renameWithLog(made, path); !placed) {
        return placed.error();
    }
    salvage.value().damagedFile = damaged;
    salvage.value().reason = reason;
    return salvage;
}

} // namespace lectern::core
