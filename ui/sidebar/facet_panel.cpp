#include "ui/sidebar/facet_panel.h"

#include "core/search/query_edits.h"
#include "ui/common/appearance.h"
#include "ui/search/article_results.h"
#include "ui/search/saved_searches.h"
#include "ui/sidebar/facet_delegate.h"
#include "ui/sidebar/facet_model.h"
#include "ui/sidebar/facets.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace lectern::ui {

namespace {

core::TermUse wishOf(Qt::KeyboardModifiers modifiers)
{
    return modifiers.testFlag(Qt::AltModifier) ? core::TermUse::Excluded : core::TermUse::Included;
}

FacetModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt());
}

core::QueryField fieldOf(const QModelIndex &index)
{
    return static_cast<core::QueryField>(index.data(FacetModel::FieldRole).toInt());
}

/// What the open branches are remembered by: the field and the name.
QPair<int, QString> branchOf(const QModelIndex &index)
{
    const bool isTerm = index.isValid() && kindOf(index) == FacetModel::Kind::Term;
    return {isTerm ? index.data(FacetModel::FieldRole).toInt() : -1,
            index.data(FacetModel::NameRole).toString()};
}

core::TermUse useOf(const QModelIndex &index)
{
    return static_cast<core::TermUse>(index.data(FacetModel::UseRole).toInt());
}

} // namespace

FacetPanel::FacetPanel(QWidget *parent)
    : QTreeView(parent)
    , m_model(new FacetModel(this))
{
    setModel(m_model);
    setItemDelegate(new FacetDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    verticalScrollBar()->setStyleSheet(quietScrollBarStyle());
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Categories, tags, languages and folders"));
    expandAll();
    setRowHidden(m_model->searchSectionIndex().row(), {}, true);
    hideEmptySections();
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (FacetDelegate::arrowArea(index, visualRect(index)).contains(m_pressed)) {
            setExpanded(index, !isExpanded(index));
        } else {
            trigger(index, wishOf(QGuiApplication::keyboardModifiers()));
        }
    });
    keepBranchesOpen();
}

/// A folder or tag that was opened opens again when its rows are made anew.
void FacetPanel::keepBranchesOpen()
{
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const auto branch = branchOf(index); branch.first >= 0) {
            m_openBranches.insert(branch);
        }
    });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_openBranches.remove(branchOf(index)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        const QVariant field = parent.data(FacetModel::FieldRole);
        for (const auto &[branchField, name] : QSet(m_openBranches)) {
            if (field.isValid() && branchField == field.toInt()) {
                setExpanded(m_model->termIndex(static_cast<core::QueryField>(branchField), name),
                            true);
            }
        }
    });
}

void FacetPanel::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QTreeView::mousePressEvent(event);
}

void FacetPanel::showResults(const ArticleResults &results)
{
    const QModelIndex current = currentIndex();
    const bool isTerm = current.isValid() && kindOf(current) == FacetModel::Kind::Term;
    const auto field = isTerm ? fieldOf(current) : core::QueryField::Category;
    const QString name = current.data(FacetModel::NameRole).toString();
    m_model->setResults(results.library(), results.rows(), results.query());
    hideEmptySections();
    if (isTerm) {
        setCurrentIndex(m_model->termIndex(field, name)); // its row was made anew
    }
}

void FacetPanel::hideEmptySections()
{
    for (const Facet &facet : kFacets) {
        const QModelIndex section = m_model->sectionIndex(facet.field);
        setRowHidden(section.row(), {}, m_model->rowCount(section) == 0);
    }
}

void FacetPanel::showSearches(const SavedSearches &searches)
{
    const QModelIndex current = currentIndex();
    const bool isSearch = current.isValid() && kindOf(current) == FacetModel::Kind::Search;
    const QString name = current.data(FacetModel::NameRole).toString();
    const int row = current.row();
    m_model->setSearches(searches.entries());
    const QModelIndex section = m_model->searchSectionIndex();
    const int count = m_model->rowCount(section);
    setRowHidden(section.row(), {}, count == 0);
    if (isSearch) { // its row was made anew, or is gone: then the next one
        const QModelIndex same = m_model->searchIndex(name);
        setCurrentIndex(same.isValid() ? same
                                       : m_model->index(std::min(row, count - 1), 0, section));
    }
}

void FacetPanel::trigger(const QModelIndex &index, core::TermUse wish)
{
    switch (kindOf(index)) {
    case FacetModel::Kind::All:
        emit allRequested();
        break;
    case FacetModel::Kind::Search:
        emit searchPicked(useOf(index) == core::TermUse::Included
                              ? QString()
                              : index.data(FacetModel::LineRole).toString());
        break;
    case FacetModel::Kind::SearchSection:
    case FacetModel::Kind::Section:
        setExpanded(index, !isExpanded(index));
        break;
    case FacetModel::Kind::Term:
        requestUse(index, useOf(index) == wish ? core::TermUse::Ignored : wish);
        break;
    case FacetModel::Kind::More:
        m_model->setShownInFull(fieldOf(index), true);
        break;
    }
}

void FacetPanel::requestUse(const QModelIndex &index, core::TermUse use)
{
    emit termUseRequested(fieldOf(index), index.data(FacetModel::NameRole).toString(), use);
}

void FacetPanel::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const QModelIndex index = currentIndex();
    const bool isTrigger = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (isTrigger && index.isValid()) {
        trigger(index, wishOf(event->modifiers()));
        return;
    }
    const bool isSearch = index.isValid() && kindOf(index) == FacetModel::Kind::Search;
    if (isSearch && key == Qt::Key_F2) {
        emit searchRenameRequested(index.data(FacetModel::NameRole).toString());
        return;
    }
    if (isSearch && key == Qt::Key_Delete) {
        emit searchRemoveRequested(index.data(FacetModel::NameRole).toString());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FacetPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    const auto kind = index.isValid() ? kindOf(index) : FacetModel::Kind::All;
    if (kind != FacetModel::Kind::Term && kind != FacetModel::Kind::Search) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (kind == FacetModel::Kind::Term) {
        fillTermMenu(menu, index);
    } else {
        fillSearchMenu(menu, index.data(FacetModel::NameRole).toString());
    }
    const QPoint keyboardSpot = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    menu->popup(isMouse ? event->globalPos() : keyboardSpot);
}

void FacetPanel::fillTermMenu(QMenu *menu, const QModelIndex &index)
{
    const QPersistentModelIndex term(index);
    const auto offer = [this, menu, term](const QString &text, core::TermUse use) {
        QAction *action = menu->addAction(text);
        action->setEnabled(useOf(term) != use);
        connect(action, &QAction::triggered, this, [this, term, use] {
            if (term.isValid()) {
                requestUse(term, use);
            }
        });
    };
    offer(tr("Show only these articles"), core::TermUse::Included);
    offer(tr("Leave these articles out"), core::TermUse::Excluded);
    offer(tr("Do not filter by this"), core::TermUse::Ignored);
}

void FacetPanel::fillSearchMenu(QMenu *menu, const QString &name)
{
    const auto offer = [this, menu, name](const QString &text, auto signal) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, name, signal] { emit(this->*signal)(name); });
    };
    offer(tr("Rename…"), &FacetPanel::searchRenameRequested);
    offer(tr("Replace by the Present Search"), &FacetPanel::searchUpdateRequested);
    offer(tr("Delete…"), &FacetPanel::searchRemoveRequested);
}

} // namespace lectern::ui
