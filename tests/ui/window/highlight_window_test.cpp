#include "core/state/state_store.h"
#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/list/article_list_view.h"
#include "ui/reading/highlight_strip.h"
#include "ui/reading/unplaced_highlights.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"
#include "ui/window/note_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 20'000;
constexpr auto kText = "The first sentence is short. A claim is made in the second one.\n\n"
                       "Another paragraph follows it, 另一段话。\n";

class Desk final
{
public:
    Desk(const QString &file, const QString &folder)
        : m_states(file.toStdString())
        , window(m_session, m_states,
                 [](QWidget *parent) { return new test::FakeReaderView(parent); })
    {
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        window.openPath(folder);
        isThere = waitFor([this] {
            return !m_session.isBusy() && m_session.library() && page() != nullptr
                && m_states.snapshot();
        });
    }

    template <typename Condition>
    static bool waitFor(const Condition &condition)
    {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

    test::FakeReaderView *page() const { return window.findChild<test::FakeReaderView *>(); }

    /// The article whose page says \a words.
    void open(const QByteArray &path, const QString &words)
    {
        page()->setWords(words);
        window.showArticle(path);
    }

    /// Keys go to the window that is in front.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        QTest::keyClick(window.findChild<ui::ArticleListView *>(), key, modifiers);
    }

    bool arePainted(const QStringList &quotes) const
    {
        return waitFor([&] { return page()->painted() == quotes; });
    }

    ui::HighlightStrip *strip() const { return window.findChild<ui::HighlightStrip *>(); }

    void clickStrip(const QString &button) const
    {
        QTest::mouseClick(strip()->findChild<QToolButton *>(button), Qt::LeftButton);
    }

    QString said() const { return window.findChild<QLabel *>(u"undoText"_s)->text(); }

    QListWidget *unplaced() const { return window.findChild<QListWidget *>(u"unplacedQuotes"_s); }

    /// The dialog of a note, which must come.
    ui::NoteDialog *noteDialog() const
    {
        ui::NoteDialog *shown = nullptr;
        (void)waitFor([&] {
            const auto all = window.findChildren<ui::NoteDialog *>();
            const auto found = std::ranges::find_if(all, &QWidget::isVisible);
            shown = found == all.end() ? nullptr : *found;
            return shown != nullptr;
        });
        return shown;
    }

    bool isNoteDialogGone() const
    {
        return waitFor([&] { return window.findChild<ui::NoteDialog *>() == nullptr; });
    }

    /// Puts \a note in the place of what is there and saves it by the mouse.
    bool writeNote(const QString &note) const
    {
        const auto *dialog = noteDialog();
        if (dialog == nullptr) {
            return false;
        }
        dialog->findChild<QPlainTextEdit *>()->setPlainText(note);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                          Qt::LeftButton);
        return isNoteDialogGone();
    }

    /// Adds \a note to what is there and saves it by keys.
    bool typeNote(const QString &note) const
    {
        auto *dialog = noteDialog();
        if (dialog == nullptr) {
            return false;
        }
        dialog->activateWindow(); // a child of the active window passes for an active one
        if (!waitFor([&] { return QApplication::activeWindow() == dialog; })) {
            return false;
        }
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClicks(text, note);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        return isNoteDialogGone();
    }

    bool isThere = false;

private:
    ui::LibrarySession m_session{std::string()};
    ui::ReadingStates m_states;

public:
    ui::MainWindow window;
};

class HighlightWindowTest : public testing::Test
{
protected:
    HighlightWindowTest() { write(kText); }

    void write(const std::string &text) const
    {
        m_folder.write(u"claims.md"_s,
                       "---\ntitle: Claims\ndate: 2025-03-01\n"
                       "source: https://example.org/claims\n---\n\n"
                           + text);
        m_folder.write(u"other.md"_s, "---\ntitle: Other\n---\n\nOther words.\n");
    }

    std::unique_ptr<Desk> start() const
    {
        auto desk = std::make_unique<Desk>(m_home.filePath(u"state.sqlite"_s), m_folder.path());
        EXPECT_TRUE(desk->isThere);
        desk->open("claims.md", QString::fromUtf8(kText));
        return desk;
    }

    std::vector<core::Highlight> kept() const
    {
        const auto store = core::StateStore::open(m_home.filePath(u"state.sqlite"_s).toStdString());
        return store.value().allHighlights().value();
    }

    test::SampleFolder m_folder;
    QTemporaryDir m_home;
};

} // namespace

TEST_F(HighlightWindowTest, h_highlightsWhatIsSelected_overARestart)
{
    {
        const auto desk = start();
        desk->page()->select(u"A claim is made"_s);
        EXPECT_TRUE(desk->strip()->isVisible());

        desk->press(Qt::Key_H);

        EXPECT_TRUE(desk->arePainted({u"A claim is made"_s}));
        EXPECT_FALSE(desk->strip()->isVisible());
    }
    const auto desk = start();

    EXPECT_TRUE(desk->arePainted({u"A claim is made"_s}));
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().place.quote, "A claim is made");
}

