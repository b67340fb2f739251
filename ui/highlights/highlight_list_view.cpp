#include "ui/highlights/highlight_list_view.h"

#include "ui/common/appearance.h"
#include "ui/highlights/highlight_delegate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace lectern::ui {

using namespace Qt::StringLiterals;

HighlightListView::HighlightListView(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"highlightList"_s);
    setItemDelegate(new HighlightDelegate(this));
    setSelectionMode(ExtendedSelection);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(36);
    verticalScrollBar()->setStyleSheet(quietScrollBarStyle());
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Highlights"));
}

QModelIndexList HighlightListView::chosen() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    return indexes;
}

/// With Ctrl or Shift a click only selects.
void HighlightListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && index == currentIndex() && event->button() == Qt::LeftButton
        && event->modifiers() == Qt::NoModifier) {
        emit opened(index);
    }
}

void HighlightListView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        emit opened(currentIndex());
    } else if (event->key() == Qt::Key_Delete) {
        emit deleteRequested();
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace lectern::ui
