#include "ui/window/recent_folders.h"

#include "ui/window/session_text.h"

#include <QMenu>

#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxFolders = 10;

} // namespace

void RecentFolders::setList(const QStringList &folders)
{
    m_folders = folders.mid(0, kMaxFolders);
}

void RecentFolders::add(const QString &folder)
{
    if (folder == m_folders.value(0)) {
        return;
    }
    m_folders.removeAll(folder);
    m_folders.prepend(folder);
    m_folders = m_folders.mid(0, kMaxFolders);
    emit changed();
}

void RecentFolders::fill(QMenu *menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { refill(menu); });
}

void RecentFolders::refill(QMenu *menu)
{
    menu->clear();
    for (const QString &folder : std::as_const(m_folders)) {
        QAction *action = menu->addAction(readableFolder(folder).replace(u"&"_s, u"&&"_s));
        connect(action, &QAction::triggered, this, [this, folder] { emit picked(folder); });
    }
    menu->addAction(tr("None yet"))->setEnabled(false);
    menu->actions().constLast()->setVisible(m_folders.isEmpty());
}

} // namespace lectern::ui
