#pragma once

#include "core/image/image_failure.h"
#include "core/page/page.h"
#include "ui/reading/reader_view.h"
#include "ui/reading/web/image_download.h"

#include <QHash>
#include <QTemporaryDir>
#include <QWebEngineProfile>

#include <functional>
#include <memory>

namespace lectern::ui {

class ImageSchemeHandler;
class LibrarySchemeHandler;

/// Where the pages of a view and their images come from: off the record, without downloads, through
/// the program's two schemes and its gate. GUI thread.
class WebProfile final : public QWebEngineProfile
{
    Q_OBJECT

public:
    WebProfile(const ReaderViewOptions &options, ImageFetchOptions fetchOptions, QObject *parent);

    /// What pages are made of. Each change takes effect with the next page.
    const core::PageSetup &setup() const;
    void setSetup(core::PageSetup setup);
    void setLibrary(std::shared_ptr<const core::Library> library);

    /// Why the image at \a address is not shown.
    core::ImageFailure failureOf(const QUrl &address) const;

    /// Another page is loaded.
    void forgetFailures() { m_failures.clear(); }

    /// Forgets that \a address failed, then calls \a done (unless \a context is gone).
    void forgetFailure(const QUrl &address, QObject *context, std::function<void()> done);

signals:
    /// Emitted before the engine is given the page of the article at \a url.
    void pageMade(const QUrl &url, const core::PageFacts &facts);

private:
    std::unique_ptr<QTemporaryDir> m_temporaryImages; ///< when nothing is to be kept
    LibrarySchemeHandler *m_libraryHandler;
    ImageSchemeHandler *m_imageHandler;
    QHash<QUrl, core::ImageFailure> m_failures;
};

} // namespace lectern::ui
