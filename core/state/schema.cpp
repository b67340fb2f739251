#include "core/state/schema.h"

#include <array>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 1> kSteps{
    // 1: what is kept of articles, their labels, highlights and times of reading
    R"(
CREATE TABLE library (
  id INTEGER PRIMARY KEY,
  root BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  library INTEGER NOT NULL REFERENCES library(id) ON DELETE CASCADE,
  path BLOB NOT NULL,
  source BLOB NOT NULL DEFAULT x'',
  title BLOB NOT NULL DEFAULT x'',
  stamp_bytes INTEGER NOT NULL DEFAULT 0,
  stamp_ns INTEGER NOT NULL DEFAULT 0,
  print_version INTEGER NOT NULL DEFAULT 0,
  text_hash INTEGER NOT NULL DEFAULT 0,
  text_bytes INTEGER NOT NULL DEFAULT 0,
  sketch BLOB NOT NULL DEFAULT x'',
  status INTEGER NOT NULL DEFAULT 0,
  opened_at INTEGER NOT NULL DEFAULT 0,
  read_at INTEGER NOT NULL DEFAULT 0,
  starred_at INTEGER NOT NULL DEFAULT 0,
  progress INTEGER NOT NULL DEFAULT 0,
  paragraph INTEGER NOT NULL DEFAULT 0,
  anchor BLOB NOT NULL DEFAULT x'',
  read_version INTEGER NOT NULL DEFAULT 0,
  read_hash INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_library ON article(library);
CREATE TABLE read_text (
  article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  deflated BLOB NOT NULL
) STRICT;
CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name BLOB NOT NULL UNIQUE,
  colour INTEGER NOT NULL
) STRICT;
CREATE TABLE article_label (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  label INTEGER NOT NULL REFERENCES label(id) ON DELETE CASCADE,
  PRIMARY KEY (article, label)
) STRICT;
CREATE INDEX article_label_label ON article_label(label);
CREATE TABLE highlight (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  colour INTEGER NOT NULL,
  note BLOB NOT NULL DEFAULT x'',
  quote BLOB NOT NULL,
  prefix BLOB NOT NULL DEFAULT x'',
  suffix BLOB NOT NULL DEFAULT x'',
  start INTEGER NOT NULL,
  text_hash INTEGER NOT NULL,
  is_unique INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX highlight_article ON highlight(article);
CREATE TABLE reading_day (
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  PRIMARY KEY (article, day)
) STRICT;
CREATE INDEX reading_day_day ON reading_day(day);
)"};

} // namespace

std::span<const std::string_view> stateSchema()
{
    return kSteps;
}

Result<std::int64_t> schemaVersion(const Database &database)
{
    return database.number("PRAGMA user_version");
}

Status migrate(const Database &database, std::span<const std::string_view> schema)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    // Read inside of the transaction: another process may have taken the steps while this waited.
    const Result<std::int64_t> version = schemaVersion(database);
    if (!version) {
        return version.error();
    }
    const auto newest = static_cast<std::int64_t>(schema.size());
    if (version.value() < 0 || version.value() > newest) {
        return Error{ErrorCode::Unsupported,
                     "the reading state has version " + std::to_string(version.value())
                         + ", this program knows up to " + std::to_string(newest)};
    }
    for (const std::string_view step : schema.subspan(static_cast<std::size_t>(version.value()))) {
        if (Status taken = database.run(std::string(step)); !taken) {
            return taken;
        }
    }
    if (Status set = database.run("PRAGMA user_version=" + std::to_string(newest)); !set) {
        return set;
    }
    return transaction.value().commit();
}

} // namespace lectern::core
