#pragma once

#include "core/state/reading_state.h"

#include <QListView>
#include <QString>

class QMenu;

namespace lectern::ui {

class ArticleResults;
class ReadingModel;

/// At the top of the sidebar: what to go on with. A click, Enter or Space searches for it, and once
/// more shows all articles again. Labels are renamed with F2, deleted with Delete, and have a menu
/// for both and for their colour. As high as its rows; hidden without any.
class ReadingPanel final : public QListView
{
    Q_OBJECT

public:
    explicit ReadingPanel(QWidget *parent = nullptr);

    /// To be called when the library or its reading state has changed.
    void showResults(const ArticleResults &results);
    void showLine(const QString &line);

signals:
    /// The line to search for; empty when it was in use.
    void searchPicked(const QString &line);
    /// What could not be placed is to be shown.
    void unplacedRequested();
    void labelRenameRequested(core::LabelId id);
    void labelColourRequested(core::LabelId id, std::uint32_t rgb);
    void labelRemoveRequested(core::LabelId id);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void trigger(const QModelIndex &index);
    void fillLabelMenu(QMenu *menu, const QModelIndex &index);

    ReadingModel *m_model;
};

} // namespace lectern::ui
