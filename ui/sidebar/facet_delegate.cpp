#include "ui/sidebar/facet_delegate.h"

#include "core/search/query_edits.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/sidebar/facet_model.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 12;
constexpr int kIcon = 16;
constexpr int kIconGap = 8;
constexpr int kStep = 14; ///< from a folder to those within it

FacetModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt());
}

core::TermUse useOf(const QModelIndex &index)
{
    return static_cast<core::TermUse>(index.data(FacetModel::UseRole).toInt());
}

/// The icon at the left; empty for terms that the filter does not use.
QString iconName(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case FacetModel::Kind::All:
        return u"articles"_s;
    case FacetModel::Kind::Section: {
        const int field = index.data(FacetModel::FieldRole).toInt();
        return QString::fromUtf16(
            kFacets.at(facetNumber(static_cast<core::QueryField>(field))).icon);
    }
    case FacetModel::Kind::SearchSection:
        return u"save"_s;
    case FacetModel::Kind::Term:
    case FacetModel::Kind::Search:
        switch (useOf(index)) {
        case core::TermUse::Included:
            return u"included"_s;
        case core::TermUse::Excluded:
            return u"excluded"_s;
        case core::TermUse::Ignored:
            return index.data(FacetModel::IconRole).toString();
        }
        return {};
    case FacetModel::Kind::More:
        return {};
    }
    return {};
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index)
{
    const bool isUsed = useOf(index) != core::TermUse::Ignored;
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    QColor tint = option.palette.color(QPalette::Highlight);
    tint.setAlphaF(isUsed ? 0.16F : 0.08F);
    const QRect rect = option.rect.adjusted(4, 1, -4, -1);
    painter->setPen(Qt::NoPen);
    if (isUsed || isHovered) {
        painter->setBrush(tint);
        painter->drawRoundedRect(rect, 5, 5);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option.palette.color(QPalette::Highlight));
        painter->drawRoundedRect(rect, 5, 5);
    }
}

QFont fontFor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = readableFont(option.font);
    const FacetModel::Kind kind = kindOf(index);
    if (kind == FacetModel::Kind::All || kind == FacetModel::Kind::Section
        || kind == FacetModel::Kind::SearchSection) {
        font.setWeight(QFont::DemiBold);
    }
    font.setStrikeOut(useOf(index) == core::TermUse::Excluded);
    return font;
}

/// Draws the count and returns the width it took.
int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const QRect &area)
{
    const FacetModel::Kind kind = kindOf(index);
    const bool isCounted = kind == FacetModel::Kind::All || kind == FacetModel::Kind::Term
        || kind == FacetModel::Kind::Search;
    const int number = index.data(FacetModel::CountRole).toInt();
    if (!isCounted || number == SavedSearches::kUnknown) {
        return 0;
    }
    const QString count = QLocale().toString(number);
    painter->setPen(quietText(option.palette));
    painter->setFont(option.font);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
    return QFontMetrics(option.font).horizontalAdvance(count) + kIconGap;
}

int indentOf(const QModelIndex &index)
{
    return index.data(FacetModel::DepthRole).toInt() * kStep;
}

/// A small arrow in the gap before the name: to the right, or down where the folder is open.
void paintArrow(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area)
{
    constexpr qreal kReach = 3;
    painter->save();
    painter->translate(QRectF(area).center());
    painter->rotate(option.state.testFlag(QStyle::State_Open) ? 90 : 0);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(quietText(option.palette), 1.4));
    painter->drawPolyline(
        QPolygonF{{-kReach / 2, -kReach}, {kReach / 2, 0}, {-kReach / 2, kReach}});
    painter->restore();
}

bool isQuiet(const QModelIndex &index)
{
    const FacetModel::Kind kind = kindOf(index);
    return kind == FacetModel::Kind::More
        || (kind == FacetModel::Kind::Term && useOf(index) == core::TermUse::Ignored
            && index.data(FacetModel::CountRole).toInt() == 0);
}

} // namespace

QRect FacetDelegate::arrowArea(const QModelIndex &index, const QRect &row)
{
    if (kindOf(index) != FacetModel::Kind::Term || !index.model()->hasChildren(index)) {
        return {};
    }
    const int name = row.left() + kMargin + indentOf(index) + kIcon + kIconGap;
    return {name - 14, row.top(), 16, row.height()}; // wide enough to hit, close to the name
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, index);
    QRect area = option.rect.adjusted(kMargin + indentOf(index), 0, -kMargin, 0);
    const QString name = iconName(index);
    if (!name.isEmpty()) {
        const QRect iconRect(area.left(), area.center().y() - kIcon / 2, kIcon, kIcon);
        icon(name, option.widget).paint(painter, iconRect);
    }
    if (const QVariant colour = index.data(FacetModel::ColourRole);
        colour.isValid() && name.isEmpty()) {
        constexpr qreal kRadius = 5;
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour.value<QColor>());
        painter->drawEllipse(QPointF(area.left() + kIcon / 2.0, area.center().y() + 0.5), kRadius,
                             kRadius);
    }
    if (const QRect arrow = arrowArea(index, option.rect); !arrow.isEmpty()) {
        paintArrow(painter, option, arrow);
    }
    area.setLeft(area.left() + kIcon + kIconGap);
    area.setRight(area.right() - paintCount(painter, option, index, area));

    const QFont font = fontFor(option, index);
    painter->setPen(isQuiet(index) ? quietText(option.palette)
                                   : option.palette.color(QPalette::Text));
    painter->setFont(font);
    const QString text
        = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(readableFont(option.font)).height() + 9};
}

} // namespace lectern::ui
