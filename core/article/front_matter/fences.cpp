#include "core/article/front_matter/fences.h"

#include "core/article/front_matter/field_names.h"
#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/lines.h"
#include "core/article/front_matter/loose_header.h"
#include "core/base/text.h"
#include "core/base/text_scan.h"

#include <algorithm>
#include <optional>

namespace lectern::core {

namespace {

std::string_view withoutTrailingBlanks(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t");
    return line.substr(0, last + 1);
}

std::uint32_t lineNumber(std::string_view text, std::size_t offset)
{
    return static_cast<std::uint32_t>(countLineFeeds(text.substr(0, offset))) + 1;
}

bool isKeyLine(std::string_view line, FrontMatterKind kind)
{
    if (kind == FrontMatterKind::Toml) {
        return tomlKeyEnd(line) != std::string_view::npos;
    }
    return yamlKeyEnd(line) != std::string_view::npos
        || gluedKeyEnd(line) != std::string_view::npos;
}

/// How far editors' templates indent the keys of a \a block: as its first line that is not blank.
std::size_t blockIndent(std::string_view block)
{
    std::size_t at = 0;
    while (at < block.size() && isBlankLine(lineAt(block, at))) {
        at = afterLine(block, at);
    }
    return indentOf(lineAt(block, at));
}

/// Whether a block between fences says anything a front matter would; two rules with prose between
/// them do not.
bool hasKeys(std::string_view block, FrontMatterKind kind)
{
    if (kind == FrontMatterKind::Json) { // Hexo leaves the braces out.
        const std::string_view words = trimmed(block);
        return words.empty() || words.front() == '{' || words.front() == '"';
    }
    if (kind == FrontMatterKind::Yaml && block.starts_with('{')) {
        return true; // JSON between YAML's fences
    }
    const std::size_t indent = blockIndent(block);
    bool isEmpty = true;
    for (std::size_t at = 0; at < block.size(); at = afterLine(block, at)) {
        const std::string_view line = lineAt(block, at);
        if (isKeyLine(line, kind)
            || (indentOf(line) == indent && isKeyLine(line.substr(indent), kind))) {
            return true;
        }
        isEmpty = isEmpty && (isBlankLine(line) || line.starts_with('#'));
    }
    return isEmpty;
}

/// Whether a block between fences that could be rules or code has a key that front matter has.
bool hasKnownKey(std::string_view block, FrontMatterKind kind)
{
    if (kind == FrontMatterKind::Json) {
        return true;
    }
    for (std::size_t at = 0; at < block.size(); at = afterLine(block, at)) {
        const std::string_view line = trimmed(lineAt(block, at));
        const std::size_t end = kind == FrontMatterKind::Toml
            ? tomlKeyEnd(line)
            : std::min(yamlKeyEnd(line), gluedKeyEnd(line));
        if (end != std::string_view::npos
            && fieldNamed(trimmed(line.substr(0, end))) < Field::Container) {
            return true;
        }
    }
    return false;
}

/// The keys at the start of \a text and the lines that belong to them.
std::string_view leadingFields(std::string_view text, FrontMatterKind kind)
{
    std::size_t end = 0;
    while (end < text.size()) {
        const std::string_view line = lineAt(text, end);
        const bool belongs = isKeyLine(line, kind) || (!isBlankLine(line) && indentOf(line) > 0)
            || line.starts_with("- ") || (kind == FrontMatterKind::Toml && line.starts_with('['));
        if (!belongs) {
            break;
        }
        end = afterLine(text, end);
    }
    return text.substr(0, end);
}

struct Closer
{
    std::size_t start = std::string_view::npos;
    std::size_t after = 0;
};

/// What an opening fence says of its block.
struct Opening
{
    FrontMatterKind kind = FrontMatterKind::None;
    char mark = '-';
    bool isPlain = true; ///< three marks and nothing else on the line
};

/// Three to five dashes; more are a rule.
bool isDashFence(std::string_view line)
{
    line = trimmed(line);
    return line.size() >= 3 && line.size() <= 5
        && line.find_first_not_of('-') == std::string_view::npos;
}

/// gray-matter names the language behind the dashes.
FrontMatterKind namedKind(std::string_view language)
{
    if (equalsIgnoringCase(language, "yaml") || equalsIgnoringCase(language, "yml")) {
        return FrontMatterKind::Yaml;
    }
    if (equalsIgnoringCase(language, "toml")) {
        return FrontMatterKind::Toml;
    }
    return equalsIgnoringCase(language, "json") ? FrontMatterKind::Json : FrontMatterKind::None;
}

Opening openingOf(std::string_view line)
{
    const std::string_view words = trimmed(line);
    const bool isPlain = words.size() == 3 && line.starts_with(words);
    if (words == "+++") {
        return {FrontMatterKind::Toml, '+', isPlain};
    }
    if (words == ";;;") { // Hexo's
        return {FrontMatterKind::Json, ';', isPlain};
    }
    if (isDashFence(words)) {
        return {FrontMatterKind::Yaml, '-', isPlain};
    }
    return words.starts_with("---") ? Opening{namedKind(trimmed(words.substr(3))), '-', false}
                                    : Opening{};
}

/// The first line from \a from on that \a isFence says yes to but for blanks at its end; \a scan
/// looks for a line feed and its beginning. Blocks have many lines, and only few begin like their
/// end.
template <typename IsFence>
Closer findLine(const TextScan &scan, std::string_view text, std::size_t from,
                const IsFence &isFence)
{
    for (std::size_t end = scan.find(text, from - 1); end != TextScan::kNotFound;
         end = scan.find(text, end + 1)) {
        if (isFence(withoutTrailingBlanks(lineAt(text, end + 1)))) {
            return {end + 1, afterLine(text, end + 1)};
        }
    }
    return {};
}

/// The fence that ends a block whose own fence, or its end, is not the plain one: longer, or
/// indented.
Closer findLooseCloser(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at < text.size(); at = afterLine(text, at)) {
        if (isDashFence(lineAt(text, at))) {
            return {at, afterLine(text, at)};
        }
    }
    return {};
}

/// \a from is where a line other than the first begins.
Closer findCloser(std::string_view text, std::size_t from, const Opening &opening)
{
    static const TextScan kPluses("\n+++", ByteHistogram{});
    static const TextScan kDashes("\n---", ByteHistogram{});
    static const TextScan kDots("\n...", ByteHistogram{});
    static const TextScan kSemicolons("\n;;;", ByteHistogram{});
    const auto is = [](std::string_view fence) {
        return [fence](std::string_view line) { return line == fence; };
    };
    if (opening.mark == '+') {
        return findLine(kPluses, text, from, is("+++"));
    }
    if (opening.mark == ';') {
        return findLine(kSemicolons, text, from, is(";;;"));
    }
    if (!opening.isPlain) {
        return findLooseCloser(text, from);
    }
    const Closer dashes = findLine(kDashes, text, from, is("---"));
    const Closer dots = findLine(kDots, text.substr(0, dashes.start), from, is("..."));
    if (dots.start != std::string_view::npos || dashes.start != std::string_view::npos) {
        return dots.start == std::string_view::npos ? dashes : dots;
    }
    const Closer loose = findLooseCloser(text, from);
    const bool areFields = loose.start != std::string_view::npos
        && from + leadingFields(text.substr(from), opening.kind).size() == loose.start;
    return areFields ? loose : Closer{};
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

/// Keys of exporters are words in small letters, sentences with a colon rarely are.
bool startsWithSmallLetters(std::string_view block)
{
    const std::string_view key = block.substr(0, block.find_first_of(":="));
    return std::ranges::all_of(trimmed(key), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_' || letter == '-';
    });
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
        FenceSplit split = wholeBody(text, FenceState::Unclosed, FrontMatterKind::Json);
        split.fenceLine = lineNumber(text, start);
        return split;
    }
    if (!isBlankLine(lineAt(text, end))) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    FenceSplit split;
    split.state = FenceState::Closed;
    split.kind = FrontMatterKind::Json;
    split.block = text.substr(start, end - start);
    split.blockLine = lineNumber(text, start);
    split.fenceLine = split.blockLine;
    split.body = text.substr(afterLine(text, end));
    split.bodyLine = lineNumber(text, afterLine(text, end));
    return split;
}

