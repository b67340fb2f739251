#include "core/markdown/urls.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool isAsciiAlpha(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool isUnreserved(char character)
{
    return isAsciiAlpha(character) || (character >= '0' && character <= '9') || character == '-'
        || character == '.' || character == '_' || character == '~';
}

std::string encoded(std::string_view text, bool keepSlash)
{
    std::string result;
    result.reserve(text.size());
    for (const char character : text) {
        if (isUnreserved(character) || (keepSlash && character == '/')) {
            result += character;
        } else {
            const auto byte = static_cast<unsigned char>(character);
            result += '%';
            result += kHexDigits[byte >> 4U];
            result += kHexDigits[byte & 0xFU];
        }
    }
    return result;
}

int hexValue(char character)
{
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr std::array<std::string_view, 5> kInlineImageTypes{
    "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif",
};

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20)
                                                    : character;
    });
    return result;
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    return encoded(text, false);
}

std::string percentEncodedPath(std::string_view path)
{
    return encoded(path, true);
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hasDigits = text[i] == '%' && i + 2 < text.size();
        const int high = hasDigits ? hexValue(text[i + 1]) : -1;
        const int low = hasDigits ? hexValue(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string urlScheme(std::string_view url)
{
    std::string scheme;
    for (const char character : url) {
        if (static_cast<unsigned char>(character) <= ' ') {
            continue;
        }
        if (character == ':') {
            return lowered(scheme);
        }
        const bool isSchemeCharacter = isAsciiAlpha(character)
            || (!scheme.empty()
                && ((character >= '0' && character <= '9') || character == '+' || character == '-'
                    || character == '.'));
        if (!isSchemeCharacter) {
            return {};
        }
        scheme += character;
    }
    return {};
}

bool isSafeLink(std::string_view url)
{
    const std::string scheme = urlScheme(url);
    return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
}

bool isSafeImage(std::string_view url)
{
    const std::string scheme = urlScheme(url);
    if (scheme == "data") {
        const std::string head = lowered(url.substr(0, 24));
        return std::any_of(kInlineImageTypes.begin(), kInlineImageTypes.end(),
                           [&head](std::string_view type) { return head.starts_with(type); });
    }
    // lectern://site/ serves images of the site around the library and nothing else.
    return scheme.empty() || scheme == "http" || scheme == "https"
        || url.starts_with("lectern://site/");
}

} // namespace lectern::core
