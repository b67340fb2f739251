#include "tests/support/fake_browser.h"
#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "tests/support/temporary_folder.h"
#include "ui/common/marked_text.h"
#include "ui/list/article_list_view.h"
#include "ui/list/article_roles.h"
#include "ui/reading/reader_pane.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facet_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::FakeReaderView;

constexpr int kPatienceMs = 20'000;

/// A window over a session, driven as a person would.
class Desk final
{
public:
    /// With a folder for the kept index, which most tests do without.
    explicit Desk(const QString &cache = {})
        : session(cache.toStdString())
        , window(session, states, [](QWidget *parent) { return new FakeReaderView(parent); })
    {
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
    }

    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        return window.findChild<Widget *>(name);
    }

    FakeReaderView *fake() const { return find<FakeReaderView>(); }

    ui::ArticleListView *list() const { return find<ui::ArticleListView>(); }

    ui::FacetPanel *facets() const { return find<ui::FacetPanel>(); }

    QLineEdit *search() const { return find<QLineEdit>(u"search"_s); }

    bool open(const QString &path)
    {
        window.openPath(path);
        return QTest::qWaitFor([this] { return !session.isBusy(); }, kPatienceMs)
            && (!session.library() || session.library()->size() == 0
                || QTest::qWaitFor([this] { return fake() != nullptr; }, kPatienceMs));
    }

    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            titles.append(list()->model()->index(row, 0).data().toString());
        }
        return titles;
    }

    void clickTerm(core::QueryField field, const QString &name,
                   Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const auto *model = qobject_cast<ui::FacetModel *>(facets()->model());
        const QModelIndex index = model->termIndex(field, name);
        ASSERT_TRUE(index.isValid()) << name.toStdString();
        QTest::mouseClick(facets()->viewport(), Qt::LeftButton, modifiers,
                          facets()->visualRect(index).center());
    }

    void clickArticle(int row) const
    {
        const QModelIndex index = list()->model()->index(row, 0);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(index).center());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        QTest::keyClick(target, key, modifiers);
    }

    void chooseTheme(ui::ThemeChoice choice) const
    {
        find<QActionGroup>(u"themes"_s)->actions().at(static_cast<int>(choice))->trigger();
    }

    /// The headings of the pages that stand where a list or an article would.
    QStringList stateTitles() const
    {
        QStringList titles;
        for (const QLabel *label : window.findChildren<QLabel *>(u"stateTitle"_s)) {
            if (label->isVisible()) {
                titles.append(label->text());
            }
        }
        return titles;
    }

    ui::LibrarySession session;
    ui::ReadingStates states{std::string()};
    ui::MainWindow window;
};

class MainWindowTest : public testing::Test
{
protected:
    MainWindowTest() { m_folder.writeSamples(); }

    test::SampleFolder m_folder;
};

TEST_F(MainWindowTest, firstStart_saysWhatToDo)
{
    const Desk desk;

    EXPECT_EQ(desk.stateTitles().value(0), u"Open a folder of articles"_s);
}

TEST_F(MainWindowTest, openFolder_listsItsArticles_newestFirst)
{
    Desk desk;

    ASSERT_TRUE(desk.open(m_folder.path()));

    EXPECT_EQ(desk.titles().first(), u"Bridges of the old town"_s);
    EXPECT_EQ(desk.titles().size(), 6);
    EXPECT_EQ(desk.find<QLabel>(u"hits"_s)->text(), u"6 article(s)"_s);
}

TEST_F(MainWindowTest, articleWithoutASummary_showsHowItsTextBegins)
{
    Desk desk;
    const tests::TemporaryFolder bare;
    bare.write("a.md", "---\ntitle: A\n---\nText about stones.\n");
    ASSERT_TRUE(desk.open(QString::fromStdString(bare.path())));

    EXPECT_TRUE(QTest::qWaitFor(
        [&desk] {
            const QVariant excerpt = desk.list()->model()->index(0, 0).data(ui::ExcerptRole);
            return excerpt.value<ui::MarkedText>().text == u"Text about stones."_s;
        },
        kPatienceMs));
}

