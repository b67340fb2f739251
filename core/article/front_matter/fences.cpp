#include "core/article/front_matter/fences.h"

#include "core/article/front_matter/lines.h"
#include "core/base/text.h"
#include "core/base/text_scan.h"

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
    const std::size_t end = kind == FrontMatterKind::Toml ? tomlKeyEnd(line) : yamlKeyEnd(line);
    return end != std::string_view::npos;
}

/// Whether a block between fences says anything a front matter would; two rules with prose between
/// them do not.
bool hasKeys(std::string_view block, FrontMatterKind kind)
{
    if (kind == FrontMatterKind::Yaml && block.starts_with('{')) {
        return true; // JSON between YAML's fences
    }
    bool isEmpty = true;
    for (std::size_t at = 0; at < block.size(); at = afterLine(block, at)) {
        const std::string_view line = lineAt(block, at);
        if (isKeyLine(line, kind)) {
            return true;
        }
        isEmpty = isEmpty && (isBlankLine(line) || line.starts_with('#'));
    }
    return isEmpty;
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

/// The first line from \a from on that is \a fence but for blanks at its end; \a scan looks for a
/// line feed and the fence. Blocks have many lines, and only few begin like their end.
Closer findLine(const TextScan &scan, std::string_view text, std::size_t from,
                std::string_view fence)
{
    for (std::size_t end = scan.find(text, from - 1); end != TextScan::kNotFound;
         end = scan.find(text, end + 1)) {
        if (withoutTrailingBlanks(lineAt(text, end + 1)) == fence) {
            return {end + 1, afterLine(text, end + 1)};
        }
    }
    return {};
}

/// \a from is where a line other than the first begins.
Closer findCloser(std::string_view text, std::size_t from, FrontMatterKind kind)
{
    static const TextScan kPluses("\n+++", ByteHistogram{});
    static const TextScan kDashes("\n---", ByteHistogram{});
    static const TextScan kDots("\n...", ByteHistogram{});
    if (kind == FrontMatterKind::Toml) {
        return findLine(kPluses, text, from, "+++");
    }
    const Closer dashes = findLine(kDashes, text, from, "---");
    const Closer dots = findLine(kDots, text.substr(0, dashes.start), from, "...");
    return dots.start == std::string_view::npos ? dashes : dots;
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

FenceSplit splitFenced(std::string_view text, std::size_t start, FrontMatterKind kind)
{
    const std::size_t blockStart = afterLine(text, start);
    const Closer closer = findCloser(text, blockStart, kind);
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
    if (!hasKeys(split.block, kind)) {
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

} // namespace

FenceSplit splitFrontMatter(std::string_view text)
{
    std::size_t start = 0;
    while (start < text.size() && isBlankLine(lineAt(text, start))) {
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
