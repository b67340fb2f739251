#pragma once

#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws a row of FacetModel: sections with their icon, terms with their count at the right
/// (folders within folders further in), terms in use with a mark (and a line through those that are
/// left out).
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the arrow is that opens a folder with others in it, within the rectangle \a row of
    /// \a index; empty for all others.
    static QRect arrowArea(const QModelIndex &index, const QRect &row);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lectern::ui
