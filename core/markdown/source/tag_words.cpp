#include "core/base/byte_set.h"
#include "core/markdown/html/raw_html.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTagBytes = 1000;

/// Elements that nobody opens in the middle of a line without closing them, but people write about.
constexpr std::array<std::string_view, 21> kWords{
    "a",      "article", "audio",  "button",  "canvas", "details",  "div",
    "form",   "header",  "iframe", "main",    "nav",    "script",   "section",
    "select", "span",    "style",  "summary", "svg",    "textarea", "video",
};

/// Those of which one, never closed, hides the rest of the article.
bool hidesText(std::string_view name)
{
    return name == "script" || name == "style" || name == "svg" || name == "iframe";
}

struct WrittenTag
{
    std::string name; ///< lower case; empty: there is none
    bool isEnd = false;
    bool isBare = false; ///< nothing but the name
    bool isWhole = false; ///< `<x/>`
    std::size_t length = 0;
};

bool isNameByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-' || byte == ':';
}

WrittenTag tagAt(std::string_view text)
{
    WrittenTag tag;
    text = text.substr(0, kMaxTagBytes);
    tag.isEnd = text.starts_with("</");
    const std::size_t start = tag.isEnd ? 2 : 1;
    std::size_t end = start;
    while (end < text.size() && isNameByte(text[end])) {
        ++end;
    }
    constexpr ByteSet kBrackets("<>");
    const std::size_t close = kBrackets.findIn(text, end);
    if (end == start || std::isalpha(static_cast<unsigned char>(text[start])) == 0
        || close == std::string_view::npos || text[close] != '>') {
        return {};
    }
    for (const char byte : text.substr(start, end - start)) {
        tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    }
    tag.isBare = close == end;
    tag.isWhole = text[close - 1] == '/';
    tag.length = close + 1;
    return tag;
}

/// Word's `<o:p>`; addresses such as `<tel:1>` and `<urn:x>` are links.
bool isOfficeTag(const WrittenTag &tag)
{
    const std::size_t colon = tag.name.find(':');
    const std::string_view prefix = std::string_view(tag.name).substr(0, colon);
    constexpr std::array<std::string_view, 6> prefixes{"o", "w", "v", "m", "st1", "u1"};
    return colon != std::string::npos
        && std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

class TagWriter final
{
public:
    explicit TagWriter(std::string_view source)
        : m_source(source)
    {
        findTags();
        for (const auto &[at, tag] : m_tags) {
            if (tag.isEnd) {
                m_lastEnds[tag.name] = at;
            }
        }
    }

    /// None if nothing is to be written otherwise.
    std::optional<std::string> write()
    {
        std::size_t start = 0;
        for (const auto &[at, tag] : m_tags) {
            if (isForeign(at, tag)) {
                m_result.append(m_source.substr(start, at - start));
                start = at + tag.length;
            } else if (isWord(at, tag)) {
                m_result.append(m_source.substr(start, at - start)).append("&lt;");
                start = at + 1;
            }
        }
        if (start == 0) {
            return std::nullopt;
        }
        m_result.append(m_source.substr(start));
        return std::move(m_result);
    }

private:
    void findTags()
    {
        forEachRegion(m_source, [this](std::string_view piece, bool isCode) {
            for (std::size_t at = isCode ? std::string_view::npos : piece.find('<');
                 at != std::string_view::npos; at = piece.find('<', at + 1)) {
                WrittenTag tag = tagAt(piece.substr(at));
                if (!tag.name.empty() && !isAddress(piece.substr(0, at))) {
                    const auto offset = static_cast<std::size_t>(piece.data() - m_source.data());
                    m_tags.emplace_back(offset + at, std::move(tag));
                }
            }
        });
    }

    /// Whether what comes behind \a before is the address of a link, `](</a.md>)` or `]: </a.md>`.
    static bool isAddress(std::string_view before)
    {
        const std::size_t end = before.find_last_not_of(" \t") + 1; // npos + 1 is 0
        before = before.substr(0, end);
        return before.ends_with("](") || before.ends_with("]:");
    }

    bool isClosedLater(std::size_t at, const WrittenTag &tag) const
    {
        const auto end = m_lastEnds.find(tag.name);
        return end != m_lastEnds.end() && end->second > at;
    }

    bool startsLine(std::size_t at) const
    {
        const std::size_t before = m_source.substr(0, at).find_last_not_of(" \t>");
        return before == std::string_view::npos || m_source[before] == '\n';
    }

    /// Whether the tag is of a component or of another program; what is inside stays.
    bool isForeign(std::size_t at, const WrittenTag &tag) const
    {
        if (tag.name.find(':') != std::string::npos) {
            return isOfficeTag(tag);
        }
        return !isKnownTag(tag.name) && (tag.isEnd || tag.isWhole || isClosedLater(at, tag));
    }

    bool isWord(std::size_t at, const WrittenTag &tag) const
    {
        return !tag.isEnd && tag.isBare && !isClosedLater(at, tag)
            && std::find(kWords.begin(), kWords.end(), tag.name) != kWords.end()
            && (hidesText(tag.name) || !startsLine(at)) && (at == 0 || m_source[at - 1] != '\\');
    }

    std::string_view m_source;
    std::vector<std::pair<std::size_t, WrittenTag>> m_tags; ///< with where each stands
    std::map<std::string, std::size_t, std::less<>> m_lastEnds; ///< by name
    std::string m_result;
};

} // namespace

std::string withTagWords(std::string source)
{
    if (source.find('<') != std::string::npos) {
        if (std::optional<std::string> written = TagWriter(source).write()) {
            return std::move(*written);
        }
    }
    return source;
}

} // namespace lectern::core
