#include "ui/statistics/calendar_squares.h"

#include "ui/common/appearance.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace lectern::ui {

namespace {

constexpr int kWeeks = 53;
constexpr int kDaysInWeek = 7;
constexpr int kGap = 2;
constexpr int kSmallest = 7;
constexpr int kLargest = 14;
constexpr int kLevels = 4;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

/// How many days \a day is behind the first of its week.
int placeInWeek(QDate day)
{
    return (day.dayOfWeek() - QLocale().firstDayOfWeek() + kDaysInWeek) % kDaysInWeek;
}

} // namespace

CalendarSquares::CalendarSquares(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CalendarSquares::setDays(const std::vector<core::DayAmount> &days, QDate today)
{
    m_days.clear();
    for (const core::DayAmount &day : days) {
        m_days[QDate(1970, 1, 1).addDays(day.day)] = day.amount;
    }
    const bool wasToday = !m_current.isValid() || m_current == m_today;
    m_today = today;
    m_current = wasToday ? today : m_current;
    setMeasure(m_measure);
    emit currentChanged(m_current);
}

void CalendarSquares::setMeasure(Measure measure)
{
    m_measure = measure;
    m_most = 0;
    for (const auto &[day, amount] : m_days) {
        m_most = std::max(m_most, valueOf(day));
    }
    update();
}

core::ReadingAmount CalendarSquares::amountOf(QDate day) const
{
    const auto found = m_days.find(day);
    return found == m_days.end() ? core::ReadingAmount() : found->second;
}

std::uint64_t CalendarSquares::valueOf(QDate day) const
{
    const core::ReadingAmount amount = amountOf(day);
    switch (m_measure) {
    case Measure::Articles:
        return amount.articles;
    case Measure::Characters:
        return amount.characters;
    case Measure::Time:
        return amount.seconds;
    }
    return 0;
}

QColor CalendarSquares::colourOf(QDate day) const
{
    const std::uint64_t value = valueOf(day);
    if (value == 0) {
        QColor empty = palette().color(QPalette::WindowText);
        empty.setAlphaF(0.08F);
        return empty;
    }
    const std::uint64_t level = (value * kLevels + m_most - 1) / m_most;
    QColor colour = palette().color(QPalette::Highlight);
    colour.setAlphaF(0.1F + 0.225F * static_cast<float>(level));
    return colour;
}

int CalendarSquares::stepIn(int width) const
{
    const int names = fontMetrics().height() * 2;
    return std::clamp((width - names) / kWeeks, kSmallest + kGap, kLargest + kGap);
}

int CalendarSquares::weeks() const
{
    return std::clamp((width() - fontMetrics().height() * 2) / step(), 1, kWeeks);
}

QDate CalendarSquares::first() const
{
    return m_today.addDays(-placeInWeek(m_today) - kDaysInWeek * (weeks() - 1));
}

QRect CalendarSquares::squareOf(QDate day) const
{
    const int number = static_cast<int>(first().daysTo(day));
    const int line = fontMetrics().height();
    return {line * 2 + number / kDaysInWeek * step(), line + 4 + number % kDaysInWeek * step(),
            step() - kGap, step() - kGap};
}

/// Months above, where their first week begins, and every second day of the week at the left.
void CalendarSquares::paintNames(QPainter *painter) const
{
    const QLocale locale;
    painter->setFont(smallFont(font()));
    painter->setPen(quietText(palette()));
    const int line = fontMetrics().height();
    int free = 0;
    for (int week = 0; week < weeks(); ++week) {
        const QDate day = first().addDays(week * kDaysInWeek);
        const bool isNew = day.day() <= kDaysInWeek;
        const QRect square = squareOf(day);
        if (isNew && square.left() >= free) {
            const QString name = locale.standaloneMonthName(day.month(), QLocale::ShortFormat);
            const int width = painter->fontMetrics().horizontalAdvance(name);
            painter->drawText(QRect(square.left(), 0, width + 2, line), Qt::AlignVCenter, name);
            free = square.left() + width + step();
        }
    }
    for (int place = 1; place < kDaysInWeek; place += 2) {
        const QDate day = first().addDays(place);
        const QRect square = squareOf(day);
        const QString name = locale.standaloneDayName(day.dayOfWeek(), QLocale::NarrowFormat);
        painter->drawText(QRect(0, square.top() - 4, square.left() - 6, square.height() + 8),
                          Qt::AlignRight | Qt::AlignVCenter, name);
    }
}

void CalendarSquares::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNames(&painter);
    for (QDate day = first(); day <= m_today; day = day.addDays(1)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(day));
        painter.drawRoundedRect(squareOf(day), 2, 2);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::WindowText) : quietText(palette()),
                        hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(squareOf(m_current)).adjusted(-1, -1, 1, 1), 2, 2);
}

void CalendarSquares::setCurrent(QDate day)
{
    const QDate there = std::clamp(day, first(), m_today);
    if (there != m_current) {
        m_current = there;
        update();
        emit currentChanged(there);
    }
}

void CalendarSquares::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(m_current.addDays(-kDaysInWeek));
    case Qt::Key_Right:
        return setCurrent(m_current.addDays(kDaysInWeek));
    case Qt::Key_Up:
        return setCurrent(m_current.addDays(-1));
    case Qt::Key_Down:
        return setCurrent(m_current.addDays(1));
    case Qt::Key_Home:
        return setCurrent(first());
    case Qt::Key_End:
        return setCurrent(m_today);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CalendarSquares::mousePressEvent(QMouseEvent *event)
{
    for (QDate day = first(); day <= m_today; day = day.addDays(1)) {
        if (squareOf(day).adjusted(0, 0, kGap, kGap).contains(event->position().toPoint())) {
            setCurrent(day);
        }
    }
}

void CalendarSquares::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CalendarSquares::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

/// Small squares need less, so that nothing is left empty below them.
int CalendarSquares::heightForWidth(int width) const
{
    return fontMetrics().height() + 6 + kDaysInWeek * stepIn(width);
}

QSize CalendarSquares::sizeHint() const
{
    const int width = fontMetrics().height() * 2 + kWeeks * (kLargest + kGap);
    return {width, heightForWidth(width)};
}

QSize CalendarSquares::minimumSizeHint() const
{
    constexpr int kNarrow = 300;
    return {kNarrow, heightForWidth(kNarrow)};
}

} // namespace lectern::ui