FenceSplit splitFenced(std::string_view text, std::size_t start, const Opening &opening)
{
    const FrontMatterKind kind = opening.kind;
    const std::size_t blockStart = afterLine(text, start);
    const Closer closer = findCloser(text, blockStart, opening);
    if (closer.start == std::string_view::npos) {
        const std::string_view fields = leadingFields(text.substr(blockStart), kind);
        FenceSplit split = fields.empty()
            ? wholeBody(text, FenceState::Absent, FrontMatterKind::None)
            : wholeBody(text, FenceState::Unclosed, kind);
        split.block = fields;
        split.fenceLine = lineNumber(text, start);
        return split;
    }
    FenceSplit split;
    split.block = text.substr(blockStart, closer.start - blockStart);
    // A blank line below the fence, or an unusual fence, could as well be a rule above a text.
    const bool isDoubtful = !opening.isPlain
        || (split.block.starts_with('\n') && trimmed(split.block).find(':') != split.block.npos);
    if (!hasKeys(split.block, kind) || (isDoubtful && !hasKnownKey(split.block, kind))) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    split.state = FenceState::Closed;
    split.kind = kind;
    split.fenceLine = lineNumber(text, start);
    split.blockLine = split.fenceLine + 1;
    split.body = text.substr(closer.after);
    split.bodyLine = split.blockLine + static_cast<std::uint32_t>(countLineFeeds(split.block)) + 1;
    return split;
}

