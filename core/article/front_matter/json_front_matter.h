#pragma once

#include "core/article/front_matter/block_fields.h"

namespace lectern::core {

/// The fields of a JSON object \a block, by nlohmann's event parser, which does not recurse.
/// Numbers stay as written. Never throws. Any thread.
BlockFields parseJson(std::string_view block);

} // namespace lectern::core
