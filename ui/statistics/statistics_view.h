#pragma once

#include "core/state/reading_statistics.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTreeWidget;

namespace lectern::ui {

class CalendarSquares;
class ReadingStates;
class StatePage;

/// How much was read in the open folder: in all, by day, by category and by site. Follows the
/// states and does not block the window.
class StatisticsView final : public QDialog
{
    Q_OBJECT

public:
    /// \a states must outlive it.
    explicit StatisticsView(ReadingStates &states, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    void ask();
    void showStatistics(const core::ReadingStatistics &statistics);
    void showDay();

    ReadingStates &m_states;
    QStackedWidget *m_pages; ///< the numbers, or that there are none
    StatePage *m_nothing;
    QLabel *m_all;
    QComboBox *m_measure;
    CalendarSquares *m_calendar;
    QLabel *m_day;
    QTreeWidget *m_categories;
    QTreeWidget *m_sites;
    QTimer m_askSoon;
};

} // namespace lectern::ui
