#include "core/state/highlight_export.h"

#include "core/base/text.h"
#include "core/base/timestamp.h"
#include "core/state/quote_anchor.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kColourNames{"yellow", "green", "blue", "red"};
/// On each side of a quote: what is longer is no sentence.
constexpr std::size_t kMaxSideBytes = 600;

std::string_view colourName(const Highlight &highlight)
{
    return kColourNames.at(static_cast<std::size_t>(highlight.colour));
}

std::string instantText(std::int64_t seconds)
{
    return toIso8601({.wallSeconds = seconds, .offsetMinutes = std::int16_t{0}});
}

// Sentences.

/// How many bytes at \a place end a sentence; 0: none do.
std::size_t endMarkAt(std::string_view text, std::size_t place)
{
    const std::string_view rest = text.substr(place);
    for (const std::string_view mark : {"\u3002", "\uFF01", "\uFF1F", "\uFF0E", "\u2026"}) {
        if (rest.starts_with(mark)) {
            return mark.size();
        }
    }
    const bool isMark = rest.starts_with('.') || rest.starts_with('!') || rest.starts_with('?');
    const bool isBehindWord
        = rest.size() == 1 || (rest.size() > 1 && (rest[1] == ' ' || rest[1] == '\n'));
    return rest.starts_with('\n') || (isMark && isBehindWord) ? 1 : 0;
}

std::size_t sentenceStart(std::string_view text, std::size_t place)
{
    const std::size_t lowest = place > kMaxSideBytes ? place - kMaxSideBytes : 0;
    for (std::size_t start = place; start > lowest; --start) {
        for (std::size_t size = 1; size <= 3 && size <= start; ++size) {
            if (endMarkAt(text, start - size) == size) {
                return start;
            }
        }
    }
    return lowest;
}

std::size_t sentenceEnd(std::string_view text, std::size_t place)
{
    const std::size_t highest = std::min(text.size(), place + kMaxSideBytes);
    for (std::size_t end = place; end < highest; ++end) {
        if (const std::size_t mark = endMarkAt(text, end); mark != 0) {
            return end + mark;
        }
    }
    return highest;
}

/// \a text without what is left of a character at its beginning.
std::string_view fromWholeCharacter(std::string_view text)
{
    while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80U) {
        text.remove_prefix(1);
    }
    return text;
}

// Markdown.

/// \a text on one line, in which nothing is markup.
std::string plainMarkdown(std::string_view text)
{
    constexpr std::string_view kSpecial = "\\`*_{}[]<>()#+-!|~&$";
    std::string escaped;
    for (const char letter : onOneLine(text)) {
        escaped += kSpecial.find(letter) == std::string_view::npos ? "" : "\\";
        escaped += letter;
    }
    return escaped;
}

/// \a address between angle brackets, or as text where it is no address.
std::string markdownAddress(const std::string &address)
{
    const bool isPlain = (address.starts_with("https://") || address.starts_with("http://"))
        && address.find_first_of("<> \n\r\t") == std::string::npos;
    return isPlain ? "<" + address + ">" : plainMarkdown(address);
}

std::string articleHeading(const ExportedHighlight &exported)
{
    const CitedArticle &article = exported.article;
    const std::string name = article.title.empty() ? exported.path : article.title;
    std::string heading = "## " + plainMarkdown(repairUtf8(name)) + "\n\n";
    std::string from = article.source.empty() ? "" : markdownAddress(article.source);
    from += article.date.empty() ? "" : (from.empty() ? "" : ", ") + article.date;
    return from.empty() ? heading : heading + from + "\n\n";
}

std::string toMarkdown(std::span<const ExportedHighlight> highlights)
{
    std::string text;
    const ExportedHighlight *before = nullptr;
    for (const ExportedHighlight &exported : highlights) {
        const Highlight &highlight = exported.highlight;
        if (before == nullptr || before->path != exported.path) {
            text += (before == nullptr ? "" : "\n") + articleHeading(exported);
        }
        before = &exported;
        text += "- **" + plainMarkdown(highlight.place.quote) + "** ("
            + std::string(colourName(highlight)) + ")\n";
        if (!exported.sentence.empty() && exported.sentence != onOneLine(highlight.place.quote)) {
            text += "  > " + plainMarkdown(exported.sentence) + "\n";
        }
        if (!highlight.note.empty()) {
            text += "\n  " + plainMarkdown(highlight.note) + "\n";
        }
    }
    return text;
}

// CSV.

