#include "ui/widgets/clamped_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace lectern::ui {

namespace {

constexpr int kMaxLaidOut = 600; // characters; a hostile summary may have millions

void drawLine(QPainter *painter, const QTextLine &line, const QPointF &topLeft, qreal ascent)
{
    // A fallback font makes a line taller; the baselines stay where they are without it.
    line.draw(painter, topLeft + QPointF(0, ascent - line.ascent()));
}

} // namespace

int drawClamped(QPainter *painter, const QFont &font, const QRect &area, int lineHeight,
                const QString &text)
{
    const int maxLines = area.height() / lineHeight;
    const QString shown = text.left(kMaxLaidOut).simplified();
    if (maxLines < 1 || shown.isEmpty()) {
        return 0;
    }
    const QFontMetricsF metrics(font, painter->device());
    const qreal ascent = (lineHeight - metrics.height()) / 2 + metrics.ascent();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(shown, font, painter->device());
    layout.setTextOption(option);
    layout.beginLayout();
    int count = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        const QPointF at(area.left(), area.top() + count * lineHeight);
        ++count;
        if (count == maxLines && line.textStart() + line.textLength() < shown.size()) {
            const QString rest = shown.mid(line.textStart());
            const QString elided = metrics.elidedText(rest, Qt::ElideRight, area.width());
            painter->setFont(font);
            painter->drawText(at + QPointF(0, ascent), elided);
            break;
        }
        drawLine(painter, line, QPointF(at.x() - line.x(), at.y() - line.y()), ascent);
    }
    layout.endLayout();
    return count;
}

} // namespace lectern::ui
