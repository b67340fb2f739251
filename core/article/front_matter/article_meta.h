#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/block_place.h"
#include "core/article/front_matter/field_tree.h"

#include <vector>

namespace lectern::core {

/// Understands the fields of \a tree: known keys in any case and spelling fill \a meta, the rest is
/// kept raw. What was odd is added to \a problems.
void fillMeta(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
              std::vector<Problem> &problems);

} // namespace lectern::core
