#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/list/article_list_view.h"
#include "ui/list/article_roles.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <iostream>
#include <thread>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using TextState = ui::LibrarySession::TextState;
using test::FakeReaderView;

bool spinUntil(const std::function<bool()> &isTrue)
{
    return QTest::qWaitFor(isTrue, 30'000);
}

/// A window on a folder that changes, with a cache, so that texts are searched.
class LiveWindowTest : public testing::Test
{
protected:
    LiveWindowTest()
    {
        m_session.setWatchLimits({.quiet = 20ms, .longest = 100ms});
        m_folder.writeSamples();
        m_window.resize(1000, 700);
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window);
    }

    ui::ArticleListView *list() const { return m_window.findChild<ui::ArticleListView *>(); }

    FakeReaderView *reader() const { return m_window.findChild<FakeReaderView *>(); }

    QLineEdit *search() const { return m_window.findChild<QLineEdit *>(u"search"_s); }

    QLabel *label(const QString &name) const { return m_window.findChild<QLabel *>(name); }

    QAction *action(const QString &name) const { return m_window.findChild<QAction *>(name); }

    bool open()
    {
        m_window.openPath(m_folder.path());
        return spinUntil([this] {
            return !m_session.isBusy() && m_session.textState() == TextState::Ready
                && reader() != nullptr;
        });
    }

    int rows() const { return list()->model()->rowCount(); }

    QModelIndex indexOf(const QByteArray &path) const
    {
        for (int row = 0; row < rows(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data(ui::PathRole).toByteArray() == path) {
                return index;
            }
        }
        return {};
    }

    void click(const QByteArray &path) const
    {
        const QModelIndex index = indexOf(path);
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(index).center());
    }

    static std::string dated(const std::string &title, const std::string &date,
                             const std::string &body = {})
    {
        return "---\ntitle: " + title + "\ndate: " + date + "\n---\n\n" + body + "\n";
    }

    /// Articles older than the samples, each titled by its path.
    void writeOld(int count) const
    {
        for (int number = 0; number < count; ++number) {
            const QString path = u"old/%1.md"_s.arg(number, 4, 10, QLatin1Char('0'));
            m_folder.write(path,
                           dated(path.toStdString(), "2024-01-0" + std::to_string(1 + number % 9)));
        }
    }

    test::SampleFolder m_folder;
    QTemporaryDir m_cache;
    ui::LibrarySession m_session{m_cache.path().toStdString()};
    ui::ReadingStates m_states{std::string()};
    ui::MainWindow m_window{m_session, m_states,
                            [](QWidget *parent) { return new FakeReaderView(parent); }};
};

TEST_F(LiveWindowTest, newArticle_appearsByItself)
{
    ASSERT_TRUE(open());

    m_folder.write(u"2026/new.md"_s, dated("Brand new", "2026-01-01"));

    EXPECT_TRUE(spinUntil(
        [this] { return list()->model()->index(0, 0).data().toString() == u"Brand new"_s; }));
}

TEST_F(LiveWindowTest, selectionPlaceAndArticle_stay_whenRowsComeAndGoAbove)
{
    writeOld(80);
    ASSERT_TRUE(open());
    click("old/0040.md");
    const int y = list()->visualRect(list()->currentIndex()).top();

    for (int number = 0; number < 10; ++number) {
        m_folder.write(u"new/%1.md"_s.arg(number), dated("New", "2026-01-01"));
    }
    m_folder.remove(u"2025/lamps.md"_s);
    m_folder.remove(u"kexue.md"_s);

    ASSERT_TRUE(spinUntil([this] { return rows() == 86 + 10 - 2; }));
    EXPECT_EQ(m_window.shownArticle(), QByteArray("old/0040.md"));
    EXPECT_EQ(reader()->shownArticle(), QByteArray("old/0040.md"));
    EXPECT_EQ(list()->currentIndex().data(ui::PathRole).toByteArray(), QByteArray("old/0040.md"));
    EXPECT_EQ(list()->visualRect(list()->currentIndex()).top(), y);
    EXPECT_EQ(reader()->reloads(), 0);
}

TEST_F(LiveWindowTest, place_stays_whenTheRowAtTheTopOfTheViewGoes)
{
    writeOld(80);
    ASSERT_TRUE(open());
    list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum() / 2);
    const QModelIndex top = list()->indexAt({0, 0});
    const QByteArray gone = top.data(ui::PathRole).toByteArray();
    const QModelIndex below = list()->model()->index(top.row() + 1, 0);
    const QByteArray kept = below.data(ui::PathRole).toByteArray();
    const int y = list()->visualRect(below).top();

    m_folder.remove(QString::fromUtf8(gone));
    m_folder.write(u"new.md"_s, dated("New", "2026-01-01"));

    ASSERT_TRUE(spinUntil([&] { return indexOf("new.md").isValid() && !indexOf(gone).isValid(); }));
    EXPECT_EQ(list()->visualRect(indexOf(kept)).top(), y);
}

