#include "core/state/citation.h"

#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

namespace {

/// Han or kana, as far as three bytes of UTF-8 tell.
bool isIdeograph(std::string_view text, std::size_t place)
{
    const auto lead = static_cast<unsigned char>(text[place]);
    return lead >= 0xE3 && lead <= 0xE9;
}

/// Chinese has a dash of its own.
bool isMostlyHan(std::string_view text)
{
    std::size_t ideographs = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        ideographs += isIdeograph(text, place) ? 1 : 0;
    }
    return 2 * ideographs > countCharacters(text);
}

} // namespace

CitedArticle citedArticle(const Library &library, Row row)
{
    const auto date = library.date(row);
    return {std::string(library.title(row)), std::string(library.source(row)),
            date ? dayText(date->written) : std::string()};
}

std::string dayText(const Timestamp &time)
{
    return toIso8601(time).substr(0, std::string_view("2025-02-10").size());
}

std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const char letter : trimmed(text)) {
        const bool isBlank = static_cast<unsigned char>(letter) <= ' ';
        if (!isBlank) {
            line += letter;
        } else if (line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

std::string citationOf(std::string_view quote, const CitedArticle &article)
{
    const std::string words = onOneLine(quote);
    std::string from = onOneLine(article.title);
    for (const std::string &part : {article.source, article.date}) {
        from += part.empty() ? "" : (from.empty() ? "" : ", ") + part;
    }
    const std::string quoted = "\u201C" + words + "\u201D";
    return from.empty() ? quoted
                        : quoted + "\n" + (isMostlyHan(words) ? "\u2014\u2014" : "\u2014 ") + from;
}

} // namespace lectern::core
