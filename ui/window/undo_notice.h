#pragma once

#include "ui/session/reading_states.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;

namespace lectern::ui {

/// In the status bar for a while: what was done to articles, and a button that takes it back.
class UndoNotice final : public QWidget
{
    Q_OBJECT

public:
    /// \a undo is shown as the button; not owned.
    explicit UndoNotice(QAction *undo, QWidget *parent = nullptr);

    void showDone(const StateDeed &deed);
    void showUndone(const StateDeed &deed);
    /// That others changed it since.
    void showNotUndone(const StateDeed &deed);
    /// That what was to be changed is no longer there.
    void showGone();
    /// That another label is called \a name.
    void showNameTaken(const QString &name);
    /// That what was asked could not be written.
    void showNotKept();
    /// That what is selected is nothing that the article says.
    void showNotHighlighted();

private:
    void showText(const QString &text, bool canUndo);

    QLabel *m_text;
    QWidget *m_button;
    QTimer m_end;
};

} // namespace lectern::ui