/// A spreadsheet runs what begins like a formula; a crawled text may.
std::string csvField(std::string_view value)
{
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    std::string field = "\"";
    field += !value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos ? "'"
                                                                                            : "";
    for (const char letter : value) {
        field += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return field + '"';
}

std::string toCsv(std::span<const ExportedHighlight> highlights)
{
    std::string text = "title,source,date,path,quote,sentence,note,colour,created,changed\r\n";
    for (const ExportedHighlight &exported : highlights) {
        const Highlight &highlight = exported.highlight;
        const CitedArticle &article = exported.article;
        for (const std::string &value :
             {article.title, article.source, article.date, repairUtf8(exported.path),
              highlight.place.quote, exported.sentence, highlight.note,
              std::string(colourName(highlight)), instantText(highlight.createdAt)}) {
            text += csvField(value) + ',';
        }
        text += csvField(instantText(highlight.changedAt)) + "\r\n";
    }
    return text;
}

// JSON.

/// `urn:uuid:` of 32 digits.
std::string uuidOf(std::string digits)
{
    constexpr std::array<std::size_t, 4> kDashes{8, 13, 18, 23};
    if (digits.size() != 32) {
        return "urn:lectern:" + digits;
    }
    for (const std::size_t place : kDashes) {
        digits.insert(place, "-");
    }
    return "urn:uuid:" + digits;
}

/// A relative address of the file.
std::string addressOfPath(std::string_view path)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string address;
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        const bool isPlain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || (byte >= '0' && byte <= '9')
            || std::string_view("-._~/").find(character) != std::string_view::npos;
        if (isPlain) {
            address += character;
        } else {
            address += '%';
            address += kHex[byte >> 4U];
            address += kHex[byte & 0xFU];
        }
    }
    return address;
}

Json textBody(const std::string &purpose, const std::string &value)
{
    return {
        {"type", "TextualBody"}, {"purpose", purpose}, {"format", "text/plain"}, {"value", value}};
}

Json annotationOf(const ExportedHighlight &exported)
{
    const Highlight &highlight = exported.highlight;
    const CitedArticle &article = exported.article;
    Json bodies = Json::array();
    if (!highlight.note.empty()) {
        bodies.push_back(textBody("commenting", highlight.note));
    }
    bodies.push_back(textBody("describing", exported.sentence));
    const Json selector{{"type", "TextQuoteSelector"},
                        {"exact", highlight.place.quote},
                        {"prefix", highlight.place.prefix},
                        {"suffix", highlight.place.suffix}};
    const Json target{
        {"source", article.source.empty() ? addressOfPath(exported.path) : article.source},
        {"dcterms:title", article.title},
        {"dcterms:date", article.date},
        {"lectern:path", addressOfPath(exported.path)},
        {"styleClass", colourName(highlight)},
        {"selector", selector}};
    return {{"id", uuidOf(highlight.uid)},
            {"type", "Annotation"},
            {"motivation", highlight.note.empty() ? "highlighting" : "commenting"},
            {"created", instantText(highlight.createdAt)},
            {"modified", instantText(highlight.changedAt)},
            {"body", std::move(bodies)},
            {"target", target}};
}

std::string toJson(std::span<const ExportedHighlight> highlights)
{
    const Json names{{"dcterms", "http://purl.org/dc/terms/"}, {"lectern", "urn:lectern:"}};
    Json items = Json::array();
    for (const ExportedHighlight &exported : highlights) {
        items.push_back(annotationOf(exported));
    }
    const Json page{{"@context", Json::array({"http://www.w3.org/ns/anno.jsonld", names})},
                    {"type", "AnnotationPage"},
                    {"items", std::move(items)}};
    return page.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string exportHighlights(std::span<const ExportedHighlight> highlights, HighlightFormat format)
{
    switch (format) {
    case HighlightFormat::Markdown:
        return toMarkdown(highlights);
    case HighlightFormat::Csv:
        return toCsv(highlights);
    case HighlightFormat::Json:
        return toJson(highlights);
    }
    return {};
}

std::string sentenceAround(std::string_view text, TextRange range)
{
    if (range.start >= range.end || range.end > text.size()) {
        return {};
    }
    const std::size_t start = sentenceStart(text, range.start);
    // The quote may have the mark that ends its sentence.
    const bool isWhole = endMarkAt(text, range.end - 1) == 1
        || (range.end - range.start >= 3 && endMarkAt(text, range.end - 3) == 3);
    const std::size_t end = isWhole ? range.end : sentenceEnd(text, range.end);
    return onOneLine(
        wholeCharacters(fromWholeCharacter(text.substr(start, end - start)), end - start));
}

std::string sentenceOf(const Highlight &highlight, std::string_view text)
{
    const QuoteSelector &place = highlight.place;
    if (const auto range = anchorQuote(text, place)) {
        return sentenceAround(text, *range);
    }
    const std::string kept = place.prefix + place.quote + place.suffix;
    return sentenceAround(kept, {place.prefix.size(), place.prefix.size() + place.quote.size()});
}

} // namespace lectern::core
