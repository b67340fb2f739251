#pragma once

#include "core/search/query.h"

#include <string>
#include <vector>

namespace lectern::ui {

/// Where the words of a query are looked for; all folded.
struct SearchWords
{
    std::vector<std::string> anywhere; ///< in titles and summaries, and in texts if \c inTexts
    std::vector<std::string> title; ///< only there, and so on
    std::vector<std::string> summary;
    std::vector<std::string> body;
    bool inTexts = false;

    bool operator==(const SearchWords &) const = default;

    /// Whether an article's text is looked into.
    bool needTexts() const { return !body.empty() || (inTexts && !anywhere.empty()); }

    std::vector<std::string> ofTitle() const;
    std::vector<std::string> ofSummary() const;
    std::vector<std::string> all() const;
};

enum class TextSearch { Off, On };

/// The words that \a query asks for, not those it excludes.
SearchWords searchWords(const core::Query &query, TextSearch texts);

} // namespace lectern::ui
