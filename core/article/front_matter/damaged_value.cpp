#include "core/article/front_matter/damaged_value.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lectern::core {

namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n';
}

bool isQuote(char character)
{
    return character == '"' || character == '\'';
}

std::size_t findUnescaped(std::string_view text, char quote, std::size_t from)
{
    while (from < text.size() && text[from] != quote) {
        from += quote == '"' && text[from] == '\\' ? 2 : 1;
    }
    return from < text.size() ? from : std::string_view::npos;
}

/// `"A "q" B"` has quotes around all of it, `"a" b "c"` begins and ends with quoted words.
bool hasOuterQuotes(std::string_view text)
{
    if (text.size() < 2 || !isQuote(text.front()) || text.back() != text.front()) {
        return false;
    }
    const bool isOdd = std::ranges::count(text, text.front()) % 2 == 1;
    const std::size_t inner = findUnescaped(text, text.front(), 1);
    if (isOdd || inner == std::string_view::npos || inner + 1 >= text.size()) {
        return true;
    }
    return isBlank(text[inner - 1]) || !isBlank(text[inner + 1]);
}

std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '\\' && at + 1 < text.size()
            && (text[at + 1] == '"' || text[at + 1] == '\\');
        plain += text[at + (isEscape ? 1 : 0)];
        at += isEscape ? 1 : 0;
    }
    return plain;
}

ValueFault faultInQuotes(std::string_view raw)
{
    constexpr std::string_view kEscapes = "0abtnvfre \"/\\N_LPxuU\t\n";
    const char quote = raw.front();
    for (std::size_t at = 1; at < raw.size() && raw[at] != quote; ++at) {
        if (quote == '"' && raw[at] == '\\') {
            if (at + 1 >= raw.size() || kEscapes.find(raw[at + 1]) == std::string_view::npos) {
                return {at, worded(ProblemReason::EscapeOfNothing)};
            }
            ++at;
        }
    }
    const std::size_t end = findUnescaped(raw, quote, 1);
    if (end == std::string_view::npos) {
        return {0, worded(ProblemReason::QuoteOpened)};
    }
    const std::size_t next = raw.find_first_not_of(" \t\n", end + 1);
    if (next == std::string_view::npos || raw[next] == '#') {
        return {};
    }
    if (hasOuterQuotes(raw)) {
        return {end, worded(ProblemReason::QuoteUnescaped)};
    }
    return {next, worded(ProblemReason::WordsAfterQuote)};
}

ValueFault faultInBrackets(std::string_view raw)
{
    const char closer = raw.front() == '[' ? ']' : '}';
    const std::size_t end = raw.find(closer);
    if (end == std::string_view::npos) {
        return {0,
                worded(raw.front() == '[' ? ProblemReason::ListOpened : ProblemReason::MapOpened)};
    }
    const std::size_t next = raw.find_first_not_of(" \t\n", raw.rfind(closer) + 1);
    if (next != std::string_view::npos && raw[next] != '#') {
        return {next, worded(ProblemReason::WordsAfterBracket, {std::string(1, closer)})};
    }
    return {};
}

ValueFault faultInPlainText(std::string_view raw)
{
    if (std::string_view("@`%*&!|>,]}").find(raw.front()) != std::string_view::npos) {
        return {0, worded(ProblemReason::ReservedSign, {std::string(1, raw.front())})};
    }
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] == ':' && (at + 1 == raw.size() || isBlank(raw[at + 1]))) {
            return {at, worded(ProblemReason::ColonBeforeBlank)};
        }
    }
    if (raw.starts_with("- ")) {
        return {0, worded(ProblemReason::DashAtStart)};
    }
    const std::size_t tab = raw.find('\t');
    return tab == std::string_view::npos ? ValueFault{}
                                         : ValueFault{tab, worded(ProblemReason::Tab)};
}