TEST_F(MainWindowTest, openFile_showsTheArticle)
{
    Desk desk;

    ASSERT_TRUE(desk.open(m_folder.path() + u"/kexue.md"_s));

    EXPECT_EQ(desk.window.shownArticle(), QByteArray("kexue.md"));
    EXPECT_EQ(desk.fake()->shownArticle(), QByteArray("kexue.md"));
    EXPECT_EQ(desk.list()->currentIndex().data().toString(), u"科学的春天"_s);
}

TEST_F(MainWindowTest, openFile_showsTheArticle_thatTheKeptIndexDoesNotKnow)
{
    const QTemporaryDir cache;
    {
        Desk desk(cache.path());
        ASSERT_TRUE(desk.open(m_folder.path()));
    }
    m_folder.write(u"new.md"_s, "---\ntitle: New\n---\n\nWords.\n");
    Desk desk(cache.path());

    ASSERT_TRUE(desk.open(m_folder.path() + u"/new.md"_s));

    EXPECT_EQ(desk.window.shownArticle(), QByteArray("new.md"));
    EXPECT_EQ(desk.list()->currentIndex().data().toString(), u"New"_s);
}

TEST_F(MainWindowTest, openFile_thatIsNoArticle_saysWhatToDo)
{
    m_folder.write(u"notes.txt"_s, "Not an article.\n");
    Desk desk;

    ASSERT_TRUE(desk.open(m_folder.path() + u"/notes.txt"_s));

    EXPECT_TRUE(desk.stateTitles().value(0).endsWith(u"notes.txt cannot be opened"_s));
}

TEST_F(MainWindowTest, emptyFolder_saysWhatToDo)
{
    const QTemporaryDir empty;
    Desk desk;

    ASSERT_TRUE(desk.open(empty.path()));

    EXPECT_TRUE(desk.stateTitles().value(0).startsWith(u"No articles in "_s));
}

TEST_F(MainWindowTest, missingFolder_saysWhatToDo)
{
    Desk desk;

    ASSERT_TRUE(desk.open(m_folder.path() + u"/absent"_s));

    EXPECT_TRUE(desk.stateTitles().value(0).endsWith(u"cannot be opened"_s));
}

TEST_F(MainWindowTest, facets_includeExcludeAndCombine)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.clickTerm(core::QueryField::Tag, u"history"_s);
    EXPECT_EQ(
        desk.titles(),
        QStringList({u"Bridges of the old town"_s, u"Lamps along the quay"_s, u"科学的春天"_s}));
    desk.clickTerm(core::QueryField::Category, u"city"_s);
    EXPECT_EQ(desk.titles(),
              QStringList({u"Bridges of the old town"_s, u"Lamps along the quay"_s}));
    desk.clickTerm(core::QueryField::Tag, u"stone"_s, Qt::AltModifier);
    EXPECT_EQ(desk.titles(), QStringList({u"Lamps along the quay"_s}));
    desk.clickTerm(core::QueryField::Tag, u"stone"_s, Qt::AltModifier);
    desk.clickTerm(core::QueryField::Category, u"city"_s);
    desk.clickTerm(core::QueryField::Tag, u"history"_s);

    EXPECT_EQ(desk.titles().size(), 6);
    EXPECT_EQ(desk.search()->text(), QString());
}

TEST_F(MainWindowTest, facetMenu_leavesArticlesOut_byMouseAndKeys)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    const auto *model = qobject_cast<ui::FacetModel *>(desk.facets()->model());
    const QModelIndex city = model->termIndex(core::QueryField::Category, u"city"_s);
    const QPoint place = desk.facets()->visualRect(city).center();
    QWidget *viewport = desk.facets()->viewport();

    // A menu takes no click before the mouse was anywhere.
    QTest::mouseMove(desk.window.windowHandle(), viewport->mapTo(&desk.window, place));
    QContextMenuEvent rightClick(QContextMenuEvent::Mouse, place, viewport->mapToGlobal(place));
    QApplication::sendEvent(viewport, &rightClick);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 3);
    EXPECT_FALSE(menu->actions().at(2)->isEnabled()); // there is no filter yet
    QTest::mouseClick(menu, Qt::LeftButton, {},
                      menu->actionGeometry(menu->actions().at(1)).center());
    EXPECT_EQ(desk.search()->text(), u"-category:city"_s);
    EXPECT_EQ(desk.titles().size(), 3);

    desk.facets()->setFocus();
    desk.facets()->setCurrentIndex(model->termIndex(core::QueryField::Category, u"city"_s));
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(desk.facets(), &menuKey);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);

    EXPECT_EQ(desk.search()->text(), u"category:city"_s);
}

