#pragma once

#include "core/library/query.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace lectern::ui {

/// Above the list: the search field, which shows the query line, the sort control and how many
/// articles are found.
class ArticleFilter final : public QWidget
{
    Q_OBJECT

public:
    /// \a sortMenu is shown by the sort button, \a textSearch switches the search of the texts;
    /// not owned.
    ArticleFilter(QMenu *sortMenu, QAction *textSearch, QWidget *parent = nullptr);

    void setLine(const QString &line);
    void setHits(int found, int total);
    /// What of the line was not understood; an empty \a text takes no room.
    void setHint(const QString &text);
    /// What of the articles cannot be searched yet, or at all; an empty \a text takes no room.
    void setTextHint(const QString &text);
    void focusField();

signals:
    void lineEdited(const QString &line);
    /// Down or Enter in the field: on to the list.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWhatIsSearched(bool isTextSearched);

    QLineEdit *m_field;
    QToolButton *m_sort;
    QLabel *m_hits;
    QLabel *m_hint;
    QLabel *m_textHint;
};

} // namespace lectern::ui
