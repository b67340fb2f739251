#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace lectern::ui {

class ArticleResults;
class QuietLabel;

/// Above the list: the search field, which shows the query line, the sort control and how many
/// articles are found.
class ArticleFilter final : public QWidget
{
    Q_OBJECT

public:
    /// Shows and suggests what is searched in \a results. \a sortMenu is shown by the sort button,
    /// \a textSearch switches the search of the texts, \a saveSearch is in the field while
    /// something is searched; none is owned.
    ArticleFilter(const ArticleResults &results, QMenu *sortMenu, QAction *textSearch,
                  QAction *saveSearch, QWidget *parent = nullptr);

    /// To be called when the results have changed.
    void showResults();
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
    void showHits(int found, int total);
    /// What of the line was not understood; an empty \a text takes no room.
    void showHint(const QString &text);

    const ArticleResults &m_results;
    QLineEdit *m_field;
    QAction *m_save;
    QToolButton *m_sort;
    QLabel *m_hits;
    QuietLabel *m_explanation;
    QLabel *m_hint;
    QLabel *m_textHint;
};

} // namespace lectern::ui
