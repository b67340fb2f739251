#pragma once

#include "core/article/front_matter/block_fields.h"

#include <string>

namespace lectern::core {

/// One line a value, indented by depth, for comparing whole trees at a glance: `key = text`,
/// `key = "quoted text"`, `key = list`, `key = map`, `key = null`; items have `-` for a key.
std::string outlineOf(const FieldTree &tree);

/// The same of what a parser gave; `offset: reason` if it refused.
std::string outlineOf(const BlockFields &fields);

} // namespace lectern::core
