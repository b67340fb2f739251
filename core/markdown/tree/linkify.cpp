#include "core/base/byte_set.h"
#include "core/markdown/cjk_marks.h"
#include "core/markdown/tree/text_passes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace lectern::core {

namespace {

bool isAlphanumeric(char character)
{
    const char lower = static_cast<char>(character | 0x20);
    return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
}

/// The length of "http://" or "https://" at \a at, in any case, or 0.
std::size_t schemeLength(std::string_view text, std::size_t at)
{
    constexpr std::string_view scheme = "https://";
    std::size_t length = 0;
    for (const char expected : scheme) {
        const char actual = at + length < text.size() ? text[at + length] : '\0';
        if ((actual | 0x20) == expected || actual == expected) {
            ++length;
        } else if (expected != 's') {
            return 0;
        }
    }
    return length;
}

/// Whether a second address may begin here, inside another: after `/`, `=` and their like it
/// belongs to the first.
bool splitsBefore(char previous)
{
    return std::string_view("/=?&:%#+@,;!").find(previous) == std::string_view::npos;
}

/// Dashes and dots that join the words of a page's name.
bool isJoiner(UChar32 character)
{
    return character == 0x2010 || character == 0x2013 || character == 0x2014 || character == 0xB7
        || character == 0x30FB || character == 0x2022;
}

bool isHanOrKana(UChar32 character)
{
    return isCjk(static_cast<char32_t>(character)) && u_isalpha(character) != 0;
}

/// Whether the character from \a at to \a end of \a text, which is not ASCII, belongs to the
/// address from \a start on: a joiner between letters, or Chinese that names a page of a wiki.
bool isOfAddress(std::string_view text, std::size_t start, std::size_t at, std::size_t end,
                 UChar32 character)
{
    UChar32 next = 0;
    auto index = static_cast<std::int32_t>(end);
    if (end < text.size()) {
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), index,
                static_cast<std::int32_t>(text.size()), next);
    }
    constexpr std::size_t kMaxPageAddress = 1000;
    if (at - start > kMaxPageAddress) {
        return false;
    }
    const std::string_view url = text.substr(start, at - start);
    const std::size_t slash = url.find_last_of("/#");
    const std::string_view name = url.substr(slash == std::string_view::npos ? 0 : slash + 1);
    const bool isWiki = url.find("/wiki/") != std::string_view::npos
        || url.find("/item/") != std::string_view::npos;
    if (isHanOrKana(character)) {
        return isWiki && (name.empty() || static_cast<unsigned char>(name.back()) >= 0x80);
    }
    const bool isBetween = !name.empty() && u_isalnum(next) != 0
        && (isAlphanumeric(name.back()) || static_cast<unsigned char>(name.back()) >= 0x80);
    return isJoiner(character) && isBetween && (isWiki || !isHanOrKana(next));
}

/// Where an address that starts at \a start can reach at most: blanks, `<`, Chinese and other
/// non-ASCII punctuation end it.
std::size_t reachOf(std::string_view text, std::size_t start)
{
    auto index = static_cast<std::int32_t>(start);
    while (static_cast<std::size_t>(index) < text.size()) {
        const auto before = static_cast<std::size_t>(index);
        UChar32 character = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), index,
                static_cast<std::int32_t>(text.size()), character);
        const bool isEnd = character <= ' ' || character == '<' || character == '>'
            || character == '"' || character == '`' || character == 0x7F
            || (character >= 0x80
                && !isOfAddress(text, start, before, static_cast<std::size_t>(index), character)
                && (isCjk(static_cast<char32_t>(character)) || u_ispunct(character) != 0
                    || u_isspace(character) != 0 || u_isgraph(character) == 0));
        const bool isNext = character == 'h' && before > start && splitsBefore(text[before - 1])
            && schemeLength(text, before) > 0;
        if (isEnd || isNext) {
            return before;
        }
    }
    return text.size();
}

/// The ends that addresses reach. What stops one address also stops those that begin inside it, so
/// that a text is gone through once, however many seem to begin in it.
class Reaches final
{
public:
    explicit Reaches(std::string_view text)
        : m_text(text)
    {}

    /// The text from \a start on that may be an address; empty when it is longer than any is.
    std::string_view from(std::size_t start)
    {
        constexpr std::size_t kMaxAddressBytes = 4096;
        if (start >= m_end) {
            m_end = reachOf(m_text, start);
        }
        const std::size_t length = m_end - start;
        return length <= kMaxAddressBytes ? m_text.substr(start, length) : std::string_view();
    }

private:
    std::string_view m_text;
    std::size_t m_end = 0; ///< of the last address that was asked for
};

/// \a url without the punctuation that ends the sentence around it.
std::string_view withoutTrail(std::string_view url)
{
    auto closed = std::count(url.begin(), url.end(), ')');
    const auto opened = closed == 0 ? 0 : std::count(url.begin(), url.end(), '(');
    while (!url.empty()) {
        const char last = url.back();
        if (last == ')') {
            if (closed <= opened) {
                break;
            }
            --closed;
            url.remove_suffix(1);
        } else if (last == ';') {
            std::size_t name = url.size() - 1;
            while (name > 0 && isAlphanumeric(url[name - 1])) {
                --name;
            }
            const bool isReference = name > 0 && name < url.size() - 1 && url[name - 1] == '&';
            url = url.substr(0, isReference ? name - 1 : url.size() - 1);
        } else if (std::string_view("?!.,:*_~'|]}").find(last) != std::string_view::npos) {
            url.remove_suffix(1);
        } else {
            break;
        }
    }
    return url;
}

