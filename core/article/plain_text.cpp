#include "core/article/plain_text.h"

#include "core/base/byte_set.h"
#include "core/base/entity.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<std::string_view, 17> kTags{"a", "b",    "br",     "code",  "div", "em",
                                                 "i", "p",    "s",      "span",  "sub", "sup",
                                                 "u", "mark", "strong", "small", "font"};

/// The length of the tag of HTML that \a text begins with; 0 if it is none of those that stand in
/// titles: `<T>` and `a < b` are words.
std::size_t tagLength(std::string_view text)
{
    const std::size_t end = text.find('>');
    if (!text.starts_with('<') || end == kNone) {
        return 0;
    }
    std::string_view words = text.substr(1, end - 1);
    words.remove_prefix(words.starts_with('/') ? 1 : 0);
    const std::size_t nameEnd = std::min(words.find_first_of(" \t/"), words.size());
    const std::string_view name = words.substr(0, nameEnd);
    const bool hasAttributes = nameEnd < words.size();
    const bool isTag = std::ranges::find(kTags, name) != kTags.end()
        && (!hasAttributes || words.find('=') != kNone || words.ends_with('/'));
    return isTag ? end + 1 : 0;
}

bool isEscape(std::string_view text)
{
    return text.size() > 1 && text[0] == '\\'
        && std::string_view("\\`*_{}[]()#+-.!<>|~$&\"").find(text[1]) != kNone;
}

/// The mark (a tick, `**` or `~~`) that \a text begins with and that ends again further on.
std::string_view pairedMark(std::string_view text)
{
    for (const std::string_view mark : {"**", "~~", "`"}) {
        if (text.starts_with(mark)) {
            const std::size_t close = text.find(mark, mark.size() + 1);
            const bool isPair
                = close != kNone && text[mark.size()] != ' ' && text[close - 1] != ' ';
            return isPair ? mark : std::string_view();
        }
    }
    return {};
}

std::string withoutMarks(std::string_view text)
{
    std::string plain;
    std::string_view open;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::size_t tag = tagLength(rest);
        const std::string_view mark = open.empty() ? pairedMark(rest) : open;
        if (tag != 0) {
            at += tag;
        } else if (isEscape(rest)) {
            plain += text[at + 1];
            at += 2;
        } else if (!mark.empty() && rest.starts_with(mark)) {
            at += mark.size();
            open = open.empty() ? mark : std::string_view();
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

} // namespace

bool mayHoldMarkup(std::string_view text)
{
    constexpr ByteSet kMarks("\\`*~<&");
    return kMarks.findIn(text) != kNone;
}

std::string plainText(std::string_view text)
{
    // References last: what they stand for is text.
    const std::string plain = withoutEntities(withoutMarks(text));
    const std::string_view words = trimmed(plain);
    return std::string(words.empty() ? trimmed(text) : words);
}

} // namespace lectern::core
