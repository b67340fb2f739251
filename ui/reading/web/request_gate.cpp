#include "ui/reading/web/request_gate.h"

#include "core/article/article_names.h"
#include "ui/reading/web/reader_urls.h"

#include <QLoggingCategory>

#include <string_view>

namespace lectern::ui {

namespace {

Q_LOGGING_CATEGORY(logNetwork, "lectern.network", QtWarningMsg)

bool isArticle(const QUrl &url)
{
    const auto path = libraryPath(url);
    return path && core::isArticleName({path->constData(), static_cast<std::size_t>(path->size())});
}

bool isAllowed(const QUrl &url, QWebEngineUrlRequestInfo::ResourceType type)
{
    switch (type) {
    case QWebEngineUrlRequestInfo::ResourceTypeMainFrame:
        return isArticle(url);
    case QWebEngineUrlRequestInfo::ResourceTypeStylesheet:
    case QWebEngineUrlRequestInfo::ResourceTypeFontResource:
        return pageResource(url).has_value();
    case QWebEngineUrlRequestInfo::ResourceTypeImage:
        return libraryPath(url).has_value() || sitePath(url).has_value()
            || remoteImage(url).has_value();
    default:
        return false;
    }
}

} // namespace

void RequestGate::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const QUrl url = info.requestUrl();
    const bool isGet = info.requestMethod() == "GET";
    const bool isImage = info.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeImage;
    if (isGet && isImage && isRemoteImageAddress(url)) {
        info.redirect(imageUrl(url));
        return;
    }
    const bool isRefused = !isGet || !isAllowed(url, info.resourceType());
    if (isRefused) {
        qCInfo(logNetwork).noquote()
            << "refused" << info.requestMethod() << url.toDisplayString() << info.resourceType();
    }
    info.block(isRefused);
}

} // namespace lectern::ui
