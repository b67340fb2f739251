#pragma once

#include "core/markdown/markdown.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace lectern::ui {

/// The contents of the open article: its headings as a tree, the one that is being read chosen.
class ContentsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ContentsPanel(QWidget *parent = nullptr);

    /// Instead of those before; without any it says so.
    void setOutline(const std::vector<core::OutlineEntry> &outline);
    /// The reader is below the heading with \a anchor; empty: above the first.
    void follow(const QString &anchor);

    QSize sizeHint() const override;

signals:
    void headingPicked(const QString &anchor);

private:
    QTreeWidget *m_tree;
    QLabel *m_nothing;
    QHash<QString, QTreeWidgetItem *> m_items; ///< by anchor
};

} // namespace lectern::ui
