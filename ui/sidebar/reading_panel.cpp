#include "ui/sidebar/reading_panel.h"

#include "core/search/query_edits.h"
#include "ui/common/label_colours.h"
#include "ui/sidebar/facet_delegate.h"
#include "ui/sidebar/reading_model.h"

#include <QColor>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// 0 where the row is no label.
core::LabelId labelOf(const QModelIndex &index)
{
    return index.data(ReadingModel::LabelRole).toLongLong();
}

} // namespace

ReadingPanel::ReadingPanel(QWidget *parent)
    : QListView(parent)
    , m_model(new ReadingModel(this))
{
    setModel(m_model);
    setItemDelegate(new FacetDelegate(this));
    setSelectionMode(NoSelection);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Reading"));
    hide();
    connect(this, &QAbstractItemView::clicked, this, &ReadingPanel::trigger);
}

void ReadingPanel::showResults(const ArticleResults &results)
{
    m_model->showResults(results);
    const int rows = m_model->rowCount();
    setFixedHeight(rows == 0 ? 0 : rows * sizeHintForRow(0));
    setVisible(rows > 0);
}

void ReadingPanel::showLine(const QString &line)
{
    m_model->showLine(line);
}

void ReadingPanel::trigger(const QModelIndex &index)
{
    if (index.data(FacetModel::LineRole).toString().isEmpty()) {
        emit unplacedRequested();
        return;
    }
    const auto use = static_cast<core::TermUse>(index.data(FacetModel::UseRole).toInt());
    emit searchPicked(use == core::TermUse::Included ? QString()
                                                     : index.data(FacetModel::LineRole).toString());
}

void ReadingPanel::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isTrigger = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    const core::LabelId label = labelOf(currentIndex());
    if (isTrigger && currentIndex().isValid()) {
        trigger(currentIndex());
    } else if (label != 0 && key == Qt::Key_F2) {
        emit labelRenameRequested(label);
    } else if (label != 0 && key == Qt::Key_Delete) {
        emit labelRemoveRequested(label);
    } else {
        QListView::keyPressEvent(event);
    }
}

void ReadingPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    if (labelOf(index) == 0) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillLabelMenu(menu, index);
    const QPoint keyboardSpot = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    menu->popup(isMouse ? event->globalPos() : keyboardSpot);
}

void ReadingPanel::fillLabelMenu(QMenu *menu, const QModelIndex &index)
{
    const core::LabelId label = labelOf(index);
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this,
            [this, label] { emit labelRenameRequested(label); });
    QMenu *colours = menu->addMenu(tr("Colour"));
    colours->setObjectName(u"labelColours"_s);
    const QColor present = index.data(FacetModel::ColourRole).value<QColor>();
    for (const LabelColour &colour : labelColours()) {
        QAction *action = colours->addAction(labelDot(colour.rgb), colour.name);
        action->setIconVisibleInMenu(true);
        action->setEnabled(QColor::fromRgb(colour.rgb) != present);
        connect(action, &QAction::triggered, this,
                [this, label, rgb = colour.rgb] { emit labelColourRequested(label, rgb); });
    }
    connect(menu->addAction(tr("Delete…")), &QAction::triggered, this,
            [this, label] { emit labelRemoveRequested(label); });
}

} // namespace lectern::ui
