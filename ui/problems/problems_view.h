#pragma once

#include "core/library/library.h"
#include "ui/problems/problem_export.h"
#include "ui/problems/problem_model.h"

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTreeView;

namespace lectern::ui {

/// Everything wrong in the open library, by kind: filter it, go to an article, copy or export it.
/// Does not block the window.
class ProblemsView final : public QDialog
{
    Q_OBJECT

public:
    explicit ProblemsView(QWidget *parent = nullptr);

    /// May be null.
    void setLibrary(const std::shared_ptr<const core::Library> &library);

signals:
    void articleRequested(const QByteArray &path);

private:
    void makeLayout();
    void showDetail(const QModelIndex &index);
    void copyAll();
    void exportAll();
    void updateCount();

    ProblemModel *m_model;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTreeView *m_tree;
    QPlainTextEdit *m_detail;
};

} // namespace lectern::ui
