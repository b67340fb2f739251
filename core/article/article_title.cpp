#include "core/article/article_title.h"

#include "core/article/plain_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace lectern::core {

namespace {

constexpr std::size_t kSearchedBytes = 64U << 10U;
constexpr std::size_t kMaxTitleBytes = 1024;
constexpr std::string_view kNamespaceMark = "___"; // that Logseq writes for a slash

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

/// \a text without a closing run of `#` or an attribute such as `{#id}`.
std::string_view withoutHeadingEnd(std::string_view text)
{
    text = trimmed(text);
    const std::size_t brace = text.ends_with('}') ? text.rfind('{') : std::string_view::npos;
    if (brace != std::string_view::npos && brace > 0 && brace + 1 < text.size()
        && std::string_view("#.:").find(text[brace + 1]) != std::string_view::npos) {
        text = trimmed(text.substr(0, brace));
    }
    const std::size_t lastWord = text.find_last_not_of('#');
    const bool isClosed = lastWord != std::string_view::npos && lastWord + 1 < text.size()
        && (text[lastWord] == ' ' || text[lastWord] == '\t');
    return isClosed ? trimmed(text.substr(0, lastWord)) : text;
}

/// The length of `](address)` at \a at; 0 if something else is there.
std::size_t linkEndAt(std::string_view text, std::size_t at)
{
    if (!text.substr(at).starts_with("](")) {
        return 0;
    }
    const std::size_t close = text.find(')', at);
    return close == std::string_view::npos ? 0 : close + 1 - at;
}

/// The length of a statement of a template or a comment that \a text begins with, which a page
/// shows nothing of; 0 if there is none.
std::size_t hiddenLength(std::string_view text)
{
    for (const auto &[open, close] : {std::pair("{%", "%}"), std::pair("<!--", "-->")}) {
        const std::size_t end = text.starts_with(open) ? text.find(close) : std::string_view::npos;
        if (end != std::string_view::npos) {
            return end + std::string_view(close).size();
        }
    }
    return 0;
}

/// The words of a heading: without emphasis marks, code ticks, escapes, tags, comments,
/// statements of templates and the addresses of links.
std::string plainHeading(std::string_view text)
{
    text = withoutHeadingEnd(wholeCharacters(text, kMaxTitleBytes));
    const bool hasLinks = text.find("](") != std::string_view::npos;
    std::string plain;
    bool isInCode = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        isInCode = isInCode != (character == '`');
        if (const std::size_t length = isInCode ? 0 : hiddenLength(text.substr(at)); length > 0) {
            at += length - 1;
        } else if (character == '\\' && at + 1 < text.size()
                   && std::string_view("\\`*_{}[]()#+-.!<>|").find(text[at + 1])
                       != std::string_view::npos) {
            plain += text[++at];
        } else if (hasLinks && linkEndAt(text, at) != 0) {
            at += linkEndAt(text, at) - 1;
        } else if (character != '*' && character != '`'
                   && !(hasLinks && (character == '[' || text.substr(at).starts_with("![")))) {
            plain += character;
        }
    }
    if (plain.find_first_of("&<") != std::string::npos && mayHoldMarkup(plain)) {
        plain = plainText(plain);
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

bool hasShape(std::string_view text, std::string_view shape)
{
    return text.size() >= shape.size()
        && std::equal(shape.begin(), shape.end(), text.begin(), [](char sign, char character) {
               return sign == 'd' ? isDigit(character) : character == sign;
           });
}

/// Eight digits are a day only where they can be one: names also have serial numbers.
bool isDay(std::string_view digits)
{
    const std::string_view month = digits.substr(4, 2);
    const std::string_view day = digits.substr(6, 2);
    return (digits.starts_with("19") || digits.starts_with("20")) && month >= "01" && month <= "12"
        && day >= "01" && day <= "31";
}

/// The length of the date in front of a \a name: `2015-04-01`, `2015_04_01`, `2015.04.01` or
/// `20150401`, with the end of the name or one of `-_ .` behind it; 0 if there is none.
std::size_t dateLength(std::string_view name)
{
    for (const std::string_view shape : {"dddd-dd-dd", "dddd_dd_dd", "dddd.dd.dd", "dddddddd"}) {
        const bool isEnded = name.size() == shape.size()
            || (name.size() > shape.size()
                && std::string_view("-_ .").find(name[shape.size()]) != std::string_view::npos);
        if (isEnded && hasShape(name, shape) && (shape.size() > 8 || isDay(name))) {
            return shape.size();
        }
    }
    return 0;
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

/// The name that stands for an article: its file's, for index files its folder's.
std::string_view nameOf(std::string_view relativePath)
{
    const std::string_view name = withoutSuffix(baseName(relativePath));
    const std::size_t slash = relativePath.rfind('/');
    const bool isIndex = name == "index" || name == "_index";
    return isIndex && slash != std::string_view::npos ? baseName(relativePath.substr(0, slash))
                                                      : name;
}

} // namespace

std::string_view withoutNotionId(std::string_view name)
{
    constexpr std::size_t kDigits = 32;
    if (name.size() < kDigits + 2 || name[name.size() - kDigits - 1] != ' ') {
        return name;
    }
    const std::string_view id = name.substr(name.size() - kDigits);
    const bool isId = std::ranges::all_of(id, [](char digit) { return hexValue(digit) >= 0; });
    return isId ? name.substr(0, name.size() - kDigits - 1) : name;
}

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

bool hasNotionName(std::string_view relativePath)
{
    const std::string_view name = nameOf(relativePath);
    return withoutNotionId(name).size() < name.size();
}

std::string dateFromPath(std::string_view relativePath)
{
    const std::string_view name = nameOf(relativePath);
    std::string date(name.substr(0, dateLength(name)));
    std::ranges::replace_if(
        date, [](char sign) { return !isDigit(sign); }, '-');
    if (date.size() == 8) {
        date.insert(6, "-").insert(4, "-");
    }
    return date;
}

std::string_view dateFromAddress(std::string_view address)
{
    constexpr std::string_view kShape = "dddd/dd/dd/";
    for (std::size_t part = 0; part + kShape.size() <= address.size();) {
        if (hasShape(address.substr(part), kShape)) {
            return address.substr(part, kShape.size() - 1);
        }
        const std::size_t slash = address.find('/', part);
        part = slash == std::string_view::npos ? address.size() : slash + 1;
    }
    return {};
}

bool isInGraph(std::string_view relativePath)
{
    const std::string_view folder = relativePath.substr(0, relativePath.rfind('/') + 1);
    return folder == "pages/" || folder.ends_with("/pages/");
}

bool isNamespacedPage(std::string_view relativePath)
{
    const std::size_t mark = nameOf(relativePath).find(kNamespaceMark);
    return mark != std::string_view::npos && mark > 0 && isInGraph(relativePath);
}

std::string titleFromPath(std::string_view relativePath)
{
    std::string_view name = withoutNotionId(nameOf(relativePath));
    const std::size_t date = dateLength(name);
    if (date > 0 && date + 1 < name.size()) {
        name.remove_prefix(date + 1);
    }
    std::string title = percentDecoded(name);
    if (isNamespacedPage(relativePath)) {
        for (std::size_t at = title.find(kNamespaceMark); at != std::string::npos;
             at = title.find(kNamespaceMark, at)) {
            title.replace(at, kNamespaceMark.size(), "/");
        }
    }
    std::ranges::replace_if(
        title, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
    const std::string_view words = trimmed(title);
    return repairUtf8(words.empty() ? relativePath : words);
}

} // namespace lectern::core
