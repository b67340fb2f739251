#include "ui/search/suggestion_delegate.h"

#include "ui/common/appearance.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace lectern::ui {

namespace {

constexpr int kMargin = 10;
constexpr int kGap = 12;

} // namespace

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    QColor ground = option.palette.color(QPalette::Highlight);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        ground.setAlphaF(isChosen ? 1.0F : 0.1F);
        painter->fillRect(option.rect, ground);
    }
    const QFont font = readableFont(option.font);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    QRect area = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    const QString hint = index.data(HintRole).toString();
    const QString name = index.data().toString();
    // The name matters more: the hint gets what it leaves, but a count always fits.
    const int wanted = metrics.horizontalAdvance(name) + kGap;
    const int hintRoom = std::max(area.width() - wanted,
                                  std::min(area.width() / 4, metrics.averageCharWidth() * 8));
    const QString shownHint = metrics.elidedText(hint, Qt::ElideRight, hintRoom);
    painter->setPen(isChosen ? option.palette.color(QPalette::HighlightedText)
                             : quietText(option.palette));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, shownHint);
    area.setRight(area.right() - metrics.horizontalAdvance(shownHint) - kGap);
    painter->setPen(option.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(readableFont(option.font)).height() + 8};
}

} // namespace lectern::ui
