#pragma once

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws an article of the list: a title of up to two lines, date and category, and a summary or
/// what was found in the text. One that is not yet read has a dot and a strong title, one that is
/// being read a line as long as what was read of it. All rows have the same height, so that a list
/// of 100,000 scrolls at once.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Whether there is something to show below the date of some rows. To be set before the rows
    /// are.

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Fonts
    {
        QFont title;
        QFont readTitle; ///< of an article that was begun
        QFont small;
        int titleLine = 0; ///< height in pixels
        int smallLine = 0;
    };

    Fonts fontsFor(const QFont &base, const QString &languageTag) const;
    int paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Fonts &fonts, QRect area) const;
    void paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;
    /// The marks at the right end of the details; the width that is left.
    QRect paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index, QRect area) const;
    void paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, const Fonts &fonts, QRect area) const;

    mutable QHash<QString, Fonts> m_fonts; ///< by language tag; asking fontconfig is slow
    mutable QFont m_base; ///< what m_fonts was made from
};

} // namespace lectern::ui
