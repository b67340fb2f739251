#include "ui/widgets/article_list_view.h"

#include "ui/models/article_list_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/article_delegate.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace lectern::ui {

ArticleListView::ArticleListView(QWidget *parent)
    : QListView(parent)
    , m_model(new ArticleListModel(this))
{
    setModel(m_model);
    setItemDelegate(new ArticleDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(36);
    setFrameShape(NoFrame);
    verticalScrollBar()->setStyleSheet(quietScrollBarStyle());
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Articles"));
}

void ArticleListView::showRows(std::shared_ptr<const core::Library> library,
                               std::vector<core::Row> rows, Keep keep)
{
    const QScopedValueRollback setting(m_isSetting, true);
    const Anchor anchor = placeToKeep();
    m_model->setRows(std::move(library), std::move(rows));
    const QModelIndex current = m_model->indexOf(m_current);
    setCurrentIndex(current);
    const QModelIndex kept = keep == Keep::Place ? m_model->indexOf(anchor.path) : QModelIndex();
    if (kept.isValid()) {
        scrollTo(kept, PositionAtTop);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - anchor.y);
    } else if (current.isValid()) {
        scrollTo(current, PositionAtCenter);
    } else {
        scrollToTop();
    }
}

/// The current article while it is on screen, else the first that is.
ArticleListView::Anchor ArticleListView::placeToKeep() const
{
    const QModelIndex current = currentIndex();
    const QRect shown = current.isValid() ? visualRect(current) : QRect();
    if (current.isValid() && viewport()->rect().intersects(shown)) {
        return {m_model->pathAt(current), shown.top()};
    }
    const QModelIndex first = indexAt(QPoint(0, 0));
    return {m_model->pathAt(first), first.isValid() ? visualRect(first).top() : 0};
}

void ArticleListView::setCurrentArticle(const QByteArray &path)
{
    const QScopedValueRollback setting(m_isSetting, true);
    m_current = path;
    const QModelIndex index = m_model->indexOf(path);
    if (index != currentIndex()) {
        setCurrentIndex(index);
    }
}

void ArticleListView::selectNext()
{
    moveBy(1);
}

void ArticleListView::selectPrevious()
{
    moveBy(-1);
}

void ArticleListView::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0) {
        return;
    }
    const int row = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1)));
}

void ArticleListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isSetting || !current.isValid()) {
        return;
    }
    m_current = m_model->pathAt(current);
    emit articlePicked(m_current);
}

} // namespace lectern::ui
