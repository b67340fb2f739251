#include "core/base/entity.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace lectern::core {

namespace {

/// Longer than any reference that is known here.
constexpr std::size_t kMaxReferenceBytes = 12;

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kNames{{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&apos;", "'"},
    {"&nbsp;", "\u00A0"},
    {"&ndash;", "\u2013"},
    {"&mdash;", "\u2014"},
    {"&lsquo;", "\u2018"},
    {"&rsquo;", "\u2019"},
    {"&ldquo;", "\u201C"},
    {"&rdquo;", "\u201D"},
    {"&middot;", "\u00B7"},
    {"&bull;", "\u2022"},
    {"&hellip;", "\u2026"},
}};

/// The character with the number \a digits (`x` before hexadecimal ones); empty for other text.
std::string numbered(std::string_view digits)
{
    const bool isHex = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(isHex ? 1 : 0);
    std::uint32_t code = 0;
    const auto [end, error]
        = std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
    if (digits.empty() || end != digits.data() + digits.size()) {
        return {};
    }
    if (error != std::errc() || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        code = 0xFFFD;
    }
    std::string text(4, '\0');
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(text.data(), length, code);
    text.resize(static_cast<std::size_t>(length));
    return text;
}

} // namespace

std::string commonEntity(std::string_view reference)
{
    if (reference.starts_with("&#") && reference.ends_with(';')) {
        return numbered(reference.substr(2, reference.size() - 3));
    }
    const auto *const name = std::ranges::find(
        kNames, reference, &std::pair<std::string_view, std::string_view>::first);
    return name == kNames.end() ? std::string() : std::string(name->second);
}

std::string withoutEntities(std::string_view text)
{
    std::string plain;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
        plain += text.substr(0, at);
        text.remove_prefix(at);
        const std::size_t end = text.substr(0, kMaxReferenceBytes).find(';');
        const std::string character
            = end == std::string_view::npos ? std::string() : commonEntity(text.substr(0, end + 1));
        const bool isControl = character.size() == 1
            && (static_cast<unsigned char>(character[0]) < 0x20 || character[0] == '\x7F');
        plain += character.empty() ? "&" : isControl ? " " : character;
        text.remove_prefix(character.empty() ? 1 : end + 1);
    }
    return plain.append(text);
}

} // namespace lectern::core
