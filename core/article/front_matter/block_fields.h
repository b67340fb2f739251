#pragma once

#include "core/article/article.h"
#include "core/article/front_matter/field_tree.h"

#include <cstddef>
#include <string_view>
#include <variant>

namespace lectern::core {

/// Why a parser refused a block, and where.
struct BlockError
{
    std::size_t offset = 0; ///< byte in the block
    ProblemWording reason; ///< a part of a sentence
};

using BlockFields = std::variant<FieldTree, BlockError>;

/// The fields of a \a block of any kind (valid UTF-8, LF line ends, at most kMaxFrontMatterBytes).
/// An error when it is malformed, is no map, or when a key at the start of a line went missing in a
/// value before it (an unclosed quote). Views point into \a block. Never throws. Any thread.
BlockFields parseBlock(std::string_view block, FrontMatterKind kind);

} // namespace lectern::core
