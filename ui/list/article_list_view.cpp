#include "ui/list/article_list_view.h"

#include "ui/common/appearance.h"
#include "ui/list/article_delegate.h"
#include "ui/list/article_list_model.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace lectern::ui {

ArticleListView::ArticleListView(QWidget *parent)
    : QListView(parent)
    , m_model(new ArticleListModel(this))
    , m_delegate(new ArticleDelegate(this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
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
                               std::vector<core::Row> rows, Keep keep, SearchWords words)
{
    const QScopedValueRollback setting(m_isSetting, true);
    const std::vector<Anchor> anchors = placesToKeep();
    m_model->setRows(std::move(library), std::move(rows), std::move(words));
    const QModelIndex current = m_model->indexOf(m_current);
    setCurrentIndex(current);
    if (keep == Keep::Place) {
        scrollToKept(anchors);
    } else if (current.isValid()) {
        scrollTo(current, PositionAtCenter);
    } else {
        scrollToTop();
    }
}

void ArticleListView::showStates(std::shared_ptr<const core::StateSnapshot> states)
{
    m_model->setStates(std::move(states));
}

std::vector<core::Row> ArticleListView::selectedRows() const
{
    std::vector<int> places;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        places.push_back(index.row());
    }
    std::ranges::sort(places);
    std::vector<core::Row> rows;
    for (const int place : places) {
        rows.push_back(m_model->rowAt(m_model->index(place)));
    }
    return rows;
}

/// The current article while it is on screen, then all that are. Nothing at the top of the list,
/// where a person sees the newest and wants to go on seeing them.
std::vector<ArticleListView::Anchor> ArticleListView::placesToKeep() const
{
    std::vector<Anchor> anchors;
    const auto add = [&](const QModelIndex &index) {
        anchors.push_back({m_model->pathAt(index), visualRect(index).top()});
    };
    const QModelIndex current = currentIndex();
    if (current.isValid() && viewport()->rect().intersects(visualRect(current))) {
        add(current);
    } else if (verticalScrollBar()->value() == 0) {
        return anchors;
    }
    const QModelIndex first = indexAt(QPoint(0, 0));
    for (int row = first.row(); row >= 0 && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (visualRect(index).top() > viewport()->height()) {
            break;
        }
        add(index);
    }
    return anchors;
}

/// Puts the first anchor that is still there where it was.
void ArticleListView::scrollToKept(const std::vector<Anchor> &anchors)
{
    for (const Anchor &anchor : anchors) {
        const QModelIndex kept = m_model->indexOf(anchor.path);
        if (kept.isValid()) {
            scrollTo(kept, PositionAtTop);
            verticalScrollBar()->setValue(verticalScrollBar()->value() - anchor.y);
            return;
        }
    }
    if (anchors.empty()) {
        scrollToTop();
    } else if (currentIndex().isValid()) {
        scrollTo(currentIndex(), PositionAtCenter);
    }
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