TEST_F(HighlightWindowTest, h_doesNothing_whereNothingIsSelected)
{
    const auto desk = start();

    desk->press(Qt::Key_H);

    EXPECT_FALSE(desk->window.findChild<QAction *>(u"highlight"_s)->isEnabled());
    EXPECT_TRUE(kept().empty());
}

TEST_F(HighlightWindowTest, colourOfTheStrip_isTakenAndRemembered)
{
    const auto desk = start();
    desk->page()->select(u"first sentence"_s);
    desk->clickStrip(u"highlightColour2"_s);
    ASSERT_TRUE(desk->arePainted({u"first sentence"_s}));

    desk->page()->select(u"另一段话"_s);
    desk->press(Qt::Key_H);

    ASSERT_TRUE(desk->arePainted({u"first sentence"_s, u"另一段话"_s}));
    for (const ui::PaintedHighlight &highlight : desk->page()->highlights()) {
        EXPECT_EQ(highlight.colour, core::HighlightColour::Blue);
    }
}

TEST_F(HighlightWindowTest, colourThatWasChosenLast_isTheNext_overARestart)
{
    ui::WindowState state;
    {
        const auto desk = start();
        EXPECT_EQ(desk->window.state().highlightColour, core::HighlightColour::Yellow);
        desk->page()->select(u"first sentence"_s);
        desk->clickStrip(u"highlightColour3"_s);
        ASSERT_TRUE(desk->arePainted({u"first sentence"_s}));
        state = desk->window.state();
    }
    const auto desk = start();
    desk->window.restore(state);
    ASSERT_TRUE(desk->arePainted({u"first sentence"_s}));
    desk->page()->select(u"另一段话"_s);

    desk->press(Qt::Key_H);

    ASSERT_TRUE(desk->arePainted({u"first sentence"_s, u"另一段话"_s}));
    EXPECT_EQ(desk->page()->highlights().back().colour, core::HighlightColour::Red);
}

TEST_F(HighlightWindowTest, n_addsANote_andAClickShowsAndEditsIt)
{
    const auto desk = start();
    desk->page()->select(u"A claim is made"_s);
    desk->press(Qt::Key_N);
    ASSERT_TRUE(desk->writeNote(u"Is it?"_s));
    ASSERT_TRUE(Desk::waitFor([&] {
        return !desk->page()->highlights().empty() && desk->page()->highlights().front().hasNote;
    }));

    desk->page()->clickHighlight(desk->page()->highlights().front().id);
    EXPECT_TRUE(desk->strip()->isVisible());
    EXPECT_EQ(desk->strip()->findChild<QLabel *>(u"highlightNote"_s)->text(), u"Is it?"_s);
    desk->press(Qt::Key_N);
    ASSERT_TRUE(desk->writeNote(u"It is."_s));

    EXPECT_TRUE(Desk::waitFor([&] { return !kept().empty() && kept().front().note == "It is."; }));
}

TEST_F(HighlightWindowTest, note_isWrittenByKeys_moreThanOnce)
{
    const auto desk = start();
    desk->page()->select(u"A claim is made"_s);
    desk->press(Qt::Key_N);
    ASSERT_TRUE(desk->typeNote(u"Is it?"_s));
    ASSERT_TRUE(Desk::waitFor([&] { return !kept().empty() && kept().front().note == "Is it?"; }));
    ASSERT_TRUE(Desk::waitFor([&] {
        return !desk->page()->highlights().empty() && desk->page()->highlights().front().hasNote;
    }));

    desk->page()->clickHighlight(desk->page()->highlights().front().id);
    desk->press(Qt::Key_N);
    ASSERT_TRUE(desk->typeNote(u" Yes."_s));

    EXPECT_TRUE(
        Desk::waitFor([&] { return !kept().empty() && kept().front().note == "Is it? Yes."; }));
}

