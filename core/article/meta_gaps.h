#pragma once

#include "core/article/article.h"

namespace lectern::core {

/// Fills what \a meta lacks from \a other: texts, lists and flags, not the keys that nobody knows.
void fillGaps(ArticleMeta &meta, const ArticleMeta &other);

} // namespace lectern::core
