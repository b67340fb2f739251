#include "ui/window/main_window.h"

#include "core/article/article_names.h"
#include "core/search/query_edits.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/qt_text.h"
#include "ui/common/state_page.h"
#include "ui/list/article_list_view.h"
#include "ui/problems/problems_view.h"
#include "ui/search/article_filter.h"
#include "ui/search/saved_search_dialogs.h"
#include "ui/search/timeline.h"
#include "ui/session/library_session.h"
#include "ui/sidebar/facet_panel.h"
#include "ui/window/main_menu.h"
#include "ui/window/reading_status.h"
#include "ui/window/session_text.h"
#include "ui/window/window_choices.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxRecentFolders = 10;
constexpr int kChangeRestMs = 1000;
constexpr double kZoomStep = 1.1;
constexpr int kNoticeMs = 15'000;
constexpr int kHintMs = 5000;

} // namespace

MainWindow::MainWindow(LibrarySession &session, ReaderFactory makeReader, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(this)
    , m_desktopPalette(QApplication::palette())
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
    applyTheme(m_theme);
    updatePages();
}

void MainWindow::makePanes()
{
    auto *sortMenu = new QMenu(this);
    sortMenu->addActions(m_actions.orders->actions());
    m_facets = new FacetPanel;
    m_filter = new ArticleFilter(m_results, sortMenu, m_actions[Action::TextSearch],
                                 m_actions[Action::SaveSearch]);
    m_timeline = new Timeline;
    m_list = new ArticleListView;
    m_listState = new StatePage;
    m_listPages = new QStackedWidget;
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(m_listState);

    auto *middle = new QWidget;
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_timeline);
    layout->addWidget(m_listPages, 1);

    m_sidebar = new QWidget;
    auto *sidebarLayout = new QVBoxLayout(m_sidebar);
    sidebarLayout->setContentsMargins(0, 10, 0, 0);
    sidebarLayout->addWidget(m_facets);

    m_splitter = new QSplitter;
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_reader);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    for (int pane = 0; pane < m_splitter->count(); ++pane) {
        m_splitter->setStretchFactor(pane, pane == 2 ? 1 : 0);
    }
    m_sidebar->setMinimumWidth(160);
    middle->setMinimumWidth(220);
    m_reader->setMinimumWidth(260);

    m_statePage = new StatePage;
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(m_splitter);
    setCentralWidget(m_pages);
    m_list->setFocus();
}

void MainWindow::makeMenus()
{
    fillMenuBar(menuBar(), m_actions);
    connect(m_actions[Action::RecentFolders]->menu(), &QMenu::aboutToShow, this,
            &MainWindow::fillRecentMenu);
}

void MainWindow::makeStatusBar()
{
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
    on(m_actions[Action::Search], [this] { m_filter->focusField(); });
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
    on(m_actions[Action::ZoomIn], [this] { setZoom(m_reader->zoomFactor() * kZoomStep); });
    on(m_actions[Action::ZoomOut], [this] { setZoom(m_reader->zoomFactor() / kZoomStep); });
    on(m_actions[Action::ZoomReset], [this] { setZoom(1); });
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
    connect(m_actions[Action::TextSearch], &QAction::toggled, this, [this](bool isOn) {
        m_results.setTextSearch(isOn ? TextSearch::On : TextSearch::Off);
    });
    connect(m_actions.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        applyTheme(static_cast<ThemeChoice>(action->data().toInt()));
    });
    connect(m_actions.orders, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_results.setOrder(orderOf(action)); });
}

