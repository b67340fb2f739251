#include "ui/window/list_pane.h"

#include "ui/common/state_page.h"
#include "ui/list/article_list_view.h"
#include "ui/search/article_filter.h"
#include "ui/search/timeline.h"
#include "ui/session/library_session.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

QMenu *makeSortMenu(const WindowActions &actions, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->addActions(actions.orders->actions());
    return menu;
}

} // namespace

ListPane::ListPane(const LibrarySession &session, ArticleResults &results,
                   const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_results(results)
    , m_actions(actions)
    , m_filter(new ArticleFilter(results, makeSortMenu(actions, this), actions[Action::TextSearch],
                                 actions[Action::SaveSearch]))
    , m_timeline(new Timeline)
    , m_list(new ArticleListView)
    , m_whyEmpty(new StatePage)
    , m_pages(new QStackedWidget)
{
    m_list->addActions({actions[Action::MarkRead], actions[Action::Star], actions[Action::Labels]});
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_whyEmpty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_timeline);
    layout->addWidget(m_pages, 1);

    connect(&m_results, &ArticleResults::changed, this, &ListPane::showResults);
    connect(&m_results, &ArticleResults::statesChanged, this,
            [this] { m_list->showStates(m_results.states()); });
    connect(&m_session, &LibrarySession::textsChanged, this, [this] {
        m_results.setTexts(m_session.texts());
        m_filter->setTextHint(textHint());
    });
    connect(m_filter, &ArticleFilter::lineEdited, &m_results, &ArticleResults::setLine);
    connect(m_filter, &ArticleFilter::leaveRequested, m_list,
            [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_timeline, &Timeline::dateRequested, &m_results, &ArticleResults::setDate);
    connect(m_list, &ArticleListView::articlePicked, this, &ListPane::articlePicked);
}

void ListPane::focusSearch()
{
    m_filter->focusField();
}

bool ListPane::isSearching() const
{
    return m_filter->isAncestorOf(QApplication::focusWidget());
}

void ListPane::focusList()
{
    m_list->setFocus();
}

void ListPane::selectNext()
{
    m_list->selectNext();
}

void ListPane::selectPrevious()
{
    m_list->selectPrevious();
}

void ListPane::setCurrentArticle(const QByteArray &path)
{
    m_list->setCurrentArticle(path);
}

std::vector<core::Row> ListPane::selectedRows() const
{
    return m_list->selectedRows();
}

void ListPane::showResults(ArticleResults::Change change)
{
    m_filter->showResults();
    m_filter->setTextHint(textHint());
    m_timeline->showResults(m_results);
    const bool isSameSearch = change == ArticleResults::Change::Library
        || change == ArticleResults::Change::Texts || change == ArticleResults::Change::States;
    m_list->showRows(m_results.library(), m_results.rows(),
                     isSameSearch ? ArticleListView::Keep::Place : ArticleListView::Keep::Current,
                     m_results.words());
    m_list->showStates(m_results.states());
    showListOrWhyNot();
}

void ListPane::showListOrWhyNot()
{
    const bool isEmpty = m_results.rows().empty();
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty) {
        m_whyEmpty->show({.icon = u"search"_s,
                          .title = tr("No article found"),
                          .text = whyNothing(),
                          .actions = {m_actions[Action::Clear]}});
    }
}

QString ListPane::whyNothing() const
{
    const QString condition = m_results.excludingCondition();
    return !condition.isEmpty()
        ? tr("“%1” leaves no article. Take it out of the search, or show all articles again.")
              .arg(condition)
        : tr("Nothing matches “%1”. Use fewer words, or show all articles again.")
              .arg(m_results.line());
}

QString ListPane::textHint() const
{
    if (!m_results.isWaitingForTexts()) {
        return {};
    }
    switch (m_session.textState()) {
    case LibrarySession::TextState::Stopped:
        return tr("The texts of the articles are not searched, because reading them was stopped. "
                  "F5 goes on.");
    case LibrarySession::TextState::Failed:
        return tr("The texts of the articles cannot be searched, because the cache folder cannot "
                  "be written.");
    default:
        return tr("The texts of the articles are still being read. What they hold will be listed "
                  "when that is done.");
    }
}

} // namespace lectern::ui
