#pragma once

#include "core/markdown/html/html_tree.h"

#include <cstddef>
#include <string>

namespace lectern::core {

struct HtmlOutput
{
    std::string html;
    bool isCut = false; ///< the budget was reached
};

/// Writes the children of \a root as HTML of at most about \a budget bytes. What is not on the
/// allow-list is left out: of an unknown element its content stays, of an unknown attribute
/// nothing. Addresses that are not isSafeLink() or isSafeImage() go. This is the only place where
/// an article's tree becomes HTML. O(size).
HtmlOutput writeHtml(const HtmlNode &root, std::size_t budget);

/// Whether the allow-list has an element of this name, and for it this attribute with this value;
/// for tests that read pages back.
bool isAllowedElement(std::string_view name);
bool isAllowedAttribute(std::string_view element, std::string_view name, std::string_view value);

} // namespace lectern::core
