#pragma once

#include "core/article/article.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace lectern::ui {

/// A quiet line above an article that says what is wrong with its file; hidden when nothing worth a
/// word is.
class ProblemBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showProblems(const std::vector<core::Problem> &problems);

signals:
    /// The person wants to see the problems of all articles.
    void allRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace lectern::ui