void MainWindow::connectParts()
{
    connect(&m_session, &LibrarySession::stateChanged, this, &MainWindow::onSessionStateChanged);
    connect(&m_session, &LibrarySession::libraryChanged, this, &MainWindow::onLibraryChanged);
    connect(&m_session, &LibrarySession::progressed, this, &MainWindow::onProgress);
    connect(&m_session, &LibrarySession::textsChanged, this, [this] {
        m_results.setTexts(m_session.texts());
        m_filter->setTextHint(textHint());
    });
    connect(&m_session, &LibrarySession::watchLimited, this, [this] {
        statusBar()->showMessage(
            tr("This system cannot watch the whole folder. Changes show up within half a minute, "
               "or with F5."),
            kNoticeMs);
    });
    connect(&m_results, &ArticleResults::changed, this, &MainWindow::onResultsChanged);
    connect(m_filter, &ArticleFilter::lineEdited, &m_results, &ArticleResults::setLine);
    connect(m_filter, &ArticleFilter::leaveRequested, m_list,
            [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_facets, &FacetPanel::allRequested, &m_results, [this] { m_results.setLine({}); });
    connect(m_facets, &FacetPanel::termUseRequested, &m_results, &ArticleResults::setTermUse);
    connect(m_timeline, &Timeline::dateRequested, &m_results, &ArticleResults::setDate);
    connectSearches();
    connect(m_list, &ArticleListView::articlePicked, m_reader, &ReaderPane::showArticle);
    connect(m_reader, &ReaderPane::articleShown, this, &MainWindow::onArticleShown);
    connect(m_reader, &ReaderPane::settled, this, &MainWindow::articleSettled);
    connect(m_reader, &ReaderPane::marksChanged, this, &MainWindow::onMarksChanged);
    connect(m_reader, &ReaderPane::historyChanged, this, [this](bool canGoBack, bool canGoOn) {
        m_actions[Action::Back]->setEnabled(canGoBack);
        m_actions[Action::Forward]->setEnabled(canGoOn);
    });
    connect(m_reader, &ReaderPane::filterRequested, this,
            [this](core::Taxonomy taxonomy, const QString &name) {
                m_results.setTermUse(taxonomy, name, core::TermUse::Included);
            });
    connect(m_reader, &ReaderPane::problemsRequested, this, &MainWindow::showProblems);
    connect(m_reader, &ReaderPane::linkHovered, this, &MainWindow::previewLink);
    connect(m_reader, &ReaderPane::externalLinkActivated, this, &MainWindow::openExternally);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::noteChange);
    connect(m_changeTimer, &QTimer::timeout, this, &MainWindow::stateSettled);
}

void MainWindow::connectSearches()
{
    connect(m_actions[Action::SaveSearch], &QAction::triggered, this,
            [this] { askForSearchName(this, m_searches, m_results.line()); });
    connect(&m_searches, &SavedSearches::changed, m_facets,
            [this] { m_facets->showSearches(m_searches); });
    connect(m_facets, &FacetPanel::searchPicked, &m_results, &ArticleResults::setLine);
    connect(m_facets, &FacetPanel::searchRenameRequested, this,
            [this](const QString &name) { askForNewSearchName(this, m_searches, name); });
    connect(m_facets, &FacetPanel::searchUpdateRequested, this,
            [this](const QString &name) { m_searches.setLine(name, m_results.line()); });
    connect(m_facets, &FacetPanel::searchRemoveRequested, this,
            [this](const QString &name) { askToDeleteSearch(this, m_searches, name); });
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
    const QFileInfo info(path);
    if (info.isFile() && core::isArticleName(toView(QFile::encodeName(path)))) {
        m_wantedArticle = QFile::encodeName(info.fileName());
        m_session.openFolder(info.absolutePath());
    } else {
        m_session.openFolder(path);
    }
}

