#pragma once

#include "core/state/reading_statistics.h"

#include <QDate>
#include <QWidget>

#include <map>
#include <vector>

namespace lectern::ui {

/// A square a day, a column a week, up to a year before today: the more was read, the stronger its
/// colour. Arrows, Home and End go from day to day; a narrow one has fewer weeks.
class CalendarSquares final : public QWidget
{
    Q_OBJECT

public:
    enum class Measure { Articles, Characters, Time };

    explicit CalendarSquares(QWidget *parent = nullptr);

    void setDays(const std::vector<core::DayAmount> &days, QDate today);
    void setMeasure(Measure measure);

    /// The day that was chosen, today at first.
    QDate current() const { return m_current; }

    core::ReadingAmount amountOf(QDate day) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;

signals:
    void currentChanged(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(QDate day);
    std::uint64_t valueOf(QDate day) const;
    QColor colourOf(QDate day) const;
    int stepIn(int width) const; ///< from one square to the next

    int step() const { return stepIn(width()); }

    int weeks() const;
    QDate first() const; ///< in the left column at the top
    QRect squareOf(QDate day) const;

    void paintNames(QPainter *painter) const;

    std::map<QDate, core::ReadingAmount> m_days;
    std::uint64_t m_most = 0; ///< of a day
    QDate m_today;
    QDate m_current;
    Measure m_measure = Measure::Articles;
};

} // namespace lectern::ui
