#pragma once

#include "core/markdown/html/html_tree.h"

#include <string>

namespace lectern::tests {

/// Markup that reached the reader.
struct Residue
{
    std::string mark; ///< empty: there is none
    std::string around;
};

/// The first mark of a Markdown dialect that stands in \a page outside code and formulas.
Residue visibleMarkup(const core::HtmlNode &page);

} // namespace lectern::tests
