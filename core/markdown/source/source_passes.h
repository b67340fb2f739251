#pragma once

#include "core/markdown/markdown.h"

#include <string>
#include <string_view>

namespace lectern::core {

struct ArticleMeta;
class LinkResolver;

// Rewritings of the Markdown text before it is parsed. They leave code as it is. Most articles have
// nothing for most of them, so they take the text and hand it on rather than copy it.

/// What `#标题` at the start of a line is: Obsidian's notes have tags there.
enum class GluedMarks { Headings, Tags };

/// Undoes what converters break, as far as \a repairs has it: numbered headings that read as lists,
/// addresses between two empty images or of files with blanks in their names, `#标题` without its
/// blank, tables right below a line of text. Counts into \a counts. Also makes the short delimiter
/// rows of tables as long as the parser wants them.
std::string withRepairedLines(std::string_view markdown, Repairs repairs, RepairCounts &counts,
                              GluedMarks gluedMarks = GluedMarks::Headings);

/// WordPress's `[caption]`, `[code]`, `[embed]`, `[video]` and `[audio]` as what they show,
/// galleries as a note in the language of \a meta; without the comments around its blocks. Before
/// the other passes, since what stands in `[code]` is code.
std::string withWordPress(std::string source, const ArticleMeta &meta);

/// The cards that Zhihu makes of links, `<a class="LinkCard">` with their words in spans, as cards
/// with words and host.
std::string withLinkCards(std::string source);

/// The boxes of code that the pages of cnblogs.com hold, `<div class="cnblogs_code">` with a span
/// for each word and pictures for buttons, as preformatted code. Counts into \a counts, as images.
std::string withCodeBoxes(std::string markdown, RepairCounts &counts);

/// HTML headings, paragraphs and lists as Markdown where nothing closes them: `<h3>Title`, a blank
/// line, and the rest of the article would be in the heading. Counts into \a counts.
std::string withoutOpenTags(std::string markdown, RepairCounts &counts);

/// Hugo's shortcodes and Liquid's tags as the HTML or Markdown they stand for; of unknown ones
/// only the content stays.
std::string withShortcodes(std::string markdown);

/// Tags that are words of a sentence (`use <script> here`) as text; without those of components
/// and of other programs (`<SimpleTab>`, `<o:p>`), whose content stays.
std::string withTagWords(std::string source);

/// Images, links, code and emphasis that were written as Markdown inside blocks of HTML, where no
/// parser looks for them, as HTML. Counts into \a counts.
std::string withHtmlMarks(std::string source, Repairs repairs, RepairCounts &counts);

/// `![words](address =120x40)` with the size in braces behind it, where the tree's passes read it.
std::string withImageSizes(std::string source);

/// `![[note]]`, `![[note#heading]]`, `![[note#^id]]` and Logseq's `{{embed [[note]]}}` that stand
/// alone on their line as quotations of what they show, in a vault. A note that is shown already is
/// not shown in itself; at most four deep, 100 of them and 512 KB in all. Reads the disk.
std::string withEmbeds(std::string markdown, const LinkResolver &resolver);

/// Logseq's `((id))` and `{{embed ((id))}}` of blocks in other notes as the words that \a resolver
/// finds. Reads the disk where there are any.
std::string withBlocksOfOthers(std::string_view markdown, const LinkResolver &resolver);

/// Obsidian's `[[page]]` and `![[image]]` as the links and images that \a resolver finds, in a
/// vault also those that it does not find; comments between `%%` go there.
std::string withWikiLinks(std::string markdown, const LinkResolver &resolver);

/// Fences in the definitions of footnotes closed where the definitions end, and on lines of their
/// own: what follows would be code.
std::string withClosedNotes(std::string markdown);

/// Footnotes as links to a list at the end, whatever language they are in.
std::string withFootnotes(std::string markdown);

/// Formulas that a clipper wrote three times, as seen, as TeX and as seen (`10910^{9}109`), once.
/// Counts into \a counts.
std::string withoutFormulaCopies(std::string source, RepairCounts &counts);

/// Formulas as `<span class="formula">` holding their TeX: `$$`, `\[`, `\(`, and `$` where \a meta
/// asks for it. \a hasMath is set when there is one.
std::string withFormulas(std::string markdown, const ArticleMeta &meta, bool &hasMath);

/// Stands behind an escaped character that would be a mark without its backslash. A character for
/// private use, since an HTML parser puts U+FFFD in place of what is no character.
inline constexpr std::string_view kEscapeMark = "\xF4\x8F\xBF\xBB";

/// `\=`, `\~`, `\^` and `\:` with kEscapeMark behind them: the parser takes the backslashes, and
/// what makes marks of `==x==` and `H~2~O` must not see what the author escaped.
std::string withMarkedEscapes(std::string source);

/// Appends \a text so that Markdown and HTML take it for nothing but text.
void appendLiteral(std::string &markdown, std::string_view text);

} // namespace lectern::core
