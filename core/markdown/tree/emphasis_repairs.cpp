#include "core/markdown/tree/text_passes.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace lectern::core {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxContentBytes = 300;
constexpr std::size_t kMaxNameBytes = 100;

bool isAsciiWord(std::string_view text, std::size_t at)
{
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

bool isBeyondAscii(std::string_view text, std::size_t at)
{
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
}

/// Where the asterisks that close the \a run of two or three at \a open stand; npos when they mean
/// something else.
std::size_t closingStars(std::string_view text, std::size_t open, std::size_t run)
{
    const std::size_t start = open + run;
    const std::size_t close = text.find(text.substr(open, run), start);
    if (close == kNone || text.substr(close + run).starts_with('*')) {
        return kNone;
    }
    const std::string_view content = text.substr(start, close - start);
    const bool isPower = open > 0 && isAsciiWord(text, open - 1)
        && content.find_first_of(" :") == kNone && content.find_first_not_of(".,;!?") != kNone;
    const bool isOpening = content.ends_with(' ') && isAsciiWord(text, close + run);
    const bool isGlob = open > 0 && text[open - 1] == '/' && content.starts_with('/');
    const bool isWord = content.find_first_not_of(" \t\n") != kNone
        && content.find_first_of("*\n") >= content.size() - 1 && content.size() < kMaxContentBytes
        && !content.ends_with('*');
    return isWord && !isPower && !isOpening && !isGlob ? close : kNone;
}

bool isEmptyStrong(std::string_view text, std::size_t at)
{
    const bool isMask = at > 0 && isAsciiWord(text, at - 1) && isAsciiWord(text, at + 4);
    return text.substr(at).starts_with("****") && !text.substr(at + 4).starts_with('*') && !isMask;
}

/// What is left of a text inside emphasis whose parts a converter glued together: `**0****1**` and
/// `*a**b*` end one part and begin the next.
std::string withoutSeams(std::string_view text, std::string_view seam, std::uint32_t &count)
{
    std::string joined;
    std::size_t start = 0;
    for (std::size_t at = text.find(seam); at != kNone; at = text.find(seam, start)) {
        const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
        joined.append(text.substr(start, at - start));
        joined.append(end - at == seam.size() ? "" : text.substr(at, end - at));
        count += end - at == seam.size() ? 1 : 0;
        start = end;
    }
    return joined.append(text.substr(start));
}

void joinSeams(HtmlNode &node, std::string_view seam, std::uint32_t &count)
{
    for (HtmlNode &child : node.children) {
        if (child.isText()) {
            if (!seam.empty() && child.text.find(seam) != std::string::npos) {
                child.text = withoutSeams(child.text, seam, count);
            }
        } else if (!child.is("code") && !child.is("pre")) {
            joinSeams(child, child.is("strong") ? "****" : child.is("em") ? "**" : seam, count);
        }
    }
}

std::vector<HtmlNode> withoutStars(std::string_view text, std::uint32_t &count)
{
    std::vector<HtmlNode> nodes;
    std::size_t start = 0;
    for (std::size_t at = text.find("**"); at != kNone; at = text.find("**", at)) {
        const std::size_t run = std::min(text.find_first_not_of('*', at), text.size()) - at;
        const bool isEmpty = isEmptyStrong(text, at);
        const std::size_t close = run == 2 || run == 3 ? closingStars(text, at, run) : kNone;
        if (!isEmpty && close == kNone) {
            at += run;
            continue;
        }
        ++count;
        nodes.push_back(makeText(std::string(text.substr(start, at - start))));
        if (!isEmpty) {
            const std::string_view content = text.substr(at + run, close - at - run);
            // `**title⏎**text`: the line end belongs to neither.
            const std::size_t words = content.size() - (content.ends_with('\n') ? 1 : 0);
            nodes.push_back(
                makeElement("strong", {makeText(std::string(content.substr(0, words)))}));
            nodes.push_back(makeText(std::string(content.substr(words))));
        }
        start = isEmpty ? at + 4 : close + run;
        at = start;
    }
    if (!nodes.empty()) {
        nodes.push_back(makeText(std::string(text.substr(start))));
    }
    return nodes;
}

/// `_words_` or `__words__` at a place of a text.
struct Underlined
{
    std::size_t run = 0;
    std::size_t close = kNone; ///< of the run that closes it; kNone: there is none
};

/// Whether what stands around may be a part of a name: `数据_终稿_2.docx`.
bool isInName(std::string_view text, std::size_t open, std::size_t end)
{
    const std::string_view behind = text.substr(end, kMaxNameBytes);
    const std::string_view rest = behind.substr(0, behind.find_first_of(" \n,;()"));
    const std::size_t dot = rest.find('.');
    const std::string_view before
        = text.substr(0, open).substr(open - std::min(open, kMaxNameBytes));
    const std::string_view start = before.substr(before.find_last_of(" \n,;()") + 1);
    // Marks come in pairs: `这是_甲_和_乙_字`.
    const bool isPaired = std::count(rest.begin(), rest.end(), '_') % 2 == 0
        && std::count(start.begin(), start.end(), '_') % 2 == 0;
    return !isPaired || (dot != kNone && isAsciiWord(rest, dot + 1)) || start.find('/') != kNone;
}

/// Whether \a words may be a name of Python's, which has two underscores on both sides.
bool isPythonName(std::string_view words)
{
    return std::all_of(words.begin(), words.end(), [](char byte) {
        return byte == '_' || std::isalnum(static_cast<unsigned char>(byte)) != 0;
    });
}

/// Underscores beside Chinese, which no parser reads as marks.
Underlined underlinedAt(std::string_view text, std::size_t at)
{
    const std::size_t start = std::min(text.find_first_not_of('_', at), text.size());
    const std::size_t run = start - at;
    const std::size_t close = run <= 2 ? text.find('_', start) : kNone;
    if (close == kNone || close - start > kMaxContentBytes) {
        return {run, kNone};
    }
    const std::size_t end = std::min(text.find_first_not_of('_', close), text.size());
    const std::string_view content = text.substr(start, close - start);
    const bool isTight = end - close == run && !content.empty() && content.front() != ' '
        && content.back() != ' ' && content.find('\n') == kNone
        && !(run == 2 && isPythonName(content));
    const bool isFree = (at == 0 || !isAsciiWord(text, at - 1)) && !isAsciiWord(text, end);
    const bool isBesideChinese
        = (at > 0 && isBeyondAscii(text, at - 1)) || isBeyondAscii(text, end);
    const bool isWhole = at == 0 && end == text.size();
    return {run,
            isTight && isFree && (isBesideChinese || isWhole) && !isInName(text, at, end) ? close
                                                                                          : kNone};
}

std::vector<HtmlNode> withoutUnderscores(std::string_view text, std::uint32_t &count)
{
    std::vector<HtmlNode> nodes;
    std::size_t start = 0;
    for (std::size_t at = text.find('_'); at != kNone; at = text.find('_', at)) {
        const Underlined mark = underlinedAt(text, at);
        if (mark.close == kNone) {
            at += mark.run;
            continue;
        }
        ++count;
        const std::string content(text.substr(at + mark.run, mark.close - at - mark.run));
        nodes.push_back(makeText(std::string(text.substr(start, at - start))));
        nodes.push_back(makeElement(mark.run == 2 ? "strong" : "em", {makeText(content)}));
        start = mark.close + mark.run;
        at = start;
    }
    if (!nodes.empty()) {
        nodes.push_back(makeText(std::string(text.substr(start))));
    }
    return nodes;
}

/// Whether `**` in \a text opens what its line break ends: `**标题  ⏎**正文`. Gives its place.
std::size_t openStars(const std::string &text)
{
    const std::size_t open = text.rfind("**");
    const bool isOpen = open != kNone && open + 2 < text.size() && text[open + 2] != ' '
        && (open == 0 || text[open - 1] != '*') && text.size() - open < kMaxContentBytes
        && !(open > 0 && isAsciiWord(text, open - 1));
    return isOpen ? open : kNone;
}

/// The place of `**` in the first of three nodes that a line break with `**` behind it closes.
std::size_t starsBeforeBreak(const std::vector<HtmlNode> &nodes, std::size_t at)
{
    const bool isBreak = at + 2 < nodes.size() && nodes[at].isText() && nodes[at + 1].is("br");
    return isBreak && nodes[at + 2].text.starts_with("\n**")
            && !nodes[at + 2].text.starts_with("\n***")
        ? openStars(nodes[at].text)
        : kNone;
}

/// \a children with strong what stands between `**` and a line break with `**` behind it.
std::vector<HtmlNode> closedAtBreaks(std::vector<HtmlNode> children, std::uint32_t &count)
{
    std::vector<HtmlNode> nodes;
    nodes.reserve(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) {
        const std::size_t open = starsBeforeBreak(children, i);
        if (open == kNone) {
            nodes.push_back(std::move(children[i]));
            continue;
        }
        const std::string &text = children[i].text;
        nodes.push_back(makeText(text.substr(0, open)));
        nodes.push_back(makeElement("strong", {makeText(text.substr(open + 2))}));
        children[i + 2].text.erase(1, 2);
        ++count;
    }
    return nodes;
}

void closeAtBreaks(HtmlNode &node, std::uint32_t &count)
{
    bool hasBreak = false;
    for (HtmlNode &child : node.children) {
        hasBreak = hasBreak || child.text.starts_with("\n**");
        if (!child.isText() && !child.is("code") && !child.is("pre")) {
            closeAtBreaks(child, count);
        }
    }
    if (hasBreak) {
        node.children = closedAtBreaks(std::move(node.children), count);
    }
}

} // namespace

std::uint32_t repairEmphasis(HtmlNode &root)
{
    std::uint32_t count = 0;
    joinSeams(root, {}, count);
    closeAtBreaks(root, count);
    bool hasStars = false;
    replaceText(root, [&count, &hasStars](std::string_view text) {
        std::vector<HtmlNode> nodes = withoutStars(text, count);
        hasStars = hasStars || text.find("**") != kNone;
        return nodes;
    });
    return count + (hasStars ? dropLoneStars(root) : 0);
}

std::uint32_t repairUnderscores(HtmlNode &root)
{
    std::uint32_t count = 0;
    replaceText(root, [&count](std::string_view text) { return withoutUnderscores(text, count); });
    return count;
}

} // namespace lectern::core
