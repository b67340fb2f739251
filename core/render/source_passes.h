#pragma once

#include "core/render/markdown.h"

#include <string>
#include <string_view>

namespace lectern::core {

struct ArticleMeta;

// Rewritings of the Markdown text before it is parsed. They leave code as it is.

/// Undoes what converters break: numbered headings that read as lists, delimiter rows that are too
/// short, addresses between two empty images, `#标题` without its blank. Counts into \a counts.
std::string withRepairedLines(std::string_view markdown, RepairCounts &counts);

/// Hugo's shortcodes and Liquid's tags as the HTML or Markdown they stand for; of unknown ones
/// only the content stays.
std::string withShortcodes(std::string_view markdown);

/// Footnotes as links to a list at the end, whatever language they are in.
std::string withFootnotes(std::string_view markdown);

/// Formulas as `<span class="formula">` holding their TeX: `$$`, `\[`, `\(`, and `$` where \a meta
/// asks for it. \a hasMath is set when there is one.
std::string withFormulas(std::string_view markdown, const ArticleMeta &meta, bool &hasMath);

/// Appends \a text so that Markdown and HTML take it for nothing but text.
void appendLiteral(std::string &markdown, std::string_view text);

} // namespace lectern::core
