#include "ui/window/main_window.h"

#include "core/article/article_names.h"
#include "core/search/query_edits.h"
#include "ui/common/icons.h"
#include "ui/common/qt_text.h"
#include "ui/common/state_page.h"
#include "ui/problems/problems_view.h"
#include "ui/search/saved_search_dialogs.h"
#include "ui/session/library_session.h"
#include "ui/session/reading_states.h"
#include "ui/window/highlight_commands.h"
#include "ui/window/list_pane.h"
#include "ui/window/main_menu.h"
#include "ui/window/pane_splitter.h"
#include "ui/window/reading_status.h"
#include "ui/window/reading_tracker.h"
#include "ui/window/session_text.h"
#include "ui/window/side_pane.h"
#include "ui/window/state_commands.h"
#include "ui/window/state_notice.h"
#include "ui/window/undo_notice.h"
#include "ui/window/web_links.h"
#include "ui/window/window_choices.h"
#include "ui/window/window_style.h"

#include <QActionGroup>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kChangeRestMs = 1000;

} // namespace

MainWindow::MainWindow(LibrarySession &session, ReadingStates &states, ReaderFactory makeReader,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_states(states)
    , m_actions(this)
    , m_messages(*statusBar())
    , m_style(new WindowStyle(this, m_actions))
    , m_reader(new ReaderPane(m_actions.ofReading(), std::move(makeReader)))
    , m_changeTimer(new QTimer(this))
{
    setWindowTitle(u"Lectern"_s);
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    resize(1280, 800);
    setMinimumSize(640, 420);
    m_changeTimer->setSingleShot(true);
    m_changeTimer->setInterval(kChangeRestMs);
    makeMenus();
    makePanes();
    makeStatusBar();
    connectActions();
    connectParts();
    m_style->choose({});
    updatePages();
}

void MainWindow::makePanes()
{
    m_sidebar = new SidePane(m_results, m_searches, m_states);
    m_list = new ListPane(m_session, m_results, m_actions);
    m_panes = new PaneSplitter(m_sidebar, m_list, m_reader);
    m_statePage = new StatePage;
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(m_panes);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new StateNotice(m_states));
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_list->focusList();
}

void MainWindow::makeMenus()
{
    fillMenuBar(menuBar(), m_actions);
    m_recent.fill(m_actions[Action::RecentFolders]->menu());
}

void MainWindow::makeStatusBar()
{
    auto *undo = new UndoNotice(m_actions[Action::Undo]);
    statusBar()->addPermanentWidget(undo);
    auto *tracker = new ReadingTracker(m_states, m_results, *m_reader, this);
    connect(this, &MainWindow::stateSettled, tracker, &ReadingTracker::save);
    new StateCommands({m_states, m_actions, m_results, *m_list, *m_reader, *undo}, this);
    m_highlights = new HighlightCommands({m_states, m_actions, m_results, *m_reader, *undo}, this);
    statusBar()->addPermanentWidget(new ReadingStatus(m_session, m_actions[Action::Cancel]));
}

void MainWindow::connectActions()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions[Action::OpenFolder], [this] { chooseFolder(); });
    on(m_actions[Action::Problems], [this] { showProblems(); });
    on(m_actions[Action::Refresh], [this] { m_session.refresh(); });
    on(m_actions[Action::Cancel], [this] { m_session.cancel(); });
    on(m_actions[Action::CopyPath], [this] { copyPath(); });
    on(m_actions[Action::Quit], [this] { close(); });
    on(m_actions[Action::Search], [this] { m_list->focusSearch(); });
    on(m_actions[Action::Clear], [this] { clearOrClose(); });
    on(m_actions[Action::Find], [this] { m_reader->openFindBar(); });
    on(m_actions[Action::FindNext],
       [this] { m_reader->findAgain(ReaderView::FindDirection::Forward); });
    on(m_actions[Action::FindPrevious],
       [this] { m_reader->findAgain(ReaderView::FindDirection::Backward); });
    on(m_actions[Action::Back], [this] { m_reader->goBack(); });
    on(m_actions[Action::Forward], [this] { m_reader->goForward(); });
    on(m_actions[Action::NextArticle], [this] { m_list->selectNext(); });
    on(m_actions[Action::PreviousArticle], [this] { m_list->selectPrevious(); });
    on(m_actions[Action::FullScreen],
       [this] { setWindowState(QMainWindow::windowState() ^ Qt::WindowFullScreen); });
    on(m_actions[Action::Sidebar], [this](bool isShown) {
        m_sidebar->setVisible(isShown);
        noteChange();
    });
    on(m_actions[Action::AsWritten], [this] { applyRepairs(); });
    connect(m_actions.repairs, &QActionGroup::triggered, this, [this] {
        m_actions[Action::AsWritten]->setChecked(false);
        applyRepairs();
        noteChange();
    });
    on(m_actions[Action::About], [this] { showAbout(this); });
    on(m_actions[Action::SaveSearch],
       [this] { askForSearchName(this, m_searches, m_results.line()); });
    connect(m_actions[Action::TextSearch], &QAction::toggled, this, [this](bool isOn) {
        m_results.setTextSearch(isOn ? TextSearch::On : TextSearch::Off);
    });
    connect(m_actions.orders, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_results.setOrder(orderOf(action)); });
}

