#pragma once

#include "core/library/library.h"
#include "core/page/article_page.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lectern::ui {

/// Where the web side keeps and fetches things; made once by the composition root.
struct ReaderViewOptions
{
    QString imageCacheFolder; ///< empty: fetched images are gone when the program ends
    bool mayFetchImages = true;
};

/// The reading view as the shell sees it: articles by path, no web engine header. The shell makes
/// it after the list is on screen, because linking and starting Qt WebEngine costs about 100 ms.
/// GUI thread only.
class ReaderView : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The folder that articles are read from. Keeps showing the open article.
    virtual void setLibrary(std::shared_ptr<const core::Library> library) = 0;
    /// Shows the article at \a path (relative, raw bytes), or an empty page when \a path is empty.
    virtual void showArticle(const QByteArray &path) = 0;
    virtual QByteArray shownArticle() const = 0;
    /// Loads the open article again, because its file changed. The page stays where it is scrolled
    /// to.
    virtual void reload() = 0;

    virtual bool canGoBack() const = 0;
    virtual bool canGoForward() const = 0;
    virtual void goBack() = 0;
    virtual void goForward() = 0;

    virtual void setTheme(core::Theme theme) = 0;
    virtual void setRepairs(core::Repairs repairs) = 0;
    virtual void setZoomFactor(double factor) = 0;
    virtual double zoomFactor() const = 0;

    enum class FindDirection { Forward, Backward };
    /// Marks and steps through \a text in the page; an empty text clears the marks.
    virtual void findText(const QString &text, FindDirection direction) = 0;

    /// Marks the folded \a words in each article that is shown; none takes the marks away.
    virtual void setMarks(const std::vector<std::string> &words) = 0;
    /// To the next mark, or the one before, round at the ends.
    virtual void stepMark(FindDirection direction) = 0;

signals:
    /// An article is on screen, by showArticle(), a link, Back or Forward.
    void articleShown(const QByteArray &path);
    /// How often the article on screen was mended; follows articleShown().
    void repairsMade(const core::RepairCounts &counts);
    /// The article and all its images have loaded or failed. Emitted once a page.
    void settled();
    void historyChanged();
    /// \a found counts from 1; 0 of 0 when nothing matches.
    void findResult(int found, int total);
    /// \a total marks are in the page; \a current, counted from 1, was stepped to, or 0.
    void marksChanged(int current, int total);
    /// A click on a category or tag in the page.
    void filterRequested(core::Taxonomy taxonomy, const QString &name);
    /// An address under the mouse; empty when it leaves.
    void linkHovered(const QUrl &url);
    /// An http, https or mailto link was clicked; the shell hands it to the desktop.
    void externalLinkActivated(const QUrl &url);
};

/// Why the web engine would end the program instead of starting, and what to do about it; empty
/// when it can start. May be asked before QApplication is made.
std::optional<QString> webEngineRefusal();

/// Registers the URL schemes of the reading view. Must run before QApplication is made.
void registerReaderSchemes();

/// Makes the reading view. Owned by \a parent.
ReaderView *createReaderView(const ReaderViewOptions &options, QWidget *parent);

} // namespace lectern::ui
