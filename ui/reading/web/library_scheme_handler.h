#pragma once

#include "core/image/image_failure.h"
#include "core/page/page.h"
#include "ui/reading/web/local_content.h"

#include <QThreadPool>
#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace lectern::ui {

using Loaded = std::variant<Content, core::ImageFailure>;

/// Answers lectern://library/ (articles and the images of their folder), lectern://site/ (images of
/// the site around it) and lectern://app/. Reading and rendering run on worker threads. GUI thread.
class LibrarySchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit LibrarySchemeHandler(QObject *parent = nullptr);
    ~LibrarySchemeHandler() override;

    const core::PageSetup &setup() const { return m_setup; }

    /// Takes effect with the next page.
    void setSetup(core::PageSetup setup) { m_setup = std::move(setup); }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

signals:
    /// Emitted before the engine is given the page of the article at \a url.
    void pageMade(const QUrl &url, const core::PageFacts &facts);
    /// Emitted before the page learns that the image at \a url cannot be had.
    void imageFailed(const QUrl &url, core::ImageFailure failure);

private:
    void replyLater(QWebEngineUrlRequestJob *job, std::function<Loaded()> load);
    static void replyFromProgram(QWebEngineUrlRequestJob *job, const QString &file);

    core::PageSetup m_setup;
    QThreadPool m_workers;
};

} // namespace lectern::ui
