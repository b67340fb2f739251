#include "core/article/inline_tags.h"

#include "core/article/front_matter/field_values.h"
#include "core/article/front_matter/lines.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxTagBytes = 200;

bool isAsciiTagByte(unsigned char byte)
{
    const auto lower = static_cast<unsigned char>(byte | 0x20U);
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z') || byte == '_'
        || byte == '-' || byte == '/';
}

/// Punctuation beyond ASCII: of Latin-1, General Punctuation, CJK and its full-width forms.
bool isWideMark(std::string_view text)
{
    const auto at = [text](std::size_t index) {
        return static_cast<unsigned char>(index < text.size() ? text[index] : '\0');
    };
    if (at(0) == 0xC2 || (at(0) == 0xE2 && (at(1) == 0x80 || at(1) == 0x81))) {
        return true;
    }
    if (at(0) == 0xE3 && at(1) == 0x80) {
        return at(2) != 0x85 && at(2) != 0x87; // 々 and 〇 are words
    }
    const bool isFullWidth = at(0) == 0xEF && (at(1) == 0xBC || at(1) == 0xBD);
    const bool isLetter = at(1) == 0xBC ? (at(2) >= 0x90 && at(2) <= 0x99) || at(2) >= 0xA1
                                        : at(2) >= 0x81 && at(2) <= 0x9A;
    return isFullWidth && !isLetter;
}

/// How many bytes of \a text are a tag's name.
std::size_t nameLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size()) {
        const auto byte = static_cast<unsigned char>(text[length]);
        const bool isWord = byte < 0x80 ? isAsciiTagByte(byte) : !isWideMark(text.substr(length));
        if (!isWord) {
            break;
        }
        do {
            ++length;
        } while (length < text.size()
                 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U);
    }
    return length;
}

class InlineTags final
{
public:
    explicit InlineTags(std::vector<std::string> &tags)
        : m_tags(tags)
    {
        for (const std::string &tag : tags) {
            m_known.insert(foldForSearch(tag));
        }
    }

    void addLine(std::string_view line)
    {
        const std::string_view words = trimmed(line);
        const bool isFence = words.starts_with("```") || words.starts_with("~~~");
        if (isFence && (m_fence.empty() || words.starts_with(m_fence))) {
            m_fence = m_fence.empty() ? words.substr(0, 3) : std::string_view();
        } else if (m_fence.empty() && !isIndentedCode(line)) {
            addWords(line);
        }
        if (!words.empty() && indentOf(line) == 0) {
            m_isInList = words.starts_with("- ") || words.starts_with("* ")
                || words.starts_with("+ ") || (words.front() >= '0' && words.front() <= '9');
        }
        m_isBehindBlank = words.empty();
    }

private:
    bool isIndentedCode(std::string_view line)
    {
        const bool isIndented = line.starts_with("    ") || line.starts_with('\t');
        m_isInIndentedCode = isIndented && !m_isInList && (m_isBehindBlank || m_isInIndentedCode);
        return m_isInIndentedCode;
    }

    void addWords(std::string_view line)
    {
        for (std::size_t at = 0; at < line.size(); ++at) {
            const char byte = line[at];
            if (line.substr(at).starts_with("%%")) {
                m_isInComment = !m_isInComment;
                ++at;
            } else if (byte == '`' || byte == '<') {
                at = behindSpan(line, at);
            } else if (byte == '#' && !m_isInComment
                       && (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t')) {
                add(line.substr(at + 1));
            }
        }
    }

    /// The last byte of the code or the HTML tag at \a at; \a at where nothing ends it.
    static std::size_t behindSpan(std::string_view line, std::size_t at)
    {
        const std::size_t end = std::min(line.find_first_not_of('`', at), line.size());
        const std::string_view mark = line[at] == '<' ? ">" : line.substr(at, end - at);
        const std::size_t close = line.find(mark, at + mark.size());
        return close == std::string_view::npos ? at + mark.size() - 1 : close + mark.size() - 1;
    }

    void add(std::string_view text)
    {
        const bool isBracketed = text.starts_with("[[");
        text.remove_prefix(isBracketed ? 2 : 0);
        std::string_view name = text.substr(
            0, isBracketed ? std::min(text.find("]]"), text.size()) : nameLength(text));
        while (name.ends_with('/')) {
            name.remove_suffix(1);
        }
        const bool isNumber = name.find_first_not_of("0123456789") == std::string_view::npos;
        if (isNumber || name.size() > kMaxTagBytes || m_tags.size() >= kMaxItems
            || (isBracketed && name.size() == text.size())) {
            return;
        }
        if (m_known.insert(foldForSearch(name)).second) {
            m_tags.emplace_back(name);
        }
    }

    std::vector<std::string> &m_tags;
    std::set<std::string> m_known; ///< folded
    std::string_view m_fence; ///< of the open block of code
    bool m_isInComment = false;
    bool m_isInList = false;
    bool m_isBehindBlank = true;
    bool m_isInIndentedCode = false;
};

} // namespace

void addInlineTags(std::string_view body, std::vector<std::string> &tags)
{
    if (body.find('#') == std::string_view::npos) {
        return;
    }
    InlineTags found(tags);
    for (std::size_t at = 0; at < body.size(); at = afterLine(body, at)) {
        found.addLine(lineAt(body, at));
    }
}

} // namespace lectern::core
