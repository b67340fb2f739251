#pragma once

#include "core/library/library.h"

#include <string>
#include <string_view>

namespace lectern::core {

/// What a text that is quoted is from.
struct CitedArticle
{
    std::string title;
    std::string source; ///< its address on the web; may be empty
    std::string date; ///< ISO 8601; may be empty

    bool operator==(const CitedArticle &) const = default;
};

CitedArticle citedArticle(const Library &library, Row row);

/// `2025-02-10`.
std::string dayText(const Timestamp &time);

/// The quote on one line in quotation marks, and what it is from on the next.
std::string citationOf(std::string_view quote, const CitedArticle &article);

/// \a text with each run of blanks as one, and none at its ends.
std::string onOneLine(std::string_view text);

} // namespace lectern::core
