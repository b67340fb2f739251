#pragma once

#include "core/image/image_failure.h"
#include "ui/reading/reader_view.h"
#include "ui/reading/web/image_download.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

class QJsonObject;
class QLabel;
class QStackedLayout;
class QWebEngineHistoryItem;
class QWebEngineLoadingInfo;
class QWebEngineProfile;
class QWebEngineView;

namespace lectern::ui {

class ImageSchemeHandler;
class LibrarySchemeHandler;
class ReaderPage;
struct ArticleLink;

/// The reading view on Qt WebEngine. One off-the-record profile with the two scheme handlers and
/// the gate, one page; see reader_page.h for what a page may do.
class WebReaderView final : public ReaderView
{
    Q_OBJECT

public:
    WebReaderView(const ReaderViewOptions &options, ImageFetchOptions fetchOptions,
                  QWidget *parent);
    ~WebReaderView() override;

    void setLibrary(std::shared_ptr<const core::Library> library) override;
    void showArticle(const QByteArray &path) override;

    QByteArray shownArticle() const override { return m_path; }

    void reload() override;

    bool canGoBack() const override;
    bool canGoForward() const override;
    void goBack() override;
    void goForward() override;

    void setTheme(core::Theme theme) override;
    void setRepairs(core::Repairs repairs) override;
    void setZoomFactor(double factor) override;
    double zoomFactor() const override;

    void findText(const QString &text, FindDirection direction) override;
    void setMarks(const std::vector<std::string> &words) override;
    void stepMark(FindDirection direction) override;

    /// For tests.
    ReaderPage *page() const { return m_page; }

private:
    void makeProfile(const ReaderViewOptions &options, ImageFetchOptions fetchOptions);
    void makePage();
    void openUrl(const QUrl &url);
    void goTo(const QWebEngineHistoryItem &item);
    void follow(const QUrl &url);
    void followTo(const ArticleLink &link);
    void onReported(const QJsonObject &message);
    bool isFromShownPage(const QUrl &page) const;
    void runPageScripts(const QJsonObject &message);
    void onReady();
    void onSettled();
    void onImageFailed(int image, const QUrl &address);
    void onRetry(int image, const QUrl &address);
    void onLoadStarted();
    void onLoadEnded(const QWebEngineLoadingInfo &info);
    void onRendererGone();
    void onFound(int found, int total);
    void searchAnew();
    void mark();
    void markIn(const QString &pageText);
    void showMessage(const QString &text);
    void showContextMenu(const QPoint &position);
    void hover(const QUrl &url);

    std::shared_ptr<const core::Library> m_library;
    std::unique_ptr<QTemporaryDir> m_temporaryImages; ///< when nothing is to be kept
    QWebEngineProfile *m_profile = nullptr;
    LibrarySchemeHandler *m_libraryHandler = nullptr;
    ImageSchemeHandler *m_imageHandler = nullptr;
    QStackedLayout *m_layers = nullptr;
    QLabel *m_message = nullptr;
    QWebEngineView *m_view = nullptr;
    ReaderPage *m_page = nullptr;

    QByteArray m_path; ///< of the article that is shown or on its way
    bool m_isPageOutdated = false; ///< it belongs to another folder, whose history must not return
    bool m_isSettled = true;
    bool m_isLoading = false;
    bool m_isRendererGone = false; ///< and no load has started since
    bool m_isSearchCut = false; ///< it is repeated when the page has loaded
    QString m_search; ///< what findText() was last called with
    std::vector<std::string> m_markWords;
    quint64 m_markRequest = 0; ///< what an earlier one brings is dropped
    bool m_hasMarks = false;
    QTimer m_markDelay; ///< one marking for several keys
    QTimer m_settleLimit;
    QHash<QUrl, core::ImageFailure> m_failures; ///< of the page's images
    QElapsedTimer m_clock;
    QList<qint64> m_crashesMs;
};

} // namespace lectern::ui
