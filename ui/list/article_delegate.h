#pragma once

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

namespace lectern::ui {

/// Draws an article of the list: a title of up to two lines, date and category, and a summary or
/// what was found in the text. All rows have the same height, so that a list of 100,000 scrolls at
/// once.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Whether there is something to show below the date of some rows. To be set before the rows
    /// are.
    void setHasExcerpts(bool hasExcerpts) { m_hasExcerpts = hasExcerpts; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Fonts
    {
        QFont title;
        QFont small;
        int titleLine = 0; ///< height in pixels
        int smallLine = 0;
    };

    Fonts fontsFor(const QFont &base, const QString &languageTag) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintDetails(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, const Fonts &fonts, QRect area) const;

    bool m_hasExcerpts = true;
    mutable QHash<QString, Fonts> m_fonts; ///< by language tag; asking fontconfig is slow
    mutable QFont m_base; ///< what m_fonts was made from
};

} // namespace lectern::ui
