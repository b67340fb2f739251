#include "ui/reading/web/image_scheme_handler.h"

#include "ui/reading/web/failure_text.h"
#include "ui/reading/web/reader_urls.h"
#include "ui/reading/web/scheme_reply.h"

#include <QLoggingCategory>
#include <QWebEngineUrlRequestJob>

#include <string_view>
#include <utility>

namespace lectern::ui {

namespace {

Q_LOGGING_CATEGORY(logImages, "lectern.images", QtWarningMsg)

/// The name of \a remote in the store.
std::string keyOf(const QUrl &remote)
{
    return remote.adjusted(QUrl::RemoveFragment).toEncoded().toStdString();
}

QByteArray toQt(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray mimeTypeOf(std::string_view bytes)
{
    const auto type = core::imageTypeOf(bytes);
    return type ? toQt(core::mimeType(*type)) : QByteArray();
}

} // namespace

ImageSchemeHandler::ImageSchemeHandler(std::shared_ptr<core::ImageStore> store,
                                       ImageFetchOptions options, Fetching fetching,
                                       QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_store(std::move(store))
    , m_fetcher(options)
    , m_fetching(fetching)
{
    m_workers.setMaxThreadCount(2);
    connect(&m_fetcher, &ImageFetcher::finished, this, &ImageSchemeHandler::onFetched);
}

ImageSchemeHandler::~ImageSchemeHandler()
{
    m_workers.waitForDone(); // what was fetched is still kept
}

void ImageSchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const auto remote = remoteImage(job->requestUrl());
    if (!remote) {
        job->fail(QWebEngineUrlRequestJob::UrlInvalid);
        return;
    }
    const bool isFirst = !m_jobs.contains(*remote);
    m_jobs[*remote].append(job);
    connect(job, &QObject::destroyed, this, [this, url = *remote] { onJobGone(url); });
    if (isFirst) {
        lookUp(*remote);
    }
}

void ImageSchemeHandler::lookUp(const QUrl &remote)
{
    m_workers.start([this, store = m_store, remote] {
        core::StoreAnswer answer = store->find(keyOf(remote));
        // The destructor waits for the workers, so that this is still there.
        QMetaObject::invokeMethod(
            this, [this, remote, answer = std::move(answer)] { onLookedUp(remote, answer); },
            Qt::QueuedConnection);
    });
}

void ImageSchemeHandler::onLookedUp(const QUrl &remote, const core::StoreAnswer &answer)
{
    if (const auto *image = std::get_if<core::StoredImage>(&answer)) {
        reply(remote, toQt(core::mimeType(image->info.type)), toQt(image->bytes));
    } else if (const auto *failure = std::get_if<core::ImageFailure>(&answer)) {
        fail(remote, *failure);
    } else if (m_fetching == Fetching::Off) {
        fail(remote, core::ImageFailure::FetchingOff);
    } else if (m_jobs.contains(remote)) {
        m_fetcher.fetch(remote);
    }
}

void ImageSchemeHandler::onFetched(const QUrl &remote, const FetchResult &result)
{
    const auto *bytes = std::get_if<QByteArray>(&result);
    m_workers.start([store = m_store, remote, result] {
        if (const auto *image = std::get_if<QByteArray>(&result)) {
            // What cannot be kept (a full disk) is shown all the same.
            [[maybe_unused]] const core::Status ignored = store->keep(
                keyOf(remote), {image->constData(), static_cast<std::size_t>(image->size())});
        } else {
            store->rememberFailure(keyOf(remote), std::get<core::ImageFailure>(result));
        }
    });
    if (bytes != nullptr) {
        const std::string_view view(bytes->constData(), static_cast<std::size_t>(bytes->size()));
        reply(remote, mimeTypeOf(view), *bytes);
    } else {
        fail(remote, std::get<core::ImageFailure>(result));
    }
}

void ImageSchemeHandler::forget(const QUrl &remote, QObject *context, std::function<void()> done)
{
    const QPointer<QObject> alive(context);
    m_workers.start([this, store = m_store, remote, alive, done = std::move(done)] {
        store->forget(keyOf(remote));
        QMetaObject::invokeMethod(
            this,
            [alive, done] {
                if (alive != nullptr) {
                    done();
                }
            },
            Qt::QueuedConnection);
    });
}

/// The page was left before the image came.
void ImageSchemeHandler::onJobGone(const QUrl &remote)
{
    const auto jobs = m_jobs.find(remote);
    if (jobs == m_jobs.end()) {
        return;
    }
    jobs->removeIf([](const QPointer<QWebEngineUrlRequestJob> &job) { return job == nullptr; });
    if (jobs->isEmpty()) {
        m_jobs.erase(jobs);
        m_fetcher.dropIfWaiting(remote);
    }
}

void ImageSchemeHandler::reply(const QUrl &remote, const QByteArray &mimeType,
                               const QByteArray &bytes)
{
    for (const auto &job : m_jobs.take(remote)) {
        if (job != nullptr) {
            replyWith(job, mimeType, bytes);
        }
    }
}

void ImageSchemeHandler::fail(const QUrl &remote, core::ImageFailure failure)
{
    qCInfo(logImages).noquote() << remote.toDisplayString() << failureText(failure);
    emit imageFailed(remote, failure);
    for (const auto &job : m_jobs.take(remote)) {
        if (job != nullptr) {
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        }
    }
}

} // namespace lectern::ui
