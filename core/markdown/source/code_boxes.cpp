#include "core/base/text.h"
#include "core/markdown/html/html_tree.h"
#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/source_passes.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <vector>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kBox = "<div class=\"cnblogs_code\"";

constexpr std::string_view kClosing = "</div>";

/// The boxes of \a text that are closed, by where they begin. O(text).
std::vector<TextRange> boxesOf(std::string_view text)
{
    std::vector<TextRange> boxes;
    std::vector<std::size_t> open;
    for (std::size_t at = text.find(kBox); at != kNone; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<div")) {
            open.push_back(at);
        } else if (rest.starts_with(kClosing) && !open.empty()) {
            const TextRange box{open.back(), at + kClosing.size()};
            open.pop_back();
            if (text.substr(box.start).starts_with(kBox)) {
                boxes.push_back(box);
            }
        }
    }
    std::ranges::sort(boxes, {}, &TextRange::start);
    return boxes;
}

bool isWordByte(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'
        || static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether a line of \a html ends without a `<br>` beside: then a `<br>` is a blank line. Else the
/// line ends are the converter's.
bool hasLinesOfItsOwn(std::string_view html)
{
    if (html.find("<br") == kNone) {
        return true;
    }
    for (std::size_t end = html.find('\n'); end != kNone;) {
        const std::size_t next = std::min(html.find_first_not_of('\n', end), html.size());
        const std::string_view before = html.substr(0, end);
        const std::size_t tag = before.ends_with('>') ? before.rfind('<') : kNone;
        const bool isBehindBreak = tag != kNone && before.substr(tag).starts_with("<br");
        if (!isBehindBreak && !html.substr(next).starts_with("<br")) {
            return true;
        }
        end = html.find('\n', next);
    }
    return false;
}

/// The code that the HTML of a box shows.
class BoxText final
{
public:
    explicit BoxText(std::string_view html)
        : m_hasLines(hasLinesOfItsOwn(html))
    {
        for (std::size_t at = 0; at < html.size();) {
            at += std::max<std::size_t>(1, add(html.substr(at)));
        }
    }

    std::string take()
    {
        const std::size_t end = m_text.find_last_not_of("\n ");
        m_text.resize(end == std::string::npos ? 0 : end + 1);
        return m_text.substr(std::min(m_text.find_first_not_of('\n'), m_text.size()));
    }

private:
    /// Adds what \a html begins with and gives its length.
    std::size_t add(std::string_view html)
    {
        switch (html.front()) {
        case '<':
            return addTag(html);
        case '&':
            return addReference(html);
        case '!':
            return addPicture(html);
        case '*':
            return addBold(html);
        case '\n':
            m_text += m_hasLines ? "\n" : "";
            return 1;
        default:
            m_text += html.front();
            return 1;
        }
    }

    std::size_t addTag(std::string_view html)
    {
        const std::size_t end = html.find('>');
        if (end == kNone) {
            m_text += '<';
            return 1;
        }
        const bool isBreak
            = html.starts_with("<br") && !(m_hasLines && html.substr(end + 1).starts_with('\n'));
        const bool isLineEnd
            = isBreak || (html.starts_with("</div") && !m_text.empty() && m_text.back() != '\n');
        m_text += isLineEnd ? "\n" : "";
        return end + 1;
    }

    std::size_t addReference(std::string_view html)
    {
        const std::size_t end = html.substr(0, 12).find(';');
        const std::string_view reference = html.substr(0, end == kNone ? 1 : end + 1);
        m_text += reference == "&nbsp;" ? " " : decodedEntity(reference);
        return reference.size();
    }

    /// The buttons that fold the code of the site, and its three dots.
    std::size_t addPicture(std::string_view html)
    {
        const std::size_t end = html.starts_with("![](http") ? html.find_first_of(")\n ") : kNone;
        const std::string_view address = html.substr(0, end);
        const bool isOfSite = address.find("cnblogs.com/") != kNone;
        const bool isDots = isOfSite && address.ends_with("/dot.gif");
        const bool isButton = isOfSite && address.find("/OutliningIndicators/") != kNone;
        if (end == kNone || html[end] != ')' || (!isDots && !isButton)) {
            m_text += '!';
            return 1;
        }
        m_text += isDots ? "..." : "";
        return end + 1;
    }

    /// `**Given**`, as a converter writes what was bold; not `a ** b ** c`.
    std::size_t addBold(std::string_view html)
    {
        const std::size_t close = html.starts_with("**") ? html.find_first_of("*\n<", 2) : kNone;
        const std::string_view words = close == kNone ? "" : html.substr(2, close - 2);
        const bool isWord = !words.empty() && isWordByte(words.front()) && isWordByte(words.back())
            && html.substr(close).starts_with("**");
        const bool isFree = (m_text.empty() || !isWordByte(m_text.back()))
            && (!isWord || close + 2 == html.size()
                || (!isWordByte(html[close + 2]) && html[close + 2] != '*'));
        if (!isWord || !isFree) {
            m_text += '*';
            return 1;
        }
        m_text += words;
        return close + 2;
    }

    bool m_hasLines; ///< else `<br>` ends them
    std::string m_text;
};

/// Whether a region of \a code holds \a at and begins before it, as in an article about such boxes.
bool isCode(const std::vector<TextRange> &code, std::size_t at)
{
    const auto behind = std::ranges::lower_bound(code, at, std::ranges::less(), &TextRange::start);
    return behind != code.begin() && at < std::prev(behind)->end;
}

/// Whether only blanks stand before \a at in its line.
bool isAtLineStart(std::string_view text, std::size_t at)
{
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
    return before == kNone || text[before] == '\n';
}

/// \a code in one line of HTML, so that no line of it ends a list item or a block.
void appendPreformatted(std::string &markdown, std::string_view code)
{
    markdown += "<pre><code>";
    for (std::string_view rest = code;;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        appendLiteral(markdown, rest.substr(0, end));
        if (end == rest.size()) {
            break;
        }
        markdown += "&#10;";
        rest.remove_prefix(end + 1);
    }
    markdown += "</code></pre>";
}

/// Whether \a line begins a block of HTML that ends the Markdown up to the next blank line.
bool isLoneBreak(std::string_view line)
{
    line = trimmed(line);
    return line == "<br>" || line == "<br/>" || line == "<br />" || line == "&nbsp;";
}

/// \a text without the breaks below a blank line, a heading or a box, where they would make HTML
/// of the Markdown that follows.
void appendWithoutLoneBreaks(std::string &result, std::string_view text)
{
    bool mayBegin = true;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        const std::string_view line = rest.substr(0, end);
        if (mayBegin && isLoneBreak(line)) {
            result += '\n';
        } else {
            mayBegin = trimmed(line).empty() || line.starts_with('#');
            result += line;
        }
        rest.remove_prefix(end);
    }
}

} // namespace

