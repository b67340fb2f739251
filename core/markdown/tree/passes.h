#pragma once

#include "core/markdown/html/html_tree.h"
#include "core/markdown/markdown.h"

namespace lectern::core {

struct ArticleMeta;

/// What the passes over an article's tree know and report.
struct PassContext
{
    const ArticleMeta &meta;
    const RenderOptions &options;
    RenderedBody &body;

    bool mayRepair(Repair kind) const { return options.repairs.has(kind); }

    void count(Repair kind) const { ++body.repairs[kind]; }
};

// Each pass works on the whole tree, in the order in which renderBody() calls them. None adds an
// element or attribute that writeHtml() would leave out.

/// Takes the attributes that kramdown, pandoc and MkDocs write behind blocks, links and code,
/// `{: .class}` and `{ .class }`, out of the text.
void takeAttributeLists(HtmlNode &root, std::string_view markdown);
/// The closing `[site](https://...)` line becomes RenderedBody::source.
void takeSourceLine(HtmlNode &root, PassContext &context);
/// Shows `<td>![text](address)</td>` as the image it means: Markdown that a converter left inside
/// HTML, where no parser looks for it. Before addresses in texts become links.
void readImagesInHtml(HtmlNode &node, PassContext &context);
/// Drops empty images and emphasis, moves images out of lines of text, makes captions.
void arrangeImages(HtmlNode &root, PassContext &context);
/// Cleans headings, gives them ids and makes the outline.
void finishHeadings(HtmlNode &root, PassContext &context);
/// Notes and callouts, code blocks, tables, definition lists.
void finishBlocks(HtmlNode &root, PassContext &context);
/// Local, site-relative and unsafe addresses; links into the page.
void finishLinks(HtmlNode &root, PassContext &context);
/// Sets Chinese and Latin apart and names the language of runs in another script.
void markScripts(HtmlNode &root, PassContext &context);
/// One line of \a text as HTML with the same marks.
std::string scriptMarkedHtml(std::string_view text, std::string_view language);
/// What the page's header needs to know: emptiness, repeated summary, an image of its own.
void describeBody(const HtmlNode &root, PassContext &context);

/// GitHub's name for a heading: lower case, blanks as hyphens, punctuation dropped, other scripts
/// kept.
std::string headingSlug(std::string_view text);

/// The address that an image written as \a source is fetched from; empty when it may not be shown.
std::string imageAddress(std::string_view source, const PassContext &context);

/// Whether \a text only says that there is an image.
bool isImageWord(std::string_view text);

} // namespace lectern::core
