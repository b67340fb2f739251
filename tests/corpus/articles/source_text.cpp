#include "tests/corpus/articles/source_text.h"

#include "core/markdown/html/html_tree.h"
#include "core/markdown/source/list_marks.h"

#include <md4c.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <map>

namespace lectern::tests {

namespace {

struct Collector
{
    std::string text;
    std::string html; ///< pieces of embedded HTML that belong together
    int imageDepth = 0;
};

void eraseBetween(std::string &html, std::string_view start, std::string_view end)
{
    for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at)) {
        const std::size_t close = html.find(end, at);
        html.erase(at, close == std::string::npos ? close : close + end.size() - at);
    }
}

/// Text of \a html between its tags.
void flushHtml(Collector &collector)
{
    std::string &html = collector.html;
    if (html.empty()) {
        return;
    }
    eraseBetween(html, "<!--", "-->");
    eraseBetween(html, "<script", "</script>");
    eraseBetween(html, "<style", "</style>");
    eraseBetween(html, "<", ">");
    for (std::size_t at = html.find('&'); at != std::string::npos; at = html.find('&', at + 1)) {
        const std::size_t end = html.find(';', at);
        if (end != std::string::npos && end - at < 12) {
            html.replace(at, end + 1 - at, core::decodedEntity(html.substr(at, end + 1 - at)));
        }
    }
    collector.text += html + "\n";
    html.clear();
}

int onText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    auto &collector = *static_cast<Collector *>(data);
    const std::string_view piece(text, size);
    if (type == MD_TEXT_HTML) {
        collector.html += piece;
        return 0;
    }
    flushHtml(collector);
    if (collector.imageDepth == 0) {
        collector.text += type == MD_TEXT_ENTITY ? core::decodedEntity(piece) : std::string(piece);
    }
    return 0;
}

/// Behind \a close, when it follows the \a at of an opening mark within its line and \a limit; or
/// 0.
std::size_t endOfMark(std::string_view text, std::size_t at, std::string_view close,
                      std::size_t limit)
{
    const std::string_view line = text.substr(at, std::min(limit, text.find('\n', at) - at));
    const std::size_t end = line.find(close, 1);
    return end == std::string_view::npos ? 0 : at + end + close.size();
}

bool isEmojiName(std::string_view name)
{
    return name.size() > 3 && name.find_first_of("abcdefghijklmnopqrstuvwxyz01") != name.npos
        && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1) == name.size() - 1;
}

/// \a markdown without the marks that say something to us and are text to CommonMark: footnote
/// labels, kinds of callouts and containers, attributes of headings and images, names of emoji,
/// letters and numbers of lists.
std::string withoutOurMarks(std::string_view markdown)
{
    std::string text;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const std::string_view rest = markdown.substr(i, 3);
        std::size_t end = 0;
        const bool isStart = i == 0 || markdown[i - 1] == '\n';
        const core::ListMark mark = isStart
            ? core::listMarkOf(markdown.substr(i, markdown.find('\n', i) - i))
            : core::ListMark();
        if (!mark.text.empty()) {
            text += mark.indent;
            end = i + mark.indent.size() + mark.text.size();
        } else if (rest.starts_with("[^")) {
            end = endOfMark(markdown, i, "]", 80);
        } else if (rest.starts_with("[!") && rest != "[![") {
            end = endOfMark(markdown, i, "]", 20);
        } else if (rest.starts_with("{#") || rest.starts_with("{.") || rest.starts_with("{:")) {
            end = endOfMark(markdown, i, "}", 200);
        } else if (rest == ":::" && isStart) {
            // A container, whose kind is shown in our words.
            end = std::min(markdown.find_first_not_of(": ", i), markdown.size());
            end = std::min(markdown.find_first_of(" \n[{", end), markdown.size());
        } else if (rest.starts_with(":")) {
            end = endOfMark(markdown, i, ":", 34);
            const bool isAddress = end > 0 && markdown.substr(end).starts_with('/');
            end = !isAddress && isEmojiName(markdown.substr(i, end - i)) ? end : 0;
        }
        if (end > 0) {
            i = end - 1;
        } else {
            text += markdown[i];
        }
    }
    return text;
}

std::map<UChar32, int> letterCounts(std::string_view text)
{
    std::map<UChar32, int> counts;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), i, length, character);
        if (u_isalnum(character) != 0) {
            ++counts[character];
        }
    }
    return counts;
}

} // namespace

std::string sourceText(std::string_view markdown)
{
    std::string padded = withoutOurMarks(markdown);
    const std::size_t size = padded.size();
    padded.append(9, '\0');
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE, void *, void *) { return 0; };
    parser.leave_block = [](MD_BLOCKTYPE, void *, void *data) {
        flushHtml(*static_cast<Collector *>(data));
        static_cast<Collector *>(data)->text += '\n';
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *, void *data) {
        static_cast<Collector *>(data)->imageDepth += type == MD_SPAN_IMG ? 1 : 0;
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *data) {
        static_cast<Collector *>(data)->imageDepth -= type == MD_SPAN_IMG ? 1 : 0;
        return 0;
    };
    parser.text = onText;
    Collector collector;
    md_parse(padded.data(), static_cast<MD_SIZE>(size), &parser, &collector);
    flushHtml(collector);
    return collector.text;
}

std::string missingLetters(std::string_view source, std::string_view page)
{
    const std::map<UChar32, int> onPage = letterCounts(page);
    std::string missing;
    for (const auto &[letter, count] : letterCounts(source)) {
        const auto found = onPage.find(letter);
        const int shown = found == onPage.end() ? 0 : found->second;
        if (count > shown) {
            std::string bytes(4, '\0');
            std::int32_t length = 0;
            U8_APPEND_UNSAFE(bytes.data(), length, letter);
            bytes.resize(static_cast<std::size_t>(length));
            missing += bytes + std::to_string(count - shown) + " ";
        }
    }
    return missing;
}

} // namespace lectern::tests