TEST_F(MainWindowTest, facets_workWithTheKeyboard)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    const auto *model = qobject_cast<ui::FacetModel *>(desk.facets()->model());
    desk.facets()->setFocus();
    desk.facets()->setCurrentIndex(model->termIndex(core::QueryField::Category, u"nature"_s));

    QTest::keyClick(desk.facets(), Qt::Key_Return);
    EXPECT_EQ(desk.titles(), QStringList({u"The river in spring"_s, u"科学的春天"_s}));
    QTest::keyClick(desk.facets(), Qt::Key_Space, Qt::AltModifier);
    EXPECT_EQ(desk.titles().size(), 4);
    EXPECT_EQ(desk.facets()->currentIndex().data(ui::FacetModel::NameRole).toString(), u"nature"_s);
}

TEST_F(MainWindowTest, search_followsEachKey_andShowsHits)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.press(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(desk.search()->hasFocus());
    QTest::keyClicks(desk.search(), u"stone"_s);

    EXPECT_EQ(desk.titles(),
              QStringList({u"Bridges of the old town"_s, u"Lamps along the quay"_s}));
    EXPECT_EQ(desk.find<QLabel>(u"hits"_s)->text(), u"2 of 6 article(s)"_s);
}

TEST_F(MainWindowTest, search_withoutHits_saysSo_andEscapeClears)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.press(Qt::Key_Slash);
    ASSERT_TRUE(desk.search()->hasFocus());

    QTest::keyClicks(desk.search(), u"zzz"_s);
    EXPECT_TRUE(desk.stateTitles().contains(u"No article found"_s));
    desk.press(Qt::Key_Escape);

    EXPECT_EQ(desk.titles().size(), 6);
    EXPECT_TRUE(desk.list()->isVisible());
}

TEST_F(MainWindowTest, search_namesTheConditionThatLeavesNothing)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.press(Qt::Key_Slash);

    QTest::keyClicks(desk.search(), u"stone zzz"_s);

    const QList<QLabel *> texts = desk.window.findChildren<QLabel *>(u"stateText"_s);
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"“zzz” leaves no article."_s);
    }));
}

TEST_F(MainWindowTest, search_saysWhatItDidNotUnderstand_andStillSearches)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.press(Qt::Key_Slash);

    QTest::keyClicks(desk.search(), u"\"stone"_s);
    EXPECT_TRUE(desk.find<QLabel>(u"searchHint"_s)
                    ->text()
                    .startsWith(u"The quotation mark is not closed"_s));
    EXPECT_EQ(desk.titles().size(), 2);
    QTest::keyClicks(desk.search(), u"\""_s);

    EXPECT_FALSE(desk.find<QLabel>(u"searchHint"_s)->isVisible());
}

TEST_F(MainWindowTest, keysAndClicks_pickArticles)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.press(Qt::Key_J);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/bridges.md"));
    desk.press(Qt::Key_J);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/river.md"));
    desk.press(Qt::Key_K);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/bridges.md"));
    desk.clickArticle(2);

    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/lamps.md"));
}

TEST_F(MainWindowTest, letters_typeInTheSearchField)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.press(Qt::Key_Slash);

    desk.press(Qt::Key_J);
    desk.press(Qt::Key_Slash);

    EXPECT_EQ(desk.search()->text(), u"j/"_s);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray());
}

TEST_F(MainWindowTest, link_selectsTheArticle_andBackReturns)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.clickArticle(0);

    desk.fake()->showArticle("2025/river.md"); // as a click on a link in the page does
    EXPECT_EQ(desk.list()->currentIndex().data().toString(), u"The river in spring"_s);
    desk.press(Qt::Key_Left, Qt::AltModifier);

    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/bridges.md"));
    EXPECT_EQ(desk.list()->currentIndex().data().toString(), u"Bridges of the old town"_s);
}

TEST_F(MainWindowTest, pageFilter_editsTheSearch)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    emit desk.fake()->filterRequested(core::Taxonomy::Tag, u"stars"_s);

    EXPECT_EQ(desk.search()->text(), u"tag:stars"_s);
    EXPECT_EQ(desk.titles(), QStringList({u"科学的春天"_s}));
}

