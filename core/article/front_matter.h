#pragma once

#include "core/article/article.h"
#include "core/article/fences.h"

namespace lectern::core {

/// Understands the front matter of a file: by its parser, and where that refuses, key by key. Fills
/// \c meta and \c problems of \a article. Every block gives something; never throws.
void readFrontMatter(const FenceSplit &split, Article &article);

} // namespace lectern::core
