#include "core/search/snippet.h"

#include "core/article/article_file.h"
#include "core/base/text.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace lectern::core {

namespace {

/// In columns: a Latin letter takes one, a Chinese character two.
constexpr int kColumnsBefore = 36;
constexpr int kColumnsAfter = 320;
constexpr std::string_view kCut = "…";

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

int columnsOf(char firstByte)
{
    return static_cast<unsigned char>(firstByte) < 0xE0 ? 1 : 2;
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

std::optional<TextRange> firstHit(const FoldedText &text, std::span<const std::string> needles)
{
    std::size_t first = std::string::npos;
    std::size_t size = 0;
    for (const std::string &needle : needles) {
        const std::size_t hit = needle.empty() ? std::string::npos : text.folded().find(needle);
        if (hit < first) {
            first = hit;
            size = needle.size();
        }
    }
    return first == std::string::npos ? std::nullopt
                                      : std::optional(text.originalOf(first, first + size));
}

/// Where to begin so that \a hit stands in the first line: the start of its line, else of a word.
std::size_t startBefore(std::string_view text, std::size_t hit)
{
    std::size_t start = hit;
    for (int columns = 0; start > 0 && columns < kColumnsBefore && text[start - 1] != '\n';) {
        --start;
        while (start > 0 && isContinuation(text[start])) {
            --start;
        }
        columns += columnsOf(text[start]);
    }
    if (start == 0 || text[start - 1] == '\n') {
        return start;
    }
    const auto blank = std::ranges::find_if(text.substr(start, hit - start), isBlank);
    const auto cut = static_cast<std::size_t>(blank - text.substr(start, hit - start).begin());
    return start + cut < hit ? start + cut + 1 : start;
}

std::size_t endAfter(std::string_view text, std::size_t hit)
{
    std::size_t end = hit;
    for (int columns = 0; end < text.size() && columns < kColumnsAfter;) {
        columns += columnsOf(text[end]);
        ++end;
        while (end < text.size() && isContinuation(text[end])) {
            ++end;
        }
    }
    return end;
}

std::string inOneLine(std::string_view text)
{
    std::string line;
    for (const char byte : text) {
        if (!isBlank(byte)) {
            line += byte;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

/// The words of a page, each block in lines of its own; numbers of notes are not read.
void appendWords(const HtmlNode &node, std::string &words)
{
    constexpr std::array<std::string_view, 15> inlines{
        "a",    "abbr", "b",      "code", "del", "em",  "i",    "ins",
        "mark", "s",    "strong", "sub",  "u",   "kbd", "span",
    };
    if (node.is("sup")) {
        return;
    }
    words += node.text;
    const bool isBlock = !node.isText() && std::ranges::find(inlines, node.name) == inlines.end();
    words += isBlock ? "\n" : "";
    for (const HtmlNode &child : node.children) {
        appendWords(child, words);
    }
    words += isBlock ? "\n" : "";
}

/// \a text with the words of `[[page]]`, `#[[tag]]` and `[[page|words]]`, which have no link here.
std::string withoutWikiMarks(std::string_view text)
{
    std::string plain;
    std::size_t start = 0;
    for (std::size_t open = text.find("[["); open != std::string_view::npos;
         open = text.find("[[", open + 2)) {
        const std::size_t close = text.find_first_of("]\n", open);
        const bool isWord
            = open > 0 && std::isalnum(static_cast<unsigned char>(text[open - 1])) != 0;
        if (isWord || close == std::string_view::npos || !text.substr(close).starts_with("]]")) {
            continue; // `x[[1]]` is code
        }
        const std::string_view inner = text.substr(open + 2, close - open - 2);
        plain.append(text.substr(start, open - start)).append(inner.substr(inner.find('|') + 1));
        start = close + 2;
    }
    return plain.append(text.substr(start));
}

} // namespace

Snippet snippetOf(std::string_view text, std::span<const std::string> needles)
{
    const std::optional<TextRange> hit = firstHit(FoldedText(text), needles);
    if (!hit) {
        return {};
    }
    const std::size_t start = startBefore(text, hit->start);
    const std::string line = inOneLine(text.substr(start, endAfter(text, hit->end) - start));
    Snippet snippet{(start == 0 ? std::string() : std::string(kCut)) + line, {}};
    snippet.hits = findFolded(snippet.text, needles);
    return snippet;
}

std::string openingOf(std::string_view text, std::string_view title)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    text.remove_prefix(std::min(first, text.size()));
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!title.empty() && trimmed(line) == trimmed(title)) {
        text.remove_prefix(line.size());
    }
    return inOneLine(withoutWikiMarks(text.substr(0, endAfter(text, 0))));
}

std::string readOpening(const std::string &root, std::string_view path)
{
    constexpr std::size_t kEnough = 16'384; // bytes; pictures and their addresses may come first
    Article article = readArticleFile(root, path).article;
    article.body = wholeCharacters(article.body, kEnough);
    const std::optional<HtmlNode> page = parseHtml(renderBody(article, {}).html);
    std::string words;
    if (page) {
        appendWords(*page, words);
    }
    return openingOf(words, article.meta.title);
}

Snippet readSnippet(const std::string &root, std::string_view path,
                    std::span<const std::string> needles)
{
    return snippetOf(visibleText(readArticleFile(root, path).article.body), needles);
}

} // namespace lectern::core
