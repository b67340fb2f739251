#pragma once

#include "core/library/library.h"
#include "core/search/query.h"
#include "core/search/query_edits.h"

#include <QPair>
#include <QPoint>
#include <QSet>
#include <QString>
#include <QTreeView>

class QMenu;

namespace lectern::ui {

class ArticleResults;
class FacetModel;
class SavedSearches;

/// The sidebar: click includes a term, Alt+click or the context menu leaves it out, again undoes
/// it; the arrow before a folder or tag or Left and Right open and close it; click applies a saved
/// search. With the keyboard: Enter or Space, Alt+Enter; F2 and Delete on saved searches.
class FacetPanel final : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetPanel(QWidget *parent = nullptr);

    void showResults(const ArticleResults &results);
    void showSearches(const SavedSearches &searches);

signals:
    void allRequested();
    void termUseRequested(lectern::core::QueryField field, const QString &name,
                          lectern::core::TermUse use);
    /// The line of a saved search; empty when it was in use.
    void searchPicked(const QString &line);
    void searchRenameRequested(const QString &name);
    /// The saved search shall hold what is searched now.
    void searchUpdateRequested(const QString &name);
    void searchRemoveRequested(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void trigger(const QModelIndex &index, core::TermUse wish);
    void requestUse(const QModelIndex &index, core::TermUse use);
    void fillTermMenu(QMenu *menu, const QModelIndex &index);
    void fillSearchMenu(QMenu *menu, const QString &name);

    void hideEmptySections();
    void keepBranchesOpen();

    FacetModel *m_model;
    QPoint m_pressed; ///< where the mouse went down last
    QSet<QPair<int, QString>> m_openBranches; ///< fields and names
};

} // namespace lectern::ui
