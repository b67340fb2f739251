#include "app/saved_search_file.h"

#include "core/base/disk.h"
#include "ui/common/qt_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QStandardPaths>

#include <optional>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logState, "lectern.state")

constexpr int kVersion = 1;
constexpr qint64 kMaxBytes = 4 << 20;

std::optional<QList<ui::SavedSearch>> parseSearches(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object["version"_L1].toInt() != kVersion || !object["searches"_L1].isArray()) {
        return std::nullopt;
    }
    QList<ui::SavedSearch> searches;
    for (const auto &value : object["searches"_L1].toArray()) {
        const ui::SavedSearch search{value["name"_L1].toString(), value["query"_L1].toString()};
        if (!search.name.isEmpty() && !search.line.isEmpty()) {
            searches.append(search);
        }
    }
    return searches;
}

void setAside(const QString &fileName)
{
    QString aside = fileName + u".unreadable"_s;
    for (int number = 2; QFile::exists(aside); ++number) {
        aside = u"%1.unreadable%2"_s.arg(fileName).arg(number);
    }
    const bool isMoved = QFile::rename(fileName, aside);
    qCWarning(logState, "%s cannot be understood%s%s", qPrintable(fileName),
              isMoved ? "; it is kept as " : "", isMoved ? qPrintable(aside) : "");
}

} // namespace

QString savedSearchFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/lectern/searches.json"_s;
}

QList<ui::SavedSearch> loadSavedSearches(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto searches = file.size() > kMaxBytes ? std::nullopt : parseSearches(file.readAll());
    file.close();
    if (!searches) {
        setAside(fileName);
    }
    return searches.value_or(QList<ui::SavedSearch>());
}

core::Status saveSavedSearches(const QList<ui::SavedSearch> &searches, const QString &file)
{
    QJsonArray array;
    for (const ui::SavedSearch &search : searches) {
        array.append(QJsonObject{{u"name"_s, search.name}, {u"query"_s, search.line}});
    }
    const QByteArray json
        = QJsonDocument(QJsonObject{{u"version"_s, kVersion}, {u"searches"_s, array}}).toJson();
    return core::writeFileAtomically(QFile::encodeName(file).toStdString(), ui::toView(json));
}

} // namespace lectern::app
