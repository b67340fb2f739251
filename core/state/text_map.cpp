#include "core/state/text_map.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

namespace lectern::core {

namespace {

/// A character that is no blank.
struct Character
{
    std::string_view bytes;
    std::uint32_t start = 0;
};

/// How far is looked for where the texts agree again, and how many characters must: far away few
/// would agree by chance.
struct Reach
{
    std::size_t characters;
    std::size_t same;
};

constexpr std::array<Reach, 4> kReaches{{{48, 6}, {512, 12}, {4096, 24}, {65536, 32}}};

bool isBlank(std::string_view character)
{
    static constexpr std::array<std::string_view, 6> kWide{"\u00A0", "\u2009", "\u200B",
                                                           "\u202F", "\u3000", "\uFEFF"};
    return character.size() == 1 ? static_cast<unsigned char>(character.front()) <= ' '
                                 : std::ranges::find(kWide, character) != kWide.end();
}

std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> characters;
    characters.reserve(text.size());
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        const std::string_view character = text.substr(start, end - start);
        if (!isBlank(character)) {
            characters.push_back({character, static_cast<std::uint32_t>(start)});
        }
        start = end;
    }
    return characters;
}

std::string joined(std::span<const Character> characters)
{
    std::string bytes;
    for (const Character &character : characters) {
        bytes += character.bytes;
    }
    return bytes;
}

/// How many characters of each text are skipped until they agree again.
struct Skip
{
    std::size_t from;
    std::size_t to;
};

std::optional<Skip> skipWithin(const Reach &reach, std::span<const Character> from,
                               std::span<const Character> to)
{
    const auto isEnd = [&](std::span<const Character> text, std::size_t place) {
        return place + reach.same > text.size() || place > reach.characters;
    };
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t place = 0; !isEnd(to, place); ++place) {
        places.emplace(joined(to.subspan(place, reach.same)), place);
    }
    std::optional<Skip> best;
    for (std::size_t place = 0; !isEnd(from, place); ++place) {
        if (best && place >= best->from + best->to) {
            break;
        }
        const auto found = places.find(joined(from.subspan(place, reach.same)));
        const bool isBetter
            = found != places.end() && (!best || place + found->second < best->from + best->to);
        if (isBetter) {
            best = Skip{place, found->second};
        }
    }
    return best;
}

std::optional<Skip> nextAgreement(std::span<const Character> from, std::span<const Character> to)
{
    for (const Reach &reach : kReaches) {
        if (const auto skip = skipWithin(reach, from, to)) {
            return skip;
        }
    }
    return std::nullopt;
}

} // namespace

TextMap::TextMap(std::string_view from, std::string_view to)
{
    const std::vector<Character> ours = charactersOf(from);
    const std::vector<Character> theirs = charactersOf(to);
    m_pairs.reserve(ours.size());
    for (const Character &character : ours) {
        m_pairs.push_back({character.start, 0, 0});
    }
    std::size_t one = 0;
    std::size_t other = 0;
    while (one < ours.size() && other < theirs.size()) {
        if (ours[one].bytes == theirs[other].bytes) {
            m_pairs[one].to = theirs[other].start;
            m_pairs[one].toEnd
                = theirs[other].start + static_cast<std::uint32_t>(theirs[other].bytes.size());
            ++one;
            ++other;
            continue;
        }
        const auto skip
            = nextAgreement(std::span(ours).subspan(one), std::span(theirs).subspan(other));
        if (!skip) {
            break;
        }
        one += skip->from;
        other += skip->to;
    }
}

std::optional<TextRange> TextMap::map(TextRange range) const
{
    const auto first = std::ranges::lower_bound(m_pairs, range.start, {}, &Pair::from);
    const auto last
        = std::ranges::lower_bound(m_pairs, std::max(range.start, range.end), {}, &Pair::from);
    std::optional<TextRange> there;
    std::ptrdiff_t found = 0;
    for (auto pair = first; pair != last; ++pair) {
        if (pair->toEnd != 0) {
            there = TextRange{there ? there->start : pair->to, pair->toEnd};
            ++found;
        }
    }
    return 2 * found > last - first ? there : std::nullopt;
}

} // namespace lectern::core
