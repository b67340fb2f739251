#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lectern::core {

/// A front matter block and where it starts in its file.
struct BlockPlace
{
    std::string_view text;
    std::uint32_t line = 1;
    FrontMatterKind kind = FrontMatterKind::Yaml;
};

/// A Problem of \a code at byte \a offset of \a block.
Problem problemAt(const BlockPlace &block, std::size_t offset, ProblemCode code);

/// Understands the fields of \a tree: known keys in any case and spelling fill \a meta, the rest is
/// kept raw. What was odd is added to \a problems.
void fillMeta(const FieldTree &tree, const BlockPlace &block, ArticleMeta &meta,
              std::vector<Problem> &problems);

} // namespace lectern::core
