#include "ui/common/window_palette.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace lectern::ui {

namespace {

bool isOver(const QWidget *widget, const QWidget *window)
{
    while (widget != nullptr && widget != window) {
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

} // namespace

WindowPalette::WindowPalette(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

void WindowPalette::set(const QPalette &palette)
{
    m_palette = palette;
    m_window->setPalette(palette);
    m_popups.removeAll(nullptr);
    for (const QPointer<QWidget> &popup : m_popups) {
        popup->setPalette(palette);
    }
}

/// Every widget is polished once, before it is shown.
bool WindowPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish && watched->isWidgetType()) {
        auto *const widget = static_cast<QWidget *>(watched);
        if (widget != m_window && widget->isWindow() && isOver(widget, m_window)) {
            adopt(widget);
        }
    }
    return false;
}

void WindowPalette::adopt(QWidget *popup)
{
    m_popups.removeAll(nullptr); // a tip is another widget each time
    m_popups.append(popup);
    if (m_palette.resolveMask() != 0) {
        popup->setPalette(m_palette);
    }
}

} // namespace lectern::ui
