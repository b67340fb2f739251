#pragma once

#include "ui/session/reading_states.h"

#include <QWidget>

class QLabel;

namespace lectern::ui {

/// Above the panes: why what is read is not kept, or what became of a damaged file, and what to do.
/// Hidden when all is well, or when the person closed it.
class StateNotice final : public QWidget
{
    Q_OBJECT

public:
    /// \a states must outlive it.
    explicit StateNotice(const ReadingStates &states, QWidget *parent = nullptr);

private:
    void showTrouble();

    const ReadingStates &m_states;
    QLabel *m_text;
};

} // namespace lectern::ui
