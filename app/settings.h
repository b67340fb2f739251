#pragma once

#include "ui/session/reading_states.h"

#include <QString>

namespace lectern::app {

/// What a person sets once, in `lectern/lectern.ini` of the XDG configuration folder. A missing or
/// odd file or value means the default.
struct Settings
{
    QString language; ///< of the window, such as `zh_CN`; empty: the desktop's
    bool mayFetchImages = true;
    QString zone; ///< of dates written without one, such as `Asia/Shanghai`; empty: the local one
    ui::ReadRule readRule{}; ///< when an article counts as read

    bool operator==(const Settings &) const = default;
};

QString settingsFile();
Settings loadSettings(const QString &file);
void saveSettings(const Settings &settings, const QString &file);

} // namespace lectern::app
