#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace lectern::ui {

/// UTF-8 of core as the text of Qt; ill-formed bytes become U+FFFD.
inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Raw bytes (a path) as they are.
inline QByteArray toQByteArray(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/// A view of \a bytes; valid as long as they are.
inline std::string_view toView(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace lectern::ui
