#pragma once

#include "core/library/library.h"
#include "core/page/page.h"
#include "core/state/reading_state.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QString>
#include <QUrl>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class QAction;

namespace lectern::ui {

/// Where a reader is in a page.
struct ReadingPlace
{
    core::ReadingPosition position; ///< at the top of the view; empty: the beginning
    std::uint16_t progress = 0; ///< seen of the page, of core::kWholeProgress
    bool isEnd = false; ///< the end is in view
    QString heading = {}; ///< anchor of the one above what is read; empty: none
};

/// What is selected of the words that the page of an article shows: those from \c start to before
/// \c end, none where both are the same.
struct PageSelection
{
    QString words; ///< all of them
    qsizetype start = 0;
    qsizetype end = 0;

    bool isEmpty() const { return start >= end; }
};

/// A highlight where it stands in the words of the page.
struct PaintedHighlight
{
    core::HighlightId id = 0;
    core::HighlightColour colour = core::HighlightColour::Yellow;
    bool hasNote = false;
    qsizetype start = 0;
    qsizetype end = 0;

    bool operator==(const PaintedHighlight &) const = default;
};

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

    /// Takes effect on the open page without loading it again.
    virtual void setPageStyle(const core::PageStyle &style) = 0;
    virtual void setRepairs(core::Repairs repairs) = 0;

    enum class FindDirection { Forward, Backward };
    /// Marks and steps through \a text in the page; an empty text clears the marks.
    virtual void findText(const QString &text, FindDirection direction) = 0;

    /// Marks the folded \a words in each article that is shown; none takes the marks away.
    virtual void setMarks(const std::vector<std::string> &words) = 0;
    /// To the next mark, or the one before, round at the ends.
    virtual void stepMark(FindDirection direction) = 0;

    /// Gives \a take the words that the page shows of the article, unless another page comes first.
    virtual void readWords(std::function<void(QString)> take) = 0;
    virtual void readSelection(std::function<void(PageSelection)> take) = 0;
    virtual void unselect() = 0;
    /// Instead of those that were painted before.
    virtual void paintHighlights(const std::vector<PaintedHighlight> &highlights) = 0;
    virtual void goToHighlight(core::HighlightId id) = 0;
    /// What the menu of selected text offers; not owned.
    virtual void setSelectionActions(const QList<QAction *> &actions) = 0;

    /// Scrolls the article on screen to \a position, and keeps it there until a person moves. A
    /// page that was opened at a place of its own stays there.
    virtual void goTo(const core::ReadingPosition &position) = 0;
    /// Scrolls the article on screen to the heading with \a anchor; nothing where it has none.
    virtual void goToHeading(const QString &anchor) = 0;

signals:
    /// The article at \a path, which is on screen, was scrolled, or came into view.
    void placeChanged(const QByteArray &path, const ReadingPlace &place);
    /// An article is on screen, by showArticle(), a link, Back or Forward.
    void articleShown(const QByteArray &path);
    /// What is known of the article on screen; follows articleShown().
    void factsRead(const core::PageFacts &facts);
    /// The article and all its images have loaded or failed. Emitted once a page.
    void settled();
    void historyChanged();
    /// \a found counts from 1; 0 of 0 when nothing matches.
    void findResult(int found, int total);
    /// \a total marks are in the page; \a current, counted from 1, was stepped to, or 0.
    void marksChanged(int current, int total);
    /// Words of the article are selected in \a box of the view, which is null where none are any
    /// more.
    void selectionChanged(const QRect &box);
    void highlightClicked(core::HighlightId id, const QRect &box);
    /// A click on a category or tag in the page.
    void filterRequested(core::Taxonomy taxonomy, const QString &name);
    /// An address under the mouse; empty when it leaves.
    void linkHovered(const QUrl &url);
    /// An http, https or mailto link was clicked; the shell hands it to the desktop.
    void externalLinkActivated(const QUrl &url);
};

/// Registers the URL schemes of the reading view. Must run before QApplication is made.
void registerReaderSchemes();

/// Makes the reading view. Owned by \a parent.
ReaderView *createReaderView(const ReaderViewOptions &options, QWidget *parent);

} // namespace lectern::ui
