#include "core/state/state_store.h"
#include "tests/ui/window/state_reader.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/reading_panel.h"
#include "ui/window/changes_dialog.h"

#include <QAction>
#include <QColor>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

using test::Reader;

class ReadingStateWindowTest : public test::ReaderTest
{
};

TEST_F(ReadingStateWindowTest, m_marksTheArticle_andAgainTakesItBack_overARestart)
{
    {
        const auto reader = start();
        reader->click(1);

        reader->press(Qt::Key_M);

        EXPECT_TRUE(Reader::waitFor([&] { return reader->isRead(1); }));
        EXPECT_EQ(reader->readRows(), 1);
    }
    const auto reader = start();
    EXPECT_TRUE(reader->isRead(1));
    reader->click(1);

    reader->press(Qt::Key_M);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->readRows() == 0; }));
}

TEST_F(ReadingStateWindowTest, s_starsAllThatAreChosen)
{
    const auto reader = start();
    reader->click(0);
    reader->click(2, Qt::ShiftModifier);

    reader->press(Qt::Key_S);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->isStarred(2); }));
    EXPECT_TRUE(reader->isStarred(0));
    EXPECT_TRUE(reader->isStarred(1));
    EXPECT_FALSE(reader->isStarred(3));
}

TEST_F(ReadingStateWindowTest, shiftM_marksWhatTheListShows_andTheStatusBarTakesItBack)
{
    const auto reader = start();
    reader->click(0);
    reader->press(Qt::Key_M);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->readRows() == 1; }));

    reader->press(Qt::Key_M, Qt::ShiftModifier);

    ASSERT_TRUE(Reader::waitFor([&] { return reader->readRows() == 6; }));
    EXPECT_TRUE(reader->said().startsWith(u"5"_s)) << reader->said().toStdString();

    QTest::mouseClick(reader->window.findChild<QToolButton *>(u"undoButton"_s), Qt::LeftButton);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->readRows() == 1; }));
    EXPECT_TRUE(reader->isRead(0));
}

TEST_F(ReadingStateWindowTest, whatIsAboveOrBelowTheChosen_isMarked_andTakenBack)
{
    const auto reader = start();
    reader->click(2);
    reader->click(3, Qt::ShiftModifier);

    reader->press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->readRows() == 2; }));
    EXPECT_TRUE(reader->isRead(0) && reader->isRead(1));

    reader->press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->readRows() == 4; }));
    EXPECT_FALSE(reader->isRead(2) || reader->isRead(3));

    reader->press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(Reader::waitFor([&] { return reader->readRows() == 2; }));
}

TEST_F(ReadingStateWindowTest, withNothingAbove_nothingIsMarked)
{
    const auto reader = start();
    reader->click(0);

    reader->press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    reader->press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);

    ASSERT_TRUE(Reader::waitFor([&] { return reader->readRows() == 5; }));
    EXPECT_FALSE(reader->isRead(0));
}

TEST_F(ReadingStateWindowTest, undo_leavesWhatWasDoneSince)
{
    const auto reader = start();
    reader->click(0);
    reader->press(Qt::Key_S);
    reader->press(Qt::Key_M);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0) && reader->isStarred(0); }));

    reader->press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(Reader::waitFor([&] { return !reader->isRead(0); }));
    EXPECT_TRUE(reader->isStarred(0));
    reader->press(Qt::Key_Z, Qt::ControlModifier);

    EXPECT_TRUE(Reader::waitFor([&] { return !reader->isStarred(0); }));
    EXPECT_TRUE(Reader::waitFor([&] { return !reader->action(u"undo"_s)->isEnabled(); }));
}

TEST_F(ReadingStateWindowTest, contextMenu_hasTheCommands)
{
    const auto reader = start();
    reader->click(1);
    const QPoint place = reader->list()->visualRect(reader->list()->currentIndex()).center();

    QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                            reader->list()->viewport()->mapToGlobal(place));
    QMetaObject::invokeMethod(
        reader->list(),
        [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            ASSERT_NE(menu, nullptr);
            menu->setActiveAction(reader->action(u"star"_s));
            QTest::keyClick(menu, Qt::Key_Return);
        },
        Qt::QueuedConnection);
    QApplication::sendEvent(reader->list()->viewport(), &event);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));
}

