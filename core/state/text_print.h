#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::core {

inline constexpr std::size_t kSketchBins = 64;
inline constexpr std::size_t kSketchFacts = 16;

/// What is left of a text to tell near-identical ones from others: the smallest hash of three
/// successive words (or ideographs) in each of 64 bins, and the 16 smallest of its numbers. Two
/// texts of one template share most of the first and few of the second.
struct TextSketch
{
    std::array<std::uint32_t, kSketchBins> bins{}; ///< UINT32_MAX: nothing fell in
    std::array<std::uint32_t, kSketchFacts> facts{}; ///< ascending, then UINT32_MAX

    bool operator==(const TextSketch &) const = default;
};

/// False for the one of no text, and for one that was never made.
bool hasSketch(const TextSketch &sketch);

/// The share of what two texts have that they have in common: 0 to 1, and off by 0.06 on average; 0
/// where either has no sketch.
double likeness(const TextSketch &one, const TextSketch &other);

/// The same of their numbers; 1 where neither has any. Exact for up to 16 numbers.
double factLikeness(const TextSketch &one, const TextSketch &other);

/// What is known of an article's visible text.
struct TextPrint
{
    std::uint32_t version = 0; ///< prints of different versions cannot be compared; 0: no print
    std::uint64_t hash = 0; ///< XXH3 of the folded text, as the pack of texts has it
    std::uint32_t bytes = 0; ///< of the folded text
    TextSketch sketch;

    bool operator==(const TextPrint &) const = default;
};

/// Raised whenever the visible or the folded text of an unchanged article can become another.
inline constexpr std::uint32_t kTextPrintVersion = 1;

/// The print of a text that went through visibleText() and foldForSearch(). O(length): 150 MB/s.
/// Any thread.
TextPrint textPrintOf(std::string_view foldedText);

/// Whether both are known and are of the same text.
bool isSameText(const TextPrint &one, const TextPrint &other);

/// As it is kept.
std::string encodeSketch(const TextSketch &sketch);
/// A sketch of no text where \a bytes are none.
TextSketch decodeSketch(std::string_view bytes);

/// Of a text in which a quote has its place: 64 bits, to which letters in upper case or other
/// blanks make another text.
std::uint64_t quotedTextHash(std::string_view text);

} // namespace lectern::core
