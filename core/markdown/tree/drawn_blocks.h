#pragma once

#include "core/markdown/html/html_tree.h"

namespace lectern::core {

/// Makes a list of \a paragraph if it is a term with lines behind it that start with `: `.
void makeDefinitionList(HtmlNode &paragraph);

/// Takes the paragraph that is all there is in a cell or term of \a block out of it, if the
/// source's passes made the block of a drawing (class "drawn").
void unwrapDrawn(HtmlNode &block);

/// Gives the tables among the children of \a node, in their boxes, the captions that pandoc writes
/// below them, `: words` or `Table: words`.
void takeCaptions(HtmlNode &node);

} // namespace lectern::core
