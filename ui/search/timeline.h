#pragma once

#include "ui/search/timeline_bars.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace lectern::ui {

class ArticleResults;

/// How many articles are from when, as small bars. A click asks for a bar's time, again for none; a
/// drag asks for a range, the wheel for the time before or after. With the keyboard: arrows, with
/// Shift to extend, Enter; Delete for none. Takes no room while no article is dated.
class Timeline final : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void showResults(const ArticleResults &results);

    const std::vector<TimelineBar> &bars() const { return m_bars; }

    /// Where bar \a index can be clicked.
    QRect barArea(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What `date:` shall be; empty: nothing.
    void dateRequested(const QString &value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    QFont labelFont() const;
    int labelHeight() const;
    int barAt(int x) const;

    int barsHeight() const { return height() - labelHeight(); }

    std::pair<int, int> markedBars() const;
    bool isChosenAlone(int first, int last) const;
    void request(int first, int last);
    void step(int direction);
    void moveCursor(int index, bool isExtending);
    void describe();
    void paintBars(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    QString markedText() const;

    std::vector<core::MonthCount> m_months;
    std::optional<core::QueryRange> m_chosen;
    std::vector<TimelineBar> m_bars;
    int m_anchor = -1; ///< where a drag or an extended selection began; -1: nowhere
    int m_cursor = -1; ///< the bar under mouse or keys
    bool m_isDragging = false;
    int m_wheel = 0; ///< what smooth wheels have turned so far
};

} // namespace lectern::ui
