#include "ui/reading/web/web_reader_view.h"

#include "ui/reading/web/failure_text.h"
#include "ui/reading/web/navigation.h"
#include "ui/reading/web/page_highlights.h"
#include "ui/reading/web/page_marks.h"
#include "ui/reading/web/page_menu.h"
#include "ui/reading/web/page_messages.h"
#include "ui/reading/web/page_search.h"
#include "ui/reading/web/page_words.h"
#include "ui/reading/web/reader_page.h"
#include "ui/reading/web/web_profile.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QWebEngineLoadingInfo>
#include <QWebEngineView>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Pictures that take longer than this are not waited for.
constexpr auto kSettleLimit = 15s;

/// What is seen before a page has painted.
QColor paperColor(const core::PageStyle &style)
{
    return {core::rowOf(style.theme).page.paper};
}

} // namespace

WebReaderView::WebReaderView(const ReaderViewOptions &options, ImageFetchOptions fetchOptions,
                             QWidget *parent)
    : ReaderView(parent)
    , m_layers(new QStackedLayout(this))
    , m_message(new QLabel(this))
    , m_view(new QWebEngineView(this))
    , m_profile(new WebProfile(options, fetchOptions, this))
    , m_navigation(new Navigation(this))
    , m_marks(new PageMarks(this))
    , m_search(new PageSearch(this))
{
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_layers->addWidget(m_message);
    m_layers->addWidget(m_view);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAcceptDrops(false); // a dropped folder is for the window
    m_settleLimit.setSingleShot(true);
    m_settleLimit.setInterval(kSettleLimit);
    core::PageSetup setup;
    setup.options.uiLanguage = QLocale().bcp47Name().toStdString();
    setup.options.strings = pageStrings();
    m_profile->setSetup(std::move(setup));
    connectParts();
    makePage();
}

WebReaderView::~WebReaderView()
{
    delete m_view; // pages must be gone before their profile
    delete m_page;
}

void WebReaderView::connectParts()
{
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this] { showPageMenu(m_view, m_navigation, m_selectionActions); });
    connect(&m_settleLimit, &QTimer::timeout, this, &WebReaderView::onSettled);
    connect(m_profile, &WebProfile::pageMade, this, &WebReaderView::onPageMade);
    connect(m_navigation, &Navigation::pageOpened, this, &WebReaderView::onPageOpened);
    connect(m_navigation, &Navigation::placeOpened, this, &WebReaderView::showPage);
    connect(m_navigation, &Navigation::filterRequested, this, &ReaderView::filterRequested);
    connect(m_navigation, &Navigation::externalLinkActivated, this,
            &ReaderView::externalLinkActivated);
    connect(m_marks, &PageMarks::changed, this, &ReaderView::marksChanged);
    connect(m_search, &PageSearch::answered, this, &ReaderView::findResult);
}

void WebReaderView::makePage()
{
    auto *const old = m_page;
    const core::PageSetup &setup = m_profile->setup();
    m_page = new ReaderPage(m_profile, readerScript(scriptWords()), this);
    m_page->setBackgroundColor(paperColor(setup.options.style));
    m_page->setZoomFactor(setup.options.style.zoom);
    m_pageRoot = setup.root;
    m_navigation->setPage(m_page);
    m_marks->setPage(m_page);
    m_search->setPage(m_page);
    connectPage();
    m_view->setPage(m_page);
    delete old;
}

void WebReaderView::connectPage()
{
    connect(m_page, &ReaderPage::reported, this, [this](const QJsonObject &json) {
        if (const auto message = pageMessage(json); message && m_navigation->isAt(message->page)) {
            onMessage(*message);
        }
    });
    connect(m_page, &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        emit linkHovered(m_navigation->shownTarget(QUrl(address)));
    });
    connect(m_page, &QWebEnginePage::urlChanged, this, &WebReaderView::historyChanged);
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
}

void WebReaderView::setLibrary(std::shared_ptr<const core::Library> library)
{
    m_profile->setLibrary(library);
    m_navigation->setLibrary(std::move(library));
}

bool WebReaderView::isPageOutdated() const
{
    return m_pageRoot != m_profile->setup().root;
}

void WebReaderView::showArticle(const QByteArray &path)
{
    if (path == m_navigation->path() && !isPageOutdated()) {
        return;
    }
    if (path.isEmpty()) {
        m_navigation->leave();
        showMessage({});
        return;
    }
    if (isPageOutdated()) {
        makePage();
    }
    m_navigation->open(path);
}

QByteArray WebReaderView::shownArticle() const
{
    return m_navigation->path();
}

void WebReaderView::reload()
{
    if (!m_navigation->path().isEmpty()) {
        m_navigation->reload();
    }
}

bool WebReaderView::canGoBack() const
{
    return m_navigation->canGoBack();
}

bool WebReaderView::canGoForward() const
{
    return m_navigation->canGoForward();
}

void WebReaderView::goBack()
{
    m_navigation->goBack();
}

void WebReaderView::goForward()
{
    m_navigation->goForward();
}

void WebReaderView::setPageStyle(const core::PageStyle &style)
{
    core::PageSetup setup = m_profile->setup();
    if (setup.options.style == style) {
        return;
    }
    setup.options.style = style;
    m_profile->setSetup(std::move(setup));
    m_page->setZoomFactor(style.zoom);
    m_page->setBackgroundColor(paperColor(style));
    m_page->runOwnScript(styleCall(style));
}

void WebReaderView::setRepairs(core::Repairs repairs)
{
    core::PageSetup setup = m_profile->setup();
    if (setup.repairs == repairs) {
        return;
    }
    setup.repairs = repairs;
    m_profile->setSetup(std::move(setup));
    reload();
}

