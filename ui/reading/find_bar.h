#pragma once

#include "ui/reading/reader_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QAction;

namespace lectern::ui {

/// Finds words in the open article: a field, previous and next, and which of how many is shown.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are shown as buttons; not owned.
    FindBar(QAction *previous, QAction *next, QWidget *parent = nullptr);

    void open();
    /// Hides the bar and has the marks cleared.
    void close();
    QString text() const;
    void showResult(int found, int total);

signals:
    /// An empty \a text clears the marks.
    void findRequested(const QString &text, lectern::ui::ReaderView::FindDirection direction);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_field;
    QLabel *m_result;
};

} // namespace lectern::ui
