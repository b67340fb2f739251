#include "core/article/article_title.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstddef>

namespace lectern::core {

namespace {

constexpr std::size_t kSearchedBytes = 64U << 10U;

/// Cuts the first line off \a text.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

bool isFence(std::string_view line)
{
    return line.starts_with("```") || line.starts_with("~~~");
}

bool isUnderline(std::string_view line)
{
    line = trimmed(line);
    return !line.empty()
        && (line.find_first_not_of('=') == std::string_view::npos
            || (line.size() > 1 && line.find_first_not_of('-') == std::string_view::npos));
}

/// The words of a heading: without closing `#`s, emphasis marks and code ticks.
std::string plainHeading(std::string_view text)
{
    text = trimmed(text);
    const std::size_t lastWord = text.find_last_not_of('#');
    if (lastWord != std::string_view::npos && (text[lastWord] == ' ' || text[lastWord] == '\t')) {
        text = trimmed(text.substr(0, lastWord));
    }
    std::string plain;
    for (const char character : text) {
        if (character != '*' && character != '`') {
            plain += character;
        }
    }
    return std::string(trimmed(plain));
}

/// The heading that a text begins with, if it is one underlined with `=` or `-`.
std::string underlinedFirstLine(std::string_view text)
{
    std::string_view line;
    while (!text.empty() && trimmed(line).empty()) {
        line = takeLine(text);
    }
    const bool isText = !line.empty()
        && std::string_view("#>*-+|`~<").find(line.front()) == std::string_view::npos;
    return isText && isUnderline(takeLine(text)) ? plainHeading(line) : std::string();
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// `2015-04-01-` or `2015-04-01 ` or `2015-04-01_` in front of a name.
bool startsWithDate(std::string_view name)
{
    constexpr std::string_view kShape = "dddd-dd-dd";
    if (name.size() <= kShape.size() + 1
        || std::string_view("-_ ").find(name[kShape.size()]) == std::string_view::npos) {
        return false;
    }
    return std::equal(kShape.begin(), kShape.end(), name.begin(), [](char shape, char character) {
        return shape == 'd' ? isDigit(character) : character == shape;
    });
}

int hexValue(char character)
{
    if (isDigit(character)) {
        return character - '0';
    }
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '%' && at + 2 < text.size() && hexValue(text[at + 1]) >= 0
            && hexValue(text[at + 2]) >= 0;
        if (!isEscape) {
            decoded += text[at];
            continue;
        }
        decoded += static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
        at += 2;
    }
    return isValidUtf8(decoded) ? decoded : std::string(text);
}

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

std::string_view withoutSuffix(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

} // namespace

std::string titleFromHeading(std::string_view body)
{
    std::string_view rest = body.substr(0, kSearchedBytes);
    std::string underlined = underlinedFirstLine(rest);
    if (!underlined.empty()) {
        return underlined;
    }
    bool isInCode = false;
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        isInCode = isInCode != isFence(line);
        if (!isInCode && (line.starts_with("# ") || line.starts_with("#\t"))) {
            return plainHeading(line.substr(1));
        }
    }
    return {};
}

std::string titleFromPath(std::string_view relativePath)
{
    std::string_view name = withoutSuffix(baseName(relativePath));
    const std::size_t slash = relativePath.rfind('/');
    if ((name == "index" || name == "_index") && slash != std::string_view::npos) {
        name = baseName(relativePath.substr(0, slash));
    }
    if (startsWithDate(name)) {
        name.remove_prefix(11);
    }
    const std::string title(trimmed(percentDecoded(name)));
    return repairUtf8(title.empty() ? relativePath : title);
}

} // namespace lectern::core
