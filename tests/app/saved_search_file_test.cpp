#include "app/saved_search_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

class SavedSearchFileTest : public testing::Test
{
protected:
    QString file() const { return m_folder.filePath(u"lectern/searches.json"_s); }

    void write(const QByteArray &bytes) const
    {
        QDir().mkpath(m_folder.filePath(u"lectern"_s));
        QFile out(file());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    static QByteArray read(const QString &name)
    {
        QFile in(name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

TEST_F(SavedSearchFileTest, save_bringsEverythingBack)
{
    const QList<ui::SavedSearch> searches{{u"科学"_s, u"tag:科学 -draft"_s},
                                          {u"b"_s, u"\"x y\" date:<7d"_s}};

    ASSERT_TRUE(app::saveSavedSearches(searches, file()));

    EXPECT_EQ(app::loadSavedSearches(file()), searches);
}

TEST_F(SavedSearchFileTest, load_isEmpty_whenThereIsNoFile)
{
    EXPECT_TRUE(app::loadSavedSearches(file()).isEmpty());
    EXPECT_FALSE(QFile::exists(file() + u".unreadable"_s));
}

TEST_F(SavedSearchFileTest, unreadableFiles_areKeptAside)
{
    write("{\"version\": 1, \"sear");
    EXPECT_TRUE(app::loadSavedSearches(file()).isEmpty());
    write("{\"version\": 2, \"searches\": []}");
    EXPECT_TRUE(app::loadSavedSearches(file()).isEmpty());

    EXPECT_EQ(read(file() + u".unreadable"_s), QByteArray("{\"version\": 1, \"sear"));
    EXPECT_EQ(read(file() + u".unreadable2"_s), QByteArray("{\"version\": 2, \"searches\": []}"));
    EXPECT_FALSE(QFile::exists(file()));
}

TEST_F(SavedSearchFileTest, oddEntries_areLeftOut)
{
    write(R"({"version": 1, "searches": [{"name": "a", "query": "x"}, {"name": "b"}, 7]})");

    EXPECT_EQ(app::loadSavedSearches(file()), QList<ui::SavedSearch>({{u"a"_s, u"x"_s}}));
}

TEST_F(SavedSearchFileTest, save_fails_whenTheFolderCannotBeMade)
{
    EXPECT_FALSE(app::saveSavedSearches({}, u"/proc/nowhere/searches.json"_s));
}

} // namespace
} // namespace lectern
