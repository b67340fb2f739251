#pragma once

#include "ui/highlights/highlight_list_model.h"

#include <QByteArray>
#include <QDialog>
#include <QTimer>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class HighlightExporter;
class HighlightListView;
class ReadingStates;
class StatePage;

/// All highlights of the open folder: filter and order them, go to one, delete and export them.
/// Follows the states while it is shown. Does not block the window.
class HighlightsView final : public QDialog
{
    Q_OBJECT

public:
    /// \a states must outlive it; \a undo is shown as a button, not owned.
    HighlightsView(ReadingStates &states, QAction *undo, QWidget *parent = nullptr);

signals:
    /// To show it in its article.
    void highlightRequested(const QByteArray &path, lectern::core::HighlightId id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What is exported.
    enum class Scope { Selected, Listed, All };

    void makeFilter();
    void makePages();
    QWidget *makeButtons();
    QPushButton *makeExportButton();
    void connectParts();
    void refresh();
    void fillArticles();
    void applyFilter();
    void showAll();
    void updatePages();
    void sayCount(int listed, int all);
    void updateButtons();
    void open(const QModelIndex &index);
    void deleteChosen();
    std::vector<core::ListedHighlight> highlightsIn(Scope scope) const;

    ReadingStates &m_states;
    QAction *m_undo;
    HighlightListModel *m_model;
    QLineEdit *m_words;
    QComboBox *m_colour;
    QComboBox *m_article;
    QComboBox *m_order;
    QLabel *m_said; ///< how many are listed, or what was done
    QStackedWidget *m_pages;
    HighlightListView *m_list;
    QAction *m_showAll;
    HighlightExporter *m_exporter;
    QPushButton *m_open = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_export = nullptr;
    QString m_count; ///< what m_said said of how many are listed
    QTimer m_refreshSoon;
};

} // namespace lectern::ui
