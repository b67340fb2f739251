#pragma once

#include "core/state/hand_choices.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace lectern::ui {

class ArticleResults;
class ReadingStates;

/// What is kept of articles that are not in the folder now, or could be several of it. A person
/// gives it to an article of the folder, or discards it; nothing is chosen for them. Follows the
/// library and the states, and does not block the window.
class UnplacedDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive it.
    UnplacedDialog(const ArticleResults &results, ReadingStates &states, QWidget *parent);

private:
    void makeLayout();
    void connectParts();
    void showStates();
    void showChoices();
    void updateButtons();
    void place();
    void askToDiscard();
    /// The place of the current one among the unplaced states; -1: there is none.
    int currentState() const;

    const ArticleResults &m_results;
    ReadingStates &m_states;
    QTreeWidget *m_unplaced;
    QLineEdit *m_words;
    QTreeWidget *m_choices;
    QPushButton *m_place;
    QPushButton *m_discard;
    std::vector<core::HandChoice> m_shown; ///< what m_choices has
    core::StateId m_choicesOf = 0; ///< whose they are
};

} // namespace lectern::ui
