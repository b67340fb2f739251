#pragma once

#include "core/page/page.h"
#include "ui/reading/reader_view.h"
#include "ui/reading/web/crash_limit.h"
#include "ui/reading/web/image_download.h"

#include <QTimer>

#include <string>

class QLabel;
class QStackedLayout;
class QWebEngineLoadingInfo;
class QWebEngineView;

namespace lectern::ui {

class Navigation;
class PageMarks;
class PageSearch;
class ReaderPage;
class WebProfile;
struct PageMessage;

/// The reading view on Qt WebEngine: one profile, one page and what is done with it, each in a file
/// of its own. See reader_page.h for what a page may do.
class WebReaderView final : public ReaderView
{
    Q_OBJECT

public:
    WebReaderView(const ReaderViewOptions &options, ImageFetchOptions fetchOptions,
                  QWidget *parent);
    ~WebReaderView() override;

    void setLibrary(std::shared_ptr<const core::Library> library) override;
    void showArticle(const QByteArray &path) override;
    QByteArray shownArticle() const override;
    void reload() override;

    bool canGoBack() const override;
    bool canGoForward() const override;
    void goBack() override;
    void goForward() override;

    void setPageStyle(const core::PageStyle &style) override;
    void setRepairs(core::Repairs repairs) override;
    void goTo(const core::ReadingPosition &position) override;
    void goToHeading(const QString &anchor) override;

    void findText(const QString &text, FindDirection direction) override;
    void setMarks(const std::vector<std::string> &words) override;
    void stepMark(FindDirection direction) override;

    void readWords(std::function<void(QString)> take) override;
    void readSelection(std::function<void(PageSelection)> take) override;
    void unselect() override;
    void paintHighlights(const std::vector<PaintedHighlight> &highlights) override;
    void goToHighlight(core::HighlightId id) override;
    void setSelectionActions(const QList<QAction *> &actions) override;

    /// For tests.
    ReaderPage *page() const { return m_page; }

private:
    /// What is awaited of the page.
    enum class Stage {
        Settled, ///< nothing, or there is no page
        Awaited, ///< that it and its images have loaded or failed
        Lost, ///< the same; its process has ended and no load has started since
    };

    void connectParts();
    void makePage();
    void connectPage();
    bool isPageOutdated() const;
    void onPageOpened();
    void onPageMade(const QUrl &url, const core::PageFacts &facts);
    void onMessage(const PageMessage &message);
    void onReady();
    void onSettled();
    void onRetry(const PageMessage &message);
    void onLoadStarted();
    void onLoadEnded(const QWebEngineLoadingInfo &info);
    void onRendererGone();
    QRect inView(const QRectF &box) const;
    void showPage();
    void showMessage(const QString &text);

    QStackedLayout *m_layers = nullptr;
    QLabel *m_message = nullptr;
    QWebEngineView *m_view = nullptr;
    WebProfile *m_profile = nullptr;
    Navigation *m_navigation = nullptr;
    PageMarks *m_marks = nullptr;
    PageSearch *m_search = nullptr;

    ReaderPage *m_page = nullptr;
    std::string m_pageRoot; ///< the folder of m_page, whose history must not return in another
    core::PageFacts m_facts; ///< of the page that is shown or given to the engine
    Stage m_stage = Stage::Settled;
    QTimer m_settleLimit;
    QList<QAction *> m_selectionActions;
    CrashLimit m_crashLimit;
};

} // namespace lectern::ui