void MainWindow::showArticle(const QByteArray &path)
{
    const auto library = m_session.library();
    if (!library) {
        m_wantedArticle = path;
    } else if (library->findPath(toView(path))) {
        m_list->setCurrentArticle(path);
        m_reader->showArticle(path);
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
        rememberFolder(m_session.folder());
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
    updateArticleActions();
    if (library) {
        m_list->setCurrentArticle(m_reader->shownArticle()); // its file may have been renamed
    }
    if (m_problems && m_problems->isVisible()) {
        m_problems->setLibrary(library);
    }
    m_results.setLibrary(library, m_session.texts());
    setWindowTitle(library ? tr("%1 – Lectern").arg(QDir(m_session.folder()).dirName())
                           : u"Lectern"_s);
    if (library && !m_wantedArticle.isEmpty()) {
        showArticle(std::exchange(m_wantedArticle, {}));
    }
    updatePages();
}

void MainWindow::onResultsChanged(ArticleResults::Change change)
{
    m_filter->showResults();
    m_actions[Action::SaveSearch]->setEnabled(!m_results.line().trimmed().isEmpty());
    m_facets->showResults(m_results);
    m_filter->setTextHint(textHint());
    m_reader->setMarks(m_results.words().all());
    const bool isSameSearch
        = change == ArticleResults::Change::Library || change == ArticleResults::Change::Texts;
    m_timeline->showResults(m_results);
    m_list->showRows(m_results.library(), m_results.rows(),
                     isSameSearch ? ArticleListView::Keep::Place : ArticleListView::Keep::Current,
                     m_results.words());
    updateListPage();
    noteChange();
}

void MainWindow::onArticleShown(const QByteArray &path)
{
    m_list->setCurrentArticle(path);
    updateArticleActions();
    noteChange();
}

void MainWindow::onMarksChanged(int current, int total)
{
    if (current > 0) {
        statusBar()->showMessage(
            tr("Place %1 of %2").arg(QLocale().toString(current), QLocale().toString(total)),
            kHintMs);
    } else if (total > 0) {
        statusBar()->showMessage(tr("%Ln place(s) marked. F3 goes to the next.", nullptr, total),
                                 kHintMs);
    }
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
        m_isFailureShown = true;
        statusBar()->showMessage(tr("%1 could not be read again; you see what it held before.")
                                     .arg(readableFolder(m_session.folder())));
    } else if (m_session.state() == LibrarySession::State::Ready
               && std::exchange(m_isFailureShown, false)) {
        statusBar()->clearMessage();
    }
}

void MainWindow::updateListPage()
{
    const bool isEmpty = m_results.rows().empty();
    m_listPages->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty) {
        m_listState->show({.icon = u"search"_s,
                           .title = tr("No article found"),
                           .text = whyNothing(),
                           .actions = {m_actions[Action::Clear]}});
    }
}

QString MainWindow::whyNothing() const
{
    const QString condition = m_results.excludingCondition();
    return !condition.isEmpty()
        ? tr("“%1” leaves no article. Take it out of the search, or show all articles again.")
              .arg(condition)
        : tr("Nothing matches “%1”. Use fewer words, or show all articles again.")
              .arg(m_results.line());
}

QString MainWindow::textHint() const
{
    if (!m_results.isWaitingForTexts()) {
        return {};
    }
    switch (m_session.textState()) {
    case LibrarySession::TextState::Stopped:
        return tr("The texts of the articles are not searched, because reading them was stopped. "
                  "F5 goes on.");
    case LibrarySession::TextState::Failed:
        return tr("The texts of the articles cannot be searched, because the cache folder cannot "
                  "be written.");
    default:
        return tr("The texts of the articles are still being read. What they hold will be listed "
                  "when that is done.");
    }
}

void MainWindow::rememberFolder(const QString &folder)
{
    if (folder == m_recentFolders.value(0)) {
        return;
    }
    m_recentFolders.removeAll(folder);
    m_recentFolders.prepend(folder);
    m_recentFolders = m_recentFolders.mid(0, kMaxRecentFolders);
    noteChange();
}

void MainWindow::fillRecentMenu()
{
    QMenu *menu = m_actions[Action::RecentFolders]->menu();
    menu->clear();
    for (const QString &folder : std::as_const(m_recentFolders)) {
        QAction *action = menu->addAction(readableFolder(folder).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this, [this, folder] { openPath(folder); });
    }
    menu->addAction(tr("None yet"))->setEnabled(false);
    menu->actions().constLast()->setVisible(m_recentFolders.isEmpty());
}

