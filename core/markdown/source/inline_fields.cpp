#include "core/base/text.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/dialects.h"

#include <algorithm>
#include <cctype>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxKeyBytes = 60;
constexpr std::size_t kMaxValueBytes = 400;

bool isKey(std::string_view key)
{
    return !key.empty() && trimmed(key).size() == key.size()
        && std::ranges::all_of(key, [](char byte) {
               return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-'
                   || byte == '_' || byte == ' ' || static_cast<unsigned char>(byte) >= 0x80;
           });
}

/// Where the bracket at \a open of \a text is closed on its line.
std::size_t closeOf(std::string_view text, std::size_t open)
{
    const char opening = text[open];
    const char closing = opening == '[' ? ']' : ')';
    const std::size_t end = std::min(text.size(), open + kMaxKeyBytes + kMaxValueBytes);
    int depth = 0;
    for (std::size_t at = open; at < end && text[at] != '\n'; ++at) {
        depth += text[at] == opening ? 1 : text[at] == closing ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return std::string_view::npos;
}

/// Writes `[key:: value]` as key and value and `(key:: value)`, whose key Dataview hides, as value.
class InlineFields final
{
public:
    void add(std::string_view text)
    {
        std::size_t start = 0;
        for (std::size_t colons = text.find(":: "); colons != std::string_view::npos;
             colons = text.find(":: ", colons + 1)) {
            const std::size_t open = text.substr(0, colons).find_last_of("[](){}\n");
            if (open == std::string_view::npos || open < start || colons - open > kMaxKeyBytes
                || !isField(text, open, colons)) {
                continue;
            }
            const std::size_t close = closeOf(text, open);
            m_result.append(text.substr(start, open - start));
            if (text[open] == '[') {
                m_result.append("**").append(text.substr(open + 1, colons - open - 1));
                m_result.append(":** ");
            }
            m_result.append(trimmed(text.substr(colons + 2, close - colons - 2)));
            start = close + 1;
        }
        m_result.append(text.substr(start));
    }

    void addCode(std::string_view text) { m_result.append(text); }

    std::string take() { return std::move(m_result); }

private:
    static bool isField(std::string_view text, std::size_t open, std::size_t colons)
    {
        const std::size_t close = closeOf(text, open);
        const bool isOpening = text[open] == '[' || text[open] == '(';
        const bool isLink
            = open > 0 && std::string_view("[]!\\").find(text[open - 1]) != std::string_view::npos;
        const std::string_view behind
            = close == std::string_view::npos ? std::string_view() : text.substr(close + 1, 1);
        return isOpening && !isLink && close != std::string_view::npos && close > colons + 3
            && !(text[open] == '[' && (behind == "(" || behind == "[" || behind == ":"))
            && isKey(text.substr(open + 1, colons - open - 1));
    }

    std::string m_result;
};

} // namespace

std::string withInlineFields(std::string markdown)
{
    if (markdown.find(":: ") == std::string::npos) {
        return markdown;
    }
    InlineFields fields;
    forEachRegion(markdown, [&fields](std::string_view piece, bool isCode) {
        if (isCode) {
            fields.addCode(piece);
        } else {
            fields.add(piece);
        }
    });
    return fields.take();
}

} // namespace lectern::core
