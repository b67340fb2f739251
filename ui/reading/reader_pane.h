#pragma once

#include "core/library/library.h"
#include "ui/reading/reader_view.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class QAction;
class QFrame;
class QLabel;
class QActionGroup;
class QStackedWidget;
class QToolButton;

namespace lectern::ui {

class ContentsPanel;
class FindBar;
class PageWithContents;
class ProblemBar;
class StatePage;
class UnplacedHighlights;
struct ReadingActions;

/// Makes the reading view; it belongs to \a parent.
using ReaderFactory = std::function<ReaderView *(QWidget *parent)>;

/// The right pane: a slim bar, the open article, the find bar. The reading view is made after the
/// first paint, because starting the web engine costs about 100 ms; what is asked before is kept.
class ReaderPane final : public QWidget
{
    Q_OBJECT

public:
    ReaderPane(const ReadingActions &actions, ReaderFactory makeReader, QWidget *parent = nullptr);

    void setLibrary(std::shared_ptr<const core::Library> library);
    /// An empty \a path shows what to do instead.
    void showArticle(const QByteArray &path);

    QByteArray shownArticle() const { return m_path; }

    /// What is known of the article on screen; empty until it is.
    const core::PageFacts &facts() const { return m_facts; }

    void goBack();
    void goForward();
    void setPageStyle(const core::PageStyle &style);
    void setRepairs(core::Repairs repairs);

    /// Whether to say that the article on screen is no longer what was read.
    void setChanged(bool isChanged);
    /// In the article on screen.
    void goTo(const core::ReadingPosition &position);

    UnplacedHighlights *unplaced() const { return m_unplaced; }

    bool areContentsKept() const { return m_areContentsKept; }

    /// Whether the contents are shown; those of an article that asks for them are in any case.
    void keepContents(bool areKept);

    void openFindBar();
    /// What was opened last over the article: its contents, the find bar, the marks. False when
    /// there was nothing.
    bool closeOnTop();
    /// In the find bar, else among the marks.
    void findAgain(ReaderView::FindDirection direction);
    /// The folded words to mark in articles.
    void setMarks(const std::vector<std::string> &words);

signals:
    void readerMade(ReaderView *reader);
    /// An article is on screen, whoever asked for it.
    void articleShown(const QByteArray &path);
    void settled();
    void placeChanged(const QByteArray &path, const ReadingPlace &place);
    /// As ReaderView tells it.
    void marksChanged(int current, int total);
    void historyChanged(bool canGoBack, bool canGoForward);
    void filterRequested(lectern::core::Taxonomy taxonomy, const QString &name);
    void problemsRequested();
    void contentsKept();
    void linkHovered(const QUrl &url);
    void externalLinkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar(const ReadingActions &actions);
    void makeReader();
    void connectReader();
    void connectContents();
    void showContents();
    bool closeContents();
    bool closeFindBar();
    bool clearMarks();
    QToolButton *makeRepairsButton(const ReadingActions &actions);
    void showRepairs(const core::RepairCounts &counts);
    void showProblems();
    void followFile(const core::Library &previous, const core::Library &library);

    ReaderFactory m_makeReader;
    QStackedWidget *m_stack;
    PageWithContents *m_page;
    StatePage *m_placeholder;
    ProblemBar *m_problemBar;
    QLabel *m_goneNotice;
    QFrame *m_changedNotice;
    UnplacedHighlights *m_unplaced;
    FindBar *m_findBar;
    QAction *m_contentsAction;
    QActionGroup *m_repairActions;
    QToolButton *m_repairsButton = nullptr;
    ReaderView *m_reader = nullptr;
    bool m_isReaderWanted = false;

    std::shared_ptr<const core::Library> m_library;
    QByteArray m_path;
    core::PageFacts m_facts;
    bool m_areContentsKept = false; ///< the reader wants them beside every article
    bool m_isGone = false; ///< the file of m_path is
    std::vector<std::string> m_markWords;
    int m_marks = 0;
    core::PageStyle m_style;
    core::Repairs m_repairs = core::Repairs::all();
};

} // namespace lectern::ui
