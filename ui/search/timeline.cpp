#include "ui/search/timeline.h"

#include "core/library/library_lookups.h"
#include "core/search/query_edits.h"
#include "ui/common/appearance.h"
#include "ui/search/article_results.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace lectern::ui {

namespace {

constexpr int kMargin = 12;
constexpr int kBarsHeight = 22;
constexpr int kMinPitch = 3; ///< pixels from one bar to the next
constexpr int kMaxPitch = 26;
constexpr int kLabelGap = 8;
constexpr int kWheelStep = 120;

} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void Timeline::showResults(const ArticleResults &results)
{
    const auto library = results.library();
    setVisible(library && library->lookups().months().count > 0);
    m_months = results.months();
    m_chosen = core::datesInUse(results.query());
    layOut();
}

void Timeline::layOut()
{
    std::vector<TimelineBar> bars
        = timelineBars(m_months, m_chosen, (width() - 2 * kMargin) / kMinPitch);
    if (bars == m_bars) {
        return;
    }
    const bool isOtherTime = bars.size() != m_bars.size() || bars.empty()
        || bars.front().first != m_bars.front().first;
    m_bars = std::move(bars);
    if (isOtherTime && !m_isDragging) {
        m_anchor = -1;
        m_cursor = underMouse() ? barAt(mapFromGlobal(QCursor::pos()).x()) : -1;
    }
    m_cursor = std::min(m_cursor, static_cast<int>(m_bars.size()) - 1);
    m_anchor = std::min(m_anchor, static_cast<int>(m_bars.size()) - 1);
    update();
}

QFont Timeline::labelFont() const
{
    QFont font = readableFont(this->font());
    font.setPointSizeF(font.pointSizeF() * 0.8);
    return font;
}

int Timeline::labelHeight() const
{
    return QFontMetrics(labelFont()).height();
}

QSize Timeline::sizeHint() const
{
    return {120, kBarsHeight + labelHeight() + 2};
}

QSize Timeline::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

QRect Timeline::barArea(int index) const
{
    const int count = static_cast<int>(m_bars.size());
    const int room = std::min(width() - 2 * kMargin, count * kMaxPitch);
    const int left = kMargin + index * room / count;
    return {left, 0, kMargin + (index + 1) * room / count - left, barsHeight()};
}

int Timeline::barAt(int x) const
{
    for (int index = 0; index < static_cast<int>(m_bars.size()); ++index) {
        const QRect area = barArea(index);
        if (x >= area.left() && x <= area.right()) {
            return index;
        }
    }
    return -1;
}

/// The bars under the mouse, the drag or the keys; -1 twice when there are none.
std::pair<int, int> Timeline::markedBars() const
{
    if (m_cursor < 0 || m_anchor < 0) {
        return {m_cursor, m_cursor};
    }
    return std::minmax({m_anchor, m_cursor});
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(kMargin, barsHeight() - 1, width() - kMargin, barsHeight() - 1);
    if (!m_bars.empty()) {
        paintBars(painter);
    }
    paintLabels(painter);
    if (hasFocus() && m_cursor < 0) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(kMargin - 4, 0, 3 - kMargin, -1));
    }
}

void Timeline::paintBars(QPainter &painter) const
{
    std::uint32_t most = 1;
    bool hasChosen = false;
    for (const TimelineBar &bar : m_bars) {
        most = std::max(most, bar.articles);
        hasChosen = hasChosen || bar.isChosen;
    }
    const auto [firstMarked, lastMarked] = markedBars();
    QColor plain = quietText(palette());
    plain.setAlphaF(hasChosen ? 0.35F : 0.6F);
    const QColor chosen = palette().color(QPalette::Highlight);
    QColor ground = chosen;
    ground.setAlphaF(0.16F);
    for (int index = 0; index < static_cast<int>(m_bars.size()); ++index) {
        const TimelineBar &bar = m_bars[static_cast<std::size_t>(index)];
        const QRect area = barArea(index);
        const bool isMarked = index >= firstMarked && index <= lastMarked;
        if (isMarked) {
            painter.fillRect(area, ground);
        }
        if (bar.articles > 0) {
            const auto share = double(bar.articles) / most;
            const int tall = std::max(2, qRound(share * (barsHeight() - 1)));
            const int gap = area.width() > kMinPitch ? 1 : 0;
            painter.fillRect(area.left(), barsHeight() - tall, area.width() - gap, tall,
                             bar.isChosen || isMarked ? chosen : plain);
        }
    }
}

