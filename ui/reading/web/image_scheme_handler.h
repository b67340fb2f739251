#pragma once

#include "core/image/image_store.h"
#include "ui/reading/web/image_fetcher.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

#include <functional>
#include <memory>

namespace lectern::ui {

/// Answers lectern-image: from the store, else from the network. GUI thread; the store is used on
/// worker threads.
class ImageSchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    enum class Fetching { Allowed, Off };

    ImageSchemeHandler(std::shared_ptr<core::ImageStore> store, ImageFetchOptions options,
                       Fetching fetching, QObject *parent = nullptr);
    ~ImageSchemeHandler() override;

    void requestStarted(QWebEngineUrlRequestJob *job) override;

    /// Forgets that \a remote failed, then calls \a done (unless \a context is gone).
    void forget(const QUrl &remote, QObject *context, std::function<void()> done);

signals:
    /// Emitted before the page learns that the image at \a remote cannot be had.
    void imageFailed(const QUrl &remote, core::ImageFailure failure);

private:
    void lookUp(const QUrl &remote);
    void onLookedUp(const QUrl &remote, const core::StoreAnswer &answer);
    void onFetched(const QUrl &remote, const FetchResult &result);
    void onJobGone(const QUrl &remote);
    void reply(const QUrl &remote, const QByteArray &mimeType, const QByteArray &bytes);
    void fail(const QUrl &remote, core::ImageFailure failure);

    std::shared_ptr<core::ImageStore> m_store;
    ImageFetcher m_fetcher;
    Fetching m_fetching;
    QHash<QUrl, QList<QPointer<QWebEngineUrlRequestJob>>> m_jobs; ///< waiting, by remote address
    QThreadPool m_workers;
};

} // namespace lectern::ui
