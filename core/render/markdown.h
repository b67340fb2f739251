#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

struct Article;

struct OutlineEntry
{
    int level = 1; ///< 1 to 6
    std::string text;
    std::string anchor; ///< the heading's id in the page
};

/// Whether the crawler repairs and folded duplicates are applied, or the text is shown as it was
/// written.
enum class Repairs { Apply, AsWritten };

struct RenderOptions
{
    Repairs repairs = Repairs::Apply;
};

/// An article's body as a safe HTML fragment: it holds only elements and attributes of the
/// allow-list.
struct RenderedBody
{
    std::string html;
    std::vector<OutlineEntry> outline;
    bool hasCode = false; ///< the page needs the highlighter
    bool hasMath = false; ///< the page needs the formula renderer
    bool isCut = false; ///< a budget was reached; the page says so at its end
};

/// Renders the body of \a article. Bounded in time, memory and output. Never throws. Any thread.
RenderedBody renderBody(const Article &article, const RenderOptions &options = {});

/// The words a reader sees, without markup, blocks separated by newlines; straight from the
/// parser's events. For the search index. Any thread.
std::string visibleText(std::string_view markdown);

} // namespace lectern::core
