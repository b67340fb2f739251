#pragma once

#include "core/article/field_tree.h"
#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace lectern::core {

/// Why a parser refused a block, and where.
struct BlockError
{
    std::size_t offset = 0; ///< byte in the block
    std::string reason; ///< in the parser's words
};

using BlockFields = std::variant<FieldTree, BlockError>;

/// The fields of a YAML \a block (valid UTF-8, LF line ends, at most kMaxFrontMatterBytes), by
/// yaml-cpp. Aliases are followed within a fixed budget, an alias inside its own anchor is null. A
/// block whose root is not a map gives an error. Never throws. Any thread.
BlockFields parseYaml(std::string_view block);

} // namespace lectern::core
