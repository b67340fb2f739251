#pragma once

#include "core/library/library.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace lectern::ui {

class QuietLabel;
class SearchCompleter;

/// Above the list: the search field, which shows the query line, the sort control and how many
/// articles are found.
class ArticleFilter final : public QWidget
{
    Q_OBJECT

public:
    /// \a sortMenu is shown by the sort button, \a textSearch switches the search of the texts,
    /// \a saveSearch is in the field while something is searched; not owned.
    ArticleFilter(QMenu *sortMenu, QAction *textSearch, QAction *saveSearch,
                  QWidget *parent = nullptr);

    /// What the field suggests comes from \a library; it may be null.
    void setLibrary(std::shared_ptr<const core::Library> library);

    void setLine(const QString &line);
    void setHits(int found, int total);
    /// What the line was understood to mean.
    void setExplanation(const QString &text);
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
    SearchCompleter *m_completer;
    QAction *m_save;
    QToolButton *m_sort;
    QLabel *m_hits;
    QuietLabel *m_explanation;
    QLabel *m_hint;
    QLabel *m_textHint;
};

} // namespace lectern::ui