TEST_F(ReadingStateWindowTest, states_followTheirArticles_whenTheFolderChanges)
{
    const auto reader = start();
    reader->click(1);
    const QString title = reader->list()->model()->index(1, 0).data().toString();
    reader->press(Qt::Key_S);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));

    m_folder.write(u"2025/newest.md"_s, "---\ntitle: Newest\ndate: 2025-04-01\n---\n\nText.\n");
    reader->action(u"refresh"_s)->trigger();

    ASSERT_TRUE(Reader::waitFor([&] { return reader->list()->model()->rowCount() == 7; }));
    EXPECT_EQ(reader->list()->model()->index(2, 0).data().toString(), title);
    EXPECT_TRUE(reader->isStarred(2)); // at once, before they are placed
    EXPECT_FALSE(reader->isStarred(1));
}

TEST_F(ReadingStateWindowTest, articleThatNoLongerMatches_staysInTheList_untilTheSearchChanges)
{
    const auto reader = start();
    auto *search = reader->window.findChild<QLineEdit *>(u"search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"is:unread"_s);
    ASSERT_EQ(reader->list()->model()->rowCount(), 6);
    reader->click(2);

    reader->press(Qt::Key_M);

    ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(2); }));
    EXPECT_EQ(reader->list()->model()->rowCount(), 6);
    reader->action(u"refresh"_s)->trigger();
    m_folder.write(u"2025/newest.md"_s, "---\ntitle: Newest\ndate: 2025-04-01\n---\n\nText.\n");
    ASSERT_TRUE(Reader::waitFor([&] { return reader->list()->model()->rowCount() == 7; }));
    EXPECT_EQ(reader->readRows(), 1);
    search->setFocus();
    QTest::keyClicks(search, u" "_s);
    EXPECT_EQ(reader->list()->model()->rowCount(), 6);
    EXPECT_EQ(reader->readRows(), 0);
}

TEST_F(ReadingStateWindowTest, place_isKeptByArticle_overOthersAndARestart)
{
    const core::ReadingPosition place{7, "stone carries"};
    {
        const auto reader = start();
        reader->click(0);
        reader->page()->scroll({place, 400, false});
        reader->press(Qt::Key_J);
        EXPECT_EQ(reader->page()->place(), core::ReadingPosition());
        reader->press(Qt::Key_K);
        EXPECT_EQ(reader->page()->place(), place);
        reader->window.close();
    }
    const auto reader = start();

    reader->click(1);
    reader->click(0);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->place() == place; }));
    EXPECT_EQ(reader->at(0, ui::ProgressRole).toInt(), 400);
    EXPECT_EQ(reader->at(0, ui::ReadStatusRole).toInt(),
              static_cast<int>(core::ReadStatus::Reading));
}

TEST_F(ReadingStateWindowTest, passingBy_doesNotBeginAnArticle)
{
    const auto reader = start();

    reader->click(0);
    reader->page()->scroll({{}, 1000, true});
    reader->press(Qt::Key_J);
    reader->press(Qt::Key_S); // what came before is done when this is

    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));
    EXPECT_EQ(reader->at(0, ui::ReadStatusRole).toInt(),
              static_cast<int>(core::ReadStatus::Unread));
}

TEST_F(ReadingStateWindowTest, endSeen_makesItRead_untilAPersonSaysOtherwise)
{
    const auto reader = start();
    reader->states().setReadRule({.secondsAtEnd = 0});
    reader->click(0);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->opened(0); }));

    reader->page()->scroll({{9, "end"}, 1000, true});

    ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
    EXPECT_FALSE(reader->said().isEmpty());
    reader->press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(Reader::waitFor([&] { return !reader->isRead(0); }));
    reader->page()->scroll({{8, "near the end"}, 990, true});
    reader->press(Qt::Key_S);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(0); }));
    EXPECT_FALSE(reader->isRead(0));
}

TEST_F(ReadingStateWindowTest, ruleThatIsOff_marksNothing)
{
    const auto reader = start();
    reader->states().setReadRule({.isOn = false, .secondsAtEnd = 0, .seconds = 0, .percent = 0});
    reader->click(0);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->opened(0); }));

    reader->page()->scroll({{9, "end"}, 1000, true});
    reader->press(Qt::Key_S);

    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(0); }));
    EXPECT_FALSE(reader->isRead(0));
}

