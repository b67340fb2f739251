#pragma once

#include "core/markdown/source/shortcode_tag.h"

#include <string>
#include <string_view>

namespace lectern::core {

// What the tags around a content say: callouts, quotations, folds, tabs, code.

bool isCalloutName(std::string_view name);
bool isQuoteName(std::string_view name);
bool isFoldName(std::string_view name);
bool isTabName(std::string_view name);
/// Whether tags called \a name stand around tabs.
bool isTabsName(std::string_view name);
bool isFormulaName(std::string_view name);

/// The page's class for a callout of \a kind.
std::string_view calloutLook(std::string_view kind);

/// What Hexo's `{% note info no-icon words %}` and Hugo's `{{< admonition tip "words" >}}` have for
/// a title.
std::string calloutTitle(const Tag &tag);

/// The label of a fold: Hexo's stands behind its colours, dev.to's is all there is.
std::string foldTitle(const Tag &tag);

/// `— author, source` and a blank line, with the address as a link.
std::string attribution(const Tag &tag);

/// The info string of the fence for the \a content of \a tag.
std::string codeInfo(const Tag &tag, std::string_view content);

} // namespace lectern::core