TEST_F(MainWindowTest, filter_keepsTheOpenArticle)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.clickArticle(0);

    desk.clickTerm(core::QueryField::Category, u"nature"_s);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/bridges.md"));
    EXPECT_FALSE(desk.list()->currentIndex().isValid());
    desk.clickTerm(core::QueryField::Category, u"nature"_s);

    EXPECT_EQ(desk.list()->currentIndex().data().toString(), u"Bridges of the old town"_s);
}

TEST_F(MainWindowTest, refresh_keepsSelectionAndPlace_whenRowsComeAbove)
{
    for (int i = 0; i < 60; ++i) {
        const QString day = u"%1"_s.arg(i % 28 + 1, 2, 10, QLatin1Char('0'));
        m_folder.write(u"old/%1.md"_s.arg(i, 3, 10, QLatin1Char('0')),
                       "---\ntitle: Old " + std::to_string(i) + "\ndate: 2024-01-"
                           + day.toStdString() + "\n---\n");
    }
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    const QModelIndex chosen = desk.list()->model()->index(30, 0);
    desk.list()->scrollTo(chosen, QAbstractItemView::PositionAtTop);
    desk.clickArticle(31);
    const QByteArray path = desk.window.shownArticle();
    const int y = desk.list()->visualRect(desk.list()->currentIndex()).top();
    for (int i = 0; i < 10; ++i) {
        m_folder.write(u"new%1.md"_s.arg(i), "---\ntitle: New\ndate: 2026-01-01\n---\n");
    }
    m_folder.remove(u"2025/lamps.md"_s);

    desk.press(Qt::Key_F5);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.titles().size() == 66 + 9; }, kPatienceMs));

    EXPECT_EQ(desk.window.shownArticle(), path);
    EXPECT_EQ(desk.list()->currentIndex().data(ui::PathRole).toByteArray(), path);
    EXPECT_EQ(desk.list()->visualRect(desk.list()->currentIndex()).top(), y);
}

TEST_F(MainWindowTest, sort_turnsTheList)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.find<QActionGroup>(u"orders"_s)->actions().at(1)->trigger();

    EXPECT_EQ(desk.titles().last(), u"Bridges of the old town"_s);
}

TEST_F(MainWindowTest, findBar_marksStepsAndCloses)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.clickArticle(0);

    desk.press(Qt::Key_F, Qt::ControlModifier);
    auto *field = desk.find<QLineEdit>(u"find"_s);
    ASSERT_TRUE(field->hasFocus());
    QTest::keyClicks(field, u"ab"_s);
    EXPECT_EQ(desk.fake()->foundText(), u"ab"_s);
    EXPECT_EQ(desk.find<QLabel>(u"findResult"_s)->text(), u"1 of 3"_s);
    desk.press(Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(desk.fake()->findSteps(), 1);
    desk.press(Qt::Key_Escape);

    EXPECT_FALSE(field->isVisible());
    EXPECT_EQ(desk.fake()->foundText(), QString());
}

TEST_F(MainWindowTest, zoom_isKeptWithinReason)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.press(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_NEAR(desk.fake()->pageStyle().zoom, 1.1, 0.001);
    for (int i = 0; i < 40; ++i) {
        desk.press(Qt::Key_Minus, Qt::ControlModifier);
    }
    EXPECT_NEAR(desk.fake()->pageStyle().zoom, 0.3, 0.001);
    desk.press(Qt::Key_0, Qt::ControlModifier);

    EXPECT_EQ(desk.fake()->pageStyle().zoom, 1);
}

TEST_F(MainWindowTest, theme_changesWindowAndPage)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.chooseTheme(ui::ThemeChoice::Dark);

    EXPECT_EQ(desk.fake()->pageStyle().theme, core::Theme::Dark);
    EXPECT_TRUE(QTest::qWaitFor(
        [&desk] { return desk.window.palette().color(QPalette::Base).lightness() < 128; }));
    desk.chooseTheme(ui::ThemeChoice::Light);
    EXPECT_EQ(desk.fake()->pageStyle().theme, core::Theme::Light);
}

