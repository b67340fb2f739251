#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::core {

/// What becomes of HTML that stands in the Markdown.
enum class RawHtml {
    Keep, ///< passed on as it is; the caller must clean it
    Escape, ///< shown as text
};

struct ParserOutput
{
    std::string html;
    bool isCut = false; ///< a budget was reached; \c html holds what came before
};

/// The HTML of \a markdown (valid UTF-8): CommonMark with tables, strikethrough and task lists.
/// At most 16 times the input plus 64 KB. Linear in time. Never throws. Any thread.
ParserOutput parseMarkdown(std::string_view markdown, RawHtml rawHtml);

/// See visibleText() in markdown.h.
std::string parseVisibleText(std::string_view markdown);

} // namespace lectern::core
