#pragma once

#include "core/image/image_failure.h"
#include "core/image/image_type.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <cstddef>
#include <variant>

class QHostInfo;
class QNetworkAccessManager;
class QNetworkReply;

namespace lectern::ui {

enum class AddressPolicy {
    PublicOnly,
    Any, ///< for tests, whose servers are on the loopback address
};

struct ImageFetchOptions
{
    AddressPolicy addresses = AddressPolicy::PublicOnly;
    std::size_t maxBytes = core::kMaxRemoteImageBytes;
    int maxRedirects = 5;
    /// Longest time to connect, and longest time without a byte.
    std::chrono::milliseconds idleLimit{10'000};
    std::chrono::milliseconds totalLimit{30'000};
};

/// An image's bytes, or why there are none.
using FetchResult = std::variant<QByteArray, core::ImageFailure>;

/// Fetches one image over http or https: no cookies, no credentials, no Referer. Each hop's name is
/// resolved here and the connection made to the address that was judged, so that a name which
/// changes its address between the two (DNS rebinding) reaches nothing private. Stops while
/// receiving, as soon as something is not as it must be. GUI thread.
class ImageDownload final : public QObject
{
    Q_OBJECT

public:
    /// \a network is shared and outlives the download.
    ImageDownload(QUrl url, ImageFetchOptions options, QNetworkAccessManager *network,
                  QObject *parent);
    ~ImageDownload() override;

    void start();

signals:
    /// Emitted once, never from inside start().
    void finished(const FetchResult &result);

private:
    void goTo(const QUrl &url);
    void onResolved(const QHostInfo &host);
    void requestFromNextAddress();
    bool isDecidedByHeaders();
    void onBytes();
    void onReplyFinished();
    void followRedirect(const QByteArray &location);
    void dropReply();
    void fail(core::ImageFailure failure);
    void finish(const FetchResult &result);

    QUrl m_url; ///< of the current hop
    ImageFetchOptions m_options;
    QNetworkAccessManager *m_network;
    QTimer m_totalTimer;
    QList<QHostAddress> m_addresses; ///< still to be tried
    QPointer<QNetworkReply> m_reply;
    QByteArray m_bytes;
    int m_redirects = 0;
    bool m_mayUseHttp = false;
    bool m_isFinished = false;
};

} // namespace lectern::ui
