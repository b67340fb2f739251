#include "ui/widgets/main_window.h"

#include "core/library/select.h"
#include "ui/models/query_text.h"
#include "ui/session/library_session.h"
#include "ui/session/qt_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/article_filter.h"
#include "ui/widgets/article_list_view.h"
#include "ui/widgets/facet_panel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/problems_view.h"
#include "ui/widgets/session_text.h"
#include "ui/widgets/state_page.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
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

bool isArticleName(const QString &name)
{
    return name.endsWith(".md"_L1, Qt::CaseInsensitive)
        || name.endsWith(".markdown"_L1, Qt::CaseInsensitive);
}

} // namespace

MainWindow::MainWindow(LibrarySession &session, ReaderFactory makeReader, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(this)
    , m_desktopPalette(QApplication::palette())
    , m_reader(new ReaderPane(m_actions, std::move(makeReader)))
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
    m_filter = new ArticleFilter(sortMenu);
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
    m_sidebar->setMinimumWidth(140);
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
    m_recentMenu = new QMenu(tr("Open &Recent"), this);
    m_recentMenu->setObjectName(u"recentFolders"_s);
    fillMenuBar(menuBar(), m_actions, m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::makeStatusBar()
{
    m_progressText = new QLabel;
    m_progressBar = new QProgressBar;
    m_progressBar->setFixedSize(160, 6);
    m_progressBar->setTextVisible(false);
    m_progressBar->setAccessibleName(tr("Reading the folder"));
    m_cancelButton = new QToolButton;
    m_cancelButton->setDefaultAction(m_actions.cancel);
    m_cancelButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_cancelButton->setAutoRaise(true);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_progressText), static_cast<QWidget *>(m_progressBar),
          static_cast<QWidget *>(m_cancelButton)}) {
        statusBar()->addPermanentWidget(widget);
        widget->hide();
    }
}

void MainWindow::connectActions()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions.openFolder, [this] { chooseFolder(); });
    on(m_actions.problems, [this] { showProblems(); });
    on(m_actions.refresh, [this] { m_session.refresh(); });
    on(m_actions.cancel, [this] { m_session.cancel(); });
    on(m_actions.quit, [this] { close(); });
    on(m_actions.search, [this] { m_filter->focusField(); });
    on(m_actions.clear, [this] { clearOrClose(); });
    on(m_actions.find, [this] { m_reader->openFindBar(); });
    on(m_actions.findNext, [this] { m_reader->findAgain(ReaderView::FindDirection::Forward); });
    on(m_actions.findPrevious,
       [this] { m_reader->findAgain(ReaderView::FindDirection::Backward); });
    on(m_actions.back, [this] { m_reader->goBack(); });
    on(m_actions.forward, [this] { m_reader->goForward(); });
    on(m_actions.nextArticle, [this] { m_list->selectNext(); });
    on(m_actions.previousArticle, [this] { m_list->selectPrevious(); });
    on(m_actions.zoomIn, [this] { setZoom(m_reader->zoomFactor() * kZoomStep); });
    on(m_actions.zoomOut, [this] { setZoom(m_reader->zoomFactor() / kZoomStep); });
    on(m_actions.zoomReset, [this] { setZoom(1); });
    on(m_actions.fullScreen,
       [this] { setWindowState(QMainWindow::windowState() ^ Qt::WindowFullScreen); });
    on(m_actions.sidebar, [this](bool isShown) {
        m_sidebar->setVisible(isShown);
        noteChange();
    });
    on(m_actions.asWritten, [this](bool isRaw) {
        m_reader->setRepairs(isRaw ? core::Repairs::AsWritten : core::Repairs::Apply);
    });
    on(m_actions.about, [this] { showAbout(this); });
    connect(m_actions.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        applyTheme(static_cast<ThemeChoice>(action->data().toInt()));
    });
    connect(m_actions.orders, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_results.setOrder(kSortOrders[static_cast<std::size_t>(action->data().toInt())]);
    });
}

