#include "ui/web/library_scheme_handler.h"

#include "ui/web/local_content.h"
#include "ui/web/reader_urls.h"
#include "ui/web/scheme_reply.h"

#include <QFile>
#include <QMimeDatabase>
#include <QPointer>
#include <QWebEngineUrlRequestJob>

#include <variant>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

using Loaded = std::variant<Content, core::ImageFailure>;

Loaded load(const ReadingState &state, const std::string &path)
{
    if (isArticlePath(path)) {
        return loadArticle(state.root, path, state.repairs, state.page);
    }
    return loadLocalImage(state.root, path);
}

} // namespace

LibrarySchemeHandler::LibrarySchemeHandler(QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
{
    // One page and an image beside it; more would take the cores from the engine.
    m_workers.setMaxThreadCount(2);
}

LibrarySchemeHandler::~LibrarySchemeHandler()
{
    m_workers.clear();
    m_workers.waitForDone();
}

void LibrarySchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (const auto file = pageResource(url)) {
        replyFromProgram(job, *file);
        return;
    }
    const auto path = libraryPath(url);
    if (!path || m_state.root.empty() || job->requestMethod() != "GET") {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    replyFromLibrary(job, path->toStdString());
}

void LibrarySchemeHandler::replyFromLibrary(QWebEngineUrlRequestJob *job, const std::string &path)
{
    const QPointer<QWebEngineUrlRequestJob> alive(job);
    m_workers.start([this, alive, path, state = m_state, url = job->requestUrl()] {
        const Loaded loaded = load(state, path);
        // The destructor waits for the workers, so that this is still there.
        QMetaObject::invokeMethod(
            this,
            [this, alive, loaded, url] {
                if (const auto *failure = std::get_if<core::ImageFailure>(&loaded)) {
                    emit imageFailed(url, *failure);
                }
                if (alive == nullptr) {
                    return; // the page was left
                }
                if (const auto *content = std::get_if<Content>(&loaded)) {
                    replyWith(alive, content->mimeType, content->bytes);
                } else {
                    alive->fail(QWebEngineUrlRequestJob::UrlNotFound);
                }
            },
            Qt::QueuedConnection);
    });
}

void LibrarySchemeHandler::replyFromProgram(QWebEngineUrlRequestJob *job, const QString &file)
{
    QFile resource(":/page/"_L1 + file);
    if (!resource.open(QIODevice::ReadOnly)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    const QString type
        = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
    replyWith(job, type.toLatin1(), resource.readAll());
}

} // namespace lectern::ui
