#pragma once

#include "ui/reading/reader_pane.h"
#include "ui/search/article_results.h"
#include "ui/search/saved_searches.h"
#include "ui/window/recent_folders.h"
#include "ui/window/status_messages.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_state.h"

#include <QMainWindow>

class QStackedWidget;
class QTimer;

namespace lectern::ui {

class HighlightCommands;
class LibrarySession;
class ListPane;
class PaneSplitter;
class ProblemsView;
class ReadingStates;
class SidePane;
class StatePage;
class WindowStyle;

/// The window: categories and tags, the list, the article. It connects what the parts say to what
/// the parts do and holds nothing that they hold.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// \a session and \a states must outlive the window.
    MainWindow(LibrarySession &session, ReadingStates &states, ReaderFactory makeReader,
               QWidget *parent = nullptr);

    /// Opens a folder, or the folder of an article and that article.
    void openPath(const QString &path);
    /// Shows the article at \a path as soon as the library has it.
    void showArticle(const QByteArray &path);
    QByteArray shownArticle() const;
    /// The one at the top of the list; empty when the list is.
    QByteArray firstArticle() const;

    SavedSearches &savedSearches() { return m_searches; }

    WindowState state() const;
    /// Takes what makes sense of \a state, without opening its folder.
    void restore(const WindowState &state);

signals:
    /// Something that state() tells has changed and rests.
    void stateSettled();
    /// The open article and its images are on screen.
    void articleSettled();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePanes();
    void makeMenus();
    void makeStatusBar();
    void connectActions();
    void connectParts();

    void chooseFolder();
    void onSessionStateChanged();
    void onLibraryChanged();
    void onResultsChanged();
    void onArticleShown(const QByteArray &path);
    void onProgress(quint32 found, quint32 read);
    void updatePages();
    void clearOrClose();
    void copyPath();
    void updateActions();
    void updateTitle();
    void applyRepairs();
    void showProblems();
    void noteChange();

    LibrarySession &m_session;
    ReadingStates &m_states;
    WindowActions m_actions;
    ArticleResults m_results;
    SavedSearches m_searches{m_results};
    RecentFolders m_recent;
    StatusMessages m_messages;
    WindowStyle *m_style;
    HighlightCommands *m_highlights = nullptr;

    QStackedWidget *m_pages = nullptr; ///< a state page, or the panes
    StatePage *m_statePage = nullptr;
    PaneSplitter *m_panes = nullptr;
    SidePane *m_sidebar = nullptr;
    ListPane *m_list = nullptr;
    ReaderPane *m_reader = nullptr;
    QTimer *m_changeTimer = nullptr;

    ProblemsView *m_problems = nullptr; ///< made when it is first asked for
    QByteArray m_wantedArticle; ///< to show when the library is there
};

} // namespace lectern::ui
