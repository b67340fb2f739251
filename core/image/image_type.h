#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lectern::core {

/// What the reading view shows. SVG is not among them: it is a program's worth of features, so it
/// is only shown from the user's own folder (see looksLikeSvg()).
enum class ImageType : std::uint8_t { Png, Jpeg, Gif, Webp, Avif, Bmp, Ico };

/// Decoded, 40 million pixels are 160 MB; a 1.2 MB PNG that claimed 400 million took the page's
/// process 1.6 GB.
inline constexpr std::uint64_t kMaxImagePixels = 40'000'000;
/// So many bytes always tell an image's type.
inline constexpr std::size_t kTypeBytes = 144;
inline constexpr std::size_t kMaxRemoteImageBytes = 15U << 20U;
inline constexpr std::size_t kMaxLocalImageBytes = 64U << 20U;

/// What an image's header says. \c width and \c height are at least 1 and the largest that a
/// decoder would be asked for (an icon file holds several pictures).
struct ImageInfo
{
    ImageType type = ImageType::Png;
    std::uint32_t width = 0;
    std::uint32_t height = 0;

    std::uint64_t pixels() const { return std::uint64_t{width} * height; }

    bool operator==(const ImageInfo &) const = default;
};

/// The type that the first bytes show; a name or a Content-Type is never asked. Empty when they are
/// no image's. kTypeBytes decide. Pure; any thread.
std::optional<ImageType> imageTypeOf(std::string_view bytes);

/// Type and size from the header. Fails with Unsupported (no image), Malformed (the header is cut
/// or contradicts itself) or TooLarge (more than kMaxImagePixels). Reads no pixel. O(header). Pure;
/// any thread.
Result<ImageInfo> readImageInfo(std::string_view bytes);

/// Whether \a bytes are an SVG document: its first element, after declarations and comments.
bool looksLikeSvg(std::string_view bytes);

/// `image/png` and so on.
std::string_view mimeType(ImageType type);

} // namespace lectern::core
