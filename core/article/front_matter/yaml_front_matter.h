#pragma once

#include "core/article/front_matter/block_fields.h"

#include <string_view>

namespace lectern::core {

/// The fields of a YAML \a block (valid UTF-8, LF line ends, at most kMaxFrontMatterBytes), by
/// yaml-cpp. Aliases are followed within a fixed budget, an alias inside its own anchor is null. A
/// block whose root is not a map gives an error. Never throws. Any thread.
BlockFields parseYaml(std::string_view block);

} // namespace lectern::core
