#pragma once

#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/list/article_list_view.h"
#include "ui/list/article_roles.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace lectern::test {

inline constexpr int kPatienceMs = 20'000;

/// The window as it is started with a file of its own for what is read.
class Reader final
{
public:
    /// Without \a cache the texts of the articles are not known.
    Reader(const QString &file, const QString &folder, const QString &cache = {})
        : m_session(cache.toStdString())
        , m_states(file.toStdString())
        , window(m_session, m_states, [](QWidget *parent) { return new FakeReaderView(parent); })
    {
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        window.openPath(folder);
        isThere = waitFor([this] {
            return !m_session.isBusy() && m_session.library()
                && window.findChild<FakeReaderView *>() != nullptr
                && (m_states.snapshot() || !m_states.isKept());
        });
    }

    template <typename Condition>
    static bool waitFor(const Condition &condition)
    {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

    ui::ArticleListView *list() const { return window.findChild<ui::ArticleListView *>(); }

    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers,
                          list()->visualRect(list()->model()->index(row, 0)).center());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(list(), key, modifiers);
    }

    QVariant at(int row, ui::ArticleRole role) const
    {
        return list()->model()->index(row, 0).data(role);
    }

    bool isRead(int row) const
    {
        return at(row, ui::ReadStatusRole).toInt() == static_cast<int>(core::ReadStatus::Read);
    }

    int readRows() const
    {
        int count = 0;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            count += isRead(row) ? 1 : 0;
        }
        return count;
    }

    bool isStarred(int row) const { return at(row, ui::StarredRole).toBool(); }

    QString said() const
    {
        const auto *notice = window.findChild<QWidget *>(QStringLiteral("undoNotice"));
        return notice->isVisible() ? window.findChild<QLabel *>(QStringLiteral("undoText"))->text()
                                   : QString();
    }

    QString warning() const
    {
        const auto *notice = window.findChild<QWidget *>(QStringLiteral("stateNotice"));
        return notice->isVisible()
            ? window.findChild<QLabel *>(QStringLiteral("stateNoticeText"))->text()
            : QString();
    }

    FakeReaderView *page() const { return window.findChild<FakeReaderView *>(); }

    ui::ReadingStates &states() { return m_states; }

    /// It is kept that the article was opened.
    bool opened(int row) const
    {
        const auto snapshot = m_states.snapshot();
        const QByteArray path = at(row, ui::PathRole).toByteArray();
        return snapshot && snapshot->openedAt[rowOf(path)] != 0;
    }

    /// In the library.
    core::Row rowOf(const QByteArray &path) const
    {
        return *m_session.library()->findPath(path.toStdString());
    }

    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }

    bool isThere = false;

private:
    ui::LibrarySession m_session;
    ui::ReadingStates m_states;

public:
    ui::MainWindow window;
};

/// A folder of the samples and a file for what is read, over restarts.
class ReaderTest : public ::testing::Test
{
protected:
    ReaderTest() { m_folder.writeSamples(); }

    QString file() const { return m_home.filePath(QStringLiteral("state.sqlite")); }

    std::unique_ptr<Reader> start() const
    {
        auto reader = std::make_unique<Reader>(file(), m_folder.path());
        EXPECT_TRUE(reader->isThere);
        return reader;
    }

    std::unique_ptr<Reader> startWithTexts() const
    {
        auto reader = std::make_unique<Reader>(file(), m_folder.path(),
                                               m_home.filePath(QStringLiteral("cache")));
        EXPECT_TRUE(reader->isThere);
        return reader;
    }

    SampleFolder m_folder;
    QTemporaryDir m_home;
};

} // namespace lectern::test
