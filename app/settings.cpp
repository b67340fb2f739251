#include "app/settings.h"

#include "core/base/wall_clock.h"

#include <QSettings>
#include <QStandardPaths>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

const QString kLanguage = u"window/language"_s;
const QString kZone = u"library/zone"_s;
const QString kFetchImages = u"images/fetch"_s;

} // namespace

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/lectern/lectern.ini"_s;
}

Settings loadSettings(const QString &file)
{
    const QSettings ini(file, QSettings::IniFormat);
    const Settings standard;
    const QString named = ini.value(kZone).toString();
    const QString zone = core::isKnownZone(named.toStdString()) ? named : QString();
    return {.language = ini.value(kLanguage).toString().left(16),
            .mayFetchImages = ini.value(kFetchImages, standard.mayFetchImages).toBool(),
            .zone = zone};
}

void saveSettings(const Settings &settings, const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(kLanguage, settings.language);
    ini.setValue(kFetchImages, settings.mayFetchImages);
    ini.setValue(kZone, settings.zone);
}

} // namespace lectern::app
