#include "ui/common/language_name.h"

#include <QLocale>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// The language in its own words, without the region that QLocale would add.
QString nativeName(const QString &tag)
{
    const QLocale locale(QString(tag).replace(u'-', u'_'));
    switch (locale.language()) {
    case QLocale::C:
        return {};
    case QLocale::Chinese:
        return u"中文"_s;
    case QLocale::English:
        return u"English"_s;
    default:
        return locale.nativeLanguageName();
    }
}

} // namespace

QString languageName(const QString &tag)
{
    const QString name = nativeName(tag);
    return name.isEmpty() ? tag : u"%1 (%2)"_s.arg(name, tag);
}

} // namespace lectern::ui
