#pragma once

#include "core/markdown/repairs.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::core {

struct Article;
class LinkResolver;

struct OutlineEntry
{
    int level = 1; ///< 1 to 6
    std::string text;
    std::string anchor; ///< the heading's id in the page
};

/// An image of the page. Its size in pixels is what the article says of it; 0 where it does not.
struct PageImage
{
    std::string address;
    std::string alt;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// How much there is to read.
struct TextLength
{
    std::uint32_t characters = 0; ///< of every kind, without blanks
    std::uint32_t ideographs = 0; ///< Han and kana among them
    std::uint32_t words = 0; ///< in scripts that set words apart
};

/// Images off the screen are loaded when they come near it. A picture of the whole page (or a
/// wait for all its images) needs them eager.
enum class ImageLoading { Lazy, Eager };

/// Whether runs of another script are marked: their language, so that each comes from the right
/// font, and a thin blank between Chinese and Latin, which is not in the text that is copied.
enum class ScriptMarks { None, Runs };

struct RenderOptions
{
    Repairs repairs = Repairs::all();
    ImageLoading imageLoading = ImageLoading::Lazy;
    ScriptMarks scriptMarks = ScriptMarks::None;
    /// Finds local files that links and images mean; may be null, is not kept.
    const LinkResolver *resolver = nullptr;
};

/// An article's body as a safe HTML fragment: it holds only elements and attributes of the
/// allow-list.
struct RenderedBody
{
    std::string html;
    std::vector<OutlineEntry> outline;
    std::vector<PageImage> images; ///< in their order
    std::uint32_t footnotes = 0;
    TextLength length;
    bool hasCode = false; ///< the page needs the highlighter
    bool hasMath = false; ///< the page needs the formula renderer
    bool isCut = false; ///< a budget was reached; the page says so at its end
    bool isEmpty = false; ///< nothing to see
    bool repeatsSummary = false; ///< it begins with the article's summary
    std::string language; ///< what the text is in, if it cannot be what the front matter says
    std::string thumbnail; ///< address of the article's own image, if the body does not show it
    std::string source; ///< address of the closing link that names the source, if there is one
    RepairCounts repairs;
};

/// Renders the body of \a article. Bounded in time, memory and output. Never throws. Any thread.
RenderedBody renderBody(const Article &article, const RenderOptions &options = {});

enum class Dialect { CommonMark, Gfm };

/// The HTML that the specification of \a dialect asks for, with the author's HTML as it is: to be
/// compared, never to be shown. Bare addresses become links in Dialect::Gfm. Any thread.
std::string specifiedHtml(std::string_view markdown, Dialect dialect);

/// The words a reader sees, without markup, blocks separated by newlines; straight from the
/// parser's events. For the search index. Any thread.
std::string visibleText(std::string_view markdown);

} // namespace lectern::core
