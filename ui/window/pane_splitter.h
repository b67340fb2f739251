#pragma once

#include <QList>
#include <QSplitter>

namespace lectern::ui {

/// Sidebar, list and article beside each other.
class PaneSplitter final : public QSplitter
{
    Q_OBJECT

public:
    PaneSplitter(QWidget *sidebar, QWidget *list, QWidget *reader, QWidget *parent = nullptr);

    /// Takes \a widths if they make sense.
    void restore(const QList<int> &widths);
    /// Shares \a width among the panes if they have no widths yet.
    void shareOnce(int width);

private:
    bool m_hasWidths = false;
};

} // namespace lectern::ui
