#include "core/state/state_store.h"
#include "tests/support/lowered_privileges.h"
#include "tests/ui/window/state_reader.h"

#include <QAction>
#include <QFile>
#include <QTextBrowser>

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace lectern {
namespace {

namespace fs = std::filesystem;
using namespace Qt::StringLiterals;
using test::Reader;

constexpr qint64 kPageBytes = 4096;
constexpr auto kBridges = "2025/bridges.md";

/// What is kept over a restart, and what is said where it cannot be.
class KeptStateWindowTest : public test::ReaderTest
{
protected:
    void writeBridges(const std::string &text) const
    {
        m_folder.write(QString::fromLatin1(kBridges),
                       "---\ntitle: Bridges\ndate: 2025-03-05\n---\n\n" + text);
    }

    core::StateStore elsewhere() const
    {
        return core::StateStore::open(file().toStdString()).value();
    }

    /// A file that is too large to be looked at before it is used.
    void keepMuch() const
    {
        const core::StateStore store = elsewhere();
        const core::ArticleKey key{"gone.md", {}, "Gone", {}, {}};
        const core::StateId id
            = store.add(m_folder.path().toStdString(), {&key, 1}).value().front();
        std::mt19937 random(4); // NOLINT(cert-msc51-cpp): the same in every run
        std::string noise(17U << 20U, '\0');
        for (char &byte : noise) { // so that it cannot be made smaller
            byte = static_cast<char>(random());
        }
        ASSERT_TRUE(store.setReadText(id, core::TextPrint(), noise));
    }

    /// Overwrites pages of the file from \a first on.
    void damage(qint64 first, qint64 pages) const
    {
        QFile damaged(file());
        ASSERT_TRUE(damaged.open(QIODevice::ReadWrite));
        ASSERT_TRUE(damaged.seek(first * kPageBytes));
        damaged.write(QByteArray(pages * kPageBytes, '\xA5'));
    }

    static bool warns(const Reader &reader, const QString &text)
    {
        return Reader::waitFor([&] { return reader.warning().contains(text); });
    }
};

TEST_F(KeptStateWindowTest, textThatWasRead_isKeptOverARestart_andWhatChangedIsShownByWords)
{
    writeBridges("The old bridge is made of stone and wood.\n\n这座桥很旧，也很长。\n");
    {
        const auto reader = start();
        reader->click(0);
        reader->press(Qt::Key_M);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
    }
    writeBridges("The old bridge is made of iron and wood.\n\n这座桥很新，也很长。\n");

    const auto reader = start();

    ASSERT_TRUE(Reader::waitFor([&] { return reader->at(0, ui::ChangedRole).toBool(); }));
    reader->click(0);
    reader->press(Qt::Key_C, Qt::ShiftModifier);
    const auto text = [&] {
        const auto *changes = reader->window.findChild<QTextBrowser *>(u"changes"_s);
        return changes != nullptr ? changes->toPlainText() : QString();
    };
    ASSERT_TRUE(Reader::waitFor([&] { return !text().isEmpty(); }));
    EXPECT_EQ(text(), u"The old bridge is made of stoneiron and wood.\n这座桥很旧新，也很长。"_s);
}

TEST_F(KeptStateWindowTest, damageThatIsFoundAfterTheStart_isSaid_andSalvagedAtTheNext)
{
    keepMuch();
    damage(8, 1);
    {
        const auto reader = start();

        EXPECT_TRUE(warns(*reader, u"Start Lectern again"_s)) << reader->warning().toStdString();
        EXPECT_TRUE(reader->warning().contains(file()));
    }
    const auto reader = start();

    EXPECT_TRUE(warns(*reader, u".damaged-"_s)) << reader->warning().toStdString();
}

TEST_F(KeptStateWindowTest, damageThatHappensWhileTheWindowIsOpen_isSaid)
{
    {
        const auto reader = start();
        reader->click(0);
        reader->press(Qt::Key_M);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
    }
    const QString backup = file() + u".backup"_s;
    ASSERT_TRUE(QFile::remove(backup));
    const auto reader = start();
    ASSERT_TRUE(Reader::waitFor([&] { return QFile::exists(backup); })); // it was found to be fine
    EXPECT_EQ(reader->warning(), QString());
    const auto other
        = core::Database::open(file().toStdString(), core::DatabaseAccess::Write).value();
    ASSERT_TRUE(other.run("INSERT INTO label (name, colour) VALUES (x'61', 1)"));
    damage(1, QFile(file()).size() / kPageBytes - 1);

    ASSERT_TRUE(other.run("UPDATE label SET colour = 2")); // so that the window looks again

    EXPECT_TRUE(warns(*reader, u"Start Lectern again"_s)) << reader->warning().toStdString();
}

TEST_F(KeptStateWindowTest, fileThatCannotBeWritten_isSaid_andWhatIsThereIsShown)
{
    {
        const auto reader = start();
        reader->click(0);
        reader->press(Qt::Key_S);
        ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(0); }));
    }
    const fs::path home = m_home.path().toStdString();
    fs::permissions(home, fs::perms(0555));
    fs::permissions(file().toStdString(), fs::perms(0444));
    fs::permissions(m_folder.path().toStdString(), fs::perms(0755));
    {
        const tests::LoweredPrivileges lowered;
        if (!lowered.isDone()) {
            GTEST_SKIP() << "this user may write everywhere";
        }
        const auto reader = start();

        EXPECT_TRUE(warns(*reader, u"cannot be written"_s)) << reader->warning().toStdString();
        EXPECT_TRUE(reader->isStarred(0));
        reader->click(1);
        reader->press(Qt::Key_S);
        EXPECT_TRUE(Reader::waitFor([&] { return reader->said().contains(u"not be kept"_s); }));
        EXPECT_FALSE(reader->isStarred(1));
    }
    fs::permissions(home, fs::perms(0755));
}

TEST_F(KeptStateWindowTest, fullDisk_isSaid_andNothingIsLost)
{
    const auto reader = start();
    reader->click(0);
    reader->press(Qt::Key_S);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(0); }));
    const core::StateStore other = elsewhere();
    ASSERT_TRUE(other.database().run("CREATE TRIGGER full BEFORE INSERT ON article BEGIN "
                                     "SELECT RAISE(ABORT, 'database or disk is full'); END"));
    reader->click(1);

    reader->press(Qt::Key_S);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->said().contains(u"disk full"_s); }))
        << reader->said().toStdString();
    EXPECT_FALSE(reader->isStarred(1));
    EXPECT_TRUE(reader->isStarred(0));
    ASSERT_TRUE(other.database().run("DROP TRIGGER full"));
    reader->press(Qt::Key_S);
    EXPECT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));
}

} // namespace
} // namespace lectern
