#pragma once

#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws a suggestion: its text at the left, what it means or how many articles it has at the
/// right.
class SuggestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int HintRole = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lectern::ui
