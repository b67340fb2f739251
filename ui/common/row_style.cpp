#include "ui/common/row_style.h"

#include "ui/common/appearance.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace lectern::ui {

int lineHeightOf(const QFont &font)
{
    return qRound(QFontInfo(font).pixelSize() * 1.45);
}

QFont scaledFont(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QRect rect = option.rect;
    const QColor accent = option.palette.color(QPalette::Highlight);
    QColor tint = accent;
    if (option.state.testFlag(QStyle::State_Selected)) {
        tint.setAlphaF(0.16F);
        painter->fillRect(rect, tint);
        painter->fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        tint.setAlphaF(0.06F);
        painter->fillRect(rect, tint);
    }
    painter->setPen(hairline(option.palette));
    painter->drawLine(rect.bottomLeft() + QPoint(kRowPadding, 0),
                      rect.bottomRight() - QPoint(kRowPadding, 0));
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(accent);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace lectern::ui
