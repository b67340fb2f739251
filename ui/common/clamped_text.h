#pragma once

#include "ui/common/marked_text.h"

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace lectern::ui {

/// Draws \a text into the lines of \a lineHeight pixels that fit \a area, broken where its script
/// allows and ended by `…` when it is longer, in the painter's pen. Returns how many lines it took.
int drawClamped(QPainter *painter, const QFont &font, const QRect &area, int lineHeight,
                const QString &text);

struct MarkColors
{
    QColor text;
    QColor background;
};

/// The same with the marks of \a text, which must be without line breaks, in \a colors.
int drawClamped(QPainter *painter, const QFont &font, const QRect &area, int lineHeight,
                const MarkedText &text, const MarkColors &colors);
/// How many lines, \a maxLines at most, drawClamped() would take in an area \a width pixels wide.
int clampedLines(const QFont &font, int width, int maxLines, const QString &text);

} // namespace lectern::ui