void MainWindow::clearOrClose()
{
    const bool isSearching = m_filter->isAncestorOf(QApplication::focusWidget());
    if (isSearching || (!m_reader->closeFindBar() && !m_reader->clearMarks())) {
        m_results.setLine({});
    }
}

void MainWindow::copyPath()
{
    const QString path = QFile::decodeName(m_reader->shownArticle());
    QGuiApplication::clipboard()->setText(QDir(m_session.folder()).absoluteFilePath(path));
}

void MainWindow::updateArticleActions()
{
    m_actions[Action::CopyPath]->setEnabled(!m_reader->shownArticle().isEmpty());
}

void MainWindow::applyTheme(ThemeChoice choice)
{
    m_theme = choice;
    check(m_actions.themes, choice);
    core::Theme theme = themeOf(m_desktopPalette);
    if (choice == ThemeChoice::System) {
        QApplication::setPalette(m_desktopPalette);
    } else {
        theme = choice == ThemeChoice::Dark ? core::Theme::Dark
            : choice == ThemeChoice::Sepia  ? core::Theme::Sepia
                                            : core::Theme::Light;
        QApplication::setPalette(paletteFor(theme));
    }
    m_reader->setTheme(theme);
    noteChange();
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

void MainWindow::setZoom(double factor)
{
    m_reader->setZoomFactor(factor);
    statusBar()->showMessage(tr("Text size %1%").arg(qRound(m_reader->zoomFactor() * 100)), 2000);
    noteChange();
}

void MainWindow::openExternally(const QUrl &url)
{
    static constexpr std::array kAllowed = {"http"_L1, "https"_L1, "mailto"_L1};
    if (std::ranges::find(kAllowed, url.scheme()) != kAllowed.end()) {
        QDesktopServices::openUrl(url);
    }
}

void MainWindow::previewLink(const QUrl &url)
{
    if (url.isEmpty()) {
        statusBar()->clearMessage();
    } else {
        statusBar()->showMessage(url.toDisplayString());
    }
}

WindowState MainWindow::state() const
{
    return {.geometry = saveGeometry(),
            .paneWidths = m_splitter->sizes(),
            .isSidebarShown = m_actions[Action::Sidebar]->isChecked(),
            .recentFolders = m_recentFolders,
            .article = m_wantedArticle.isEmpty() ? m_reader->shownArticle() : m_wantedArticle,
            .queryLine = m_results.line(),
            .isTextSearched = m_actions[Action::TextSearch]->isChecked(),
            .order = m_results.order(),
            .zoom = m_reader->zoomFactor(),
            .theme = m_theme,
            .repairs = checkedRepairs(m_actions.repairs)};
}

void MainWindow::restore(const WindowState &state)
{
    restoreGeometry(state.geometry);
    const QList<int> &widths = state.paneWidths;
    if (widths.size() == m_splitter->count()
        && std::ranges::all_of(widths, [](int width) { return width >= 0 && width < 10'000; })
        && widths.constLast() > 0) {
        m_splitter->setSizes(widths);
        m_hasPaneWidths = true;
    }
    m_actions[Action::Sidebar]->setChecked(state.isSidebarShown);
    m_sidebar->setVisible(state.isSidebarShown);
    m_recentFolders = state.recentFolders.mid(0, kMaxRecentFolders);
    m_wantedArticle = state.article;
    m_results.setOrder(state.order);
    check(m_actions.orders, state.order);
    m_actions[Action::TextSearch]->setChecked(state.isTextSearched);
    m_results.setLine(state.queryLine);
    m_reader->setZoomFactor(state.zoom);
    applyTheme(state.theme);
    check(m_actions.repairs, state.repairs);
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

/// The first time the panes share the width that the window then has.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_hasPaneWidths, true)) {
        const int sidebar = std::clamp(width() / 6, 180, 240);
        const int list = std::clamp(width() * 2 / 7, 240, 420);
        m_splitter->setSizes({sidebar, list, width() - sidebar - list});
    }
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
