#include "ui/window/window_style.h"

#include "ui/common/appearance.h"
#include "ui/common/window_palette.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_choices.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QWidget>

namespace lectern::ui {

namespace {

constexpr double kZoomStep = 1.1;

} // namespace

WindowStyle::WindowStyle(QWidget *window, const WindowActions &actions)
    : QObject(window)
    , m_actions(actions)
    , m_palette(new WindowPalette(window))
{
    const auto on = [this, &actions](Action id, auto slot) {
        connect(actions[id], &QAction::triggered, this, slot);
    };
    on(Action::ZoomIn, [this] { zoomTo(m_choice.zoom * kZoomStep); });
    on(Action::ZoomOut, [this] { zoomTo(m_choice.zoom / kZoomStep); });
    on(Action::ZoomReset, [this] { zoomTo(1); });
    connect(actions.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        choose({static_cast<ThemeChoice>(action->data().toInt()), m_choice.zoom});
    });
}

void WindowStyle::choose(const StyleChoice &choice)
{
    const core::PageStyle style = pageStyleOf(choice, QApplication::palette());
    m_choice = {choice.theme, style.zoom};
    check(m_actions.themes, choice.theme);
    m_palette->set(choice.theme == ThemeChoice::System ? QPalette() : paletteFor(style.theme));
    emit changed(style);
}

void WindowStyle::zoomTo(double factor)
{
    choose({m_choice.theme, factor});
    emit zoomed(m_choice.zoom);
}

} // namespace lectern::ui
