#include "app/settings.h"

#include <QSettings>
#include <QStandardPaths>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

const QString kLanguage = u"window/language"_s;
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
    return {.language = ini.value(kLanguage).toString().left(16),
            .mayFetchImages = ini.value(kFetchImages, standard.mayFetchImages).toBool()};
}

void saveSettings(const Settings &settings, const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(kLanguage, settings.language);
    ini.setValue(kFetchImages, settings.mayFetchImages);
}

} // namespace lectern::app
