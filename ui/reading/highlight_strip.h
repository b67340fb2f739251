#pragma once

#include "core/state/reading_state.h"

#include <QFrame>
#include <QList>

class QAction;
class QLabel;
class QToolButton;

namespace lectern::ui {

/// Tools that appear at what is selected in an article, or at a highlight that was clicked on: its
/// four colours, its note, and to copy or delete it.
class HighlightStrip final : public QFrame
{
    Q_OBJECT

public:
    /// \a note and \a copy are shown as buttons; not owned. It lies over \a page.
    HighlightStrip(QAction *note, QAction *copy, QWidget *page);

    /// At \a box of the page: above it where there is room, else below.
    void showForSelection(const QRect &box);
    void showForHighlight(const core::Highlight &highlight, const QRect &box);

signals:
    void colourPicked(lectern::core::HighlightColour colour);
    void deleteRequested();

private:
    void showAt(const QRect &box);

    QList<QToolButton *> m_colours;
    QToolButton *m_delete;
    QLabel *m_note;
};

} // namespace lectern::ui
