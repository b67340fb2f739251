#include "core/article/language_guess.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace lectern::core {

namespace {

constexpr std::size_t kSampleBytes = 1024;

struct ScriptCounts
{
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t kana = 0;
    std::size_t han = 0;
    std::size_t hangul = 0;
};

/// Counts characters by the first bytes of their UTF-8, which tell these scripts apart.
ScriptCounts countScripts(std::string_view text)
{
    ScriptCounts counts;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
        if (byte < 0x80) {
            const auto lower = static_cast<unsigned char>(byte | 0x20U);
            counts.latin += lower >= 'a' && lower <= 'z' ? 1 : 0;
        } else if (byte >= 0xD0 && byte <= 0xD3) {
            ++counts.cyrillic;
        } else if (byte == 0xE3 && next >= 0x81 && next <= 0x83) {
            ++counts.kana;
        } else if (byte >= 0xE4 && byte <= 0xE9) {
            ++counts.han;
        } else if (byte >= 0xEA && byte <= 0xED && (byte != 0xEA || next >= 0xB0)) {
            ++counts.hangul;
        }
    }
    return counts;
}

/// Common characters that one of the two Chinese scripts does not have.
constexpr std::array<std::string_view, 14> kSimplified{
    "们", "这", "个", "来", "说", "时", "国", "会", "为", "学", "对", "发", "与", "没",
};
constexpr std::array<std::string_view, 14> kTraditional{
    "們", "這", "個", "來", "說", "時", "國", "會", "為", "學", "對", "發", "與", "沒",
};

/// The characters by their last six bits, so that most others need no comparing.
template <std::size_t N>
constexpr std::uint64_t lastBitsOf(const std::array<std::string_view, N> &characters)
{
    std::uint64_t bits = 0;
    for (const std::string_view character : characters) {
        bits |= std::uint64_t{1} << (static_cast<unsigned char>(character.back()) & 0x3FU);
    }
    return bits;
}

template <std::size_t N>
bool isOneOf(std::string_view character, const std::array<std::string_view, N> &known)
{
    return std::ranges::find(known, character) != known.end();
}

/// Whether the Chinese \a text has more characters of the traditional script than of the other. One
/// pass: looking for each character alone took 25 us an article.
bool isTraditional(std::string_view text)
{
    constexpr std::size_t kEnoughBytes = 384;
    text = text.substr(0, kEnoughBytes);
    int balance = 0;
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0xE4 || byte > 0xE9) {
            continue;
        }
        constexpr std::uint64_t kLastBits = lastBitsOf(kSimplified) | lastBitsOf(kTraditional);
        const std::string_view character = text.substr(at, 3);
        at += 2;
        if ((kLastBits >> (static_cast<unsigned char>(character[2]) & 0x3FU) & 1U) == 0) {
            continue;
        }
        balance += isOneOf(character, kTraditional) ? 1 : 0;
        balance -= isOneOf(character, kSimplified) ? 1 : 0;
    }
    return balance > 0;
}

std::size_t countAny(std::string_view text, std::span<const std::string_view> words)
{
    std::size_t count = 0;
    for (const std::string_view word : words) {
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + word.size())) {
            ++count;
        }
    }
    return count;
}

/// An English text that quotes Chinese has a small word for every few of its characters.
constexpr std::size_t kHanForAWord = 6;
constexpr std::array<std::string_view, 6> kEnglish{" the ", " of ", " and ", " is ", " to ", " a "};

} // namespace

std::string_view guessLanguage(std::string_view text)
{
    text = wholeCharacters(text, kSampleBytes);
    const ScriptCounts counts = countScripts(text);
    // A character of Chinese says as much as a short word of a letter script.
    const std::size_t letters = (counts.latin + counts.cyrillic) / 4;
    if (counts.hangul > letters && counts.hangul > counts.han) {
        return "ko";
    }
    if (counts.kana * 5 > counts.han && counts.kana + counts.han > letters) {
        return "ja";
    }
    // Articles about programs have more letters than characters of Chinese, but the letters are
    // those of code, names and addresses.
    const std::size_t words = countAny(text, kEnglish);
    if (counts.han > 0 && (counts.han > letters || counts.han >= kHanForAWord * (words + 1))) {
        return isTraditional(text) ? "zh-TW" : "zh-CN";
    }
    if (counts.cyrillic > counts.latin) {
        return "ru";
    }
    return words >= 2 ? std::string_view("en") : std::string_view();
}

} // namespace lectern::core