std::string withCodeBoxes(std::string source, RepairCounts &counts)
{
    const std::string_view markdown = source;
    const std::vector<TextRange> boxes = boxesOf(markdown);
    if (boxes.empty()) {
        return source;
    }
    const std::vector<TextRange> code = codeRegions(markdown);
    std::string result;
    std::size_t start = 0;
    for (const TextRange &box : boxes) {
        const std::size_t inner = markdown.find('>', box.start) + 1;
        const std::size_t end = box.end - kClosing.size();
        const std::string_view html
            = inner < end ? markdown.substr(inner, end - inner) : std::string_view();
        // The boxes of later years hold a `pre` themselves.
        if (box.start < start || isCode(code, box.start) || html.find("<pre") != kNone) {
            continue;
        }
        result.append(markdown.substr(start, box.start - start));
        result.append(isAtLineStart(markdown, box.start) ? "" : "\n\n");
        appendPreformatted(result, BoxText(html).take());
        result += "\n\n";
        start = box.end;
        ++counts[Repair::Images];
    }
    if (start == 0) {
        return source;
    }
    result.append(markdown.substr(start));
    std::string text;
    forEachRegion(result, [&text](std::string_view piece, bool isRegion) {
        if (isRegion) {
            text += piece;
        } else {
            appendWithoutLoneBreaks(text, piece);
        }
    });
    return text;
}

} // namespace lectern::core
