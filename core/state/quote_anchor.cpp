#include "core/state/quote_anchor.h"

#include "core/base/text.h"
#include "core/state/alignment.h"
#include "core/state/text_print.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <span>
#include <xxhash.h>

namespace lectern::core {

namespace {

/// What is kept on each side of a quote, in characters.
constexpr std::size_t kContextCharacters = 48;
/// A quote that stands at more places is found by what is around it or not at all.
constexpr std::size_t kMaxPlaces = 256;
constexpr std::size_t kTellingCharacters = 12; ///< shorter quotes need what is around them
constexpr std::size_t kTellingWords = 5; ///< fewer are not looked for when they were changed

constexpr double kSameContext = 0.8; ///< of what is around a quote, both sides taken together
constexpr double kSomeContext = 0.5; ///< of each side
constexpr double kHintOfContext = 0.3; ///< of one side, where the quote itself says nearly all
constexpr double kSameQuote = 0.7; ///< of the words of a changed quote
constexpr double kNearlySameQuote = 0.85;
constexpr double kMargin = 0.2; ///< by which the best place must be better than the next

std::uint32_t hashOf(std::string_view word)
{
    return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
}

std::vector<std::uint32_t> wordsOf(std::string_view text)
{
    std::vector<std::uint32_t> words;
    for (const Token &token : tokensOf(text)) {
        words.push_back(hashOf(text.substr(token.start, token.end - token.start)));
    }
    return words;
}

bool isCharacterStart(std::string_view text, std::size_t place)
{
    return place == text.size() || (static_cast<unsigned char>(text[place]) & 0xC0U) != 0x80U;
}

std::string_view charactersBefore(std::string_view text, std::size_t end)
{
    std::size_t start = end;
    for (std::size_t count = 0; start > 0 && count < kContextCharacters; ++count) {
        do {
            --start;
        } while (start > 0 && !isCharacterStart(text, start));
    }
    return text.substr(start, end - start);
}

std::string_view charactersBehind(std::string_view text, std::size_t start)
{
    std::size_t end = start;
    for (std::size_t count = 0; end < text.size() && count < kContextCharacters; ++count) {
        do {
            ++end;
        } while (!isCharacterStart(text, end));
    }
    return text.substr(start, end - start);
}

/// Where \a quote stands in \a text, at most kMaxPlaces times.
/// As string_view::find, which stops at each byte like the first of \a quote: in Chinese at every
/// second character.
std::size_t findQuote(std::string_view text, std::string_view quote, std::size_t from)
{
    if (from > text.size()) {
        return std::string_view::npos;
    }
    const char *rest = text.data() + from;
    const void *found = memmem(rest, text.size() - from, quote.data(), quote.size());
    return found == nullptr
        ? std::string_view::npos
        : from + static_cast<std::size_t>(static_cast<const char *>(found) - rest);
}

std::vector<std::size_t> placesOf(std::string_view text, std::string_view quote)
{
    std::vector<std::size_t> places;
    std::size_t place = findQuote(text, quote, 0);
    while (place != std::string_view::npos && places.size() < kMaxPlaces) {
        places.push_back(place);
        place = findQuote(text, quote, place + 1);
    }
    return places;
}

/// How like the words of a context are to those that are there now; an end of the text is like an
/// end of the text.
double contextLikeness(std::string_view kept, std::string_view there)
{
    const std::vector<std::uint32_t> words = wordsOf(kept);
    const std::vector<std::uint32_t> now = wordsOf(there);
    if (words.empty() || now.empty()) {
        return words.empty() == now.empty() ? 1 : 0;
    }
    return 2.0 * static_cast<double>(align(words, now).same)
        / static_cast<double>(words.size() + now.size());
}

struct Context
{
    double before = 0;
    double behind = 0;

    double sum() const { return before + behind; }

