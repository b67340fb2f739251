#include "tests/ui/window/state_reader.h"
#include "ui/common/label_colours.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/reading_panel.h"

#include <QApplication>
#include <QColor>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::Reader;

/// Two of the samples have a label.
class LabelWindowTest : public test::ReaderTest
{
protected:
    std::unique_ptr<Reader> startWithLabels(const std::vector<std::string> &names) const
    {
        auto reader = start();
        ui::LabelEdit edit;
        for (const std::string &name : names) {
            edit.made.push_back({0, name, 0x3b82c4});
        }
        reader->states().setLabels({0, 1}, edit);
        EXPECT_TRUE(Reader::waitFor([&] { return !labelRow(*reader, names.back()).isEmpty(); }));
        return reader;
    }

    static ui::ReadingPanel *panel(const Reader &reader)
    {
        return reader.window.findChild<ui::ReadingPanel *>();
    }

    static QModelIndex indexOf(const Reader &reader, const QString &name)
    {
        const QAbstractItemModel *model = panel(reader)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name) {
                return model->index(row, 0);
            }
        }
        return {};
    }

    /// `name count #colour` of the label in the sidebar; empty: there is none.
    static QString labelRow(const Reader &reader, const std::string &name)
    {
        const QModelIndex index = indexOf(reader, QString::fromStdString(name));
        return index.isValid()
            ? index.data().toString() + u' ' + index.data(ui::FacetModel::CountRole).toString()
                + u' ' + index.data(ui::FacetModel::ColourRole).value<QColor>().name()
            : QString();
    }

    static void choose(const Reader &reader, const QString &name)
    {
        panel(reader)->setFocus();
        panel(reader)->setCurrentIndex(indexOf(reader, name));
    }

    static QMenu *openMenu(const Reader &reader, const QString &name)
    {
        const QPoint place = panel(reader)->visualRect(indexOf(reader, name)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                panel(reader)->viewport()->mapToGlobal(place));
        QApplication::sendEvent(panel(reader)->viewport(), &event);
        return panel(reader)->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }
};

TEST_F(LabelWindowTest, f2_renames_overARestart_andUndoTakesItBack)
{
    {
        const auto reader = startWithLabels({"later"});
        choose(*reader, u"later"_s);
        QTest::keyClick(panel(*reader), Qt::Key_F2);
        auto *dialog = reader->window.findChild<QInputDialog *>(u"labelName"_s);
        ASSERT_NE(dialog, nullptr);
        auto *field = dialog->findChild<QLineEdit *>();
        EXPECT_EQ(field->selectedText(), u"later"_s);
        field->setText(u"稍后 读"_s);
        QTest::keyClick(field, Qt::Key_Return);

        EXPECT_TRUE(Reader::waitFor(
            [&] { return labelRow(*reader, "稍后 读") == u"稍后 读 2 #3b82c4"_s; }));
        EXPECT_TRUE(labelRow(*reader, "later").isEmpty());
        EXPECT_TRUE(reader->said().contains(u"稍后 读"_s)) << reader->said().toStdString();
    }
    const auto reader = start();
    EXPECT_EQ(labelRow(*reader, "稍后 读"), u"稍后 读 2 #3b82c4"_s);
}

TEST_F(LabelWindowTest, undo_givesTheFormerName_andLeavesTheNewColour)
{
    const auto reader = startWithLabels({"later"});
    choose(*reader, u"later"_s);
    QTest::keyClick(panel(*reader), Qt::Key_F2);
    auto *dialog = reader->window.findChild<QInputDialog *>(u"labelName"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"now"_s);
    dialog->accept();
    ASSERT_TRUE(Reader::waitFor([&] { return !labelRow(*reader, "now").isEmpty(); }));
    core::Label recoloured = reader->states().snapshot()->labels.front();
    recoloured.colour = 0xc4563b;
    const auto other = start();
    other->states().saveLabel(recoloured);
    ASSERT_TRUE(Reader::waitFor([&] { return labelRow(*reader, "now") == u"now 2 #c4563b"_s; }));

    QTest::mouseClick(reader->window.findChild<QToolButton *>(u"undoButton"_s), Qt::LeftButton);

    EXPECT_TRUE(
        Reader::waitFor([&] { return labelRow(*reader, "later") == u"later 2 #c4563b"_s; }));
    EXPECT_TRUE(Reader::waitFor([&] { return !labelRow(*other, "later").isEmpty(); }));
}

