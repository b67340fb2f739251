#include "ui/reading/web/web_reader_view.h"

#include "core/image/image_store.h"
#include "core/library/articles_by_name.h"
#include "ui/common/marked_text.h"
#include "ui/reading/web/failure_text.h"
#include "ui/reading/web/image_scheme_handler.h"
#include "ui/reading/web/library_scheme_handler.h"
#include "ui/reading/web/link_target.h"
#include "ui/reading/web/reader_page.h"
#include "ui/reading/web/reader_urls.h"
#include "ui/reading/web/request_gate.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFindTextResult>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <unistd.h>
#include <utility>
#include <variant>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::FindArticle findArticleIn(std::shared_ptr<const core::Library> library)
{
    const auto names = std::make_shared<const core::ArticlesByName>(std::move(library));
    return
        [names](std::string_view name, std::string_view near) { return names->find(name, near); };
}

/// Pictures that take longer than this are not waited for.
constexpr auto kSettleLimit = 15s;
constexpr auto kMarkDelay = 120ms;
/// Each becomes an element of the page.
constexpr qsizetype kMaxMarks = 5000;

QString jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString scriptSource(const QJsonObject &words)
{
    QFile file(u":/web/reader_script.js"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the reading view's script is missing from the program");
    }
    const QByteArray json = QJsonDocument(words).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(file.readAll().replace("LECTERN_WORDS", json));
}

/// The text of a resource; empty when the program was built without it.
QString resourceText(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the page says in its data-repairs.
core::RepairCounts repairCounts(const QString &numbers)
{
    core::RepairCounts counts;
    const QStringList parts = numbers.split(u' ');
    for (qsizetype i = 0; i < std::ssize(counts.byKind); ++i) {
        counts.byKind.at(static_cast<std::size_t>(i)) = parts.value(i).toUInt();
    }
    return counts;
}

QString themeName(core::Theme theme)
{
    switch (theme) {
    case core::Theme::Light:
        return u"light"_s;
    case core::Theme::Sepia:
        return u"sepia"_s;
    case core::Theme::Dark:
        return u"dark"_s;
    }
    return u"light"_s;
}

/// What is seen before a page has painted; the same as --paper in article.css.
QColor paperColor(core::Theme theme)
{
    switch (theme) {
    case core::Theme::Light:
        return {0xfd, 0xfc, 0xfa};
    case core::Theme::Sepia:
        return {0xf5, 0xec, 0xd9};
    case core::Theme::Dark:
        return {0x1b, 0x1b, 0x1d};
    }
    return Qt::white;
}

} // namespace

WebReaderView::WebReaderView(const ReaderViewOptions &options, ImageFetchOptions fetchOptions,
                             QWidget *parent)
    : ReaderView(parent)
    , m_layers(new QStackedLayout(this))
    , m_message(new QLabel(this))
    , m_view(new QWebEngineView(this))
{
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_layers->addWidget(m_message);
    m_layers->addWidget(m_view);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAcceptDrops(false); // a dropped folder is for the window
    connect(m_view, &QWidget::customContextMenuRequested, this, &WebReaderView::showContextMenu);
    m_settleLimit.setSingleShot(true);
    m_settleLimit.setInterval(kSettleLimit);
    connect(&m_settleLimit, &QTimer::timeout, this, &WebReaderView::onSettled);
    m_markDelay.setSingleShot(true);
    m_markDelay.setInterval(kMarkDelay);
    connect(&m_markDelay, &QTimer::timeout, this, &WebReaderView::mark);
    m_clock.start();
    makeProfile(options, fetchOptions);
    makePage();
    setTheme(core::Theme::Light);
}

WebReaderView::~WebReaderView()
{
    delete m_view; // pages must be gone before their profile
    delete m_page;
}

