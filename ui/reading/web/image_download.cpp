#include "ui/reading/web/image_download.h"

#include "ui/reading/web/public_address.h"
#include "ui/reading/web/reader_urls.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <string_view>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using core::ImageFailure;

namespace {

constexpr auto kTypeBytes = static_cast<qsizetype>(core::kTypeBytes);

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QByteArray hostHeader(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded).toLatin1();
}

/// A request to \a address that looks to the server like one to the name in \a url.
QNetworkRequest requestTo(const QUrl &url, const QHostAddress &address,
                          std::chrono::milliseconds idleLimit)
{
    QUrl pinned = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    pinned.setHost(address.toString());
    QNetworkRequest request(pinned);
    request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    request.setRawHeader("Host", hostHeader(url));
    request.setRawHeader("User-Agent", "Lectern/" LECTERN_VERSION);
    request.setRawHeader("Accept", "image/avif,image/webp,image/*;q=0.9");
    request.setRawHeader("Accept-Language", "*");
    // Compressed transfer would let few bytes become many after they were counted.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it ignores Host
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(static_cast<int>(idleLimit.count()));
    return request;
}

ImageFailure failureOf(QNetworkReply::NetworkError error, bool hasBytes)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ImageFailure::Insecure;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what the transfer timeout reports
        return ImageFailure::TimedOut;
    case QNetworkReply::HostNotFoundError:
        return ImageFailure::HostUnknown;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ImageFailure::Broken;
    case QNetworkReply::AuthenticationRequiredError:
        return ImageFailure::ServerRefused;
    default:
        return hasBytes ? ImageFailure::Broken : ImageFailure::Unreachable;
    }
}

FetchResult checkedImage(const QByteArray &bytes)
{
    const auto info = core::readImageInfo(viewOf(bytes));
    if (info) {
        return bytes;
    }
    switch (info.error().code) {
    case core::ErrorCode::TooLarge:
        return ImageFailure::TooManyPixels;
    case core::ErrorCode::Unsupported:
        return bytes.isEmpty() ? ImageFailure::Broken : ImageFailure::NotAnImage;
    default:
        return ImageFailure::Broken;
    }
}

} // namespace

ImageDownload::ImageDownload(QUrl url, ImageFetchOptions options, QNetworkAccessManager *network,
                             QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
    , m_options(options)
    , m_network(network)
    , m_mayUseHttp(m_url.scheme() == "http"_L1)
{
    m_totalTimer.setSingleShot(true);
    connect(&m_totalTimer, &QTimer::timeout, this, [this] { fail(ImageFailure::TimedOut); });
}

ImageDownload::~ImageDownload()
{
    dropReply();
}

void ImageDownload::start()
{
    m_totalTimer.start(m_options.totalLimit);
    QMetaObject::invokeMethod(
        this, [this] { goTo(m_url); }, Qt::QueuedConnection);
}

void ImageDownload::goTo(const QUrl &url)
{
    if (!isRemoteImageAddress(url)) {
        fail(ImageFailure::ForbiddenAddress);
        return;
    }
    if (url.scheme() == "http"_L1 && !m_mayUseHttp) {
        fail(ImageFailure::Insecure);
        return;
    }
    m_url = url;
    m_bytes.clear();
    QHostInfo::lookupHost(url.host(QUrl::FullyEncoded), this, &ImageDownload::onResolved);
}

void ImageDownload::onResolved(const QHostInfo &host)
{
    if (m_isFinished) {
        return;
    }
    if (host.error() != QHostInfo::NoError) {
        fail(ImageFailure::HostUnknown);
        return;
    }
    m_addresses = host.addresses();
    if (m_options.addresses == AddressPolicy::PublicOnly) {
        m_addresses.removeIf([](const QHostAddress &address) { return !isPublicAddress(address); });
    }
    if (m_addresses.isEmpty()) {
        fail(ImageFailure::ForbiddenAddress);
        return;
    }
    // There is no racing of the two families here, and IPv6 is the one that is more often broken.
    std::stable_partition(m_addresses.begin(), m_addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    requestFromNextAddress();
}

void ImageDownload::requestFromNextAddress()
{
    dropReply();
    m_reply = m_network->get(requestTo(m_url, m_addresses.takeFirst(), m_options.idleLimit));
    // Queued, because a reply must not be aborted from inside its own signal for headers.
    connect(
        m_reply, &QNetworkReply::metaDataChanged, this,
        [this, reply = m_reply.data()] {
            if (reply == m_reply) {
                isDecidedByHeaders();
            }
        },
        Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::readyRead, this, &ImageDownload::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &ImageDownload::onReplyFinished);
}

/// Ends this hop by status or length if it can, so that the body of an error page is not received.
bool ImageDownload::isDecidedByHeaders()
{
    const int status = statusOf(*m_reply);
    if (isRedirect(status)) {
        followRedirect(m_reply->rawHeader("Location"));
        return true;
    }
    if (status != 0 && status != 200) {
        fail(status == 404 || status == 410 ? ImageFailure::NotFound : ImageFailure::ServerRefused);
        return true;
    }
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toULongLong() > m_options.maxBytes) {
        fail(ImageFailure::TooLarge);
        return true;
    }
    return false;
}

void ImageDownload::followRedirect(const QByteArray &location)
{
    dropReply();
    if (location.isEmpty()) {
        fail(ImageFailure::Broken);
        return;
    }
    if (++m_redirects > m_options.maxRedirects) {
        fail(ImageFailure::TooManyRedirects);
        return;
    }
    goTo(m_url.resolved(QUrl::fromEncoded(location)));
}

void ImageDownload::onBytes()
{
    if (isDecidedByHeaders()) {
        return;
    }
    m_bytes += m_reply->readAll();
    if (static_cast<std::size_t>(m_bytes.size()) > m_options.maxBytes) {
        fail(ImageFailure::TooLarge);
    } else if (m_bytes.size() >= kTypeBytes && !core::imageTypeOf(viewOf(m_bytes))) {
        fail(ImageFailure::NotAnImage);
    }
}

void ImageDownload::onReplyFinished()
{
    if (isDecidedByHeaders()) {
        return;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError) {
        m_bytes += m_reply->readAll();
        finish(checkedImage(m_bytes));
        return;
    }
    const bool isConnectionTrouble
        = statusOf(*m_reply) == 0 && failureOf(error, false) == ImageFailure::Unreachable;
    if (isConnectionTrouble && !m_addresses.isEmpty()) {
        requestFromNextAddress();
        return;
    }
    fail(failureOf(error, statusOf(*m_reply) != 0));
}

void ImageDownload::dropReply()
{
    if (m_reply == nullptr) {
        return;
    }
    m_reply->disconnect(this);
    m_reply->deleteLater(); // closes the connection; abort() is not for a reply's own signals
    m_reply = nullptr;
}

void ImageDownload::fail(ImageFailure failure)
{
    finish(failure);
}

void ImageDownload::finish(const FetchResult &result)
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_totalTimer.stop();
    dropReply();
    emit finished(result);
}

} // namespace lectern::ui
