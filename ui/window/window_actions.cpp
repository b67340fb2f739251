#include "ui/window/window_actions.h"

#include "ui/common/icons.h"
#include "ui/window/window_choices.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// QKeySequence makes one empty key of no text.
QList<QKeySequence> keysOf(const ActionRow &row)
{
    return *row.keys == '\0' ? QList<QKeySequence>()
                             : QKeySequence::listFromString(QLatin1StringView(row.keys));
}

QString tipWithKey(const QString &tip, const QList<QKeySequence> &keys)
{
    const QString key
        = keys.isEmpty() ? QString() : keys.constFirst().toString(QKeySequence::NativeText);
    return key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key);
}

void addSubmenu(QAction *action, QWidget *window)
{
    auto *menu = new QMenu(window);
    menu->setObjectName(action->objectName());
    action->setMenu(menu);
}

QAction *makeAction(QWidget *window, const ActionRow &row)
{
    auto *action = new QAction(WindowActions::tr(row.text), window);
    action->setObjectName(QLatin1StringView(row.name));
    if (*row.icon != '\0') {
        action->setIcon(icon(QLatin1StringView(row.icon), window));
    }
    const QString tip = WindowActions::tr(row.tip);
    action->setShortcuts(keysOf(row));
    action->setStatusTip(tip);
    action->setToolTip(tipWithKey(tip, action->shortcuts()));
    action->setCheckable(row.kind == ActionRow::Kind::Switch);
    action->setEnabled(row.needs == ActionRow::Needs::Nothing);
    if (row.kind == ActionRow::Kind::Submenu) {
        addSubmenu(action, window);
    }
    window->addAction(action);
    return action;
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : themes(makeThemes(window))
    , repairs(makeRepairs(window))
    , orders(makeOrders(window))
{
    for (const ActionRow &row : actionTable()) {
        m_actions[static_cast<std::size_t>(row.id)] = makeAction(window, row);
    }
    (*this)[Action::Sidebar]->setChecked(true);
    (*this)[Action::Themes]->menu()->addActions(themes->actions());
    (*this)[Action::Orders]->menu()->addActions(orders->actions());
    (*this)[Action::Repairs]->menu()->addActions(repairs->actions());
}

void WindowActions::setWhatIsThere(bool hasLibrary, bool hasArticle)
{
    for (const ActionRow &row : actionTable()) {
        if (row.needs == ActionRow::Needs::Library) {
            (*this)[row.id]->setEnabled(hasLibrary);
        } else if (row.needs == ActionRow::Needs::Article) {
            (*this)[row.id]->setEnabled(hasLibrary && hasArticle);
        }
    }
}

ReadingActions WindowActions::ofReading() const
{
    return {.back = (*this)[Action::Back],
            .forward = (*this)[Action::Forward],
            .previousArticle = (*this)[Action::PreviousArticle],
            .nextArticle = (*this)[Action::NextArticle],
            .find = (*this)[Action::Find],
            .contents = (*this)[Action::Contents],
            .findPrevious = (*this)[Action::FindPrevious],
            .findNext = (*this)[Action::FindNext],
            .asWritten = (*this)[Action::AsWritten],
            .changes = (*this)[Action::Changes],
            .repairs = repairs};
}

} // namespace lectern::ui
