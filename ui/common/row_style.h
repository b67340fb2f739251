#pragma once

#include <QFont>

class QPainter;
class QStyleOptionViewItem;

namespace lectern::ui {

/// How the rows of our lists of several lines look.
inline constexpr int kRowPadding = 14;

/// Noto Sans CJK wants 1.45 of its size, the Latin fonts beside it less.
int lineHeightOf(const QFont &font);

QFont scaledFont(QFont font, double factor);

/// Whether the row is chosen, under the mouse or has the focus, and the line below it.
void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace lectern::ui
