#include "core/markdown/source/code_regions.h"

#include "core/base/byte_set.h"
#include "core/markdown/source/indented_code.h"
#include "core/markdown/source/next_place.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace lectern::core {

namespace {

constexpr ByteSet kSpanStarts("`<\\");
constexpr ByteSet kMargin(" \t>");
constexpr ByteSet kDigits("0123456789");

} // namespace

std::size_t wordsStart(std::string_view line)
{
    std::size_t start = kMargin.findNotIn(line);
    while (start != std::string_view::npos) {
        const std::size_t digits = std::min(kDigits.findNotIn(line, start), line.size()) - start;
        const std::string_view mark = line.substr(start + digits, 2);
        const bool isItem = digits > 0 ? digits < 10 && (mark == ". " || mark == ") ")
                                       : mark == "- " || mark == "* " || mark == "+ ";
        if (!isItem) {
            break;
        }
        start = kMargin.findNotIn(line, start + digits + 2);
    }
    return start;
}

Fence fenceOf(std::string_view line, std::size_t start)
{
    if (start == std::string_view::npos || (line[start] != '`' && line[start] != '~')) {
        return {};
    }
    const std::size_t end = std::min(line.find_first_not_of(line[start], start), line.size());
    const std::string_view info = line.substr(end);
    const bool isSpan = line[start] == '`' && info.find('`') != std::string_view::npos;
    return end - start < 3 || isSpan
        ? Fence{}
        : Fence{line[start], end - start,
                info.find_first_not_of(" \t\r\n") != std::string_view::npos};
}

namespace {

class RegionFinder final
{
public:
    RegionFinder(std::string_view text, CodeKinds kinds)
        : m_text(text)
        , m_hasAll(kinds == CodeKinds::All)
        , m_next(text)
        , m_nextPre(text)
    {}

    std::vector<TextRange> find()
    {
        std::size_t plain = 0;
        for (std::size_t line = 0; line < m_text.size();) {
            const std::size_t end = lineEnd(line);
            const std::size_t close = codeEnd(line, end);
            if (close > line) {
                addSpans(plain, line);
                addLines(line, close);
                plain = close;
            }
            line = std::max(close, end);
        }
        addSpans(plain, m_text.size());
        return std::move(m_regions);
    }

private:
    /// Behind the code that the line from \a start to \a end begins; \a start where there is none.
    std::size_t codeEnd(std::size_t start, std::size_t end)
    {
        const std::string_view line = m_text.substr(start, end - start);
        const Fence fence = fenceOf(line, wordsStart(line));
        if (fence.length > 0) {
            return fenceEnd(end, fence);
        }
        if (m_hasAll && m_indented.add(line)) {
            return end;
        }
        if (m_hasAll && line.find('<') != std::string_view::npos && isPre(line)) {
            const std::size_t close = m_nextPre.of("</pre>", start);
            return close == std::string_view::npos ? m_text.size() : lineEnd(close);
        }
        return start;
    }

    /// Indented lines become one region.
    void addLines(std::size_t start, std::size_t end)
    {
        if (!m_regions.empty() && m_regions.back().end == start) {
            m_regions.back().end = end;
        } else {
            m_regions.push_back({start, end});
        }
    }

    std::size_t lineEnd(std::size_t start) const
    {
        const std::size_t end = m_text.find('\n', start);
        return end == std::string_view::npos ? m_text.size() : end + 1;
    }

    std::size_t fenceEnd(std::size_t line, const Fence &open) const
    {
        while (line < m_text.size()) {
            const std::size_t end = lineEnd(line);
            const std::string_view text = m_text.substr(line, end - line);
            const Fence close = fenceOf(text, text.find_first_not_of(" \t>"));
            line = end;
            if (open.isClosedBy(close)) {
                break;
            }
        }
        return line;
    }

    /// Code spans and comments between \a start and \a end.
    void addSpans(std::size_t start, std::size_t end)
    {
        std::map<std::size_t, std::size_t> unmatchedUntil;
        const std::string_view text = m_text.substr(0, end);
        for (std::size_t at = kSpanStarts.findIn(text, start); at != std::string_view::npos;
             at = kSpanStarts.findIn(text, start)) {
            start = at + 1;
            if (text[at] == '\\') {
                start = at + 2;
            } else if (text[at] == '`') {
                start = addCodeSpan(text, at, unmatchedUntil);
            } else if (text.substr(at).starts_with("<!--")) {
                const std::size_t close = m_next.of("-->", at + 4);
                if (close < text.size()) {
                    start = close + 3;
                    m_regions.push_back({at, start});
                }
            }
        }
    }

    std::size_t addCodeSpan(std::string_view text, std::size_t at,
                            std::map<std::size_t, std::size_t> &unmatchedUntil)
    {
        const std::size_t open = std::min(text.find_first_not_of('`', at), text.size());
        const std::size_t length = open - at;
        const std::size_t paragraph
            = std::min({m_next.of("\n\n", open), nextItem(open), text.size()});
        const auto unmatched = unmatchedUntil.find(length);
        if (unmatched != unmatchedUntil.end() && unmatched->second >= paragraph) {
            return open;
        }
        for (std::size_t close = text.find('`', open); close < paragraph;) {
            const std::size_t end = std::min(text.find_first_not_of('`', close), text.size());
            if (end - close == length) {
                m_regions.push_back({at, end});
                return end;
            }
            close = text.find('`', end);
        }
        unmatchedUntil[length] = paragraph;
        return open;
    }

    /// The end of the line before the first bullet behind \a from: no code span goes over it. As
    /// for NextPlace, questions do not go backwards.
    std::size_t nextItem(std::size_t from)
    {
        if (m_nextItem >= from && m_nextItem != 0) {
            return m_nextItem;
        }
        m_nextItem = m_text.find('\n', from);
        while (m_nextItem != std::string_view::npos) {
            const std::size_t start
                = std::min(m_text.find_first_not_of(" \t", m_nextItem + 1), m_text.size());
            const std::string_view mark = m_text.substr(start, 2);
            if (mark == "- " || mark == "* " || mark == "+ ") {
                break;
            }
            m_nextItem = m_text.find('\n', start);
        }
        return m_nextItem;
    }

    std::string_view m_text;
    bool m_hasAll;
    IndentedCode m_indented;
    NextPlace m_next;
    NextPlace m_nextPre; ///< is asked ahead of the spans
    std::size_t m_nextItem = 0;
    std::vector<TextRange> m_regions;
};

} // namespace

/// Most passes leave a text as it is, and the next asks for the same once more. Comparing two texts
/// costs a hundredth of finding their code.
std::vector<TextRange> codeRegions(std::string_view markdown, CodeKinds kinds)
{
    struct Answer
    {
        std::string text;
        std::vector<TextRange> regions;
    };

    constexpr std::size_t kMaxKept = 1 << 20; // bytes, for each thread
    thread_local std::array<Answer, 2> answers; // by kind
    if (markdown.size() > kMaxKept) {
        return RegionFinder(markdown, kinds).find();
    }
    Answer &answer = answers[static_cast<std::size_t>(kinds)];
    if (answer.text != markdown) {
        answer.text.assign(markdown); // into the bytes that it has
        answer.regions = RegionFinder(markdown, kinds).find();
    }
    return answer.regions;
}

} // namespace lectern::core
