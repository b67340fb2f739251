#include "core/markdown/html/html_escape.h"

#include "core/base/byte_set.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr ByteSet kMarkup("&<>\"");

constexpr bool isUrlCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || std::string_view("-_.+!*'(),%#@?=;:/&$~").find(character) != std::string_view::npos;
}

constexpr ByteSet kNotInUrls = ByteSet::where([](char byte) { return !isUrlCharacter(byte); });

} // namespace

void appendEscaped(std::string &html, std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t stop = kMarkup.findIn(text, start);
        html.append(text.substr(start, stop - start));
        if (stop == std::string_view::npos) {
            return;
        }
        switch (text[stop]) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        default:
            html += "&quot;";
        }
        start = stop + 1;
    }
}

std::string escaped(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    appendEscaped(html, text);
    return html;
}

std::string escapedAttribute(std::string_view name, std::string_view value)
{
    return value.empty() ? std::string() : " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

std::string escapedUrlAttribute(std::string_view name, std::string_view url)
{
    constexpr std::string_view hexDigits = "0123456789ABCDEF";
    std::string text = " " + std::string(name) + "=\"";
    for (std::size_t start = 0; start < url.size();) {
        const std::size_t stop = std::min(kNotInUrls.findIn(url, start), url.size());
        appendEscaped(text, url.substr(start, stop - start));
        if (stop < url.size()) {
            const auto byte = static_cast<unsigned char>(url[stop]);
            text.append({'%', hexDigits[byte >> 4U], hexDigits[byte & 0xFU]});
        }
        start = stop + 1;
    }
    return text += '"';
}

} // namespace lectern::core
