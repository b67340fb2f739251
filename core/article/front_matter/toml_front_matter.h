#pragma once

#include "core/article/front_matter/block_fields.h"

namespace lectern::core {

/// The fields of a TOML \a block, by toml++, in the order of the file. Numbers and dates stay as
/// written. Refuses keys of many dotted parts: toml++ destroys nested tables by recursion. Never
/// throws. Any thread.
BlockFields parseToml(std::string_view block);

} // namespace lectern::core
