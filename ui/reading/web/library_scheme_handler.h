#pragma once

#include "core/image/image_failure.h"
#include "core/markdown/links/link_resolver.h"
#include "core/page/article_page.h"
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

/// What pages are made from; changes take effect with the next page.
struct ReadingState
{
    std::string root; ///< empty: no library
    core::FindArticle findArticle; ///< for links by name; may be empty
    core::Repairs repairs = core::Repairs::all();
    core::PageOptions page;
};

/// Answers lectern://library/ (articles and the images of their folder), lectern://site/ (images of
/// the site around it) and lectern://app/. Reading and rendering run on worker threads. GUI thread.
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
    void replyLater(QWebEngineUrlRequestJob *job, std::function<Loaded()> load);
    static void replyFromProgram(QWebEngineUrlRequestJob *job, const QString &file);

    ReadingState m_state;
    QThreadPool m_workers;
};

} // namespace lectern::ui
