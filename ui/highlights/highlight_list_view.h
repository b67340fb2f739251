#pragma once

#include <QListView>

namespace lectern::ui {

/// The list of highlights: a click or Enter opens one, Delete deletes those that are selected.
class HighlightListView final : public QListView
{
    Q_OBJECT

public:
    explicit HighlightListView(QWidget *parent = nullptr);

    /// Those that are selected, from the top down.
    QModelIndexList chosen() const;

signals:
    void opened(const QModelIndex &index);
    void deleteRequested();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace lectern::ui
