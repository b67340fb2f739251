#include "app/session_state.h"

#include "core/base/disk.h"
#include "ui/common/qt_text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace lectern::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr qint64 kMaxBytes = 1 << 20;

QString toBase64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

/// The enum value whose number \a value holds, from 0 to \a last; else the first.
template <typename Enum>
Enum toEnum(const QJsonValue &value, Enum last)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : Enum();
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &entry : value.toArray()) {
        if (!entry.toString().isEmpty()) {
            strings.append(entry.toString());
        }
    }
    return strings;
}

QList<int> toNumbers(const QJsonValue &value)
{
    QList<int> numbers;
    for (const auto &entry : value.toArray()) {
        numbers.append(entry.toInt(-1));
    }
    return numbers;
}

/// Those that are not made are written down, so that new ones are made.
core::Repairs toRepairs(const QJsonValue &value)
{
    return core::Repairs::fromNumber(~static_cast<std::uint32_t>(value.toInt()));
}

int leftAsWritten(core::Repairs repairs)
{
    return static_cast<int>(core::Repairs::all().toNumber() & ~repairs.toNumber());
}

QJsonObject readObject(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxBytes) {
        return {};
    }
    return QJsonDocument::fromJson(file.read(kMaxBytes)).object();
}

} // namespace

QString sessionStateFile()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    const bool isUsable = QDir::isAbsolutePath(home); // the specification ignores relative paths
    return (isUsable ? home : QDir::homePath() + u"/.local/state"_s) + u"/lectern/window.json"_s;
}

ui::WindowState loadSessionState(const QString &file)
{
    const QJsonObject object = readObject(file);
    if (object["version"_L1].toInt() != kVersion) {
        return {};
    }
    const double zoom = object["zoom"_L1].toDouble(1);
    return {.geometry = fromBase64(object["geometry"_L1]),
            .paneWidths = toNumbers(object["paneWidths"_L1]),
            .isSidebarShown = object["sidebar"_L1].toBool(true),
            .areContentsShown = object["contents"_L1].toBool(),
            .recentFolders = toStrings(object["recentFolders"_L1]),
            .article = fromBase64(object["article"_L1]),
            .queryLine = object["query"_L1].toString(),
            .isTextSearched = object["textSearch"_L1].toBool(),
            .order
            = {.key = toEnum(object["sortKey"_L1], core::SortKey::Weight),
               .direction = toEnum(object["sortDirection"_L1], core::SortDirection::Ascending)},
            .zoom = std::isfinite(zoom) && zoom > 0 ? zoom : 1,
            .theme = toEnum(object["theme"_L1], ui::ThemeChoice::Dark),
            .repairs = toRepairs(object["leftAsWritten"_L1]),
            .highlightColour = toEnum(object["highlightColour"_L1], core::HighlightColour::Red)};
}

core::Status saveSessionState(const ui::WindowState &state, const QString &file)
{
    QJsonArray widths;
    for (const int width : state.paneWidths) {
        widths.append(width);
    }
    const QJsonObject object{
        {u"version"_s, kVersion},
        {u"geometry"_s, toBase64(state.geometry)},
        {u"paneWidths"_s, widths},
        {u"sidebar"_s, state.isSidebarShown},
        {u"contents"_s, state.areContentsShown},
        {u"recentFolders"_s, QJsonArray::fromStringList(state.recentFolders)},
        {u"article"_s, toBase64(state.article)}, // a path is bytes, not text
        {u"query"_s, state.queryLine},
        {u"textSearch"_s, state.isTextSearched},
        {u"sortKey"_s, static_cast<int>(state.order.key)},
        {u"sortDirection"_s, static_cast<int>(state.order.direction)},
        {u"zoom"_s, state.zoom},
        {u"theme"_s, static_cast<int>(state.theme)},
        {u"leftAsWritten"_s, leftAsWritten(state.repairs)},
        {u"highlightColour"_s, static_cast<int>(state.highlightColour)},
    };
    const QByteArray json = QJsonDocument(object).toJson();
    return core::writeFileAtomically(QFile::encodeName(file).toStdString(), ui::toView(json));
}

} // namespace lectern::app
