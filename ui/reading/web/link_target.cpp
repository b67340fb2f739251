#include "ui/reading/web/link_target.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

bool isForTheDesktop(const QUrl &url)
{
    return isRemoteImageAddress(url) || (url.scheme() == "mailto"_L1 && !url.path().isEmpty());
}

std::optional<QByteArray> articleAt(const core::Library &library, const QByteArray &path)
{
    const bool isKnown = library.findPath(path.toStdString()).has_value();
    return isKnown ? std::optional(path) : std::nullopt;
}

/// The article that a site would show at \a path.
std::optional<QByteArray> articleServedAt(const core::Library &library, QByteArray path)
{
    while (path.endsWith('/')) {
        path.chop(1);
    }
    QByteArray stem = path;
    if (stem.endsWith(".html")) {
        stem.chop(5);
    }
    const QByteArray folder = stem.isEmpty() ? QByteArray() : stem + '/';
    for (const QByteArray &candidate :
         {path, QByteArray(stem + ".md"), QByteArray(stem + ".markdown"),
          QByteArray(folder + "index.md"), QByteArray(folder + "_index.md"),
          QByteArray(folder + "README.md")}) {
        if (auto article = articleAt(library, candidate)) {
            return article;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> linkedArticle(const core::Library &library, const QByteArray &path)
{
    for (const char *const prefix : {"", "content/", "source/", "docs/"}) {
        if (auto article = articleServedAt(library, prefix + path)) {
            return article;
        }
    }
    return std::nullopt;
}

/// The address of \a url's path on the site that the article \a from was taken from.
std::optional<QUrl> onTheSourceSite(const QUrl &url, const core::Library &library,
                                    const QByteArray &from)
{
    const auto row = library.findPath(from.toStdString());
    const std::string_view source = row ? library.source(*row) : std::string_view();
    QUrl site = QUrl::fromEncoded({source.data(), static_cast<qsizetype>(source.size())});
    if (!isRemoteImageAddress(site)) {
        return std::nullopt;
    }
    QUrl target;
    target.setScheme(site.scheme());
    target.setAuthority(site.authority());
    return target.resolved(QUrl::fromEncoded(
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded)));
}

} // namespace

LinkTarget linkTarget(const QUrl &url, const core::Library &library, const QByteArray &from)
{
    if (auto filter = filterLink(url)) {
        return *filter;
    }
    if (isForTheDesktop(url)) {
        return url;
    }
    const bool isRoot = url.matches(articleUrl({}), QUrl::RemoveFragment);
    const auto path = isRoot ? QByteArray() : libraryPath(url);
    if (!path) {
        return {};
    }
    if (auto article = linkedArticle(library, *path)) {
        return ArticleLink{*article, url.fragment()};
    }
    if (auto outside = onTheSourceSite(url, library, from)) {
        return *outside;
    }
    return {};
}

} // namespace lectern::ui
