#pragma once

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws a highlight of the list: a bar in its colour, up to three lines of its quote, or two and
/// one of its note, then the title of the article and the date. All rows have the same height, so
/// that a list of 10,000 scrolls at once.
class HighlightDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Fonts
    {
        QFont quote;
        QFont small;
        int quoteLine = 0; ///< height in pixels
        int smallLine = 0;
    };

    Fonts fontsFor(const QFont &base, const QString &languageTag) const;
    /// Each takes the lines that it draws from the top of \a area.
    void paintQuote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    QRect &area) const;
    void paintNote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   QRect &area) const;
    void paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, QRect &area) const;

    mutable QHash<QString, Fonts> m_fonts; ///< by language tag; asking fontconfig is slow
    mutable QFont m_base; ///< what m_fonts was made from
};

} // namespace lectern::ui