void WebReaderView::makeProfile(const ReaderViewOptions &options, ImageFetchOptions fetchOptions)
{
    QString folder = options.imageCacheFolder;
    if (folder.isEmpty()) {
        m_temporaryImages = std::make_unique<QTemporaryDir>();
        folder = m_temporaryImages->path();
    }
    m_profile = new QWebEngineProfile(this);
    m_profile->setHttpCacheType(QWebEngineProfile::NoCache);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_libraryHandler = new LibrarySchemeHandler(m_profile);
    m_imageHandler = new ImageSchemeHandler(
        std::make_shared<core::ImageStore>(QFile::encodeName(folder).toStdString()), fetchOptions,
        options.mayFetchImages ? ImageSchemeHandler::Fetching::Allowed
                               : ImageSchemeHandler::Fetching::Off,
        m_profile);
    m_profile->installUrlSchemeHandler(kReaderScheme.data(), m_libraryHandler);
    m_profile->installUrlSchemeHandler(kImageScheme.data(), m_imageHandler);
    m_profile->setUrlRequestInterceptor(new RequestGate(m_profile));
    connect(m_profile, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *download) { download->cancel(); });
    const auto remember
        = [this](const QUrl &url, core::ImageFailure failure) { m_failures.insert(url, failure); };
    connect(m_libraryHandler, &LibrarySchemeHandler::imageFailed, this, remember);
    connect(m_imageHandler, &ImageSchemeHandler::imageFailed, this, remember);

    ReadingState state;
    state.page.uiLanguage = QLocale().bcp47Name().toStdString();
    state.page.strings
        = {.source = tr("Source").toStdString(),
           .dateOrigins = {"", "", tr(" (published)").toStdString(), tr(" (created)").toStdString(),
                           tr(" (changed)").toStdString(), tr(" (from its name)").toStdString(),
                           tr(" (time of the file)").toStdString()},
           .cutNotice = tr("The rest of this article is not shown because it is "
                           "too large.")
                            .toStdString()};
    m_libraryHandler->setState(state);
}

void WebReaderView::makePage()
{
    const QJsonObject words{{u"loading"_s, tr("Loading image")},
                            {u"failed"_s, tr("Image not shown")},
                            {u"retry"_s, tr("Try again")},
                            {u"copy"_s, tr("Copy")},
                            {u"copied"_s, tr("Copied")}};
    auto *const old = m_page;
    m_page = new ReaderPage(m_profile, scriptSource(words), this);
    m_page->setBackgroundColor(paperColor(m_libraryHandler->state().page.theme));
    m_page->setZoomFactor(m_view->zoomFactor());
    connect(m_page, &ReaderPage::linkClicked, this, &WebReaderView::follow);
    connect(m_page, &ReaderPage::reported, this, &WebReaderView::onReported);
    connect(m_page, &QWebEnginePage::linkHovered, this,
            [this](const QString &address) { hover(QUrl(address)); });
    connect(m_page, &QWebEnginePage::urlChanged, this, &WebReaderView::historyChanged);
    connect(m_page, &QWebEnginePage::findTextFinished, this,
            [this](const QWebEngineFindTextResult &result) {
                onFound(result.activeMatch(), result.numberOfMatches());
            });
    connect(m_page, &QWebEnginePage::loadingChanged, this,
            [this](const QWebEngineLoadingInfo &info) {
                if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus) {
                    onLoadStarted();
                } else {
                    onLoadEnded(info);
                }
            });
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus status) {
                if (status != QWebEnginePage::NormalTerminationStatus) {
                    onRendererGone();
                }
            });
    m_view->setPage(m_page);
    delete old;
}

void WebReaderView::setLibrary(std::shared_ptr<const core::Library> library)
{
    ReadingState state = m_libraryHandler->state();
    const std::string root = library ? std::string(library->root()) : std::string();
    m_isPageOutdated = m_isPageOutdated || root != state.root;
    state.root = root;
    state.findArticle = library ? findArticleIn(library) : core::FindArticle();
    m_libraryHandler->setState(std::move(state));
    m_library = std::move(library);
}

void WebReaderView::showArticle(const QByteArray &path)
{
    if (path == m_path && !m_isPageOutdated) {
        return;
    }
    m_path = path;
    if (path.isEmpty()) {
        showMessage({});
        return;
    }
    if (m_isPageOutdated) {
        m_isPageOutdated = false;
        makePage();
    }
    openUrl(articleUrl(path));
}

