#pragma once

#include "core/markdown/source/code_regions.h"
#include "core/markdown/source/indented_code.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::core {

struct ArticleMeta;

// What tool chains add to Markdown, in terms that the parser knows. Code stays as it is, and a text
// without a pass's marks costs one search for them.

/// Whether the article lies among notes (an Obsidian vault, a Logseq graph).
enum class Notes { No, Yes };

/// All of the below, in order. Any thread. O(length).
std::string withDialects(std::string markdown, const ArticleMeta &meta, Notes notes);

/// Pandoc's lists of `a.`, `iv)`, `(1)` and `#.` as numbered ones, if two items or more count up;
/// takeListMarks() gives them their marks.
std::string withFancyLists(std::string markdown);

/// Jekyll's and Eleventy's `{% raw %}` and `{% set %}`; `{{ "/a" | relative_url }}` as `/a`, other
/// expressions go where \a markdown is a template.
std::string withTemplates(std::string markdown, const ArticleMeta &meta);

/// `::: tip T` of VuePress, Docusaurus and pandoc, MkDocs' `!!! tip "T"`, `??? tip` and
/// `=== "Tab"` with their indented content.
std::string withContainers(std::string markdown);

/// `key:: value`, `((block))`, `{{embed x}}`, `#+BEGIN_X` and drawers of outliners, and the
/// `^block-id` of notes.
std::string withOutline(std::string markdown, Notes notes);

/// Dataview's `[key:: value]` and `(key:: value)` in the text of notes as what they show.
std::string withInlineFields(std::string markdown);

/// Without the `import`, `export` and `{/* comment */}` of MDX, and with the labels of its tabs.
std::string withoutScripts(std::string markdown);

/// Pandoc's tables of dashes and blanks, and those between borders of `+---+`, as HTML.
std::string withRuledTables(std::string markdown);
std::string withGridTables(std::string markdown);

/// Terms with a blank line between them and their `:   definition`, or with more than one paragraph
/// of it; a term right above its definition is left to the passes over the tree.
std::string withDefinitionLists(std::string markdown);

/// Pandoc's lines behind `| `, which are verses, as lines.
std::string withLineBlocks(std::string markdown);

/// Pandoc's `[words]{.class}` as what the class stands for, or as words, and without kramdown's
/// `*[HTML]: meaning` and `{::x}`.
std::string withPlainSpans(std::string source);

/// `*[HTML]: Hyper Text Markup Language`
struct Abbreviation
{
    std::string_view name; ///< empty: there is none
    std::string_view meaning;
};

/// What \a line defines.
Abbreviation abbreviationOf(std::string_view line);

/// Whether a line of \a markdown looks like a definition of an abbreviation.
bool mayAbbreviate(std::string_view markdown);

/// A line with its end.
struct SourceLine
{
    std::string_view text;
    bool isFenced = false; ///< in a fence, a comment or `<pre>`
    bool isIndentedCode = false;

    bool isCode() const { return isFenced || isIndentedCode; }
};

std::vector<SourceLine> sourceLines(std::string_view markdown);

} // namespace lectern::core
