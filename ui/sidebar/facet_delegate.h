#pragma once

#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws a row of FacetModel: sections with their icon, terms with their count at the right, terms
/// in use with a mark (and a line through those that are left out).
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lectern::ui
