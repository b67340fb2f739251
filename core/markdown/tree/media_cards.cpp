#include "core/base/text.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/urls.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lectern::core {

namespace {

/// `host/path` of a web address, without `www.`; of another address itself.
std::string_view withoutScheme(std::string_view address)
{
    const std::size_t slashes = address.find("//");
    if (slashes != std::string_view::npos && slashes <= 6) {
        address.remove_prefix(slashes + 2);
    }
    for (const std::string_view prefix : {"www.", "m.", "mobile."}) {
        address.remove_prefix(slashes <= 6 && address.starts_with(prefix) ? prefix.size() : 0);
    }
    return address;
}

bool isWeb(std::string_view address)
{
    return address.starts_with("http://") || address.starts_with("https://")
        || address.starts_with("//");
}

/// Whether a page that plays or shows something is at \a address, not a picture.
bool isPlayerPage(std::string_view address)
{
    constexpr std::array<std::string_view, 9> pages{
        "youtube.com/",         "youtu.be/", "youtube-nocookie.com/", "bilibili.com/video/",
        "player.bilibili.com/", "b23.tv/",   "player.vimeo.com/",     "v.qq.com/",
        "v.youku.com/",
    };
    const std::string_view page = withoutScheme(address);
    const bool isPost = (page.starts_with("x.com/") || page.starts_with("twitter.com/"))
        && page.find("/status/") != std::string_view::npos;
    return isWeb(address)
        && (isPost || std::any_of(pages.begin(), pages.end(), [page](std::string_view start) {
                return page.starts_with(start);
            }));
}

/// Whether the name of the file at \a address ends as documents, films or sounds do.
bool isMediaFile(std::string_view address)
{
    constexpr std::array<std::string_view, 15> endings{
        "pdf", "mp4", "webm", "mov", "mkv",  "avi", "m4v",  "ogv",
        "mp3", "m4a", "wav",  "ogg", "flac", "aac", "opus",
    };
    address = address.substr(0, address.find_first_of("?#"));
    const std::size_t dot = address.rfind('.');
    if (dot == std::string_view::npos || address.size() - dot > 5 || address.starts_with("data:")) {
        return false;
    }
    std::string ending(address.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char byte) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    });
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// The host of a web address; of a file in the folder its name.
std::string placeOf(std::string_view address)
{
    const std::string_view plain = withoutScheme(address);
    if (isWeb(address)) {
        return std::string(plain.substr(0, plain.find_first_of("/?#")));
    }
    const std::string_view path = plain.substr(0, plain.find_first_of("?#"));
    return percentDecoded(path.substr(path.rfind('/') + 1));
}

} // namespace

bool isMedia(const HtmlNode &image)
{
    const std::string_view address = trimmed(image.attribute("src"));
    return isPlayerPage(address) || isMediaFile(address);
}

HtmlNode mediaCard(const HtmlNode &image)
{
    const std::string address(trimmed(image.attribute("src")));
    const std::string place = placeOf(address);
    std::string words(trimmed(image.attribute("alt")));
    words = words.empty() || isImageWord(words) ? trimmed(image.attribute("title")) : words;
    HtmlNode card = makeElement(
        "a", {makeText(words.empty() || words == place ? place : words + " · " + place)});
    card.setAttribute("class", "card");
    card.setAttribute("href", address);
    return card;
}

} // namespace lectern::core