TEST_F(ReadingStateWindowTest, readArticle_thatWasEdited_isSaidToBeChanged)
{
    const auto reader = start();
    reader->click(0);
    reader->press(Qt::Key_M);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
    EXPECT_FALSE(reader->at(0, ui::ChangedRole).toBool());

    m_folder.write(u"2025/bridges.md"_s,
                   "---\ntitle: Bridges of the old town\ndate: "
                   "2025-03-05\n---\n\nOther words.\n");
    reader->action(u"refresh"_s)->trigger();

    EXPECT_TRUE(Reader::waitFor([&] { return reader->at(0, ui::ChangedRole).toBool(); }));
    EXPECT_TRUE(reader->window.findChild<QWidget *>(u"changedNotice"_s)->isVisible());
    reader->press(Qt::Key_C, Qt::ShiftModifier);
    const auto text = [&] {
        const auto *changes = reader->window.findChild<QTextBrowser *>(u"changes"_s);
        return changes != nullptr ? changes->toPlainText() : QString();
    };
    ASSERT_TRUE(Reader::waitFor([&] { return !text().isEmpty(); }));
    EXPECT_EQ(text(), u"See the riverOther words."_s);
    reader->click(1);
    EXPECT_FALSE(reader->window.findChild<QWidget *>(u"changedNotice"_s)->isVisible());
}

TEST_F(ReadingStateWindowTest, changes_showNoMarkUpOfTheArticle)
{
    using Kind = core::DifferencePiece::Kind;

    EXPECT_EQ(ui::changesHtml({{Kind::Same, "one\ntwo\nthe "},
                               {Kind::Removed, "<b>"},
                               {Kind::Added, "&"},
                               {Kind::Same, " end\nlast"}}),
              u"<p>…</p>\n<p>the <s style=\"background-color:rgba(208,64,64,0.25)\">&lt;b&gt;</s>"
              "<u style=\"background-color:rgba(56,150,80,0.28)\">&amp;</u> end</p>"_s);
}

TEST_F(ReadingStateWindowTest, sidebar_goesOnWithWhatWasBegun)
{
    const auto reader = start();
    auto *panel = reader->window.findChild<ui::ReadingPanel *>();
    const auto names = [&] {
        QStringList all;
        for (int row = 0; row < panel->model()->rowCount(); ++row) {
            const QModelIndex index = panel->model()->index(row, 0);
            all.append(index.data().toString() + u' '
                       + index.data(ui::FacetModel::CountRole).toString());
        }
        return all.join(u", "_s);
    };
    EXPECT_EQ(names(), u"Unread 6"_s);
    reader->click(2);
    reader->press(Qt::Key_S);
    reader->page()->scroll({{3, "words"}, 300, false});
    reader->press(Qt::Key_J); // which keeps the place

    ASSERT_TRUE(Reader::waitFor([&] {
        return names() == u"Continue reading 1, Unread 5, Starred 1"_s;
    })) << names().toStdString();
    QTest::mouseClick(panel->viewport(), Qt::LeftButton, {},
                      panel->visualRect(panel->model()->index(0, 0)).center());

    EXPECT_EQ(reader->list()->model()->rowCount(), 1);
    panel->setFocus();
    panel->setCurrentIndex(panel->model()->index(0, 0));
    QTest::keyClick(panel, Qt::Key_Return);
    EXPECT_EQ(reader->list()->model()->rowCount(), 6);
}

TEST_F(ReadingStateWindowTest, l_givesLabels_andTakesThem)
{
    const auto reader = start();
    const auto colours
        = [&](int row) { return reader->at(row, ui::LabelColoursRole).value<QList<QColor>>(); };
    reader->click(0);
    reader->click(1, Qt::ControlModifier);
    reader->press(Qt::Key_L);
    auto *dialog = reader->window.findChild<QDialog *>(u"labelDialog"_s);
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"newLabel"_s), u"to cite"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"newLabel"_s), Qt::Key_Return);

    ASSERT_TRUE(Reader::waitFor([&] { return colours(1).size() == 1; }));
    EXPECT_EQ(colours(0).size(), 1);
    EXPECT_EQ(colours(2).size(), 0);
    const auto *panel = reader->window.findChild<ui::ReadingPanel *>();
    const QModelIndex last = panel->model()->index(panel->model()->rowCount() - 1, 0);
    EXPECT_EQ(last.data().toString(), u"to cite"_s);
    EXPECT_EQ(last.data(ui::FacetModel::CountRole).toInt(), 2);
    ASSERT_TRUE(Reader::waitFor(
        [&] { return reader->window.findChild<QDialog *>(u"labelDialog"_s) == nullptr; }));
    reader->window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&reader->window));
    reader->click(0);
    reader->press(Qt::Key_L);
    dialog = reader->window.findChild<QDialog *>(u"labelDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *labels = dialog->findChild<QListWidget *>(u"labels"_s);
    ASSERT_EQ(labels->count(), 1);
    EXPECT_EQ(labels->item(0)->checkState(), Qt::Checked);
    labels->setCurrentRow(0);
    QTest::keyClick(labels, Qt::Key_Space);
    dialog->accept();

    EXPECT_TRUE(Reader::waitFor([&] { return colours(0).isEmpty(); }));
    EXPECT_EQ(colours(1).size(), 1);
    reader->action(u"undo"_s)->trigger();
    EXPECT_TRUE(Reader::waitFor([&] { return colours(0).size() == 1; }));
}