/// Whether \a host (up to its port or path) has a dot between names.
bool isPublicHost(std::string_view rest)
{
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
    const std::size_t dot = host.find('.');
    const bool isPlain = std::all_of(host.begin(), host.end(), [](char character) {
        return isAlphanumeric(character) || character == '-' || character == '.' || character == '_'
            || character == '@' || static_cast<unsigned char>(character) >= 0x80;
    });
    return isPlain && dot != std::string_view::npos && dot > 0 && dot + 1 < host.size()
        && host.find("..") == std::string_view::npos;
}

struct Link
{
    std::size_t start = 0;
    std::size_t end = 0; ///< equal to start: no link
    std::string prefix;
};

Link webLinkAt(std::string_view text, std::size_t at, Reaches &reaches)
{
    const std::size_t scheme = schemeLength(text, at);
    const std::string_view url = withoutTrail(reaches.from(at));
    return scheme > 0 && url.size() > scheme && isPublicHost(url.substr(scheme))
        ? Link{at, at + url.size(), ""}
        : Link{};
}

Link wwwLinkAt(std::string_view text, std::size_t at, Reaches &reaches)
{
    const bool isFree = at == 0 || static_cast<unsigned char>(text[at - 1]) >= 0x80
        || std::string_view(" \t\n*_~(").find(text[at - 1]) != std::string_view::npos;
    if (!isFree || !text.substr(at).starts_with("www.")) {
        return {};
    }
    const std::string_view url = withoutTrail(reaches.from(at));
    return url.size() > 4 && isPublicHost(url) && isAlphanumeric(url[4])
        ? Link{at, at + url.size(), "http://"}
        : Link{};
}

bool isMailNameCharacter(char character)
{
    return isAlphanumeric(character)
        || std::string_view(".-_+").find(character) != std::string_view::npos;
}

/// The mail address around the `@` at \a at that does not start before \a floor.
Link mailLinkAt(std::string_view text, std::size_t at, std::size_t floor)
{
    std::size_t start = at;
    while (start > floor && isMailNameCharacter(text[start - 1])) {
        --start;
    }
    std::size_t end = at + 1;
    while (end < text.size()
           && (isAlphanumeric(text[end]) || text[end] == '-' || text[end] == '_'
               || text[end] == '.')) {
        ++end;
    }
    while (end > at + 1 && text[end - 1] == '.') {
        --end;
    }
    const std::string_view host = text.substr(at + 1, end - at - 1);
    const bool isMail = start < at && host.find('.') != std::string_view::npos
        && isAlphanumeric(host.front()) && isAlphanumeric(host.back())
        && host.find("..") == std::string_view::npos;
    const bool isAddressPart = start > 0 && (text[start - 1] == '/' || text[start - 1] == ':');
    return isMail && !isAddressPart ? Link{start, end, "mailto:"} : Link{};
}

Link linkAt(std::string_view text, std::size_t at, std::size_t floor, Reaches &reaches)
{
    switch (text[at]) {
    case 'h':
    case 'H':
        return webLinkAt(text, at, reaches);
    case 'w':
        return wwwLinkAt(text, at, reaches);
    default:
        return mailLinkAt(text, at, floor);
    }
}

HtmlNode linkNode(std::string_view text, const std::string &prefix)
{
    HtmlNode node = makeElement("a", {makeText(std::string(text))});
    node.setAttribute("href", prefix + std::string(text));
    return node;
}

/// Where a link may begin: a cheap test before the costly ones.
std::size_t nextCandidate(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '@'
            || ((character == 'h' || character == 'H') && schemeLength(text, at) > 0)
            || (character == 'w' && text.substr(at).starts_with("www."))) {
            return at;
        }
    }
    return std::string_view::npos;
}

/// Whether \a text has what all links have: what most have not is found in many bytes at once.
bool mayHaveLinks(std::string_view text)
{
    constexpr ByteSet kLinkMarks("@:");
    return kLinkMarks.findIn(text) != std::string_view::npos
        || text.find("www.") != std::string_view::npos;
}

std::vector<HtmlNode> linkified(std::string_view text)
{
    std::vector<HtmlNode> nodes;
    if (!mayHaveLinks(text)) {
        return nodes;
    }
    Reaches reaches(text);
    std::size_t start = 0;
    std::size_t at = nextCandidate(text, 0);
    while (at != std::string_view::npos) {
        const Link link = linkAt(text, at, start, reaches);
        if (link.end > link.start) {
            if (link.start > start) {
                nodes.push_back(makeText(std::string(text.substr(start, link.start - start))));
            }
            nodes.push_back(linkNode(text.substr(link.start, link.end - link.start), link.prefix));
            start = link.end;
        }
        at = nextCandidate(text, std::max(at + 1, start));
    }
    if (!nodes.empty() && start < text.size()) {
        nodes.push_back(makeText(std::string(text.substr(start))));
    }
    return nodes;
}

} // namespace

void linkifyText(HtmlNode &root)
{
    replaceText(root, linkified);
}

} // namespace lectern::core
