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

/// Gives the lists that withFancyLists() numbered the kind of marks that were written, and gives
/// what is no list after all its text back.
void takeListMarks(HtmlNode &root);
/// Takes the attributes that kramdown, pandoc and MkDocs write behind blocks, links and code,
/// `{: .class}` and `{ .class }`, out of the text.
void takeAttributeLists(HtmlNode &root, std::string_view markdown);
/// Gives words that \a markdown defines (`*[HTML]: meaning`) their meaning as a tip.
void explainAbbreviations(HtmlNode &root, std::string_view markdown);
/// The closing `[site](https://...)` line becomes RenderedBody::source.
void takeSourceLine(HtmlNode &root, PassContext &context);
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
/// Images, footnotes and how much there is to read.
void noteFacts(const HtmlNode &root, PassContext &context);
/// What the page's header needs to know: emptiness, repeated summary, an image of its own.
void describeBody(const HtmlNode &root, PassContext &context);

/// The size that an image's text (`words|120`), style or attributes say, as attributes and classes
/// that the page may have.
void takeImageSize(HtmlNode &image);
/// The same of braces that \a behind begins with; they are taken off.
void takeImageBraces(HtmlNode &image, std::string &behind);

/// Whether \a image is written as one and leads to a film, a sound, a document or a post.
bool isMedia(const HtmlNode &image);

/// The link with words and host that stands for such an image; nothing is fetched for it.
HtmlNode mediaCard(const HtmlNode &image);

/// GitHub's name for a heading: lower case, blanks as hyphens, punctuation dropped, other scripts
/// kept.
std::string headingSlug(std::string_view text);

/// VuePress's and VitePress's name for it: compatible characters as plain ones, punctuation as
/// hyphens, `_` before a digit.
std::string siteSlug(std::string_view text);

/// The address that an image written as \a source is fetched from; empty when it may not be shown.
std::string imageAddress(std::string_view source, const PassContext &context);

/// Whether \a text only says that there is an image.
bool isImageWord(std::string_view text);

} // namespace lectern::core
