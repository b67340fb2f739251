#include "ui/reading/web/reader_urls.h"

#include "ui/reading/reader_view.h"

#include <QCoreApplication>
#include <QWebEngineUrlScheme>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kLibraryHost("library");
constexpr QLatin1String kSiteHost("site");
constexpr QLatin1String kAppHost("app");
constexpr QLatin1String kRemoteHost("remote");

/// The path of \a url as raw bytes without its first slash. QUrl's own decoding would replace what
/// is not UTF-8.
QByteArray rawPath(const QUrl &url)
{
    return QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).mid(1).toLatin1());
}

bool isAt(const QUrl &url, QLatin1String scheme, QLatin1String host)
{
    return url.scheme() == scheme && url.host() == host;
}

std::optional<QByteArray> pathAt(const QUrl &url, QLatin1String host)
{
    const QByteArray path = rawPath(url);
    if (!isAt(url, kReaderScheme, host) || path.isEmpty() || path.contains('\0')) {
        return std::nullopt;
    }
    return path;
}

std::optional<core::Taxonomy> taxonomyFromName(const QString &name)
{
    if (name == "category"_L1) {
        return core::Taxonomy::Category;
    }
    if (name == "tag"_L1) {
        return core::Taxonomy::Tag;
    }
    if (name == "language"_L1) {
        return core::Taxonomy::Language;
    }
    return std::nullopt;
}

void registerScheme(QLatin1String name)
{
    QWebEngineUrlScheme scheme(QByteArray(name.data(), name.size()));
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

} // namespace

QUrl articleUrl(const QByteArray &path)
{
    const QByteArray url = "lectern://library/" + path.toPercentEncoding("/");
    return QUrl::fromEncoded(url);
}

std::optional<QByteArray> libraryPath(const QUrl &url)
{
    return pathAt(url, kLibraryHost);
}

std::optional<QByteArray> sitePath(const QUrl &url)
{
    return pathAt(url, kSiteHost);
}

std::optional<QString> pageResource(const QUrl &url)
{
    // Fonts come from the origin of the page, since the engine lets no other give them. No path of
    // a library begins with a slash.
    const QLatin1String folder
        = isAt(url, kReaderScheme, kLibraryHost) ? "//page/"_L1 : "/page/"_L1;
    const QString path = url.path();
    if ((!isAt(url, kReaderScheme, kAppHost) && !isAt(url, kReaderScheme, kLibraryHost))
        || !path.startsWith(folder)) {
        return std::nullopt;
    }
    const QString file = path.mid(folder.size());
    if (file.isEmpty() || file.contains(u'/') || file.contains(".."_L1)) {
        return std::nullopt;
    }
    return file;
}

bool isRemoteImageAddress(const QUrl &url)
{
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

QUrl imageUrl(const QUrl &remote)
{
    const QByteArray url = "lectern-image://remote/" + remote.toEncoded().toPercentEncoding();
    return QUrl::fromEncoded(url);
}

std::optional<QUrl> remoteImage(const QUrl &imageUrl)
{
    const QUrl remote = QUrl::fromEncoded(rawPath(imageUrl));
    if (!isAt(imageUrl, kImageScheme, kRemoteHost) || !isRemoteImageAddress(remote)) {
        return std::nullopt;
    }
    return remote;
}

std::optional<FilterLink> filterLink(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    const qsizetype slash = path.indexOf(u'/');
    const auto taxonomy = taxonomyFromName(path.left(slash));
    if (url.scheme() != kFilterScheme || slash < 0 || !taxonomy) {
        return std::nullopt;
    }
    const QByteArray name = QByteArray::fromPercentEncoding(path.mid(slash + 1).toLatin1());
    return FilterLink{*taxonomy, QString::fromUtf8(name)};
}

void registerReaderSchemes()
{
    // What the engine's module would ask for itself if it could run before QApplication.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    registerScheme(kReaderScheme);
    registerScheme(kImageScheme);
}

} // namespace lectern::ui