TEST_F(LabelWindowTest, nameOfAnotherLabel_isNotTaken)
{
    const auto reader = startWithLabels({"later", "now"});
    choose(*reader, u"later"_s);
    QTest::keyClick(panel(*reader), Qt::Key_F2);
    auto *dialog = reader->window.findChild<QInputDialog *>(u"labelName"_s);
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *field = dialog->findChild<QLineEdit *>();

    QTest::keyClicks(field, u"NOW"_s);

    EXPECT_FALSE(ok->isEnabled());
    EXPECT_EQ(dialog->labelText(), u"Another label has this name:"_s);
    QTest::keyClicks(field, u" then"_s);
    EXPECT_TRUE(ok->isEnabled());
    field->clear();
    EXPECT_FALSE(ok->isEnabled());
}

TEST_F(LabelWindowTest, menu_givesAColour)
{
    const auto reader = startWithLabels({"later"});
    QMenu *menu = openMenu(*reader, u"later"_s);
    ASSERT_NE(menu, nullptr);
    const auto *colours = menu->findChild<QMenu *>(u"labelColours"_s);
    ASSERT_EQ(colours->actions().size(), static_cast<qsizetype>(ui::labelColours().size()));
    EXPECT_FALSE(colours->actions().at(0)->isEnabled()); // it has this one

    colours->actions().at(2)->trigger();

    EXPECT_TRUE(
        Reader::waitFor([&] { return labelRow(*reader, "later") == u"later 2 #4f9d5b"_s; }));
    menu->close();
}

TEST_F(LabelWindowTest, delete_saysWhatHappens_andUndoGivesItBackToItsArticles)
{
    const auto reader = startWithLabels({"later"});
    const auto other = start();
    choose(*reader, u"later"_s);
    QTest::keyClick(panel(*reader), Qt::Key_Delete);
    auto *box = reader->window.findChild<QMessageBox *>(u"deleteLabel"_s);
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(u"later"_s));
    EXPECT_TRUE(box->informativeText().startsWith(u"2 "_s)) << box->informativeText().toStdString();
    EXPECT_EQ(labelRow(*reader, "later"), u"later 2 #3b82c4"_s); // until it is said

    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    EXPECT_TRUE(Reader::waitFor([&] { return labelRow(*reader, "later").isEmpty(); }));
    EXPECT_TRUE(Reader::waitFor([&] { return labelRow(*other, "later").isEmpty(); }));
    EXPECT_TRUE(Reader::waitFor([&] { return reader->said().contains(u"later"_s); }));
    reader->action(u"undo"_s)->trigger();
    EXPECT_TRUE(
        Reader::waitFor([&] { return labelRow(*reader, "later") == u"later 2 #3b82c4"_s; }));
    EXPECT_TRUE(Reader::waitFor([&] { return !labelRow(*other, "later").isEmpty(); }));
}

TEST_F(LabelWindowTest, labelThatNoArticleHas_canStillBeDeleted)
{
    const auto reader = startWithLabels({"later"});
    ui::LabelEdit edit;
    edit.removed.push_back(reader->states().snapshot()->labels.front().id);

    reader->states().setLabels({0, 1}, edit);

    EXPECT_TRUE(
        Reader::waitFor([&] { return labelRow(*reader, "later") == u"later 0 #3b82c4"_s; }));
    EXPECT_NE(openMenu(*reader, u"later"_s), nullptr);
    EXPECT_EQ(indexOf(*reader, u"Unread"_s).row(), 0);
}

} // namespace
} // namespace lectern
