#pragma once

#include "core/search/query.h"

#include <string_view>

namespace lectern::core {

/// The query that \a line means. Never fails. O(length). Pure; any thread.
Query parseQuery(std::string_view line);

} // namespace lectern::core
