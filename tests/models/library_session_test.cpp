#include "tests/support/sample_folder.h"
#include "ui/session/library_session.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using State = ui::LibrarySession::State;

class LibrarySessionTest : public testing::Test
{
protected:
    LibrarySessionTest() { m_folder.writeSamples(); }

    static bool wait(const ui::LibrarySession &session)
    {
        return QTest::qWaitFor([&session] { return !session.isBusy(); }, 20'000);
    }

    test::SampleFolder m_folder;
    QTemporaryDir m_cache;
};

TEST_F(LibrarySessionTest, openFolder_readsItInTheBackground)
{
    ui::LibrarySession session({});

    session.openFolder(m_folder.path());

    EXPECT_EQ(session.state(), State::Loading);
    ASSERT_TRUE(wait(session));
    EXPECT_EQ(session.state(), State::Ready);
    EXPECT_EQ(session.library()->size(), 6U);
}

TEST_F(LibrarySessionTest, openFolder_dropsWhatAnOlderRequestBrings)
{
    const test::SampleFolder other;
    other.write(QStringLiteral("only.md"), "# Only\n");
    ui::LibrarySession session({});

    session.openFolder(m_folder.path());
    session.openFolder(other.path());
    ASSERT_TRUE(wait(session));
    QCoreApplication::processEvents(); // lets a late answer arrive

    EXPECT_EQ(session.folder(), other.path());
    EXPECT_EQ(session.library()->size(), 1U);
}

TEST_F(LibrarySessionTest, openFolder_fails_whenThereIsNone)
{
    ui::LibrarySession session({});

    session.openFolder(m_folder.path() + QStringLiteral("/absent"));

    ASSERT_TRUE(wait(session));
    EXPECT_EQ(session.state(), State::Failed);
    EXPECT_EQ(session.error().code, core::ErrorCode::NotFound);
    EXPECT_EQ(session.library(), nullptr);
}

TEST_F(LibrarySessionTest, refresh_seesNewFiles_andKeepsTheLibraryMeanwhile)
{
    ui::LibrarySession session({});
    session.openFolder(m_folder.path());
    ASSERT_TRUE(wait(session));
    m_folder.write(QStringLiteral("new.md"), "# New\n");

    session.refresh();

    EXPECT_EQ(session.state(), State::Refreshing);
    EXPECT_EQ(session.library()->size(), 6U);
    ASSERT_TRUE(wait(session));
    EXPECT_EQ(session.library()->size(), 7U);
}

TEST_F(LibrarySessionTest, refresh_changesNothing_whenTheFolderIsTheSame)
{
    ui::LibrarySession session({});
    session.openFolder(m_folder.path());
    ASSERT_TRUE(wait(session));
    const QSignalSpy changes(&session, &ui::LibrarySession::libraryChanged);

    session.refresh();
    ASSERT_TRUE(wait(session));

    EXPECT_EQ(changes.size(), 0);
}

TEST_F(LibrarySessionTest, refresh_keepsTheLibrary_whenTheFolderIsGone)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.md")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    ui::LibrarySession session({});
    session.openFolder(folder.path());
    ASSERT_TRUE(wait(session));
    ASSERT_TRUE(folder.remove());

    session.refresh();
    ASSERT_TRUE(wait(session));

    EXPECT_EQ(session.state(), State::Failed);
    EXPECT_EQ(session.library()->size(), 1U);
}

TEST_F(LibrarySessionTest, cancel_stopsTheFirstReading)
{
    ui::LibrarySession session({});
    session.openFolder(m_folder.path());

    session.cancel();
    QCoreApplication::processEvents();

    EXPECT_EQ(session.state(), State::Cancelled);
    EXPECT_EQ(session.library(), nullptr);
}

TEST_F(LibrarySessionTest, cancel_doesNothing_whenNothingRuns)
{
    ui::LibrarySession session({});

    session.cancel();

    EXPECT_EQ(session.state(), State::Closed);
}

TEST_F(LibrarySessionTest, openFolder_showsTheKeptIndex_beforeTheFolderIsRead)
{
    const std::string cache = m_cache.path().toStdString();
    {
        ui::LibrarySession first(cache);
        first.openFolder(m_folder.path());
        ASSERT_TRUE(wait(first));
    } // the worker has kept its index when it is gone
    m_folder.write(QStringLiteral("new.md"), "# New\n");
    ui::LibrarySession second(cache);
    std::vector<core::Row> sizes;
    QObject::connect(&second, &ui::LibrarySession::libraryChanged, &second, [&] {
        if (second.library()) {
            sizes.push_back(second.library()->size());
        }
    });

    second.openFolder(m_folder.path());
    ASSERT_TRUE(wait(second));
    ASSERT_TRUE(QTest::qWaitFor([&second] { return second.state() == State::Ready; }));

    EXPECT_EQ(sizes, (std::vector<core::Row>{6, 7}));
}

} // namespace
} // namespace lectern
