#include "core/article/fences.h"

#include "core/base/text.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::string_view kBlankCharacters = " \t";

/// The line that starts at \a start, without its end.
std::string_view lineAt(std::string_view text, std::size_t start)
{
    return text.substr(start, text.find('\n', start) - start);
}

std::string_view withoutTrailingBlanks(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(kBlankCharacters);
    return line.substr(0, last + 1);
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(kBlankCharacters) == std::string_view::npos;
}

std::size_t afterLine(std::string_view text, std::size_t start)
{
    const std::size_t end = text.find('\n', start);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::uint32_t lineNumber(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, offset);
    return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

/// `key:` or `key: value` at the start of a line, quoted or not.
bool isKeyLine(std::string_view line, char separator)
{
    if (line.empty() || kBlankCharacters.find(line.front()) != std::string_view::npos
        || std::string_view("#-*>`[({|!").find(line.front()) != std::string_view::npos) {
        return false;
    }
    const std::size_t colon = line.find(separator);
    if (colon == std::string_view::npos || colon == 0) {
        return false;
    }
    return separator == '=' || colon + 1 == line.size() || line[colon + 1] == ' '
        || line[colon + 1] == '\t';
}

/// Whether a block between fences says anything a front matter would; two rules with prose between
/// them do not.
bool hasKeys(std::string_view block, char separator)
{
    std::size_t start = 0;
    while (start < block.size()) {
        const std::string_view line = lineAt(block, start);
        if (isKeyLine(line, separator)) {
            return true;
        }
        start = afterLine(block, start);
    }
    return isBlank(block) || block.find_first_not_of(" \t\n") == std::string_view::npos;
}

struct Closer
{
    std::size_t start = std::string_view::npos;
    std::size_t after = 0;
};

Closer findCloser(std::string_view text, std::size_t from, std::string_view fence)
{
    while (from < text.size()) {
        const std::string_view line = withoutTrailingBlanks(lineAt(text, from));
        if (line == fence || (fence == "---" && line == "...")) {
            return {from, afterLine(text, from)};
        }
        from = afterLine(text, from);
    }
    return {};
}

/// The offset just after the brace that closes the one at \a start; npos if none does.
std::size_t afterClosingBrace(std::string_view text, std::size_t start)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t at = start; at < text.size(); ++at) {
        const char character = text[at];
        if (isInString) {
            at += character == '\\' ? 1 : 0;
            isInString = character != '"';
        } else if (character == '"') {
            isInString = true;
        } else if (character == '{') {
            ++depth;
        } else if (character == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

bool startsJson(std::string_view text, std::size_t start)
{
    if (text[start] != '{') {
        return false;
    }
    const std::size_t next = text.find_first_not_of(" \t\n", start + 1);
    return next != std::string_view::npos && (text[next] == '"' || text[next] == '}');
}

FenceSplit wholeBody(std::string_view text, FenceState state, FrontMatterKind kind)
{
    FenceSplit split;
    split.state = state;
    split.kind = kind;
    split.body = text;
    return split;
}

FenceSplit splitJson(std::string_view text, std::size_t start)
{
    const std::size_t end = afterClosingBrace(text, start);
    if (end == std::string_view::npos) {
        return wholeBody(text, FenceState::Unclosed, FrontMatterKind::Json);
    }
    if (!isBlank(lineAt(text, end))) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    const std::size_t bodyStart = afterLine(text, end);
    return {FenceState::Closed,      FrontMatterKind::Json,  text.substr(start, end - start),
            lineNumber(text, start), text.substr(bodyStart), lineNumber(text, bodyStart)};
}

FenceSplit splitFenced(std::string_view text, std::size_t start, FrontMatterKind kind)
{
    const std::string_view fence = kind == FrontMatterKind::Yaml ? "---" : "+++";
    const char separator = kind == FrontMatterKind::Yaml ? ':' : '=';
    const std::size_t blockStart = afterLine(text, start);
    const Closer closer = findCloser(text, blockStart, fence);
    if (closer.start == std::string_view::npos) {
        const bool looksMeant = isKeyLine(lineAt(text, blockStart), separator);
        return looksMeant ? wholeBody(text, FenceState::Unclosed, kind)
                          : wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    const std::string_view block = text.substr(blockStart, closer.start - blockStart);
    if (!hasKeys(block, separator)) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    return {FenceState::Closed,
            kind,
            block,
            lineNumber(text, blockStart),
            text.substr(closer.after),
            lineNumber(text, closer.after)};
}

} // namespace

FenceSplit splitFrontMatter(std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size() && isBlank(lineAt(text, start))) {
        start = afterLine(text, start);
    }
    if (start >= text.size()) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    const std::string_view first = withoutTrailingBlanks(lineAt(text, start));
    if (first == "---") {
        return splitFenced(text, start, FrontMatterKind::Yaml);
    }
    if (first == "+++") {
        return splitFenced(text, start, FrontMatterKind::Toml);
    }
    if (startsJson(text, start)) {
        return splitJson(text, start);
    }
    return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
}

} // namespace lectern::core
