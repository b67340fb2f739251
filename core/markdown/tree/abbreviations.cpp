#include "core/markdown/cjk_marks.h"
#include "core/markdown/source/dialects.h"
#include "core/markdown/tree/passes.h"
#include "core/markdown/tree/text_passes.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace lectern::core {

namespace {

constexpr std::size_t kMaxNameBytes = 100;

/// Whether a word goes on over the place \a at of \a text. Chinese has no blanks between words.
bool isInWord(std::string_view text, std::size_t at)
{
    if (at == 0 || at >= text.size()) {
        return false;
    }
    const auto isLetter = [](UChar32 character) {
        return (u_isalnum(character) != 0 || character == '_')
            && !isCjk(static_cast<char32_t>(character));
    };
    const auto length = static_cast<std::int32_t>(text.size());
    auto before = static_cast<std::int32_t>(at);
    auto behind = before;
    UChar32 last = 0;
    UChar32 first = 0;
    U8_PREV_OR_FFFD(text.data(), 0, before, last);
    U8_NEXT_OR_FFFD(text.data(), behind, length, first);
    return isLetter(last) && isLetter(first);
}

class Abbreviations final
{
public:
    explicit Abbreviations(std::string_view markdown)
    {
        for (const SourceLine &line : sourceLines(markdown)) {
            const Abbreviation found = line.isCode() ? Abbreviation{} : abbreviationOf(line.text);
            if (!found.name.empty() && !found.meaning.empty()
                && found.name.size() <= kMaxNameBytes) {
                m_meanings.emplace(found.name, found.meaning);
                m_starts.at(static_cast<unsigned char>(found.name.front())) = true;
            }
        }
    }

    bool isEmpty() const { return m_meanings.empty(); }

    /// \a text with its abbreviations as elements; nothing when it has none.
    std::vector<HtmlNode> explained(std::string_view text) const
    {
        std::vector<HtmlNode> nodes;
        std::size_t start = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!m_starts.at(static_cast<unsigned char>(text[at])) || isInWord(text, at)) {
                continue;
            }
            const auto found = longestAt(text, at);
            if (found == m_meanings.end()) {
                continue;
            }
            nodes.push_back(makeText(std::string(text.substr(start, at - start))));
            HtmlNode element = makeElement("abbr", {makeText(std::string(found->first))});
            element.setAttribute("title", std::string(found->second));
            nodes.push_back(std::move(element));
            start = at + found->first.size();
            at = start - 1;
        }
        if (!nodes.empty()) {
            nodes.push_back(makeText(std::string(text.substr(start))));
        }
        return nodes;
    }

private:
    using Meanings = std::map<std::string_view, std::string_view>;

    /// The longest abbreviation that \a text has at \a at as a whole word. What sorts before a
    /// text and does not begin it shows how long the next one can be.
    Meanings::const_iterator longestAt(std::string_view text, std::size_t at) const
    {
        std::string_view words = text.substr(at, kMaxNameBytes);
        for (auto next = m_meanings.upper_bound(words); next != m_meanings.begin();
             next = m_meanings.upper_bound(words)) {
            const auto candidate = std::prev(next);
            const std::string_view name = candidate->first;
            const auto same = std::mismatch(name.begin(), name.end(), words.begin(), words.end());
            const auto length = static_cast<std::size_t>(same.first - name.begin());
            if (length == name.size() && !isInWord(text, at + length)) {
                return candidate;
            }
            if (length == 0) {
                break;
            }
            words = words.substr(0, length == name.size() ? length - 1 : length);
        }
        return m_meanings.end();
    }

    Meanings m_meanings;
    std::array<bool, 256> m_starts{}; ///< bytes that one begins with
};

} // namespace

void explainAbbreviations(HtmlNode &root, std::string_view markdown)
{
    if (!mayAbbreviate(markdown)) {
        return;
    }
    const Abbreviations abbreviations(markdown);
    if (!abbreviations.isEmpty()) {
        replaceText(root, [&abbreviations](std::string_view text) {
            return abbreviations.explained(text);
        });
    }
}

} // namespace lectern::core
