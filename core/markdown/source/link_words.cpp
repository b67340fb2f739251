#include "core/base/text.h"
#include "core/markdown/source/address_repairs.h"

#include <algorithm>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxHeadingBytes = 200;

/// The bracket that opens the words which end at \a close; kNone if there is none near.
std::size_t openingBracket(std::string_view text, std::size_t close)
{
    const std::size_t first = close - std::min(close, kMaxAddressBytes);
    int depth = 0;
    for (std::size_t at = close; at-- > first;) {
        const bool isEscaped = at > 0 && text[at - 1] == '\\';
        if (text[at] == ']' && !isEscaped) {
            ++depth;
        } else if (text[at] == '[' && !isEscaped && --depth < 0) {
            return at;
        }
    }
    return kNone;
}

/// Whether \a line begins a block, in which no link goes on.
bool beginsBlock(std::string_view line)
{
    line = trimmed(line);
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("#")
        || line.starts_with(">") || line.starts_with("|") || line.starts_with("```");
}

/// \a words without blank lines, or nothing where they are more than a link's.
std::string joinedWords(std::string_view words)
{
    std::string joined;
    std::size_t gaps = 0;
    bool isFirst = true;
    for (std::string_view rest = words; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = isFirst ? rest.substr(0, end) : trimmed(rest.substr(0, end));
        if (!isFirst && beginsBlock(line)) {
            return {};
        }
        gaps += line.empty() && !isFirst ? 1 : 0;
        joined.append(!joined.empty() && !line.empty() ? "\n" : "").append(line);
        isFirst = false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return gaps <= 3 ? joined : "";
}

/// Whether \a at ends a line that is a heading: `### [`.
bool opensInHeading(std::string_view text, std::size_t at)
{
    if (!text.substr(at + 1).starts_with('\n')) {
        return false;
    }
    const std::size_t first = at - std::min(at, kMaxHeadingBytes);
    const std::string_view before = text.substr(first, at - first);
    const std::size_t end = before.rfind('\n');
    return (end != kNone || first == 0) && before.substr(end + 1).starts_with('#');
}

bool hasBlankLine(std::string_view words)
{
    for (std::size_t end = words.find('\n'); end != kNone; end = words.find('\n', end + 1)) {
        const std::size_t next = words.find_first_not_of(" \t\r", end + 1);
        if (next != kNone && words[next] == '\n') {
            return true;
        }
    }
    return false;
}

bool hasAddress(std::string_view brackets)
{
    const std::string_view address = brackets.substr(0, kMaxAddressBytes);
    const std::size_t end = address.find_first_of(")\n");
    return end != kNone && address[end] == ')';
}

bool isTorn(std::string_view text, std::size_t open, std::size_t close)
{
    return hasBlankLine(text.substr(open + 1, close - open - 1)) || opensInHeading(text, open);
}

} // namespace

std::string withWholeLinks(std::string written, RepairCounts &counts)
{
    const std::string_view text = written;
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find("]("); at != kNone; at = text.find("](", at + 2)) {
        const std::size_t open = openingBracket(text, at);
        const bool isEscaped = at > 0 && text[at - 1] == '\\';
        if (isEscaped || open == kNone || open < start || !isTorn(text, open, at)
            || !hasAddress(text.substr(at + 2))) {
            continue;
        }
        const std::string words = joinedWords(text.substr(open + 1, at - open - 1));
        if (!words.empty()) {
            result.append(text.substr(start, open + 1 - start)).append(words);
            start = at;
            ++counts[Repair::Links];
        }
    }
    if (start == 0) {
        return written;
    }
    return result.append(text.substr(start));
}

} // namespace lectern::core