FenceSplit splitLoose(std::string_view text, std::size_t start)
{
    const std::optional<LooseHeader> header = findLooseHeader(text.substr(start));
    if (!header) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    FenceSplit split;
    split.state = FenceState::Closed;
    split.kind = header->kind;
    split.fenceLine = lineNumber(text, start);
    split.block = header->block;
    split.blockLine = split.fenceLine;
    split.body = text.substr(start + header->bodyStart);
    split.bodyLine = lineNumber(text, start + header->bodyStart);
    return split;
}

} // namespace

FenceSplit splitFrontMatter(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::size_t start = 0;
    while (start < text.size()) {
        if (text.substr(start).starts_with(kByteOrderMark)) { // An editor added a second one.
            start += kByteOrderMark.size();
        } else if (isBlankLine(lineAt(text, start))) {
            start = afterLine(text, start);
        } else {
            break;
        }
    }
    if (start >= text.size()) {
        return wholeBody(text, FenceState::Absent, FrontMatterKind::None);
    }
    const Opening opening = openingOf(lineAt(text, start));
    if (opening.kind != FrontMatterKind::None) {
        return splitFenced(text, start, opening);
    }
    return startsJson(text, start) ? splitJson(text, start) : splitLoose(text, start);
}

FenceSplit splitSecondBlock(std::string_view body)
{
    const std::size_t start = std::min(body.find_first_not_of(" \t\n"), body.size());
    if (!body.substr(start).starts_with("---") && !body.substr(start).starts_with("+++")) {
        return wholeBody(body, FenceState::Absent, FrontMatterKind::None);
    }
    const FenceSplit split = splitFrontMatter(body);
    const bool isWhole = split.state == FenceState::Closed && !split.block.empty()
        && leadingFields(split.block, split.kind).size() == split.block.size()
        && startsWithSmallLetters(split.block);
    return isWhole ? split : wholeBody(body, FenceState::Absent, FrontMatterKind::None);
}

} // namespace lectern::core
