#include "tests/support/sample_folder.h"
#include "ui/search/article_results.h"
#include "ui/search/search_completer.h"
#include "ui/search/suggestion_delegate.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

/// A field with suggestions in a window of its own, driven by keys and mouse.
class SearchCompleterTest : public testing::Test
{
protected:
    SearchCompleterTest()
    {
        m_folder.writeSamples();
        m_folder.write(u"two.md"_s,
                       "---\ntitle: T\ntags: [stone circle, \"say \\\"hi\\\"\"]\n---\n\nText.\n");
        m_window.resize(500, 400);
        m_field->setGeometry(10, 10, 300, 30);
        m_results.setLibrary(m_folder.library());
        QObject::connect(m_field, &QLineEdit::textEdited, &m_results, &ui::ArticleResults::setLine);
        m_completer = new ui::SearchCompleter(m_field, m_results);
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window);
        m_field->setFocus();
    }

    void type(const QString &text) { QTest::keyClicks(m_field, text); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_field, key, modifiers);
    }

    QStringList suggestions() const
    {
        QStringList names;
        if (m_completer->isOpen()) {
            const QAbstractItemModel *model = m_completer->list()->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                names.append(model->index(row, 0).data().toString());
            }
        }
        return names;
    }

    test::SampleFolder m_folder;
    QWidget m_window;
    QLineEdit *m_field = new QLineEdit(&m_window);
    ui::ArticleResults m_results;
    ui::SearchCompleter *m_completer = nullptr;
};

TEST_F(SearchCompleterTest, fieldThenValue_byTab)
{
    type(u"ta"_s);
    EXPECT_EQ(suggestions(), QStringList({u"tag:"_s}));
    press(Qt::Key_Tab);
    EXPECT_EQ(m_field->text(), u"tag:"_s);
    EXPECT_EQ(suggestions().value(0), u"history"_s);
    type(u"st"_s);
    EXPECT_EQ(suggestions(),
              QStringList({u"stone"_s, u"stars"_s, u"stone circle"_s, u"history"_s}));
    press(Qt::Key_Tab);

    EXPECT_EQ(m_field->text(), u"tag:stone "_s);
    EXPECT_FALSE(m_completer->isOpen());
    EXPECT_TRUE(m_field->hasFocus());
}

TEST_F(SearchCompleterTest, downUpAndEnter_choose)
{
    type(u"tag:st"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(m_field->text(), u"tag:\"stone circle\" "_s);

    type(u"is:"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Enter);

    EXPECT_EQ(m_field->text(), u"tag:\"stone circle\" is:draft "_s);
}

TEST_F(SearchCompleterTest, mouse_takesARow)
{
    type(u"tag:say"_s);
    ASSERT_TRUE(m_completer->isOpen());
    QListView *list = m_completer->list();

    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());

    EXPECT_EQ(m_field->text(), u"tag:\"say \\\"hi\\\"\" "_s);
    EXPECT_TRUE(m_field->hasFocus());
}

TEST_F(SearchCompleterTest, wordUnderTheCursor_isCompleted)
{
    m_field->setText(u"水 tag:wa 石"_s);
    m_field->setCursorPosition(8);

    type(u"t"_s);
    EXPECT_EQ(suggestions(), QStringList({u"water"_s}));
    press(Qt::Key_Tab);

    EXPECT_EQ(m_field->text(), u"水 tag:water 石"_s);
    EXPECT_EQ(m_field->cursorPosition(), 11);
}

TEST_F(SearchCompleterTest, taking_tellsThatTheTextWasEdited_andCanBeUndone)
{
    type(u"ta"_s);
    const QSignalSpy edited(m_field, &QLineEdit::textEdited);

    press(Qt::Key_Tab);
    EXPECT_EQ(edited.size(), 1);
    m_field->undo();

    EXPECT_EQ(m_field->text(), u"ta"_s);
}

TEST_F(SearchCompleterTest, escape_closesTheListOnly)
{
    QAction escape;
    escape.setShortcut(Qt::Key_Escape);
    m_window.addAction(&escape);
    const QSignalSpy escaped(&escape, &QAction::triggered);
    type(u"tag:"_s);
    ASSERT_TRUE(m_completer->isOpen());

    press(Qt::Key_Escape);
    EXPECT_FALSE(m_completer->isOpen());
    EXPECT_EQ(escaped.size(), 0);
    press(Qt::Key_Escape);

    EXPECT_EQ(escaped.size(), 1);
    EXPECT_EQ(m_field->text(), u"tag:"_s);
}

TEST_F(SearchCompleterTest, enter_goesOn_whenNothingIsChosen)
{
    const QSignalSpy entered(m_field, &QLineEdit::returnPressed);

    type(u"stone"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(entered.size(), 1);
    type(u" tag:"_s);
    ASSERT_TRUE(m_completer->isOpen());
    press(Qt::Key_Return);

    EXPECT_EQ(entered.size(), 2);
    EXPECT_FALSE(m_completer->isOpen());
    EXPECT_EQ(m_field->text(), u"stone tag:"_s);
}

TEST_F(SearchCompleterTest, list_opensWhenAsked_andClosesWithTheFocus)
{
    auto *other = new QLineEdit(&m_window);
    other->show();
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(suggestions().value(0), u"tag:"_s);
    EXPECT_EQ(std::size_t(suggestions().size()), core::kQueryKeywords.size());

    other->setFocus();

    EXPECT_FALSE(m_completer->isOpen());
}

TEST_F(SearchCompleterTest, movingAway_closesTheList)
{
    type(u"stone tag:wat"_s);
    ASSERT_TRUE(m_completer->isOpen());
    press(Qt::Key_Left);
    EXPECT_TRUE(m_completer->isOpen());

    press(Qt::Key_Home);

    EXPECT_FALSE(m_completer->isOpen());
}

TEST_F(SearchCompleterTest, rows_sayWhatTheyMean)
{
    type(u"is:"_s);
    const QModelIndex first = m_completer->list()->model()->index(0, 0);
    EXPECT_EQ(first.data(ui::SuggestionDelegate::HintRole).toString(), u"unread"_s);
    m_field->clear();
    type(u"tag:water"_s.left(7)); // tag:wat
    EXPECT_EQ(
        m_completer->list()->model()->index(0, 0).data(ui::SuggestionDelegate::HintRole).toString(),
        u"2"_s);
    EXPECT_FALSE(m_completer->list()->grab().isNull());
}

TEST_F(SearchCompleterTest, eachField_hasAHint)
{
    press(Qt::Key_Space, Qt::ControlModifier);

    const QAbstractItemModel *model = m_completer->list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        EXPECT_NE(model->index(row, 0).data(ui::SuggestionDelegate::HintRole).toString(), QString())
            << row;
    }
}

} // namespace
} // namespace lectern