TEST_F(LiveWindowTest, typingDuringRefreshes_neverShowsAnotherArticlesRow)
{
    writeOld(300);
    ASSERT_TRUE(open());
    int wrong = 0;
    int refreshes = 0;
    QObject::connect(&m_session, &ui::LibrarySession::libraryChanged, list(),
                     [&refreshes] { ++refreshes; });
    const auto check = [&](const QString &line) {
        for (int row = 0; row < rows(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            const QString path = QString::fromUtf8(index.data(ui::PathRole).toByteArray());
            const QString title = index.data().toString();
            const bool isRight = path.startsWith(u"old/"_s)
                ? title == path && title.contains(line)
                : (title == u"Other"_s) == path.startsWith(u"older/"_s);
            wrong += isRight ? 0 : 1;
        }
    };
    search()->setFocus();

    for (int round = 0; round < 30; ++round) {
        m_folder.remove(u"old/%1.md"_s.arg(round * 7, 4, 10, QLatin1Char('0')));
        m_folder.write(u"older/%1.md"_s.arg(round), dated("Other", "2023-01-01"));
        if (round % 3 == 0) {
            m_session.refresh();
        }
        search()->clear();
        emit search()->textEdited({});
        for (const QChar key : u"old/00"_s) {
            QTest::keyClick(search(), key.toLatin1());
            check(search()->text());
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            check(search()->text());
        }
    }

    EXPECT_EQ(wrong, 0);
    EXPECT_GT(refreshes, 0);
}

TEST_F(LiveWindowTest, openArticle_isLoadedAgain_whenItsFileChanges)
{
    ASSERT_TRUE(open());
    click("2025/river.md");

    m_folder.write(u"2025/lamps.md"_s, dated("Lamps", "2025-03-03"));
    ASSERT_TRUE(
        spinUntil([this] { return indexOf("2025/lamps.md").data().toString() == u"Lamps"_s; }));
    EXPECT_EQ(reader()->reloads(), 0);
    m_folder.write(u"2025/river.md"_s, dated("The river in summer", "2025-03-04"));

    EXPECT_TRUE(spinUntil([this] { return reader()->reloads() == 1; }));
    EXPECT_EQ(m_window.shownArticle(), QByteArray("2025/river.md"));
}

TEST_F(LiveWindowTest, openArticle_staysWithANotice_whenItsFileIsRemoved)
{
    ASSERT_TRUE(open());
    click("2025/river.md");
    EXPECT_FALSE(label(u"goneNotice"_s)->isVisible());

    m_folder.remove(u"2025/river.md"_s);
    ASSERT_TRUE(spinUntil([this] { return label(u"goneNotice"_s)->isVisible(); }));
    EXPECT_EQ(reader()->shownArticle(), QByteArray("2025/river.md"));
    EXPECT_FALSE(list()->currentIndex().isValid());
    m_folder.write(u"2025/river.md"_s, dated("The river is back", "2025-03-04"));

    ASSERT_TRUE(spinUntil([this] { return !label(u"goneNotice"_s)->isVisible(); }));
    EXPECT_EQ(reader()->reloads(), 1);
    EXPECT_EQ(list()->currentIndex().data(ui::PathRole).toByteArray(), QByteArray("2025/river.md"));
}

TEST_F(LiveWindowTest, notice_goesWithTheArticle)
{
    ASSERT_TRUE(open());
    click("2025/river.md");
    m_folder.remove(u"2025/river.md"_s);
    ASSERT_TRUE(spinUntil([this] { return label(u"goneNotice"_s)->isVisible(); }));

    click("2025/bridges.md");

    EXPECT_FALSE(label(u"goneNotice"_s)->isVisible());
}

TEST_F(LiveWindowTest, openArticle_isFollowed_whenItsFileIsRenamed)
{
    ASSERT_TRUE(open());
    click("2025/river.md");

    ASSERT_TRUE(QDir(m_folder.path()).rename(u"2025/river.md"_s, u"2025/stream.md"_s));

    ASSERT_TRUE(
        spinUntil([this] { return reader()->shownArticle() == QByteArray("2025/stream.md"); }));
    EXPECT_EQ(list()->currentIndex().data(ui::PathRole).toByteArray(),
              QByteArray("2025/stream.md"));
    EXPECT_FALSE(label(u"goneNotice"_s)->isVisible());
}

TEST_F(LiveWindowTest, aThousandNewFiles_areReadInFewRefreshes_whileTheWindowGoesOn)
{
    m_session.setWatchLimits({});
    ASSERT_TRUE(open());
    int refreshes = 0;
    QObject::connect(&m_session, &ui::LibrarySession::stateChanged, list(), [&] {
        refreshes += m_session.state() == ui::LibrarySession::State::Refreshing ? 1 : 0;
    });
    QElapsedTimer sinceTick;
    qint64 longestGapMs = 0;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, list(),
                     [&] { longestGapMs = std::max(longestGapMs, sinceTick.restart()); });
    sinceTick.start();
    tick.start(10);

    std::thread crawler([this] {
        for (int number = 0; number < 1000; ++number) {
            m_folder.write(u"crawled/%1.md"_s.arg(number), dated("Crawled", "2026-01-01", "Text."));
        }
    });
    const bool areAllListed = spinUntil([this] { return rows() == 1006; });
    crawler.join();

    EXPECT_TRUE(areAllListed);
    EXPECT_LE(refreshes, 60);
    std::cout << "longest gap of the event loop: " << longestGapMs
              << " ms, refreshes: " << refreshes << '\n';
}

