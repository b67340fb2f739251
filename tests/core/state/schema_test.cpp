#include "core/state/schema.h"

#include <gtest/gtest.h>

#include <array>

namespace lectern::core {

namespace {

constexpr std::array<std::string_view, 3> kSteps{
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text BLOB) STRICT; "
    "INSERT INTO word (text) VALUES (x'61');",
    "ALTER TABLE word ADD COLUMN length INTEGER; UPDATE word SET length = length(text);",
    "CREATE TABLE other (id INTEGER PRIMARY KEY); INSERT INTO other SELECT id FROM word;"};

Database emptyDatabase()
{
    return Database::openInMemory().value();
}

} // namespace

TEST(Schema, takesTheStepsThatAreMissing_fromEveryVersion)
{
    for (std::size_t version = 0; version <= kSteps.size(); ++version) {
        const Database database = emptyDatabase();
        ASSERT_TRUE(migrate(database, std::span(kSteps).first(version)));
        ASSERT_EQ(schemaVersion(database).value(), static_cast<std::int64_t>(version));

        const Status migrated = migrate(database, kSteps);

        ASSERT_TRUE(migrated) << migrated.error().message;
        EXPECT_EQ(schemaVersion(database).value(), 3);
        EXPECT_EQ(database.number("SELECT length FROM word").value(), 1);
        EXPECT_EQ(database.number("SELECT count(*) FROM other").value(), 1);
    }
}

TEST(Schema, changesNothing_whenAStepFails)
{
    const Database database = emptyDatabase();
    ASSERT_TRUE(migrate(database, std::span(kSteps).first(1)));
    const std::array<std::string_view, 3> broken{kSteps[0], kSteps[1], "CREATE TABLE word (id)"};

    const Status migrated = migrate(database, broken);

    EXPECT_FALSE(migrated);
    EXPECT_EQ(schemaVersion(database).value(), 1);
    EXPECT_FALSE(database.prepare("SELECT length FROM word"));
}

TEST(Schema, refusesANewerVersion)
{
    const Database database = emptyDatabase();
    ASSERT_TRUE(migrate(database, kSteps));

    const Status migrated = migrate(database, std::span(kSteps).first(2));

    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(schemaVersion(database).value(), 3);
}

TEST(Schema, ofTheProgram_comesForwardFromEveryVersion)
{
    for (std::size_t version = 0; version <= stateSchema().size(); ++version) {
        const Database database = emptyDatabase();
        ASSERT_TRUE(migrate(database, stateSchema().first(version)));

        const Status migrated = migrate(database, stateSchema());

        ASSERT_TRUE(migrated) << migrated.error().message;
        EXPECT_EQ(database.number("SELECT count(*) FROM article").value(), 0);
    }
}

} // namespace lectern::core
