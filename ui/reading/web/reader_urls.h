#pragma once

#include "core/library/library.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace lectern::ui {

/// The addresses inside the reading view:
///
///     lectern://library/<percent-encoded relative path>   an article's page, or an image by it
///     lectern://app/page/<file>                           a style sheet or font of the program
///     lectern-image://remote/<percent-encoded address>    an image from the network
///     lectern-filter:<category|tag|language>/<name>       a click that filters; never loaded
///
/// A page's address is its article's path, so relative images and links resolve by URL rules.
/// All functions are pure.

inline constexpr QLatin1String kReaderScheme("lectern");
inline constexpr QLatin1String kImageScheme("lectern-image");
inline constexpr QLatin1String kFilterScheme("lectern-filter");

/// The page of the article at \a path (relative, raw bytes).
QUrl articleUrl(const QByteArray &path);

/// The path (relative, raw bytes) that \a url names below the library. Empty when it names none.
std::optional<QByteArray> libraryPath(const QUrl &url);

/// The same for an image of the site around the library: lectern://site/path.
std::optional<QByteArray> sitePath(const QUrl &url);

/// The file below the program's page resources that \a url names, without folders:
/// `lectern://app/page/NAME`, or `lectern://library//page/NAME` for what must be of the page's
/// origin.
std::optional<QString> pageResource(const QUrl &url);

bool isRemoteImageAddress(const QUrl &url);

/// The address that \a remote (http or https) is redirected to, and back.
QUrl imageUrl(const QUrl &remote);
std::optional<QUrl> remoteImage(const QUrl &imageUrl);

struct FilterLink
{
    core::Taxonomy taxonomy = core::Taxonomy::Category;
    QString name;
};

std::optional<FilterLink> filterLink(const QUrl &url);

} // namespace lectern::ui