TEST_F(LiveWindowTest, watchLimit_isToldInTheStatusBar)
{
    m_session.setWatchLimits({.quiet = 20ms, .longest = 100ms, .rescan = 50ms, .watches = 1});

    ASSERT_TRUE(open());

    EXPECT_TRUE(spinUntil([this] {
        return m_window.statusBar()->currentMessage().startsWith(
            u"This system cannot watch the whole folder."_s);
    }));
}

TEST_F(LiveWindowTest, textSearch_isASwitch_andIsRemembered)
{
    m_folder.write(u"2025/walls.md"_s, dated("Walls", "2025-03-06", "Built of stone."));
    ASSERT_TRUE(open());
    search()->setFocus();
    QTest::keyClicks(search(), u"built"_s);
    EXPECT_EQ(rows(), 0);

    action(u"textSearch"_s)->trigger();

    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(search()->placeholderText(), u"Search titles, summaries and text"_s);
    EXPECT_TRUE(m_window.state().isTextSearched);
    m_window.restore({});
    EXPECT_FALSE(action(u"textSearch"_s)->isChecked());
}

TEST_F(LiveWindowTest, textSearch_saysThatTextsAreNotThereYet_andFollows)
{
    m_folder.write(u"2025/walls.md"_s, dated("Walls", "2025-03-06", "Built of stone."));
    ui::WindowState state;
    state.queryLine = u"body:built"_s;
    m_window.restore(state);
    QString hint;
    QObject::connect(&m_session, &ui::LibrarySession::libraryChanged, list(),
                     [&] { hint = label(u"textHint"_s)->text(); });

    ASSERT_TRUE(open());

    EXPECT_TRUE(hint.startsWith(u"The texts of the articles are still being read."_s));
    EXPECT_EQ(rows(), 1);
    EXPECT_FALSE(label(u"textHint"_s)->isVisible());
}

TEST_F(LiveWindowTest, textSearch_findsWhatIsAddedLater)
{
    ASSERT_TRUE(open());
    search()->setFocus();
    QTest::keyClicks(search(), u"body:heron"_s);
    EXPECT_EQ(rows(), 0);

    m_folder.write(u"2025/birds.md"_s, dated("Birds", "2025-03-06", "A heron."));

    EXPECT_TRUE(spinUntil([this] { return rows() == 1; }));
}

TEST_F(LiveWindowTest, marks_followTheSearch_andF3StepsThroughThem)
{
    ASSERT_TRUE(open());
    search()->setFocus();
    QTest::keyClicks(search(), u"Stone -x tag:history"_s);
    click("2025/bridges.md");
    EXPECT_EQ(reader()->marks(), std::vector<std::string>{"stone"});

    QTest::keyClick(list(), Qt::Key_F3);
    QTest::keyClick(list(), Qt::Key_F3);
    QTest::keyClick(list(), Qt::Key_F3, Qt::ShiftModifier);

    EXPECT_EQ(reader()->markSteps(), 1);
    EXPECT_EQ(m_window.statusBar()->currentMessage(), u"Place 1 of 5"_s);
    EXPECT_EQ(reader()->findSteps(), 0);
}

TEST_F(LiveWindowTest, escape_takesTheMarksAway_thenTheSearch)
{
    ASSERT_TRUE(open());
    search()->setFocus();
    QTest::keyClicks(search(), u"stone"_s);
    click("2025/bridges.md");

    QTest::keyClick(list(), Qt::Key_Escape);
    EXPECT_TRUE(reader()->marks().empty());
    EXPECT_EQ(search()->text(), u"stone"_s);
    QTest::keyClick(list(), Qt::Key_Escape);
    EXPECT_EQ(search()->text(), QString());
}

TEST_F(LiveWindowTest, findBar_comesBeforeTheMarks)
{
    ASSERT_TRUE(open());
    search()->setFocus();
    QTest::keyClicks(search(), u"stone"_s);
    click("2025/bridges.md");
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_window.findChild<QLineEdit *>(u"find"_s);
    QTest::keyClicks(field, u"a"_s);

    QTest::keyClick(field, Qt::Key_F3);
    EXPECT_EQ(reader()->findSteps(), 2);
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(list(), Qt::Key_F3);

    EXPECT_EQ(reader()->findSteps(), 3); // closing the bar asked for nothing once
    EXPECT_EQ(reader()->markSteps(), 1);
}

} // namespace
} // namespace lectern
