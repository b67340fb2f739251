#include "ui/reading/web/reader_page.h"

#include "ui/reading/web/reader_urls.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUuid>
#include <QWebEngineNewWindowRequest>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

#include <initializer_list>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logPage, "lectern.page", QtWarningMsg)

void turnOffWhatReadingDoesNotNeed(QWebEngineSettings *settings)
{
    using Settings = QWebEngineSettings;
    for (const auto attribute :
         {Settings::JavascriptEnabled, Settings::JavascriptCanOpenWindows,
          Settings::JavascriptCanAccessClipboard, Settings::LocalStorageEnabled,
          Settings::LocalContentCanAccessFileUrls, Settings::LocalContentCanAccessRemoteUrls,
          Settings::PluginsEnabled, Settings::PdfViewerEnabled, Settings::WebGLEnabled,
          Settings::Accelerated2dCanvasEnabled, Settings::ErrorPageEnabled,
          Settings::HyperlinkAuditingEnabled, Settings::AutoLoadIconsForPage,
          Settings::DnsPrefetchEnabled, Settings::FullScreenSupportEnabled,
          Settings::ScreenCaptureEnabled, Settings::AllowRunningInsecureContent,
          Settings::NavigateOnDropEnabled}) {
        settings->setAttribute(attribute, false);
    }
    settings->setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
}

} // namespace

ReaderPage::ReaderPage(QWebEngineProfile *profile, const QString &scriptSource, QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_token(QUuid::createUuid().toString())
{
    turnOffWhatReadingDoesNotNeed(settings());
    addOwnScript(scriptSource);
    connect(this, &QWebEnginePage::newWindowRequested, this,
            [this](QWebEngineNewWindowRequest &request) {
                if (request.isUserInitiated()) { // a middle click, or Ctrl and a click
                    emit linkClicked(request.requestedUrl());
                }
            });
    denyPermissions();
}

void ReaderPage::denyPermissions()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this,
            [](QWebEnginePermission permission) { permission.deny(); });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
#endif
}

void ReaderPage::addOwnScript(const QString &scriptSource)
{
    QWebEngineScript script;
    script.setName(u"lectern"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(false);
    script.setSourceCode(u"("_s % scriptSource % u")((message) => console.info('"_s % m_token
                         % u"' + JSON.stringify(message)));"_s);
    scripts().insert(script);
}

void ReaderPage::open(const QUrl &url)
{
    m_opening = url;
    load(url);
}

void ReaderPage::runOwnScript(const QString &source)
{
    runJavaScript(source, QWebEngineScript::ApplicationWorld);
}

bool ReaderPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame) {
        return false;
    }
    switch (type) {
    case NavigationTypeLinkClicked:
        // Not from inside the engine's question: the answer may open another page.
        QMetaObject::invokeMethod(
            this, [this, url] { emit linkClicked(url); }, Qt::QueuedConnection);
        return false;
    case NavigationTypeTyped:
        return url == m_opening;
    case NavigationTypeBackForward:
    case NavigationTypeReload:
        return libraryPath(url).has_value();
    default:
        return false;
    }
}

QWebEnginePage *ReaderPage::createWindow(WebWindowType /*type*/)
{
    return nullptr;
}

void ReaderPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel /*level*/,
                                          const QString &message, int /*line*/,
                                          const QString & /*source*/)
{
    if (!message.startsWith(m_token)) {
        qCInfo(logPage).noquote() << message; // no use to who reads the article
        return;
    }
    const QByteArray json = message.mid(m_token.size()).toUtf8();
    emit reported(QJsonDocument::fromJson(json).object());
}

} // namespace lectern::ui
