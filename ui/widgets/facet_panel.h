#pragma once

#include "core/library/library.h"
#include "core/library/query.h"

#include <QTreeView>

namespace lectern::ui {

class ArticleResults;
class FacetModel;

/// The sidebar: click includes a term, Alt+click or the context menu leaves it out, again undoes
/// it. With the keyboard: Enter or Space, Alt+Enter.
class FacetPanel final : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetPanel(QWidget *parent = nullptr);

    void showResults(const ArticleResults &results);

signals:
    void allRequested();
    void termUseRequested(lectern::core::Taxonomy taxonomy, const QString &name,
                          lectern::core::TermUse use);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void trigger(const QModelIndex &index, core::TermUse wish);
    void requestUse(const QModelIndex &index, core::TermUse use);

    FacetModel *m_model;
};

} // namespace lectern::ui