void WebReaderView::reload()
{
    if (!m_path.isEmpty()) {
        m_page->triggerAction(QWebEnginePage::Reload);
    }
}

void WebReaderView::openUrl(const QUrl &url)
{
    m_isSettled = false;
    m_settleLimit.start();
    m_page->open(url);
    m_layers->setCurrentWidget(m_view);
}

void WebReaderView::goTo(const QWebEngineHistoryItem &item)
{
    if (const auto path = libraryPath(item.url())) {
        m_isSettled = m_isSettled && *path == m_path;
        m_path = *path;
        m_page->history()->goToItem(item);
        m_layers->setCurrentWidget(m_view);
    }
}

void WebReaderView::follow(const QUrl &url)
{
    if (!m_library) {
        return;
    }
    const LinkTarget target = linkTarget(url, *m_library, m_path);
    if (const auto *article = std::get_if<ArticleLink>(&target)) {
        followTo(*article);
    } else if (const auto *outside = std::get_if<QUrl>(&target)) {
        emit externalLinkActivated(*outside);
    } else if (const auto *filter = std::get_if<FilterLink>(&target)) {
        emit filterRequested(filter->taxonomy, filter->name);
    }
}

void WebReaderView::followTo(const ArticleLink &link)
{
    QUrl page = articleUrl(link.path);
    if (!link.fragment.isEmpty()) {
        page.setFragment(link.fragment);
    }
    if (link.path == m_path) {
        m_page->open(page); // only scrolls
        return;
    }
    m_path = link.path;
    openUrl(page);
}

void WebReaderView::hover(const QUrl &url)
{
    const LinkTarget target = m_library ? linkTarget(url, *m_library, m_path) : LinkTarget();
    const auto *outside = std::get_if<QUrl>(&target);
    emit linkHovered(outside != nullptr ? *outside : url);
}

/// A page that was left may still have something to say.
bool WebReaderView::isFromShownPage(const QUrl &page) const
{
    return libraryPath(page) == m_path;
}

void WebReaderView::onReported(const QJsonObject &message)
{
    const QString kind = message.value("kind"_L1).toString();
    const int image = message.value("image"_L1).toInt();
    const QUrl address = QUrl::fromEncoded(message.value("address"_L1).toString().toUtf8());
    const QUrl page = QUrl::fromEncoded(message.value("page"_L1).toString().toUtf8());
    if (!isFromShownPage(page)) {
        return;
    }
    if (kind == "ready"_L1) {
        runPageScripts(message);
        m_hasMarks = false;
        mark();
        onReady();
        emit repairsMade(repairCounts(message.value("repairs"_L1).toString()));
    } else if (kind == "settled"_L1) {
        onSettled();
    } else if (kind == "failed"_L1) {
        onImageFailed(image, address);
    } else if (kind == "retry"_L1) {
        onRetry(image, address);
    } else if (kind == "link"_L1) {
        follow(address);
    } else if (kind == "copy"_L1) {
        QGuiApplication::clipboard()->setText(message.value("text"_L1).toString());
    }
}

/// Colours code and typesets formulas, where the page says it has some.
void WebReaderView::runPageScripts(const QJsonObject &message)
{
    if (message.value("needsHighlighter"_L1).toBool()) {
        m_page->runOwnScript(resourceText(u":/page/highlight.min.js"_s));
    }
    if (message.value("needsFormulas"_L1).toBool()) {
        m_page->runOwnScript(resourceText(u":/page/katex.min.js"_s));
    }
    m_page->runOwnScript(resourceText(u":/page/enhance.js"_s));
}

void WebReaderView::onReady()
{
    emit articleShown(m_path);
    emit historyChanged();
}

void WebReaderView::onSettled()
{
    if (m_isSettled) {
        return;
    }
    m_isSettled = true;
    m_settleLimit.stop();
    emit settled();
}

