#include "core/base/line_ends.h"

#include "core/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxSeamBytes = 24;

UChar32 firstOf(std::string_view text)
{
    UChar32 character = 0;
    std::int32_t index = 0;
    if (!text.empty()) {
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), index,
                static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4)), character);
    }
    return character;
}

UChar32 lastOf(std::string_view text)
{
    UChar32 character = 0;
    text.remove_prefix(text.size() - std::min<std::size_t>(text.size(), 4));
    auto index = static_cast<std::int32_t>(text.size());
    if (!text.empty()) {
        U8_PREV(reinterpret_cast<const std::uint8_t *>(text.data()), 0, index, character);
    }
    return character;
}

/// Han, kana, bopomofo and the punctuation that is as wide as they are.
bool isIdeographic(UChar32 character)
{
    if (character < 0x2E80) {
        return false;
    }
    return character <= 0x312F || (character >= 0x31A0 && character <= 0x9FFF)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0xFE30 && character <= 0xFE4F)
        || (character >= 0xFF01 && character <= 0xFF9F)
        || (character >= 0xFFE0 && character <= 0xFFE6)
        || (character >= 0x20000 && character <= 0x3FFFD);
}

/// Quotes, dashes and dots that Chinese shares with Latin.
bool isShared(UChar32 character)
{
    return (character >= 0x2014 && character <= 0x201D) || character == 0x2026 || character == 0xB7;
}

/// The end of \a text that starts at a character, at most kMaxSeamBytes long.
std::string_view tailOf(std::string_view text)
{
    std::size_t start = text.size() - std::min(text.size(), kMaxSeamBytes);
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        ++start;
    }
    return text.substr(start);
}

/// \a line without blanks and quotation marks at its ends.
std::string_view unquoted(std::string_view line)
{
    line = trimmed(line);
    line.remove_prefix(std::min(line.find_first_not_of("\"'"), line.size()));
    return line.substr(0, line.find_last_not_of("\"'") + 1);
}

} // namespace

bool isSeamless(std::string_view before, std::string_view after)
{
    const UChar32 left = lastOf(before);
    const UChar32 right = firstOf(after);
    return (isIdeographic(left) && (isIdeographic(right) || isShared(right)))
        || (isShared(left) && isIdeographic(right));
}

std::string withJoinedLines(std::string_view text)
{
    std::string joined;
    std::size_t start = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
        const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
        const std::string_view before = text.substr(start, end - start);
        const std::string_view words = before.substr(0, before.find_last_not_of(" \t\r") + 1);
        if (isSeamless(words, text.substr(next))) {
            joined += words;
            start = next;
        }
        end = next - 1;
    }
    return joined.append(text.substr(start));
}

std::string withoutFolds(std::string_view value, std::string_view written)
{
    std::string result;
    std::size_t start = 0;
    std::size_t line = 0;
    for (std::size_t end = written.find('\n'); end != std::string_view::npos;
         end = written.find('\n', end + 1)) {
        const std::string_view before = unquoted(written.substr(line, end - line));
        line = end + 1;
        const std::string_view after
            = unquoted(written.substr(line, written.find('\n', line) - line));
        if (!isSeamless(before, after)) {
            continue;
        }
        const std::string_view tail = tailOf(before);
        std::string seam(tail);
        seam.append(" ").append(wholeCharacters(after, kMaxSeamBytes));
        const std::size_t at = value.find(seam, start);
        if (at != std::string_view::npos) {
            result.append(value.substr(start, at + tail.size() - start));
            start = at + tail.size() + 1;
        }
    }
    return result.append(value.substr(start));
}

} // namespace lectern::core