void MainWindow::connectParts()
{
    connect(&m_session, &LibrarySession::stateChanged, this, &MainWindow::onSessionStateChanged);
    connect(&m_session, &LibrarySession::libraryChanged, this, &MainWindow::onLibraryChanged);
    connect(&m_session, &LibrarySession::progressed, this, &MainWindow::onProgress);
    connect(&m_results, &ArticleResults::changed, this, &MainWindow::onResultsChanged);
    connect(m_filter, &ArticleFilter::lineEdited, &m_results, &ArticleResults::setLine);
    connect(m_filter, &ArticleFilter::leaveRequested, m_list,
            [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_facets, &FacetPanel::allRequested, &m_results, [this] { m_results.setLine({}); });
    connect(m_facets, &FacetPanel::termUseRequested, &m_results, &ArticleResults::setTermUse);
    connect(m_list, &ArticleListView::articlePicked, m_reader, &ReaderPane::showArticle);
    connect(m_reader, &ReaderPane::articleShown, this, &MainWindow::onArticleShown);
    connect(m_reader, &ReaderPane::settled, this, &MainWindow::articleSettled);
    connect(m_reader, &ReaderPane::historyChanged, this, [this](bool canGoBack, bool canGoOn) {
        m_actions.back->setEnabled(canGoBack);
        m_actions.forward->setEnabled(canGoOn);
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
    if (info.isFile() && isArticleName(path)) {
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
    const bool isBusy = m_session.isBusy();
    m_actions.cancel->setEnabled(isBusy);
    m_progressText->setText(tr("Reading the folder…"));
    m_progressBar->setRange(0, 0);
    const bool isInStatusBar = m_session.state() == LibrarySession::State::Refreshing;
    m_progressText->setVisible(isInStatusBar);
    m_progressBar->setVisible(isInStatusBar);
    m_cancelButton->setVisible(isInStatusBar);
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
    if (m_problems && m_problems->isVisible()) {
        m_problems->setLibrary(library);
    }
    m_results.setLibrary(library);
    setWindowTitle(library ? tr("%1 – Lectern").arg(QDir(m_session.folder()).dirName())
                           : u"Lectern"_s);
    if (library && !m_wantedArticle.isEmpty()) {
        showArticle(std::exchange(m_wantedArticle, {}));
    }
    updatePages();
}

void MainWindow::onResultsChanged(ArticleResults::Change change)
{
    m_filter->setLine(m_results.line());
    m_filter->setHits(static_cast<int>(m_results.rows().size()), m_results.total());
    m_filter->setHint(queryHint(core::parseQuery(m_results.line().toStdString())));
    m_facets->showResults(m_results);
    m_list->showRows(m_results.library(), m_results.rows(),
                     change == ArticleResults::Change::Library ? ArticleListView::Keep::Place
                                                               : ArticleListView::Keep::Current);
    updateListPage();
    noteChange();
}

void MainWindow::onArticleShown(const QByteArray &path)
{
    m_list->setCurrentArticle(path);
    noteChange();
}

void MainWindow::onProgress(quint32 found, quint32 read)
{
    const QLocale locale;
    const QString text
        = tr("%1 of %2 articles read").arg(locale.toString(read), locale.toString(found));
    m_progressText->setText(text);
    m_progressBar->setRange(0, static_cast<int>(std::max(found, 1U)));
    m_progressBar->setValue(static_cast<int>(read));
    if (m_session.state() == LibrarySession::State::Loading) {
        m_statePage->setText(text);
    }
}

void MainWindow::updatePages()
{
    const bool hasArticles = m_results.total() > 0;
    m_pages->setCurrentIndex(hasArticles ? 1 : 0);
    if (!hasArticles) {
        m_statePage->show(sessionText(m_session, m_actions),
                          m_session.isBusy() ? StatePage::Busy::Yes : StatePage::Busy::No);
    } else if (m_session.state() == LibrarySession::State::Failed) {
        statusBar()->showMessage(tr("%1 could not be read again; you see what it held before.")
                                     .arg(readableFolder(m_session.folder())));
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
                           .actions = {m_actions.clear}});
    }
}

QString MainWindow::whyNothing() const
{
    const auto library = m_results.library();
    const auto condition = library
        ? core::excludingCondition(*library, m_results.line().toStdString())
        : std::nullopt;
    return condition ? tr("“%1” leaves no article. Take it out of the search, or show all "
                          "articles again.")
                           .arg(toQString(*condition))
                     : tr("Nothing matches “%1”. Use fewer words, or show all articles again.")
                           .arg(m_results.line());
}

void MainWindow::rememberFolder(const QString &folder)
{
    m_recentFolders.removeAll(folder);
    m_recentFolders.prepend(folder);
    m_recentFolders = m_recentFolders.mid(0, kMaxRecentFolders);
    noteChange();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &folder : std::as_const(m_recentFolders)) {
        QAction *action = m_recentMenu->addAction(readableFolder(folder).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this, [this, folder] { openPath(folder); });
    }
    m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
    m_recentMenu->actions().constLast()->setVisible(m_recentFolders.isEmpty());
}

void MainWindow::clearOrClose()
{
    if (!m_reader->closeFindBar()) {
        m_results.setLine({});
    }
}

void MainWindow::applyTheme(ThemeChoice choice)
{
    m_theme = choice;
    m_actions.themes->actions().at(static_cast<int>(choice))->setChecked(true);
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
            .isSidebarShown = m_actions.sidebar->isChecked(),
            .recentFolders = m_recentFolders,
            .article = m_wantedArticle.isEmpty() ? m_reader->shownArticle() : m_wantedArticle,
            .queryLine = m_results.line(),
            .order = m_results.order(),
            .zoom = m_reader->zoomFactor(),
            .theme = m_theme};
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
    m_actions.sidebar->setChecked(state.isSidebarShown);
    m_sidebar->setVisible(state.isSidebarShown);
    m_recentFolders = state.recentFolders.mid(0, kMaxRecentFolders);
    m_wantedArticle = state.article;
    m_results.setOrder(state.order);
    const auto order = std::ranges::find(kSortOrders, state.order);
    m_actions.orders->actions().at(order - std::begin(kSortOrders))->setChecked(true);
    m_results.setLine(state.queryLine);
    m_reader->setZoomFactor(state.zoom);
    applyTheme(state.theme);
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
        const int sidebar = std::clamp(width() / 6, 150, 240);
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
