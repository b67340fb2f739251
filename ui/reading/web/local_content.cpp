#include "ui/reading/web/local_content.h"

#include "core/article/article.h"
#include "core/article/article_file.h"
#include "core/base/disk.h"
#include "core/image/image_type.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>

namespace lectern::ui {

namespace {

namespace fs = std::filesystem;

QByteArray toQt(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool endsWithIgnoringCase(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size()
        && std::ranges::equal(text.substr(text.size() - ending.size()), ending,
                              [](char one, char other) { return (one | 0x20) == (other | 0x20); });
}

bool isHugoSite(const fs::path &folder)
{
    constexpr std::array<const char *, 8> kMarks{
        "hugo.toml",   "hugo.yaml",   "hugo.yml",        "hugo.json",
        "config.toml", "config.yaml", "config/_default", "_config.yml",
    };
    return std::ranges::any_of(kMarks, [&folder](const char *mark) {
        std::error_code ignored;
        return fs::exists(folder / mark, ignored);
    });
}

/// The nearest folder above \a root that holds a site's configuration.
std::optional<std::string> siteAbove(const std::string &root)
{
    constexpr int kMaxLevels = 6;
    fs::path folder = fs::path(root).lexically_normal();
    for (int level = 0; level < kMaxLevels && folder.has_relative_path(); ++level) {
        folder = folder.parent_path();
        if (isHugoSite(folder)) {
            return folder.string();
        }
    }
    return std::nullopt;
}

core::Result<core::FileBytes> readImageFile(const std::string &root, std::string_view path)
{
    const std::string relative(path);
    auto file = core::readFileBelow(root, relative, core::kMaxLocalImageBytes);
    if (!file && file.error().code == core::ErrorCode::NotFound) {
        file = core::readFileBelow(root, "static/" + relative, core::kMaxLocalImageBytes);
    }
    if (!file && file.error().code == core::ErrorCode::NotFound) {
        if (const auto site = siteAbove(root)) {
            file = core::readFileBelow(*site, "static/" + relative, core::kMaxLocalImageBytes);
        }
    }
    return file;
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

bool isArticlePath(std::string_view path)
{
    return endsWithIgnoringCase(path, ".md") || endsWithIgnoringCase(path, ".markdown");
}

Content loadArticle(const std::string &root, std::string_view path, core::FindArticle findArticle,
                    core::Repairs repairs, const core::PageOptions &options)
{
    const core::Article article = core::readArticleFile(root, path).article;
    const core::LinkResolver resolver(root, std::string(path), std::move(findArticle));
    const core::RenderedBody body = core::renderBody(
        article,
        {.repairs = repairs, .scriptMarks = core::ScriptMarks::Runs, .resolver = &resolver});
    return {"text/html; charset=utf-8", toQt(core::articlePage(article, body, options))};
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
        return Content{"image/svg+xml", toQt(bytes)};
    }
    const auto info = core::readImageInfo(bytes);
    if (!info) {
        return failureOf(info.error().code);
    }
    return Content{toQt(core::mimeType(info.value().type)), toQt(bytes)};
}

} // namespace

std::variant<Content, core::ImageFailure> loadSiteImage(const std::string &root,
                                                        std::string_view path)
{
    const core::LinkResolver resolver(root, "");
    return imageIn(
        core::readFileBelow(resolver.siteRoot(), std::string(path), core::kMaxLocalImageBytes));
}

std::variant<Content, core::ImageFailure> loadLocalImage(const std::string &root,
                                                         std::string_view path)
{
    return imageIn(readImageFile(root, path));
}

} // namespace lectern::ui
