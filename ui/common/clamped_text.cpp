#include "ui/common/clamped_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <climits>

namespace lectern::ui {

namespace {

constexpr int kMaxLaidOut = 600; // characters; a hostile summary may have millions

void drawLine(QPainter *painter, const QTextLine &line, const QPointF &topLeft, qreal ascent)
{
    // A fallback font makes a line taller; the baselines stay where they are without it.
    line.draw(painter, topLeft + QPointF(0, ascent - line.ascent()));
}

/// The marks that fall into \a length characters of the text from \a start on, counted from there.
QList<QTextLayout::FormatRange> formats(const QList<MarkedText::Mark> &marks, int start, int length,
                                        const MarkColors &colors)
{
    QTextCharFormat format;
    format.setForeground(colors.text);
    format.setBackground(colors.background);
    QList<QTextLayout::FormatRange> ranges;
    for (const MarkedText::Mark &mark : marks) {
        const int first = std::max(mark.start - start, 0);
        const int last = std::min(mark.start + mark.length - start, length);
        if (first < last) {
            ranges.append({first, last - first, format});
        }
    }
    return ranges;
}

/// The last line, which is cut at its end.
void drawElided(QPainter *painter, const QFont &font, const QPointF &topLeft, qreal ascent,
                const QString &elided, const QList<QTextLayout::FormatRange> &ranges)
{
    QTextLayout layout(elided, font, painter->device());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(INT_MAX / 2);
    layout.endLayout();
    drawLine(painter, line, topLeft - QPointF(line.x(), line.y()), ascent);
}

QTextOption wrapping()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

int clampedLines(const QFont &font, int width, int maxLines, const QString &text)
{
    QTextLayout layout(text.left(kMaxLaidOut).simplified(), font);
    layout.setTextOption(wrapping());
    layout.beginLayout();
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && count < maxLines;
         line = layout.createLine()) {
        line.setLineWidth(width);
        ++count;
    }
    layout.endLayout();
    return layout.text().isEmpty() ? 0 : count;
}

int drawClamped(QPainter *painter, const QFont &font, const QRect &area, int lineHeight,
                const QString &text)
{
    return drawClamped(painter, font, area, lineHeight,
                       MarkedText{text.left(kMaxLaidOut).simplified(), {}}, {});
}

int drawClamped(QPainter *painter, const QFont &font, const QRect &area, int lineHeight,
                const MarkedText &text, const MarkColors &colors)
{
    const int maxLines = area.height() / lineHeight;
    const QString shown = text.text.left(kMaxLaidOut);
    const int size = static_cast<int>(shown.size());
    if (maxLines < 1 || shown.isEmpty()) {
        return 0;
    }
    const QFontMetricsF metrics(font, painter->device());
    const qreal ascent = (lineHeight - metrics.height()) / 2 + metrics.ascent();
    QTextLayout layout(shown, font, painter->device());
    layout.setTextOption(wrapping());
    layout.setFormats(formats(text.marks, 0, size, colors));
    layout.beginLayout();
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        const QPointF at(area.left(), area.top() + count * lineHeight);
        ++count;
        if (count == maxLines && line.textStart() + line.textLength() < size) {
            const QString rest = shown.mid(line.textStart());
            const QString elided = metrics.elidedText(rest, Qt::ElideRight, area.width());
            const int kept = static_cast<int>(elided.size()) - 1;
            drawElided(painter, font, at, ascent, elided,
                       formats(text.marks, line.textStart(), kept, colors));
            break;
        }
        drawLine(painter, line, QPointF(at.x() - line.x(), at.y() - line.y()), ascent);
    }
    layout.endLayout();
    return count;
}

} // namespace lectern::ui
