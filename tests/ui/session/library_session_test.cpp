#include "core/library/library_columns.h"
#include "core/library/snapshot.h"
#include "tests/support/log_lines.h"
#include "tests/support/sample_folder.h"
#include "ui/session/library_session.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace lectern {
namespace {

using namespace std::chrono_literals;
using State = ui::LibrarySession::State;

class LibrarySessionTest : public testing::Test
{
protected:
    LibrarySessionTest() { m_folder.writeSamples(); }

    static bool wait(const ui::LibrarySession &session)
    {
        return QTest::qWaitFor([&session] { return !session.isBusy(); }, 20'000);
    }

    static constexpr core::WatchLimits kQuick{.quiet = 5ms, .longest = 50ms};

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

TEST_F(LibrarySessionTest, openFolder_findsTheKeptIndex_byEveryWayToTheFolder)
{
    const std::string cache = m_cache.path().toStdString();
    const QString root = QFileInfo(m_folder.path()).canonicalFilePath();
    {
        ui::LibrarySession first(cache);
        first.openFolder(root);
        ASSERT_TRUE(wait(first));
    } // the worker has kept its index when it is gone
    const QTemporaryDir elsewhere;
    const QString link = elsewhere.filePath(QStringLiteral("link"));
    ASSERT_TRUE(QFile::link(root, link));

    const QStringList ways{link, link + u'/',
                           root + QStringLiteral("/../") + QFileInfo(root).fileName(),
                           QDir::current().relativeFilePath(root)};
    for (const QString &way : ways) {
        ui::LibrarySession session(cache);
        std::vector<State> states; // in which a library came
        QObject::connect(&session, &ui::LibrarySession::libraryChanged, &session, [&] {
            if (session.library()) {
                states.push_back(session.state());
            }
        });

        session.openFolder(way);
        ASSERT_TRUE(QTest::qWaitFor([&session] { return session.state() == State::Ready; }));

        ASSERT_FALSE(states.empty()) << qPrintable(way);
        EXPECT_EQ(states.front(), State::Refreshing) << qPrintable(way); // as it was kept
        EXPECT_EQ(session.folder(), root) << qPrintable(way);
    }
}

TEST_F(LibrarySessionTest, theKeptIndexHasTheOrderOfTitles)
{
    const std::string cache = m_cache.path().toStdString();
    std::shared_ptr<const core::Library> shown;
    {
        ui::LibrarySession session(cache);
        session.openFolder(m_folder.path());
        ASSERT_TRUE(wait(session));
        shown = session.library();
    } // the worker has kept its index when it is gone

    const auto kept = core::loadSnapshot(cache, shown->root());

    ASSERT_TRUE(kept);
    EXPECT_EQ(kept.value()->columns().column<core::Row>(core::Section::ByTitle).size(), 6U);
    EXPECT_TRUE(std::ranges::equal(kept.value()->rowsByTitle(), shown->rowsByTitle()));
}

TEST_F(LibrarySessionTest, changesInTheFolder_showByThemselves)
{
    ui::LibrarySession session({});
    session.setWatchLimits(kQuick);
    session.openFolder(m_folder.path());
    ASSERT_TRUE(wait(session));
    const auto hasSize = [&session](core::Row size) {
        return QTest::qWaitFor([&] { return session.library()->size() == size; }, 20'000);
    };

    m_folder.write(QStringLiteral("new/folder/new.md"), "# New\n");
    EXPECT_TRUE(hasSize(7));
    m_folder.write(QStringLiteral("new/folder/new.md"), "# Newer\n");
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            const auto row = session.library()->findPath("new/folder/new.md");
            return row && session.library()->title(*row) == "Newer";
        },
        20'000));
    QDir(m_folder.path()).rename(QStringLiteral("new"), QStringLiteral("other"));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return session.library()->findPath("other/folder/new.md").has_value(); }, 20'000));
    m_folder.remove(QStringLiteral("other/folder/new.md"));

    EXPECT_TRUE(hasSize(6));
}

TEST_F(LibrarySessionTest, changesDuringARefresh_startOneMoreAfterIt)
{
    ui::LibrarySession session({});
    session.setWatchLimits(kQuick);
    session.openFolder(m_folder.path());
    ASSERT_TRUE(wait(session));
    int running = 0;
    int mostRunning = 0;
    QObject::connect(&session, &ui::LibrarySession::stateChanged, &session, [&] {
        running = session.state() == State::Refreshing ? running + 1 : 0;
        mostRunning = std::max(mostRunning, running);
    });

    for (int number = 0; number < 300; ++number) {
        m_folder.write(QStringLiteral("many/%1.md").arg(number), "# New\n");
        QCoreApplication::processEvents();
    }

    EXPECT_TRUE(QTest::qWaitFor([&] { return session.library()->size() == 306; }, 20'000));
    EXPECT_EQ(mostRunning, 1);
}

TEST_F(LibrarySessionTest, saysOnce_whenNotEverythingCanBeWatched)
{
    ui::LibrarySession session({});
    core::WatchLimits few = kQuick;
    few.watches = 1;
    few.rescan = 20ms;
    session.setWatchLimits(few);
    const QSignalSpy limits(&session, &ui::LibrarySession::watchLimited);
    session.openFolder(m_folder.path());
    ASSERT_TRUE(wait(session));

    m_folder.write(QStringLiteral("unwatched/folder/new.md"), "# New\n");

    EXPECT_TRUE(QTest::qWaitFor([&] { return session.library()->size() == 7; }, 20'000));
    EXPECT_EQ(limits.size(), 1);
}

TEST_F(LibrarySessionTest, log_saysWhatWasKept_andWhatChanged)
{
    const test::LogLines log(QStringLiteral("lectern.*.info=true"));
    ui::LibrarySession session(m_cache.path().toStdString());
    session.setWatchLimits(kQuick);
    session.openFolder(m_folder.path());
    const auto says = [](const QString &line) {
        return QTest::qWaitFor([&line] { return test::LogLines::contains(line); }, 20'000);
    };

    EXPECT_TRUE(says(QStringLiteral("lectern.index: index made anew: none was kept")));
    EXPECT_TRUE(says(QStringLiteral("lectern.index: texts made anew: none was kept")));
    EXPECT_TRUE(
        says(QStringLiteral("lectern.watch: the folder is read again because of what may")));
    m_folder.write(QStringLiteral("2025/new.md"), "# New\n");
    EXPECT_TRUE(says(QStringLiteral("lectern.watch: the folder is read again because of 2025")));
    EXPECT_TRUE(says(QStringLiteral("lectern.index: index kept: ")));
}

TEST_F(LibrarySessionTest, log_isSilent_whenNobodyAsks)
{
    const test::LogLines log({});
    ui::LibrarySession session(m_cache.path().toStdString());
    session.openFolder(m_folder.path());

    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return session.textState() == ui::LibrarySession::TextState::Ready; }, 20'000));

    EXPECT_FALSE(test::LogLines::contains(QStringLiteral("lectern."))) << qPrintable(log.text());
}

TEST_F(LibrarySessionTest, texts_areReadBehindTheLibrary_andFollowIt)
{
    ui::LibrarySession session(m_cache.path().toStdString());
    session.setWatchLimits(kQuick);
    session.openFolder(m_folder.path());
    const auto finds = [&session](std::string_view needle, std::string_view path) {
        return QTest::qWaitFor(
            [&] {
                const auto row = session.library() && session.texts()
                    ? session.library()->findPath(path)
                    : std::nullopt;
                if (!row) {
                    return false;
                }
                core::RowSet rows(session.library()->size(), core::RowSet::Fill::None);
                session.texts()->search(needle, rows);
                return rows.contains(*row);
            },
            20'000);
    };

    EXPECT_TRUE(finds("the river", "2025/bridges.md"));
    m_folder.write(QStringLiteral("2025/aaa.md"), "# New\n\nA heron by the water.\n");
    EXPECT_TRUE(finds("a heron", "2025/aaa.md"));
    EXPECT_TRUE(finds("the river", "2025/bridges.md"));
}

TEST_F(LibrarySessionTest, texts_areStillThere_whenTheLibraryIsNew)
{
    ui::LibrarySession session(m_cache.path().toStdString());
    session.setWatchLimits(kQuick);
    session.openFolder(m_folder.path());
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return session.textState() == ui::LibrarySession::TextState::Ready; }, 20'000));
    bool hadTexts = false;
    QObject::connect(&session, &ui::LibrarySession::libraryChanged, &session,
                     [&] { hadTexts = session.texts() != nullptr; });

    m_folder.write(QStringLiteral("new.md"), "# New\n");

    EXPECT_TRUE(QTest::qWaitFor([&] { return session.library()->size() == 7; }, 20'000));
    EXPECT_TRUE(hadTexts);
}

TEST_F(LibrarySessionTest, texts_failWithoutACacheThatCanBeWritten)
{
    const QString file = m_cache.filePath(QStringLiteral("file"));
    ASSERT_TRUE(QFile(file).open(QIODevice::WriteOnly));
    ui::LibrarySession session(file.toStdString());

    session.openFolder(m_folder.path());

    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return session.textState() == ui::LibrarySession::TextState::Failed; }, 20'000));
    EXPECT_EQ(session.texts(), nullptr);
}

TEST_F(LibrarySessionTest, cancel_stopsReadingTexts_untilTheNextRefresh)
{
    using TextState = ui::LibrarySession::TextState;
    ui::LibrarySession session(m_cache.path().toStdString());
    bool isCancelled = false;
    QObject::connect(&session, &ui::LibrarySession::textsChanged, &session, [&] {
        if (session.textState() == TextState::Reading && !std::exchange(isCancelled, true)) {
            session.cancel();
        }
    });
    session.openFolder(m_folder.path());
    ASSERT_TRUE(QTest::qWaitFor([&] { return isCancelled; }, 20'000));
    EXPECT_EQ(session.textState(), TextState::Stopped);

    session.refresh();

    EXPECT_TRUE(QTest::qWaitFor([&] { return session.textState() == TextState::Ready; }, 20'000));
}

} // namespace
} // namespace lectern
