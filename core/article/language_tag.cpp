#include "core/article/language_tag.h"

#include <algorithm>
#include <cstddef>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTagBytes = 35; // what RFC 5646 asks programs to have room for

bool isUpper(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

bool isLetter(char letter)
{
    return isUpper(letter) || (letter >= 'a' && letter <= 'z');
}

bool isLetterOrDigit(char letter)
{
    return isLetter(letter) || (letter >= '0' && letter <= '9');
}

char lowered(char letter)
{
    return isUpper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
}

char raised(char letter)
{
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// `zh_CN.UTF-8` and `de_DE@euro` without what is not about the language.
std::string_view withoutEncoding(std::string_view written)
{
    return written.substr(0, written.find_first_of(".@"));
}

/// Whether \a tag is a language of two or three letters and what narrows it, between joiners.
bool isTag(std::string_view tag)
{
    const std::size_t language = std::min(tag.find('-'), tag.size());
    const auto [first, last] = std::pair(tag.begin(), tag.begin() + std::ptrdiff_t(language));
    if (tag.size() > kMaxTagBytes || language < 2 || language > 3
        || !std::all_of(first, last, isLetter)) {
        return false;
    }
    std::size_t length = 1;
    for (const char letter : tag.substr(language)) {
        length = letter == '-' ? 0 : length + 1;
        if (length > 8 || (letter != '-' && !isLetterOrDigit(letter))) {
            return false;
        }
    }
    return length > 0 && tag.find("--") == std::string_view::npos;
}

/// Scripts are `Hant`, regions `CN`, all else small (RFC 5646, 2.1.1).
void writeCase(std::string &tag)
{
    for (std::size_t start = 0; start < tag.size();) {
        const std::size_t end = std::min(tag.find('-', start), tag.size());
        const std::size_t length = end - start;
        const bool isFirst = start == 0;
        for (std::size_t at = start; at < end; ++at) {
            const bool isRaised
                = !isFirst && (length == 2 || (length == 4 && at == start && isLetter(tag[at])));
            tag[at] = isRaised ? raised(tag[at]) : lowered(tag[at]);
        }
        start = end + 1;
    }
}

} // namespace

std::string languageTag(std::string_view written)
{
    std::string tag(withoutEncoding(written));
    std::ranges::replace(tag, '_', '-');
    // `Go` and `Io` are names, of which no tag is written so.
    const bool isName = tag.size() < 4 && tag.size() > 1 && isUpper(tag[0]) && !isUpper(tag[1]);
    if (isName || !isTag(tag)) {
        return std::string(written);
    }
    writeCase(tag);
    return tag;
}

} // namespace lectern::core
