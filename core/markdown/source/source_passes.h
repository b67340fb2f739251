#pragma once

#include "core/markdown/markdown.h"

#include <string>
#include <string_view>

namespace lectern::core {

struct ArticleMeta;
class LinkResolver;

// Rewritings of the Markdown text before it is parsed. They leave code as it is.

/// What `#标题` at the start of a line is: Obsidian's notes have tags there.
enum class GluedMarks { Headings, Tags };

/// Undoes what converters break, as far as \a repairs has it: numbered headings that read as lists,
/// addresses between two empty images or with blanks in them, `#标题` without its blank, tables
/// right below a line of text. Counts into \a counts. Also makes the short delimiter rows of tables
/// as long as the parser wants them.
std::string withRepairedLines(std::string_view markdown, Repairs repairs, RepairCounts &counts,
                              GluedMarks gluedMarks = GluedMarks::Headings);

/// HTML headings, paragraphs and lists as Markdown where nothing closes them: `<h3>Title`, a blank
/// line, and the rest of the article would be in the heading. Counts into \a counts.
std::string withoutOpenTags(std::string_view markdown, RepairCounts &counts);

/// Hugo's shortcodes and Liquid's tags as the HTML or Markdown they stand for; of unknown ones
/// only the content stays.
std::string withShortcodes(std::string_view markdown);

/// Obsidian's `[[page]]` and `![[image]]` as the links and images that \a resolver finds, in a
/// vault also those that it does not find; comments between `%%` go there.
std::string withWikiLinks(std::string_view markdown, const LinkResolver &resolver);

/// Footnotes as links to a list at the end, whatever language they are in.
std::string withFootnotes(std::string_view markdown);

/// Formulas as `<span class="formula">` holding their TeX: `$$`, `\[`, `\(`, and `$` where \a meta
/// asks for it. \a hasMath is set when there is one.
std::string withFormulas(std::string_view markdown, const ArticleMeta &meta, bool &hasMath);

/// Appends \a text so that Markdown and HTML take it for nothing but text.
void appendLiteral(std::string &markdown, std::string_view text);

} // namespace lectern::core
