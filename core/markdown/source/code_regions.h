#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Bytes [start, end) of a Markdown text.
struct TextRange
{
    std::size_t start = 0;
    std::size_t end = 0;
};

/// The marks that a fence begins with.
struct Fence
{
    char mark = 0;
    std::size_t length = 0; ///< 0: no fence
    bool hasInfo = false;

    /// Whether \a other ends this one.
    bool isClosedBy(const Fence &other) const
    {
        return other.mark == mark && other.length >= length && !other.hasInfo;
    }
};

/// Where the words of \a line begin, behind the marks of quotations and list items.
std::size_t wordsStart(std::string_view line);

/// The fence that begins at \a start of \a line.
Fence fenceOf(std::string_view line, std::size_t start);

/// What is code: that between marks (fences, backquotes, `<!--`), or indented lines and `<pre>` as
/// well, which need the text from its beginning.
enum class CodeKinds { Marked, All };

/// The parts of \a markdown that are code or HTML comments, in order, for passes that rewrite the
/// text around them. O(length).
std::vector<TextRange> codeRegions(std::string_view markdown, CodeKinds kinds = CodeKinds::All);

/// Calls \a visit(piece, isCode) for each part of \a markdown in order.
template <typename Visit>
void forEachRegion(std::string_view markdown, Visit visit, CodeKinds kinds = CodeKinds::All)
{
    std::size_t start = 0;
    for (const TextRange &code : codeRegions(markdown, kinds)) {
        if (code.start > start) {
            visit(markdown.substr(start, code.start - start), false);
        }
        visit(markdown.substr(code.start, code.end - code.start), true);
        start = code.end;
    }
    if (start < markdown.size()) {
        visit(markdown.substr(start), false);
    }
}

} // namespace lectern::core
