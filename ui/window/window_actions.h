#pragma once

#include "ui/reading/reading_actions.h"
#include "ui/window/action_table.h"

#include <QCoreApplication>

#include <array>
#include <cstddef>

class QAction;
class QActionGroup;
class QWidget;

namespace lectern::ui {

/// The actions of the window: menus, buttons and keys all go through these. Owned by the window;
/// they do nothing until it connects them.
class WindowActions final
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::WindowActions)

public:
    explicit WindowActions(QWidget *window);

    QAction *operator[](Action id) const { return m_actions[static_cast<std::size_t>(id)]; }

    ReadingActions ofReading() const;

    /// Those that need a library or an article work while there is one.
    void setWhatIsThere(bool hasLibrary, bool hasArticle);

    QActionGroup *themes; ///< data: ThemeChoice as int
    QActionGroup *repairs; ///< data: core::Repair as int; any number of them is checked
    QActionGroup *orders; ///< data: see orderOf

private:
    std::array<QAction *, kActionKinds> m_actions{};
};

} // namespace lectern::ui
