#pragma once

#include "ui/search/article_results.h"

#include <QWidget>

class QStackedWidget;

namespace lectern::ui {

class ArticleFilter;
class ArticleListView;
class LibrarySession;
class StatePage;
class Timeline;
class WindowActions;

/// The pane in the middle: the search line, the timeline, and the list or why it is empty.
class ListPane final : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the pane.
    ListPane(const LibrarySession &session, ArticleResults &results, const WindowActions &actions,
             QWidget *parent = nullptr);

    void focusSearch();
    bool isSearching() const; ///< the keys go to the search line
    void focusList();
    void selectNext();
    void selectPrevious();
    void setCurrentArticle(const QByteArray &path);
    /// Those that are selected, from top to bottom.
    std::vector<core::Row> selectedRows() const;

signals:
    void articlePicked(const QByteArray &path);

private:
    void showResults(ArticleResults::Change change);
    void showListOrWhyNot();
    QString whyNothing() const;
    QString textHint() const;

    const LibrarySession &m_session;
    ArticleResults &m_results;
    const WindowActions &m_actions;
    ArticleFilter *m_filter;
    Timeline *m_timeline;
    ArticleListView *m_list;
    StatePage *m_whyEmpty;
    QStackedWidget *m_pages; ///< the list, or why it is empty
};

} // namespace lectern::ui
