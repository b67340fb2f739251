#include "ui/window/state_commands.h"

#include "core/library/row_matches.h"
#include "ui/common/qt_text.h"
#include "ui/reading/reader_pane.h"
#include "ui/search/article_results.h"
#include "ui/statistics/statistics_view.h"
#include "ui/window/changes_dialog.h"
#include "ui/window/label_dialog.h"
#include "ui/window/list_pane.h"
#include "ui/window/undo_notice.h"
#include "ui/window/window_actions.h"

#include <QAction>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::ui {

namespace {

std::vector<core::Row> rowsNow(const core::Library &then, const core::Library &now,
                               std::vector<core::Row> rows)
{
    const std::vector<core::Row> rowNow = core::rowsBefore(now, then);
    for (core::Row &row : rows) {
        row = rowNow[row];
    }
    std::erase(rows, core::kNoRow);
    return rows;
}

} // namespace

StateCommands::StateCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectActions();
    const auto update = [this] { updateActions(); };
    connect(&m_parts.states, &ReadingStates::changed, this, update);
    connect(&m_parts.states, &ReadingStates::troubled, this, update);
    connect(&m_parts.reader, &ReaderPane::articleShown, this, update);
    connect(&m_parts.results, &ArticleResults::changed, this, update);
    connect(&m_parts.states, &ReadingStates::done, this, [this](const StateDeed &deed) {
        m_parts.notice.showDone(deed);
        updateActions();
    });
    connect(&m_parts.states, &ReadingStates::undone, this, [this](const StateDeed &deed) {
        m_parts.notice.showUndone(deed);
        updateActions();
    });
    connectFailures();
}

void StateCommands::connectFailures()
{
    UndoNotice *const notice = &m_parts.notice;
    connect(&m_parts.states, &ReadingStates::notUndone, notice, &UndoNotice::showNotUndone);
    connect(&m_parts.states, &ReadingStates::notKept, notice, &UndoNotice::showNotKept);
    connect(&m_parts.states, &ReadingStates::gone, notice, &UndoNotice::showGone);
    connect(&m_parts.states, &ReadingStates::nameTaken, notice, &UndoNotice::showNameTaken);
}

void StateCommands::connectActions()
{
    const auto on = [this](Action action, auto slot) {
        connect(m_parts.actions[action], &QAction::triggered, this, slot);
    };
    on(Action::MarkRead, [this] { toggleRead(); });
    on(Action::Star, [this] { toggleStar(); });
    on(Action::Labels, [this] { editLabels(); });
    on(Action::Changes, [this] { showChanges(); });
    on(Action::Statistics, [this] { showStatistics(); });
    on(Action::MarkAllRead, [this] { markRead(m_parts.results.rows()); });
    on(Action::MarkAboveRead, [this] { markRead(rowsAbove()); });
    on(Action::MarkBelowRead, [this] { markRead(rowsBelow()); });
    on(Action::Undo, [this] {
        m_parts.states.undo();
        updateActions();
    });
}

void StateCommands::updateActions()
{
    const bool hasStates = m_parts.states.isKept() && m_parts.states.snapshot();
    for (const Action action :
         {Action::MarkRead, Action::Star, Action::Labels, Action::Statistics, Action::Highlights}) {
        m_parts.actions[action]->setEnabled(hasStates);
    }
    const std::optional<core::Row> shown = shownRow();
    const bool isChanged = hasStates && shown && *shown < m_parts.states.snapshot()->size()
        && m_parts.states.snapshot()->has(*shown, core::StateFlag::Changed);
    m_parts.actions[Action::Changes]->setEnabled(isChanged);
    m_parts.reader.setChanged(isChanged);
    for (const Action action :
         {Action::MarkAllRead, Action::MarkAboveRead, Action::MarkBelowRead}) {
        m_parts.actions[action]->setEnabled(hasStates && !m_parts.results.rows().empty());
    }
    m_parts.actions[Action::Undo]->setEnabled(m_parts.states.canUndo());
}

std::optional<core::Row> StateCommands::shownRow() const
{
    const auto library = m_parts.results.library();
    return library ? library->findPath(toView(m_parts.reader.shownArticle())) : std::nullopt;
}

