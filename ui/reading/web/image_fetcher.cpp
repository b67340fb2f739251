#include "ui/reading/web/image_fetcher.h"

#include <algorithm>

namespace lectern::ui {

namespace {

constexpr qsizetype kMaxAtOnce = 6;
constexpr qsizetype kMaxAtOnceOfOneHost = 2;

} // namespace

ImageFetcher::ImageFetcher(ImageFetchOptions options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{}

void ImageFetcher::fetch(const QUrl &url)
{
    if (m_waiting.contains(url) || m_running.contains(url)) {
        return;
    }
    m_waiting.append(url);
    startWaiting();
}

void ImageFetcher::dropIfWaiting(const QUrl &url)
{
    m_waiting.removeOne(url);
}

void ImageFetcher::startWaiting()
{
    qsizetype index = 0;
    while (index < m_waiting.size()) {
        if (mayStart(m_waiting.at(index))) {
            start(m_waiting.takeAt(index));
        } else {
            ++index;
        }
    }
}

bool ImageFetcher::mayStart(const QUrl &url) const
{
    const auto ofThisHost = std::ranges::count_if(
        m_running, [&url](const QUrl &running) { return running.host() == url.host(); });
    return m_running.size() < kMaxAtOnce && ofThisHost < kMaxAtOnceOfOneHost;
}

void ImageFetcher::start(const QUrl &url)
{
    m_running.append(url);
    auto *const download = new ImageDownload(url, m_options, &m_network, this);
    connect(download, &ImageDownload::finished, this,
            [this, download, url](const FetchResult &result) {
                download->deleteLater();
                m_running.removeOne(url);
                startWaiting();
                emit finished(url, result);
            });
    download->start();
}

} // namespace lectern::ui
