#include "app/application.h"
#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/list/article_list_view.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facet_panel.h"

#include <QLineEdit>
#include <QSize>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMs = 20'000;
/// Since 6.8 Qt restores no window that is wider than the screen; offscreen that has 800 x 800.
constexpr QSize kWindowSize(780, 700);

/// The program as it is started, but for the web engine.
class Started final
{
public:
    Started(const QTemporaryDir &home, const QString &path)
        : m_application({.zone = {},
                         .cacheFolder = home.filePath(u"cache"_s).toStdString(),
                         .stateFile = home.filePath(u"state/window.ini"_s),
                         .searchFile = home.filePath(u"searches.json"_s),
                         .readingFile = home.filePath(u"state.sqlite"_s).toStdString()},
                        [](QWidget *parent) { return new test::FakeReaderView(parent); })
    {
        m_application.open(path);
        isRead = QTest::qWaitFor(
            [this] {
                return !m_application.session().isBusy()
                    && window().findChild<test::FakeReaderView *>() != nullptr;
            },
            kPatienceMs);
    }

    ui::MainWindow &window() { return m_application.window(); }

    ui::ArticleListView *list() { return window().findChild<ui::ArticleListView *>(); }

    void clickTerm(core::QueryField field, const QString &name, Qt::KeyboardModifiers modifiers)
    {
        auto *facets = window().findChild<ui::FacetPanel *>();
        const auto *model = qobject_cast<ui::FacetModel *>(facets->model());
        QTest::mouseClick(facets->viewport(), Qt::LeftButton, modifiers,
                          facets->visualRect(model->termIndex(field, name)).center());
    }

    bool isRead = false;

private:
    app::Application m_application;
};

TEST(ApplicationTest, startsWhereItWasLeft)
{
    test::SampleFolder folder;
    folder.writeSamples();
    const QTemporaryDir home;
    {
        Started program(home, folder.path());
        ASSERT_TRUE(program.isRead);
        program.window().resize(kWindowSize);
        program.clickTerm(core::QueryField::Category, u"city"_s, {});
        program.clickTerm(core::QueryField::Tag, u"water"_s, Qt::AltModifier);
        ASSERT_EQ(program.list()->model()->rowCount(), 2);
        QTest::mouseClick(
            program.list()->viewport(), Qt::LeftButton, {},
            program.list()->visualRect(program.list()->model()->index(1, 0)).center());
        ASSERT_EQ(program.window().shownArticle(), QByteArray("2025/lamps.md"));
        program.window().close();
    }

    Started program(home, {});

    ASSERT_TRUE(program.isRead);
    EXPECT_EQ(program.window().size(), kWindowSize);
    EXPECT_EQ(program.window().shownArticle(), QByteArray("2025/lamps.md"));
    EXPECT_EQ(program.window().findChild<QLineEdit *>(u"search"_s)->text(),
              u"-tag:water category:city"_s);
    EXPECT_EQ(program.list()->model()->rowCount(), 2);
    EXPECT_EQ(program.list()->currentIndex().row(), 1);
}

TEST(ApplicationTest, startsWithoutAFolder_theFirstTime)
{
    const QTemporaryDir home;

    app::Application program({.zone = {},
                              .cacheFolder = {},
                              .stateFile = home.filePath(u"window.ini"_s),
                              .searchFile = {},
                              .readingFile = {}},
                             [](QWidget *parent) { return new test::FakeReaderView(parent); });
    program.open({});

    EXPECT_TRUE(program.window().isVisible());
    EXPECT_EQ(program.session().state(), ui::LibrarySession::State::Closed);
}

} // namespace
} // namespace lectern
