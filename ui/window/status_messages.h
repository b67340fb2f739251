#pragma once

#include <QCoreApplication>
#include <QString>

class QStatusBar;
class QUrl;

namespace lectern::ui {

/// What the status bar says. GUI thread.
class StatusMessages final
{
    Q_DECLARE_TR_FUNCTIONS(lectern::ui::StatusMessages)

public:
    /// \a bar must outlive it.
    explicit StatusMessages(QStatusBar &bar)
        : m_bar(bar)
    {}

    /// That not every change shows at once.
    void sayWatchIsLimited();
    /// Which of the marked places is shown; 0: how many there are.
    void sayPlace(int current, int total);
    void sayZoom(double factor);
    /// Where a link leads; nothing for an empty one.
    void showLink(const QUrl &url);
    /// That \a folder could not be read again. It stays until it is taken back.
    void sayItIsOutdated(const QString &folder);
    void takeBackThatItIsOutdated();

private:
    QStatusBar &m_bar;
    bool m_isOutdatedSaid = false;
};

} // namespace lectern::ui
