#include "app/settings.h"

#include "core/base/wall_clock.h"

#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

const QString kLanguage = u"window/language"_s;
const QString kZone = u"library/zone"_s;
const QString kMarkRead = u"reading/markRead"_s;
const QString kReadSeconds = u"reading/seconds"_s;
const QString kReadPercent = u"reading/percent"_s;
const QString kFetchImages = u"images/fetch"_s;

ui::ReadRule readRuleIn(const QSettings &ini)
{
    const ui::ReadRule standard;
    ui::ReadRule rule = standard;
    rule.isOn = ini.value(kMarkRead, standard.isOn).toBool();
    rule.seconds = std::clamp(ini.value(kReadSeconds, standard.seconds).toInt(), 0, 3600);
    rule.percent = std::clamp(ini.value(kReadPercent, standard.percent).toInt(), 0, 100);
    return rule;
}

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
            .zone = zone,
            .readRule = readRuleIn(ini)};
}

void saveSettings(const Settings &settings, const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.setValue(kLanguage, settings.language);
    ini.setValue(kFetchImages, settings.mayFetchImages);
    ini.setValue(kZone, settings.zone);
    ini.setValue(kMarkRead, settings.readRule.isOn);
    ini.setValue(kReadSeconds, settings.readRule.seconds);
    ini.setValue(kReadPercent, settings.readRule.percent);
}

} // namespace lectern::app
