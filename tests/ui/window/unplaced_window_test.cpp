#include "tests/ui/window/state_reader.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/reading_panel.h"

#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

/// The river was starred, and its file is gone.
class UnplacedWindowTest : public test::ReaderTest
{
protected:
    std::unique_ptr<Reader> startWithLost() const
    {
        {
            const auto reader = start();
            reader->click(1);
            reader->press(Qt::Key_S);
            EXPECT_TRUE(Reader::waitFor([&] { return reader->isStarred(1); }));
        }
        m_folder.remove(u"2025/river.md"_s);
        auto reader = start();
        EXPECT_TRUE(Reader::waitFor([&] { return unplaced(*reader) == 1; }));
        return reader;
    }

    static int unplaced(const Reader &reader)
    {
        const auto states = reader.window.findChild<ui::ReadingPanel *>()->model();
        const QModelIndex last = states->index(states->rowCount() - 1, 0);
        return last.data().toString() == u"Unplaced"_s
            ? last.data(ui::FacetModel::CountRole).toInt()
            : 0;
    }

    static QDialog *open(const Reader &reader)
    {
        auto *panel = reader.window.findChild<ui::ReadingPanel *>();
        panel->setFocus();
        panel->setCurrentIndex(panel->model()->index(panel->model()->rowCount() - 1, 0));
        QTest::keyClick(panel, Qt::Key_Return);
        auto *dialog = reader.window.findChild<QDialog *>(u"unplacedDialog"_s);
        EXPECT_NE(dialog, nullptr);
        (void)QTest::qWaitForWindowActive(dialog);
        return dialog;
    }

    static QTreeWidget *choices(const QDialog *dialog)
    {
        return dialog->findChild<QTreeWidget *>(u"choices"_s);
    }

    static int starred(const Reader &reader)
    {
        int count = 0;
        for (int row = 0; row < reader.list()->model()->rowCount(); ++row) {
            count += reader.isStarred(row) ? 1 : 0;
        }
        return count;
    }
};

TEST_F(UnplacedWindowTest, isPlacedByKeys_onTheArticleThatIsTyped_overARestart)
{
    QString title;
    {
        const auto reader = startWithLost();
        const QDialog *dialog = open(*reader);
        EXPECT_EQ(choices(dialog)->topLevelItemCount(), 0); // nothing is like it
        EXPECT_FALSE(dialog->findChild<QPushButton *>(u"place"_s)->isEnabled());
        auto *words = dialog->findChild<QLineEdit *>(u"choiceWords"_s);
        QTest::keyClicks(words, u"BRIDGES"_s);
        ASSERT_EQ(choices(dialog)->topLevelItemCount(), 1);
        title = choices(dialog)->topLevelItem(0)->text(0);
        QTest::keyClick(words, Qt::Key_Return);
        EXPECT_EQ(starred(*reader), 0); // until it is chosen
        choices(dialog)->setCurrentItem(choices(dialog)->topLevelItem(0));

        QTest::keyClick(choices(dialog), Qt::Key_Return);

        EXPECT_TRUE(Reader::waitFor([&] { return starred(*reader) == 1; }));
        EXPECT_TRUE(Reader::waitFor([&] { return unplaced(*reader) == 0; }));
        EXPECT_TRUE(reader->said().contains(u"The river in spring"_s));
        EXPECT_FALSE(dialog->findChild<QPushButton *>(u"discard"_s)->isEnabled());
    }
    const auto reader = start();
    EXPECT_EQ(starred(*reader), 1);
    EXPECT_TRUE(reader->isStarred(0));
    EXPECT_EQ(reader->list()->model()->index(0, 0).data().toString(), title);
}

TEST_F(UnplacedWindowTest, placing_isTakenBack)
{
    const auto reader = startWithLost();
    const QDialog *dialog = open(*reader);
    dialog->findChild<QLineEdit *>(u"choiceWords"_s)->setText(u"bridges"_s);
    choices(dialog)->setCurrentItem(choices(dialog)->topLevelItem(0));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"place"_s), Qt::LeftButton);
    ASSERT_TRUE(Reader::waitFor([&] { return starred(*reader) == 1; }));

    QTest::mouseClick(reader->window.findChild<QToolButton *>(u"undoButton"_s), Qt::LeftButton);

    EXPECT_TRUE(Reader::waitFor([&] { return unplaced(*reader) == 1 && starred(*reader) == 0; }));
    EXPECT_EQ(dialog->findChild<QTreeWidget *>(u"unplaced"_s)->topLevelItemCount(), 1);
}

TEST_F(UnplacedWindowTest, articleOfTheSameName_isOfferedWithTheReason_andNotTaken)
{
    const auto reader = startWithLost();
    m_folder.write(u"elsewhere/river.md"_s, "---\ntitle: Other water\n---\n\nNothing alike.\n");
    reader->action(u"refresh"_s)->trigger();
    ASSERT_TRUE(Reader::waitFor([&] { return reader->list()->model()->rowCount() == 6; }));
    const QDialog *dialog = open(*reader);

    ASSERT_TRUE(Reader::waitFor([&] { return choices(dialog)->topLevelItemCount() == 1; }));

    EXPECT_EQ(choices(dialog)->topLevelItem(0)->text(0), u"Other water"_s);
    EXPECT_EQ(choices(dialog)->topLevelItem(0)->text(2), u"Same file name"_s);
    EXPECT_EQ(choices(dialog)->currentItem(), nullptr);
    EXPECT_EQ(starred(*reader), 0);
}

TEST_F(UnplacedWindowTest, discard_isAsked_andTakenBack)
{
    const auto reader = startWithLost();
    const QDialog *dialog = open(*reader);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"discard"_s), Qt::LeftButton);
    auto *box = dialog->findChild<QMessageBox *>(u"discardBox"_s);
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(u"The river in spring"_s));
    EXPECT_EQ(unplaced(*reader), 1); // until it is said

    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    EXPECT_TRUE(Reader::waitFor([&] { return unplaced(*reader) == 0; }));
    EXPECT_TRUE(Reader::waitFor([&] { return !reader->said().isEmpty(); }));
    reader->action(u"undo"_s)->trigger();
    EXPECT_TRUE(Reader::waitFor([&] { return unplaced(*reader) == 1; }));
}

TEST_F(UnplacedWindowTest, deleteKey_asksToDiscardWhatIsChosen)
{
    const auto reader = startWithLost();
    QDialog *dialog = open(*reader);
    dialog->activateWindow(); // a child of the active window passes for an active one
    ASSERT_TRUE(Reader::waitFor([&] { return QApplication::activeWindow() == dialog; }));
    auto *lost = dialog->findChild<QTreeWidget *>(u"unplaced"_s);
    lost->setFocus();

    QTest::keyClick(lost, Qt::Key_Delete);

    EXPECT_NE(dialog->findChild<QMessageBox *>(u"discardBox"_s), nullptr);
    EXPECT_EQ(unplaced(*reader), 1); // until it is answered
}

} // namespace
} // namespace lectern
