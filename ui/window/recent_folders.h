#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace lectern::ui {

/// The folders that were open, the latest first.
class RecentFolders final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QStringList &list() const { return m_folders; }

    void setList(const QStringList &folders);
    void add(const QString &folder);

    /// Fills \a menu with them whenever it is about to show.
    void fill(QMenu *menu);

signals:
    void changed();
    void picked(const QString &folder);

private:
    void refill(QMenu *menu);

    QStringList m_folders;
};

} // namespace lectern::ui