/// The end of one item of a flow list: the next comma outside quotes that are closed.
std::size_t itemEnd(std::string_view list, std::size_t start)
{
    const std::size_t first = list.find_first_not_of(" \t\n", start);
    if (first != std::string_view::npos && isQuote(list[first])) {
        const std::size_t close = findUnescaped(list, list[first], first + 1);
        if (close != std::string_view::npos) {
            const std::size_t comma = list.find(',', close);
            return comma == std::string_view::npos ? list.size() : comma;
        }
    }
    const std::size_t comma = list.find(',', start);
    return comma == std::string_view::npos ? list.size() : comma;
}

} // namespace

std::string meantText(std::string_view raw)
{
    raw = trimmed(raw);
    if (hasOuterQuotes(raw)) {
        const bool hasEscapes = raw.front() == '"';
        raw = raw.substr(1, raw.size() - 2);
        return hasEscapes ? withoutEscapes(raw) : std::string(raw);
    }
    const bool isUnclosed = raw.size() > 1 && isQuote(raw.front())
        && findUnescaped(raw, raw.front(), 1) == std::string_view::npos;
    return std::string(trimmed(raw.substr(isUnclosed ? 1 : 0)));
}

bool isMeantAsList(std::string_view raw)
{
    raw = trimmed(raw);
    if (!raw.starts_with('[')) {
        return false;
    }
    const std::size_t close = raw.rfind(']');
    return close == std::string_view::npos || close + 1 == raw.size();
}

std::vector<std::string> meantItems(std::string_view raw)
{
    raw = trimmed(raw);
    raw.remove_prefix(raw.starts_with('[') ? 1 : 0);
    raw.remove_suffix(raw.ends_with(']') ? 1 : 0);
    std::vector<std::string> items;
    for (std::size_t start = 0; start < raw.size();) {
        const std::size_t end = itemEnd(raw, start);
        std::string item = meantText(raw.substr(start, end - start));
        if (!item.empty()) {
            items.push_back(std::move(item));
        }
        start = end + 1;
    }
    return items;
}

ValueFault findFault(FrontMatterKind kind, std::string_view raw)
{
    if (raw.empty()) {
        return {};
    }
    if (isQuote(raw.front())) {
        return faultInQuotes(raw);
    }
    if (raw.front() == '[' || raw.front() == '{') {
        return faultInBrackets(raw);
    }
    if (kind == FrontMatterKind::Yaml) {
        return faultInPlainText(raw);
    }
    const bool isNumber
        = std::string_view("+-.0123456789").find(raw.front()) != std::string_view::npos;
    return isNumber ? ValueFault{} : ValueFault{0, worded(ProblemReason::TextUnquoted)};
}

std::string quoted(std::string_view text)
{
    std::string written = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') {
            written += '\\';
            written += character;
        } else if (character == '\n') {
            written += "\\n";
        } else if (character == '\t') {
            written += "\\t";
        } else if (static_cast<unsigned char>(character) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", character);
            written += escape.data();
        } else {
            written += character;
        }
    }
    return written + '"';
}

namespace {

std::string keyPart(FrontMatterKind kind, std::string_view key)
{
    const bool isPlain = std::ranges::all_of(key, [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')
            || (character >= 'a' && character <= 'z') || character == '_' || character == '-';
    });
    const bool isBare = isPlain && !key.empty() && kind != FrontMatterKind::Json;
    return (isBare ? std::string(key) : quoted(key))
        + (kind == FrontMatterKind::Toml ? " = " : ": ");
}

} // namespace

std::string fieldLine(FrontMatterKind kind, std::string_view key, std::string_view text)
{
    return keyPart(kind, key) + quoted(text) + (kind == FrontMatterKind::Json ? "," : "");
}

std::string fieldLine(FrontMatterKind kind, std::string_view key,
                      const std::vector<std::string> &items)
{
    std::string line = keyPart(kind, key) + '[';
    for (const std::string &item : items) {
        line += (&item == &items.front() ? "" : ", ") + quoted(item);
    }
    return line + ']' + (kind == FrontMatterKind::Json ? "," : "");
}

} // namespace lectern::core
