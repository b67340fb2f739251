#pragma once

#include "core/markdown/html/raw_html.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::core {

struct ParserOutput
{
    std::string html;
    bool isCut = false; ///< a budget was reached; \c html holds what came before
};

/// What a line end inside a paragraph is.
enum class LineEnds { Text, Breaks };

/// The HTML of \a markdown (valid UTF-8): CommonMark with tables, strikethrough, task lists and
/// CJK-friendly emphasis. It is balanced, but not yet checked against the allow-list.
/// At most 16 times the input plus 64 KB. Linear in time. Never throws. Any thread.
ParserOutput parseMarkdown(std::string_view markdown, RawHtml rawHtml,
                           LineEnds lineEnds = LineEnds::Text);

/// The most bytes of HTML that \a inputBytes of Markdown may become.
constexpr std::size_t outputBudget(std::size_t inputBytes)
{
    return 16 * inputBytes + (64U << 10U);
}

/// See visibleText() in markdown.h.
std::string parseVisibleText(std::string_view markdown);

} // namespace lectern::core
