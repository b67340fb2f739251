#pragma once

#include "core/base/folded_text.h"
#include "core/state/reading_state.h"
#include "core/state/tokens.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// What is kept of the \a range of \a text, so that it is found again in another version of it.
/// Fails (empty) where the range is empty, or no whole characters of the text.
std::optional<QuoteSelector> selectorOf(std::string_view text, TextRange range);

/// Finds quotes in one text, which must outlive it. Makes an index when first a quote is not found
/// as it was. One thread at a time.
class QuoteFinder final
{
public:
    explicit QuoteFinder(std::string_view text);

    /// Where what \a place is of now stands: the same place of an unchanged text; in a changed one
    /// the quote with what stood around it, or else what is left of it in one piece. Empty where
    /// that is not certain: where it stands several times alike, and where another place is nearly
    /// as like. O(length of the text), the first time for a quote that was changed 10 ms a MB more.
    std::optional<TextRange> find(const QuoteSelector &place);

private:
    struct Index
    {
        std::vector<Token> tokens;
        std::vector<std::uint32_t> words; ///< a hash of each token
        std::vector<std::pair<std::uint32_t, std::uint32_t>> places; ///< hash and token, ascending
    };

    std::optional<TextRange> findExact(const QuoteSelector &place,
                                       const std::vector<std::size_t> &places) const;
    std::optional<TextRange> findChanged(const QuoteSelector &place);
    void makeIndex();

    std::string_view m_text;
    std::uint64_t m_hash;
    std::optional<Index> m_index;
};

/// The same for one quote.
std::optional<TextRange> anchorQuote(std::string_view text, const QuoteSelector &place);

} // namespace lectern::core