TEST_F(MainWindowTest, hoveredLink_isPreviewed)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    emit desk.fake()->linkHovered(QUrl(u"https://example.org/a"_s));
    EXPECT_EQ(desk.window.statusBar()->currentMessage(), u"https://example.org/a"_s);
    emit desk.fake()->linkHovered({});

    EXPECT_EQ(desk.window.statusBar()->currentMessage(), QString());
}

TEST_F(MainWindowTest, externalLinks_goToTheBrowser_whenTheirSchemeIsHarmless)
{
    const test::FakeBrowser browser;
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    for (const QString &url : {u"https://example.org/"_s, u"ssh://h/"_s, u"file:///etc/passwd"_s,
                               u"mailto:a@example.org"_s}) {
        emit desk.fake()->externalLinkActivated(QUrl(url));
    }

    EXPECT_EQ(browser.opened, QStringList({u"https://example.org/"_s, u"mailto:a@example.org"_s}));
}

TEST_F(MainWindowTest, droppedFolder_isOpened)
{
    Desk desk;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder.path())});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&desk.window, &enter);
    ASSERT_TRUE(enter.isAccepted());

    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&desk.window, &drop);

    ASSERT_TRUE(QTest::qWaitFor([&desk] { return desk.titles().size() == 6; }, kPatienceMs));
}

TEST_F(MainWindowTest, brokenArticle_tellsAboveIt_andOpensTheProblems)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    desk.clickArticle(0);
    EXPECT_FALSE(desk.find<QWidget>(u"problemBar"_s)->isVisible());
    desk.window.showArticle("broken.md");
    EXPECT_TRUE(desk.find<QWidget>(u"problemBar"_s)->isVisible());
    EXPECT_EQ(desk.find<QLabel>(u"problemText"_s)->text(),
              u"Line 2: The value of \"title\" goes on after its closing quote at column 12. "
              "Used instead: \"a\" b · 1 more"_s);
    QTest::mouseClick(desk.find<QToolButton>(u"allProblems"_s), Qt::LeftButton);

    ASSERT_TRUE(desk.find<QDialog>(u"problems"_s)->isVisible());
    EXPECT_FALSE(desk.find<QLabel>(u"problemCount"_s)->text().isEmpty());
}

TEST_F(MainWindowTest, recentMenu_listsOpenedFolders_latestFirst)
{
    const QTemporaryDir other;
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    ASSERT_TRUE(desk.open(other.path()));

    EXPECT_EQ(desk.window.state().recentFolders, QStringList({other.path(), m_folder.path()}));
}

TEST_F(MainWindowTest, recentMenu_opensAFolderAgain)
{
    const QTemporaryDir other;
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    ASSERT_TRUE(desk.open(other.path()));
    ASSERT_TRUE(desk.titles().isEmpty());

    auto *menu = desk.find<QMenu>(u"recentFolders"_s);
    emit menu->aboutToShow(); // as when it drops down
    menu->actions().at(1)->trigger();

    EXPECT_TRUE(QTest::qWaitFor([&desk] { return desk.titles().size() == 6; }, kPatienceMs));
}

TEST_F(MainWindowTest, recentMenu_forgetsAFolderThatCannotBeOpened)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    ASSERT_TRUE(desk.open(m_folder.path() + u"/absent"_s));

    EXPECT_EQ(desk.window.state().recentFolders, QStringList({m_folder.path()}));
}

TEST_F(MainWindowTest, openFolder_asksWhichOne)
{
    Desk desk;
    const QString folder = m_folder.path();
    QTimer::singleShot(0, &desk.window, [folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(folder);
        QTest::keyClick(name, Qt::Key_Return);
    });

    desk.press(Qt::Key_O, Qt::ControlModifier);

    EXPECT_TRUE(QTest::qWaitFor([&desk] { return desk.titles().size() == 6; }, kPatienceMs));
}

TEST_F(MainWindowTest, cancel_stopsAndSaysSo)
{
    Desk desk;
    desk.window.openPath(m_folder.path());

    desk.find<QAction>(u"cancel"_s)->trigger();

    EXPECT_EQ(desk.stateTitles().value(0), u"Reading was stopped"_s);
}

