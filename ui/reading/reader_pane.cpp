#include "ui/reading/reader_pane.h"

#include "ui/common/qt_text.h"
#include "ui/common/state_page.h"
#include "ui/reading/contents_panel.h"
#include "ui/reading/find_bar.h"
#include "ui/reading/page_with_contents.h"
#include "ui/reading/problem_bar.h"
#include "ui/reading/reading_actions.h"
#include "ui/reading/unplaced_highlights.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <optional>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// Where the file of \a row is now: the same file by inode, size and time, at a path that was not
/// there before.
std::optional<core::Row> movedTo(const core::Library &previous, core::Row row,
                                 const core::Library &library)
{
    const core::FileStamp stamp = previous.stamp(row);
    for (core::Row other = 0; stamp != core::FileStamp{} && other < library.size(); ++other) {
        if (library.stamp(other) == stamp && !previous.findPath(library.path(other))) {
            return other;
        }
    }
    return std::nullopt;
}

QLabel *makeNotice(const QString &text)
{
    auto *notice = new QLabel(text);
    notice->setWordWrap(true);
    notice->setAutoFillBackground(true);
    notice->setBackgroundRole(QPalette::AlternateBase);
    notice->setContentsMargins(14, 8, 14, 8);
    notice->hide();
    return notice;
}

QFrame *makeChangedNotice(QAction *changes)
{
    auto *notice = new QFrame;
    notice->setObjectName(u"changedNotice"_s);
    notice->setAutoFillBackground(true);
    notice->setBackgroundRole(QPalette::AlternateBase);
    auto *text = new QLabel(ReaderPane::tr("This article has changed since you read it."));
    text->setWordWrap(true);
    auto *button = new QToolButton;
    button->setDefaultAction(changes);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    auto *layout = new QHBoxLayout(notice);
    layout->setContentsMargins(14, 4, 8, 4);
    layout->addWidget(text, 1);
    layout->addWidget(button);
    notice->hide();
    return notice;
}

} // namespace

ReaderPane::ReaderPane(const ReadingActions &actions, ReaderFactory makeReader, QWidget *parent)
    : QWidget(parent)
    , m_makeReader(std::move(makeReader))
    , m_stack(new QStackedWidget)
    , m_page(new PageWithContents(m_stack))
    , m_placeholder(new StatePage)
    , m_problemBar(new ProblemBar)
    , m_goneNotice(makeNotice(
          tr("This article is no longer in the folder. You see it as it was read last.")))
    , m_changedNotice(makeChangedNotice(actions.changes))
    , m_unplaced(new UnplacedHighlights)
    , m_findBar(new FindBar(actions.findPrevious, actions.findNext))
    , m_contentsAction(actions.contents)
    , m_repairActions(actions.repairs)
{
    setAccessibleName(tr("Article"));
    m_goneNotice->setObjectName(u"goneNotice"_s);
    m_placeholder->show(
        {.icon = u"book"_s,
         .title = tr("No article chosen"),
         .text = tr("Choose one from the list, or press J to begin with the first."),
         .actions = {}});
    m_stack->addWidget(m_placeholder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar(actions));
    layout->addWidget(m_problemBar);
    layout->addWidget(m_goneNotice);
    layout->addWidget(m_changedNotice);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_unplaced);
    layout->addWidget(m_findBar);
    connectContents();
    connect(m_findBar, &FindBar::findRequested, this,
            [this](const QString &text, ReaderView::FindDirection direction) {
                if (m_reader) {
                    m_reader->findText(text, direction);
                }
            });
    connect(m_problemBar, &ProblemBar::allRequested, this, &ReaderPane::problemsRequested);
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (m_reader) {
            m_reader->setFocus();
        }
    });
}

QWidget *ReaderPane::makeBar(const ReadingActions &actions)
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 10, 8, 8);
    layout->setSpacing(2);
    const auto add = [layout](QAction *action) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize({18, 18});
        button->setMinimumSize(32, 32);
        button->setAccessibleName(action->text().remove(u'&'));
        layout->addWidget(button);
    };
    add(actions.back);
    add(actions.forward);
    layout->addStretch(1);
    m_repairsButton = makeRepairsButton(actions);
    layout->addWidget(m_repairsButton);
    add(actions.previousArticle);
    add(actions.nextArticle);
    add(actions.find);
    add(actions.contents);
    return bar;
}

