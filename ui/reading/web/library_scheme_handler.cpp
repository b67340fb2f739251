#include "ui/reading/web/library_scheme_handler.h"

#include "core/article/article_names.h"
#include "ui/reading/web/reader_urls.h"
#include "ui/reading/web/scheme_reply.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMimeDatabase>
#include <QPointer>
#include <QWebEngineUrlRequestJob>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logPage, "lectern.page", QtWarningMsg)

constexpr QLatin1StringView kThemesFile("themes.css"); ///< made of their table

void refuse(QWebEngineUrlRequestJob *job)
{
    qCInfo(logPage).noquote() << "nothing at" << job->requestUrl().toDisplayString();
    job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

Loaded load(const core::PageSetup &setup, const std::string &path)
{
    if (core::isArticleName(path)) {
        return loadArticle(setup, path);
    }
    return loadLocalImage(setup.root, path);
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
    const bool isAnswered = !m_setup.root.empty() && job->requestMethod() == "GET";
    const auto path = libraryPath(url);
    const auto beside = sitePath(url);
    if (isAnswered && path) {
        replyLater(job,
                   [setup = m_setup, path = path->toStdString()] { return load(setup, path); });
    } else if (isAnswered && beside) {
        replyLater(job, [root = m_setup.root, path = beside->toStdString()] {
            return loadSiteImage(root, path);
        });
    } else {
        refuse(job);
    }
}

void LibrarySchemeHandler::replyLater(QWebEngineUrlRequestJob *job, std::function<Loaded()> load)
{
    const QPointer<QWebEngineUrlRequestJob> alive(job);
    m_workers.start([this, alive, load = std::move(load), url = job->requestUrl()] {
        const Loaded loaded = load();
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
                    if (content->facts) {
                        emit pageMade(url, *content->facts);
                    }
                    replyWith(alive, content->mimeType, content->bytes);
                } else {
                    refuse(alive);
                }
            },
            Qt::QueuedConnection);
    });
}

void LibrarySchemeHandler::replyFromProgram(QWebEngineUrlRequestJob *job, const QString &file)
{
    if (file == kThemesFile) {
        replyWith(job, "text/css"_ba, QByteArray::fromStdString(core::themeStyleSheet()));
        return;
    }
    QFile resource(":/page/"_L1 + file);
    if (!resource.open(QIODevice::ReadOnly)) {
        refuse(job);
        return;
    }
    const QString type
        = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
    replyWith(job, type.toLatin1(), resource.readAll());
}

} // namespace lectern::ui
