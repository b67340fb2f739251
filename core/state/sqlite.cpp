#include "core/state/sqlite.h"

#include "core/markdown/urls.h"

#include <sqlite3.h>

#include <utility>

namespace lectern::core {

namespace {

constexpr int kBusyMs = 5'000;
/// Reading and damage: a file of ours may come from anywhere, and none of what it says is run.
constexpr std::string_view kSettings = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
                                       "PRAGMA cell_size_check=ON; PRAGMA synchronous=NORMAL;";

ErrorCode codeOf(int result)
{
    switch (result & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR: // a table or column that should be there is not
        return ErrorCode::Malformed;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::Unreadable;
    case SQLITE_FULL:
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Io;
    }
}

} // namespace

Result<Database> Database::openWith(const std::string &path, int flags)
{
    Database database(path);
    const int result
        = sqlite3_open_v2(path.c_str(), &database.m_connection,
                          flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (result != SQLITE_OK) {
        return Error{codeOf(result), path + ": " + sqlite3_errstr(result)};
    }
    sqlite3_busy_timeout(database.m_connection, kBusyMs);
    sqlite3_db_config(database.m_connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (Status set = database.run(std::string(kSettings)); !set) {
        return set.error();
    }
    return database;
}

Result<Database> Database::open(const std::string &path, DatabaseAccess access)
{
    if (access == DatabaseAccess::Read) {
        return openWith(path, SQLITE_OPEN_READONLY);
    }
    if (access == DatabaseAccess::ReadFrozen) {
        return openWith("file:" + percentEncodedPath(path) + "?immutable=1",
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
    Result<Database> database = openWith(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!database) {
        return database;
    }
    if (Status set = database.value().run("PRAGMA journal_mode=WAL"); !set) {
        return set.error();
    }
    return database;
}

Result<Database> Database::openInMemory()
{
    return openWith(":memory:", SQLITE_OPEN_READWRITE);
}

Database::~Database()
{
    sqlite3_close_v2(m_connection);
}

Database::Database(Database &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_connection(std::exchange(other.m_connection, nullptr))
{}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_connection, other.m_connection);
    return *this;
}

Error Database::lastError() const
{
    return {codeOf(sqlite3_extended_errcode(m_connection)),
            m_path + ": " + sqlite3_errmsg(m_connection)};
}

Status Database::run(const std::string &sql) const
{
    if (sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return lastError();
    }
    return Ok{};
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_connection, sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr)
        != SQLITE_OK) {
        return lastError();
    }
    return Statement(*this, statement);
}

Result<std::int64_t> Database::number(std::string_view sql) const
{
    Result<Statement> statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const Result<bool> row = statement.value().step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return Error{ErrorCode::NotFound, m_path + ": no row for " + std::string(sql)};
    }
    return statement.value().integer(0);
}

std::int64_t Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_connection);
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_connection) == 0;
}

Status Database::copyTo(const std::string &path) const
{
    Result<Database> target = openWith(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!target) {
        return target.error();
    }
    sqlite3_backup *const backup
        = sqlite3_backup_init(target.value().m_connection, "main", m_connection, "main");
    if (backup == nullptr) {
        return target.value().lastError();
    }
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) {
        return target.value().lastError();
    }
    return Ok{};
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement &Statement::bindRow(const Statement &row)
{
    reset();
    for (int column = 0; column < sqlite3_data_count(row.m_statement); ++column) {
        sqlite3_bind_value(m_statement, column + 1, sqlite3_column_value(row.m_statement, column));
    }
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return m_database->lastError();
    }
}

Status Statement::run()
{
    Result<bool> more = step();
    while (more && more.value()) {
        more = step();
    }
    Status done = more ? Status(Ok{}) : Status(more.error());
    reset(); // else a lock is held until the next run
    return done;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto *const bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(size));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void Statement::set(int place, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, place, value);
}

// As a blob, since paths are raw bytes and nothing is ever compared with text of another kind.
void Statement::set(int place, std::string_view text)
{
    sqlite3_bind_blob64(m_statement, place, text.empty() ? "" : text.data(), text.size(),
                        SQLITE_STATIC);
}

Result<Transaction> Transaction::begin(const Database &database)
{
    const bool isPart = database.isInTransaction();
    if (Status begun = database.run(isPart ? "SAVEPOINT part" : "BEGIN IMMEDIATE"); !begun) {
        return begun.error();
    }
    return Transaction(database, isPart);
}

Transaction::~Transaction()
{
    if (m_database != nullptr) {
        // Where the failure before took it back already, there is nothing to take back.
        [[maybe_unused]] const Status taken
            = m_database->run(m_isPart ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
    }
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_isPart(other.m_isPart)
{}

Status Transaction::commit()
{
    Status done = m_database->run(m_isPart ? "RELEASE part" : "COMMIT");
    if (done) {
        m_database = nullptr;
    }
    return done;
}

} // namespace lectern::core
