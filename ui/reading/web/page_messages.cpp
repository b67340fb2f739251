#include "ui/reading/web/page_messages.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{
    std::pair("ready"_L1, PageMessage::Kind::Ready),
    std::pair("settled"_L1, PageMessage::Kind::Settled),
    std::pair("failed"_L1, PageMessage::Kind::ImageFailed),
    std::pair("retry"_L1, PageMessage::Kind::Retry),
    std::pair("link"_L1, PageMessage::Kind::Link),
    std::pair("copy"_L1, PageMessage::Kind::Copy),
    std::pair("place"_L1, PageMessage::Kind::Place),
    std::pair("selection"_L1, PageMessage::Kind::Selection),
    std::pair("highlight"_L1, PageMessage::Kind::Highlight),
};

QUrl urlIn(const QJsonObject &message, QLatin1StringView key)
{
    return QUrl::fromEncoded(message.value(key).toString().toUtf8());
}

ReadingPlace placeIn(const QJsonObject &message)
{
    constexpr qsizetype kMaxAnchor = 80; // what a page says is not believed
    constexpr qsizetype kMaxHeading = 2000;
    const int progress = message.value("progress"_L1).toInt();
    const int paragraph = message.value("paragraph"_L1).toInt();
    return {.position = {static_cast<std::uint32_t>(std::max(paragraph, 0)),
                         message.value("anchor"_L1).toString().left(kMaxAnchor).toStdString()},
            .progress = static_cast<std::uint16_t>(
                std::clamp(progress, 0, static_cast<int>(core::kWholeProgress))),
            .isEnd = message.value("isEnd"_L1).toBool(),
            .heading = message.value("heading"_L1).toString().left(kMaxHeading)};
}

QRectF boxIn(const QJsonObject &message)
{
    constexpr double kMaxPixels = 1e6; // what a page says is not believed
    const QJsonArray numbers = message.value("box"_L1).toArray();
    const auto pixels = [&](qsizetype place) {
        return std::clamp(numbers.at(place).toDouble(), -kMaxPixels, kMaxPixels);
    };
    return numbers.size() == 4 ? QRectF(pixels(0), pixels(1), pixels(2), pixels(3)) : QRectF();
}

/// The text of a resource; empty when the program was built without it.
QString resourceText(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// \a text as an expression of a script.
QString jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

} // namespace

std::optional<PageMessage> pageMessage(const QJsonObject &message)
{
    const QString name = message.value("kind"_L1).toString();
    const auto kind
        = std::ranges::find_if(kKinds, [&name](const auto &row) { return row.first == name; });
    if (kind == kKinds.end()) {
        return std::nullopt;
    }
    return PageMessage{.kind = kind->second,
                       .page = urlIn(message, "page"_L1),
                       .image = message.value("image"_L1).toInt(),
                       .address = urlIn(message, "address"_L1),
                       .text = message.value("text"_L1).toString(),
                       .place = placeIn(message),
                       .highlight = message.value("highlight"_L1).toInteger(),
                       .box = boxIn(message)};
}

QString readerScript(const QJsonObject &words)
{
    const QString highlights = resourceText(u":/web/highlights_script.js"_s);
    QString script = resourceText(u":/web/reader_script.js"_s);
    if (script.isEmpty() || highlights.isEmpty()) {
        qFatal("the reading view's script is missing from the program");
    }
    const QByteArray json = QJsonDocument(words).toJson(QJsonDocument::Compact);
    script.replace(u"LECTERN_HIGHLIGHTS"_s, highlights);
    return script.replace(u"LECTERN_WORDS"_s, QString::fromUtf8(json));
}

QStringList pageScripts(const core::PageFacts &facts)
{
    QStringList scripts;
    if (facts.hasCode) {
        scripts.append(resourceText(u":/page/highlight.min.js"_s));
    }
    if (facts.hasMath) {
        scripts.append(resourceText(u":/page/katex.min.js"_s));
    }
    scripts.append(resourceText(u":/page/enhance.js"_s));
    scripts.append(u"lectern.enhanced()"_s); // also where one of them failed
    return scripts;
}

QString explainCall(int image, const QString &reason)
{
    return u"lectern.explain(%1, %2)"_s.arg(image).arg(jsonText(reason));
}

QString retryCall(int image)
{
    return u"lectern.retry(%1)"_s.arg(image);
}

QString goToCall(const core::ReadingPosition &position)
{
    return u"lectern.goTo(%1, %2)"_s.arg(position.paragraph)
        .arg(jsonText(QString::fromStdString(position.anchor)));
}

QString goToHeadingCall(const QString &anchor)
{
    return u"lectern.goToHeading(%1)"_s.arg(jsonText(anchor));
}

QString paintCall(const std::vector<PaintedHighlight> &highlights)
{
    static constexpr std::array kNames{"yellow"_L1, "green"_L1, "blue"_L1, "red"_L1};
    QStringList places;
    for (const PaintedHighlight &highlight : highlights) {
        places.append(u"[%1,\"%2\",%3,%4,%5]"_s.arg(highlight.id)
                          .arg(kNames.at(static_cast<std::size_t>(highlight.colour)))
                          .arg(highlight.hasNote ? u"true"_s : u"false"_s)
                          .arg(highlight.start)
                          .arg(highlight.end));
    }
    return u"lectern.paint([%1])"_s.arg(places.join(u','));
}

QString styleCall(const core::PageStyle &style)
{
    const QString theme = QString::fromUtf8(core::rowOf(style.theme).name);
    const QString declarations = QString::fromStdString(core::styleDeclarations(style));
    return u"globalThis.lectern?.setStyle(%1, %2)"_s.arg(jsonText(theme), jsonText(declarations));
}

} // namespace lectern::ui