/// How much of the article was mended, and a menu that leaves it as it was written.
QToolButton *ReaderPane::makeRepairsButton(const ReadingActions &actions)
{
    auto *button = new QToolButton;
    button->setObjectName(u"repairsButton"_s);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addActions(actions.repairs->actions());
    menu->addSeparator();
    menu->addAction(actions.asWritten);
    button->setMenu(menu);
    button->hide();
    return button;
}

void ReaderPane::showRepairs(const core::RepairCounts &counts)
{
    const int total = static_cast<int>(counts.total());
    QStringList lines;
    for (const QAction *action : m_repairActions->actions()) {
        const auto count = counts[static_cast<core::Repair>(action->data().toInt())];
        if (count > 0) {
            lines.append(tr("%1: %2").arg(action->text().remove(u'&')).arg(count));
        }
    }
    m_repairsButton->setVisible(total > 0);
    m_repairsButton->setText(tr("%n repair(s)", nullptr, total));
    m_repairsButton->setAccessibleName(m_repairsButton->text());
    m_repairsButton->setToolTip(lines.join(u'\n'));
}

void ReaderPane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_isReaderWanted) {
        m_isReaderWanted = true;
        QTimer::singleShot(0, this, &ReaderPane::makeReader); // after this paint is on screen
    }
}

void ReaderPane::makeReader()
{
    m_reader = m_makeReader(this);
    m_reader->setObjectName(u"reader"_s);
    m_reader->setAcceptDrops(false); // a dropped folder is for the window
    m_stack->addWidget(m_reader);
    connectReader();
    emit readerMade(m_reader);
    m_reader->setPageStyle(m_style);
    m_reader->setRepairs(m_repairs);
    m_reader->setLibrary(m_library);
    m_reader->setMarks(m_markWords);
    showArticle(m_path);
}

void ReaderPane::connectReader()
{
    connect(m_reader, &ReaderView::articleShown, this, [this](const QByteArray &path) {
        m_path = path;
        m_isGone = m_library && !path.isEmpty() && !m_library->findPath(toView(path));
        showProblems();
        emit articleShown(path);
    });
    connect(m_reader, &ReaderView::factsRead, this, [this](const core::PageFacts &facts) {
        m_facts = facts;
        showRepairs(facts.repairs);
        m_page->contents()->setOutline(facts.outline);
        showContents();
    });
    connect(m_reader, &ReaderView::historyChanged, this,
            [this] { emit historyChanged(m_reader->canGoBack(), m_reader->canGoForward()); });
    connect(m_reader, &ReaderView::settled, this, &ReaderPane::settled);
    connect(m_reader, &ReaderView::placeChanged, this, &ReaderPane::placeChanged);
    connect(m_reader, &ReaderView::placeChanged, this,
            [this](const QByteArray &, const ReadingPlace &place) {
                m_page->contents()->follow(place.heading);
            });
    connect(m_reader, &ReaderView::findResult, m_findBar, &FindBar::showResult);
    connect(m_reader, &ReaderView::marksChanged, this, [this](int current, int total) {
        m_marks = total;
        emit marksChanged(current, total);
    });
    connect(m_reader, &ReaderView::filterRequested, this, &ReaderPane::filterRequested);
    connect(m_reader, &ReaderView::linkHovered, this, &ReaderPane::linkHovered);
    connect(m_reader, &ReaderView::externalLinkActivated, this, &ReaderPane::externalLinkActivated);
}

void ReaderPane::connectContents()
{
    connect(m_contentsAction, &QAction::triggered, this, [this](bool areShown) {
        keepContents(areShown);
        emit contentsKept();
    });
    connect(m_page->contents(), &ContentsPanel::headingPicked, this, [this](const QString &anchor) {
        m_reader->goToHeading(anchor);
        closeContents();
        m_reader->setFocus();
    });
}

void ReaderPane::keepContents(bool areKept)
{
    m_areContentsKept = areKept;
    m_contentsAction->setChecked(areKept);
    m_page->setContentsShown(areKept && !m_path.isEmpty());
}

