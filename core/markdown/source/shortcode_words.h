#pragma once

#include "core/markdown/source/shortcode_tag.h"

#include <string>

namespace lectern::core {

/// What a tag without content stands for, as HTML: a figure, a card, a link, words. Nothing for
/// tags that have none.
std::string wordsOfTag(const Tag &tag);

/// Whether \a tag is one whose words stand in its arguments, as Hexo's `{% checkbox checked, a %}`.
bool isWordTag(const Tag &tag);

/// What people read in the arguments of a shortcode that is not known.
std::string textualArguments(const Tag &tag);

} // namespace lectern::core