void MainWindow::connectParts()
{
    connect(&m_session, &LibrarySession::stateChanged, this, &MainWindow::onSessionStateChanged);
    connect(&m_session, &LibrarySession::libraryChanged, this, &MainWindow::onLibraryChanged);
    connect(&m_session, &LibrarySession::textsChanged, this, [this] {
        if (m_session.textState() == LibrarySession::TextState::Ready) {
            m_states.setTexts(m_session.texts());
        }
    });
    connect(&m_session, &LibrarySession::progressed, this, &MainWindow::onProgress);
    connect(&m_session, &LibrarySession::watchLimited, this,
            [this] { m_messages.sayWatchIsLimited(); });
    connect(&m_results, &ArticleResults::changed, this, &MainWindow::onResultsChanged);
    connect(&m_states, &ReadingStates::changed, this,
            [this] { m_results.setStates(m_states.snapshot()); });
    connect(&m_recent, &RecentFolders::picked, this, &MainWindow::openPath);
    connect(&m_recent, &RecentFolders::changed, this, &MainWindow::noteChange);
    connect(m_list, &ListPane::articlePicked, m_reader, &ReaderPane::showArticle);
    connect(m_reader, &ReaderPane::articleShown, this, &MainWindow::onArticleShown);
    connect(m_reader, &ReaderPane::settled, this, &MainWindow::articleSettled);
    connect(m_reader, &ReaderPane::marksChanged, this,
            [this](int current, int total) { m_messages.sayPlace(current, total); });
    connect(m_reader, &ReaderPane::historyChanged, this, [this](bool canGoBack, bool canGoOn) {
        m_actions[Action::Back]->setEnabled(canGoBack);
        m_actions[Action::Forward]->setEnabled(canGoOn);
    });
    connect(m_reader, &ReaderPane::filterRequested, this,
            [this](core::Taxonomy taxonomy, const QString &name) {
                m_results.setTermUse(core::queryFieldOf(taxonomy), name, core::TermUse::Included);
            });
    connect(m_reader, &ReaderPane::problemsRequested, this, &MainWindow::showProblems);
    connect(m_reader, &ReaderPane::contentsKept, this, &MainWindow::noteChange);
    connect(m_reader, &ReaderPane::linkHovered, this,
            [this](const QUrl &url) { m_messages.showLink(url); });
    connect(m_reader, &ReaderPane::externalLinkActivated, this, &openWithDesktop);
    connect(m_style, &WindowStyle::changed, m_reader, &ReaderPane::setPageStyle);
    connect(m_style, &WindowStyle::changed, this, &MainWindow::noteChange);
    connect(m_style, &WindowStyle::zoomed, this,
            [this](double factor) { m_messages.sayZoom(factor); });
    connect(m_panes, &QSplitter::splitterMoved, this, &MainWindow::noteChange);
    connect(m_changeTimer, &QTimer::timeout, this, &MainWindow::stateSettled);
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Open a folder of Markdown articles"), m_session.folder());
    if (!folder.isEmpty()) {
        openPath(folder);
    }
}

void MainWindow::openPath(const QString &path)
{
    const QString before = m_session.folder();
    const QFileInfo info(path);
    if (info.isFile() && core::isArticleName(toView(QFile::encodeName(path)))) {
        m_wantedArticle = QFile::encodeName(info.fileName());
        m_session.openFolder(info.absolutePath());
    } else {
        m_session.openFolder(path);
    }
    if (!before.isEmpty() && before != m_session.folder()) {
        m_results.setLine({}); // A search belongs to the library that it was made in.
    }
}

void MainWindow::showArticle(const QByteArray &path)
{
    const auto library = m_session.library();
    if (library && library->findPath(toView(path))) {
        m_list->setCurrentArticle(path);
        m_reader->showArticle(path);
    } else if (!library || m_session.isBusy()) {
        m_wantedArticle = path; // The kept library may not know a new file yet.
    }
}

QByteArray MainWindow::shownArticle() const
{
    return m_reader->shownArticle();
}

QByteArray MainWindow::firstArticle() const
{
    const std::vector<core::Row> &rows = m_results.rows();
    return rows.empty() ? QByteArray() : toQByteArray(m_results.library()->path(rows.front()));
}

void MainWindow::onSessionStateChanged()
{
    if (m_session.state() == LibrarySession::State::Ready) {
        m_recent.add(m_session.folder());
        m_wantedArticle.clear();
    }
    updatePages();
}