QString Timeline::markedText() const
{
    const auto [first, last] = markedBars();
    if (first < 0) {
        return {};
    }
    std::uint32_t articles = 0;
    for (int index = first; index <= last; ++index) {
        articles += m_bars[static_cast<std::size_t>(index)].articles;
    }
    return timelineText(m_bars[static_cast<std::size_t>(first)].first,
                        m_bars[static_cast<std::size_t>(last)].last, articles);
}

/// Under the bars: what mouse or keys point at, else the years where they begin.
void Timeline::paintLabels(QPainter &painter) const
{
    const QFont font = labelFont();
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(quietText(palette()));
    const QRect line(kMargin, barsHeight() + 1, width() - 2 * kMargin, labelHeight());
    const QString marked = markedText();
    if (!marked.isEmpty()) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(marked, Qt::ElideRight, line.width()));
        return;
    }
    int free = line.left();
    for (int index = 0; index < static_cast<int>(m_bars.size()); ++index) {
        const int month = m_bars[static_cast<std::size_t>(index)].first;
        if (index > 0 && month % 12 != 0) {
            continue;
        }
        const QString year = QString::number(month / 12);
        const int left = barArea(index).left();
        const int right = left + metrics.horizontalAdvance(year);
        if (left >= free && right <= width()) {
            painter.drawText(QPoint(left, line.top() + metrics.ascent()), year);
            free = right + kLabelGap;
        }
    }
}

void Timeline::describe()
{
    const QString text = markedText();
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
    update();
}

bool Timeline::isChosenAlone(int first, int last) const
{
    for (int index = 0; index < static_cast<int>(m_bars.size()); ++index) {
        if (m_bars[static_cast<std::size_t>(index)].isChosen != (index >= first && index <= last)) {
            return false;
        }
    }
    return true;
}

void Timeline::request(int first, int last)
{
    const bool isAgain = m_chosen && isChosenAlone(first, last);
    emit dateRequested(isAgain ? QString()
                               : dateValue(m_bars[static_cast<std::size_t>(first)].first,
                                           m_bars[static_cast<std::size_t>(last)].last));
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const int bar = barAt(qRound(event->position().x()));
    if (event->button() != Qt::LeftButton || bar < 0) {
        event->ignore();
        return;
    }
    m_isDragging = true;
    m_anchor = bar;
    m_cursor = bar;
    describe();
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(qRound(event->position().x()));
    if (m_isDragging && bar < 0) {
        return; // beyond the ends the drag keeps what it has
    }
    if (bar != m_cursor) {
        m_cursor = bar;
        describe();
    }
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging) {
        return;
    }
    const auto [first, last] = markedBars();
    m_isDragging = false;
    m_anchor = -1;
    if (first >= 0) {
        request(first, last);
    }
    describe();
}

void Timeline::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!m_isDragging) {
        m_cursor = -1;
        m_anchor = -1;
        describe();
    }
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    m_wheel += turned.y() != 0 ? turned.y() : turned.x();
    event->accept();
    for (; m_wheel >= kWheelStep; m_wheel -= kWheelStep) {
        step(-1);
    }
    for (; m_wheel <= -kWheelStep; m_wheel += kWheelStep) {
        step(1);
    }
}

/// From the time in use to the one before or after it that has articles.
void Timeline::step(int direction)
{
    const auto isChosen = [](const TimelineBar &bar) { return bar.isChosen; };
    const auto first = std::ranges::find_if(m_bars, isChosen);
    if (first == m_bars.end() || m_months.empty()) {
        return;
    }
    const auto last = std::find_if_not(first, m_bars.end(), isChosen) - 1;
    const int months = last->last - first->first + 1;
    const int from = first->first + direction * months;
    const int oldest = m_months.front().year * 12 + m_months.front().month - 1;
    const int newest = m_months.back().year * 12 + m_months.back().month - 1;
    if (from <= newest && from + months - 1 >= oldest) {
        emit dateRequested(dateValue(from, from + months - 1));
    }
}

void Timeline::moveCursor(int index, bool isExtending)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    if (!isExtending) {
        m_anchor = -1;
    } else if (m_anchor < 0) {
        m_anchor = std::max(m_cursor, 0);
    }
    m_cursor = std::clamp(index, 0, last);
    describe();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = static_cast<int>(m_bars.size()) - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor < 0 ? last : m_cursor - 1, isExtending);
        break;
    case Qt::Key_Right:
        moveCursor(m_cursor + 1, isExtending);
        break;
    case Qt::Key_Home:
        moveCursor(0, isExtending);
        break;
    case Qt::Key_End:
        moveCursor(last, isExtending);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_cursor >= 0) {
            const auto [first, end] = markedBars();
            request(first, end);
        }
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit dateRequested({});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_anchor = -1;
    if (!underMouse()) {
        m_cursor = -1;
    }
    describe();
}

} // namespace lectern::ui
