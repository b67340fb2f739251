#include "ui/highlights/highlight_file.h"

#include "ui/common/qt_text.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxLinks = 40; // as many as Linux follows

/// Where \a file would be written, its links followed; empty where its folder is not there.
QString realPath(const QString &file)
{
    QFileInfo info(file);
    for (int links = 0; info.isSymLink() && links < kMaxLinks; ++links) {
        info = QFileInfo(info.symLinkTarget());
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QString() : folder + u'/' + info.fileName();
}

bool isBelow(const QString &file, const QString &folder)
{
    return file.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

} // namespace

QString suffixOf(core::HighlightFormat format)
{
    switch (format) {
    case core::HighlightFormat::Markdown:
        return u"md"_s;
    case core::HighlightFormat::Csv:
        return u"csv"_s;
    case core::HighlightFormat::Json:
        return u"json"_s;
    }
    return {};
}

core::HighlightFormat formatOf(const QString &file, core::HighlightFormat otherwise)
{
    using core::HighlightFormat;
    for (const HighlightFormat format :
         {HighlightFormat::Markdown, HighlightFormat::Csv, HighlightFormat::Json}) {
        if (QFileInfo(file).suffix().compare(suffixOf(format), Qt::CaseInsensitive) == 0) {
            return format;
        }
    }
    return otherwise;
}

WrittenFile writeOutside(std::string_view folder, const QString &file, std::string_view bytes)
{
    using Outcome = WrittenFile::Outcome;
    const QString real = realPath(file);
    if (real.isEmpty()) {
        return {Outcome::NoFolder};
    }
    const QString root = QFileInfo(QFile::decodeName(toQByteArray(folder))).canonicalFilePath();
    if (!root.isEmpty() && isBelow(real, root)) {
        return {Outcome::InFolder};
    }
    QSaveFile out(real);
    const auto size = static_cast<qint64>(bytes.size());
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes.data(), size) != size || !out.commit()) {
        return {Outcome::NotWritten, out.errorString()};
    }
    return {Outcome::Written};
}

} // namespace lectern::ui
