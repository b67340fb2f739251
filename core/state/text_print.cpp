#include "core/state/text_print.h"

#include "core/state/tokens.h"

#include <algorithm>
#include <cstring>
#include <xxhash.h>

namespace lectern::core {

namespace {

constexpr std::uint32_t kNothing = UINT32_MAX;

/// Takes words one by one and keeps the smallest hashes.
class Sketcher final
{
public:
    Sketcher()
    {
        m_sketch.bins.fill(kNothing);
        m_sketch.facts.fill(kNothing);
    }

    void add(std::string_view word, bool isNumber)
    {
        const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
        if (isNumber) {
            addFact(static_cast<std::uint32_t>(hash >> 32U));
        }
        m_last = {m_last[1], m_last[2], hash};
        ++m_words;
        if (m_words >= m_last.size()) {
            addShingle();
        }
    }

    /// A text of one or two words has a sketch too.
    TextSketch finish()
    {
        if (m_words > 0 && m_words < m_last.size()) {
            addShingle();
        }
        return m_sketch;
    }

private:
    void addShingle()
    {
        const std::uint64_t hash = XXH3_64bits(m_last.data(), sizeof(m_last));
        std::uint32_t &bin = m_sketch.bins[hash % kSketchBins];
        bin = std::min(bin, static_cast<std::uint32_t>(hash >> 32U));
    }

    void addFact(std::uint32_t hash)
    {
        auto &facts = m_sketch.facts;
        auto *const place = std::ranges::lower_bound(facts, hash);
        if (place != facts.end() && *place != hash) {
            std::move_backward(place, facts.end() - 1, facts.end());
            *place = hash;
        }
    }

    TextSketch m_sketch;
    std::array<std::uint64_t, 3> m_last{};
    std::size_t m_words = 0;
};

TextSketch sketchOf(std::string_view text)
{
    Sketcher sketcher;
    for (auto token = nextToken(text, 0); token; token = nextToken(text, token->end)) {
        // Of words with a digit, such as `b2` and `3rd`, each tells as much as a number.
        sketcher.add(text.substr(token->start, token->end - token->start), token->isNumber);
    }
    return sketcher.finish();
}

} // namespace

bool hasSketch(const TextSketch &sketch)
{
    return std::ranges::any_of(sketch.bins,
                               [](std::uint32_t bin) { return bin != 0 && bin != kNothing; });
}

double likeness(const TextSketch &one, const TextSketch &other)
{
    if (!hasSketch(one) || !hasSketch(other)) {
        return 0; // all bins of two that were never made are equal
    }
    int used = 0;
    int same = 0;
    for (std::size_t bin = 0; bin < kSketchBins; ++bin) {
        used += one.bins[bin] != kNothing || other.bins[bin] != kNothing ? 1 : 0;
        same += one.bins[bin] != kNothing && one.bins[bin] == other.bins[bin] ? 1 : 0;
    }
    return static_cast<double>(same) / used;
}

double factLikeness(const TextSketch &one, const TextSketch &other)
{
    // Of all that either has, the smallest 16 are a fair choice, and both lists have what they can
    // have of them.
    std::size_t seen = 0;
    std::size_t same = 0;
    const auto *left = one.facts.begin();
    const auto *right = other.facts.begin();
    while (seen < kSketchFacts) {
        const std::uint32_t first = left == one.facts.end() ? kNothing : *left;
        const std::uint32_t second = right == other.facts.end() ? kNothing : *right;
        const std::uint32_t smallest = std::min(first, second);
        if (smallest == kNothing) {
            break;
        }
        same += first == second ? 1 : 0;
        left += first == smallest ? 1 : 0;
        right += second == smallest ? 1 : 0;
        ++seen;
    }
    return seen == 0 ? 1 : static_cast<double>(same) / static_cast<double>(seen);
}

TextPrint textPrintOf(std::string_view foldedText)
{
    return {kTextPrintVersion, XXH3_64bits(foldedText.data(), foldedText.size()),
            static_cast<std::uint32_t>(foldedText.size()), sketchOf(foldedText)};
}

bool isSameText(const TextPrint &one, const TextPrint &other)
{
    return one.version != 0 && one.version == other.version && one.hash == other.hash;
}

std::string encodeSketch(const TextSketch &sketch)
{
    std::string bytes(sizeof(sketch.bins) + sizeof(sketch.facts), '\0');
    std::memcpy(bytes.data(), sketch.bins.data(), sizeof(sketch.bins));
    std::memcpy(bytes.data() + sizeof(sketch.bins), sketch.facts.data(), sizeof(sketch.facts));
    return bytes;
}

TextSketch decodeSketch(std::string_view bytes)
{
    TextSketch sketch;
    if (bytes.size() != sizeof(sketch.bins) + sizeof(sketch.facts)) {
        sketch.bins.fill(kNothing);
        sketch.facts.fill(kNothing);
        return sketch;
    }
    std::memcpy(sketch.bins.data(), bytes.data(), sizeof(sketch.bins));
    std::memcpy(sketch.facts.data(), bytes.data() + sizeof(sketch.bins), sizeof(sketch.facts));
    return sketch;
}

std::uint64_t quotedTextHash(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

} // namespace lectern::core