void WebReaderView::onImageFailed(int image, const QUrl &address)
{
    // What arrived and cannot be drawn was refused by the engine's decoder.
    const core::ImageFailure failure = m_failures.value(address, core::ImageFailure::Broken);
    m_page->runOwnScript(
        u"lectern.explain(%1, %2)"_s.arg(image).arg(jsonText(failureText(failure))));
}

void WebReaderView::onRetry(int image, const QUrl &address)
{
    m_failures.remove(address);
    m_imageHandler->forget(address, m_page, [page = m_page, image] {
        page->runOwnScript(u"lectern.retry(%1)"_s.arg(image));
    });
}

void WebReaderView::onLoadStarted()
{
    m_isLoading = true;
    m_isRendererGone = false;
    m_isSearchCut = false;
    m_failures.clear();
}

void WebReaderView::onLoadEnded(const QWebEngineLoadingInfo &info)
{
    m_isLoading = false;
    if (m_isSearchCut) {
        searchAnew();
    }
    // What fails because the page's process ended is about to be loaded again.
    if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus && !m_isRendererGone
        && libraryPath(info.url()) == m_path) {
        showMessage(tr("This article cannot be shown."));
        onSettled();
    }
}

void WebReaderView::onRendererGone()
{
    m_isRendererGone = true;
    // Within less, an article that takes seconds to end its process would be loaded for ever.
    constexpr qint64 kWindowMs = 60'000;
    constexpr qsizetype kMaxReloads = 2;
    const qint64 now = m_clock.elapsed();
    m_crashesMs.removeIf([now](qint64 crash) { return now - crash > kWindowMs; });
    m_crashesMs.append(now);
    if (m_crashesMs.size() > kMaxReloads) {
        showMessage(tr("This article cannot be shown: the page's process ended several times. "
                       "Choose another article, or this one again later."));
        m_path.clear(); // so that choosing the same article again loads it
        onSettled();
        return;
    }
    // Not from inside the engine's report.
    QMetaObject::invokeMethod(
        m_page, [this] { openUrl(articleUrl(m_path)); }, Qt::QueuedConnection);
}

void WebReaderView::showMessage(const QString &text)
{
    m_message->setText(text);
    m_layers->setCurrentWidget(m_message);
}

bool WebReaderView::canGoBack() const
{
    return m_page->history()->canGoBack();
}

bool WebReaderView::canGoForward() const
{
    return m_page->history()->canGoForward();
}

void WebReaderView::goBack()
{
    goTo(m_page->history()->backItem());
}

void WebReaderView::goForward()
{
    goTo(m_page->history()->forwardItem());
}

void WebReaderView::setTheme(core::Theme theme)
{
    ReadingState state = m_libraryHandler->state();
    state.page.theme = theme;
    m_libraryHandler->setState(std::move(state));
    m_page->setBackgroundColor(paperColor(theme));
    m_page->runOwnScript(u"document.documentElement.classList.remove('light', 'sepia', 'dark');"
                         "document.documentElement.classList.add('%1')"_s.arg(themeName(theme)));
}

void WebReaderView::setRepairs(core::Repairs repairs)
{
    ReadingState state = m_libraryHandler->state();
    if (state.repairs == repairs) {
        return;
    }
    state.repairs = repairs;
    m_libraryHandler->setState(std::move(state));
    reload();
}

void WebReaderView::setZoomFactor(double factor)
{
    m_view->setZoomFactor(factor);
}

double WebReaderView::zoomFactor() const
{
    return m_view->zoomFactor();
}

void WebReaderView::findText(const QString &text, FindDirection direction)
{
    m_search = text;
    m_isSearchCut = false;
    m_page->findText(text,
                     direction == FindDirection::Backward ? QWebEnginePage::FindBackward
                                                          : QWebEnginePage::FindFlags());
}

/// The engine answers 0 of 0 to a search that is under way when the page has loaded.
void WebReaderView::onFound(int found, int total)
{
    m_isSearchCut = m_isLoading && total == 0 && !m_search.isEmpty();
    if (!m_isSearchCut) {
        emit findResult(found, total);
    }
}