void MainWindow::onLibraryChanged()
{
    const auto library = m_session.library();
    if (!library) {
        m_reader->showArticle({});
        m_list->setCurrentArticle({});
    }
    m_reader->setLibrary(library);
    updateActions();
    if (library) {
        m_list->setCurrentArticle(m_reader->shownArticle()); // its file may have been renamed
    }
    if (m_problems && m_problems->isVisible()) {
        m_problems->setLibrary(library);
    }
    m_states.setLibrary(library, m_session.texts());
    m_results.setLibrary(library, m_session.texts(), m_states.snapshot());
    updateTitle();
    if (library && !m_wantedArticle.isEmpty()) {
        showArticle(std::exchange(m_wantedArticle, {}));
    }
    updatePages();
}

void MainWindow::onResultsChanged()
{
    m_actions[Action::SaveSearch]->setEnabled(!m_results.line().trimmed().isEmpty());
    m_reader->setMarks(m_results.words().all());
    noteChange();
}

void MainWindow::onArticleShown(const QByteArray &path)
{
    if (!path.isEmpty()) {
        m_wantedArticle.clear();
    }
    m_list->setCurrentArticle(path);
    updateActions();
    updateTitle();
    noteChange();
}

void MainWindow::onProgress(quint32 found, quint32 read)
{
    if (m_session.state() == LibrarySession::State::Loading) {
        const QLocale locale;
        m_statePage->setText(
            tr("%1 of %2 articles read").arg(locale.toString(read), locale.toString(found)));
    }
}

void MainWindow::updatePages()
{
    const bool hasArticles = m_results.total() > 0;
    m_pages->setCurrentIndex(hasArticles ? 1 : 0);
    if (!hasArticles) {
        m_statePage->show(sessionText(m_session, m_actions),
                          m_session.state() == LibrarySession::State::Loading
                              ? StatePage::Busy::Yes
                              : StatePage::Busy::No);
    } else if (m_session.state() == LibrarySession::State::Failed) {
        m_messages.sayItIsOutdated(m_session.folder());
    } else if (m_session.state() == LibrarySession::State::Ready) {
        m_messages.takeBackThatItIsOutdated();
    }
}

void MainWindow::clearOrClose()
{
    if (m_list->isSearching() || !m_reader->closeOnTop()) {
        m_results.setLine({});
    }
}

void MainWindow::copyPath()
{
    const QString path = QFile::decodeName(m_reader->shownArticle());
    QGuiApplication::clipboard()->setText(QDir(m_session.folder()).absoluteFilePath(path));
}

void MainWindow::updateActions()
{
    m_actions.setWhatIsThere(m_session.library() != nullptr, !m_reader->shownArticle().isEmpty());
}

void MainWindow::updateTitle()
{
    setWindowTitle(titleText(m_session, m_reader->shownArticle()));
}

void MainWindow::showProblems()
{
    if (!m_problems) {
        m_problems = new ProblemsView(this);
        connect(m_problems, &ProblemsView::articleRequested, this, &MainWindow::showArticle);
    }
    m_problems->setLibrary(m_session.library());
    m_problems->show();
    m_problems->raise();
    m_problems->activateWindow();
}

WindowState MainWindow::state() const
{
    return {.geometry = saveGeometry(),
            .paneWidths = m_panes->sizes(),
            .isSidebarShown = m_actions[Action::Sidebar]->isChecked(),
            .areContentsShown = m_reader->areContentsKept(),
            .recentFolders = m_recent.list(),
            .article = m_wantedArticle.isEmpty() ? m_reader->shownArticle() : m_wantedArticle,
            .queryLine = m_results.line(),
            .isTextSearched = m_actions[Action::TextSearch]->isChecked(),
            .order = m_results.order(),
            .zoom = m_style->choice().zoom,
            .theme = m_style->choice().theme,
            .repairs = checkedRepairs(m_actions.repairs),
            .highlightColour = m_highlights->colour()};
}

void MainWindow::restore(const WindowState &state)
{
    restoreGeometry(state.geometry);
    m_panes->restore(state.paneWidths);
    m_actions[Action::Sidebar]->setChecked(state.isSidebarShown);
    m_sidebar->setVisible(state.isSidebarShown);
    m_reader->keepContents(state.areContentsShown);
    m_recent.setList(state.recentFolders);
    m_wantedArticle = state.article;
    m_results.setOrder(state.order);
    check(m_actions.orders, state.order);
    m_actions[Action::TextSearch]->setChecked(state.isTextSearched);
    m_results.setLine(state.queryLine);
    m_style->choose({state.theme, state.zoom});
    check(m_actions.repairs, state.repairs);
    m_highlights->setColour(state.highlightColour);
    applyRepairs();
}

void MainWindow::applyRepairs()
{
    m_reader->setRepairs(m_actions[Action::AsWritten]->isChecked()
                             ? core::Repairs::none()
                             : checkedRepairs(m_actions.repairs));
}

void MainWindow::noteChange()
{
    m_changeTimer->start();
}

/// The palette of the program is the desktop's, which may change at any time.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        m_style->followDesktop();
    }
    return QMainWindow::event(event);
}

/// The first time the panes share the width that the window then has.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_panes->shareOnce(width());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit stateSettled();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        event->acceptProposedAction();
        openPath(urls.constFirst().toLocalFile());
    }
}

} // namespace lectern::ui