/// Over a page they would hide what is to be read, so there only a person opens them.
void ReaderPane::showContents()
{
    const bool areWanted = m_areContentsKept || m_facts.opensContents;
    const bool areShown = areWanted && !m_page->areContentsOverPage();
    m_contentsAction->setChecked(areShown);
    m_page->setContentsShown(areShown);
}

void ReaderPane::setLibrary(std::shared_ptr<const core::Library> library)
{
    const auto previous = std::exchange(m_library, std::move(library));
    if (m_reader) {
        m_reader->setLibrary(m_library);
    }
    if (previous && m_library && previous->root() == m_library->root() && !m_path.isEmpty()) {
        followFile(*previous, *m_library);
    }
    showProblems();
}

/// The open article's file may have changed, moved, gone or come back.
void ReaderPane::followFile(const core::Library &previous, const core::Library &library)
{
    const auto before = previous.findPath(toView(m_path));
    const auto now = library.findPath(toView(m_path));
    const auto moved = before && !now ? movedTo(previous, *before, library) : std::nullopt;
    if (moved) {
        showArticle(toQByteArray(library.path(*moved)));
        return;
    }
    m_isGone = !now;
    const bool isOther = now && (!before || previous.stamp(*before) != library.stamp(*now));
    if (isOther && m_reader) {
        m_reader->reload();
    }
}

void ReaderPane::showProblems()
{
    const auto row = m_library ? m_library->findPath(toView(m_path)) : std::nullopt;
    m_problemBar->showProblems(row ? m_library->problems(*row) : std::vector<core::Problem>());
    m_goneNotice->setVisible(m_isGone);
}

void ReaderPane::showArticle(const QByteArray &path)
{
    m_repairsButton->setVisible(m_repairsButton->isVisible() && !path.isEmpty());
    if (path != m_path) {
        m_facts = {}; // they come with the page
    }
    if (path.isEmpty()) {
        m_page->setContentsShown(false);
    }
    m_path = path;
    m_isGone = false;
    if (m_reader) {
        m_reader->showArticle(path);
        m_stack->setCurrentWidget(path.isEmpty() ? static_cast<QWidget *>(m_placeholder)
                                                 : m_reader);
    }
}

void ReaderPane::goBack()
{
    if (m_reader && m_reader->canGoBack()) {
        m_reader->goBack();
    }
}

void ReaderPane::goForward()
{
    if (m_reader && m_reader->canGoForward()) {
        m_reader->goForward();
    }
}

void ReaderPane::setPageStyle(const core::PageStyle &style)
{
    m_style = style;
    if (m_reader) {
        m_reader->setPageStyle(style);
    }
}

void ReaderPane::setRepairs(core::Repairs repairs)
{
    m_repairs = repairs;
    if (m_reader) {
        m_reader->setRepairs(repairs);
    }
}

void ReaderPane::setChanged(bool isChanged)
{
    m_changedNotice->setVisible(isChanged);
}

void ReaderPane::goTo(const core::ReadingPosition &position)
{
    if (m_reader) {
        m_reader->goTo(position);
    }
}

void ReaderPane::openFindBar()
{
    m_findBar->open();
}

bool ReaderPane::closeOnTop()
{
    return closeContents() || closeFindBar() || clearMarks();
}

/// Those beside the page are in nobody's way.
bool ReaderPane::closeContents()
{
    const bool wereOver = m_contentsAction->isChecked() && m_page->areContentsOverPage();
    if (wereOver) {
        m_contentsAction->setChecked(false);
        m_page->setContentsShown(false);
    }
    return wereOver;
}

bool ReaderPane::closeFindBar()
{
    const bool wasOpen = m_findBar->isVisible();
    m_findBar->close();
    return wasOpen;
}

void ReaderPane::setMarks(const std::vector<std::string> &words)
{
    m_markWords = words;
    if (m_reader) {
        m_reader->setMarks(words);
    }
}

bool ReaderPane::clearMarks()
{
    if (m_marks == 0) {
        return false;
    }
    setMarks({});
    return true;
}

void ReaderPane::findAgain(ReaderView::FindDirection direction)
{
    if (m_marks > 0 && m_findBar->isHidden()) {
        m_reader->stepMark(direction);
    } else if (m_findBar->text().isEmpty()) {
        m_findBar->open();
    } else if (m_reader) {
        m_findBar->show();
        m_reader->findText(m_findBar->text(), direction);
    }
}

} // namespace lectern::ui