    double larger() const { return std::max(before, behind); }
};

Context contextAt(std::string_view text, TextRange range, const QuoteSelector &place)
{
    return {contextLikeness(place.prefix, charactersBefore(text, range.start)),
            contextLikeness(place.suffix, charactersBehind(text, range.end))};
}

/// Whether \a found is what stood before or behind the quote: in a list its neighbour may be like
/// it, and has its place when the quote is gone.
bool isNeighbour(std::string_view found, const QuoteSelector &place)
{
    const auto isLike = [](std::string_view part, std::string_view context) {
        return contextLikeness(context, part) >= kSomeContext;
    };
    return isLike(charactersBehind(found, 0), place.suffix)
        || isLike(charactersBefore(found, found.size()), place.prefix);
}

bool isSameContext(const Context &context)
{
    return context.sum() / 2 >= kSameContext
        && std::min(context.before, context.behind) >= kSomeContext;
}

/// Beginnings of windows of a text that may hold a quote, by how many of its words say so.
using Votes = std::map<std::ptrdiff_t, int>;

} // namespace

std::optional<QuoteSelector> selectorOf(std::string_view text, TextRange range)
{
    if (range.start >= range.end || range.end > text.size() || !isCharacterStart(text, range.start)
        || !isCharacterStart(text, range.end)) {
        return std::nullopt;
    }
    QuoteSelector place;
    place.quote = text.substr(range.start, range.end - range.start);
    place.prefix = charactersBefore(text, range.start);
    place.suffix = charactersBehind(text, range.end);
    place.start = range.start;
    place.textHash = quotedTextHash(text);
    place.isUnique = placesOf(text, place.quote).size() == 1;
    return place;
}

QuoteFinder::QuoteFinder(std::string_view text)
    : m_text(text)
    , m_hash(quotedTextHash(text))
{}

std::optional<TextRange> QuoteFinder::find(const QuoteSelector &place)
{
    if (place.quote.empty()) {
        return std::nullopt;
    }
    const bool isUnchanged = place.textHash == m_hash && place.start <= m_text.size()
        && m_text.substr(place.start).starts_with(place.quote);
    if (isUnchanged) {
        return TextRange{place.start, place.start + place.quote.size()};
    }
    const std::vector<std::size_t> places = placesOf(m_text, place.quote);
    return places.empty() ? findChanged(place) : findExact(place, places);
}

/// Of the \a places where the words of the quote stand.
std::optional<TextRange> QuoteFinder::findExact(const QuoteSelector &place,
                                                const std::vector<std::size_t> &places) const
{
    const auto rangeAt = [&](std::size_t start) {
        return TextRange{start, start + place.quote.size()};
    };
    if (places.size() == 1 && place.isUnique) {
        const TextRange range = rangeAt(places.front());
        const bool isTold = countCharacters(place.quote) >= kTellingCharacters
            || contextAt(m_text, range, place).larger() >= kSomeContext;
        return isTold ? std::optional(range) : std::nullopt;
    }
    std::optional<TextRange> best;
    Context bestContext;
    double second = 0;
    for (const std::size_t start : places) {
        const Context context = contextAt(m_text, rangeAt(start), place);
        if (context.sum() > bestContext.sum()) {
            second = bestContext.sum();
            bestContext = context;
            best = rangeAt(start);
        } else {
            second = std::max(second, context.sum());
        }
    }
    const bool isCertain = isSameContext(bestContext) && bestContext.sum() - second >= 2 * kMargin;
    return isCertain ? best : std::nullopt;
}

void QuoteFinder::makeIndex()
{
    Index index;
    index.tokens = tokensOf(m_text);
    for (const Token &token : index.tokens) {
        index.words.push_back(hashOf(m_text.substr(token.start, token.end - token.start)));
        index.places.emplace_back(index.words.back(),
                                  static_cast<std::uint32_t>(index.words.size() - 1));
    }
    std::ranges::sort(index.places);
    m_index = std::move(index);
}

namespace {

/// Each word of the quote that is rare in the text says where the quote would begin.
Votes votesOf(std::span<const std::uint32_t> words,
              std::span<const std::pair<std::uint32_t, std::uint32_t>> places)
{
    constexpr std::ptrdiff_t kRare = 32;
    Votes votes;
    for (std::size_t used = 0; used < words.size(); ++used) {
        const auto same = std::ranges::equal_range(places, words[used], {},
                                                   &std::pair<std::uint32_t, std::uint32_t>::first);
        if (std::ranges::ssize(same) <= kRare) {
            for (const auto &[word, token] : same) {
                ++votes[static_cast<std::ptrdiff_t>(token) - static_cast<std::ptrdiff_t>(used)];
            }
        }
    }
    return votes;
}

struct Window
{
    Alignment alignment; ///< counted from the first token of the text
    double share = 0;
};

/// What of \a words is around each place that has votes, best first; overlapping ones but once.
std::vector<Window> windowsOf(std::span<const std::uint32_t> words,
                              std::span<const std::uint32_t> text, const Votes &votes)
{
    constexpr std::size_t kMaxWindows = 24;
    std::vector<std::pair<int, std::ptrdiff_t>> byVotes;
    for (const auto &[start, count] : votes) {
        byVotes.emplace_back(-count, start);
    }
    std::ranges::sort(byVotes);
    byVotes.resize(std::min(byVotes.size(), kMaxWindows));
    const std::ptrdiff_t slack = 8 + std::ssize(words) / 4;
    std::vector<Window> windows;
    for (const auto &[count, start] : byVotes) {
        const std::ptrdiff_t first = std::max(std::ptrdiff_t{0}, start - slack);
        const std::ptrdiff_t last = std::min(std::ssize(text), start + std::ssize(words) + slack);
        if (first >= last) {
            continue;
        }
        Alignment found = align(
            words,
            text.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)));
        found.first += static_cast<std::size_t>(first);
        found.last += static_cast<std::size_t>(first);
        const auto isSame = [&](const Window &window) {
            return window.alignment.first <= found.last && found.first <= window.alignment.last;
        };
        const auto seen = std::ranges::find_if(windows, isSame);
        const Window window{found, found.share(words.size())};
        if (seen == windows.end()) {
            windows.push_back(window);
        } else if (window.share > seen->share) {
            *seen = window;
        }
    }
    std::ranges::sort(windows, std::ranges::greater(), &Window::share);
    return windows;
}

} // namespace

/// The quote itself was edited: what is left of it, if that is most of it and what is around it is
/// as it was.
std::optional<TextRange> QuoteFinder::findChanged(const QuoteSelector &place)
{
    const std::vector<std::uint32_t> words = wordsOf(place.quote);
    if (words.size() < kTellingWords || words.size() > kMaxAligned) {
        return std::nullopt;
    }
    if (!m_index) {
        makeIndex();
    }
    const std::vector<Window> windows
        = windowsOf(words, m_index->words, votesOf(words, m_index->places));
    if (windows.empty() || windows.front().share < kSameQuote
        || (windows.size() > 1 && windows.front().share - windows[1].share < kMargin)) {
        return std::nullopt;
    }
    const Alignment &best = windows.front().alignment;
    const TextRange range{m_index->tokens[best.first].start, m_index->tokens[best.last].end};
    const double needed = windows.front().share >= kNearlySameQuote ? kHintOfContext : kSomeContext;
    const bool isCertain = contextAt(m_text, range, place).larger() >= needed
        && !isNeighbour(m_text.substr(range.start, range.end - range.start), place);
    return isCertain ? std::optional(range) : std::nullopt;
}

std::optional<TextRange> anchorQuote(std::string_view text, const QuoteSelector &place)
{
    return QuoteFinder(text).find(place);
}

} // namespace lectern::core
