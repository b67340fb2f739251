#pragma once

#include "core/library/library.h"
#include "ui/session/reading_states.h"

#include <QObject>

#include <optional>
#include <span>
#include <vector>

namespace lectern::ui {

class ArticleResults;
class ListPane;
class ReaderPane;
class StatisticsView;
class UndoNotice;
class WindowActions;

/// What the window's actions do to the reading state of articles, and what the status bar says of
/// it. They mean the articles chosen in the list, and the one on screen where it is none of them.
class StateCommands final : public QObject
{
    Q_OBJECT

public:
    /// What the commands are about. All outlive them.
    struct Parts
    {
        ReadingStates &states;
        const WindowActions &actions;
        const ArticleResults &results;
        const ListPane &list;
        ReaderPane &reader;
        UndoNotice &notice;
    };

    StateCommands(const Parts &parts, QObject *parent);

private:
    void connectActions();
    void connectFailures();
    void updateActions();
    std::optional<core::Row> shownRow() const;
    std::vector<core::Row> chosenRows() const;
    void showChanges();
    void showStatistics();
    void toggleRead();
    void toggleStar();
    void editLabels();
    void markRead(std::span<const core::Row> rows);
    std::span<const core::Row> rowsAbove() const;
    std::span<const core::Row> rowsBelow() const;
    void setStatus(std::vector<core::Row> rows, core::ReadStatus status);

    Parts m_parts;
    StatisticsView *m_statistics = nullptr; ///< made when it is first asked for
};

} // namespace lectern::ui
