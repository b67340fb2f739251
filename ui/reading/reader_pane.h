#pragma once

#include "core/library/library.h"
#include "ui/reading/reader_view.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class QLabel;
class QActionGroup;
class QStackedLayout;
class QToolButton;

namespace lectern::ui {

class FindBar;
class ProblemBar;
class StatePage;
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

    void goBack();
    void goForward();
    void setTheme(core::Theme theme);
    void setRepairs(core::Repairs repairs);

    double zoomFactor() const { return m_zoom; }

    /// Kept within 0.3 and 3.
    void setZoomFactor(double factor);

    void openFindBar();
    /// False when it was not open.
    bool closeFindBar();
    /// In the find bar, else among the marks.
    void findAgain(ReaderView::FindDirection direction);
    /// The folded words to mark in articles.
    void setMarks(const std::vector<std::string> &words);
    /// False when there were no marks.
    bool clearMarks();

signals:
    /// An article is on screen, whoever asked for it.
    void articleShown(const QByteArray &path);
    void settled();
    /// As ReaderView tells it.
    void marksChanged(int current, int total);
    void historyChanged(bool canGoBack, bool canGoForward);
    void filterRequested(lectern::core::Taxonomy taxonomy, const QString &name);
    void problemsRequested();
    void linkHovered(const QUrl &url);
    void externalLinkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar(const ReadingActions &actions);
    void makeReader();
    void connectReader();
    QToolButton *makeRepairsButton(const ReadingActions &actions);
    void showRepairs(const core::RepairCounts &counts);
    void showProblems();
    void followFile(const core::Library &previous, const core::Library &library);

    ReaderFactory m_makeReader;
    QStackedLayout *m_stack;
    StatePage *m_placeholder;
    ProblemBar *m_problemBar;
    QLabel *m_goneNotice;
    FindBar *m_findBar;
    QActionGroup *m_repairActions;
    QToolButton *m_repairsButton = nullptr;
    ReaderView *m_reader = nullptr;
    bool m_isReaderWanted = false;

    std::shared_ptr<const core::Library> m_library;
    QByteArray m_path;
    bool m_isGone = false; ///< the file of m_path is
    std::vector<std::string> m_markWords;
    int m_marks = 0;
    core::Theme m_theme = core::Theme::Light;
    core::Repairs m_repairs = core::Repairs::all();
    double m_zoom = 1;
};

} // namespace lectern::ui
