#pragma once

#include "core/image/image_failure.h"
#include "core/page/page.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lectern::ui {

/// What the reading view is given for an address.
struct Content
{
    QByteArray mimeType;
    QByteArray bytes;
    std::optional<core::PageFacts> facts; ///< of an article
};

/// As core::readPage(), and its facts. Reads the disk; any thread.
Content loadArticle(const core::PageSetup &setup, std::string_view path);

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