TEST_F(MainWindowTest, state_comesBack)
{
    ui::WindowState state;
    {
        Desk desk;
        ASSERT_TRUE(desk.open(m_folder.path()));
        desk.clickTerm(core::QueryField::Tag, u"history"_s);
        desk.clickTerm(core::QueryField::Category, u"city"_s);
        desk.clickTerm(core::QueryField::Tag, u"stone"_s, Qt::AltModifier);
        desk.press(Qt::Key_K, Qt::ControlModifier);
        desk.search()->setCursorPosition(int(desk.search()->text().size()));
        QTest::keyClicks(desk.search(), u" light"_s);
        desk.clickArticle(0);
        desk.press(Qt::Key_Plus, Qt::ControlModifier);
        desk.find<QActionGroup>(u"orders"_s)->actions().at(2)->trigger();
        state = desk.window.state();
    }

    Desk desk;
    desk.window.restore(state);
    ASSERT_TRUE(desk.open(state.recentFolders.value(0)));

    EXPECT_EQ(desk.titles(), QStringList({u"Lamps along the quay"_s}));
    EXPECT_EQ(desk.search()->text(), state.queryLine);
    EXPECT_EQ(desk.window.shownArticle(), QByteArray("2025/lamps.md"));
    EXPECT_NEAR(desk.fake()->pageStyle().zoom, 1.1, 0.001);
    EXPECT_TRUE(desk.find<QActionGroup>(u"orders"_s)->actions().at(2)->isChecked());
}

TEST_F(MainWindowTest, absurdState_doesNoHarm)
{
    Desk desk;

    desk.window.restore({.geometry = "nonsense",
                         .paneWidths = {-5, 0, 99'999},
                         .recentFolders = {u"/nowhere"_s},
                         .article = "../../etc/passwd",
                         .queryLine = u"\"((( -"_s,
                         .order = {},
                         .zoom = 1e9});
    ASSERT_TRUE(desk.open(m_folder.path()));

    EXPECT_EQ(desk.window.shownArticle(), QByteArray());
    EXPECT_LE(desk.fake()->pageStyle().zoom, 3);
}

TEST_F(MainWindowTest, search_endsWithItsLibrary)
{
    Desk desk;
    const tests::TemporaryFolder other;
    other.write("other.md", "# Something else\n");
    ASSERT_TRUE(desk.open(m_folder.path()));
    QTest::keyClicks(desk.search(), u"lamps"_s);

    ASSERT_TRUE(desk.open(QString::fromStdString(other.path())));

    EXPECT_EQ(desk.search()->text(), QString());
    EXPECT_EQ(desk.titles(), QStringList{u"Something else"_s});
}

TEST_F(MainWindowTest, search_stays_whenTheFolderIsOpenedAgain)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    QTest::keyClicks(desk.search(), u"lamps"_s);

    ASSERT_TRUE(desk.open(m_folder.path()));

    EXPECT_EQ(desk.search()->text(), u"lamps"_s);
}

TEST_F(MainWindowTest, title_namesTheArticle)
{
    Desk desk;
    EXPECT_EQ(desk.window.windowTitle(), u"Lectern"_s);
    ASSERT_TRUE(desk.open(m_folder.path()));
    const QString folder = QDir(m_folder.path()).dirName();
    EXPECT_EQ(desk.window.windowTitle(), u"%1 – Lectern"_s.arg(folder));

    desk.clickArticle(0);

    EXPECT_EQ(desk.window.windowTitle(),
              u"%1 – %2 – Lectern"_s.arg(desk.titles().constFirst(), folder));
}

TEST_F(MainWindowTest, actions_areOff_whereTheyHaveNothingToActOn)
{
    Desk desk;
    const auto areOn = [&desk](std::initializer_list<const char *> names) {
        return std::ranges::count_if(names, [&desk](const char *name) {
            return desk.find<QAction>(QLatin1StringView(name))->isEnabled();
        });
    };
    EXPECT_EQ(areOn({"search", "problems", "nextArticle", "find", "findNext", "copyPath"}), 0);

    ASSERT_TRUE(desk.open(m_folder.path()));
    EXPECT_EQ(areOn({"search", "problems", "nextArticle"}), 3);
    EXPECT_EQ(areOn({"find", "findNext", "copyPath"}), 0);

    desk.clickArticle(0);
    EXPECT_EQ(areOn({"find", "findNext", "copyPath"}), 3);
}

