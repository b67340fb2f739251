#pragma once

#include "core/image/image_failure.h"
#include "core/render/article_page.h"

#include <QThreadPool>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

#include <string>

namespace lectern::ui {

/// What pages are made from; changes take effect with the next page.
struct ReadingState
{
    std::string root; ///< empty: no library
    core::Repairs repairs = core::Repairs::Apply;
    core::PageOptions page;
};

/// Answers lectern://library/ (articles and the images of their folder) and lectern://app/. Reading
/// and rendering run on worker threads. GUI thread.
class LibrarySchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit LibrarySchemeHandler(QObject *parent = nullptr);
    ~LibrarySchemeHandler() override;

    const ReadingState &state() const { return m_state; }

    void setState(ReadingState state) { m_state = std::move(state); }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

signals:
    /// Emitted before the page learns that the image at \a url cannot be had.
    void imageFailed(const QUrl &url, core::ImageFailure failure);

private:
    void replyFromLibrary(QWebEngineUrlRequestJob *job, const std::string &path);
    static void replyFromProgram(QWebEngineUrlRequestJob *job, const QString &file);

    ReadingState m_state;
    QThreadPool m_workers;
};

} // namespace lectern::ui