TEST_F(ReadingStateWindowTest, stateOfAnArticleThatIsGone_isUnplaced_andComesBackWithIt)
{
    const auto reader = start();
    reader->click(1);
    reader->press(Qt::Key_S);
    ASSERT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));
    const auto *panel = reader->window.findChild<ui::ReadingPanel *>();
    const auto last = [&] {
        return panel->model()->index(panel->model()->rowCount() - 1, 0).data().toString();
    };
    EXPECT_NE(last(), u"Unplaced"_s);
    QFile file(m_folder.path() + u"/2025/river.md"_s);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();

    m_folder.remove(u"2025/river.md"_s);
    reader->action(u"refresh"_s)->trigger();

    ASSERT_TRUE(Reader::waitFor([&] { return last() == u"Unplaced"_s; }));
    QTest::mouseClick(
        panel->viewport(), Qt::LeftButton, {},
        panel->visualRect(panel->model()->index(panel->model()->rowCount() - 1, 0)).center());
    auto *dialog = reader->window.findChild<QDialog *>(u"unplacedDialog"_s);
    ASSERT_NE(dialog, nullptr);
    const auto *list = dialog->findChild<QTreeWidget *>(u"unplaced"_s);
    ASSERT_EQ(list->topLevelItemCount(), 1);
    EXPECT_EQ(list->topLevelItem(0)->text(0), u"The river in spring"_s);
    dialog->close();
    m_folder.write(u"2025/river.md"_s, text);
    reader->action(u"refresh"_s)->trigger();
    EXPECT_TRUE(Reader::waitFor([&] { return last() != u"Unplaced"_s && reader->isStarred(1); }));
}

TEST_F(ReadingStateWindowTest, twoWindows_agree)
{
    const auto other = start();
    const auto one = start(); // the one that has the keys
    one->click(3);

    one->press(Qt::Key_S);

    EXPECT_TRUE(Reader::waitFor([&] { return other->isStarred(3); }));
}

TEST_F(ReadingStateWindowTest, fileOfANewerProgram_isSaid_andTheRestWorks)
{
    {
        const auto made = core::StateStore::open(file().toStdString());
        ASSERT_TRUE(made.isOk());
        ASSERT_TRUE(made.value().database().run("PRAGMA user_version = 9999").isOk());
    }
    const auto reader = start();

    EXPECT_TRUE(Reader::waitFor([&] { return !reader->warning().isEmpty(); }));

    EXPECT_TRUE(reader->warning().contains(u"newer version"_s));
    EXPECT_TRUE(reader->warning().contains(file()));
    EXPECT_FALSE(reader->action(u"star"_s)->isEnabled());
    reader->click(2);
    EXPECT_FALSE(reader->window.shownArticle().isEmpty());
}

TEST_F(ReadingStateWindowTest, folderThatCannotBeMade_isSaid)
{
    QFile blocking(m_home.filePath(u"data"_s));
    ASSERT_TRUE(blocking.open(QIODevice::WriteOnly));
    blocking.close();
    const Reader reader(m_home.filePath(u"data/state.sqlite"_s), m_folder.path());

    EXPECT_TRUE(Reader::waitFor([&] { return !reader.warning().isEmpty(); }));

    EXPECT_TRUE(reader.warning().contains(u"cannot be opened"_s)) << reader.warning().toStdString();
    EXPECT_EQ(reader.list()->model()->rowCount(), 6);
}

TEST_F(ReadingStateWindowTest, damagedFile_isSaid_withWhereItIsKept)
{
    {
        QFile damaged(file());
        ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(20'000, 'x'));
    }
    const auto reader = start();

    EXPECT_TRUE(Reader::waitFor([&] { return !reader->warning().isEmpty(); }));

    EXPECT_TRUE(reader->warning().contains(u".damaged-"_s)) << reader->warning().toStdString();
    reader->click(0);
    reader->press(Qt::Key_M);
    EXPECT_TRUE(Reader::waitFor([&] { return reader->isRead(0); }));
}

} // namespace
} // namespace lectern
