#pragma once

#include "core/page/theme.h"

#include <QFont>
#include <QPalette>
#include <QString>

#include <optional>

namespace lectern::ui {

/// The palette of a theme that the reader forced, in the program's own calm colours.
QPalette paletteFor(core::Theme theme);

/// The theme of pages beside widgets that are drawn with \a palette. Qt 6.4 does not tell whether
/// the desktop is dark, but the palette shows it.
core::Theme themeOf(const QPalette &palette);

/// \a base with families behind it that have the glyphs of \a languageTag, so that Latin and Han
/// are drawn by the same two fonts everywhere, and Traditional Chinese, Japanese and Korean text by
/// fonts of their own. An empty tag means Simplified Chinese.
QFont readableFont(const QFont &base, const QString &languageTag = {});

/// Text that explains other text: between the palette's text and its base.
QColor quietText(const QPalette &palette);
/// A style sheet for scroll bars that stay in the background, in a grey for light and dark: a style
/// sheet keeps the colours of the palette it was first drawn with.
QString quietScrollBarStyle();
/// Behind words that were looked for; the pages use the same.
QColor markColor(const QPalette &palette);
/// Lines that separate.
QColor hairline(const QPalette &palette);

} // namespace lectern::ui
