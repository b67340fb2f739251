#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace lectern::core {

// A small part of SQLite without exceptions. Whatever comes back from a file may be damaged: every
// call can fail, and a column gives what it holds or a value of nothing.

enum class DatabaseAccess {
    Write,
    Read,
    ReadFrozen, ///< where nothing can be written beside the file: what its log has is not seen
};

class Statement;

/// A connection to one database file. One thread at a time.
class Database final
{
public:
    /// Opens \a path, for DatabaseAccess::Write in WAL mode and made where it is missing; its
    /// folder must be there. A writer in another process is waited for, five seconds at most.
    static Result<Database> open(const std::string &path, DatabaseAccess access);
    /// A database that is gone when it is closed.
    static Result<Database> openInMemory();

    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs all statements of \a sql, whose rows nobody wants.
    Status run(const std::string &sql) const;
    Result<Statement> prepare(std::string_view sql) const;
    /// The number in the first column of the first row of \a sql. Fails where there is none.
    Result<std::int64_t> number(std::string_view sql) const;
    /// The row that was inserted last.
    std::int64_t lastRow() const;
    bool isInTransaction() const;
    /// Copies all of it over the file \a path.
    Status copyTo(const std::string &path) const;
    /// What went wrong last: Malformed for a damaged file, Unreadable, TooLarge for a full disk,
    /// Cancelled for a wait that was too long, else Io.
    Error lastError() const;

private:
    explicit Database(std::string path)
        : m_path(std::move(path))
    {}

    static Result<Database> openWith(const std::string &path, int flags);

    std::string m_path;
    sqlite3 *m_connection = nullptr;
};

/// A statement that is prepared once and run as often as wanted. Must not outlive its Database.
class Statement final
{
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Sets the parameters from the first on, to integers, std::string_view or Blob, and makes the
    /// statement ready to run again. The texts must live until it has run.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int place = 0;
        (set(++place, values), ...);
        return *this;
    }

    /// Sets them to the columns of the row at which \a row is.
    Statement &bindRow(const Statement &row);

    /// Moves to the next row; false where there is none. Fails as Database::lastError() says.
    Result<bool> step();
    /// Runs it to its end.
    Status run();

    std::int64_t integer(int column) const;
    /// Bytes as they are, until the next step.
    std::string_view text(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;

    Statement(const Database &database, sqlite3_stmt *statement)
        : m_database(&database)
        , m_statement(statement)
    {}

    void reset();
    void set(int place, std::int64_t value);
    void set(int place, std::string_view text);

    const Database *m_database;
    sqlite3_stmt *m_statement;
};

/// Takes back all that was written since it was begun, unless commit() was called. One within
/// another is a part of it.
class Transaction final
{
public:
    /// Waits for other writers.
    static Result<Transaction> begin(const Database &database);

    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Status commit();

private:
    Transaction(const Database &database, bool isPart)
        : m_database(&database)
        , m_isPart(isPart)
    {}

    const Database *m_database; ///< null once it is done
    bool m_isPart;
};

} // namespace lectern::core
