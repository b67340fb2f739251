#include "tests/ui/window/state_reader.h"
#include "ui/common/state_page.h"
#include "ui/highlights/highlight_list_model.h"
#include "ui/highlights/highlight_list_view.h"
#include "ui/highlights/highlights_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <nlohmann/json.hpp>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using core::HighlightColour;
using test::Reader;
using ui::HighlightListModel;

constexpr const char *kClaims = "A claim is made here. The second sentence says more of it.";
constexpr const char *kSea = "海很大。海也很深，没有人知道有多深。完。";

class HighlightsWindowTest : public test::ReaderTest
{
protected:
    HighlightsWindowTest()
    {
        m_folder.write(u"claims.md"_s,
                       "---\ntitle: Claims\ndate: 2025-03-06\n---\n\n" + std::string(kClaims));
        m_folder.write(u"sea.md"_s,
                       "---\ntitle: 大海\ndate: 2025-03-07\nlang: zh\n---\n\n" + std::string(kSea));
    }

    static std::size_t kept(Reader &reader)
    {
        const auto states = reader.states().snapshot();
        return states && states->highlights ? states->highlights->size() : 0;
    }

    static void highlight(Reader &reader, const QByteArray &path, const QString &text,
                          const QString &quote, const std::string &note = {},
                          HighlightColour colour = HighlightColour::Yellow)
    {
        const std::size_t before = kept(reader);
        core::Highlight made;
        made.note = note;
        made.colour = colour;
        const auto start = static_cast<std::size_t>(text.left(text.indexOf(quote)).toUtf8().size());
        reader.states().addHighlight(
            *reader.states().library()->findPath(path.toStdString()), text,
            {start, start + static_cast<std::size_t>(quote.toUtf8().size())}, made, &reader.window,
            [](const core::Highlight &) {});
        ASSERT_TRUE(Reader::waitFor([&] { return kept(reader) == before + 1; }));
    }

    /// Three, the newest of them about the sea.
    static void highlightSome(Reader &reader)
    {
        const QString claims = QString::fromUtf8(kClaims);
        highlight(reader, "claims.md", claims, u"A claim is made"_s);
        highlight(reader, "claims.md", claims, u"says more"_s, "Of what?", HighlightColour::Blue);
        highlight(reader, "sea.md", QString::fromUtf8(kSea), u"也很深"_s, "有多深？");
    }

    static ui::HighlightsView *open(const Reader &reader)
    {
        reader.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        auto *view = reader.window.findChild<ui::HighlightsView *>();
        EXPECT_NE(view, nullptr);
        view->activateWindow();
        (void)Reader::waitFor([&] { return QApplication::activeWindow() == view; });
        return view;
    }

    static ui::HighlightListView *list(const ui::HighlightsView *view)
    {
        return view->findChild<ui::HighlightListView *>();
    }

    static QStringList quotes(const ui::HighlightsView *view)
    {
        QStringList quotes;
        for (int row = 0; row < list(view)->model()->rowCount(); ++row) {
            quotes.append(list(view)->model()->index(row, 0).data().toString());
        }
        return quotes;
    }

    static void click(const ui::HighlightsView *view, int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = list(view)->model()->index(row, 0);
        list(view)->scrollTo(index);
        QTest::mouseClick(list(view)->viewport(), Qt::LeftButton, modifiers,
                          list(view)->visualRect(index).center());
    }

    static QString said(const ui::HighlightsView *view)
    {
        return view->findChild<QLabel *>(u"highlightsSaid"_s)->text();
    }

    /// Of the page that is shown in place of a list.
    static QString stateTitle(const ui::HighlightsView *view)
    {
        for (const auto *page : view->findChildren<ui::StatePage *>()) {
            if (page->isVisible()) {
                return page->findChild<QLabel *>(u"stateTitle"_s)->text();
            }
        }
        return {};
    }

