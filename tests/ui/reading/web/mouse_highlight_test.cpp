#include "tests/support/sample_folder.h"
#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/reading/web/reader_page.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebEngineScript>

#include <gtest/gtest.h>

#include <utility>

namespace lectern::test {

namespace {

using namespace Qt::StringLiterals;

/// The whole window on one article, with the real reading view and a file for what is kept.
class MouseHighlightTest : public testing::Test
{
protected:
    MouseHighlightTest()
    {
        m_folder.write(u"claims.md"_s,
                       "---\ntitle: Claims\n---\n\nA **bold claim** is made in the first "
                       "sentence, and more follows.\n\n第二段话说得更多，也更清楚。\n");
        const QSignalSpy settled(&m_window, &ui::MainWindow::articleSettled);
        m_window.resize(1280, 800);
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window);
        m_window.openPath(m_folder.path());
        EXPECT_TRUE(
            spinUntil([this] { return m_states.snapshot() && m_session.library() != nullptr; }));
        m_window.showArticle("claims.md");
        EXPECT_TRUE(spinUntil([&settled] { return !settled.isEmpty(); }));
        m_view = dynamic_cast<ui::WebReaderView *>(m_window.findChild<ui::ReaderView *>());
        EXPECT_NE(m_view, nullptr);
    }

    QVariant inPage(const QString &expression)
    {
        QVariant value;
        bool hasAnswer = false;
        m_view->page()->runJavaScript(expression, QWebEngineScript::ApplicationWorld,
                                      [&](const QVariant &result) {
                                          value = result;
                                          hasAnswer = true;
                                      });
        EXPECT_TRUE(spinUntil([&] { return hasAnswer; }));
        return value;
    }

    /// Left end of the first and right end of the last of \a words, at the middle of their lines.
    std::pair<QPoint, QPoint> endsOf(const QString &first, const QString &last)
    {
        const QVariantList places
            = inPage(u"(() => { const walker = document.createTreeWalker("
                     "document.querySelector('.body'), NodeFilter.SHOW_TEXT); const nodes = [];"
                     "while (walker.nextNode()) nodes.push(walker.currentNode);"
                     "const box = (words) => { const node = nodes.find((n) => "
                     "n.data.includes(words)); const range = document.createRange();"
                     "const start = node.data.indexOf(words); range.setStart(node, start);"
                     "range.setEnd(node, start + words.length);"
                     "return range.getBoundingClientRect(); };"
                     "const a = box('%1'); const b = box('%2');"
                     "return [a.left, a.top + a.height / 2, b.right, b.top + b.height / 2]; })()"_s
                         .arg(first, last))
                  .toList();
        EXPECT_EQ(places.size(), 4);
        const auto at = [&](int index) { return qRound(places.value(index).toDouble()); };
        return {{at(0) + 1, at(1)}, {at(2) - 1, at(3)}};
    }

    QWidget *mouseTarget() const
    {
        auto *const target = m_view->findChild<QWidget *>(u"QtWebEngineWidget"_s);
        return target != nullptr ? target : m_view->childAt(m_view->rect().center());
    }

    void drag(const QPoint &from, const QPoint &to) const
    {
        QWidget *const target = mouseTarget();
        ASSERT_NE(target, nullptr);
        QTest::mousePress(target, Qt::LeftButton, {}, from);
        for (const QPoint &point : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, point, target->mapToGlobal(point), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &move);
            QTest::qWait(20);
        }
        QTest::mouseRelease(target, Qt::LeftButton, {}, to);
    }

    bool isSelected(const QString &words)
    {
        return spinUntil(
            [&] { return inPage(u"getSelection().toString()"_s).toString() == words; });
    }

    /// H, once the window knows that there is something to highlight.
    void pressH()
    {
        auto *action = m_window.findChild<QAction *>(u"highlight"_s);
        ASSERT_TRUE(spinUntil([&] { return action->isEnabled(); }));
        QTest::keyClick(mouseTarget(), Qt::Key_H);
    }

    QString painted()
    {
        return inPage(u"[...document.querySelectorAll('mark.lectern-highlight')]"
                      ".map((m) => m.textContent).join('')"_s)
            .toString();
    }

    std::vector<std::string> kept() const
    {
        std::vector<std::string> quotes;
        const auto states = m_states.snapshot();
        if (states && states->highlights) {
            for (const core::Highlight &highlight : *states->highlights) {
                quotes.push_back(highlight.place.quote);
            }
        }
        return quotes;
    }

    SampleFolder m_folder;
    QTemporaryDir m_home;
    ui::LibrarySession m_session{std::string()};
    ui::ReadingStates m_states{m_home.filePath(u"state.sqlite"_s).toStdString()};
    ui::MainWindow m_window{m_session, m_states, [this](QWidget *parent) {
                                return ui::createReaderView(
                                    {.imageCacheFolder = m_home.path(), .mayFetchImages = false},
                                    parent);
                            }};
    ui::WebReaderView *m_view = nullptr;
};

} // namespace

TEST_F(MouseHighlightTest, wordsThatTheMouseSelects_areHighlightedByH)
{
    const auto [start, end] = endsOf(u"bold"_s, u"is made"_s);

    drag(start, end);
    ASSERT_TRUE(isSelected(u"bold claim is made"_s));
    pressH();

    EXPECT_TRUE(spinUntil([this] { return painted() == u"bold claim is made"_s; }));
    EXPECT_EQ(kept(), std::vector<std::string>{"bold claim is made"});
    EXPECT_TRUE(isSelected({}));
}

TEST_F(MouseHighlightTest, chineseThatIsSelectedBackwards_isHighlightedByH)
{
    const auto [start, end] = endsOf(u"说得更多"_s, u"也更清楚"_s);

    drag(end, start);
    ASSERT_TRUE(isSelected(u"说得更多，也更清楚"_s));
    pressH();

    EXPECT_TRUE(spinUntil([this] { return painted() == u"说得更多，也更清楚"_s; }));
    EXPECT_EQ(kept(), std::vector<std::string>{"说得更多，也更清楚"});
}

} // namespace lectern::test
