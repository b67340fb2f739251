#include "ui/common/appearance.h"

#include <QFontInfo>
#include <QStringList>

#include <array>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {part(first.red(), second.red()), part(first.green(), second.green()),
            part(first.blue(), second.blue())};
}

enum class Han { Simplified, HongKong, Taiwan, Japanese, Korean };

/// The way readers of \a languageTag write Han.
Han hanOf(const QString &languageTag)
{
    const QString tag = languageTag.toLower().replace(u'_', u'-');
    if (tag.startsWith("ja"_L1)) {
        return Han::Japanese;
    }
    if (tag.startsWith("ko"_L1)) {
        return Han::Korean;
    }
    if (tag.startsWith("zh-hk"_L1) || tag.startsWith("zh-mo"_L1)) {
        return Han::HongKong;
    }
    return tag.startsWith("zh-tw"_L1) || tag.startsWith("zh-hant"_L1) ? Han::Taiwan
                                                                      : Han::Simplified;
}

QString hanFamily(Han han)
{
    constexpr std::array<const char16_t *, 5> endings = {u"SC", u"HK", u"TC", u"JP", u"KR"};
    return u"Noto Sans CJK "_s + QString::fromUtf16(endings.at(static_cast<std::size_t>(han)));
}

} // namespace

QPalette paletteFor(core::Theme theme)
{
    const core::WindowColors &colors = core::rowOf(theme).window;
    const QColor window(colors.window);
    const QColor base(colors.base);
    const QColor text(colors.text);
    QPalette palette(window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, mixed(base, window, 0.5));
    palette.setColor(QPalette::Button, window);
    palette.setColor(QPalette::ToolTipBase, base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, mixed(text, window, 0.55));
    }
    palette.setColor(QPalette::PlaceholderText, mixed(text, base, 0.42));
    palette.setColor(QPalette::Highlight, QColor(colors.accent));
    palette.setColor(QPalette::HighlightedText, QColor(colors.accentText));
    palette.setColor(QPalette::Link, QColor(colors.link));
    palette.setColor(QPalette::LinkVisited, mixed(QColor(colors.link), text, 0.4));
    palette.setColor(QPalette::Mid, mixed(window, text, 0.18));
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    palette.setColor(QPalette::Accent, QColor(colors.accent));
#endif
    return palette;
}

core::Theme themeOf(const QPalette &palette)
{
    const bool isDark
        = palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
    return isDark ? core::Theme::Dark : core::Theme::Light;
}

QFont readableFont(const QFont &base, const QString &languageTag)
{
    const Han han = hanOf(languageTag);
    const QString latin = QFontInfo(base).family();
    QFont font = base;
    // Qt keeps one list of fallback families for all fonts of the same first family: the first row
    // that is drawn would choose the Han glyphs of every row. So the others begin with theirs.
    if (han == Han::Simplified) {
        font.setFamilies({latin, hanFamily(han), u"Noto Color Emoji"_s});
    } else {
        font.setFamilies({hanFamily(han), latin, u"Noto Color Emoji"_s});
    }
    return font;
}

QColor quietText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.36);
}

QString quietScrollBarStyle()
{
    return u"QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }"
           "QScrollBar::handle:vertical { background: rgba(128, 128, 128, 45%); border-radius: 4px;"
           " min-height: 32px; margin: 2px; }"
           "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
           "QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }"_s;
}

QColor markColor(const QPalette &palette)
{
    return QColor(core::rowOf(themeOf(palette)).page.mark);
}

QColor hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.12);
}

} // namespace lectern::ui
