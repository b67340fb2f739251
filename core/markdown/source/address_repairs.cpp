#include "core/markdown/source/address_repairs.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace lectern::core {

namespace {

/// Endings of files that are linked to or shown.
constexpr std::array<std::string_view, 20> kFileEndings{
    ".avif", ".csv", ".doc", ".docx", ".epub", ".gif", ".htm", ".html", ".jpeg", ".jpg",
    ".md",   ".mp3", ".mp4", ".pdf",  ".png",  ".svg", ".txt", ".webp", ".xlsx", ".zip",
};

/// The address that \a text begins with, up to the bracket that closes it; empty if none does.
std::string_view bracketedAddress(std::string_view text)
{
    text = text.substr(0, kMaxAddressBytes);
    text = text.substr(0, text.find('\n'));
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth < 0) {
            return text.substr(0, at);
        }
    }
    return {};
}

/// A title in quotes, or a size: `a.png =120x40`.
bool mayHaveTitle(std::string_view address)
{
    return address.find_first_of("<>\"") != std::string_view::npos
        || address.find(" '") != std::string_view::npos
        || address.find(" =") != std::string_view::npos;
}

bool isFileName(std::string_view address)
{
    const std::string folded = foldForSearch(trimmed(address));
    return std::ranges::any_of(
        kFileEndings, [&folded](std::string_view ending) { return folded.ends_with(ending); });
}

/// Whether \a address is one of the web, a mail's or a place of an article, by how it begins.
bool isOfScheme(std::string_view address)
{
    const std::string_view name = address.substr(0, address.find_first_of(" #"));
    return address.starts_with("http://") || address.starts_with("https://")
        || address.starts_with("mailto:")
        || (name.size() < address.size() && address[name.size()] == '#'
            && (name.empty() || isFileName(name)));
}

/// \a address of a file with its number signs as a part of the name: `C #1.md`.
std::string withoutFragment(std::string_view address)
{
    std::string name;
    for (const char byte : address) {
        name += byte == '#' ? "%23" : std::string(1, byte);
    }
    return name;
}

/// What stands for \a address, which is in the brackets of a link, so that a parser reads it;
/// empty if it does as it is, or means something else. What ends in quotes or brackets is an
/// address with a title.
std::string readableAddress(std::string_view address)
{
    address = trimmed(address);
    const std::size_t blank = address.find(' ');
    if (blank == std::string_view::npos || mayHaveTitle(address)) {
        return {};
    }
    if (isFileName(address) && !isOfScheme(address)) {
        return "<" + withoutFragment(address) + ">";
    }
    if (!isOfScheme(address) || address.find(" (") != std::string_view::npos) {
        return {};
    }
    const std::string_view rest = trimmed(address.substr(blank));
    const std::string_view first = address.substr(0, blank);
    constexpr std::string_view open = "\u201C";
    constexpr std::string_view close = "\u201D";
    if (rest.starts_with(open) && rest.ends_with(close)) {
        const std::string_view title = rest.substr(open.size(), rest.size() - 2 * open.size());
        return std::string(first).append(" \"").append(title).append("\"");
    }
    return rest.starts_with("http") ? std::string(first) : withEncodedBlanks(address);
}

/// An address of the web that \a text begins with, up to its closing bracket, in two lines.
std::string_view tornAddress(std::string_view text)
{
    constexpr std::string_view kEnds = "\n ()<>\"'";
    text = text.substr(0, kMaxAddressBytes);
    const std::size_t end = text.starts_with("http") ? text.find_first_of(kEnds) : 0;
    if (end == 0 || end == std::string_view::npos || text[end] != '\n') {
        return {};
    }
    const std::size_t close = text.find_first_of(kEnds, end + 1);
    return close != std::string_view::npos && text[close] == ')' && close > end + 1
            && close < kMaxAddressBytes
        ? text.substr(0, close)
        : std::string_view();
}

/// An address as it was written and as a parser reads it.
struct MendedAddress
{
    std::string_view written;
    std::string mended; ///< empty: there is nothing to mend
};

MendedAddress mendedAddress(std::string_view text)
{
    if (const std::string_view torn = tornAddress(text); !torn.empty()) {
        std::string whole(torn);
        std::erase(whole, '\n');
        return {torn, whole};
    }
    const std::string_view address = bracketedAddress(text);
    return {address, readableAddress(address)};
}

} // namespace

std::string withEncodedBlanks(std::string_view address)
{
    std::string encoded;
    for (const char byte : address) {
        encoded += byte == ' ' ? "%20" : std::string(1, byte);
    }
    return encoded;
}

std::string joinedImages(std::string written, RepairCounts &counts)
{
    const std::string_view text = written;
    constexpr std::string_view empty = "![]()";
    std::string joined;
    std::size_t start = 0;
    for (std::size_t at = text.find("![]()http"); at != std::string_view::npos;
         at = text.find("![]()http", start)) {
        const std::size_t address = at + empty.size();
        const std::size_t end = text.find_first_of(" \n<>!", address);
        joined.append(text.substr(start, at - start));
        if (end != std::string_view::npos && text.substr(end).starts_with(empty)) {
            joined.append("![](<").append(text.substr(address, end - address)).append(">)");
            start = end + empty.size();
            ++counts[Repair::Images];
        } else {
            joined.append(empty);
            start = address;
        }
    }
    if (start == 0) {
        return written;
    }
    return joined.append(text.substr(start));
}

std::string withBlankAddresses(std::string written, std::string_view lineBefore, Repairs repairs,
                               RepairCounts &counts)
{
    const std::string_view text = written;
    const bool isOpenBefore = lineBefore.find('[') != std::string_view::npos;
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find("]("); at != std::string_view::npos;
         at = text.find("](", at + 2)) {
        const std::size_t first = at - std::min(at, kMaxAddressBytes);
        const std::string_view before = text.substr(first, at - first);
        const std::size_t open = before.rfind('[');
        const bool isHere = open != std::string_view::npos || (isOpenBefore && first == 0);
        const std::size_t words = open == std::string_view::npos ? 0 : open;
        const bool isImage = words > 0 && before[words - 1] == '!';
        const Repair kind = isImage ? Repair::Images : Repair::Links;
        if (!isHere || !repairs.has(kind) || before.find("\n\n", words) != std::string_view::npos) {
            continue;
        }
        const MendedAddress address = mendedAddress(text.substr(at + 2));
        if (!address.mended.empty()) {
            result.append(text.substr(start, at + 2 - start)).append(address.mended);
            start = at + 2 + address.written.size();
            ++counts[kind];
        }
    }
    if (start == 0) {
        return written;
    }
    return result.append(text.substr(start));
}

} // namespace lectern::core
