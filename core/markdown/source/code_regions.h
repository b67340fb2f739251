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

/// The parts of \a markdown that are code (fences, spans between backquotes) or HTML comments, in
/// order, for passes that rewrite the text around them. Indented code is not found. O(length).
std::vector<TextRange> codeRegions(std::string_view markdown);

/// Calls \a visit(piece, isCode) for each part of \a markdown in order.
template <typename Visit>
void forEachRegion(std::string_view markdown, Visit visit)
{
    std::size_t start = 0;
    for (const TextRange &code : codeRegions(markdown)) {
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
