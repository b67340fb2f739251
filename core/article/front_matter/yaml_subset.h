#pragma once

#include "core/article/front_matter/block_fields.h"
#include "core/article/front_matter/tree_writer.h"

#include <optional>
#include <string_view>

namespace lectern::core {

/// Reads the plain part of YAML that nearly all front matter keeps to: block maps and lists, flow
/// lists of scalars on one line or a flow map of them in place of all, plain and quoted scalars on
/// one line, literal and folded blocks, anchors and aliases of what stands on one line, comments.
/// Empty for anything else, broken or not: then parseYaml() must be asked, with which it agrees
/// wherever it answers. Measured at 1 us an article where yaml-cpp takes 50. Never throws.
std::optional<FieldTree> parseYamlSubset(std::string_view block);

enum class SubsetAnswer {
    Tree,
    Error, ///< yaml-cpp refuses the block too, with the same error
    Unknown, ///< yaml-cpp must be asked
};

/// The same into the tree of \a writer, whose memory is used again, or into \a error.
SubsetAnswer parseYamlSubset(std::string_view block, TreeWriter &writer, BlockError &error);

} // namespace lectern::core