    static void choose(const ui::HighlightsView *view, const QString &combo, const QString &text)
    {
        auto *box = view->findChild<QComboBox *>(combo);
        ASSERT_GE(box->findText(text), 0) << text.toStdString();
        box->setFocus();
        while (box->currentText() != text) {
            QTest::keyClick(box,
                            box->currentIndex() < box->findText(text) ? Qt::Key_Down : Qt::Key_Up);
        }
    }

    /// By the menu of the button and the dialog that asks for a name.
    static void exportTo(ui::HighlightsView *view, const QString &scope, const QString &file)
    {
        auto *menu = view->findChild<QPushButton *>(u"exportHighlights"_s)->menu();
        emit menu->aboutToShow();
        auto *action = view->findChild<QAction *>(scope);
        ASSERT_TRUE(action->isEnabled());
        action->trigger();
        auto *dialog = view->findChild<QFileDialog *>(u"exportDialog"_s);
        ASSERT_NE(dialog, nullptr);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
    }

    static QByteArray read(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static QByteArray exported(ui::HighlightsView *view, const QString &scope, const QString &file)
    {
        exportTo(view, scope, file);
        EXPECT_TRUE(Reader::waitFor([&] { return said(view).contains(u" written to "_s); }));
        return read(file);
    }
};

TEST_F(HighlightsWindowTest, saysWhatToDo_whereNothingIsHighlighted_andGoesByEscape)
{
    const auto reader = start();

    auto *view = open(*reader);

    EXPECT_TRUE(view->isVisible());
    EXPECT_EQ(stateTitle(view), u"No highlights yet"_s);
    EXPECT_FALSE(view->findChild<QPushButton *>(u"exportHighlights"_s)->isEnabled());
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_FALSE(view->isVisible());
    reader->action(u"highlights"_s)->trigger();
    EXPECT_TRUE(view->isVisible());
}

TEST_F(HighlightsWindowTest, listsAllOfTheFolder_overARestart_andFollows)
{
    {
        const auto reader = start();
        highlightSome(*reader);
    }
    const auto reader = start();
    ASSERT_TRUE(Reader::waitFor([&] { return kept(*reader) == 3; }));
    const auto *view = open(*reader);
    EXPECT_EQ(quotes(view).size(), 3);
    EXPECT_EQ(quotes(view).front(), u"也很深"_s);
    EXPECT_EQ(said(view), u"3 highlight(s)"_s);

    highlight(*reader, "claims.md", QString::fromUtf8(kClaims), u"second sentence"_s);

    EXPECT_TRUE(Reader::waitFor([&] { return quotes(view).size() == 4; }));
}

TEST_F(HighlightsWindowTest, click_showsTheArticleAtTheHighlight)
{
    const auto reader = start();
    highlightSome(*reader);
    const auto *view = open(*reader);
    reader->page()->setWords(QString::fromUtf8(kSea));

    click(view, 0);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->shownArticle() == "sea.md"; }));
    const auto id = list(view)->model()->index(0, 0).data(HighlightListModel::IdRole).toLongLong();
    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->highlight() == id; }));
    reader->page()->setWords(QString::fromUtf8(kClaims));
    click(view, 1, Qt::ControlModifier); // only selects
    EXPECT_EQ(reader->page()->shownArticle(), "sea.md");
    click(view, 1);
    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->shownArticle() == "claims.md"; }));
    click(view, 2); // the same article, another place
    const auto other
        = list(view)->model()->index(2, 0).data(HighlightListModel::IdRole).toLongLong();
    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->highlight() == other; }));
}