/// Asking for the same text again would step to its second place, and so would the selection that
/// the first search left.
void WebReaderView::searchAnew()
{
    {
        const QSignalBlocker noAnswer(m_page);
        m_page->findText({});
    }
    m_page->runJavaScript(u"getSelection().removeAllRanges(); true"_s,
                          QWebEngineScript::ApplicationWorld,
                          [this](const QVariant &isDone) { // false from a page that goes away
                              if (isDone.toBool() && std::exchange(m_isSearchCut, false)) {
                                  m_page->findText(m_search);
                              }
                          });
}

void WebReaderView::setMarks(const std::vector<std::string> &words)
{
    if (words == m_markWords) {
        return;
    }
    m_markWords = words;
    if (words.empty()) {
        mark();
    } else {
        m_markDelay.start();
    }
}

/// Asks the page for its text, because only core knows how words are folded.
void WebReaderView::mark()
{
    m_markDelay.stop();
    const quint64 request = ++m_markRequest;
    if (m_markWords.empty()) {
        if (std::exchange(m_hasMarks, false)) {
            m_page->runOwnScript(u"lectern.clearMarks()"_s);
            emit marksChanged(0, 0);
        }
        return;
    }
    m_page->runJavaScript(u"lectern.text()"_s, QWebEngineScript::ApplicationWorld,
                          [this, request](const QVariant &text) {
                              if (request == m_markRequest && text.isValid()) {
                                  markIn(text.toString());
                              }
                          });
}

void WebReaderView::markIn(const QString &pageText)
{
    const MarkedText marked = markedText(pageText, m_markWords);
    QStringList places;
    for (const MarkedText::Mark &mark : marked.marks.mid(0, kMaxMarks)) {
        places.append(u"[%1,%2]"_s.arg(mark.start).arg(mark.start + mark.length));
    }
    m_hasMarks = !places.isEmpty();
    m_page->runOwnScript(u"lectern.mark([%1])"_s.arg(places.join(u',')));
    emit marksChanged(0, static_cast<int>(places.size()));
}

void WebReaderView::stepMark(FindDirection direction)
{
    m_page->runJavaScript(
        u"lectern.stepMark(%1)"_s.arg(direction == FindDirection::Forward ? 1 : -1),
        QWebEngineScript::ApplicationWorld, [this](const QVariant &result) {
            const QVariantList place = result.toList();
            if (place.size() == 2) {
                emit marksChanged(place.at(0).toInt(), place.at(1).toInt());
            }
        });
}

void WebReaderView::showContextMenu(const QPoint &position)
{
    const QWebEngineContextMenuRequest *request = m_view->lastContextMenuRequest();
    if (request == nullptr) {
        return;
    }
    QMenu menu(this);
    if (!request->selectedText().isEmpty()) {
        menu.addAction(tr("&Copy"), m_page,
                       [this] { m_page->triggerAction(QWebEnginePage::Copy); });
    }
    if (const QUrl link = request->linkUrl(); !link.isEmpty()) {
        menu.addAction(tr("&Open Link"), this, [this, link] { follow(link); });
        menu.addAction(tr("Copy &Link Address"), this, [link] {
            QGuiApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded));
        });
    }
    menu.addAction(tr("Select &All"), m_page,
                   [this] { m_page->triggerAction(QWebEnginePage::SelectAll); });
    menu.exec(m_view->mapToGlobal(position));
}

ReaderView *createReaderView(const ReaderViewOptions &options, QWidget *parent)
{
    return new WebReaderView(options, {}, parent);
}

std::optional<QString> webEngineRefusal()
{
    const bool isSandboxOff = qEnvironmentVariableIntValue("QTWEBENGINE_DISABLE_SANDBOX") == 1
        || qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox"_L1);
    if (::geteuid() != 0 || isSandboxOff) {
        return std::nullopt;
    }
    return QCoreApplication::translate(
        "WebEngine",
        "Lectern does not run as root, because the part that shows articles cannot protect itself "
        "there. Start it as an ordinary user. Where there is none (in a container), set "
        "QTWEBENGINE_DISABLE_SANDBOX=1 in the environment.");
}

} // namespace lectern::ui