void WebReaderView::goTo(const core::ReadingPosition &position)
{
    if (!m_page->url().hasFragment()) {
        m_page->runOwnScript(goToCall(position));
    }
}

void WebReaderView::goToHeading(const QString &anchor)
{
    m_page->runOwnScript(goToHeadingCall(anchor));
}

void WebReaderView::findText(const QString &text, FindDirection direction)
{
    m_search->find(text,
                   direction == FindDirection::Backward ? PageSearch::Direction::Backward
                                                        : PageSearch::Direction::Forward);
}

void WebReaderView::setMarks(const std::vector<std::string> &words)
{
    m_marks->setWords(words);
}

void WebReaderView::stepMark(FindDirection direction)
{
    m_marks->step(direction == FindDirection::Forward ? 1 : -1);
}

void WebReaderView::readWords(std::function<void(QString)> take)
{
    readWordsOf(m_page, std::move(take));
}

void WebReaderView::readSelection(std::function<void(PageSelection)> take)
{
    readSelectionOf(m_page, std::move(take));
}

void WebReaderView::unselect()
{
    m_page->runOwnScript(u"lectern.unselect()"_s);
}

void WebReaderView::paintHighlights(const std::vector<PaintedHighlight> &highlights)
{
    m_page->runOwnScript(paintCall(highlights));
}

void WebReaderView::goToHighlight(core::HighlightId id)
{
    m_page->runOwnScript(u"lectern.goToHighlight(%1)"_s.arg(id));
}

void WebReaderView::setSelectionActions(const QList<QAction *> &actions)
{
    m_selectionActions = actions;
}

/// A page measures in its own pixels.
QRect WebReaderView::inView(const QRectF &box) const
{
    const double zoom = m_page->zoomFactor();
    return box.isNull() ? QRect() : QRectF(box.topLeft() * zoom, box.size() * zoom).toAlignedRect();
}

void WebReaderView::onPageOpened()
{
    // What fails because the page's process ended is told after the page is opened again.
    m_stage = m_stage == Stage::Lost ? Stage::Lost : Stage::Awaited;
    m_settleLimit.start();
    showPage();
}

/// Keeps what is known of the page that the engine is about to be given.
void WebReaderView::onPageMade(const QUrl &url, const core::PageFacts &facts)
{
    if (m_navigation->isAt(url)) {
        m_facts = facts;
    }
}

void WebReaderView::onMessage(const PageMessage &message)
{
    switch (message.kind) {
    case PageMessage::Kind::Ready:
        onReady();
        break;
    case PageMessage::Kind::Settled:
        onSettled();
        break;
    case PageMessage::Kind::ImageFailed:
        m_page->runOwnScript(
            explainCall(message.image, failureText(m_profile->failureOf(message.address))));
        break;
    case PageMessage::Kind::Retry:
        onRetry(message);
        break;
    case PageMessage::Kind::Link:
        m_navigation->follow(message.address);
        break;
    case PageMessage::Kind::Place:
        emit placeChanged(m_navigation->path(), message.place);
        break;
    case PageMessage::Kind::Selection:
        emit selectionChanged(inView(message.box));
        break;
    case PageMessage::Kind::Highlight:
        emit highlightClicked(message.highlight, inView(message.box));
        break;
    case PageMessage::Kind::Copy:
        QGuiApplication::clipboard()->setText(message.text);
        break;
    }
}

void WebReaderView::onReady()
{
    // It may have changed since the page was made.
    m_page->runOwnScript(styleCall(m_profile->setup().options.style));
    for (const QString &script : pageScripts(m_facts)) {
        m_page->runOwnScript(script);
    }
    m_marks->markAnew();
    emit articleShown(m_navigation->path());
    emit historyChanged();
    emit factsRead(m_facts);
}

void WebReaderView::onSettled()
{
    if (m_stage == Stage::Settled) {
        return;
    }
    m_stage = Stage::Settled;
    m_settleLimit.stop();
    emit settled();
}

void WebReaderView::onRetry(const PageMessage &message)
{
    m_profile->forgetFailure(message.address, m_page, [page = m_page, image = message.image] {
        page->runOwnScript(retryCall(image));
    });
}

void WebReaderView::onLoadStarted()
{
    m_stage = m_stage == Stage::Lost ? Stage::Awaited : m_stage;
    m_profile->forgetFailures();
}

void WebReaderView::onLoadEnded(const QWebEngineLoadingInfo &info)
{
    // What fails because the page's process ended is about to be loaded again.
    if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus && m_stage != Stage::Lost
        && m_navigation->isAt(info.url())) {
        showMessage(tr("This article cannot be shown."));
        onSettled();
    }
}

void WebReaderView::onRendererGone()
{
    if (!m_crashLimit.allowsAnother()) {
        showMessage(tr("This article cannot be shown: the page's process ended several times. "
                       "Choose another article, or this one again later."));
        m_navigation->leave(); // so that choosing the same article again loads it
        onSettled();
        return;
    }
    m_stage = Stage::Lost;
    // Not from inside the engine's report.
    QMetaObject::invokeMethod(
        m_page, [this] { m_navigation->openAgain(); }, Qt::QueuedConnection);
}

void WebReaderView::showPage()
{
    m_layers->setCurrentWidget(m_view);
}

void WebReaderView::showMessage(const QString &text)
{
    m_message->setText(text);
    m_layers->setCurrentWidget(m_message);
}

ReaderView *createReaderView(const ReaderViewOptions &options, QWidget *parent)
{
    return new WebReaderView(options, {}, parent);
}

} // namespace lectern::ui