std::vector<core::Row> StateCommands::chosenRows() const
{
    std::vector<core::Row> rows = m_parts.list.selectedRows();
    const std::optional<core::Row> shown = shownRow();
    if (shown && std::ranges::find(rows, *shown) == rows.end()) {
        return {*shown};
    }
    return rows;
}

void StateCommands::toggleRead()
{
    std::vector<core::Row> rows = chosenRows();
    const auto isRead = [this](core::Row row) {
        return m_parts.states.snapshot()->status[row] == core::ReadStatus::Read;
    };
    const bool areAllRead = std::ranges::all_of(rows, isRead);
    setStatus(std::move(rows), areAllRead ? core::ReadStatus::Unread : core::ReadStatus::Read);
}

void StateCommands::toggleStar()
{
    std::vector<core::Row> rows = chosenRows();
    const bool areAllStarred = std::ranges::all_of(rows, [this](core::Row row) {
        return m_parts.states.snapshot()->has(row, core::StateFlag::Starred);
    });
    core::StateChange change;
    change.isStarred = !areAllStarred;
    if (!rows.empty()) {
        m_parts.states.change(
            std::move(rows), change,
            {areAllStarred ? StateDeed::Kind::Unstarred : StateDeed::Kind::Starred});
    }
}

/// The folder may be read again while the dialog is open.
void StateCommands::editLabels()
{
    const std::vector<core::Row> rows = chosenRows();
    if (rows.empty()) {
        return;
    }
    auto *dialog = new LabelDialog(*m_parts.states.snapshot(), rows, m_parts.list.window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, rows, library = m_parts.results.library()] {
                const auto now = m_parts.results.library();
                if (now && now->root() == library->root() && !dialog->edit().isEmpty()) {
                    m_parts.states.setLabels(rowsNow(*library, *now, rows), dialog->edit());
                }
            });
    dialog->open();
}

void StateCommands::showChanges()
{
    const std::optional<core::Row> row = shownRow();
    if (!row) {
        return;
    }
    const QString title = toQString(m_parts.results.library()->title(*row));
    m_parts.states.compare(*row, this,
                           [this, title](const std::vector<core::DifferencePiece> &pieces) {
                               (new ChangesDialog(title, pieces, m_parts.list.window()))->open();
                           });
}

void StateCommands::showStatistics()
{
    if (m_statistics == nullptr) {
        m_statistics = new StatisticsView(m_parts.states, m_parts.list.window());
    }
    m_statistics->show();
    m_statistics->raise();
    m_statistics->activateWindow();
}

void StateCommands::markRead(std::span<const core::Row> rows)
{
    std::vector<core::Row> unread;
    std::ranges::copy_if(rows, std::back_inserter(unread), [this](core::Row row) {
        return m_parts.states.snapshot()->status[row] != core::ReadStatus::Read;
    });
    setStatus(std::move(unread), core::ReadStatus::Read);
}

/// Before the first of the chosen ones; none where none of them is in the list.
std::span<const core::Row> StateCommands::rowsAbove() const
{
    const std::span<const core::Row> rows = m_parts.results.rows();
    const std::vector<core::Row> chosen = chosenRows();
    const auto first = std::ranges::find_first_of(rows, chosen);
    return first == rows.end() ? std::span<const core::Row>() : std::span(rows.begin(), first);
}

/// Behind the last of the chosen ones; none where none of them is in the list.
std::span<const core::Row> StateCommands::rowsBelow() const
{
    const std::span<const core::Row> rows = m_parts.results.rows();
    const std::vector<core::Row> chosen = chosenRows();
    const auto last = std::find_first_of(rows.rbegin(), rows.rend(), chosen.begin(), chosen.end());
    return last == rows.rend() ? std::span<const core::Row>() : std::span(last.base(), rows.end());
}

void StateCommands::setStatus(std::vector<core::Row> rows, core::ReadStatus status)
{
    core::StateChange change;
    change.status = status;
    if (!rows.empty()) {
        m_parts.states.change(
            std::move(rows), change,
            {status == core::ReadStatus::Read ? StateDeed::Kind::Read : StateDeed::Kind::Unread});
    }
}

} // namespace lectern::ui