TEST_F(HighlightsWindowTest, keys_filterAndOpen)
{
    const auto reader = start();
    highlightSome(*reader);
    const auto *view = open(*reader);
    reader->page()->setWords(QString::fromUtf8(kClaims));
    auto *words = view->findChild<QLineEdit *>(u"highlightFilter"_s);
    ASSERT_TRUE(words->hasFocus());

    QTest::keyClicks(words, u"OF WHAT"_s);
    EXPECT_EQ(quotes(view), QStringList({u"says more"_s}));
    EXPECT_EQ(said(view), u"1 of 3 highlights"_s);
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(list(view)->hasFocus());
    QTest::keyClick(list(view), Qt::Key_Return);

    EXPECT_TRUE(Reader::waitFor([&] { return reader->page()->shownArticle() == "claims.md"; }));
}

TEST_F(HighlightsWindowTest, delete_takesThoseThatAreSelected_andOneUndoPutsThemBack)
{
    const auto reader = start();
    highlightSome(*reader);
    const auto *view = open(*reader);
    const QStringList before = quotes(view);
    click(view, 0);
    click(view, 2, Qt::ControlModifier);

    QTest::keyClick(list(view), Qt::Key_Delete);
    ASSERT_TRUE(Reader::waitFor([&] { return quotes(view).size() == 1; }));
    EXPECT_EQ(quotes(view).front(), before[1]);
    EXPECT_TRUE(Reader::waitFor([&] { return reader->said() == u"2 highlight(s) deleted"_s; }));
    QTest::keyClick(list(view), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(Reader::waitFor([&] { return quotes(view) == before; }));

    click(view, 1);
    QTest::mouseClick(view->findChild<QPushButton *>(u"deleteHighlights"_s), Qt::LeftButton);
    ASSERT_TRUE(Reader::waitFor([&] { return quotes(view).size() == 2; }));
    QTest::mouseClick(view->findChild<QToolButton *>(u"undoHighlights"_s), Qt::LeftButton);
    EXPECT_TRUE(Reader::waitFor([&] { return quotes(view) == before; }));
}

TEST_F(HighlightsWindowTest, colourArticleAndOrder_areChosen_andAllComeBack)
{
    const auto reader = start();
    highlightSome(*reader);
    const auto *view = open(*reader);

    choose(view, u"highlightColour"_s, u"Blue"_s);
    EXPECT_EQ(quotes(view), QStringList({u"says more"_s}));
    choose(view, u"highlightArticle"_s, u"大海 (1)"_s);
    EXPECT_EQ(stateTitle(view), u"No highlight matches"_s);
    for (auto *button : view->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Show All Highlights"_s) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_EQ(quotes(view).size(), 3);
    choose(view, u"highlightArticle"_s, u"Claims (2)"_s);
    EXPECT_EQ(quotes(view), QStringList({u"says more"_s, u"A claim is made"_s}));
    choose(view, u"highlightArticle"_s, u"All articles"_s);
    choose(view, u"highlightOrder"_s, u"By article"_s);
    const QStringList byArticle = quotes(view);
    EXPECT_EQ(byArticle.indexOf(u"A claim is made"_s) + 1, byArticle.indexOf(u"says more"_s));
}

TEST_F(HighlightsWindowTest, articleThatIsGone_isMarked_andAClickSaysWhatToDo)
{
    {
        const auto reader = start();
        highlightSome(*reader);
    }
    m_folder.remove(u"sea.md"_s);
    const auto reader = start();
    ASSERT_TRUE(Reader::waitFor([&] { return kept(*reader) == 3; }));
    const auto *view = open(*reader);
    const QModelIndex gone = list(view)->model()->index(0, 0);
    EXPECT_TRUE(gone.data(HighlightListModel::UnplacedRole).toBool());
    EXPECT_EQ(gone.data(HighlightListModel::TitleRole).toString(), u"大海"_s);
    const QByteArray before = reader->page()->shownArticle();

    click(view, 0);

    EXPECT_TRUE(said(view).startsWith(u"Its article is not in the folder now."_s));
    EXPECT_EQ(reader->page()->shownArticle(), before);
}

TEST_F(HighlightsWindowTest, export_writesTheSelection_asMarkdownWithTheSentence)
{
    const auto reader = start();
    highlightSome(*reader);
    auto *view = open(*reader);
    click(view, 0);

    const QByteArray text = exported(view, u"exportSelected"_s, m_home.filePath(u"mine.md"_s));

    EXPECT_EQ(QString::fromUtf8(text),
              u"## 大海\n\n2025\\-03\\-07\n\n- **也很深** (yellow)\n"
              "  > 海也很深，没有人知道有多深。\n\n  有多深？\n"_s.replace(u"\\-"_s, u"-"_s));
    EXPECT_TRUE(said(view).startsWith(u"1 highlight(s) written to "_s));
}

TEST_F(HighlightsWindowTest, export_writesWhatIsListed_asTable)
{
    const auto reader = start();
    highlightSome(*reader);
    auto *view = open(*reader);
    view->findChild<QLineEdit *>(u"highlightFilter"_s)->setText(u"claims"_s);

    const QString text
        = QString::fromUtf8(exported(view, u"exportListed"_s, m_home.filePath(u"mine.csv"_s)));

    EXPECT_EQ(text.count(u"\r\n"_s), 3);
    EXPECT_TRUE(text.contains(u"\"says more\",\"The second sentence says more of it.\","
                              "\"Of what?\",\"blue\""_s));
    EXPECT_FALSE(text.contains(u"大海"_s));
}

TEST_F(HighlightsWindowTest, export_writesAll_asAnnotations)
{
    const auto reader = start();
    highlightSome(*reader);
    auto *view = open(*reader);
    view->findChild<QLineEdit *>(u"highlightFilter"_s)->setText(u"claims"_s);

    const QByteArray text = exported(view, u"exportAll"_s, m_home.filePath(u"mine.json"_s));

    const auto page = nlohmann::json::parse(text.toStdString());
    EXPECT_EQ(page["type"], "AnnotationPage");
    ASSERT_EQ(page["items"].size(), 3U);
    EXPECT_EQ(page["items"][0]["target"]["selector"]["exact"], "也很深");
    EXPECT_EQ(page["items"][0]["body"][1]["value"], "海也很深，没有人知道有多深。");
}

TEST_F(HighlightsWindowTest, export_getsTheEndOfTheFormatThatIsChosen)
{
    const auto reader = start();
    highlightSome(*reader);
    auto *view = open(*reader);
    view->findChild<QAction *>(u"exportAll"_s)->trigger();
    auto *dialog = view->findChild<QFileDialog *>(u"exportDialog"_s);
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->selectedFiles().value(0).endsWith(u"/highlights.md"_s));

    dialog->selectNameFilter(dialog->nameFilters().at(1));
    emit dialog->filterSelected(dialog->selectedNameFilter());
    EXPECT_TRUE(dialog->selectedFiles().value(0).endsWith(u"/highlights.csv"_s));
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(m_home.filePath(u"other"_s));
    QTest::keyClick(name, Qt::Key_Return);

    ASSERT_TRUE(Reader::waitFor([&] { return said(view).contains(u" written to "_s); }));
    EXPECT_TRUE(read(m_home.filePath(u"other.csv"_s)).startsWith("title,source"));
}

TEST_F(HighlightsWindowTest, export_isRefusedInTheFolder_andSaysWhatToDo)
{
    const auto reader = start();
    highlightSome(*reader);
    auto *view = open(*reader);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);

    exportTo(view, u"exportAll"_s, m_folder.path() + u"/mine.md"_s);

    QMessageBox *box = nullptr;
    ASSERT_TRUE(Reader::waitFor([&] {
        box = view->findChild<QMessageBox *>(u"exportFailed"_s);
        return box != nullptr && box->isVisible();
    }));
    EXPECT_TRUE(box->informativeText().contains(u"which Lectern never changes. Choose"_s));
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), before);
    QTest::mouseClick(box->button(QMessageBox::Close), Qt::LeftButton);
    EXPECT_TRUE(view->isVisible());
}

} // namespace
} // namespace lectern