TEST_F(MainWindowTest, path_isCopiedOfTheOpenArticle)
{
    Desk desk;
    const auto *copyPath = desk.find<QAction>(u"copyPath"_s);
    ASSERT_TRUE(desk.open(m_folder.path()));
    EXPECT_FALSE(copyPath->isEnabled());

    desk.clickArticle(2);
    ASSERT_TRUE(copyPath->isEnabled());
    desk.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);

    EXPECT_EQ(QGuiApplication::clipboard()->text(), m_folder.path() + u"/2025/lamps.md"_s);
}

TEST_F(MainWindowTest, path_isNotToBeCopied_inAnotherFolder)
{
    Desk desk;
    const tests::TemporaryFolder other;
    ASSERT_TRUE(desk.open(m_folder.path()));
    desk.clickArticle(2);

    ASSERT_TRUE(desk.open(QString::fromStdString(other.path())));

    EXPECT_FALSE(desk.find<QAction>(u"copyPath"_s)->isEnabled());
}

TEST_F(MainWindowTest, controls_haveAccessibleNames)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));

    for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QToolButton *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QLineEdit *>(widget);
        const bool isOurs = !widget->objectName().startsWith(u"qt_"_s)
            && !qobject_cast<const QLineEdit *>(widget->parentWidget());
        if (isControl && isOurs && widget->isVisible()) {
            EXPECT_FALSE(widget->accessibleName().isEmpty())
                << widget->metaObject()->className() << " " << widget->objectName().toStdString();
        }
    }
}

QAction *repairAction(const Desk &desk, core::Repair repair)
{
    return desk.find<QActionGroup>(u"repairs"_s)->actions().at(static_cast<int>(repair));
}

TEST_F(MainWindowTest, repairs_areCountedQuietly)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    auto *button = desk.find<QToolButton>(u"repairsButton"_s);
    core::PageFacts facts;

    emit desk.fake()->factsRead(facts);
    EXPECT_FALSE(button->isVisible());

    facts.repairs[core::Repair::Headings] = 2;
    facts.repairs[core::Repair::Images] = 3;
    emit desk.fake()->factsRead(facts);
    EXPECT_TRUE(button->isVisible());
    EXPECT_TRUE(button->text().startsWith(u"5 "_s)) << button->text().toStdString();
    EXPECT_EQ(button->toolTip(), u"Headings: 2\nImages: 3"_s);
}

TEST_F(MainWindowTest, outline_isKeptWhileItsArticleIsShown)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    auto *pane = desk.window.findChild<ui::ReaderPane *>();
    ASSERT_NE(pane, nullptr);
    core::PageFacts facts;
    facts.outline = {{2, "Heading", "heading"}};

    emit desk.fake()->factsRead(facts);
    ASSERT_EQ(pane->facts().outline.size(), 1U);
    EXPECT_EQ(pane->facts().outline.front().anchor, "heading");

    pane->showArticle("other.md");
    EXPECT_TRUE(pane->facts().outline.empty());
}

TEST_F(MainWindowTest, repairs_areSwitchedOneByOne)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    const QSignalSpy settled(&desk.window, &ui::MainWindow::stateSettled);

    repairAction(desk, core::Repair::Tables)->trigger();

    const core::Repairs left = core::Repairs::all().without(core::Repair::Tables);
    EXPECT_EQ(desk.fake()->repairs(), left);
    EXPECT_EQ(desk.window.state().repairs, left);
    EXPECT_TRUE(QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, kPatienceMs));

    QTest::keyClick(&desk.window, Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(desk.fake()->repairs(), core::Repairs::none());
    EXPECT_EQ(desk.window.state().repairs, left);
    QTest::keyClick(&desk.window, Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(desk.fake()->repairs(), left);
}

TEST_F(MainWindowTest, repairs_areRemembered)
{
    Desk desk;
    ASSERT_TRUE(desk.open(m_folder.path()));
    ui::WindowState state = desk.window.state();
    state.repairs = core::Repairs::none().with(core::Repair::Images);

    desk.window.restore(state);

    EXPECT_EQ(desk.fake()->repairs(), state.repairs);
    EXPECT_TRUE(repairAction(desk, core::Repair::Images)->isChecked());
    EXPECT_FALSE(repairAction(desk, core::Repair::Links)->isChecked());
}

} // namespace
} // namespace lectern
