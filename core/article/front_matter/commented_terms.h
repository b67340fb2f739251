#pragma once

#include "core/article/front_matter/block_place.h"
#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lectern::core {

/// Adds the names of a value at \a at of \a tree that YAML takes for comments and their writers do
/// not: `tags: #河 #湖` and `- #河`. Each line of them is added to \a problems.
void addCommentedTerms(const FieldTree &tree, std::size_t at, const BlockPlace &block,
                       std::vector<std::string> &items, std::vector<Problem> &problems);

} // namespace lectern::core
