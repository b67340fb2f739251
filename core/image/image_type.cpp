#include "core/image/image_type.h"

#include <algorithm>
#include <array>
#include <string>

namespace lectern::core {

namespace {

/// Files name less than ten brands; with the longest box header before them they end within
/// kTypeBytes.
constexpr std::size_t kMaxBrandBytes = kTypeBytes - 16;
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";

/// What a header says before it is checked. Empty: cut or contradictory.
struct Size
{
    std::uint64_t width = 0;
    std::uint64_t height = 0;
};

using MaybeSize = std::optional<Size>;

bool has(std::string_view bytes, std::size_t offset, std::string_view expected)
{
    return offset <= bytes.size() && bytes.substr(offset).starts_with(expected);
}

std::uint64_t byteAt(std::string_view bytes, std::size_t offset)
{
    return static_cast<unsigned char>(bytes[offset]);
}

/// \a count bytes at \a offset, the first one highest. Empty past the end.
std::optional<std::uint64_t> big(std::string_view bytes, std::size_t offset, std::size_t count)
{
    if (offset > bytes.size() || bytes.size() - offset < count) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < count; ++index) {
        value = value << 8U | byteAt(bytes, offset + index);
    }
    return value;
}

/// The same, the first one lowest.
std::optional<std::uint64_t> little(std::string_view bytes, std::size_t offset, std::size_t count)
{
    if (offset > bytes.size() || bytes.size() - offset < count) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (std::size_t index = count; index-- > 0;) {
        value = value << 8U | byteAt(bytes, offset + index);
    }
    return value;
}

MaybeSize sizeOf(std::optional<std::uint64_t> width, std::optional<std::uint64_t> height)
{
    if (!width || !height) {
        return std::nullopt;
    }
    return Size{*width, *height};
}

Size larger(Size one, Size other)
{
    return {std::max(one.width, other.width), std::max(one.height, other.height)};
}

MaybeSize pngSize(std::string_view bytes)
{
    if (!has(bytes, 12, "IHDR")) {
        return std::nullopt;
    }
    return sizeOf(big(bytes, 16, 4), big(bytes, 20, 4));
}

bool isStartOfFrame(std::uint64_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the segments up to the first frame header.
MaybeSize jpegSize(std::string_view bytes)
{
    std::size_t at = 2;
    while (at < bytes.size()) {
        if (byteAt(bytes, at) != 0xFF) {
            return std::nullopt;
        }
        while (at < bytes.size() && byteAt(bytes, at) == 0xFF) {
            ++at; // any number of fill bytes may come before a marker
        }
        const auto marker = big(bytes, at, 1);
        const auto length = big(bytes, at + 1, 2);
        if (!marker || !length || *length < 2 || *marker == 0xDA || *marker == 0xD9) {
            return std::nullopt;
        }
        if (isStartOfFrame(*marker)) {
            return sizeOf(big(bytes, at + 6, 2), big(bytes, at + 4, 2));
        }
        at += 1 + *length;
    }
    return std::nullopt;
}

std::size_t colourTableBytes(std::uint64_t packedField)
{
    return (packedField & 0x80U) == 0 ? 0 : std::size_t{3} << ((packedField & 7U) + 1);
}

/// Past a chain of GIF data sub-blocks. Empty when it does not end.
std::optional<std::size_t> afterSubBlocks(std::string_view bytes, std::size_t at)
{
    while (at < bytes.size()) {
        const std::size_t length = byteAt(bytes, at);
        at += 1 + length;
        if (length == 0) {
            return at;
        }
    }
    return std::nullopt;
}

/// The screen, or the first frame where that is larger: decoders enlarge the screen for it.
MaybeSize gifSize(std::string_view bytes)
{
    const MaybeSize screen = sizeOf(little(bytes, 6, 2), little(bytes, 8, 2));
    const auto packedField = big(bytes, 10, 1);
    if (!screen || !packedField) {
        return std::nullopt;
    }
    std::size_t at = 13 + colourTableBytes(*packedField);
    while (has(bytes, at, "!")) {
        const auto next = afterSubBlocks(bytes, at + 2);
        if (!next) {
            return screen;
        }
        at = *next;
    }
    const MaybeSize frame = sizeOf(little(bytes, at + 5, 2), little(bytes, at + 7, 2));
    if (!has(bytes, at, ",") || !frame) {
        return screen;
    }
    const std::uint64_t left = *little(bytes, at + 1, 2);
    const std::uint64_t top = *little(bytes, at + 3, 2);
    return larger(*screen, {left + frame->width, top + frame->height});
}

MaybeSize webpLosslessSize(std::string_view bytes)
{
    const auto bits = little(bytes, 21, 4);
    if (!has(bytes, 20, "\x2f") || !bits) {
        return std::nullopt;
    }
    return Size{(*bits & 0x3FFFU) + 1, (*bits >> 14U & 0x3FFFU) + 1};
}

MaybeSize webpSize(std::string_view bytes)
{
    if (has(bytes, 12, "VP8L")) {
        return webpLosslessSize(bytes);
    }
    MaybeSize size;
    if (has(bytes, 12, "VP8X")) {
        size = sizeOf(little(bytes, 24, 3), little(bytes, 27, 3));
        if (size) {
            ++size->width;
            ++size->height;
        }
    } else if (has(bytes, 12, "VP8 ") && has(bytes, 23, "\x9d\x01\x2a")) {
        size = sizeOf(little(bytes, 26, 2), little(bytes, 28, 2));
        if (size) {
            size->width &= 0x3FFFU;
            size->height &= 0x3FFFU;
        }
    }
    return size;
}

/// A bitmap's second header, which stands alone in icons.
MaybeSize bitmapInfoSize(std::string_view bytes, std::size_t at)
{
    const auto headerBytes = little(bytes, at, 4);
    if (headerBytes && *headerBytes == 12) {
        return sizeOf(little(bytes, at + 4, 2), little(bytes, at + 6, 2));
    }
    const MaybeSize size = sizeOf(little(bytes, at + 4, 4), little(bytes, at + 8, 4));
    if (!headerBytes || *headerBytes < 40 || *headerBytes > 124 || !size) {
        return std::nullopt;
    }
    // A negative height means rows from the top.
    const bool isTopDown = (size->height & 0x8000'0000U) != 0;
    return Size{size->width, isTopDown ? (~size->height & 0xFFFF'FFFFU) + 1 : size->height};
}

MaybeSize iconEntrySize(std::string_view bytes, std::size_t at)
{
    if (has(bytes, at, kPngSignature)) {
        return pngSize(bytes.substr(at));
    }
    MaybeSize size = bitmapInfoSize(bytes, at);
    if (size) {
        size->height = (size->height + 1) / 2; // the transparency mask is stored below the picture
    }
    return size;
}

MaybeSize icoSize(std::string_view bytes)
{
    constexpr std::uint64_t kMaxEntries = 64;
    const auto count = little(bytes, 4, 2);
    if (!count || *count == 0 || *count > kMaxEntries) {
        return std::nullopt;
    }
    Size size;
    for (std::size_t entry = 0; entry < *count; ++entry) {
        const auto offset = little(bytes, 6 + entry * 16 + 12, 4);
        const MaybeSize picture = offset ? iconEntrySize(bytes, *offset) : std::nullopt;
        if (!picture) {
            return std::nullopt;
        }
        size = larger(size, *picture);
    }
    return size;
}

/// One box of an ISO media file.
struct Box
{
    std::string_view type;
    std::string_view content;
    std::size_t totalBytes = 0;
};

std::optional<Box> boxAt(std::string_view bytes, std::size_t at)
{
    const auto shortSize = big(bytes, at, 4);
    if (!shortSize || bytes.size() - at < 8) {
        return std::nullopt;
    }
    const std::size_t headerBytes = *shortSize == 1 ? 16 : 8;
    const auto longSize = *shortSize == 1 ? big(bytes, at + 8, 8) : shortSize;
    const std::size_t left = bytes.size() - at;
    const std::uint64_t total = *shortSize == 0 ? left : longSize.value_or(0);
    if (total < headerBytes || left < headerBytes) {
        return std::nullopt;
    }
    Box box;
    box.type = bytes.substr(at + 4, 4);
    box.totalBytes = static_cast<std::size_t>(std::min<std::uint64_t>(total, left));
    box.content = bytes.substr(at + headerBytes, box.totalBytes - headerBytes);
    return box;
}

/// The content of the first box called \a type, or nothing.
std::string_view contentOf(std::string_view bytes, std::string_view type)
{
    std::size_t at = 0;
    while (const auto box = boxAt(bytes, at)) {
        if (box->type == type) {
            return box->content;
        }
        at += box->totalBytes;
    }
    return {};
}

/// The largest of the sizes that the picture's items declare (tiles, transparency, thumbnails).
MaybeSize avifSize(std::string_view bytes)
{
    constexpr std::size_t kFullBoxBytes = 4;
    const std::string_view meta = contentOf(bytes, "meta");
    if (meta.size() < kFullBoxBytes) {
        return std::nullopt;
    }
    const std::string_view properties
        = contentOf(contentOf(meta.substr(kFullBoxBytes), "iprp"), "ipco");
    MaybeSize size;
    std::size_t at = 0;
    while (const auto box = boxAt(properties, at)) {
        const MaybeSize item = sizeOf(big(box->content, 4, 4), big(box->content, 8, 4));
        if (box->type == "ispe" && item) {
            size = larger(size.value_or(Size{}), *item);
        }
        at += box->totalBytes;
    }
    return size;
}

/// Still pictures only: a sequence (`avis`) declares its size elsewhere, where it is not checked.
bool isAvif(std::string_view bytes)
{
    const auto box = boxAt(bytes, 0);
    if (!box || box->type != "ftyp" || has(box->content, 0, "avis")) {
        return false;
    }
    const std::size_t brandBytes = std::min<std::size_t>(box->content.size(), kMaxBrandBytes);
    for (std::size_t at = 0; at + 4 <= brandBytes; at += 4) {
        if (has(box->content, at, "avif")) {
            return true;
        }
    }
    return false;
}

bool isBitmap(std::string_view bytes)
{
    return has(bytes, 0, "BM") && bitmapInfoSize(bytes, 14).has_value();
}

MaybeSize sizeByType(ImageType type, std::string_view bytes)
{
    switch (type) {
    case ImageType::Png:
        return pngSize(bytes);
    case ImageType::Jpeg:
        return jpegSize(bytes);
    case ImageType::Gif:
        return gifSize(bytes);
    case ImageType::Webp:
        return webpSize(bytes);
    case ImageType::Avif:
        return avifSize(bytes);
    case ImageType::Bmp:
        return bitmapInfoSize(bytes, 14);
    case ImageType::Ico:
        return icoSize(bytes);
    }
    return std::nullopt;
}

/// What comes after one declaration, comment or processing instruction at the start of \a text, or
/// nothing when it does not end.
std::string_view afterProlog(std::string_view text)
{
    const std::string_view end = text.starts_with("<!--") ? "-->"
        : text.starts_with("<?")                          ? "?>"
                                                          : ">";
    const std::size_t at = text.find(end);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + end.size());
}

std::string_view withoutLeadingBlanks(std::string_view text)
{
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

} // namespace

std::optional<ImageType> imageTypeOf(std::string_view bytes)
{
    if (bytes.starts_with(kPngSignature)) {
        return ImageType::Png;
    }
    if (bytes.starts_with("\xFF\xD8\xFF")) {
        return ImageType::Jpeg;
    }
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
        return ImageType::Gif;
    }
    if (bytes.starts_with("RIFF") && has(bytes, 8, "WEBP")) {
        return ImageType::Webp;
    }
    if (isAvif(bytes)) {
        return ImageType::Avif;
    }
    if (isBitmap(bytes)) {
        return ImageType::Bmp;
    }
    if (bytes.starts_with(std::string_view("\0\0\1\0", 4))) {
        return ImageType::Ico;
    }
    return std::nullopt;
}

Result<ImageInfo> readImageInfo(std::string_view bytes)
{
    const std::optional<ImageType> type = imageTypeOf(bytes);
    if (!type) {
        return Error{ErrorCode::Unsupported, "these bytes are no image"};
    }
    const MaybeSize size = sizeByType(*type, bytes);
    if (!size || size->width == 0 || size->height == 0) {
        return Error{ErrorCode::Malformed, std::string(mimeType(*type)) + ": broken header"};
    }
    if (size->width > kMaxImagePixels || size->height > kMaxImagePixels
        || size->width * size->height > kMaxImagePixels) {
        return Error{ErrorCode::TooLarge, std::string(mimeType(*type)) + ": too many pixels"};
    }
    return ImageInfo{*type, static_cast<std::uint32_t>(size->width),
                     static_cast<std::uint32_t>(size->height)};
}

bool looksLikeSvg(std::string_view bytes)
{
    constexpr std::size_t kPrologBytes = 4096;
    std::string_view text = bytes.substr(0, kPrologBytes);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    text = withoutLeadingBlanks(text);
    // A doctype's own entities end with `]>`.
    while (text.starts_with("<?") || text.starts_with("<!") || text.starts_with("]")) {
        text = withoutLeadingBlanks(afterProlog(text));
    }
    constexpr std::string_view kTagEnds = " \t\r\n>/";
    return text.starts_with("<svg") && text.size() > 4
        && kTagEnds.find(text[4]) != std::string_view::npos;
}

std::string_view mimeType(ImageType type)
{
    constexpr std::array<std::string_view, 7> kNames{
        "image/png",  "image/jpeg", "image/gif",    "image/webp",
        "image/avif", "image/bmp",  "image/x-icon",
    };
    return kNames[static_cast<std::size_t>(type)];
}

} // namespace lectern::core
