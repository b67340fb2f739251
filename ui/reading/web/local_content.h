#pragma once

#include "core/image/image_failure.h"
#include "core/markdown/links/link_resolver.h"
#include "core/page/article_page.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <variant>

namespace lectern::ui {

/// What the reading view is given for an address.
struct Content
{
    QByteArray mimeType;
    QByteArray bytes;
};

/// The page of an article, with links and images resolved; \a findArticle may be empty. Never
/// fails: an unreadable file is a page that says so. Reads the disk; any thread.
Content loadArticle(const std::string &root, std::string_view path, core::FindArticle findArticle,
                    core::Repairs repairs, const core::PageOptions &options);

/// The image at \a path below the folder of the site that \a root is a part of. Reads the disk; any
/// thread.
std::variant<Content, core::ImageFailure> loadSiteImage(const std::string &root,
                                                        std::string_view path);

/// The image that an article refers to as \a path: below \a root as it is, or where LinkResolver
/// finds it in the site that \a root is a part of. The type is what the bytes say; SVG is
/// allowed because it is only ever shown as an image, where it can neither run nor load anything.
/// Reads the disk; any thread.
std::variant<Content, core::ImageFailure> loadLocalImage(const std::string &root,
                                                         std::string_view path);

} // namespace lectern::ui
