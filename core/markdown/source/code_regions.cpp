#include "core/markdown/source/code_regions.h"

#include "core/base/byte_set.h"
#include "core/markdown/source/next_place.h"

#include <algorithm>
#include <map>

namespace lectern::core {

namespace {

constexpr ByteSet kSpanStarts("`<\\");

struct Fence
{
    char mark = 0;
    std::size_t length = 0; ///< 0: no fence
    bool hasInfo = false;
};

/// Where the words of \a line begin, behind the marks of quotations and list items.
std::size_t wordsStart(std::string_view line)
{
    std::size_t start = line.find_first_not_of(" \t>");
    while (start != std::string_view::npos) {
        const std::size_t digits
            = std::min(line.find_first_not_of("0123456789", start), line.size()) - start;
        const std::string_view mark = line.substr(start + digits, 2);
        const bool isItem = digits > 0 ? digits < 10 && (mark == ". " || mark == ") ")
                                       : mark == "- " || mark == "* " || mark == "+ ";
        if (!isItem) {
            break;
        }
        start = line.find_first_not_of(" \t>", start + digits + 2);
    }
    return start;
}

/// The fence that begins at \a start of \a line, behind the marks of quotations and lists.
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

class RegionFinder final
{
public:
    explicit RegionFinder(std::string_view text)
        : m_text(text)
        , m_next(text)
    {}

    std::vector<TextRange> find()
    {
        std::size_t line = 0;
        std::size_t plain = 0;
        while (line < m_text.size()) {
            const std::size_t end = lineEnd(line);
            const std::string_view text = m_text.substr(line, end - line);
            const Fence fence = fenceOf(text, wordsStart(text));
            if (fence.length == 0) {
                line = end;
                continue;
            }
            addSpans(plain, line);
            const std::size_t close = fenceEnd(end, fence);
            m_regions.push_back({line, close});
            line = close;
            plain = close;
        }
        addSpans(plain, m_text.size());
        return std::move(m_regions);
    }

private:
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
            if (close.mark == open.mark && close.length >= open.length && !close.hasInfo) {
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
    NextPlace m_next;
    std::size_t m_nextItem = 0;
    std::vector<TextRange> m_regions;
};

} // namespace

std::vector<TextRange> codeRegions(std::string_view markdown)
{
    return RegionFinder(markdown).find();
}

} // namespace lectern::core
