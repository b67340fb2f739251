#pragma once

#include "ui/reading/web/image_download.h"

#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace lectern::ui {

/// Fetches images a few at a time, so that neither the line nor a server is flooded: at most 6 at
/// once and 2 from one host, in the order they were asked for. GUI thread.
class ImageFetcher final : public QObject
{
    Q_OBJECT

public:
    explicit ImageFetcher(ImageFetchOptions options, QObject *parent = nullptr);

    /// Asks for \a url (http or https). An address that is already on its way is not asked for
    /// again.
    void fetch(const QUrl &url);

    /// Takes \a url from the queue unless it has been started; then it is finished all the same,
    /// because the bytes received so far would be lost.
    void dropIfWaiting(const QUrl &url);

signals:
    /// Once for every address that was asked for and not dropped.
    void finished(const QUrl &url, const FetchResult &result);

private:
    void startWaiting();
    bool mayStart(const QUrl &url) const;
    void start(const QUrl &url);

    ImageFetchOptions m_options;
    QNetworkAccessManager m_network;
    QList<QUrl> m_waiting;
    QList<QUrl> m_running;
};

} // namespace lectern::ui
