#include "ui/reading/web/web_profile.h"

#include "core/image/image_store.h"
#include "core/library/articles_by_name.h"
#include "ui/reading/web/image_scheme_handler.h"
#include "ui/reading/web/library_scheme_handler.h"
#include "ui/reading/web/reader_urls.h"
#include "ui/reading/web/request_gate.h"

#include <QFile>
#include <QWebEngineDownloadRequest>

#include <utility>

namespace lectern::ui {

namespace {

std::shared_ptr<core::ImageStore> storeIn(const QString &folder)
{
    return std::make_shared<core::ImageStore>(QFile::encodeName(folder).toStdString());
}

} // namespace

WebProfile::WebProfile(const ReaderViewOptions &options, ImageFetchOptions fetchOptions,
                       QObject *parent)
    : QWebEngineProfile(parent)
    , m_temporaryImages(options.imageCacheFolder.isEmpty() ? std::make_unique<QTemporaryDir>()
                                                           : nullptr)
    , m_libraryHandler(new LibrarySchemeHandler(this))
    , m_imageHandler(new ImageSchemeHandler(
          storeIn(m_temporaryImages ? m_temporaryImages->path() : options.imageCacheFolder),
          fetchOptions,
          options.mayFetchImages ? ImageSchemeHandler::Fetching::Allowed
                                 : ImageSchemeHandler::Fetching::Off,
          this))
{
    setHttpCacheType(NoCache);
    setPersistentCookiesPolicy(NoPersistentCookies);
    installUrlSchemeHandler(kReaderScheme.data(), m_libraryHandler);
    installUrlSchemeHandler(kImageScheme.data(), m_imageHandler);
    setUrlRequestInterceptor(new RequestGate(this));
    connect(this, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *download) { download->cancel(); });
    const auto remember
        = [this](const QUrl &url, core::ImageFailure failure) { m_failures.insert(url, failure); };
    connect(m_libraryHandler, &LibrarySchemeHandler::imageFailed, this, remember);
    connect(m_imageHandler, &ImageSchemeHandler::imageFailed, this, remember);
    connect(m_libraryHandler, &LibrarySchemeHandler::pageMade, this, &WebProfile::pageMade);
}

const core::PageSetup &WebProfile::setup() const
{
    return m_libraryHandler->setup();
}

void WebProfile::setSetup(core::PageSetup setup)
{
    m_libraryHandler->setSetup(std::move(setup));
}

void WebProfile::setLibrary(std::shared_ptr<const core::Library> library)
{
    core::PageSetup setup = m_libraryHandler->setup();
    setup.root = library ? std::string(library->root()) : std::string();
    setup.findArticle = library ? core::findArticleIn(std::move(library)) : core::FindArticle();
    setup.site = std::make_shared<const core::KnownSite>(setup.root);
    setSetup(std::move(setup));
}

core::ImageFailure WebProfile::failureOf(const QUrl &address) const
{
    // What arrived and cannot be drawn was refused by the engine's decoder.
    return m_failures.value(address, core::ImageFailure::Broken);
}

void WebProfile::forgetFailure(const QUrl &address, QObject *context, std::function<void()> done)
{
    m_failures.remove(address);
    m_imageHandler->forget(address, context, std::move(done));
}

} // namespace lectern::ui
