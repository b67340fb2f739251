#include "ui/common/quiet_label.h"

#include "ui/common/appearance.h"
#include "ui/common/clamped_text.h"

#include <QPainter>

namespace lectern::ui {

namespace {

constexpr int kMaxLines = 2;

} // namespace

QuietLabel::QuietLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void QuietLabel::showText(const QString &text)
{
    setText(text);
    const QString shown = text.left(2000).toHtmlEscaped(); // a tool tip would guess at markup
    setToolTip(text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(shown));
    setVisible(!text.isEmpty());
    updateGeometry();
}

int QuietLabel::heightForWidth(int width) const
{
    return clampedLines(font(), width, kMaxLines, text()) * fontMetrics().lineSpacing();
}

QSize QuietLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text().left(80)), fontMetrics().lineSpacing()};
}

QSize QuietLabel::minimumSizeHint() const
{
    return {0, fontMetrics().lineSpacing()};
}

void QuietLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(quietText(palette()));
    drawClamped(&painter, readableFont(font()), rect(), fontMetrics().lineSpacing(), text());
}

} // namespace lectern::ui
