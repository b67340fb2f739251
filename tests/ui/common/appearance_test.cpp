#include "ui/common/appearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <QRawFont>
#include <QScrollBar>
#include <QTextLayout>

#include <gtest/gtest.h>

namespace lectern {
namespace {

using namespace Qt::StringLiterals;

/// The families that draw \a text.
QStringList drawnBy(const QFont &font, const QString &text)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine().setLineWidth(1000);
    layout.endLayout();
    QStringList families;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        families.append(run.rawFont().familyName());
    }
    families.removeDuplicates();
    families.sort();
    return families;
}

TEST(AppearanceTest, readableFont_drawsHanAsTheLanguageWritesIt_whateverWasDrawnBefore)
{
    if (!QFontDatabase::hasFamily(u"Noto Sans CJK HK"_s)) {
        GTEST_SKIP() << "the Noto CJK fonts are not installed";
    }
    QFont base = QApplication::font();
    base.setFamilies({u"Noto Sans"_s});

    for (const auto &[tag, family] :
         {std::pair(u"zh-HK"_s, u"Noto Sans CJK HK"_s),
          std::pair(u"zh-CN"_s, u"Noto Sans CJK SC"_s),
          std::pair(u"zh_TW"_s, u"Noto Sans CJK TC"_s), std::pair(u"ja"_s, u"Noto Sans CJK JP"_s),
          std::pair(u"ko-KR"_s, u"Noto Sans CJK KR"_s), std::pair(u""_s, u"Noto Sans CJK SC"_s)}) {
        EXPECT_EQ(drawnBy(ui::readableFont(base, tag), u"骨："_s), QStringList({family}))
            << tag.toStdString();
    }
}

TEST(AppearanceTest, scrollBar_looksTheSame_whateverThemeItWasMadeIn)
{
    const QPalette before = QApplication::palette();
    const auto shown = [](QScrollBar &bar) {
        bar.setStyleSheet(ui::quietScrollBarStyle());
        bar.setRange(0, 100);
        bar.resize(12, 200);
        return bar.grab().toImage();
    };
    QScrollBar old;
    QScrollBar made;
    QApplication::setPalette(ui::paletteFor(core::Theme::Dark));
    const QImage dark = shown(old);
    QApplication::setPalette(ui::paletteFor(core::Theme::Light));

    EXPECT_EQ(old.grab().toImage(), shown(made));
    EXPECT_NE(dark.pixelColor(6, 10), dark.pixelColor(6, 190)); // a handle can be seen
    QApplication::setPalette(before);
}

TEST(AppearanceTest, palettes_areReadable)
{
    for (const auto theme : {core::Theme::Light, core::Theme::Sepia, core::Theme::Dark}) {
        const QPalette palette = ui::paletteFor(theme);

        const int text = palette.color(QPalette::Text).lightness();
        const int base = palette.color(QPalette::Base).lightness();
        EXPECT_GT(std::abs(text - base), 120);
        EXPECT_GT(std::abs(ui::quietText(palette).lightness() - base), 80);
    }
}

TEST(AppearanceTest, themeOf_readsThePalette)
{
    EXPECT_EQ(ui::themeOf(ui::paletteFor(core::Theme::Dark)), core::Theme::Dark);
    EXPECT_EQ(ui::themeOf(ui::paletteFor(core::Theme::Light)), core::Theme::Light);
}

} // namespace
} // namespace lectern
