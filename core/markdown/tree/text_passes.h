#pragma once

#include "core/markdown/html/html_tree.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lectern::core {

/// Replaces each text of \a root that is not code, a link or a formula by what \a replace makes of
/// it; an empty answer keeps the text.
void replaceText(HtmlNode &root,
                 const std::function<std::vector<HtmlNode>(std::string_view)> &replace);

/// Makes links of bare web and mail addresses, also where they are glued to Chinese text or to each
/// other; they end where Chinese begins. O(text).
void linkifyText(HtmlNode &root);

/// Makes strong what still stands between two `**` after parsing, where converters glued it to its
/// neighbours, and drops empty `****` and the seams between glued parts. Powers and masked numbers
/// stay. Gives how many. O(text).
std::uint32_t repairEmphasis(HtmlNode &root);

/// Takes out pairs of `**` that stand at the edges of lines of different blocks or lines, where
/// converters tore bold text apart: `**a⏎⏎b**`. Gives how many. O(text).
std::uint32_t dropLoneStars(HtmlNode &root);

/// Makes emphasis of `_words_` and `__words__` beside Chinese, where exporters write underscores
/// and no parser reads them. Names of files stay. Gives how many. O(text).
std::uint32_t repairUnderscores(HtmlNode &root);

/// Drops strong inside strong, which parsers nest for `****a****` and which would be drawn twice as
/// bold. O(text).
void flattenStrong(HtmlNode &root);

/// Takes out the line ends inside paragraphs that are nothing to a reader: those between Chinese
/// characters. Code stays. O(text).
void joinLines(HtmlNode &root);

/// What `~words~` is, where it is no index.
enum class SingleTildes { Text, Deletions };

/// `==mark==`, `x^2^`, `H~2~O` and `:smile:`. O(text).
void expandInlineMarks(HtmlNode &root, SingleTildes tildes = SingleTildes::Text);

/// Takes kEscapeMark out of texts and attributes. O(text).
void dropEscapeMarks(HtmlNode &root);

} // namespace lectern::core
