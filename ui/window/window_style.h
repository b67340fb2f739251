#pragma once

#include "core/page/page_style.h"
#include "ui/common/style_choice.h"

#include <QObject>

class QWidget;

namespace lectern::ui {

class WindowActions;
class WindowPalette;

/// How a window and its articles look: what was chosen by its actions, on the desktop as it is now.
class WindowStyle final : public QObject
{
    Q_OBJECT

public:
    /// The palette is that of \a window. Nothing is chosen yet.
    WindowStyle(QWidget *window, const WindowActions &actions);

    const StyleChoice &choice() const { return m_choice; }

    void choose(const StyleChoice &choice);

    /// To be called when the palette of the program, which is the desktop's, has changed.
    void followDesktop() { choose(m_choice); }

signals:
    void changed(const core::PageStyle &style);
    /// A person asked for another size.
    void zoomed(double factor);

private:
    void zoomTo(double factor);

    const WindowActions &m_actions;
    WindowPalette *m_palette;
    StyleChoice m_choice;
};

} // namespace lectern::ui
