#include "tests/support/sample_folder.h"
#include "tests/ui/reading/web/web_view_fixture.h"
#include "ui/list/article_list_view.h"
#include "ui/list/article_roles.h"
#include "ui/reading/web/reader_page.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facet_panel.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineScript>

#include <gtest/gtest.h>

namespace lectern::test {

namespace {

using namespace Qt::StringLiterals;

/// The real window with the real reading view, as a person has it before them.
class WholeWindow final
{
public:
    explicit WholeWindow(const QString &cacheFolder)
        : m_session(cacheFolder.toStdString())
        , window(m_session, m_states, [cacheFolder](QWidget *parent) {
            return ui::createReaderView({.imageCacheFolder = cacheFolder, .mayFetchImages = false},
                                        parent);
        })
    {
        window.resize(1280, 800);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
    }

    bool open(const QString &folder)
    {
        window.openPath(folder);
        return spinUntil([this] { return !m_session.isBusy() && m_session.library() != nullptr; });
    }

    bool shows(const QByteArray &path)
    {
        return spinUntil([this, path] { return window.shownArticle() == path; });
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
        auto *const facets = window.findChild<ui::FacetPanel *>();
        const QModelIndex index
            = qobject_cast<ui::FacetModel *>(facets->model())->termIndex(field, name);
        ASSERT_TRUE(index.isValid()) << name.toStdString();
        facets->scrollTo(index);
        QTest::mouseClick(facets->viewport(), Qt::LeftButton, modifiers,
                          facets->visualRect(index).center());
    }

    void clickArticle(int row) const
    {
        const QModelIndex index = list()->model()->index(row, 0);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(index).center());
    }

    void clickLink()
    {
        ui::WebReaderView *view = nullptr; // Made only once the list is on screen.
        ASSERT_TRUE(spinUntil([&] {
            view = dynamic_cast<ui::WebReaderView *>(window.findChild<ui::ReaderView *>());
            return view != nullptr;
        }));
        QVariantList middle;
        const QString where = u"(() => { const a = document.querySelector('.body a');"
                              " if (!a) return []; const r = a.getClientRects()[0];"
                              " return [r.x + r.width / 2, r.y + r.height / 2]; })()"_s;
        ASSERT_TRUE(spinUntil([&] {
            bool hasAnswer = false;
            view->page()->runJavaScript(where, QWebEngineScript::ApplicationWorld,
                                        [&](const QVariant &result) {
                                            middle = result.toList();
                                            hasAnswer = true;
                                        });
            return spinUntil([&] { return hasAnswer; }) && middle.size() == 2;
        }));
        const QPoint point(middle.at(0).toInt(), middle.at(1).toInt());
        QWidget *const target = view->findChild<QWidget *>(u"QtWebEngineWidget"_s);
        QTest::mouseClick(target != nullptr ? target : view->childAt(point), Qt::LeftButton, {},
                          point);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(&window, key, modifiers);
    }

    QLineEdit *search() const { return window.findChild<QLineEdit *>(u"search"_s); }

    ui::ArticleListView *list() const { return window.findChild<ui::ArticleListView *>(); }

private:
    ui::LibrarySession m_session;
    ui::ReadingStates m_states{std::string()};

public:
    ui::MainWindow window;
};

} // namespace

TEST(WholeWindow, readsFiltersFollowsALinkAndComesBack)
{
    SampleFolder folder;
    folder.writeSamples();
    const QTemporaryDir cache;
    ui::WindowState state;
    {
        WholeWindow desk(cache.path());
        ASSERT_TRUE(desk.open(folder.path()));
        EXPECT_EQ(desk.titles().size(), 6);

        desk.clickTerm(core::QueryField::Category, u"city"_s);
        desk.clickTerm(core::QueryField::Tag, u"stone"_s);
        EXPECT_EQ(desk.titles(), QStringList({u"Bridges of the old town"_s, u"午后的桥"_s}));
        desk.clickTerm(core::QueryField::Tag, u"water"_s, Qt::AltModifier);
        EXPECT_EQ(desk.titles(), QStringList({u"Bridges of the old town"_s}));
        desk.press(Qt::Key_K, Qt::ControlModifier);
        desk.search()->setCursorPosition(int(desk.search()->text().size()));
        QTest::keyClicks(desk.search(), u" weight"_s);
        EXPECT_TRUE(spinUntil([&] { return desk.window.state().queryLine.endsWith(u"weight"); }));
        EXPECT_EQ(desk.titles(), QStringList({u"Bridges of the old town"_s}));

        const QSignalSpy settled(&desk.window, &ui::MainWindow::articleSettled);
        desk.clickArticle(0);
        ASSERT_TRUE(desk.shows("2025/bridges.md"));
        ASSERT_TRUE(spinUntil([&] { return !settled.isEmpty(); }));
        desk.clickLink();
        ASSERT_TRUE(desk.shows("2025/river.md"));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        ASSERT_TRUE(desk.shows("2025/bridges.md"));
        state = desk.window.state();
    }

    WholeWindow desk(cache.path());
    desk.window.restore(state);
    ASSERT_TRUE(desk.open(state.recentFolders.value(0)));

    EXPECT_TRUE(desk.shows("2025/bridges.md"));
    EXPECT_EQ(desk.search()->text(), state.queryLine);
    EXPECT_EQ(desk.titles(), QStringList({u"Bridges of the old town"_s}));
}

} // namespace lectern::test
