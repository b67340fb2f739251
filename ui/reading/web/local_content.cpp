#include "ui/reading/web/local_content.h"

#include "core/base/disk.h"
#include "core/image/image_type.h"
#include "core/markdown/links/link_resolver.h"
#include "core/markdown/urls.h"

#include <utility>

namespace lectern::ui {

namespace {

QByteArray toQt(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Where an address on the page leads: a page's own addresses are those of files, what an article's
/// HTML asks for besides is looked for as its links are.
core::Result<core::FileBytes> readImageFile(const std::string &root, std::string_view path)
{
    auto file = core::readFileBelow(root, path, core::kMaxLocalImageBytes);
    if (file || file.error().code != core::ErrorCode::NotFound) {
        return file;
    }
    const core::LinkResolver resolver(root, "");
    const auto found = resolver.imageFile("/" + core::percentEncodedPath(path));
    return found ? core::readFileBelow(found->root, found->path, core::kMaxLocalImageBytes) : file;
}

core::ImageFailure failureOf(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::NotFound:
        return core::ImageFailure::NotFound;
    case core::ErrorCode::TooLarge:
        return core::ImageFailure::TooManyPixels;
    case core::ErrorCode::Unsupported:
        return core::ImageFailure::NotAnImage;
    case core::ErrorCode::Outside:
        return core::ImageFailure::ForbiddenAddress;
    default:
        return core::ImageFailure::Broken;
    }
}

} // namespace

Content loadArticle(const core::PageSetup &setup, std::string_view path)
{
    core::Page page = core::readPage(setup, path);
    return {"text/html; charset=utf-8", toQt(page.html), std::move(page.facts)};
}

namespace {

std::variant<Content, core::ImageFailure> imageIn(const core::Result<core::FileBytes> &file)
{
    if (!file) {
        return failureOf(file.error().code);
    }
    if (file.value().isCut) {
        return core::ImageFailure::TooLarge;
    }
    const std::string_view bytes = file.value().bytes;
    if (core::looksLikeSvg(bytes)) {
        return Content{"image/svg+xml", toQt(bytes), {}};
    }
    const auto info = core::readImageInfo(bytes);
    if (!info) {
        return failureOf(info.error().code);
    }
    return Content{toQt(core::mimeType(info.value().type)), toQt(bytes), {}};
}

} // namespace

std::variant<Content, core::ImageFailure> loadSiteImage(const std::string &root,
                                                        std::string_view path)
{
    return imageIn(
        core::readFileBelow(core::siteAround(root).root, path, core::kMaxLocalImageBytes));
}

std::variant<Content, core::ImageFailure> loadLocalImage(const std::string &root,
                                                         std::string_view path)
{
    return imageIn(readImageFile(root, path));
}

} // namespace lectern::ui