TEST_F(HighlightWindowTest, search_findsArticlesByNotesAndHighlights)
{
    const auto desk = start();
    const auto *rows = desk->window.findChild<ui::ArticleListView *>()->model();
    const auto finds = [&](const QString &line, int count) {
        auto *const field = desk->window.findChild<QLineEdit *>(u"search"_s);
        field->setFocus();
        field->selectAll();
        QInputMethodEvent typed; // as Chinese is typed
        typed.setCommitString(line);
        QCoreApplication::sendEvent(field, &typed);
        return Desk::waitFor([&] { return rows->rowCount() == count; });
    };
    const int all = rows->rowCount();
    EXPECT_TRUE(finds(u"has:highlight"_s, 0));
    EXPECT_TRUE(finds(u" "_s, all));
    desk->page()->select(u"A claim is made"_s);
    desk->press(Qt::Key_N);
    ASSERT_TRUE(desk->writeNote(u"Who says so? 谁说的"_s));

    EXPECT_TRUE(finds(u"note:\"who SAYS\""_s, 1));
    EXPECT_TRUE(finds(u"note:谁说"_s, 1));
    EXPECT_TRUE(finds(u"note:nobody"_s, 0));
    EXPECT_TRUE(finds(u"-note:who"_s, all - 1));
    EXPECT_TRUE(finds(u"has:highlight"_s, 1));
    EXPECT_TRUE(finds(u"has:note"_s, 1));
}

TEST_F(HighlightWindowTest, undo_takesBackEachStep_alsoWhatWasDeleted)
{
    const auto desk = start();
    desk->page()->select(u"A claim"_s);
    desk->press(Qt::Key_H);
    ASSERT_TRUE(desk->arePainted({u"A claim"_s}));
    desk->page()->clickHighlight(desk->page()->highlights().front().id);
    desk->clickStrip(u"highlightColour3"_s);
    ASSERT_TRUE(Desk::waitFor(
        [&] { return desk->page()->highlights().front().colour == core::HighlightColour::Red; }));
    desk->page()->clickHighlight(desk->page()->highlights().front().id);
    desk->clickStrip(u"deleteHighlight"_s);
    ASSERT_TRUE(desk->arePainted({}));

    desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(desk->arePainted({u"A claim"_s}));
    EXPECT_EQ(desk->page()->highlights().front().colour, core::HighlightColour::Red);
    desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(Desk::waitFor([&] {
        return desk->page()->highlights().front().colour == core::HighlightColour::Yellow;
    }));
    desk->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(desk->arePainted({}));
    EXPECT_TRUE(Desk::waitFor([&] { return kept().empty(); }));
}

TEST_F(HighlightWindowTest, citation_isCopiedWithTitleSourceAndDate)
{
    const auto desk = start();
    desk->page()->select(u"A claim is made"_s);

    desk->window.findChild<QAction *>(u"copyCitation"_s)->trigger();

    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"“A claim is made”\n— Claims, https://example.org/claims, 2025-03-01"_s);
}

TEST_F(HighlightWindowTest, quoteThatIsGone_isListedUnderTheArticle_andNotPainted)
{
    {
        const auto desk = start();
        desk->page()->select(u"A claim is made in the second one"_s);
        desk->press(Qt::Key_H);
        ASSERT_TRUE(desk->arePainted({u"A claim is made in the second one"_s}));
    }
    const std::string changed = "Nothing of what was said here before is said any more now.\n";
    write(changed);
    const auto desk = start();
    desk->open("other.md", u"Other words."_s);
    desk->open("claims.md", QString::fromStdString(changed));

    ASSERT_TRUE(Desk::waitFor([&] { return desk->unplaced()->count() == 1; }));
    EXPECT_TRUE(desk->unplaced()->isVisible());
    EXPECT_EQ(desk->unplaced()->item(0)->text(), u"A claim is made in the second one"_s);
    EXPECT_TRUE(desk->page()->painted().isEmpty());
    desk->open("other.md", u"Other words."_s);
    EXPECT_FALSE(desk->unplaced()->isVisible());
}

TEST_F(HighlightWindowTest, wordsThatOnlyThePageHas_areSaidToBeNoneOfTheArticle)
{
    const auto desk = start();
    desk->open("claims.md", u"Copied! "_s + QString::fromUtf8(kText));
    desk->page()->select(u"Copied!"_s);

    desk->press(Qt::Key_H);

    EXPECT_TRUE(Desk::waitFor([&] { return desk->said().startsWith(u"Only words"_s); }));
    EXPECT_TRUE(kept().empty());
}

TEST_F(HighlightWindowTest, twoWindows_agree)
{
    const auto one = start();
    const auto other = start();
    one->page()->select(u"A claim is made"_s);

    one->press(Qt::Key_H);
    EXPECT_TRUE(other->arePainted({u"A claim is made"_s}));
    other->page()->clickHighlight(other->page()->highlights().front().id);
    other->clickStrip(u"deleteHighlight"_s);

    EXPECT_TRUE(one->arePainted({}));
}

TEST_F(HighlightWindowTest, menuOfASelection_offersWhatTheKeysDo)
{
    const auto desk = start();

    QStringList names;
    for (const QAction *action : desk->page()->selectionActions()) {
        names.append(action->objectName());
    }

    EXPECT_EQ(names, QStringList({u"highlight"_s, u"note"_s, u"copyCitation"_s}));
}

} // namespace lectern
