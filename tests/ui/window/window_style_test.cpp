#include "tests/support/fake_reader_view.h"
#include "tests/support/sample_folder.h"
#include "ui/common/appearance.h"
#include "ui/list/article_list_view.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

#include <algorithm>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;
using test::FakeReaderView;

constexpr int kPatienceMs = 20'000;

/// A window that shows a folder.
class Desk final
{
public:
    Desk()
        : window(m_session, m_states, [](QWidget *parent) { return new FakeReaderView(parent); })
    {
        m_folder.writeSamples();
        window.show();
        window.openPath(m_folder.path());
        EXPECT_TRUE(QTest::qWaitFor([this] { return reader() != nullptr; }, kPatienceMs));
    }

    template <typename Object>
    Object *find(const QString &name = {}) const
    {
        return window.findChild<Object *>(name);
    }

    FakeReaderView *reader() const { return find<FakeReaderView>(); }

    void chooseTheme(ui::ThemeChoice choice) const
    {
        find<QActionGroup>(u"themes"_s)->actions().at(static_cast<int>(choice))->trigger();
    }

private:
    test::SampleFolder m_folder;
    ui::LibrarySession m_session{std::string()};
    ui::ReadingStates m_states{std::string()};

public:
    ui::MainWindow window;
};

/// A scroll bar has a style sheet instead; a menu takes its palette when it opens.
bool isExcused(const QWidget *widget)
{
    return widget->isWindow() || qobject_cast<const QScrollBar *>(widget) != nullptr;
}

/// The tip on screen: a widget of Qt's own.
const QWidget *shownTip()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    const auto tip = std::ranges::find_if(all, [](const QWidget *widget) {
        return widget->inherits("QTipLabel") && widget->isVisible();
    });
    return tip == all.end() ? nullptr : *tip;
}

} // namespace

TEST(WindowStyleTest, windows_keepTheirOwnThemes)
{
    const QPalette desktop = QApplication::palette();
    Desk dark;
    Desk sepia;

    dark.chooseTheme(ui::ThemeChoice::Dark);
    sepia.chooseTheme(ui::ThemeChoice::Sepia);

    const QPalette darkPalette = ui::paletteFor(core::Theme::Dark);
    const QPalette sepiaPalette = ui::paletteFor(core::Theme::Sepia);
    for (const auto &[desk, palette] :
         {std::pair(&dark, &darkPalette), std::pair(&sepia, &sepiaPalette)}) {
        EXPECT_EQ(desk->window.palette(), *palette);
        for (const QWidget *widget : desk->window.findChildren<QWidget *>()) {
            EXPECT_TRUE(widget->palette() == *palette || isExcused(widget))
                << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
        }
    }
    EXPECT_EQ(QApplication::palette(), desktop);
    dark.chooseTheme(ui::ThemeChoice::System);
    EXPECT_EQ(dark.window.palette(), desktop);
    EXPECT_EQ(sepia.window.palette(), sepiaPalette);
}

TEST(WindowStyleTest, whatOpensOverAWindow_hasItsColours)
{
    Desk other;
    Desk desk;
    desk.chooseTheme(ui::ThemeChoice::Dark);
    const QPalette dark = ui::paletteFor(core::Theme::Dark);
    QMenu *menu = desk.find<QAction>(u"themes"_s)->menu();
    desk.find<QAction>(u"about"_s)->trigger();
    const auto *box = desk.find<QMessageBox>();

    menu->popup({});
    EXPECT_EQ(menu->palette(), dark);
    EXPECT_EQ(box->palette(), dark);
    EXPECT_EQ(box->findChild<QPushButton *>()->palette(), dark);
    menu->close();
    QToolTip::showText({}, u"tip"_s, desk.find<ui::ArticleListView>());
    EXPECT_EQ(shownTip()->palette(), dark);
    QToolTip::hideText();
    desk.chooseTheme(ui::ThemeChoice::Sepia);

    EXPECT_EQ(menu->palette(), ui::paletteFor(core::Theme::Sepia));
    EXPECT_EQ(box->palette(), ui::paletteFor(core::Theme::Sepia));
    EXPECT_NE(other.find<QAction>(u"themes"_s)->menu()->palette(), menu->palette());
}

TEST(WindowStyleTest, icons_haveTheColourOfTheirWindow)
{
    Desk dark;
    Desk light;
    dark.chooseTheme(ui::ThemeChoice::Dark);
    light.chooseTheme(ui::ThemeChoice::Light);
    const auto brightest = [](const Desk &desk) {
        const QImage image
            = desk.find<QAction>(u"openFolder"_s)->icon().pixmap(QSize(24, 24)).toImage();
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                most = color.alpha() == 255 ? std::max(most, color.lightness()) : most;
            }
        }
        return most;
    };

    EXPECT_GT(brightest(dark), 180);
    EXPECT_LT(brightest(light), 80);
}

TEST(WindowStyleTest, desktopThatTurnsDark_isFollowed_whereNoThemeIsChosen)
{
    const QPalette before = QApplication::palette();
    Desk follows;
    Desk chosen;
    chosen.chooseTheme(ui::ThemeChoice::Sepia);

    QApplication::setPalette(ui::paletteFor(core::Theme::Dark)); // what the desktop does
    EXPECT_TRUE(QTest::qWaitFor(
        [&follows] { return follows.reader()->pageStyle().theme == core::Theme::Dark; }));
    EXPECT_EQ(follows.window.palette(), QApplication::palette());
    EXPECT_EQ(chosen.reader()->pageStyle().theme, core::Theme::Sepia);
    EXPECT_EQ(chosen.window.palette(), ui::paletteFor(core::Theme::Sepia));
    QApplication::setPalette(before);
}

} // namespace lectern
